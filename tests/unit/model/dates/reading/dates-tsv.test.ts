import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { DateReadingContext } from '../../../../../src/model/dates/reading/date-reading';
import { readDate } from '../../../../../src/model/dates/reading/read-date';
import { isDateFault, parseEventDate } from '../../../../../src/model/dates/parse-event-date';

/** Spellings with what they say, written by hand: `?` is no date; `ways` are the readings of those that have two. */
const [, ...lines] = readFileSync('tests/fixtures/dates.tsv', 'utf8').trimEnd().split('\n');
const spellings = lines.map((line) => {
  const [text = '', language = '', context = '', expected = '', ways = ''] = line.split('\t');
  return { text, language, context, expected, ways: ways === '' ? [] : ways.split('|') };
});

function contextOf(language: string, settings: string): DateReadingContext {
  const [name, value] = settings.split('=');
  return {
    languages: [language],
    ...(name === 'order' ? { order: value === 'day-first' ? 'day-first' : 'month-first' } : {}),
    ...(name === 'lastYear' ? { lastYear: Number(value) } : {}),
  };
}

describe.each(['en', 'ru', 'ar', 'fr'])('spellings of dates in %s', (language) => {
  const own = spellings.filter((spelling) => spelling.language === language);

  test('are forty and more', () => {
    expect(own.length).toBeGreaterThanOrEqual(40);
  });

  test.each(own)('$text', ({ text, context, expected, ways }) => {
    const reading = readDate(text, contextOf(language, context));
    expect(reading.edtf ?? '?').toBe(expected);
    expect(reading.alternatives.map(({ edtf }) => edtf)).toEqual(ways);
    expect(reading.sure).toBe(expected === '?' ? 'unread' : ways.length > 0 ? 'two-ways' : 'sure');
  });

  test.each(own)('$text is read alike in whatever language the page is', ({ text, context, expected }) => {
    for (const page of ['en', 'ru', 'ar', 'fr', 'de', 'es', 'ar-SY', 'pt', 'no-such-language'])
      expect(readDate(text, contextOf(page, context)).edtf ?? '?').toBe(expected);
  });
});

test('at most six spellings have two readings', () => {
  expect(new Set(spellings.filter(({ ways }) => ways.length > 0).map(({ text }) => text)).size).toBeLessThanOrEqual(6);
});

test('each of them is a date that can be drawn', () => {
  for (const { expected } of spellings.filter((spelling) => spelling.expected !== '?'))
    expect([expected, isDateFault(parseEventDate(expected))]).toEqual([expected, false]);
});
