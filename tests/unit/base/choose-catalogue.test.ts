import { beforeAll, describe, expect, test } from 'vitest';
import { withLazyCode } from '../../../src/base/lazy-code';
import { chooseLocale, translateFor } from '../../../src/base/messages/choose-catalogue';
import { spokenLocale } from '../../../src/base/messages/spoken-locale';
import { LANGUAGES } from '../../../src/base/messages/languages';
import { civilDay } from '../../../src/model/dates/instant';
import { dayInWords } from '../../../src/model/dates/calendar-prose';
import { parseEventDate } from '../../../src/model/dates/parse-event-date';
import { dateInWords, weekdayDate } from '../../../src/model/dates/date-prose';

beforeAll(async () => {
  for (const language of LANGUAGES) await withLazyCode(() => translateFor(language));
});

const words = (locale: string): string => dayInWords(civilDay(2016, 2, 24), translateFor(locale));

describe('the language asked for', () => {
  test.each([
    ['en', 'en', '24 Feb 2016'],
    ['en-GB', 'en-GB', '24 Feb 2016'],
    ['en-US', 'en-US', 'Feb 24, 2016'],
    ['en-AU', 'en-AU', '24 Feb 2016'],
    ['EN-us', 'en-US', 'Feb 24, 2016'],
    ['en-US-u-ca-buddhist-nu-arab', 'en-US', 'Feb 24, 2016'],
    ['ru', 'ru', '24 февраля 2016'],
    ['ru-KZ', 'ru-KZ', '24 февраля 2016'],
    ['fr', 'fr', '24 février 2016'],
    ['fr-CA', 'fr-CA', '24 février 2016'],
    ['ar-EG', 'ar-EG', '٢٤ فبراير ٢٠١٦'],
    ['ar-MA', 'ar-MA', '24 فبراير 2016'],
    ['de', 'en', '24 Feb 2016'],
    ['xx-YY', 'en', '24 Feb 2016'],
    ['not a tag', 'en', '24 Feb 2016'],
    ['', 'en', '24 Feb 2016'],
  ])('%s is spoken as %s: %s', (tag, locale, day) => {
    expect(chooseLocale([tag])).toBe(locale);
    expect([translateFor(locale).locale, words(locale)]).toEqual([locale, day]);
  });

  test('comes before what the browser is set to, and that before English', () => {
    expect(chooseLocale(['fr', 'ru'], ['ar'])).toBe('fr');
    expect(chooseLocale([undefined, 'xx', 'ru'], ['ar'])).toBe('ru');
    expect(chooseLocale([undefined], ['de-DE', 'ar-EG', 'en'])).toBe('ar-EG');
    expect(chooseLocale([], ['de', 'pl'])).toBe('en');
    expect(chooseLocale([])).toBe('en');
  });

  test('is English with the day first where only the browser says en-US, as most do', () => {
    expect(chooseLocale([undefined], ['en-US', 'en'])).toBe('en');
    expect(chooseLocale(['en-US'], ['ru'])).toBe('en-US');
  });

  test('knows which languages are there, and which way they are written', () => {
    expect(LANGUAGES).toEqual(['en', 'ar', 'fr', 'ru']);
    expect(spokenLocale('de')).toBeUndefined();
    expect(LANGUAGES.map((language) => translateFor(language).dir)).toEqual(['ltr', 'rtl', 'ltr', 'ltr']);
  });

  test('in American dates each of two days keeps its month', () => {
    const date = parseEventDate('[2016-02-23,2016-02-24]');
    if ('fault' in date) throw new Error('a date');
    expect(dateInWords(date, translateFor('en-US'))).toBe('Feb 23 or Feb 24, 2016');
    expect(weekdayDate(civilDay(2016, 2, 24), translateFor('en-US'))).toBe('Wed, Feb 24, 2016');
  });
});
