import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lowerBound, partitionPoint, positionOf, upperBound } from '../../../src/base/sorted';

const sortedLists = fc
  .array(fc.integer({ min: -50, max: 50 }), { maxLength: 300 })
  .map((list) => Float64Array.from(list.toSorted((a, b) => a - b)));
const values = fc.integer({ min: -52, max: 52 });

test('bounds are where a walk through the values finds them', () => {
  fc.assert(
    fc.property(sortedLists, values, (sorted, value) => {
      const first = sorted.findIndex((each) => each >= value);
      const beyond = sorted.findIndex((each) => each > value);
      expect(lowerBound(sorted, value)).toBe(first < 0 ? sorted.length : first);
      expect(upperBound(sorted, value)).toBe(beyond < 0 ? sorted.length : beyond);
      expect(positionOf(sorted, value)).toBe(sorted.includes(value) ? first : undefined);
    }),
  );
});

test('a bound between two positions looks at nothing outside them', () => {
  fc.assert(
    fc.property(sortedLists, values, fc.nat(300), fc.nat(300), (sorted, value, a, b) => {
      const from = Math.min(a, b, sorted.length);
      const to = Math.min(Math.max(a, b), sorted.length);
      const first = sorted.findIndex((each, i) => i >= from && i < to && each >= value);
      expect(lowerBound(sorted, value, from, to)).toBe(first < 0 ? to : first);
    }),
  );
});

test('half a million positions are parted with twenty questions', () => {
  let asked = 0;
  const found = partitionPoint(0, 500_000, (position) => {
    asked++;
    return position < 123_456;
  });
  expect(found).toBe(123_456);
  expect(asked).toBeLessThanOrEqual(20);
});
