import { valueAt } from '../base/value-at';
/**
 * First position from `from` up to `to` (not inside) whose value is at least `least`; `to` where there is none. O(log
 * n).
 */
export function lowerBound(sorted: Float64Array, least: number, from = 0, to = sorted.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(sorted, middle) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
