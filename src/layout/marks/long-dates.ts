import { lowerBound } from '../../base/sorted';
import { valueAt } from '../../base/value-at';
import type { EventTable } from '../../model/event-table';
import { DAY_MS } from '../../model/dates/instant';
import { MaxTree } from './max-tree';
import { A_DAY, widthColumn } from './width-column';

/**
 * Marks of a run whose dates are longer than a day, and what finds those of them that reach into a window from outside.
 */
export interface LongDates {
  readonly positions: Uint32Array;
  /** Latest ends, and earliest starts with their sign turned, of these marks in order. */
  readonly ends: MaxTree;
  readonly starts: MaxTree;
}

/** Those of the marks of these rows. O(n). */
export function longDatesOf(table: EventTable, rows: Uint32Array): LongDates {
  const widths = widthColumn(table);
  const found: number[] = [];
  for (let i = 0; i < rows.length; i++) if (widths[valueAt(rows, i)] !== A_DAY) found.push(i);
  const positions = Uint32Array.from(found);
  const rowAt = (i: number) => valueAt(rows, valueAt(positions, i));
  return {
    positions,
    ends: new MaxTree(positions.length, (i) => valueAt(table.end, rowAt(i))),
    starts: new MaxTree(positions.length, (i) => -valueAt(table.start, rowAt(i))),
  };
}

/**
 * Positions before `from` and from `to` on whose dates reach into a window in ms although their marks stand outside it.
 * Cost follows how many there are, and how many stand within a day of the window's edges.
 */
export function reachingIn(
  table: EventTable,
  { rows, longDates }: { readonly rows: Uint32Array; readonly longDates: () => LongDates },
  from: number,
  to: number,
  startMs: number,
  endMs: number,
): readonly number[] {
  const found: number[] = [];
  const at = (i: number) => valueAt(table.anchor, valueAt(rows, i));
  const widths = widthColumn(table);
  const isDay = (i: number) => widths[valueAt(rows, i)] === A_DAY;
  for (let i = from - 1; i >= 0 && at(i) + DAY_MS > startMs; i--)
    if (isDay(i) && valueAt(table.end, valueAt(rows, i)) > startMs) found.push(i);
  for (let i = to; i < rows.length && at(i) - DAY_MS < endMs; i++)
    if (isDay(i) && valueAt(table.start, valueAt(rows, i)) < endMs) found.push(i);
  const { positions, ends, starts } = longDates();
  if (positions.length === 0) return found;
  // Ends and starts are whole ms, so "after the start" is "at least a ms after".
  const leastEnd = Math.floor(startMs) + 1;
  for (let i = ends.previous(lowerBound(positions, from) - 1, leastEnd); i >= 0; i = ends.previous(i - 1, leastEnd))
    found.push(valueAt(positions, i));
  const leastStart = Math.floor(-endMs) + 1;
  for (
    let i = starts.next(lowerBound(positions, to), leastStart);
    i < positions.length;
    i = starts.next(i + 1, leastStart)
  )
    found.push(valueAt(positions, i));
  return found;
}
