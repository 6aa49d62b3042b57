import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileMessages } from '../../../src/base/messages/compile-messages';
import { english } from '../../../src/base/messages/en';
import openingEnglish from '../../../src/base/messages/en-opening';
import { LANGUAGES } from '../../../src/base/messages/languages';
import type { Message } from '../../../src/base/messages/message';
import chunks from '../../../src/base/messages/message-chunks';
import { AREAS_BESIDE_THE_PAGE, AREAS_OF_UNIT, UNITS_WITH_ENGLISH } from '../../../src/base/messages/units';
import type { LoadUnit } from '../../../src/base/messages/units';

const UNITS = Object.keys(AREAS_OF_UNIT) as LoadUnit[];
const onPage = UNITS.flatMap((unit): readonly string[] => AREAS_OF_UNIT[unit]);

function areaOf(language: string, area: string): Readonly<Record<string, Message>> {
  const source = readFileSync(`src/base/messages/${language}/${area}.json`, 'utf8');
  return compileMessages(JSON.parse(source) as Record<string, string>);
}

describe.each(LANGUAGES)('the catalogue %s', (language) => {
  test('has a file for each area of the table, and none besides', () => {
    const areas = readdirSync(`src/base/messages/${language}`).map((file) => file.replace(/\.json$/, ''));
    expect(areas.toSorted()).toEqual([...onPage, ...AREAS_BESIDE_THE_PAGE].toSorted());
  });

  test('has the messages of English in every area, in its order', () => {
    for (const area of [...onPage, ...AREAS_BESIDE_THE_PAGE])
      expect(Object.keys(areaOf(language, area)), area).toEqual(Object.keys(areaOf('en', area)));
  });

  test.each(UNITS)(
    'has for %s a chunk of its areas, a list in the order of English where that is here anyhow',
    async (unit) => {
      const load = chunks[language]?.[unit];
      expect(load === undefined).toBe(language === 'en' && unit === 'opening');
      const found = load === undefined ? openingEnglish : (await load()).default;
      const inEnglish = (await chunks['en']?.[unit]?.())?.default ?? openingEnglish;
      const named = Array.isArray(found)
        ? Object.fromEntries(Object.keys(inEnglish).map((key, at) => [key, found[at] as unknown]))
        : found;
      expect(Array.isArray(found)).toBe(language !== 'en' && UNITS_WITH_ENGLISH.includes(unit));
      expect(named).toEqual(Object.assign({}, ...AREAS_OF_UNIT[unit].map((area) => areaOf(language, area))));
    },
  );
});

test('no message stands in two areas, and no area in two units', () => {
  expect(new Set(onPage).size).toBe(onPage.length);
  const keys = [...onPage, ...AREAS_BESIDE_THE_PAGE].flatMap((area) => Object.keys(areaOf('en', area)));
  expect(new Set(keys).size).toBe(keys.length);
  expect(Object.keys(english).toSorted()).toEqual(keys.toSorted());
});
