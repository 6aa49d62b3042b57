import { memoByObject, memoOfLast } from '../../base/memo';
import { valueAt } from '../../base/value-at';
import { unreachable } from '../../base/invariant';
import { ROWS_A_STEP, runToEnd } from '../../base/steps';
import type { Steps } from '../../base/steps';
import type { EventTable } from '../../model/event-table';
import { sortedOrder } from '../../base/sorted-order';
import { titleRanks } from './title-ranks';
import type { Sort } from '../view/timeline-state';

/** Orders of a whole table, as far as they are worked out; undefined where the rows stand in it already. */
const ordersOf = memoByObject((_table: EventTable) => new Map<string, Uint32Array | undefined>());
/** The last answer for a mask lives as long as the filter does. */
const answersOf = memoByObject((mask: Uint8Array, table: EventTable) =>
  memoOfLast(
    1,
    ({ sort, locale }: Order) => pick(runToEnd(orderSteps(table, sort, locale)), mask),
    (a, b) => orderKey(a) === orderKey(b),
  ),
);

interface Order {
  readonly sort: Sort;
  /** BCP 47. */
  readonly locale: string;
}

/**
 * Rows of `mask` in the list's order; what is equal stands in time order. `locale` (BCP 47) orders titles. The first
 * call for an order works it out at once (see `orderSteps`), later ones are O(n); the same mask and order give the same
 * array, not to be changed.
 */
export function orderRows(table: EventTable, mask: Uint8Array, sort: Sort, locale = 'en'): Uint32Array {
  return answersOf(mask, table)({ sort, locale });
}

/** Whether `orderRows` has nothing left to sort for this order. */
export function isOrdered(table: EventTable, sort: Sort, locale = 'en'): boolean {
  return sort === 'date' || ordersOf(table).has(orderKey({ sort, locale }));
}

/**
 * Works out the order of all rows a step at a time and remembers it; undefined is the table's own. O(n) for choices of
 * few values, else O(n log n): three seconds in all for half a million different titles.
 */
export function* orderSteps(table: EventTable, sort: Sort, locale = 'en'): Steps<Uint32Array | undefined> {
  if (sort === 'date') return undefined;
  const orders = ordersOf(table);
  const key = orderKey({ sort, locale });
  if (orders.has(key)) return orders.get(key);
  const order = yield* sortSteps(table, sort, locale);
  orders.set(key, order);
  return order;
}

function orderKey({ sort, locale }: Order): string {
  return sort === 'title' ? `title ${locale}` : sort;
}

function* sortSteps(table: EventTable, sort: Exclude<Sort, 'date'>, locale: string): Steps<Uint32Array | undefined> {
  switch (sort) {
    case 'date-desc':
      return yield* latestFirst(table);
    case 'title': {
      const { rankOfRow, size } = yield* titleRanks(table, locale);
      return yield* countingSort(rankOfRow, size);
    }
    // NO_TYPE is the largest number and so comes last.
    case 'type':
      return yield* countingSort(table.type, 256);
    case 'tone':
      return yield* countingSort(table.tone, 256);
    case 'importance':
      return yield* countingSort(
        table.importance.map((value) => 255 - value),
        256,
      );
    default:
      return unreachable(sort);
  }
}

/**
 * By the latest a date may mean ("23 or 24" is later than 23), then by the latest start. Not reversed, so that events
 * of one day keep the file's order. Those without a date stay behind.
 */
function* latestFirst({ start, end, size, datedSize }: EventTable): Steps<Uint32Array> {
  const byStart = new Uint32Array(size);
  const identity = new Uint32Array(size);
  let at = 0;
  for (let to = datedSize; to > 0;) {
    let from = to - 1;
    while (from > 0 && start[from - 1] === start[to - 1]) from -= 1;
    for (let row = from; row < to; row += 1) byStart[at++] = row;
    to = from;
  }
  for (; at < size; at += 1) byStart[at] = at;
  yield 0.2;
  const key = new Float64Array(size);
  for (let place = 0; place < size; place += 1) {
    if (place % ROWS_A_STEP === 0) yield 0.3;
    key[place] = -valueAt(end, valueAt(byStart, place));
    identity[place] = place;
  }
  const places = (yield* sortedOrder(key, identity)) ?? identity;
  const order = new Uint32Array(size);
  for (let place = 0; place < size; place += 1) {
    if (place % ROWS_A_STEP === 0) yield 0.9;
    order[place] = valueAt(byStart, valueAt(places, place));
  }
  return order;
}

/** Rows by a key below `limit`, equal keys in time order. O(n + limit). */
function* countingSort(key: Uint8Array | Uint32Array, limit: number): Steps<Uint32Array> {
  const next = new Uint32Array(limit + 1);
  for (let row = 0; row < key.length; row += 1) {
    if (row % ROWS_A_STEP === 0) yield 0.9;
    const above = valueAt(key, row) + 1;
    next[above] = valueAt(next, above) + 1;
  }
  for (let value = 0; value < limit; value += 1) next[value + 1] = valueAt(next, value + 1) + valueAt(next, value);
  const order = new Uint32Array(key.length);
  for (let row = 0; row < key.length; row += 1) {
    if (row % ROWS_A_STEP === 0) yield 0.9;
    const value = valueAt(key, row);
    const place = valueAt(next, value);
    order[place] = row;
    next[value] = place + 1;
  }
  return order;
}

/** The rows of an order that pass. O(n). */
function pick(order: Uint32Array | undefined, mask: Uint8Array): Uint32Array {
  const rows = new Uint32Array(mask.length);
  let count = 0;
  for (let place = 0; place < mask.length; place += 1) {
    const row = order === undefined ? place : valueAt(order, place);
    rows[count] = row;
    count += valueAt(mask, row);
  }
  return count === rows.length ? rows : rows.slice(0, count);
}
