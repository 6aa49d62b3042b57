import { describe, expect, test } from 'vitest';
import { dateInWords } from '../../../../src/model/dates/date-prose';
import { hasDoubtfulHyphen, isDateFault, parseEventDate } from '../../../../src/model/dates/parse-event-date';
import { readInEnglish } from '../../../../src/formats/json/read-in-english';
import { t } from '../../../support/make-chart';

const wordsOf = (edtf: string): string => {
  const date = parseEventDate(edtf);
  return isDateFault(date) ? date.fault : dateInWords(date, t);
};

describe('blanks are no part of a date', () => {
  test.each([
    ['2016-02-24 ', '24 Feb 2016'],
    [' 2016-02-24', '24 Feb 2016'],
    ['\u00A02016-02\t', 'February 2016'],
    ['2016-02-22 / 2016-02-24', '22 Feb 2016 to 24 Feb 2016'],
    ['2014 / ..', 'since 2014'],
    ['[2016-02-23, 2016-02-24]', '23 or 24 Feb 2016'],
    ['[ .. 2015-09-30 ]', 'on or before 30 Sep 2015'],
    ['- 2016-02-24', '24 Feb 2016'],
    ['• 2016', '2016'],
    ['-2016-02-24', '24 Feb 2017 BCE'],
    ['2016 02 24', 'expected.edtf'],
    ['2016-02 -24', 'expected.edtf'],
    [' ', 'expected.edtf'],
  ])('%j', (edtf, words) => {
    expect(wordsOf(edtf)).toBe(words);
  });

  test('and the date is kept without them', () => {
    expect(parseEventDate(' 2016-02-24 ')).toEqual(parseEventDate('2016-02-24'));
  });
});

test.each([
  ['-2016-02-24', true],
  ['-1914-06', true],
  ['2016-02-22/-2016-02-24', true],
  ['[2016-02-23,-2016-02-24]', true],
  ['-2016', false],
  ['-0043-03-15', false],
  ['- 2016-02-24', false],
  ['2016-02-24', false],
])('whether %s has a hyphen too many: %s', (edtf, doubtful) => {
  expect(hasDoubtfulHyphen(edtf)).toBe(doubtful);
});

test('a date of 2017 BCE that may be one of 2016 is read, and told', () => {
  const read = readInEnglish(JSON.stringify({ events: [{ id: 'a', title: 'A', date: '-2016-02-24' }] }), 'x');
  expect(read.ok && read.dataset.events[0]?.date?.edtf).toBe('-2016-02-24');
  expect(read.rejections).toEqual([
    expect.objectContaining({
      where: '/events/0/date',
      found: '-2016-02-24',
      expected: 'a date; with the hyphen before it, it is 24 Feb 2017 BCE',
      effect: 'noted',
    }),
  ]);
});

test('a range of one day says its date once', () => {
  expect(wordsOf('2016-02-24/2016-02-24')).toBe('24 Feb 2016');
});
