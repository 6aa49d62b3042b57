import type { Plugin } from 'vite';

/**
 * Rewrites the tags that Vite puts into a built page: module scripts become classic deferred ones, and `crossorigin`
 * goes. Module scripts and `crossorigin` fail from `file://` and in a sandboxed frame without an origin; these tags
 * work there.
 */
function classicTags(html: string): string {
  return html
    .replace(/<script\b[^>]*>/g, (tag) =>
      tag.includes('type="module"') ? dropCrossorigin(tag.replace('type="module"', 'defer')) : tag,
    )
    .replace(/<link\b[^>]*>/g, dropCrossorigin);
}

function dropCrossorigin(tag: string): string {
  return tag.replace(/\scrossorigin(?:="[^"]*")?/, '');
}

/** Applies `classicTags` to the built page; the dev server needs its modules as they are. */
export function classicScripts(): Plugin {
  return {
    name: 'classic-scripts',
    apply: 'build',
    transformIndexHtml: { order: 'post', handler: classicTags },
  };
}
