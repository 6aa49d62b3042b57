import type { Translate } from '../base/translate';
import { dateInWords } from '../model/date-words';
import type { EventTable } from '../model/event-table';
import { FLAG_OPEN } from '../model/event-table';
import { DAY_MS } from '../model/instant';
import { isDateFault, parseEventDate } from '../model/parse-event-date';

/** Events of one month (or of a year, for those that aren't dated any closer), between gaps. */
export interface MonthSection {
  readonly key: string;
  readonly heading: string;
  /** All that pass in this month, also those not shown yet. */
  readonly total: number;
  /** The year as it stands at the end of a date's words. */
  readonly year: string;
  readonly parts: readonly MonthPart[];
}

type MonthPart =
  | { readonly kind: 'rows'; readonly rows: readonly number[] }
  | { readonly kind: 'gap'; readonly gapDays: number; readonly afterRow: number };

type GrowingPart = { kind: 'rows'; rows: number[] } | { kind: 'gap'; gapDays: number; afterRow: number };

/** From how many whole days without an event on a gap is worth a row. */
const GAP_DAYS = 2;

/** Whether an event is an interval without an end: it belongs to no month. */
export function isRunning(table: EventTable, row: number): boolean {
  return ((table.flags[row] ?? 0) & FLAG_OPEN) !== 0;
}

/**
 * Rows in time order, up or down, as months with the gaps between events. Only the first `shown` rows are placed; the
 * totals are of all of them. A gap stands at the end of the month before it, in reading order.
 */
export function monthSections(table: EventTable, rows: readonly number[], shown: number, down: boolean, t: Translate): readonly MonthSection[] {
  const totals = new Map<string, number>();
  const keys = rows.map((row) => monthKey(table, row));
  for (const key of keys) totals.set(key, (totals.get(key) ?? 0) + 1);
  const gaps = gapsBefore(table, down ? rows.toReversed() : rows);
  const sections: (Omit<MonthSection, 'parts'> & { parts: GrowingPart[] })[] = [];
  rows.slice(0, shown).forEach((row, index) => {
    const key = keys[index] ?? '';
    const above = rows[index - 1];
    // Going down, what parts two rows is the gap before the upper one, the later in time.
    const gapDays = gaps.get(down ? above ?? -1 : row);
    if (gapDays !== undefined && above !== undefined) sections.at(-1)?.parts.push({ kind: 'gap', gapDays, afterRow: above });
    if (sections.at(-1)?.key !== key) {
      sections.push({ key, heading: headingOf(key, t), total: totals.get(key) ?? 0, year: key.split('-')[0] ?? '', parts: [] });
    }
    const parts = sections.at(-1)?.parts;
    const last = parts?.at(-1);
    if (last?.kind === 'rows') last.rows.push(row);
    else parts?.push({ kind: 'rows', rows: [row] });
  });
  return sections;
}

/** Whole days without an event before each row, for rows in time order; rows without such a gap are absent. */
function gapsBefore(table: EventTable, ascending: readonly number[]): ReadonlyMap<number, number> {
  const gaps = new Map<number, number>();
  let latest = Infinity;
  for (const row of ascending) {
    const gapDays = Math.floor(((table.start[row] ?? 0) - latest) / DAY_MS);
    if (gapDays >= GAP_DAYS) gaps.set(row, gapDays);
    const end = table.end[row] ?? 0;
    latest = latest === Infinity ? end : Math.max(latest, end);
  }
  return gaps;
}

/** EDTF of the month an event is listed under, or of its year when no month is known. */
function monthKey(table: EventTable, row: number): string {
  const { date } = table.eventAt(row);
  const start = new Date(date.start.start);
  const year = start.getUTCFullYear();
  const digits = String(Math.abs(year)).padStart(4, '0');
  const edtf = Math.abs(year) > 9999 ? `Y${year}` : `${year < 0 ? '-' : ''}${digits}`;
  const knowsMonth = date.precision === 'minute' || date.precision === 'day' || date.precision === 'month';
  return knowsMonth && Math.abs(year) <= 9999 ? `${edtf}-${String(start.getUTCMonth() + 1).padStart(2, '0')}` : edtf;
}

function headingOf(key: string, t: Translate): string {
  const date = parseEventDate(key);
  return isDateFault(date) ? key : dateInWords(date, t);
}

/** "2 days, no events"; past two months in months, past two years in years. Filtered, only what matches is known to be absent. */
export function gapInWords(gapDays: number, filtered: boolean, t: Translate): string {
  if (gapDays <= 60) return t(filtered ? 'list.gapDaysFiltered' : 'list.gapDays', { n: gapDays });
  const months = Math.round(gapDays / 30.44);
  if (months < 24) return t(filtered ? 'list.gapMonthsFiltered' : 'list.gapMonths', { n: months });
  return t(filtered ? 'list.gapYearsFiltered' : 'list.gapYears', { n: Math.round(gapDays / 365.25) });
}
