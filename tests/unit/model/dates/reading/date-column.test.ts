import { describe, expect, test } from 'vitest';
import { makeDateColumn } from '../../../../../src/model/dates/reading/date-column';
import type { DateDecision, DateReadingContext } from '../../../../../src/model/dates/reading/date-reading';

const WORDS: DateReadingContext = { languages: ['en'] };

function decisionOf(cells: readonly string[], asOfYear?: number, context = WORDS): DateDecision {
  const column = makeDateColumn(context);
  for (const cell of cells) column.add(cell);
  return column.decide(asOfYear);
}

describe('the order of day and month', () => {
  test('is decided by cells that can be read one way only, and that is said with its counts', () => {
    const decision = decisionOf(['3/4/2016', '13/4/2016', '25/12/2015', '7/7/2016', '', 'n/a', '1/2/2016']);
    expect(decision.order).toBe('cells');
    expect(decision.context.order).toBe('day-first');
    expect(decision.counts).toEqual({
      cells: 7,
      empty: 1,
      read: 5,
      unread: 1,
      dayFirst: 2,
      monthFirst: 0,
      either: 2,
      twoDigitYears: 0,
    });
  });

  test('is month first where the cells say so', () => {
    expect(decisionOf(['3/4/2016', '4/13/2016']).context.order).toBe('month-first');
  });

  test('is asked where the cells contradict each other, and where none decides', () => {
    const both = decisionOf(['3/4/2016', '4/13/2016', '13/4/2016']);
    expect([both.order, both.context.order]).toEqual(['asked', undefined]);
    const none = decisionOf(['3/4/2016', '5/6/2016', '7/7/2016']);
    expect([none.order, none.context.order]).toEqual(['asked', undefined]);
    expect(none.example).toEqual({
      text: '3/4/2016',
      alternatives: [
        { edtf: '2016-04-03', order: 'day-first' },
        { edtf: '2016-03-04', order: 'month-first' },
      ],
    });
  });

  test('needs no decision where no date has two ways', () => {
    expect(decisionOf(['2016-02-24', '24 Feb 2016', '7/7/2016']).order).toBe('none-needed');
  });

  test('is the one that was given, and the cells are counted all the same', () => {
    const decision = decisionOf(['3/4/2016', '4/13/2016'], undefined, { ...WORDS, order: 'day-first' });
    expect([decision.order, decision.context.order]).toEqual(['given', 'day-first']);
    expect([decision.counts.monthFirst, decision.counts.either]).toEqual([1, 1]);
  });

  test('may be told by a weekday', () => {
    expect(decisionOf(['Fri 3/4/2016', '5/6/2016']).context.order).toBe('month-first');
  });
});

describe('dates with two ways among their neighbours', () => {
  test('stand in time order one way and not the other', () => {
    const cells = ['1 Jan 2016', '2/3/2016', '10 Mar 2016', '11/3/2016', '5 May 2016', '6/5/2016'];
    // Month first: 3 February, 3 November and 5 June.
    expect(decisionOf(cells).inRowOrder).toEqual({ dayFirst: 3, monthFirst: 2, of: 3 });
  });

  test('stand in time order where the file begins with the latest', () => {
    const cells = ['5 May 2016', '11/3/2016', '10 Mar 2016', '2/3/2016', '1 Jan 2016'];
    expect(decisionOf(cells).inRowOrder).toEqual({ dayFirst: 2, monthFirst: 1, of: 2 });
  });

  test('have empty and unread cells between them', () => {
    const cells = ['10 Mar 2016', '', '11/3/2016', 'n/a', '5 May 2016'];
    expect(decisionOf(cells).inRowOrder).toEqual({ dayFirst: 1, monthFirst: 0, of: 1 });
  });
});

describe('years of two figures', () => {
  const cells = ['11-Mar-98', '12-Mar-99', '13-Mar-00', '14-Mar-15'];

  test('take the century that leaves every cell at or before the as-of year', () => {
    expect(decisionOf(cells, 2016).context.lastYear).toBe(2016);
    expect(decisionOf(cells, 2016).counts.twoDigitYears).toBe(4);
  });

  test('are asked about without one', () => {
    expect(decisionOf(cells).context.lastYear).toBeUndefined();
  });

  test('are asked about where one could be of the years after it', () => {
    expect(decisionOf([...cells, '1-Jun-17'], 2016).context.lastYear).toBeUndefined();
    expect(decisionOf([...cells, '1-Jun-17'], 2017).context.lastYear).toBe(2017);
  });

  test('leave a column without them as it is', () => {
    expect(decisionOf(['11 Mar 2015'], 2016).context.lastYear).toBeUndefined();
  });
});

describe('heaps', () => {
  const spread = Array.from({ length: 47 }, (_, n) => isoDay(1950 + n, (n * 53) % 365));

  test('are days on which too many of a column stand, whichever day it is', () => {
    const ninth = Array.from({ length: 9 }, (_, n) => `${1960 + n}-01-09`);
    expect(decisionOf([...spread, ...ninth]).heaps).toEqual([{ on: 'month-day', at: '01-09', count: 9, of: 56 }]);
  });

  test('are none of five days, nor of one year', () => {
    const five = Array.from({ length: 5 }, (_, n) => `${1960 + n}-01-09`);
    expect(decisionOf([...spread, ...five]).heaps).toEqual([]);
    expect(decisionOf([...spread, ...Array.from({ length: 200 }, () => '2015-12-31')]).heaps).toEqual([]);
  });

  test('are none where a body meets every December', () => {
    const december = Array.from(
      { length: 2000 },
      (_, n) => `${1950 + (n % 60)}-12-${String(1 + (n % 23)).padStart(2, '0')}`,
    );
    expect(decisionOf([...spread, ...december]).heaps).toEqual([]);
  });

  test('are the first of months where days were filled in', () => {
    const firsts = Array.from({ length: 40 }, (_, n) => `${1950 + n}-${String(1 + (n % 12)).padStart(2, '0')}-01`);
    expect(decisionOf([...spread, ...firsts]).heaps).toEqual([
      // Three of the others are the first of a month as well.
      { on: 'first-of-month', at: '01', count: 43, of: 87 },
    ]);
  });

  test('of a year that ends and begins are told apart, and aren’t told once more as the first of months', () => {
    const ends = Array.from({ length: 30 }, (_, n) => [`${1950 + n}-12-31`, `${1950 + n}-01-01`]).flat();
    expect(decisionOf([...spread, ...ends]).heaps.map(({ at, count }) => [at, count])).toEqual([
      ['01-01', 31],
      ['12-31', 30],
    ]);
  });

  test('of days with two ways are found once their order is decided', () => {
    const cells = [...Array.from({ length: 9 }, (_, n) => `9/1/${1960 + n}`), '13/2/1990'];
    expect(decisionOf(cells).heaps).toEqual([{ on: 'month-day', at: '01-09', count: 9, of: 10 }]);
  });
});

test('a column of a million distinct texts keeps no cells', () => {
  const column = makeDateColumn(WORDS);
  for (let n = 0; n < 30_000; n += 1) column.add(`${1 + (n % 12)}/${1 + (n % 12)}/${1000 + Math.floor(n / 12)}`);
  expect(column.decide(undefined).counts).toMatchObject({ cells: 30_000, read: 30_000, either: 0 });
});

function isoDay(year: number, dayOfYear: number): string {
  return new Date(Date.UTC(year, 0, 1 + dayOfYear)).toISOString().slice(0, 10);
}

test('years that look like those of another calendar are counted, and stay what is written', () => {
  const { otherCalendar, counts } = decisionOf(['22/02/2559', '1437/05/13', '24/02/2016', '1453-05-29', '22/02/2559']);
  expect([otherCalendar, counts.read]).toEqual([{ count: 3, example: '22/02/2559' }, 5]);
  expect(decisionOf(['24/02/2016', '1453']).otherCalendar).toBeUndefined();
});
