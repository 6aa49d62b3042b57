import { memoByObject, memoOfLast } from '../../base/memo';
import { valueAt } from '../../base/value-at';
import type { EventTable } from '../../model/event-table';
import { NO_FILTER } from '../../model/filter';
import type { Filter } from '../../model/filter';
import { COUNTRY_ROLES, EVENT_TYPES, TONES } from '../../model/vocabulary';
import { FACET_BITS } from './facet-verdicts';
import { involvementOf } from './involvement';
import type { Involvement } from './involvement';
import { matchEvents } from './matches';
import type { Matches } from './matches';
import { ALL_ROLE_BITS, roleBits } from './role-bits';

/** Events by value, by index into a list of values each. */
export interface FacetCounts {
  /** By index into `table.countries`. */
  readonly countries: Uint32Array;
  /** By index into `table.actors`. */
  readonly actors: Uint32Array;
  /** By index into EVENT_TYPES. Events without a type are in none. */
  readonly types: Uint32Array;
  /** By index into TONES. */
  readonly tones: Uint32Array;
}

/**
 * Events each value would give: alone in its facet, or, for countries and actors under `match: 'all'`, added to those
 * chosen. The other facets and the text hold; a facet never filters itself; an event counts once a value. Of the table
 * that the matches are of. Only an open menu shows counts: they are worked out when somebody looks, which is in the frame
 * of the choice if one is open, and once for the same matches.
 */
export const countsOf = memoByObject((matches: Matches, table: EventTable): FacetCounts => {
  const { filter, verdicts } = matches;
  const { failed, active } = verdicts;
  const { actors, countries } = involvementOf(table);
  const asked = roleBits(filter.roles);
  const whole = active === 0 ? undefined : wholeCountsOf(table)(filter);
  const rows = rowsPassing(matches, table.size);
  // A facet counts the rows that pass all others: those that pass, for facets that ask for nothing; for the only one
  // that asks, all rows, as before anything was chosen.
  const counted = (facet: keyof FacetCounts, count: CountRows): Uint32Array => {
    const bit = FACET_BITS[facet];
    // Only this one asks: nothing keeps a row out for it, as before anything was chosen.
    if (whole !== undefined && active === bit) return whole[facet];
    return (active & bit) === 0 ? count(rows, 0) : count(undefined, ~bit);
  };
  // Under `all`, a value is added to those chosen, so only rows that have those count.
  const added = (_: keyof FacetCounts, count: CountRows): Uint32Array => count(rows, ~0);
  const countInvolvement = filter.match === 'all' ? added : counted;
  return {
    countries: countInvolvement('countries', (own, others) =>
      countInvolved(failed, own, others, countries, asked, table.countries.length),
    ),
    actors: countInvolvement('actors', (own, others) =>
      countInvolved(failed, own, others, actors, asked, table.actors.length),
    ),
    types: counted('types', (own, others) => countChoices(failed, own, others, table.type, EVENT_TYPES.length)),
    tones: counted('tones', (own, others) => countChoices(failed, own, others, table.tone, TONES.length)),
  };
});

/** Counts before anything is chosen, for a filter's roles; the last are kept. */
const wholeCountsOf = memoByObject((table: EventTable) =>
  memoOfLast(
    1,
    ({ roles }: Pick<Filter, 'roles'>) => {
      const isUsual = roles.length === NO_FILTER.roles.length && roleBits(roles) === roleBits(NO_FILTER.roles);
      return countsOf(matchEvents(table, isUsual ? NO_FILTER : { ...NO_FILTER, roles }), table);
    },
    (a, b) => roleBits(a.roles) === roleBits(b.roles),
  ),
);

/** Counts the given rows, or without a list all whose failures have none of the bits `others`. */
type CountRows = (rows: Uint32Array | undefined, others: number) => Uint32Array;

/** The rows that pass, where they are few enough to be gone through one by one. */
function rowsPassing({ mask, count }: Matches, size: number): Uint32Array | undefined {
  if (count * 4 > size) return undefined;
  const rows = new Uint32Array(count);
  let length = 0;
  for (let row = mask.indexOf(1); row >= 0; row = mask.indexOf(1, row + 1)) rows[length++] = row;
  return rows;
}

/**
 * Rows (all whose failures have none of `others`, without a list) by the value of a column; what has none (NO_TYPE)
 * lies beyond the counts.
 */
function countChoices(
  failed: Uint8Array,
  rows: Uint32Array | undefined,
  others: number,
  column: Uint8Array,
  values: number,
): Uint32Array {
  const counts = new Uint32Array(256);
  const n = rows?.length ?? failed.length;
  for (let i = 0; i < n; i += 1) {
    const row = rows === undefined ? i : valueAt(rows, i);
    if (rows === undefined && (valueAt(failed, row) & (others === 0 ? 255 : others)) !== 0) continue;
    const at = valueAt(column, row);
    counts[at] = valueAt(counts, at) + 1;
  }
  return counts.slice(0, values);
}

function countInvolved(
  failed: Uint8Array,
  rows: Uint32Array | undefined,
  others: number,
  { offset, value, bits }: Involvement,
  asked: number,
  values: number,
): Uint32Array {
  const counts = new Uint32Array(values);
  const n = rows?.length ?? failed.length;
  for (let k = 0; k < n; k += 1) {
    const row = rows === undefined ? k : valueAt(rows, k);
    if (rows === undefined && (valueAt(failed, row) & (others === 0 ? 255 : others)) !== 0) continue;
    const end = valueAt(offset, row + 1);
    for (let i = valueAt(offset, row); i < end; i += 1) {
      if ((valueAt(bits, i) & asked) === 0) continue;
      const at = valueAt(value, i);
      counts[at] = valueAt(counts, at) + 1;
    }
  }
  return counts;
}

/**
 * By index into COUNTRY_ROLES: events that would pass with that role ticked alone; the same for all while neither country
 * nor actor is chosen.
 */
export const roleCountsOf = memoByObject(({ verdicts }: Matches): Uint32Array => {
  const { failed, countryRoles, actorRoles } = verdicts;
  const roles = new Uint32Array(COUNTRY_ROLES.length);
  const others = ~(FACET_BITS.countries | FACET_BITS.actors);
  const byBits = new Uint32Array(ALL_ROLE_BITS + 1);
  for (let row = 0; row < failed.length; row += 1) {
    if ((valueAt(failed, row) & others) !== 0) continue;
    const bits =
      (countryRoles === undefined ? ALL_ROLE_BITS : valueAt(countryRoles, row)) &
      (actorRoles === undefined ? ALL_ROLE_BITS : valueAt(actorRoles, row));
    byBits[bits] = valueAt(byBits, bits) + 1;
  }
  byBits.forEach((count, bits) => {
    for (let role = 0; role < roles.length; role += 1)
      if ((bits & (1 << role)) !== 0) roles[role] = valueAt(roles, role) + count;
  });
  return roles;
});
