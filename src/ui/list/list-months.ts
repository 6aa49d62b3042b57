import { partitionPoint, upperBound } from '../../base/sorted';
import { valueAt } from '../../base/value-at';
import type { Translate } from '../../base/translate';
import { dateInWords } from '../../model/dates/date-prose';
import type { EventTable } from '../../model/event-table';
import { FLAG_OPEN } from '../../model/event-table';
import { DAY_MS, civilDay } from '../../model/dates/instant';
import { isDateFault, parseEventDate } from '../../model/dates/parse-event-date';

/** What stands in the list one under another. */
export type ListItem =
  | { readonly kind: 'event'; readonly position: number }
  | { readonly kind: 'head'; readonly section: number }
  | { readonly kind: 'gap'; readonly gapDays: number };

const ITEM_KINDS = ['event', 'head', 'gap'] as const satisfies readonly ListItem['kind'][];

/** Events of one month (or of a year, for those that aren't dated any closer), or those that belong to none. */
export interface ListSection {
  readonly kind: 'running' | 'month' | 'undated';
  /** EDTF of the month or year; empty for what is running, and for what has no date. */
  readonly edtf: string;
  /** All that pass in this month, also where others stand between them. */
  readonly total: number;
  /** The year as it stands at the end of a date's words. */
  readonly year: string;
  /** The item that is its heading. */
  readonly headIndex: number;
  /**
   * What runs through it without an end, listed before all months; nothing is known of the time after the dataset's.
   */
  readonly runs: RunsThrough;
  /** Whether the last event until the dataset's own day stands in it: what runs is drawn no further. */
  readonly isLastKnown: boolean;
}

/** Intervals without an end that are under way in a month. */
export interface RunsThrough {
  readonly total: number;
  /** The first few by their start, and whether each begins in this very month. */
  readonly first: readonly { readonly row: number; readonly begins: boolean }[];
}

/** The list as a timeline, in numbers: half a million events are a few columns. */
export interface ListItems {
  /** The rows in the order they stand in, which is not quite the one they came in: what is running comes first. */
  readonly rows: Uint32Array;
  readonly count: number;
  readonly itemAt: (index: number) => ListItem;
  /** 0 for an event, 1 for a head, 2 for a gap. */
  readonly kindAt: (index: number) => number;
  /** The item of the row at a position. O(log n). */
  readonly indexOf: (position: number) => number;
  /** Place of an item's section among `sections`; undefined in a list without them. */
  readonly sectionAt: (index: number) => number | undefined;
  /** The first item of the unbroken run of events that an item stands in. */
  readonly runAt: (index: number) => number;
  readonly sections: readonly ListSection[];
  /** Whether time runs up the list. */
  readonly down: boolean;
}

/** From how many whole days without an event on a gap is worth a row. */
const GAP_DAYS = 2;
/** So many bars find room at a card's edge. */
const BARS = 3;
const NO_RUNS: RunsThrough = { total: 0, first: [] };

/** Rows just one under another. */
export function plainItems(rows: Uint32Array): ListItems {
  return {
    rows,
    count: rows.length,
    itemAt: (index) => ({ kind: 'event', position: index }),
    kindAt: () => 0,
    indexOf: (position) => position,
    sectionAt: () => undefined,
    runAt: () => 0,
    sections: [],
    down: false,
  };
}

/**
 * Rows in time order, up or down, as months with the gaps between events; intervals without an end belong to no month
 * and come first, events without a date last. A gap stands at the end of the month before it, in reading order. O(n).
 */
export function monthItems(table: EventTable, inTime: Uint32Array, down: boolean): ListItems {
  const { rows, running } = runningFirst(table, inTime);
  const gaps = gapsAbove(table, rows, running, down);
  const sections: ListSection[] = [];
  const totals = new Map<number, number>();
  const breaks: { readonly index: number; readonly before: number; readonly item: ListItem }[] = [];
  const keyOf = monthKeys(table);
  const put = (item: ListItem, before: number) => breaks.push({ index: before + breaks.length, before, item });
  let last: number | undefined;
  let lastKnown: number | undefined;
  let since = 0;
  const count = (until: number) => {
    if (last !== undefined) totals.set(last, (totals.get(last) ?? 0) + until - since);
  };
  for (let position = 0; position < rows.length; position += 1) {
    const gapDays = valueAt(gaps, position);
    if (gapDays > 0) put({ kind: 'gap', gapDays }, position);
    const row = valueAt(rows, position);
    const key = position < running ? RUNNING : row >= table.datedSize ? UNDATED : keyOf(row);
    const section = sections.length - (key === last ? 1 : 0);
    if (Number.isFinite(key) && !(down && lastKnown !== undefined) && !isAhead(table, row)) lastKnown = section;
    if (key === last) continue;
    count(position);
    last = key;
    since = position;
    const kind = key === RUNNING ? 'running' : key === UNDATED ? 'undated' : 'month';
    const edtf = kind === 'month' ? edtfOf(key) : '';
    put({ kind: 'head', section }, position);
    const headIndex = position + breaks.length - 1;
    // Read when it is shown: further on there may be more of the month, behind what is dated to its year only.
    const runs = kind !== 'month' ? NO_RUNS : runsThrough(table, rows.subarray(0, running), key, down);
    sections.push({
      kind,
      edtf,
      year: edtf.split('-')[0] ?? '',
      headIndex,
      runs,
      get total() {
        return totals.get(key) ?? 0;
      },
      get isLastKnown() {
        return lastKnown === section;
      },
    });
  }
  count(rows.length);
  return itemsOf(rows, breaks, sections, down);
}

/** Items by what breaks the run of events: `index` is a break's own place, `before` the number of events above it. */
function itemsOf(
  rows: Uint32Array,
  breaks: readonly { readonly index: number; readonly before: number; readonly item: ListItem }[],
  sections: readonly ListSection[],
  down: boolean,
): ListItems {
  const breakAt = Uint32Array.from(breaks, ({ index }) => index);
  const eventsAbove = Uint32Array.from(breaks, ({ before }) => before);
  const headAt = Uint32Array.from(sections, ({ headIndex }) => headIndex);
  const kinds = new Uint8Array(rows.length + breaks.length);
  for (const { index, item } of breaks) kinds[index] = ITEM_KINDS.indexOf(item.kind);
  const itemAt = (index: number): ListItem => {
    const above = upperBound(breakAt, index);
    return breakAt[above - 1] === index
      ? (breaks[above - 1]?.item ?? { kind: 'gap', gapDays: 0 })
      : { kind: 'event', position: index - above };
  };
  return {
    rows,
    count: rows.length + breaks.length,
    itemAt,
    sections,
    down,
    kindAt: (index) => valueAt(kinds, index),
    indexOf: (position) => position + upperBound(eventsAbove, position),
    sectionAt: (index) => Math.max(0, upperBound(headAt, index) - 1),
    runAt: (index) => (breakAt[upperBound(breakAt, index) - 1] ?? -1) + 1,
  };
}

function runningFirst(table: EventTable, inTime: Uint32Array): { rows: Uint32Array; running: number } {
  const rows = new Uint32Array(inTime.length);
  let running = 0;
  for (let i = 0; i < inTime.length; i += 1) {
    const row = valueAt(inTime, i);
    if (!isRunning(table, row)) continue;
    rows[running] = row;
    running += 1;
  }
  if (running === 0) return { rows: inTime, running };
  let at = running;
  for (const row of inTime) {
    if (isRunning(table, row)) continue;
    rows[at] = row;
    at += 1;
  }
  return { rows, running };
}

/** Whether an event is an interval without an end. */
function isRunning(table: EventTable, row: number): boolean {
  return (valueAt(table.flags, row) & FLAG_OPEN) !== 0;
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
  return isItemAhead(table, items, index + (items.down ? -1 : 1));
}

/** Of `running` (by start, up or down) what is under way in the month of a key. O(log n). */
function runsThrough(table: EventTable, running: Uint32Array, key: number, down: boolean): RunsThrough {
  const year = Math.floor(key / MONTHS);
  const month = key - year * MONTHS;
  const from = civilDay(year, Math.max(month, 1));
  const to = month === 0 ? civilDay(year + 1, 1) : civilDay(year, month + 1);
  if (running.length === 0 || from >= (table.asOfEnd ?? Infinity)) return NO_RUNS;
  const byStart = (place: number) => valueAt(running, down ? running.length - 1 - place : place);
  const total = partitionPoint(0, running.length, (place) => valueAt(table.start, byStart(place)) < to);
  return {
    total,
    first: Array.from({ length: Math.min(total, BARS) }, (_, place) => ({
      row: byStart(place),
      begins: valueAt(table.start, byStart(place)) >= from,
    })),
  };
}

/** Whole days without an event between each dated row and the one above it; 0 where they are too few. */
function gapsAbove(table: EventTable, rows: Uint32Array, running: number, down: boolean): Uint32Array {
  const gaps = new Uint32Array(rows.length);
  let latest = Infinity;
  let dated = rows.length;
  while (dated > running && valueAt(rows, dated - 1) >= table.datedSize) dated -= 1;
  for (let i = running; i < dated; i += 1) {
    // In time: going down, from the last row up, and what parts two rows stands above the lower one, the earlier in
    // time.
    const position = down ? running + dated - 1 - i : i;
    const row = valueAt(rows, position);
    const gapDays = Math.floor((valueAt(table.start, row) - latest) / DAY_MS);
    if (gapDays >= GAP_DAYS) gaps[down ? position + 1 : position] = gapDays;
    const end = valueAt(table.end, row);
    latest = latest === Infinity ? end : Math.max(latest, end);
  }
  return gaps;
}

/** Keys of what has no month. */
const RUNNING = Number.NEGATIVE_INFINITY;
const UNDATED = Number.POSITIVE_INFINITY;
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
      const year = date.getUTCFullYear();
      monthKey = year * MONTHS + date.getUTCMonth() + 1;
      from = civilDay(year, date.getUTCMonth() + 1);
      to = civilDay(year, date.getUTCMonth() + 2);
    }
    const year = Math.floor(monthKey / MONTHS);
    const knowsMonth = valueAt(startLatest, row) - at <= LONGEST_MONTH_MS && Math.abs(year) <= 9999;
    return knowsMonth ? monthKey : year * MONTHS;
  };
}

/** EDTF of the month, or of the year. */
function edtfOf(key: number): string {
  const year = Math.floor(key / MONTHS);
  const month = key - year * MONTHS;
  if (Math.abs(year) > 9999) return `Y${year}`;
  const digits = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
  return month === 0 ? digits : `${digits}-${String(month).padStart(2, '0')}`;
}

/** How many rows stand first since they have no end. */
export function runningIn({ sections }: ListItems): number {
  const [first] = sections;
  return first?.kind === 'running' ? first.total : 0;
}

/** "February 2016", "No date". */
export function headingOf({ kind, edtf }: ListSection, t: Translate): string {
  if (kind === 'undated') return t('date.none');
  const date = parseEventDate(edtf);
  return isDateFault(date) ? edtf : capitalized(dateInWords(date, t), t.locale);
}

/** As a heading begins, also where names of months are written small. */
function capitalized(text: string, locale: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
}

/**
 * "2 days, no events"; past two months in months, past two years in years. Filtered, only what matches is known to be
 * absent.
 */
export function gapInWords(gapDays: number, filtered: boolean, t: Translate): string {
  if (gapDays <= 60) return t(filtered ? 'list.gapDaysFiltered' : 'list.gapDays', { n: gapDays });
  const months = Math.round(gapDays / 30.44);
  if (months < 24) return t(filtered ? 'list.gapMonthsFiltered' : 'list.gapMonths', { n: months });
  return t(filtered ? 'list.gapYearsFiltered' : 'list.gapYears', { n: Math.round(gapDays / 365.25) });
}
