import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { compileMessages } from '../base/messages/compile-messages.ts';
import type { Message } from '../base/translate.ts';
import { openingKeys } from './opening-keys.ts';

type Messages = Readonly<Record<string, Message>>;

const PART = /^(.*[\\/]base[\\/]messages[\\/])(\w+)-(opening|further)$/;

/**
 * Compiles the catalogues, base/messages/<language>.json in ICU MessageFormat, wherever one is imported: no parser
 * reaches the page. `<language>-opening` gives the words of the opening view alone: for English by their keys, for
 * other languages as a list in the same order; `<language>-further` gives the rest. Needed by everything that Vite
 * bundles or runs of src; without it the page would show the source of its plurals.
 */
export function messageCatalogues(): Plugin {
  /** Found once: all languages of one build have to agree on them. */
  let opening: ReadonlySet<string> | undefined;
  return {
    name: 'message-catalogues',
    buildStart: () => {
      opening = undefined;
    },
    enforce: 'pre',
    // As an object and not as a text in a text: half a kilobyte less, gzipped.
    config: () => ({ json: { stringify: false, namedExports: false } }),
    resolveId: {
      filter: { id: /^\.{1,2}\/(?:[\w./-]+\/)?[a-z]{2}-(?:opening|further)$/ },
      handler: (part, importer) => (importer === undefined ? undefined : join(dirname(importer), part)),
    },
    load: {
      filter: { id: PART },
      handler(id) {
        const [, folder = '', language = '', part] = PART.exec(id) ?? [];
        opening ??= openingKeys(resolve(dirname(folder), '../main.tsx'), Object.keys(catalogueOf(folder, 'en')));
        this.addWatchFile(join(folder, `${language}.json`));
        return {
          code: `export default ${JSON.stringify(partOf(folder, language, part === 'opening', opening))}`,
          moduleType: 'js',
          map: null,
        };
      },
    },
    transform: {
      filter: { id: /\/base\/messages\/\w+\.json$/ },
      handler: (source) => ({ code: JSON.stringify(compileMessages(JSON.parse(source))), map: null }),
    },
  };
}

function partOf(
  folder: string,
  language: string,
  isOpening: boolean,
  opening: ReadonlySet<string>,
): Messages | readonly (Message | undefined)[] {
  const keys = Object.keys(catalogueOf(folder, 'en'));
  const messages = compileMessages(catalogueOf(folder, language));
  if (isOpening && language !== 'en') return [...opening].map((key) => messages[key]);
  return Object.fromEntries(
    keys.filter((key) => opening.has(key) === isOpening).map((key) => [key, messages[key] ?? '']),
  );
}

function catalogueOf(folder: string, language: string): Messages {
  return JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Messages;
}
