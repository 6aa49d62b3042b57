import edtf, { parse } from 'edtf';
import type { DateNode } from 'edtf';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventDate } from '../../../../src/model/dates/event-date';
import type { TimeSpan } from '../../../../src/model/dates/instant';
import { isDateFault, parseEventDate } from '../../../../src/model/dates/parse-event-date';
import type { DateExtras } from '../../../../src/model/dates/parse-event-date';

function read(text: string, extras?: DateExtras): EventDate {
  const date = parseEventDate(text, extras);
  if (isDateFault(date)) throw new Error(`${text}: ${date.fault}`);
  return date;
}

function faultOf(text: string, extras?: DateExtras): string | undefined {
  const date = parseEventDate(text, extras);
  return isDateFault(date) ? date.fault : undefined;
}

/** `2016-02-24..2016-02-25`, start and (not inside) end; with the hour where it isn't midnight. */
function spanText(span: TimeSpan | undefined): string | undefined {
  return span === undefined ? undefined : `${instantText(span.start)}..${instantText(span.end)}`;
}

function instantText(at: number): string {
  return new Date(at).toISOString().replace('T00:00:00.000Z', '').replace(':00.000Z', '');
}

describe('a plain date', () => {
  it.each([
    ['2016-02-24', 'day', '2016-02-24..2016-02-25'],
    ['2016-02', 'month', '2016-02-01..2016-03-01'],
    ['2016-12', 'month', '2016-12-01..2017-01-01'],
    ['2014', 'year', '2014-01-01..2015-01-01'],
    ['2016-02-29', 'day', '2016-02-29..2016-03-01'],
    ['0099', 'year', '0099-01-01..0100-01-01'],
    ['0000', 'year', '0000-01-01..0001-01-01'],
    ['0000-02-29', 'day', '0000-02-29..0000-03-01'],
    ['-0232', 'year', '-000232-01-01..-000231-01-01'],
    ['-0044-03-15', 'day', '-000044-03-15..-000044-03-16'],
  ])('%s is known to the %s and stands in %s', (text, precision, span) => {
    const date = read(text);
    expect([date.form, date.precision, spanText(date.start), date.end]).toEqual(['single', precision, span, undefined]);
  });

  it.each(['2015-02-29', '2016-02-30', '2016-04-31', '2016-01-00', '2100-02-29'])(
    '%s is no day of the calendar',
    (text) => {
      expect(faultOf(text)).toBe('expected.calendarDay');
    },
  );

  it.each([
    '',
    'soon',
    '24 Feb 2016',
    '2016-2-4',
    '2016-13',
    '2016-00',
    '-0000',
    '12345',
    '2016/02/24',
    '2016-02-24/2016-02-25/2016-02-26',
    '..',
    '[]',
  ])('"%s" is refused', (text) => {
    expect(faultOf(text)).toBe('expected.edtf');
  });

  it('read directly agrees with the package, whatever the year, month or day', () => {
    const days = fc.tuple(
      fc.integer({ min: -9999, max: 9999 }),
      fc.integer({ min: 0, max: 22 }),
      fc.integer({ min: 0, max: 32 }),
      fc.integer({ min: 1, max: 3 }),
    );
    fc.assert(
      fc.property(days, ([year, month, day, parts]) => {
        const text = [
          `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`,
          String(month).padStart(2, '0'),
          String(day).padStart(2, '0'),
        ]
          .slice(0, parts)
          .join('-');
        const theirs = readByPackage(text);
        const ours = parseEventDate(text);
        if (isDateFault(ours)) {
          // The package takes 29 February of any year, and that of year 0, for 1 March: the one place where we know
          // better.
          expect(theirs === undefined || text.endsWith('-02-29')).toBe(true);
          return;
        }
        // Seasons are ours, not the package's; see below.
        if (ours.precision === 'season' || (year === 0 && text.endsWith('-02-29'))) return;
        expect([ours.start.start, ours.start.end - 1]).toEqual(theirs);
      }),
      { numRuns: 3000 },
    );
  });
});

function readByPackage(text: string): [number, number] | undefined {
  try {
    // Only plain dates and seasons are asked for.
    const { min, max } = edtf(parse(text, { level: 2 }) as DateNode);
    return [min, max];
  } catch {
    return undefined;
  }
}

describe('signs', () => {
  it.each([
    ['2016-02-24?', true, false],
    ['2014~', false, true],
    ['2014%', true, true],
    ['2015?-09-30', true, false],
    ['2016-?02-24', true, false],
    ['2016-~02-24', false, true],
    ['2016-02-%24', true, true],
    ['2015?-09-30/..', true, false],
    ['2016-06~/2016-08?', true, true],
    ['[2016-02-23?,2016-02-24]', true, false],
    ['2016-02-24', false, false],
  ])('%s is uncertain: %s, approximate: %s', (text, uncertain, approximate) => {
    const date = read(text);
    expect([date.uncertain, date.approximate]).toEqual([uncertain, approximate]);
  });
});

describe('an interval', () => {
  it('keeps the spans of both ends', () => {
    const date = read('2015-09-30/2015-10');
    expect([date.form, date.precision, spanText(date.start), spanText(date.end), date.open]).toEqual([
      'interval',
      'day',
      '2015-09-30..2015-10-01',
      '2015-10-01..2015-11-01',
      undefined,
    ]);
  });

  it('that ends in .. is ongoing, one that ends in nothing ended at an unknown time', () => {
    expect([read('2014/..').open, read('2014/..').end, spanText(read('2014/..').start)]).toEqual([
      'ongoing',
      undefined,
      '2014-01-01..2015-01-01',
    ]);
    expect([read('2014/').open, read('2014/').end]).toEqual(['unknown', undefined]);
  });

  it('without a start is a date "before"', () => {
    expect([read('../2014').form, spanText(read('../2014').start), read('/2014').form]).toEqual([
      'before',
      '2014-01-01..2015-01-01',
      'before',
    ]);
  });

  it('of one day is that day', () => {
    const date = read('2016-02-24/2016-02-24');
    expect([date.form, spanText(date.start), date.end, date.edtf]).toEqual([
      'single',
      '2016-02-24..2016-02-25',
      undefined,
      '2016-02-24/2016-02-24',
    ]);
  });

  it('may end in a span that holds its start', () => {
    expect(spanText(read('2016-05/2016').end)).toBe('2016-05-01..2017-01-01');
    expect(spanText(read('2016/2016-02').start)).toBe('2016-01-01..2016-03-01');
  });

  it.each([
    ['2016-02-24/2016-02-23', 'endAfterStart'],
    ['2016/2015', 'endAfterStart'],
    ['../..', 'someBound'],
    ['/', 'someBound'],
    ['2016-02-27T00:00:00Z/..', 'noTimeInInterval'],
    ['2016-02-27T00:00:00+02:00/2016-02-28', 'noTimeInInterval'],
    ['2015-02-29/..', 'calendarDay'],
  ])('%s is refused: %s', (text, fault) => {
    expect(faultOf(text)).toBe(`expected.${fault}`);
  });
});

describe('a set', () => {
  it('of listed days has each as a candidate', () => {
    const date = read('[2016-02-23,2016-02-24]');
    expect([date.form, spanText(date.start), spanText(date.end), date.candidates.map(spanText)]).toEqual([
      'one-of',
      '2016-02-23..2016-02-24',
      '2016-02-24..2016-02-25',
      ['2016-02-23..2016-02-24', '2016-02-24..2016-02-25'],
    ]);
  });

  it.each([
    ['[2016-02-22..2016-02-24]', 'one-of'],
    ['{2016-02-22..2016-02-24}', 'all-of'],
  ])('%s is mended: all three days, and the right end', (text, form) => {
    const date = read(text);
    expect([date.form, spanText(date.end), date.candidates.map(({ start }) => instantText(start))]).toEqual([
      form,
      '2016-02-24..2016-02-25',
      ['2016-02-22', '2016-02-23', '2016-02-24'],
    ]);
  });

  it('writes out ranges of months and years too, across their borders', () => {
    expect(read('[2015-11..2016-02]').candidates.map(({ start }) => instantText(start))).toEqual([
      '2015-11-01',
      '2015-12-01',
      '2016-01-01',
      '2016-02-01',
    ]);
    expect(read('{2015..2017}').candidates).toHaveLength(3);
  });

  it('holds a range of years of days as one candidate', () => {
    const date = read('[1000-01-01..2020-01-01]');
    expect([date.form, date.candidates.length, spanText(date.start), spanText(date.end)]).toEqual([
      'one-of',
      1,
      '1000-01-01..2020-01-02',
      '1000-01-01..2020-01-02',
    ]);
  });

  it('puts its days in order, each once', () => {
    expect(read('[2016-02-24,2016-02-22,2016-02-24]').candidates.map(({ start }) => instantText(start))).toEqual([
      '2016-02-22',
      '2016-02-24',
    ]);
  });

  it('of one day is that day', () => {
    expect([read('[2016-02-24]').form, read('{2016-02-24}').form]).toEqual(['single', 'single']);
  });

  it('open at one side is a bound', () => {
    expect([
      read('[..2015-09-30]').form,
      spanText(read('[..2015-09-30]').start),
      read('[..2015-09-30]').candidates,
    ]).toEqual(['before', '2015-09-30..2015-10-01', []]);
    expect([read('[2015-09-30..]').form, spanText(read('[2015-09-30..]').start)]).toEqual([
      'after',
      '2015-09-30..2015-10-01',
    ]);
    expect(spanText(read('[..2015-09-29,2015-09-30]').start)).toBe('2015-09-30..2015-10-01');
  });

  it('with a range that runs backwards is refused', () => {
    expect(faultOf('[2016-02-24..2016-02-22]')).toBe('expected.rangeInOrder');
  });
});

describe('a coarse date', () => {
  it.each([
    ['201X', 'decade', '2010-01-01..2020-01-01'],
    ['19XX', 'century', '1900-01-01..2000-01-01'],
    ['1XXX', 'millennium', '1000-01-01..2000-01-01'],
    ['-01XX', 'century', '-000199-01-01..-000099-01-01'],
    ['201', 'decade', '2010-01-01..2020-01-01'],
    ['20', 'century', '2000-01-01..2100-01-01'],
    ['2016-XX', 'year', '2016-01-01..2017-01-01'],
    ['2016-02-XX', 'month', '2016-02-01..2016-03-01'],
    ['2016-XX-XX', 'year', '2016-01-01..2017-01-01'],
    ['1950S2', 'century', '1900-01-01..2000-01-01'],
    ['Y12345', 'year', '+012345-01-01..+012346-01-01'],
    ['2016-21', 'season', '2016-03-01..2016-06-01'],
    ['2016-24', 'season', '2016-12-01..2017-03-01'],
    ['2016-29', 'season', '2016-09-01..2016-12-01'],
    ['2016-36', 'season', '2016-10-01..2017-01-01'],
    ['2016-41', 'season', '2016-07-01..2017-01-01'],
  ])('%s is known to the %s and stands in %s', (text, precision, span) => {
    expect([read(text).precision, spanText(read(text).start)]).toEqual([precision, span]);
  });

  it.each([
    ['XXXX', 'knownYear'],
    ['XXXX-09-30', 'knownYear'],
    ['-0XXX', 'knownYear'],
    ['Y170000002', 'yearInReach'],
    ['Y-17E7', 'yearInReach'],
  ])('%s has no place on a time axis: %s', (text, fault) => {
    expect(faultOf(text)).toBe(`expected.${fault}`);
  });
});

describe('an hour', () => {
  const start = '2016-02-27T00:00:00+02:00';

  it('is the place’s wall clock on its civil day, and the true instant', () => {
    const { clock, start: minute, precision } = read('2016-02-27', { time: start, zone: 'Asia/Damascus' });
    expect([instantText(clock?.civil ?? 0), instantText(clock?.at ?? 0), clock?.zone]).toEqual([
      '2016-02-27',
      '2016-02-26T22:00',
      'Asia/Damascus',
    ]);
    expect([precision, spanText(minute)]).toEqual(['minute', '2016-02-27..2016-02-27T00:01']);
  });

  it('may stand in the EDTF string itself, if it has an offset', () => {
    expect(read(start).clock).toEqual(read('2016-02-27', { time: start }).clock);
    expect(read(start, { zone: 'Asia/Damascus' }).clock?.zone).toBe('Asia/Damascus');
    expect(instantText(read('2016-02-27T13:45:00Z').clock?.civil ?? 0)).toBe('2016-02-27T13:45');
  });

  it('may belong to the start of an interval', () => {
    expect(instantText(read('2016-02-27/..', { time: start }).clock?.at ?? 0)).toBe('2016-02-26T22:00');
  });

  it.each([
    ['2016-02-27', '2016-02-27T00:00:00', 'time'],
    ['2016-02-27', '00:00', 'time'],
    ['2016-02-27', '2016-02-27T24:00:00Z', 'time'],
    ['2016-02-27', '2016-02-30T00:00:00Z', 'time'],
    ['2016-02-26', start, 'timeOnDay'],
    ['2016-02-28', start, 'timeOnDay'],
    ['2016-02', start, 'timeNeedsDay'],
    ['[2016-02-27,2016-02-28]', start, 'timeNeedsDay'],
  ])('of %s that is %s is refused: %s', (day, time, fault) => {
    expect(faultOf(day, { time })).toBe(`expected.${fault}`);
  });

  it('without an offset is refused, rather than read in the machine’s zone', () => {
    expect(faultOf('2016-02-25T10:27:00')).toBe('expected.offset');
  });
});

describe('extras', () => {
  it('are carried over, and never remembered with the string', () => {
    const date = read('2014/..', { basis: 'stated', display: 'since 2014', note: 'The year is printed.' });
    expect([date.basis, date.display, date.note]).toEqual(['stated', 'since 2014', 'The year is printed.']);
    expect([read('2014/..').basis, read('2014/..').display, read('2014/..').note]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

it('refuses or reads any text at all, and never throws', () => {
  const pieces = fc.array(
    fc.constantFrom(
      '2016',
      '-',
      '/',
      '..',
      '[',
      ']',
      '{',
      '}',
      ',',
      'X',
      '?',
      '~',
      '%',
      '02',
      '29',
      'T',
      'Z',
      'Y',
      'S',
      'E',
      '1',
      '00:00:00',
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        pieces.map((parts) => parts.join('')),
      ),
      (text) => {
        const date = parseEventDate(text);
        if (isDateFault(date)) return;
        expect(Number.isFinite(date.start.start) && date.start.end > date.start.start).toBe(true);
        if (date.end !== undefined) expect(date.end.end).toBeGreaterThan(date.start.start);
      },
    ),
    { numRuns: 4000 },
  );
});
