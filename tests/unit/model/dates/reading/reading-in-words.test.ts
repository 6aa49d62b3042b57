import { beforeAll, describe, expect, test } from 'vitest';
import { withLazyCode } from '../../../../../src/base/lazy-code';
import { translateFor } from '../../../../../src/base/messages/choose-catalogue';
import { loadAllMessages } from '../../../../../src/base/messages/load-messages';
import type { Translate } from '../../../../../src/base/translate';
import { withoutIsolates } from '../../../../../src/base/translate';
import type { DateReadingContext } from '../../../../../src/model/dates/reading/date-reading';
import { readDate } from '../../../../../src/model/dates/reading/read-date';
import { readingInWords } from '../../../../../src/model/dates/reading/reading-in-words';
import { isDateFault, parseEventDate } from '../../../../../src/model/dates/parse-event-date';

const translators = new Map<string, Translate>();
beforeAll(async () => {
  for (const language of ['en', 'ru', 'ar', 'fr']) {
    await loadAllMessages(language);
    translators.set(language, await withLazyCode(() => translateFor(language)));
  }
});

function said(text: string, language = 'en', more: Partial<DateReadingContext> = {}, asOf?: string): string {
  const until = asOf === undefined ? undefined : parseEventDate(asOf);
  if (until !== undefined && isDateFault(until)) throw new Error(until.fault);
  const words = readingInWords(readDate(text, { languages: [language], ...more }), translators.get(language)!, until);
  return withoutIsolates(words).replaceAll(/[\u00A0\u202F]/g, ' ');
}

describe('what was understood', () => {
  test.each([
    ['23 or 24 February 2016', '23 or 24 Feb 2016: one event, on one of these days'],
    ['2014 or 2015', '2014 or 2015: one event, in one of these'],
    ['1 and 2 May 2016', '1 and 2 May 2016: at each of these times'],
    ['since 2014', 'since some day in 2014, still going on'],
    ['since 30 Sep 2015', 'since 30 Sep 2015, still going on'],
    ['Tuesday 22 Feb 2016', '22 Feb 2016; 22 Feb 2016 was a Monday, not a Tuesday'],
    ['early 2002', '“early 2002”, drawn as 2002'],
    ['3/4/2016', '3 Apr 2016 or 4 Mar 2016: which is meant?'],
    ['2016-02-24 14:30', '24 Feb 2016, 14:30'],
    ['2016-02-24T23:30:00-06:00', '24 Feb 2016; zone -06:00: the day stays as it is written'],
    ['1945-12-00', 'December 1945; 00 stands for what isn’t known'],
    ['2016-02-24 00:00:00', '24 Feb 2016; midnight was taken for no hour'],
    ['to be agreed', 'Not read as a date'],
    ['Spring 2021', 'spring 2021'],
  ])('%s', (text, words) => {
    expect(said(text)).toBe(words);
  });

  test('takes the as-of day, the century and spreadsheets into account', () => {
    expect(said('since 2014', 'en', {}, '2016-02-24')).toBe('since some day in 2014, still going on 24 Feb 2016');
    expect(said('since 30 Sep 2015', 'en', {}, '2016-02-24')).toBe('since 30 Sep 2015, still going on 24 Feb 2016');
    expect(said('since 2020', 'en', {}, '2016-02-24')).toBe('since some day in 2020, still going on');
    expect(said('11-Mar-15', 'en', { lastYear: 2016 })).toBe('11 Mar 2015; two figures were taken for 2015');
    expect(said('42424', 'en', { serials: '1900' })).toBe('24 Feb 2016; a spreadsheet’s number');
  });

  test('is said in the page’s languages', () => {
    expect(said('3/4/2016', 'ru')).toBe('3 апреля 2016 или 4 марта 2016: что имеется в виду?');
    expect(said('вторник, 22 февраля 2016', 'ru')).toBe(
      '22 февраля 2016; 22 февраля 2016 — это понедельник, а не вторник',
    );
    expect(said('с 2014 года', 'ru', {}, '2016-02-24')).toBe(
      'начало: 2014 (день не назван), продолжается на 24 февраля 2016',
    );
    expect(said('mardi 22 février 2016', 'fr')).toBe('22 février 2016 ; 22 février 2016 : un lundi, et non un mardi');
    expect(said('23 ou 24 février 2016', 'fr')).toBe('23 ou 24 février 2016 : un seul événement, l’un de ces jours');
    expect(said('الثلاثاء 22 فبراير 2016', 'ar')).toBe('22 فبراير 2016؛ كان 22 فبراير 2016 يوم الاثنين لا يوم الثلاثاء');
  });
});
