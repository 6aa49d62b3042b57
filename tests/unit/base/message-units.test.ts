import { readFileSync, readdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { english } from '../../../src/base/messages/en';
import { AREAS_BESIDE_THE_PAGE, AREAS_OF_UNIT } from '../../../src/base/messages/units';
import { loadedWith, parseModule } from '../../support/module-graph';

/**
 * Holds that a module says only messages that come with it, as far as they stand in its text or in what it imports: as
 * strings, or as templates that begin with an area, which count for every key that they could make. A key reaches a translator only from a
 * string or template somewhere (`MessageKey` is a union of literals), so what is not seen here is a key made of two
 * strings and cast; and it can't be told whether a unit that a module names is still needed elsewhere. That the units are
 * here when the module is, is held by opening-words.test.tsx and by the browser tests, which fail on what the console
 * has.
 */

/**
 * The page's entry and those of the library, which open with the opening unit alone; and the search, which reads English
 * whatever the page speaks, so that no module brings more of it.
 */
const ENTRIES = [
  'main.tsx',
  'entries/library.ts',
  'entries/react.tsx',
  'entries/element.ts',
  'state/search/text-index.ts',
];

/**
 * Who says words of the unit `faults` without it: readers of files, which run under `withLazyCode` (it loads the unit when
 * they want it, and runs them again), as the loader does with what it will have told; and the notices of what such a
 * reader has said. So the unit is here by then.
 */
const SAYS_FAULTS = /^(?:formats\/|model\/dates\/|app\/loading\/dataset-loader\.ts$|ui\/notices\/Notices\.tsx$)/;

/**
 * Dates are said by all that shows any. A season is one only where `RARE_DATES` has read it, along with which its words
 * come (formats/json/json-reader.ts).
 */
const SAYS_SEASONS = 'model/dates/date-prose.ts';

const source = resolve('src');
const nameOf = (file: string): string => relative(source, file).replaceAll('\\', '/');
const sources = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(?<!\.d)\.tsx?$/.test(name))
  .map((name) => resolve(source, name));

const unitOf = new Map<string, string>(
  [...Object.entries<readonly string[]>(AREAS_OF_UNIT), ['none', AREAS_BESIDE_THE_PAGE] as const].flatMap(
    ([unit, areas]) => areas.flatMap((area) => keysOf(area).map((key) => [key, unit] as const)),
  ),
);

function keysOf(area: string): readonly string[] {
  return Object.keys(JSON.parse(readFileSync(`src/base/messages/en/${area}.json`, 'utf8')) as object);
}

/** The keys that stand in a file, or may be made in it. */
function keysIn(file: string): readonly string[] {
  return parseModule(file).texts.flatMap((text) => {
    if (typeof text === 'string') return unitOf.has(text) ? [text] : [];
    const [first = ''] = text;
    if (!/^[a-z]\w*\./i.test(first)) return [];
    const pattern = new RegExp(
      `^${text.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\w-]+')}$`,
    );
    return [...unitOf.keys()].filter((key) => pattern.test(key));
  });
}

/** "unit key in file" for each message that is said without its unit. */
function saidWithout(root: string, units: readonly string[]): readonly string[] {
  return [...loadedWith(root)].flatMap((file) =>
    keysIn(file).flatMap((key) => {
      const unit = unitOf.get(key) ?? '';
      const isHere =
        unit === 'opening' ||
        units.includes(unit) ||
        (unit === 'faults' && SAYS_FAULTS.test(nameOf(file))) ||
        (unit === 'seasons' && nameOf(file) === SAYS_SEASONS);
      return isHere ? [] : [`${unit}: ${key} in ${nameOf(file)}`];
    }),
  );
}

const lazy = sources
  .flatMap((file) => parseModule(file).lazy)
  .filter(({ file }) => !/^(?:build|cli)\//.test(nameOf(file)));

describe('a message is said only where its unit is', () => {
  test.each(ENTRIES)('by %s, with the opening unit', (entry) =>
    expect(saidWithout(resolve(source, entry), [])).toEqual([]),
  );

  test.each(lazy.map(({ file, units }) => [nameOf(file), units] as const))('by %s, with its %j', (name, units) =>
    expect(saidWithout(resolve(source, name), units)).toEqual([]),
  );

  test('by the modules that are loaded when they are needed, of which there are many', () =>
    expect(lazy.length).toBeGreaterThan(10));
});

test('a module names no unit that it says nothing of', () => {
  for (const { file, units } of lazy) {
    const said = new Set([...loadedWith(file)].flatMap(keysIn).map((key) => unitOf.get(key)));
    for (const unit of units) expect(said, `${unit} for ${nameOf(file)}`).toContain(unit);
  }
});

test('letters of a language stand in what belongs to it, and in no other source', () => {
  const found = sources
    .filter((file) => !nameOf(file).startsWith('base/messages/'))
    .flatMap((file) =>
      parseModule(file)
        .texts.flat()
        .filter((text) => /[\p{Script=Cyrillic}\p{Script=Arabic}]/u.test(text))
        .map((text) => `${nameOf(file)}: ${text}`),
    );
  expect(found).toEqual([]);
});

test('every message is said by some source', () => {
  const said = new Set(sources.flatMap(keysIn));
  expect(Object.keys(english).filter((key) => !said.has(key))).toEqual([]);
});
