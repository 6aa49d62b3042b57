import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY_MS, civilDay, durationOf, middleOf, timeSpan } from '../../../../src/model/dates/instant';

test('a civil day is its midnight in UTC, whatever zone the machine is in', () => {
  expect(new Date(civilDay(2016, 2, 22)).toISOString()).toBe('2016-02-22T00:00:00.000Z');
  expect(new Date(civilDay(2016)).toISOString()).toBe('2016-01-01T00:00:00.000Z');
  expect(civilDay(2016, 3, 1) - civilDay(2016, 2, 28)).toBe(2 * DAY_MS);
});

test('early years are taken as written', () => {
  expect(new Date(civilDay(99, 12, 31)).toISOString()).toBe('0099-12-31T00:00:00.000Z');
  expect(new Date(civilDay(0)).toISOString()).toBe('0000-01-01T00:00:00.000Z');
  expect(new Date(civilDay(-232)).getUTCFullYear()).toBe(-232);
});

test('a span has a middle, half its length from its start', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0 }), (start, length) => {
      const span = timeSpan(start, start + length);
      expect(durationOf(span)).toBe(length);
      expect(middleOf(span) - start).toBe(length / 2);
    }),
    { seed: 1 },
  );
});
