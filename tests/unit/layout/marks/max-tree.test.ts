import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MaxTree } from '../../../../src/layout/marks/max-tree';

const values = fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 700 });

test('finds what a walk from value to value finds, in both directions', () => {
  fc.assert(
    fc.property(values, fc.integer({ min: -5, max: 705 }), fc.integer({ min: -51, max: 51 }), (list, from, least) => {
      const tree = new MaxTree(list.length, (i) => list[i]!);
      const next = list.findIndex((value, i) => i >= from && value >= least);
      expect(tree.next(from, least)).toBe(next < 0 ? list.length : next);
      expect(tree.previous(from, least)).toBe(list.findLastIndex((value, i) => i <= from && value >= least));
    }),
    { numRuns: 500 },
  );
});

test('reads a few values where a walk would read all', () => {
  const list = new Float64Array(500_000);
  list[499_999] = 1;
  let reads = 0;
  const tree = new MaxTree(list.length, (i) => {
    reads++;
    return list[i]!;
  });
  reads = 0;
  expect([tree.next(3, 1), tree.previous(499_998, 1)]).toEqual([499_999, -1]);
  expect(reads).toBeLessThan(100);
});
