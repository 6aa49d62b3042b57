import { valueAt } from './value-at';

/**
 * The first of the positions from `from` up to `to` (not inside) that isn't before something; `to` where all are. Those
 * before come before all others. O(log n).
 */
export function partitionPoint(from: number, to: number, isBefore: (position: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * First position from `from` up to `to` (not inside) whose value is at least `least`; `to` where there is none. Values
 * don't fall. O(log n).
 */
export function lowerBound(sorted: ArrayLike<number>, least: number, from = 0, to = sorted.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (valueAt(sorted, middle) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many values are at most `most`, so the first position whose value is more. Values don't fall. O(log n). */
export function upperBound(sorted: ArrayLike<number>, most: number): number {
  return partitionPoint(0, sorted.length, (position) => valueAt(sorted, position) <= most);
}

/** Where a value stands, undefined where it doesn't. Values rise. O(log n). */
export function positionOf(sorted: ArrayLike<number>, value: number): number | undefined {
  const position = lowerBound(sorted, value);
  return sorted[position] === value ? position : undefined;
}
