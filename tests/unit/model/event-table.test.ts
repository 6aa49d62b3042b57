import { describe, expect, test } from 'vitest';
import { DATE_FORMS } from '../../../src/model/dates/event-date';
import { FLAG_ANNOUNCED, FLAG_DEED, FLAG_DOUBT, FLAG_OPEN, NO_TYPE } from '../../../src/model/event-table';
import { makeEventTable } from '../../../src/model/table-builder';
import type { EventTable } from '../../../src/model/event-table';
import { COUNTRY_ROLES, EVENT_TYPES, ROLES, TONES } from '../../../src/model/vocabulary';
import { makeMixedDataset } from '../../support/make-chart';
import { eventDate, makeActor, makeDataset, makeLargeDataset } from '../../support/make-dataset';

const iso = (ms: number) =>
  new Date(ms)
    .toISOString()
    .replace(/T00:00:00\.000Z$/, '')
    .replace(':00.000Z', '');
const tableOf = (date: string, parts = {}) => makeEventTable(makeDataset([{ date, ...parts }]));
const spanOf = (table: EventTable, row = 0) =>
  [table.start[row], table.startLatest[row], table.endEarliest[row], table.end[row]].map((ms) => iso(ms!));

describe('the columns of a date', () => {
  test.each([
    ['2016-02-24', ['2016-02-24', '2016-02-25', '2016-02-24', '2016-02-25'], '2016-02-24T12:00', 0],
    ['2014', ['2014-01-01', '2015-01-01', '2014-01-01', '2015-01-01'], '2014-07-02T12:00', 0],
    [
      '[2016-02-22,2016-02-24]',
      ['2016-02-22', '2016-02-23', '2016-02-24', '2016-02-25'],
      '2016-02-23T12:00',
      FLAG_DOUBT,
    ],
    ['{2016-02-22,2016-02-24}', ['2016-02-22', '2016-02-23', '2016-02-24', '2016-02-25'], '2016-02-23T12:00', 0],
    ['2014/..', ['2014-01-01', '2015-01-01', '2016-02-25', '2016-02-25'], '2014-01-01', FLAG_OPEN],
    ['2016/..', ['2016-01-01', '2017-01-01', '2016-02-25', '2016-02-25'], '2016-01-01', FLAG_OPEN],
    ['2016-02-27/..', ['2016-02-27', '2016-02-28', '2016-02-28', '2016-02-28'], '2016-02-27', FLAG_OPEN],
    ['2015-09-30/2016-02', ['2015-09-30', '2015-10-01', '2016-02-01', '2016-03-01'], '2015-09-30', 0],
    ['[..2015-09-30]', ['2015-09-30', '2015-10-01', '2015-09-30', '2015-10-01'], '2015-09-30T12:00', 0],
    ['2016-02-24?', ['2016-02-24', '2016-02-25', '2016-02-24', '2016-02-25'], '2016-02-24T12:00', FLAG_DOUBT],
    ['2016-02-24~', ['2016-02-24', '2016-02-25', '2016-02-24', '2016-02-25'], '2016-02-24T12:00', FLAG_DOUBT],
  ])('%s', (date, span, anchor, flags) => {
    const table = tableOf(date);
    expect(spanOf(table)).toEqual(span);
    expect(iso(table.anchor[0]!)).toBe(anchor);
    expect(table.flags[0]).toBe(flags);
  });

  test('an open end without an as-of day stays where it began', () => {
    expect(spanOf(makeEventTable(makeDataset([{ date: '2014/..' }], { asOf: undefined })))).toEqual([
      '2014-01-01',
      '2015-01-01',
      '2015-01-01',
      '2015-01-01',
    ]);
  });

  test('an hour that a source gives is where the mark stands, on the clock of the place', () => {
    const civil = Date.UTC(2016, 1, 27, 0, 0) as never;
    const table = tableOf('', {
      date: { ...eventDate('2016-02-27'), clock: { civil, at: (civil - 7_200_000) as never, zone: 'Asia/Damascus' } },
    });
    expect(iso(table.anchor[0]!)).toBe('2016-02-27');
    expect([table.hasHours, tableOf('2016-02-27').hasHours]).toEqual([true, false]);
  });

  test('every finite date keeps its columns in order, and its anchor inside', () => {
    for (let seed = 1; seed < 30; seed++) {
      const table = makeEventTable(makeMixedDataset({ seed, events: 40 }));
      for (let row = 0; row < table.size; row++) {
        expect(table.start[row]!).toBeLessThan(table.startLatest[row]!);
        expect(table.endEarliest[row]!).toBeLessThanOrEqual(table.end[row]!);
        expect(table.start[row]!).toBeLessThan(table.end[row]!);
        expect(table.anchor[row]! >= table.start[row]! && table.anchor[row]! < table.end[row]!).toBe(true);
        expect(Number.isFinite(table.end[row])).toBe(true);
      }
    }
  });
});

describe('a table', () => {
  test('holds the events in time order, those that start together in the file’s order, and finds them by id', () => {
    const dataset = makeDataset([
      { id: 'b', date: '2016-02-24' },
      { id: '__proto__', date: '2014' },
      { id: 'a', date: '2016-02-24' },
    ]);
    const table = makeEventTable(dataset);
    expect(Array.from({ length: 3 }, (_, row) => table.eventAt(row).id)).toEqual(['__proto__', 'b', 'a']);
    expect([table.rowOf('__proto__'), table.rowOf('a'), table.rowOf('constructor')]).toEqual([0, 2, undefined]);
    expect(dataset.events[0]!.id).toBe('b');
    expect(() => table.eventAt(3)).toThrow('No event at row 3: the table has 3');
  });

  test('says of every event what the event says', () => {
    const dataset = makeLargeDataset({ events: 500, actors: 40, countries: 9 });
    const table = makeEventTable(dataset);
    for (let row = 0; row < table.size; row++) {
      const event = table.eventAt(row);
      expect([
        DATE_FORMS[table.form[row]!],
        EVENT_TYPES[table.type[row]!],
        TONES[table.tone[row]!],
        table.importance[row],
        (table.flags[row]! & FLAG_DEED) !== 0,
      ]).toEqual([event.date!.form, event.type, event.tone, event.importance, event.deed]);
      const who = Array.from(
        table.participantActor.subarray(table.participantOffset[row], table.participantOffset[row + 1]),
        (actor, i) => [table.actors[actor], ROLES[table.participantRole[table.participantOffset[row]! + i]!]],
      );
      expect(who).toEqual(event.participants.map(({ actor, role }) => [actor, role]));
      const where = Array.from(
        table.countryIndex.subarray(table.countryOffset[row], table.countryOffset[row + 1]),
        (country, i) => [table.countries[country], COUNTRY_ROLES[table.countryRole[table.countryOffset[row]! + i]!]],
      );
      expect(where).toEqual(event.countries.map(({ country, role }) => [country, role]));
    }
    expect(table.extent.end).toBe(Math.max(...table.end));
    expect(table.extent.start).toBe(Math.min(...table.start));
  });

  test('marks what is announced and what has no type', () => {
    const table = makeEventTable(makeDataset([{ announced: true, type: undefined }], { actors: [makeActor('a')] }));
    expect([table.flags[0], table.type[0]]).toEqual([FLAG_ANNOUNCED, NO_TYPE]);
  });

  test('of no events is a day of 1970', () => {
    const table = makeEventTable(makeDataset([], { asOf: undefined }));
    expect([table.size, iso(table.extent.start), iso(table.extent.end), table.asOfEnd]).toEqual([
      0,
      '1970-01-01',
      '1970-01-02',
      undefined,
    ]);
  });
});
