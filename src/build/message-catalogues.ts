import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { compileMessages } from '../base/messages/compile-messages.ts';
import { LANGUAGES } from '../base/messages/languages.ts';
import type { Message } from '../base/messages/message.ts';
import { AREAS_OF_UNIT, UNITS_WITH_ENGLISH } from '../base/messages/units.ts';
import type { LoadUnit } from '../base/messages/units.ts';

type Messages = Readonly<Record<string, Message>>;

const FOLDER = resolve(import.meta.dirname, '../base/messages');
const UNITS = Object.keys(AREAS_OF_UNIT) as LoadUnit[];
const TABLE = 'message-chunks';
const WHOLE = 'whole-catalogues';
const CHUNK = new RegExp(`^(${LANGUAGES.join('|')})-(${UNITS.join('|')})$`);

/**
 * Makes the chunks of the catalogues, base/messages/<language>/<area>.json in ICU MessageFormat: `<language>-<unit>` has
 * the messages of a load unit (base/messages/units.ts), `message-chunks` the table of all of them, and `whole-catalogues`
 * every language whole. They are compiled,
 * wherever one is imported, so that no parser reaches the page. Needed by everything that Vite bundles or runs of src;
 * without it the page would show the source of its plurals. What speaks English alone, all of which it has at hand, does
 * without the chunks; a saved page has all languages packed (`packedCatalogues`), and a table that says so.
 */
export function messageCatalogues({
  chunks = 'parts',
}: { readonly chunks?: 'parts' | 'packed' | 'none' } = {}): Plugin {
  return {
    name: 'message-catalogues',
    enforce: 'pre',
    // As an object and not as a text in a text: half a kilobyte less, gzipped.
    config: () => ({ json: { stringify: false, namedExports: false } }),
    resolveId: {
      filter: { id: /^\.{1,2}\/(?:[\w./-]+\/)?(?:[a-z]{2}-[a-z]+|message-chunks|whole-catalogues)$/ },
      handler(path, importer) {
        const id = importer === undefined ? path : join(dirname(importer), path);
        return nameOf(id) === undefined ? undefined : id;
      },
    },
    load: {
      filter: { id: /[\\/]base[\\/]messages[\\/][\w-]+$/ },
      handler(id) {
        const name = nameOf(id);
        if (name === undefined) return undefined;
        if (name === WHOLE) return { code: wholeCatalogues(), moduleType: 'js', map: null };
        if (chunks === 'none') return { code: 'export default {}', moduleType: 'js', map: null };
        const [, language, unit] = CHUNK.exec(name) ?? [];
        if (language === undefined)
          return { code: chunks === 'packed' ? packedTable() : chunkTable(), moduleType: 'js', map: null };
        for (const file of filesOf(language, unit as LoadUnit)) this.addWatchFile(file);
        const code = `export default ${JSON.stringify(chunkOf(language, unit as LoadUnit))}`;
        return { code, moduleType: 'js', map: null };
      },
    },
    transform: {
      filter: { id: /\/base\/messages\/[\w-]+\/[\w-]+\.json$/ },
      handler: (source) => ({ code: JSON.stringify(compileMessages(JSON.parse(source))), map: null }),
    },
  };
}

/** What a module is called that is made here; undefined for others. */
function nameOf(id: string): string | undefined {
  const name = id.slice(FOLDER.length + 1);
  return dirname(id) === FOLDER && (name === TABLE || name === WHOLE || CHUNK.test(name)) ? name : undefined;
}

function chunkTable(): string {
  const languages = LANGUAGES.map((language) => {
    const loads = unitsToLoad(language).map((unit) => `${unit}: () => import('./${language}-${unit}')`);
    return `${language}: { ${loads.join(', ')} }`;
  });
  return `export default { ${languages.join(', ')} }`;
}

/** English's opening unit isn't among them: it stands in the entry. */
function unitsToLoad(language: string): readonly LoadUnit[] {
  return UNITS.filter((unit) => language !== 'en' || unit !== 'opening');
}

/** Of what a saved page doesn't do: it opens no files of others, shows one dataset, and edits none. */
const NOT_SAVED: ReadonlySet<LoadUnit> = new Set<LoadUnit>(['imported', 'mapping', 'merge', 'write']);

/** The same of units that say other things as well: how files are opened, how tables and packed files are read. */
const AREAS_NOT_SAVED: ReadonlySet<string> = new Set(['open', 'packed', 'presets', 'sheets', 'survey']);

function savedUnits(language: string): readonly LoadUnit[] {
  return unitsToLoad(language).filter((unit) => !NOT_SAVED.has(unit));
}

function packedTable(): string {
  const table = Object.fromEntries(LANGUAGES.map((language) => [language, savedUnits(language)]));
  return `import { packedWords } from './packed-words';
export default Object.fromEntries(Object.entries(${JSON.stringify(table)}).map(([language, units]) =>
  [language, Object.fromEntries(units.map((unit) => [unit, () => packedWords(language, unit)]))]));`;
}

/** The messages of all languages as a saved page holds them (base/messages/packed-words.ts). */
export function packedCatalogues(): string {
  const all = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      Object.fromEntries(savedUnits(language).map((unit) => [unit, chunkOf(language, unit, AREAS_NOT_SAVED)])),
    ]),
  );
  return deflateRawSync(JSON.stringify(all), { level: 9 }).toString('base64');
}

/** By language, all of it: for what waits for nothing. */
function wholeCatalogues(): string {
  const all = LANGUAGES.map(
    (language) =>
      [
        language,
        Object.assign(
          {},
          ...readdirSync(join(FOLDER, language)).map(
            (file) => JSON.parse(readFileSync(join(FOLDER, language, file), 'utf8')) as Messages,
          ),
        ) as Messages,
      ] as const,
  );
  return `export default ${JSON.stringify(Object.fromEntries(all.map(([language, messages]) => [language, compileMessages(messages)])))}`;
}

/**
 * A unit's messages by their keys, without some of its areas; where its English is there anyhow, as a list in the order of
 * English.
 */
function chunkOf(
  language: string,
  unit: LoadUnit,
  without: ReadonlySet<string> = new Set(),
): Messages | readonly (Message | undefined)[] {
  const messages = messagesOf(language, unit, without);
  if (language === 'en' || !UNITS_WITH_ENGLISH.includes(unit)) return messages;
  return Object.keys(messagesOf('en', unit, without)).map((key) => messages[key]);
}

function messagesOf(language: string, unit: LoadUnit, without: ReadonlySet<string>): Messages {
  const areas = filesOf(language, unit, without).map((file) => JSON.parse(readFileSync(file, 'utf8')) as Messages);
  return compileMessages(Object.assign({}, ...areas) as Messages);
}

function filesOf(language: string, unit: LoadUnit, without: ReadonlySet<string> = new Set()): readonly string[] {
  return AREAS_OF_UNIT[unit].filter((area) => !without.has(area)).map((area) => join(FOLDER, language, `${area}.json`));
}
