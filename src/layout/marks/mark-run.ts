import { once } from '../../base/memo';
import { lowerBound } from '../../base/sorted';
import { valueAt } from '../../base/value-at';
import type { EventTable } from '../../model/event-table';
import { longDatesOf } from './long-dates';
import type { LongDates } from './long-dates';
import { MaxTree } from './max-tree';
import { toneSumsOf } from './tone-sums';
import type { ToneSums } from './tone-sums';

/** Marks by place and then by row, and what is known of each. */
interface Marks {
  readonly rows: Uint32Array;
  /** Where each stands, **unit** space, not falling. */
  readonly units: Float64Array;
  /** 1 where somebody of the lane acts. */
  readonly acts: Uint8Array;
}

/**
 * Marks of one line of a lane that pass the filter: what pills, density and single marks are cut from. What is a
 * function is worked out when it is first asked for, once a run.
 */
export interface MarkRun extends Marks {
  readonly track: number;
  /** From each mark to the one before it, unit space; the first is infinitely far. */
  readonly gaps: MaxTree;
  readonly toneSums: () => ToneSums;
  readonly longDates: () => LongDates;
  /** Positions of the marks of an importance, in order. */
  readonly important: () => Readonly<Record<2 | 3, Uint32Array>>;
  /** Where those of importance 3 stand, **unit** space. */
  readonly importantUnits: () => Float64Array;
}

/**
 * A run of the given marks, which come in the order of rows, and so nearly in that of their places. O(n + k log k), k
 * out of place.
 */
export function makeRun(
  table: EventTable,
  track: number,
  rows: Uint32Array,
  acts: Uint8Array,
  unitsOfRows: Float64Array,
): MarkRun {
  const marks = byPlace(rows, acts, unitsOfRows);
  const { units } = marks;
  const important = once(() => positionsByImportance(table, marks.rows));
  return {
    ...marks,
    track,
    gaps: new MaxTree(units.length, (i) => (i === 0 ? Infinity : valueAt(units, i) - valueAt(units, i - 1))),
    toneSums: once(() => toneSumsOf(table, marks.rows, marks.acts)),
    longDates: once(() => longDatesOf(table, marks.rows)),
    important,
    importantUnits: once(() => Float64Array.from(important()[3], (position) => valueAt(units, position))),
  };
}

function byPlace(rows: Uint32Array, acts: Uint8Array, unitsOfRows: Float64Array): Marks {
  const units = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) units[i] = valueAt(unitsOfRows, valueAt(rows, i));
  const order = orderByPlace(units);
  if (order === undefined) return { rows, acts, units };
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
  return sorted;
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

function positionsByImportance({ importance }: EventTable, rows: Uint32Array): Readonly<Record<2 | 3, Uint32Array>> {
  const found = new Map<number, number[]>([
    [2, []],
    [3, []],
  ]);
  for (let i = 0; i < rows.length; i++) found.get(valueAt(importance, valueAt(rows, i)))?.push(i);
  return { 2: Uint32Array.from(found.get(2) ?? []), 3: Uint32Array.from(found.get(3) ?? []) };
}

/**
 * Up to `most` positions from one up to another, the most important first, then the earliest; in order of place. O(most
 * + log n).
 */
export function mostImportant(run: MarkRun, from: number, to: number, most: number): readonly number[] {
  if (to - from <= most) return Array.from({ length: to - from }, (_, i) => from + i);
  const chosen = new Set<number>();
  for (const importance of [3, 2] as const) {
    const own = run.important()[importance];
    for (let i = lowerBound(own, from); i < own.length && (own[i] ?? to) < to && chosen.size < most; i++)
      chosen.add(valueAt(own, i));
  }
  for (let i = from; i < to && chosen.size < most; i++) chosen.add(i);
  return [...chosen].toSorted((a, b) => a - b);
}
