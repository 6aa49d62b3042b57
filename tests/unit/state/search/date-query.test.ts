import { expect, test } from 'vitest';
import { parseDateQuery } from '../../../../src/state/search/date-query';

function days(text: string, locale?: string, year?: number): string | undefined {
  const span = parseDateQuery(text, locale, year);
  return span === undefined
    ? undefined
    : `${new Date(span.start).toISOString().slice(0, 10)}/${new Date(span.end).toISOString().slice(0, 10)}`;
}

test.each([
  ['2014', '2014-01-01/2015-01-01'],
  ['0032', '0032-01-01/0033-01-01'],
  ['feb 2016', '2016-02-01/2016-03-01'],
  ['September 2015', '2015-09-01/2015-10-01'],
  ['Sept. 2015', '2015-09-01/2015-10-01'],
  ['2015 december', '2015-12-01/2016-01-01'],
  ['2016-02', '2016-02-01/2016-03-01'],
  ['24 feb 2016', '2016-02-24/2016-02-25'],
  ['24 FEBRUARY 2016', '2016-02-24/2016-02-25'],
  ['Feb 24, 2016', '2016-02-24/2016-02-25'],
  ['24th Feb 2016', '2016-02-24/2016-02-25'],
  ['2016-02-24', '2016-02-24/2016-02-25'],
  ['29 feb 2016', '2016-02-29/2016-03-01'],
  ['22-27 feb 2016', '2016-02-22/2016-02-28'],
  ['22 – 27 feb 2016', '2016-02-22/2016-02-28'],
  ['  may   2016 ', '2016-05-01/2016-06-01'],
])('"%s" is %s', (text, span) => {
  expect(days(text)).toBe(span);
});

test.each([
  '',
  'kerry',
  '24',
  '24 2016',
  'ju 2016',
  'j 2016',
  'feb feb 2016',
  '29 feb 2015',
  '32 jan 2016',
  '0 jan 2016',
  '27-22 feb 2016',
  '2016-13',
  '2016-02-30',
  '2016 2017',
  'feb 2016 plan',
  '20160224',
  '24 feb',
  'march',
  '(',
  'ma 2016',
  '1-2-3 feb 2016',
])('"%s" is no date', (text) => {
  expect(days(text)).toBeUndefined();
});

test('a year can be given for a date that has none', () => {
  expect(days('24 February', 'en', 2016)).toBe('2016-02-24/2016-02-25');
  expect(days('march', 'en', 2014)).toBe('2014-03-01/2014-04-01');
});

test.each([
  ['24 февраля 2016', 'ru'],
  ['24 фев 2016', 'ru'],
  ['24. Februar 2016', 'de'],
  ['24 février 2016', 'fr'],
  ['24 fevrier 2016', 'fr'],
  ['24 feb 2016', 'fr'],
  ['24 فبراير 2016', 'ar'],
  ['24 شباط 2016', 'ar'],
])('"%s" is read in %s', (text, locale) => {
  expect(days(text, locale)).toBe('2016-02-24/2016-02-25');
});

test('a month that is named by two words is one', () => {
  expect(days('24 كانون الثاني 2016', 'ar')).toBe('2016-01-24/2016-01-25');
  expect(days('تشرين الأول 2015', 'ar')).toBe('2015-10-01/2015-11-01');
});
