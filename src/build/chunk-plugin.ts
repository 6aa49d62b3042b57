import { posix } from 'node:path';
import type { Plugin } from 'vite';
import { withShortExports } from './part-exports.ts';

/** What Vite wraps around `import()` to load stylesheets along, of which a part has none here. */
const PRELOAD_HELPER = '\0vite/preload-helper.js';
/** What Vite has it load along. */
const PRELOADED_TOO = /, void 0, (?:import\.meta|\{\})\.url\)/g;
/** What stands for the hash of a file as long as that isn't known, in what its importers call it. */
const HASH_TO_COME = /(?<=["'`]\.\/[\w.-]+)-!~\{[\w$]+\}~\.js(?=["'`])/g;

/**
 * Makes `import('./x')` work in the built page with classic scripts. Goes with the output format `cjs` with code
 * splitting: each chunk, the entry too, becomes a script that leaves its code at its own element, where the page's
 * opening script (build/opening-script.ts) takes it.
 */
export function chunkPlugin(): Plugin {
  return {
    name: 'script-parts',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === PRELOAD_HELPER ? 'export const __vitePreload = (load) => load()' : undefined),
    renderChunk(code, { isEntry }, _options, { chunks }) {
      const entry = Object.values(chunks).find((chunk) => chunk.isEntry);
      if (entry === undefined) throw new Error('The page has no entry');
      const main = `./${posix.basename(entry.fileName)}`;
      return { code: partOf(withShortExports(code, { main, names: entry.exports, isMain: isEntry })), map: null };
    },
  };
}

/**
 * A chunk's code as a part. Before it is minified: all of it is one function then, whose names can be short. No line of
 * it moves, so that its source map holds. Parts call each other by names without hashes, which the page's template has
 * the addresses of: hashes don't compress, and one part that changes leaves the others as they are.
 */
export function partOf(code: string): string {
  return `document.currentScript.partCode = (exports, require) => { "use strict"; ${lazyImports(code.replace(HASH_TO_COME, ''))}\n}`;
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
