import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import type { PageKit } from '../formats/page/page-kit.ts';
import { bundleScript } from './host-scripts.ts';
import { packedCatalogues } from './message-catalogues.ts';
import { buildSavedProgram, inlineScript } from './saved-program.ts';
import { inlineText, savedPolicy } from './security-policy.ts';

const ID = '\0page-kit';
/** Of this very program: beside those of what it is made of. */
const LICENCE = resolve(import.meta.dirname, '../../LICENSE');

/**
 * Makes the module formats/page/kit-texts: what a page is saved with, as texts. A page from a disk can't read its own
 * script, so the texts come as a part of their own, loaded by who wants to save.
 */
export function pageKit(): Plugin {
  let root = '.';
  let made: Promise<PageKit> | undefined;
  return {
    name: 'page-kit',
    enforce: 'pre',
    configResolved(config) {
      ({ root } = config);
    },
    buildStart() {
      made = undefined;
    },
    resolveId: { filter: { id: /[\\/]kit-texts$/ }, handler: () => ID },
    load: {
      // oxlint-disable-next-line no-control-regex
      filter: { id: /^\0page-kit$/ },
      async handler() {
        const kit = await (made ??= makeKit(root));
        return { code: `export const kit = ${JSON.stringify(kit)};`, moduleType: 'js', map: null };
      },
    },
  };
}

/** Bundles all of it; `root` is the project's folder. */
async function makeKit(root: string): Promise<PageKit> {
  const [{ script, style, licences }, loader] = await Promise.all([
    buildSavedProgram(root),
    bundleScript(root, { entry: 'src/entries/element.ts', fileName: 'embed.js' }),
  ]);
  const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');
  const texts = { script: inlineText('script', inlineScript(script)), style: inlineText('style', style.trim()) };
  return {
    program: texts.script,
    style: texts.style,
    policy: savedPolicy(texts),
    words: packedCatalogues(),
    loader: inlineText('script', inlineScript(loader)),
    icon: read('public/icon.svg').trim(),
    licences: [`# Diplomatic Timeline\n\n${readFileSync(LICENCE, 'utf8')}`, licences]
      .map((text) => text.replaceAll('\r', '').trim())
      .join('\n\n'),
  };
}
