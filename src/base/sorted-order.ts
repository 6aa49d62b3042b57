import { valueAt } from './value-at';
import { ROWS_A_STEP } from './steps';
import type { Steps } from './steps';

/** Short enough to be sorted in one go. */
const RUN = 4096;

/**
 * The kept records (all of them, where `kept` is undefined) by their key, equal keys in the records' own order, those
 * whose key is NaN last; undefined where that is how they stand already and all are kept. Merge sort in slices,
 * O(n log n).
 */
export function* sortedOrder(key: Float64Array, kept: Uint32Array | undefined): Steps<Uint32Array | undefined> {
  if (yield* isSorted(key, kept)) return kept;
  let from = kept?.slice() ?? (yield* everyRecord(key.length));
  const n = from.length;
  for (let at = 0; at < n; at += RUN) {
    from.subarray(at, at + RUN).sort((a, b) => keyAt(key, a) - keyAt(key, b) || a - b);
    yield 0.2 + (0.2 * at) / n;
  }
  let to = new Uint32Array(n);
  for (let width = RUN; width < n; width *= 2) {
    for (let at = 0; at < n; at += width * 2) {
      yield* merge(key, from, to, at, Math.min(at + width, n), Math.min(at + width * 2, n));
    }
    [from, to] = [to, from];
  }
  return from;
}

/** NaN is no smaller than anything. */
function keyAt(key: Float64Array, record: number): number {
  const value = valueAt(key, record);
  return Number.isNaN(value) ? Infinity : value;
}

function* isSorted(key: Float64Array, kept: Uint32Array | undefined): Steps<boolean> {
  const n = kept?.length ?? key.length;
  let before = -Infinity;
  for (let i = 0; i < n; i++) {
    if (i % ROWS_A_STEP === 0) yield 0.2;
    const value = keyAt(key, kept === undefined ? i : valueAt(kept, i));
    if (value < before) return false;
    before = value;
  }
  return true;
}

function* everyRecord(count: number): Steps<Uint32Array<ArrayBuffer>> {
  const records = new Uint32Array(count);
  for (let record = 0; record < count; record++) {
    if (record % ROWS_A_STEP === 0) yield 0.2;
    records[record] = record;
  }
  return records;
}

function* merge(
  key: Float64Array,
  from: Uint32Array,
  to: Uint32Array,
  start: number,
  middle: number,
  end: number,
): Steps<void> {
  let a = start;
  let b = middle;
  for (let i = start; i < end; i++) {
    if (i % ROWS_A_STEP === 0) yield 0.4;
    const isFirst = a < middle && (b >= end || keyAt(key, valueAt(from, a)) <= keyAt(key, valueAt(from, b)));
    to[i] = valueAt(from, isFirst ? a++ : b++);
  }
}
