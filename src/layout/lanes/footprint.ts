import { valueAt } from '../../base/value-at';
import { DATE_FORMS } from '../../model/dates/event-date';
import type { EventTable } from '../../model/event-table';
import { FLAG_OPEN } from '../../model/event-table';
import { DAY_MS, durationOf } from '../../model/dates/instant';

/** A date of this form may be a bar. */
export const BAR = DATE_FORMS.indexOf('interval');
const SINGLE = DATE_FORMS.indexOf('single');

/**
 * A conference of two days in a chart of years is a mark with a short line, not a bar: up to this long, and this share
 * of the dataset's span.
 */
const SHORT_MS = 14 * DAY_MS;
const SHORT_SHARE = 0.01;

/** Whether a row is an interval drawn as a bar; decided by its length against the dataset's, never by the zoom. */
export function isBar({ form, flags, start, end, extent }: EventTable, row: number): boolean {
  if (form[row] !== BAR) return false;
  const lengthMs = valueAt(end, row) - valueAt(start, row);
  return (valueAt(flags, row) & FLAG_OPEN) !== 0 || lengthMs > Math.min(SHORT_MS, durationOf(extent) * SHORT_SHARE);
}

/**
 * How a table row is drawn in a lane: a bar, a mark with a range, or a bare mark. Where nobody acts, a bar is a thin
 * line and a range a bare mark.
 */
export type Footprint = 'bar' | 'line' | 'range' | 'mark';

/** Decided by the date's form and the role alone, so that it is the same at every zoom. */
export function footprintOf(table: EventTable, row: number, acts: boolean): Footprint {
  const form = table.form[row];
  if (isBar(table, row)) return acts ? 'bar' : 'line';
  if (!acts || form === SINGLE) return 'mark';
  return 'range';
}
