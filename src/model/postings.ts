import { memoByObject } from '../base/memo';
import { valueAt } from '../base/value-at';
import type { EventTable } from './event-table';
import { ACTING_ROLES, COUNTRY_ROLES, ROLES } from './vocabulary';

/**
 * For each key the rows it stands in, each once and in time order: those from `offset[key]` up to, not including,
 * `offset[key + 1]`.
 */
export interface Postings {
  readonly offset: Uint32Array;
  readonly rows: Uint32Array;
  /** 1 where the key acts in the row. */
  readonly acts: Uint8Array;
}

/** Lists of values a row, as in EventTable: what postings are the reverse of. */
interface Lists {
  readonly offset: Uint32Array;
  readonly value: Uint32Array | Uint16Array;
  readonly role: Uint8Array;
}

/** By index into ROLES: 1 for roles that act. */
export const ACTS: Uint8Array = Uint8Array.from(ROLES, (role) => (ACTING_ROLES.has(role) ? 1 : 0));
/** By index into COUNTRY_ROLES: 1 for acting, and nothing else is looked for. */
const COUNTRY_ACTS: Uint8Array = Uint8Array.from(COUNTRY_ROLES, (role) => (role === 'acting' ? 1 : 0));

/**
 * Rows by key, O(values), in two passes. `keyOf[value]` is the key a value stands under, -1 for none.
 */
export function postingsBy({ offset, value, role }: Lists, keyOf: Int32Array, keys: number): Postings {
  const size = offset.length - 1;
  const starts = new Uint32Array(keys + 1);
  const last = new Int32Array(keys).fill(-1);
  for (let row = 0; row < size; row++) {
    for (let i = valueAt(offset, row), end = valueAt(offset, row + 1); i < end; i++) {
      const key = keyOf[valueAt(value, i)] ?? -1;
      if (key < 0 || last[key] === row) continue;
      last[key] = row;
      starts[key + 1] = valueAt(starts, key + 1) + 1;
    }
  }
  for (let key = 0; key < keys; key++) starts[key + 1] = valueAt(starts, key + 1) + valueAt(starts, key);
  const postings = {
    offset: starts,
    rows: new Uint32Array(valueAt(starts, keys)),
    acts: new Uint8Array(valueAt(starts, keys)),
  };
  const next = starts.slice(0, keys);
  last.fill(-1);
  for (let row = 0; row < size; row++) {
    for (let i = valueAt(offset, row), end = valueAt(offset, row + 1); i < end; i++) {
      const key = keyOf[valueAt(value, i)] ?? -1;
      if (key < 0) continue;
      const does = valueAt(ACTS, valueAt(role, i));
      const at = valueAt(next, key);
      if (last[key] === row) {
        // Named twice: acting in one role is acting.
        if (does === 1) postings.acts[at - 1] = 1;
        continue;
      }
      last[key] = row;
      postings.rows[at] = row;
      postings.acts[at] = does;
      next[key] = at + 1;
    }
  }
  return postings;
}

/** The list of a key, as views: nothing is copied. Empty for a key that isn't there. */
export function postingsOf(
  { offset, rows, acts }: Postings,
  key: number,
): { readonly rows: Uint32Array; readonly acts: Uint8Array } {
  const from = valueAt(offset, key);
  const to = offset[key + 1] ?? from;
  return { rows: rows.subarray(from, to), acts: acts.subarray(from, to) };
}

/** Rows by index into `table.actors`; worked out once a table. */
export const actorPostings = memoByObject((table: EventTable): Postings =>
  postingsBy(participantLists(table), identity(table.actors.length), table.actors.length),
);

/**
 * By index into `table.actors`: 0 for who takes part in nothing, 1 who is only involved, 2 who acts somewhere. One
 * pass.
 */
export function actorStandings({ participantActor, participantRole, actors }: EventTable): Uint8Array {
  const standings = new Uint8Array(actors.length);
  for (let i = 0; i < participantActor.length; i++) {
    const actor = valueAt(participantActor, i);
    const standing = 1 + valueAt(ACTS, valueAt(participantRole, i));
    if (standing > valueAt(standings, actor)) standings[actor] = standing;
  }
  return standings;
}

/** Rows of a mask in which each country acts, by index into `table.countries`; one pass a mask. */
export function countCountries(table: EventTable, mask: Uint8Array): Uint32Array {
  return countsOfMask(mask, table);
}

const countsOfMask = memoByObject((mask: Uint8Array, table: EventTable): Uint32Array => {
  const { countryOffset, countryIndex, countryRole, countries, size } = table;
  const counts = new Uint32Array(countries.length);
  const last = new Int32Array(countries.length).fill(-1);
  for (let row = 0; row < size; row++) {
    if (mask[row] !== 1) continue;
    for (let i = valueAt(countryOffset, row), end = valueAt(countryOffset, row + 1); i < end; i++) {
      const country = valueAt(countryIndex, i);
      if (COUNTRY_ACTS[valueAt(countryRole, i)] !== 1 || last[country] === row) continue;
      last[country] = row;
      counts[country] = valueAt(counts, country) + 1;
    }
  }
  return counts;
});

/** The participants of a table's rows. */
export function participantLists({ participantOffset, participantActor, participantRole }: EventTable): Lists {
  return { offset: participantOffset, value: participantActor, role: participantRole };
}

function identity(length: number): Int32Array {
  const keys = new Int32Array(length);
  for (let i = 0; i < length; i++) keys[i] = i;
  return keys;
}
