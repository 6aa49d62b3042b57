import { memoByObject, memoOfLast, once } from '../../base/memo';
import type { EventTable } from '../../model/event-table';
import { NO_FILTER } from '../../model/filter';
import type { Filter } from '../../model/filter';
import { sameFilter } from '../view/history';
import { verdictsOf } from './facet-verdicts';
import type { Verdicts } from './facet-verdicts';
import { lacksWordFilter } from './word-filter';

/** What passes a filter; what each further choice would give follows from it (facet-counts.ts). */
export interface Matches {
  /** One byte a row: 1 passes, 0 doesn't. */
  readonly mask: Uint8Array;
  /** How many rows pass. */
  readonly count: number;
  readonly filter: Filter;
  readonly verdicts: Verdicts;
}

/**
 * Half a megabyte each for half a million events: the chart's, a panel's, and those before, beside that of the filter
 * that asks for nothing.
 */
const MOST_REMEMBERED = 4;

/**
 * Filters a table, O(rows + participants), in a few passes over its columns that allocate a byte a row each; the last
 * few filters, and the one that asks for nothing, give the same answer objects. Nothing passes a filter with words
 * before `WORD_FILTER` is here.
 */
export function matchEvents(table: EventTable, filter: Filter): Matches {
  const { ofAll, of } = answersOf(table);
  if (lacksWordFilter(filter)) return passOver(table, filter);
  return sameFilter(filter, NO_FILTER) ? ofAll() : of(filter);
}

const answersOf = memoByObject((table: EventTable) => ({
  ofAll: once(() => passOver(table, NO_FILTER)),
  of: memoOfLast(MOST_REMEMBERED, (filter: Filter) => passOver(table, filter), sameFilter),
}));

function passOver(table: EventTable, filter: Filter): Matches {
  const verdicts = verdictsOf(table, filter);
  return { ...passingOf(verdicts), filter, verdicts };
}

function passingOf({ failed }: Verdicts): Pick<Matches, 'mask' | 'count'> {
  const mask = new Uint8Array(failed.length);
  let count = 0;
  for (let row = 0; row < failed.length; row += 1) {
    if (failed[row] !== 0) continue;
    mask[row] = 1;
    count += 1;
  }
  return { mask, count };
}
