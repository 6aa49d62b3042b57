import { posix } from 'node:path';
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';
import { chunkLoader } from '../app/chunk-loader.ts';

type Bundle = Readonly<Record<string, Rolldown.OutputAsset | Rolldown.OutputChunk>>;

interface PartsAhead {
  /** Names of parts, without their hash. */
  readonly parts: readonly string[];
  /** Pages that open with them: the browser fetches them beside the entry there, which alone decides to run them. */
  readonly media: string;
}

/** Where the page's inert scripts stand; app/chunk-loader.ts looks there. */
const TEMPLATE = 'script-parts';
/** What Vite wraps around `import()` to load stylesheets along, of which a part has none here. */
const PRELOAD_HELPER = '\0vite/preload-helper.js';
/** What Vite has it load along. */
const PRELOADED_TOO = /, void 0, (?:import\.meta|\{\})\.url\)/g;
/** At the end of a file's name. */
const HASH = /-[\w-]{8}\.js$/;
/** What stands for the hash of a file as long as that isn't known, in what its importers call it. */
const HASH_TO_COME = /(?<=["'`]\.\/[\w.-]+)-!~\{[\w$]+\}~\.js(?=["'`])/g;

/**
 * Makes `import('./x')` work in the built page with classic scripts. Goes with the output format `cjs` with code
 * splitting: each chunk becomes a script that leaves its code at its own element, the entry begins with
 * app/chunk-loader.ts, and the page gets the scripts that the entry needs before it, and a `<template
 * id="script-parts">` with those that are loaded when asked for. Parts that are `ahead` are fetched with the page where
 * its width says that it opens with them.
 */
export function chunkPlugin(ahead: readonly PartsAhead[] = []): Plugin {
  return {
    name: 'script-parts',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === PRELOAD_HELPER ? 'export const __vitePreload = (load) => load()' : undefined),
    renderChunk: (code, { isEntry }) => ({ code: partOf(code, isEntry), map: null }),
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle, chunk, path }) =>
        bundle === undefined || chunk === undefined ? html : withParts(html, bundle, chunk, path, ahead),
    },
  };
}

/**
 * A chunk's code as a part. Before it is minified: all of it is one function then, whose names can be short. No line of
 * it moves, so that its source map holds. Parts call each other by names without hashes, which the page's template has
 * the addresses of: hashes don't compress, and one part that changes leaves the others as they are.
 */
export function partOf(code: string, isEntry: boolean): string {
  const part = `(exports, require) => { "use strict"; ${lazyImports(code.replace(HASH_TO_COME, ''))}\n}`;
  return isEntry
    ? `(() => { const entry = ${part};\n(${chunkLoader.toString()})(entry) })()`
    : `document.currentScript.partCode = ${part}`;
}

/** Throws where an import would be made at once, from a script that isn't here. */
function lazyImports(code: string): string {
  const lazy = code
    .replace(PRELOADED_TOO, ')')
    .replace(/Promise\.resolve\(\)\.then\(\(\) => require\(("[^"]+")\)\)/g, 'require.part($1)');
  if (/\.then\(\(\) => (?:\/\*[^*]*\*\/ *)?\w*\(?require\(/.test(lazy))
    throw new Error('A dynamic import of a package: import a module of ours that imports it');
  return lazy;
}

function withParts(
  html: string,
  bundle: Bundle,
  entry: Rolldown.OutputChunk,
  path: string,
  ahead: readonly PartsAhead[],
): { html: string; tags: HtmlTagDescriptor[] } {
  const folder = posix.dirname(path);
  const chunks = new Map(
    Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? [[output.fileName, output]] : [])),
  );
  const names = new Set([...chunks.keys()].map(nameOf));
  if (names.size < chunks.size)
    throw new Error(`Two of the page's scripts have one name: ${[...chunks.keys()].join(', ')}`);
  const first = neededBy(entry, chunks);
  const lazyNeeds = (chunk: Rolldown.OutputChunk) =>
    neededBy(chunk, chunks).filter((file) => file !== entry.fileName && !first.includes(file));
  const script = (chunk: Rolldown.OutputChunk, isLazy: boolean): HtmlTagDescriptor => {
    const needs = lazyNeeds(chunk);
    return {
      tag: 'script',
      attrs: {
        ...(isLazy ? {} : { defer: true }),
        src: addressOf(chunk.fileName, folder),
        'data-part': nameOf(chunk.fileName),
        ...(needs.length > 0 && isLazy ? { 'data-needs': needs.map(nameOf).join(' ') } : {}),
      },
      ...(isLazy ? {} : { injectTo: 'head-prepend' }),
    };
  };
  const rest = [...chunks.values()]
    .filter((chunk) => !chunk.isEntry && !first.includes(chunk.fileName))
    .toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1));
  const own = addressOf(entry.fileName, folder);
  const preload = ({ parts, media }: PartsAhead): HtmlTagDescriptor[] => {
    const wanted = rest.filter(({ fileName }) => parts.some((part) => posix.basename(fileName).startsWith(`${part}-`)));
    if (wanted.length !== parts.length)
      throw new Error(`Among the page's scripts are ${wanted.length} of ${parts.join(', ')}`);
    const files = new Set(wanted.flatMap((chunk) => lazyNeeds(chunk).concat(chunk.fileName)));
    return [...files].map((file) => ({
      tag: 'link',
      attrs: { rel: 'preload', as: 'script', href: addressOf(file, folder), media },
      injectTo: 'head',
    }));
  };
  return {
    html: html.replace(`src="${own}"`, () => `src="${own}" data-part="${nameOf(entry.fileName)}"`),
    tags: [
      ...first.flatMap((file) => chunks.get(file) ?? []).map((chunk) => script(chunk, false)),
      ...ahead.flatMap(preload),
      {
        tag: 'template',
        attrs: { id: TEMPLATE },
        children: rest.map((chunk) => script(chunk, true)),
        injectTo: 'body',
      },
    ],
  };
}

/** The files that a chunk imports, directly or not, each after what it imports itself. */
function neededBy(chunk: Rolldown.OutputChunk, chunks: ReadonlyMap<string, Rolldown.OutputChunk>): readonly string[] {
  const needed = new Set<string>();
  const seen = new Set([chunk.fileName]);
  const visit = ({ imports }: Rolldown.OutputChunk): void => {
    for (const file of imports) {
      const next = chunks.get(file);
      if (next === undefined || seen.has(file)) continue;
      seen.add(file);
      visit(next);
      needed.add(file);
    }
  };
  visit(chunk);
  return [...needed];
}

/** What one part calls another: all stand in one folder. */
function nameOf(fileName: string): string {
  return `./${posix.basename(fileName).replace(HASH, '')}`;
}

function addressOf(fileName: string, folder: string): string {
  const address = posix.relative(folder, posix.join('/', fileName));
  return address.startsWith('.') ? address : `./${address}`;
}
