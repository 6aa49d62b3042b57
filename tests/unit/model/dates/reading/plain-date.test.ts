import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DateReadingContext } from '../../../../../src/model/dates/reading/date-reading';
import { makeDateColumn } from '../../../../../src/model/dates/reading/date-column';
import { readPlainDate } from '../../../../../src/model/dates/reading/plain-date';
import { readByGrammar, readDate } from '../../../../../src/model/dates/reading/read-date';

const MONTHS = [
  'January',
  'Feb',
  'mar',
  'MAY',
  'Sept',
  'August',
  'décembre',
  'février',
  'Mai',
  'März',
  'mayo',
  'февраля',
  'май',
  'يناير',
  'Sunday',
  'spring',
  'about',
  'May\u200F',
  'foo',
];
const figure = (most: number) =>
  fc
    .tuple(fc.nat(most), fc.boolean())
    .map(([value, isPadded]) => (isPadded ? String(value).padStart(2, '0') : String(value)));
const year = fc.oneof(
  fc.integer({ min: 0, max: 9999 }).map((value) => String(value).padStart(4, '0')),
  fc.integer({ min: 1890, max: 2100 }).map(String),
  fc.nat(99).map((value) => String(value).padStart(2, '0')),
  fc.constant('0000'),
);
const text = fc
  .tuple(figure(33), figure(33), year, fc.constantFrom(...MONTHS), fc.constantFrom('/', '.', '-', ' ', '. ', ', '))
  .chain(([one, two, its, month, sign]) =>
    fc.constantFrom(
      [one, two, its].join(sign),
      [its, one, two].join(sign),
      [one, month, its].join(sign),
      `${one}. ${month} ${its}`,
      `${one} ${month}. ${its}`,
      `${month} ${one}, ${its}`,
      `${month}. ${one} ${its}`,
      `${month} ${its}`,
      `${its}-${one.padStart(2, '0')}-${two.padStart(2, '0')}`,
      its,
      ` ${its}`,
      `${one}/${two}/${its}/`,
    ),
  );
const context = fc.record<DateReadingContext>({
  languages: fc.constantFrom<readonly string[]>([], ['en'], ['fr', 'ar'], ['ru'], ['es'], ['no']),
  order: fc.constantFrom(undefined, 'day-first', 'month-first'),
  lastYear: fc.constantFrom(undefined, 2016, 1999, 2050),
  serials: fc.constantFrom(undefined, undefined, '1900'),
  within: fc.constantFrom(undefined, undefined, { year: 2012 }, { year: 2012, month: 5 }),
});

test('a plain date reads as the grammar has it, in every context, with all that a column counts', () => {
  let plain = 0;
  fc.assert(
    fc.property(text, context, (written, known) => {
      const found = readPlainDate(written, known);
      if (found === undefined) return;
      plain += 1;
      expect([written, known, found]).toEqual([written, known, readByGrammar(written, known)]);
    }),
    { numRuns: 4000, seed: 20160224 },
  );
  expect(plain).toBeGreaterThan(1000);
});

describe('what stands in most columns takes the short way', () => {
  test.each([
    '2016-02-24',
    '2016',
    '22/2/2016',
    '3/4/2016',
    '2/22/16',
    '22.2.2016',
    '2016/2/22',
    '1/1/00',
    '22 February 2016',
    '22. Februar 2016',
    '11-Mar-15',
    'Feb 22, 2016',
    'Feb. 22 2016',
    'January 2014',
    '22 февраля 2016',
    '24 février 2016',
  ])('%s', (written) => {
    expect(readPlainDate(written, { languages: ['en'] })?.reading.sure).not.toBe('unread');
    expect(readPlainDate(written, { languages: ['en'] })).toEqual(readByGrammar(written, { languages: ['en'] }));
  });

  test.each([
    '2016-02-30',
    '31/2/2016',
    '29 February 2015',
    '29-Feb-00',
    '2016-00-00',
    'mar 2016 5',
    '0/0/2016',
    'Mon 2016',
  ])('but the grammar says what %s is', (written) => {
    expect(readPlainDate(written, { languages: ['es'] })).toBeUndefined();
  });
});

test('the year 2000 written with two figures is no part that isn’t known', () => {
  for (const written of ['12/31/00', '31-Dec-00', '31 December 00', "31 Dec '00"])
    expect([written, readDate(written, { languages: [], lastYear: 2016 })]).toMatchObject([
      written,
      { edtf: '2000-12-31', notes: [{ about: 'century', year: 2000 }] },
    ]);
  expect(readDate('00/12/2000', { languages: [] })).toMatchObject({
    edtf: '2000-12',
    notes: [{ about: 'unknown-part' }],
  });
});

test('a column counts plain dates as it counts those of the grammar', () => {
  const cells = ['3/4/16', '13/4/16', '22 February 2016', '2016-01-09', 'x', '', '4/4/2016'];
  const column = makeDateColumn({ languages: [] });
  for (const cell of cells) column.add(cell);
  const { counts, order } = column.decide(2016);
  expect(order).toBe('cells');
  expect(counts).toEqual({
    cells: 7,
    empty: 1,
    read: 5,
    unread: 1,
    dayFirst: 1,
    monthFirst: 0,
    either: 1,
    twoDigitYears: 2,
  });
});
