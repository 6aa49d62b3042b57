import { expect, test } from 'vitest';
import { fittedExponent, median, percentile, spreadOf } from '../../bench/stats';

test('the median of an even number of values lies between the middle two', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([])).toBeNaN();
});

test('a percentile is a value that occurred', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
  expect(percentile(hundred, 0.95)).toBe(95);
  expect(percentile(hundred, 1)).toBe(100);
  expect(percentile([7], 0.5)).toBe(7);
  expect(spreadOf(hundred)).toEqual({ count: 100, median: 50.5, p95: 95, p99: 99, max: 100 });
});

test('the fitted exponent is that of the power law behind the points', () => {
  const sizes = [1000, 10_000, 100_000];
  expect(fittedExponent(sizes.map((size) => ({ size, cost: 3 * size })))).toBeCloseTo(1, 10);
  expect(fittedExponent(sizes.map((size) => ({ size, cost: 0.2 * Math.sqrt(size) })))).toBeCloseTo(0.5, 10);
  expect(fittedExponent(sizes.map((size) => ({ size, cost: 4 })))).toBeCloseTo(0, 10);
  expect(fittedExponent([{ size: 1, cost: 1 }])).toBeNaN();
});
