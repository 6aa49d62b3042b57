import { memoByObject, memoOfLast, once } from '../../base/memo';
import type { EventTable } from '../../model/event-table';
import { NO_FILTER } from '../../model/filter';
import type { Filter } from '../../model/filter';
import { sameFilter } from '../view/history';
import { countFacets, countRoles } from './facet-counts';
import type { FacetCounts, Passing } from './facet-counts';
import { verdictsOf } from './facet-verdicts';
import { roleBits } from './role-bits';
import { lacksWordFilter } from './word-filter';

/** What passes a filter, and what each further choice would give. */
export interface Matches extends Passing {
  /**
   * Events each value would give: alone in its facet, or, for countries and actors under `match: 'all'`, added to those
   * chosen. The other facets and the text hold; a facet never filters itself; an event counts once a value.
   */
  readonly counts: FacetCounts;
  /**
   * By index into COUNTRY_ROLES: events that would pass with that role ticked alone; the same for all while neither
   * country nor actor is chosen.
   */
  readonly roles: Uint32Array;
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
  const passing = passingOf(verdicts.failed);
  return new LazyMatches(
    passing,
    () => countFacets(table, filter, verdicts, passing, () => wholeCountsOf(table)(filter)),
    () => countRoles(verdicts),
  );
}

/**
 * Only an open menu shows counts: they are worked out when somebody looks, which is in the frame of the choice if one
 * is open. A class, since V8 keeps the getters of an object literal, and with them a whole table, for as long as the
 * page lives.
 */
class LazyMatches implements Matches {
  readonly mask: Uint8Array;
  readonly count: number;
  #counts: FacetCounts | undefined;
  #roles: Uint32Array | undefined;
  readonly #countValues: () => FacetCounts;
  readonly #countRoles: () => Uint32Array;

  constructor({ mask, count }: Passing, countValues: () => FacetCounts, rolesOf: () => Uint32Array) {
    this.mask = mask;
    this.count = count;
    this.#countValues = countValues;
    this.#countRoles = rolesOf;
  }

  get counts(): FacetCounts {
    this.#counts ??= this.#countValues();
    return this.#counts;
  }

  get roles(): Uint32Array {
    this.#roles ??= this.#countRoles();
    return this.#roles;
  }
}

/** Counts before anything is chosen, for a filter's roles; the last are kept. */
const wholeCountsOf = memoByObject((table: EventTable) =>
  memoOfLast(
    1,
    ({ roles }: Pick<Filter, 'roles'>) => {
      const isUsual = roles.length === NO_FILTER.roles.length && roleBits(roles) === roleBits(NO_FILTER.roles);
      return matchEvents(table, isUsual ? NO_FILTER : { ...NO_FILTER, roles }).counts;
    },
    (a, b) => roleBits(a.roles) === roleBits(b.roles),
  ),
);

function passingOf(failed: Uint8Array): Passing {
  const mask = new Uint8Array(failed.length);
  let count = 0;
  for (let row = 0; row < failed.length; row += 1) {
    if (failed[row] !== 0) continue;
    mask[row] = 1;
    count += 1;
  }
  return { mask, count };
}
