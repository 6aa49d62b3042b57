import type { EventTable } from '../model/event-table';
import type { Filter } from '../model/filter';
import { ordinalsOf } from './ordinals';
import { ALL_ROLE_BITS, BITS_OF_COUNTRY_ROLE, BITS_OF_ROLE, roleBits } from './role-bits';

/** Who or which country is involved in a row and how: the table's offset, index and role arrays. */
interface InvolvementColumn {
  readonly offset: Uint32Array;
  readonly value: Uint32Array | Uint16Array;
  readonly role: Uint8Array;
  readonly bitsOfRole: Uint8Array;
  readonly ordinals: ReadonlyMap<string, number>;
}

/**
 * One facet over involvement (countries or actors), read row by row: `read(row)`, `countValues()`, and so on. Holds its
 * scratch space, so that a pass over half a million rows allocates nothing.
 */
export interface InvolvementFacet {
  /** Takes in a row; true when the row passes this facet. */
  readonly read: (row: number) => boolean;
  /** Bits of the roles each of which, ticked alone, would let the row that was read pass this facet. */
  readonly passingRoles: () => number;
  /** Adds one to `counts` for every value involved, in one of the filter's roles, in the row that was read. */
  readonly countValues: () => void;
  readonly counts: Uint32Array;
}

/** The facet over countries of a table, for the filter's countries, roles and match. */
export function countryFacet(table: EventTable, filter: Filter): InvolvementFacet {
  return involvementFacet({
    offset: table.countryOffset, value: table.countryIndex, role: table.countryRole,
    bitsOfRole: BITS_OF_COUNTRY_ROLE, ordinals: ordinalsOf(table).countries,
  }, filter.countries, filter);
}

/** The facet over actors of a table; a participant's role counts as ROLE_INVOLVEMENT says. */
export function actorFacet(table: EventTable, filter: Filter): InvolvementFacet {
  return involvementFacet({
    offset: table.participantOffset, value: table.participantActor, role: table.participantRole,
    bitsOfRole: BITS_OF_ROLE, ordinals: ordinalsOf(table).actors,
  }, filter.actors, filter);
}

function involvementFacet(column: InvolvementColumn, ids: readonly string[], filter: Filter): InvolvementFacet {
  const { offset, value, role, bitsOfRole, ordinals } = column;
  const chosen = new Set(ids);
  const wanted = wantedFlags(chosen, ordinals);
  const rolesAsked = roleBits(filter.roles);
  const all = filter.match === 'all';
  const counts = new Uint32Array(ordinals.size);
  /** Roles of each value in the row being read; zero again after it, so that clearing costs only what was touched. */
  const bits = new Uint8Array(ordinals.size);
  const touched = new Uint32Array(longestList(offset));
  let touchedCount = 0;
  let passingRoles = 0;

  const gather = (row: number): void => {
    for (let i = 0; i < touchedCount; i += 1) bits[touched[i] ?? 0] = 0;
    touchedCount = 0;
    const end = offset[row + 1] ?? 0;
    for (let i = offset[row] ?? 0; i < end; i += 1) {
      const at = value[i] ?? 0;
      const before = bits[at] ?? 0;
      if (before === 0) {
        touched[touchedCount] = at;
        touchedCount += 1;
      }
      bits[at] = before | (bitsOfRole[role[i] ?? 0] ?? 0);
    }
  };
  const read = (row: number): boolean => {
    gather(row);
    if (chosen.size === 0) {
      passingRoles = ALL_ROLE_BITS;
      return true;
    }
    let union = 0;
    let common = ALL_ROLE_BITS;
    let present = 0;
    let asked = 0;
    for (let i = 0; i < touchedCount; i += 1) {
      const at = touched[i] ?? 0;
      if (wanted[at] === 0) continue;
      const its = bits[at] ?? 0;
      union |= its;
      common &= its;
      present += 1;
      if ((its & rolesAsked) !== 0) asked += 1;
    }
    if (all) {
      passingRoles = present === chosen.size ? common : 0;
      return asked === chosen.size;
    }
    passingRoles = union;
    return asked > 0;
  };
  const countValues = (): void => {
    for (let i = 0; i < touchedCount; i += 1) {
      const at = touched[i] ?? 0;
      if (((bits[at] ?? 0) & rolesAsked) !== 0) counts[at] = (counts[at] ?? 0) + 1;
    }
  };
  return { read, countValues, counts, passingRoles: () => passingRoles };
}

function wantedFlags(chosen: ReadonlySet<string>, ordinals: ReadonlyMap<string, number>): Uint8Array {
  const flags = new Uint8Array(ordinals.size);
  for (const id of chosen) {
    const at = ordinals.get(id);
    if (at !== undefined) flags[at] = 1;
  }
  return flags;
}

function longestList(offset: Uint32Array): number {
  let longest = 0;
  for (let row = 1; row < offset.length; row += 1) longest = Math.max(longest, (offset[row] ?? 0) - (offset[row - 1] ?? 0));
  return longest;
}
