import { upperBound } from '../../base/sorted';
import { valueAt } from '../../base/value-at';
import type { EventTable } from '../../model/event-table';

/** What stands in the list one under another. */
export type ListItem =
  | { readonly kind: 'event'; readonly position: number }
  | { readonly kind: 'head'; readonly section: number }
  | { readonly kind: 'gap'; readonly gapDays: number };

const ITEM_KINDS = ['event', 'head', 'gap'] as const satisfies readonly ListItem['kind'][];

/** Events of one month (or of a year, for those that aren't dated any closer), or those that belong to none. */
export interface ListSection {
  readonly kind: 'running' | 'month' | 'undated';
  /** EDTF of the month or year; empty for what has none. */
  readonly edtf: string;
  /** All that pass in this month, also where others stand between them. */
  readonly total: number;
  /** The year that its heading says, so that its dates needn't; undefined long ago, where they say it otherwise. */
  readonly year: string | undefined;
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

/** Nothing, or nothing that is known. */
export const NO_RUNS: RunsThrough = { total: 0, first: [] };

/** The list as a timeline, in numbers: half a million events are a few columns. */
export interface ListItems {
  /** The rows in the order they stand in, which is not quite the one they came in: what is running comes first. */
  readonly rows: Uint32Array;
  /** Positions of those that have a place in time of their own, up to, not including, `end`. */
  readonly inTime: { readonly from: number; readonly end: number };
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
  /** Whether it goes back in time. */
  readonly latestFirst: boolean;
}

/** Rows just one under another. */
export function plainItems(rows: Uint32Array): ListItems {
  return {
    rows,
    inTime: { from: 0, end: 0 },
    count: rows.length,
    itemAt: (index) => ({ kind: 'event', position: index }),
    kindAt: () => 0,
    indexOf: (position) => position,
    sectionAt: () => undefined,
    runAt: () => 0,
    sections: [],
    latestFirst: false,
  };
}

/**
 * Rows in time order, either way, one under another, those without a date under a head of their own: they come last.
 */
export function shelvedItems(table: EventTable, rows: Uint32Array): ListItems {
  let end = rows.length;
  while (end > 0 && valueAt(rows, end - 1) >= table.datedSize) end -= 1;
  if (end === rows.length) return plainItems(rows);
  return brokenItems([{ before: end, item: { kind: 'head', section: 0 } }], {
    rows,
    inTime: { from: 0, end },
    sections: [
      {
        kind: 'undated',
        edtf: '',
        year: undefined,
        total: rows.length - end,
        headIndex: end,
        runs: NO_RUNS,
        isLastKnown: false,
      },
    ],
    latestFirst: false,
  });
}

/** How many events stand above an item. */
export function eventsAbove(items: ListItems, index: number): number {
  for (let i = index; i < items.count; i += 1) {
    const item = items.itemAt(i);
    if (item.kind === 'event') return item.position;
  }
  return items.rows.length;
}

/** What stands between two events: `before` is the number of events above it. */
export interface ItemBreak {
  readonly before: number;
  readonly item: Exclude<ListItem, { kind: 'event' }>;
}

/** The item that a break is, by its place among the breaks. */
export function indexOfBreak({ before }: ItemBreak, place: number): number {
  return before + place;
}

/** Rows with what breaks the run of them, from the top. */
export function brokenItems(
  breaks: readonly ItemBreak[],
  { rows, inTime, sections, latestFirst }: Pick<ListItems, 'rows' | 'inTime' | 'sections' | 'latestFirst'>,
): ListItems {
  const count = rows.length + breaks.length;
  const breakAt = Uint32Array.from(breaks, indexOfBreak);
  const above = Uint32Array.from(breaks, ({ before }) => before);
  const headAt = Uint32Array.from(sections, ({ headIndex }) => headIndex);
  const kinds = new Uint8Array(count);
  breaks.forEach(({ item }, place) => {
    kinds[valueAt(breakAt, place)] = ITEM_KINDS.indexOf(item.kind);
  });
  return {
    rows,
    inTime,
    count,
    sections,
    latestFirst,
    itemAt: (index) => {
      const passed = upperBound(breakAt, index);
      const own = breakAt[passed - 1] === index ? breaks[passed - 1] : undefined;
      return own?.item ?? { kind: 'event', position: index - passed };
    },
    kindAt: (index) => valueAt(kinds, index),
    indexOf: (position) => position + upperBound(above, position),
    sectionAt: (index) => Math.max(0, upperBound(headAt, index) - 1),
    runAt: (index) => (breakAt[upperBound(breakAt, index) - 1] ?? -1) + 1,
  };
}
