import { partitionPoint } from '../../base/sorted';
import { valueAt } from '../../base/value-at';
import type { EventTable } from '../../model/event-table';
import { FLAG_OPEN } from '../../model/event-table';
import { DAY_MS, civilDay } from '../../model/dates/instant';
import { NO_RUNS, brokenItems, indexOfBreak } from './list-items';
import type { ItemBreak, ListItems, ListSection, RunsThrough } from './list-items';

/** From how many whole days without an event on a gap is worth a line. */
const GAP_DAYS = 2;
/** So many bars find room at a card's edge. */
const BARS = 3;

/**
 * Rows in time order, either way, as months with the gaps between events. Intervals without an end belong to no month
 * and come first, events without a date last. A gap stands at the end of the month before it, in reading order. O(n).
 */
export function monthItems(table: EventTable, ordered: Uint32Array, latestFirst: boolean): ListItems {
  const arranged = arrange(table, ordered);
  const { rows, inTime } = arranged;
  const stretches = stretchesOf(table, arranged);
  const breaks = breaksOf(stretches, gapsAbove(table, arranged, latestFirst));
  const sections = sectionsOf(table, arranged, stretches, breaks, latestFirst);
  return brokenItems(breaks, { rows, inTime, sections, latestFirst });
}

/** Rows as the list has them: what is running, what has a place in time, and what has no date. */
type Arranged = Pick<ListItems, 'rows' | 'inTime'>;

function arrange(table: EventTable, ordered: Uint32Array): Arranged {
  const running: number[] = [];
  const undated: number[] = [];
  for (const row of ordered) {
    if (row >= table.datedSize) undated.push(row);
    else if (isRunning(table, row)) running.push(row);
  }
  const inTime = { from: running.length, end: ordered.length - undated.length };
  if (running.length + undated.length === 0) return { rows: ordered, inTime };
  const rows = new Uint32Array(ordered.length);
  rows.set(running);
  rows.set(undated, inTime.end);
  let at = inTime.from;
  for (const row of ordered) {
    if (row >= table.datedSize || isRunning(table, row)) continue;
    rows[at] = row;
    at += 1;
  }
  return { rows, inTime };
}

/** Whether an event is an interval without an end. */
function isRunning(table: EventTable, row: number): boolean {
  return (valueAt(table.flags, row) & FLAG_OPEN) !== 0;
}

/** Positions from `from` up to, not including, `end` that stand under one heading. */
interface Stretch {
  readonly kind: ListSection['kind'];
  /** Of its month or year; the same for what has neither. */
  readonly key: number;
  readonly from: number;
  end: number;
}

/** A month comes twice where what is dated to its year only stands between. */
function stretchesOf(table: EventTable, { rows, inTime }: Arranged): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const keyOf = monthKeys(table);
  if (inTime.from > 0) stretches.push({ kind: 'running', key: 0, from: 0, end: inTime.from });
  for (let position = inTime.from; position < inTime.end; position += 1) {
    const key = keyOf(valueAt(rows, position));
    const open = stretches.at(-1);
    if (open?.kind === 'month' && open.key === key) open.end = position + 1;
    else stretches.push({ kind: 'month', key, from: position, end: position + 1 });
  }
  if (inTime.end < rows.length) stretches.push({ kind: 'undated', key: 0, from: inTime.end, end: rows.length });
  return stretches;
}

/** Heads and gaps from the top; a gap stands above a head at the same place. */
function breaksOf(stretches: readonly Stretch[], gaps: Uint32Array): readonly ItemBreak[] {
  const breaks: ItemBreak[] = [];
  stretches.forEach(({ from, end }, section) => {
    for (let position = from; position < end; position += 1) {
      const gapDays = valueAt(gaps, position);
      if (gapDays > 0) breaks.push({ before: position, item: { kind: 'gap', gapDays } });
      if (position === from) breaks.push({ before: position, item: { kind: 'head', section } });
    }
  });
  return breaks;
}

function sectionsOf(
  table: EventTable,
  { rows, inTime }: Arranged,
  stretches: readonly Stretch[],
  breaks: readonly ItemBreak[],
  latestFirst: boolean,
): readonly ListSection[] {
  const heads = breaks.flatMap((each, place) => (each.item.kind === 'head' ? [indexOfBreak(each, place)] : []));
  const totals = monthTotals(stretches);
  const running = rows.subarray(0, inTime.from);
  const lastKnown = lastKnownPosition(table, { rows, inTime }, latestFirst);
  return stretches.map(({ kind, key, from, end }, place) => {
    const isMonth = kind === 'month';
    const edtf = isMonth ? edtfOf(key) : '';
    return {
      kind,
      edtf,
      year: /^\d{4}/.exec(edtf)?.[0],
      headIndex: heads[place] ?? 0,
      total: isMonth ? (totals.get(key) ?? 0) : end - from,
      runs: isMonth ? runsThrough(table, running, key, latestFirst) : NO_RUNS,
      isLastKnown: lastKnown !== undefined && lastKnown >= from && lastKnown < end,
    };
  });
}

function monthTotals(stretches: readonly Stretch[]): ReadonlyMap<number, number> {
  const totals = new Map<number, number>();
  for (const { kind, key, from, end } of stretches)
    if (kind === 'month') totals.set(key, (totals.get(key) ?? 0) + end - from);
  return totals;
}

/** Position of the last event in time that lies no later than the dataset's own day. */
function lastKnownPosition(table: EventTable, { rows, inTime }: Arranged, latestFirst: boolean): number | undefined {
  const dated = rows.subarray(inTime.from, inTime.end);
  const isKnown = (row: number) => !isAhead(table, row);
  const at = latestFirst ? dated.findIndex(isKnown) : dated.findLastIndex(isKnown);
  return at < 0 ? undefined : inTime.from + at;
}

/** Whether an event lies after the dataset's own day. */
function isAhead(table: EventTable, row: number): boolean {
  return valueAt(table.start, row) >= (table.asOfEnd ?? Infinity);
}

/** Whether an item of the list lies after the dataset's own day: such an event, or the gap before it. */
export function isItemAhead(table: EventTable, items: ListItems, index: number): boolean {
  if (index < 0 || index >= items.count) return false;
  const item = items.itemAt(index);
  if (item.kind === 'event') return isAhead(table, valueAt(items.rows, item.position));
  // In time an event stands behind a gap: under it, perhaps below a head; above it where time runs up.
  return isItemAhead(table, items, index + (items.latestFirst ? -1 : 1));
}

/** Of `running` (by start, either way) what is under way in the month of a key. O(log n). */
function runsThrough(table: EventTable, running: Uint32Array, key: number, latestFirst: boolean): RunsThrough {
  const { from, to } = boundsOf(key);
  if (running.length === 0 || from >= (table.asOfEnd ?? Infinity)) return NO_RUNS;
  const byStart = (place: number) => valueAt(running, latestFirst ? running.length - 1 - place : place);
  const total = partitionPoint(0, running.length, (place) => valueAt(table.start, byStart(place)) < to);
  return {
    total,
    first: Array.from({ length: Math.min(total, BARS) }, (_, place) => ({
      row: byStart(place),
      begins: valueAt(table.start, byStart(place)) >= from,
    })),
  };
}

/** By position: whole days without an event between a row in time and the one above it; 0 where they are too few. */
function gapsAbove(table: EventTable, { rows, inTime }: Arranged, latestFirst: boolean): Uint32Array {
  const gaps = new Uint32Array(rows.length);
  const { from, end } = inTime;
  let latest = Infinity;
  for (let i = from; i < end; i += 1) {
    // In time: latest first, from the last row up, and what parts two rows stands above the lower one, the earlier in
    // time.
    const position = latestFirst ? from + end - 1 - i : i;
    const row = valueAt(rows, position);
    const gapDays = Math.floor((valueAt(table.start, row) - latest) / DAY_MS);
    if (gapDays >= GAP_DAYS) gaps[latestFirst ? position + 1 : position] = gapDays;
    const rowEnd = valueAt(table.end, row);
    latest = latest === Infinity ? rowEnd : Math.max(latest, rowEnd);
  }
  return gaps;
}

const MONTHS = 16;
const LONGEST_MONTH_MS = 31 * DAY_MS;

/**
 * What a row is listed under: year * 16 + month, or + 0 when no month is known. Neighbours share a month mostly, so its
 * ends are kept.
 */
function monthKeys({ start, startLatest }: EventTable): (row: number) => number {
  let from = 0;
  let to = 0;
  let monthKey = 0;
  return (row) => {
    const at = valueAt(start, row);
    if (at < from || at >= to) {
      const date = new Date(at);
      monthKey = date.getUTCFullYear() * MONTHS + date.getUTCMonth() + 1;
      ({ from, to } = boundsOf(monthKey));
    }
    const year = Math.floor(monthKey / MONTHS);
    const knowsMonth = valueAt(startLatest, row) - at <= LONGEST_MONTH_MS && Math.abs(year) <= 9999;
    return knowsMonth ? monthKey : year * MONTHS;
  };
}

/** The month of a key, or the year. UTC ms; `to` is no longer in it. */
function boundsOf(key: number): { readonly from: number; readonly to: number } {
  const year = Math.floor(key / MONTHS);
  const month = key - year * MONTHS;
  return month === 0
    ? { from: civilDay(year, 1), to: civilDay(year + 1, 1) }
    : { from: civilDay(year, month), to: civilDay(year, month + 1) };
}

/** EDTF of the month, or of the year. */
function edtfOf(key: number): string {
  const year = Math.floor(key / MONTHS);
  const month = key - year * MONTHS;
  if (Math.abs(year) > 9999) return `Y${year}`;
  const digits = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
  return month === 0 ? digits : `${digits}-${String(month).padStart(2, '0')}`;
}
