import { describe, expect, test } from 'vitest';
import { coarsened } from '../../../../../src/model/dates/reading/coarsened';
import { withPrecision } from '../../../../../src/model/dates/reading/precision-books';
import { isDateFault, parseEventDate } from '../../../../../src/model/dates/parse-event-date';

describe('code books of precision', () => {
  test.each([
    ['1', '2016-02-24'],
    ['2', '2016-02-24~'],
    ['3', '[2016-02-21..2016-02-27]'],
    ['4', '2016-02'],
    ['5', '2016-02~'],
    ['6', '2016'],
    ['7', '2016?'],
    [' 4.0 ', '2016-02'],
    ['8', undefined],
    ['', undefined],
    ['toString', undefined],
  ])('of UCDP: %s', (code, edtf) => {
    expect(withPrecision('2016-02-24', 'ucdp', code)).toBe(edtf);
  });

  test.each([
    ['1', '2016-02-01'],
    ['2', '[2016-01-29..2016-02-04]'],
    ['3', '2016-02'],
    ['4', undefined],
  ])('of ACLED: %s', (code, edtf) => {
    expect(withPrecision('2016-02-01', 'acled', code)).toBe(edtf);
  });

  test.each([
    ['2016-02-24', '14', '2016-02-24'],
    ['2016-02-24', '11', '2016-02-24'],
    ['2016-02-01', '10', '2016-02'],
    ['2016-01-01', '9', '2016'],
    ['2016-01-01', '8', '201X'],
    // A century is counted from its first year: 1900 is the last of the nineteenth.
    ['1900-01-01', '7', '18XX'],
    ['1901-01-01', '7', '19XX'],
    ['2000-01-01', '6', '1XXX'],
    ['-0232-01-01', '9', '-0232'],
    ['-0450-01-01', '7', '-04XX'],
    ['2016', '11', '2016'],
    ['2016-02-24', '5', undefined],
  ])('of Wikidata: %s with %s', (edtf, code, exact) => {
    expect(withPrecision(edtf, 'wikidata', code)).toBe(exact);
  });

  test('leave what isn’t a plain date, or is coarser already', () => {
    expect(withPrecision('2014/..', 'ucdp', '4')).toBe('2014/..');
    expect(withPrecision('2016', 'ucdp', '4')).toBe('2016');
    expect(withPrecision('2016', 'ucdp', '2')).toBe('2016');
    expect(withPrecision('2016', 'acled', '2')).toBe('2016');
  });

  test('give dates that can be drawn', () => {
    for (const book of ['ucdp', 'acled', 'wikidata'] as const)
      for (let code = 1; code <= 14; code += 1)
        for (const day of [
          '2016-02-24',
          '0001-01-01',
          '0000-01-01',
          '-0099-06-01',
          '-0232-01-01',
          '1900-01-01',
          '9999-12-31',
        ]) {
          const edtf = withPrecision(day, book, String(code));
          if (edtf !== undefined) expect([edtf, isDateFault(parseEventDate(edtf))]).toEqual([edtf, false]);
        }
  });
});

describe('dates of a heap', () => {
  test('are the year, or the month, that was known', () => {
    expect(coarsened('2016-01-09', ['01-09'])).toBe('2016');
    expect(coarsened('2016-01-10', ['01-09'])).toBe('2016-01-10');
    expect(coarsened('2016-02-01', ['01'])).toBe('2016-02');
    expect(coarsened('2016-01-01', ['01-01', '01'])).toBe('2016');
    expect(coarsened('-0232-01-01', ['01-01'])).toBe('-0232');
    expect(coarsened('2016-01-01?', ['01-01'])).toBe('2016?');
    expect(coarsened('2016-01', ['01'])).toBe('2016-01');
    expect(coarsened('2016-01-09', [])).toBe('2016-01-09');
  });

  test('in intervals and sets are each so', () => {
    expect(coarsened('2014-01-01/2016-12-31', ['01-01', '12-31'])).toBe('2014/2016');
    expect(coarsened('2016-01-01/2016-12-31', ['01-01', '12-31'])).toBe('2016');
    expect(coarsened('2014-01-01/..', ['01-01'])).toBe('2014/..');
    expect(coarsened('[2014-01-01,2016-05-03]', ['01-01'])).toBe('[2014,2016-05-03]');
    expect(coarsened('[..2014-01-01]', ['01-01'])).toBe('[..2014]');
  });
});
