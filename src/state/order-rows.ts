import type { EventTable } from '../model/event-table';
import { unreachable } from '../base/invariant';
import type { Sort } from './timeline-state';

const remembered = new WeakMap<EventTable, Map<string, readonly number[]>>();

/**
 * Rows of `mask` in the list's order; what is equal stands in time order. `locale` (BCP 47) orders titles.
 * Sorts the whole table once an order, O(n log n); after that O(n).
 */
export function orderRows(table: EventTable, mask: Uint8Array, sort: Sort, locale = 'en'): readonly number[] {
  return allRows(table, sort, locale).filter((row) => mask[row] === 1);
}

function allRows(table: EventTable, sort: Sort, locale: string): readonly number[] {
  let orders = remembered.get(table);
  if (orders === undefined) {
    orders = new Map();
    remembered.set(table, orders);
  }
  const key = sort === 'title' ? `title ${locale}` : sort;
  let rows = orders.get(key);
  if (rows === undefined) {
    rows = sortRows(table, sort, locale);
    orders.set(key, rows);
  }
  return rows;
}

function sortRows(table: EventTable, sort: Sort, locale: string): readonly number[] {
  const rows = Array.from({ length: table.size }, (_, row) => row);
  switch (sort) {
    case 'date': return rows;
    // Not reversed, so that events of one day keep the file's order.
    // By the latest a date may mean: "23 or 24" is later than 23.
    case 'date-desc': return byColumn(byColumn(rows, table.start, -1), table.end, -1);
    case 'title': return byTitle(rows, table, locale);
    // NO_TYPE is the largest number and so comes last.
    case 'type': return byColumn(rows, table.type, 1);
    case 'tone': return byColumn(rows, table.tone, 1);
    case 'importance': return byColumn(rows, table.importance, -1);
    default: return unreachable(sort);
  }
}

/** Stable: what is equal stays in the order it came in. */
function byColumn(rows: readonly number[], column: Float64Array | Uint8Array, direction: 1 | -1): readonly number[] {
  return rows.toSorted((a, b) => direction * ((column[a] ?? 0) - (column[b] ?? 0)));
}

function byTitle(rows: readonly number[], table: EventTable, locale: string): readonly number[] {
  const titles = rows.map((row) => table.eventAt(row).title);
  // Without options: V8 compares plain letters fast then, which decides between one second and ten for half a million.
  const { compare } = new Intl.Collator(locale);
  return rows.toSorted((a, b) => compare(titles[a] ?? '', titles[b] ?? '') || a - b);
}
