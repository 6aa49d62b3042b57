import { describe, expect, test } from 'vitest';
import type { DateMapping, TableMapping } from '../../../../src/formats/table/table-mapping';
import { FLAG_DOUBT } from '../../../../src/model/event-table';
import { datasetHead } from '../../../../src/model/dataset-head';
import { RARE_DATES } from '../../../../src/model/dates/parse-event-date';
import { readCsv } from '../../../support/read-csv';

await RARE_DATES.load();

/** The dates of one column, in the rows' own order. */
function datesOf(cells: readonly string[], date: DateMapping = {}, more: TableMapping = {}): (string | undefined)[] {
  const csv = `when\n${cells.map((cell) => `"${cell}"`).join('\n')}\n`;
  const { events } = readCsv(csv, { date: { column: 'when', ...date }, ...more });
  return events.toSorted((a, b) => Number(a.id.slice(4)) - Number(b.id.slice(4))).map((event) => event.date?.edtf);
}

describe('dates of which nobody has said how they are written', () => {
  test('are read as people write them, and what EDTF can’t hold stays in their words', () => {
    const { events } = readCsv('when\n22 February 2016\n11-Mar-15\nearly 2002\n1945-12-00\n2014/..\n', {
      date: 'when',
    });
    expect(events.map(({ date }) => [date?.edtf, date?.display])).toEqual([
      ['1945-12', undefined],
      ['2002', 'early 2002'],
      ['2014/..', undefined],
      ['2015-03-11', undefined],
      ['2016-02-22', undefined],
    ]);
  });

  test('that can be read two ways are, in doubt, as long as no cell decides', () => {
    const { events, table, findings } = readCsv('when\n3/4/2016\n5/5/2016\n', { date: 'when' });
    expect(events.map(({ date }) => date?.edtf)).toEqual(['[2016-03-04,2016-04-03]', '2016-05-05']);
    expect(table.flags[0]! & FLAG_DOUBT).toBe(FLAG_DOUBT);
    expect(findings.dates).toMatchObject([
      { column: 'when', of: 'date', decision: { order: 'asked', counts: { either: 1, dayFirst: 0, monthFirst: 0 } } },
    ]);
  });

  test('are settled by one cell that can be read one way alone, wherever it stands, and then as somebody has said', () => {
    const { events, table, findings } = readCsv('when\n3/4/2016\n5/6/2016\n12/31/2015\n', { date: 'when' });
    expect(events.map(({ date }) => date?.edtf)).toEqual(['2015-12-31', '2016-03-04', '2016-05-06']);
    expect([...table.flags].some((flags) => (flags & FLAG_DOUBT) !== 0)).toBe(false);
    expect(findings.dates[0]?.decision.order).toBe('cells');
    expect(datesOf(['3/4/2016'], { order: 'day-first' })).toEqual(['2016-04-03']);
  });

  test('are settled by the column beside them, which the same hand wrote', () => {
    const { events } = readCsv('from,to\n3/4/2016,3/25/2016\n', { date: 'from', end: 'to' });
    expect(events[0]?.date?.edtf).toBe('2016-03-04/2016-03-25');
  });

  test('of two figures take the century that is over by the day the dataset looks from', () => {
    expect(datesOf(['11-Mar-15', '2-Feb-99'])).toEqual(['2015-03-11', '1999-02-02']);
    expect(datesOf(['11-Mar-15'], { lastYear: 1999 })).toEqual(['1915-03-11']);
  });

  test('begin and end a bar in doubt, where an end can be read two ways; the words of the file stay', () => {
    const { events } = readCsv('from,to\n3/4/2016,5/6/2016\n', { date: 'from', end: 'to' });
    expect([events[0]?.date?.edtf, events[0]?.date?.display]).toEqual([
      '2016-03-04?/2016-06-05?',
      '3/4/2016 – 5/6/2016',
    ]);
  });

  test('name a weekday that isn’t theirs: they are read, and told', () => {
    const { events, faults } = readCsv('when\n"Tuesday, 22 February 2016"\n', { date: 'when' });
    expect(events[0]?.date?.edtf).toBe('2016-02-22');
    expect(faults).toEqual(['line 2, column 1 | Tuesday, 22 February 2016 | Monday, which that day was | noted']);
  });

  test('look the same in the middle of a file as at its end, once the cells so far have decided', () => {
    const cells = Array.from({ length: 200 }, (_, n) => `${1 + (n % 12)}/${1 + (n % 28)}/20${String(10 + (n % 9))}`);
    const whole = datesOf(cells);
    expect(whole).toEqual(datesOf(cells, { order: 'month-first' }));
  });
});

describe('a date in parts', () => {
  const parts = { year: 'y', month: 'm', day: 'd' } as const;
  test.each([
    ['1816,3,4', '1816-03-04'],
    ['1816,03,', '1816-03'],
    ['1816,,', '1816'],
    ['1816,-9,-9', '1816'],
    ['1816.0,3.0,0', '1816-03'],
    ['-0330,10,', '-0330-10'],
    ['2016,February,24', '2016-02-24'],
    ['2016,Feb,', '2016-02'],
    ['1816,2,30', undefined],
  ])('%s is %s, and nothing that is missing is filled in', (cells, edtf) => {
    expect(readCsv(`y,m,d\n${cells}\n`, { date: parts }).events[0]?.date?.edtf).toBe(edtf);
  });

  test('tells a day without its month, and keeps the year', () => {
    const { events, faults } = readCsv('y,m,d\n1816,,4\n', { date: parts });
    expect(events[0]?.date?.edtf).toBe('1816');
    expect(faults).toEqual(['line 2, column 1 | 4 | a day with its month and year | dropped']);
  });

  test('keeps what there is where the year is missing', () => {
    const { events } = readCsv('y,m,d\n,3,4\n', { date: parts });
    expect([events[0]?.date, events[0]?.extra]).toEqual([undefined, { dateText: '4 3' }]);
  });

  test('has an end in parts of its own', () => {
    const { events } = readCsv('y,y2,m2\n1914,1918,11\n', { date: { year: 'y' }, end: { year: 'y2', month: 'm2' } });
    expect(events[0]?.date?.edtf).toBe('1914/1918-11');
  });
});

describe('an hour', () => {
  test('without a zone stands at its place of the day, and in the file’s own words: nobody says it is UTC', () => {
    const { events, table } = readCsv('when,at\n24 Feb 2016,14:30\n', { date: { column: 'when', time: 'at' } });
    expect([events[0]?.date?.edtf, events[0]?.date?.clock, events[0]?.date?.display]).toEqual([
      '2016-02-24',
      undefined,
      '24 Feb 2016 14:30',
    ]);
    expect([table.anchor[0], table.hasHours]).toEqual([Date.UTC(2016, 1, 24, 14, 30), true]);
  });

  test('with an offset is kept with it, on the day that is written', () => {
    const { events } = readCsv('when\n2016-02-27T00:30:00+02:00\n', { date: 'when' });
    expect([events[0]?.date?.edtf, events[0]?.date?.clock?.at]).toEqual([
      '2016-02-27T00:30:00+02:00',
      Date.UTC(2016, 1, 26, 22, 30),
    ]);
  });

  test('that is none is told, and the day stays', () => {
    const { events, faults } = readCsv('when,at\n24 Feb 2016,noonish\n', { date: { column: 'when', time: 'at' } });
    expect(events[0]?.date?.edtf).toBe('2016-02-24');
    expect(faults).toEqual([
      'line 2, column 2 | noonish | a time of day, like 14:30, of a date that is one day | dropped',
    ]);
  });
});

describe('what a table knows of its own dates', () => {
  test('a precision column makes days coarser by its code book; a code it lacks is told', () => {
    const { events, faults } = readCsv('when,p\n2016-02-24,1\n2016-03-24,4\n2016-04-24,6\n2017-04-24,12\n', {
      date: { column: 'when', precision: { column: 'p', book: 'ucdp' } },
    });
    expect(events.map(({ date }) => date?.edtf).toSorted()).toEqual(['2016', '2016-02-24', '2016-03', '2017-04-24']);
    expect(faults).toEqual([
      'line 5, column 2 | 12 | a code of the book “ucdp”, which says how exact a date is | dropped',
    ]);
  });

  test('a day that is one within a few begins a bar in doubt, not nothing', () => {
    const { events } = readCsv('when,p,to\n2016-02-24,3,2016-12-31\n', {
      date: { column: 'when', precision: { column: 'p', book: 'ucdp' } },
      end: 'to',
    });
    expect([events[0]?.date?.edtf, events[0]?.date?.display]).toEqual([
      '2016-02-21?/2016-12-31',
      '2016-02-24 – 2016-12-31',
    ]);
  });

  test('a heap is known as years, and the first of months as months, where somebody says so', () => {
    expect(datesOf(['2001-01-09', '2002-01-09', '2003-05-01', '2004-05-02'], { coarse: ['01-09', '01'] })).toEqual([
      '2001',
      '2002',
      '2003-05',
      '2004-05-02',
    ]);
  });

  test('the last day of the data is no end', () => {
    const { events, findings } = readCsv('from,to\n2010-01-02,2015-12-31\n2011-01-02,2012-03-04\n', {
      date: 'from',
      end: { column: 'to', censoredAt: '2015-12-31' },
    });
    expect(events.map(({ date }) => date?.edtf)).toEqual(['2010-01-02/..', '2011-01-02/2012-03-04']);
    expect(findings.events).toBe(2);
  });

  test('a column of words is shown in the place of ours', () => {
    const { events } = readCsv('when,shown\n2016-02,Winter of 2016\n2017-02,\n', {
      date: { column: 'when', display: 'shown' },
    });
    expect(events.map(({ date }) => date?.display)).toEqual(['Winter of 2016', undefined]);
  });
});

describe('an end', () => {
  const mapping: TableMapping = { date: 'from', end: 'to' };
  test('without a start is a day by which it was over', () => {
    expect(readCsv('from,to\n,2016-02\n', mapping).events[0]?.date?.edtf).toBe('/2016-02');
  });

  test('before the start, or that can’t be read, costs itself alone', () => {
    const { events, faults } = readCsv('from,to\n2016-02-05,2016-02-01\n2016-02-06,whenever\n', mapping);
    expect(events.map(({ date }) => date?.edtf)).toEqual(['2016-02-05', '2016-02-06']);
    expect(faults.map((line) => line.split(' | ').filter((_, at) => at !== 2))).toEqual([
      ['line 2, column 2', '2016-02-01', 'dropped'],
      ['line 3, column 2', 'whenever', 'dropped'],
    ]);
  });

  test('is open to the last dated day, where the dataset has none to look from', () => {
    const dataset = datasetHead({ id: 'x', title: 'x', actors: [] });
    const { table } = readCsv('from,to\n2014-03-01,..\n2016-05-06,\n', mapping, { dataset });
    expect([table.dataset.asOf?.edtf, table.end[0]]).toEqual(['2016-05-06', Date.UTC(2016, 4, 7)]);
  });
});
