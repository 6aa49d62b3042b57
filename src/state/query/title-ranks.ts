import { valueAt } from '../../base/value-at';
import { ROWS_A_STEP } from '../../base/steps';
import type { Steps } from '../../base/steps';
import type { EventTable } from '../../model/event-table';

/** Titles by their place in the alphabet. */
export interface TitleRanks {
  /** Place of each row's title; equal titles share one. */
  readonly rankOfRow: Uint32Array;
  /** How many places there are. */
  readonly size: number;
}

/** Titles compared before the page may have its turn: two milliseconds. */
const COMPARED_A_STEP = 4096;
/** Titles among which equal ones are looked for: a map of half a million grows in jumps that a reader would feel. */
const KNOWN_MOST = 65_536;
/** Short enough to be sorted in one go. */
const RUN = 1024;

/**
 * Puts the titles of a table in a language's order (BCP 47); one that stands in many rows is compared once. O(n log n).
 */
export function* titleRanks(table: EventTable, locale: string): Steps<TitleRanks> {
  const rankOfRow = new Uint32Array(table.size);
  const known = new Map<string, number>();
  const titles: string[] = [];
  for (let row = 0; row < table.size; row += 1) {
    if (row % COMPARED_A_STEP === 0) yield (0.1 * row) / table.size;
    const title = table.titleAt(row);
    let index = known.get(title);
    if (index === undefined) {
      index = titles.length;
      if (known.size < KNOWN_MOST) known.set(title, index);
      titles.push(title);
    }
    rankOfRow[row] = index;
  }
  // Without options: V8 compares plain letters fast then, which decides between one second and ten for half a million.
  const { compare } = new Intl.Collator(locale);
  const order = yield* mergeSort(titles, compare);
  const places = yield* placesOf(order, titles, compare);
  for (let row = 0; row < table.size; row += 1) {
    if (row % ROWS_A_STEP === 0) yield 0.9;
    rankOfRow[row] = valueAt(places, valueAt(rankOfRow, row));
  }
  return { rankOfRow, size: titles.length };
}

/** Titles that are spelt differently and yet equal to the language share a place. */
function* placesOf(
  order: Uint32Array,
  titles: readonly string[],
  compare: (a: string, b: string) => number,
): Steps<Uint32Array> {
  const places = new Uint32Array(order.length);
  let place = 0;
  for (let i = 0; i < order.length; i += 1) {
    if (i % COMPARED_A_STEP === 0) yield 0.85;
    if (i > 0 && compare(titles[valueAt(order, i - 1)] ?? '', titles[valueAt(order, i)] ?? '') !== 0) place += 1;
    places[valueAt(order, i)] = place;
  }
  return places;
}

function* mergeSort(titles: readonly string[], compare: (a: string, b: string) => number): Steps<Uint32Array> {
  const n = titles.length;
  const inOrder = (a: number, b: number): number => compare(titles[a] ?? '', titles[b] ?? '');
  let from = new Uint32Array(n);
  for (let index = 0; index < n; index += 1) from[index] = index;
  for (let at = 0; at < n; at += RUN) {
    from.subarray(at, at + RUN).sort(inOrder);
    yield 0.1 + (0.4 * at) / n;
  }
  let to = new Uint32Array(n);
  for (let width = RUN; width < n; width *= 2) {
    for (let at = 0; at < n; at += width * 2)
      yield* merge(from, to, at, Math.min(at + width, n), Math.min(at + width * 2, n), inOrder);
    [from, to] = [to, from];
  }
  return from;
}

function* merge(
  from: Uint32Array,
  to: Uint32Array,
  start: number,
  middle: number,
  end: number,
  inOrder: (a: number, b: number) => number,
): Steps<void> {
  let a = start;
  let b = middle;
  for (let i = start; i < end; i += 1) {
    if ((i - start) % COMPARED_A_STEP === 0) yield 0.5;
    const takeFirst = a < middle && (b >= end || inOrder(valueAt(from, a), valueAt(from, b)) <= 0);
    to[i] = (takeFirst ? from[a] : from[b]) ?? 0;
    if (takeFirst) a += 1;
    else b += 1;
  }
}
