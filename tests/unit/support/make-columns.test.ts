import { describe, expect, test } from 'vitest';
import { makeColumnTable } from '../../../src/model/table-of-columns';
import { DATE_FORMS } from '../../../src/model/dates/event-date';
import { makeColumns } from '../../support/make-columns';

const size = 20_000;
const columns = makeColumns({ size });
const { table, rejections } = makeColumnTable(columns);

function shareOf(column: Uint8Array, value: number): number {
  return column.filter((entry) => entry === value).length / column.length;
}

describe('columns made for measuring', () => {
  test('make a table without a record left out', () => {
    expect(rejections).toEqual([]);
    expect(table.size).toBe(size);
  });

  test('stand in time order, so that the table takes the arrays as they are', () => {
    expect(table.start).toBe(columns.start);
    expect(table.participantActor).toBe(columns.participantActor);
  });

  test('are the same for a seed and others for another', () => {
    expect(makeColumns({ size: 500 })).toEqual({ ...makeColumns({ size: 500 }), texts: expect.anything() });
    expect(makeColumns({ size: 500, seed: 2 }).type).not.toEqual(makeColumns({ size: 500 }).type);
  });

  test('hold the shares asked for: bars, importance 3, dates to the month or year', () => {
    expect(shareOf(table.form, DATE_FORMS.indexOf('interval'))).toBeCloseTo(0.02, 2);
    expect(shareOf(table.importance, 3)).toBeCloseTo(0.005, 2);
    const none = makeColumnTable(makeColumns({ size: 2000, bars: 0, important: 0, coarse: 0 })).table;
    expect(none.form.every((form) => form === DATE_FORMS.indexOf('single'))).toBe(true);
    expect(none.importance.includes(3)).toBe(false);
    expect(new Set(none.end.map((end, row) => end - none.start[row]!))).toEqual(new Set([86_400_000]));
  });

  test('have one to three participants, two on average, nobody twice in an event', () => {
    const lists = Array.from({ length: size }, (_, row) => [
      ...table.participantActor.subarray(table.participantOffset[row], table.participantOffset[row + 1]),
    ]);
    expect(new Set(lists.map((list) => list.length))).toEqual(new Set([1, 2, 3]));
    expect(table.participantActor.length / size).toBeCloseTo(2, 1);
    expect(lists.every((list) => new Set(list).size === list.length)).toBe(true);
  });

  test('give a few actors most of the events, and all of them some', () => {
    const byActor = new Uint32Array(200);
    for (const actor of table.participantActor) byActor[actor]!++;
    byActor.sort();
    expect(byActor[0]).toBeGreaterThan(0);
    expect(byActor.at(-1)).toBeGreaterThan(10 * byActor[100]!);
  });

  test('name each record, and find it by its name', () => {
    const { title } = columns.texts;
    expect(title.at(119)).toMatch(/^\w+ \d+ .+, no\. 120$/);
    expect(title.find(title.at(119))).toBe(119);
    expect(title.find('nothing of the kind, no. 120')).toBeUndefined();
    expect(() => title.at(size)).toThrow(RangeError);
  });
});
