import { valueAt } from '../../base/value-at';
import type { EventTable } from '../../model/event-table';
import { TONES } from '../../model/vocabulary';
import type { Tone } from '../../model/vocabulary';
import { DAY_MS } from '../../model/dates/instant';
import { MaxTree } from './max-tree';
import { A_DAY, widthColumn } from './width-column';

/**
 * Marks of one line of a lane that pass the filter, by place and then by row: what pills, density and single marks are
 * cut from.
 */
export interface MarkRun {
  readonly subRow: number;
  readonly rows: Uint32Array;
  /** Where each stands, **unit** space, not falling. */
  readonly units: Float64Array;
  /** 1 where somebody of the lane acts. */
  readonly acts: Uint8Array;
  /** From each mark to the one before it, unit space; the first is infinitely far. */
  readonly gaps: MaxTree;
}

/**
 * A run of the given marks, which come in the order of rows, and so nearly in that of their places. O(n + k log k), k
 * out of place.
 */
export function makeRun(subRow: number, rows: Uint32Array, acts: Uint8Array, unitsOfRows: Float64Array): MarkRun {
  const units = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) units[i] = valueAt(unitsOfRows, valueAt(rows, i));
  const order = orderByPlace(units);
  if (order === undefined) return runOf(subRow, rows, acts, units);
  const sorted = {
    rows: new Uint32Array(order.length),
    acts: new Uint8Array(order.length),
    units: new Float64Array(order.length),
  };
  for (let i = 0; i < order.length; i++) {
    const at = valueAt(order, i);
    sorted.rows[i] = valueAt(rows, at);
    sorted.acts[i] = valueAt(acts, at);
    sorted.units[i] = valueAt(units, at);
  }
  return runOf(subRow, sorted.rows, sorted.acts, sorted.units);
}

/**
 * Undefined where they stand in order already. A month's mark stands in its middle, after those of days that begin
 * later: few do, and are sorted in.
 */
function orderByPlace(units: Float64Array): Uint32Array | undefined {
  const late: number[] = [];
  // From the end: whoever is beyond all that follow stands in place; who is not has somebody later before it.
  let least = Infinity;
  for (let i = units.length - 1; i >= 0; i--) {
    const unit = valueAt(units, i);
    if (unit <= least) least = unit;
    else late.push(i);
  }
  if (late.length === 0) return undefined;
  const isLate = new Uint8Array(units.length);
  for (const i of late) isLate[i] = 1;
  late.sort((a, b) => valueAt(units, a) - valueAt(units, b) || a - b);
  const order = new Uint32Array(units.length);
  let next = 0;
  let waiting = 0;
  for (let i = 0; i < units.length; i++) {
    if (isLate[i] === 1) continue;
    const unit = valueAt(units, i);
    while (waiting < late.length && comesFirst(units, valueAt(late, waiting), i, unit))
      order[next++] = valueAt(late, waiting++);
    order[next++] = i;
  }
  while (waiting < late.length) order[next++] = valueAt(late, waiting++);
  return order;
}

function comesFirst(units: Float64Array, late: number, i: number, unit: number): boolean {
  const own = valueAt(units, late);
  return own < unit || (own === unit && late < i);
}

function runOf(subRow: number, rows: Uint32Array, acts: Uint8Array, units: Float64Array): MarkRun {
  const gaps = new MaxTree(units.length, (i) => (i === 0 ? Infinity : valueAt(units, i) - valueAt(units, i - 1)));
  return { subRow, rows, units, acts, gaps };
}

/**
 * How many marks before each position have a tone; `passive` are those where nobody acts, which are grey whatever their
 * tone.
 */
export interface ToneSums {
  readonly conflict: Uint32Array;
  readonly neutral: Uint32Array;
  readonly passive: Uint32Array;
}

const sumsOfRuns = new WeakMap<MarkRun, ToneSums>();

/** Running counts of a run by tone, n + 1 each; worked out when density is first asked for. */
export function toneSums(table: EventTable, run: MarkRun): ToneSums {
  let known = sumsOfRuns.get(run);
  if (known !== undefined) return known;
  const n = run.rows.length;
  known = { conflict: new Uint32Array(n + 1), neutral: new Uint32Array(n + 1), passive: new Uint32Array(n + 1) };
  const conflict = TONES.indexOf('conflict');
  const neutral = TONES.indexOf('neutral');
  for (let i = 0; i < n; i++) {
    const tone = table.tone[valueAt(run.rows, i)];
    const acts = run.acts[i] === 1;
    known.conflict[i + 1] = valueAt(known.conflict, i) + (acts && tone === conflict ? 1 : 0);
    known.neutral[i + 1] = valueAt(known.neutral, i) + (acts && tone === neutral ? 1 : 0);
    known.passive[i + 1] = valueAt(known.passive, i) + (acts ? 0 : 1);
  }
  sumsOfRuns.set(run, known);
  return known;
}

/** Events by tone where somebody acts, and those where nobody does. */
export type ToneCounts = Readonly<Record<Tone | 'passive', number>>;

/** Counts by tone of the marks from one position up to another, not inside. */
export function countTones(sums: ToneSums, from: number, to: number): ToneCounts {
  const conflict = valueAt(sums.conflict, to) - valueAt(sums.conflict, from);
  const neutral = valueAt(sums.neutral, to) - valueAt(sums.neutral, from);
  const passive = valueAt(sums.passive, to) - valueAt(sums.passive, from);
  return { cooperation: to - from - conflict - neutral - passive, conflict, neutral, passive };
}

const ranked = new WeakMap<MarkRun, ReadonlyMap<2 | 3, Uint32Array>>();

/** Positions of the marks of an importance, in order; worked out once a run. */
export function positionsOfImportance(table: EventTable, run: MarkRun, importance: 2 | 3): Uint32Array {
  let known = ranked.get(run);
  if (known === undefined) {
    const found = new Map<number, number[]>([
      [2, []],
      [3, []],
    ]);
    for (let i = 0; i < run.rows.length; i++) found.get(valueAt(table.importance, valueAt(run.rows, i)))?.push(i);
    known = new Map([
      [2, Uint32Array.from(found.get(2) ?? [])],
      [3, Uint32Array.from(found.get(3) ?? [])],
    ]);
    ranked.set(run, known);
  }
  return known.get(importance) ?? new Uint32Array();
}

/**
 * Up to `most` positions from one up to another, the most important first, then the earliest; in order of place. O(most
 * + log n).
 */
export function mostImportant(
  table: EventTable,
  run: MarkRun,
  from: number,
  to: number,
  most: number,
): readonly number[] {
  if (to - from <= most) return Array.from({ length: to - from }, (_, i) => from + i);
  const chosen = new Set<number>();
  for (const importance of [3, 2] as const) {
    const own = positionsOfImportance(table, run, importance);
    for (let i = firstAtLeast(own, from); i < own.length && (own[i] ?? to) < to && chosen.size < most; i++)
      chosen.add(valueAt(own, i));
  }
  for (let i = from; i < to && chosen.size < most; i++) chosen.add(i);
  return [...chosen].toSorted((a, b) => a - b);
}

function firstAtLeast(sorted: Uint32Array, least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(sorted, middle) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Marks of a run whose dates are longer than a day, and what finds those of them that reach into a window from outside.
 */
interface Coarse {
  readonly positions: Uint32Array;
  /** Latest ends, and earliest starts with their sign turned, of the coarse marks in order. */
  readonly ends: MaxTree;
  readonly starts: MaxTree;
}

const coarseOfRuns = new WeakMap<MarkRun, Coarse>();

function coarseOf(table: EventTable, run: MarkRun): Coarse {
  let known = coarseOfRuns.get(run);
  if (known !== undefined) return known;
  const widths = widthColumn(table);
  const found: number[] = [];
  for (let i = 0; i < run.rows.length; i++) if (widths[valueAt(run.rows, i)] !== A_DAY) found.push(i);
  const positions = Uint32Array.from(found);
  const rowAt = (i: number) => valueAt(run.rows, valueAt(positions, i));
  known = {
    positions,
    ends: new MaxTree(positions.length, (i) => valueAt(table.end, rowAt(i))),
    starts: new MaxTree(positions.length, (i) => -valueAt(table.start, rowAt(i))),
  };
  coarseOfRuns.set(run, known);
  return known;
}

/**
 * Positions before `from` and from `to` on whose dates reach into a window in ms although their marks stand outside it.
 * Cost follows how many there are, and how many stand within a day of the window's edges.
 */
export function reachingIn(
  table: EventTable,
  run: MarkRun,
  from: number,
  to: number,
  startMs: number,
  endMs: number,
): readonly number[] {
  const found: number[] = [];
  const at = (i: number) => valueAt(table.anchor, valueAt(run.rows, i));
  const widths = widthColumn(table);
  const isDay = (i: number) => widths[valueAt(run.rows, i)] === A_DAY;
  for (let i = from - 1; i >= 0 && at(i) + DAY_MS > startMs; i--)
    if (isDay(i) && valueAt(table.end, valueAt(run.rows, i)) > startMs) found.push(i);
  for (let i = to; i < run.rows.length && at(i) - DAY_MS < endMs; i++)
    if (isDay(i) && valueAt(table.start, valueAt(run.rows, i)) < endMs) found.push(i);
  const { positions, ends, starts } = coarseOf(table, run);
  if (positions.length === 0) return found;
  // Ends and starts are whole ms, so "after the start" is "at least a ms after".
  const leastEnd = Math.floor(startMs) + 1;
  for (let i = ends.previous(firstAtLeast(positions, from) - 1, leastEnd); i >= 0; i = ends.previous(i - 1, leastEnd))
    found.push(valueAt(positions, i));
  const leastStart = Math.floor(-endMs) + 1;
  for (
    let i = starts.next(firstAtLeast(positions, to), leastStart);
    i < positions.length;
    i = starts.next(i + 1, leastStart)
  )
    found.push(valueAt(positions, i));
  return found;
}
