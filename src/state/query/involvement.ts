import { memoByObject } from '../../base/memo';
import { valueAt } from '../../base/value-at';
import type { EventTable } from '../../model/event-table';
import { BITS_OF_COUNTRY_ROLE, BITS_OF_ROLE } from './role-bits';

/**
 * Who or which country is involved in each row: values once a row, with all their roles as bits (role-bits.ts); offsets
 * as in EventTable.
 */
export interface Involvement {
  readonly offset: Uint32Array;
  readonly value: Uint32Array | Uint16Array;
  readonly bits: Uint8Array;
}

interface Involved {
  readonly actors: Involvement;
  readonly countries: Involvement;
}

/** Actors and countries of a table's rows; worked out once a table, O(participants). */
export const involvementOf = memoByObject((table: EventTable): Involved => ({
  actors: unitedRoles(
    table.participantOffset,
    table.participantActor,
    table.participantRole,
    BITS_OF_ROLE,
    table.actors.length,
  ),
  countries: unitedRoles(
    table.countryOffset,
    table.countryIndex,
    table.countryRole,
    BITS_OF_COUNTRY_ROLE,
    table.countries.length,
  ),
}));

/** The table's own offsets and values where no row names anybody twice, as hardly any does. */
function unitedRoles(
  offset: Uint32Array,
  value: Uint32Array | Uint16Array,
  role: Uint8Array,
  bitsOfRole: Uint8Array,
  values: number,
): Involvement {
  const bits = new Uint8Array(value.length);
  const lastRow = new Int32Array(values).fill(-1);
  let twice = 0;
  for (let row = 0; row + 1 < offset.length; row += 1) {
    const end = valueAt(offset, row + 1);
    for (let i = valueAt(offset, row); i < end; i += 1) {
      const at = valueAt(value, i);
      if (lastRow[at] === row) twice += 1;
      lastRow[at] = row;
      bits[i] = valueAt(bitsOfRole, valueAt(role, i));
    }
  }
  return twice === 0 ? { offset, value, bits } : withoutTwins({ offset, value, bits }, twice, values);
}

function withoutTwins({ offset, value, bits }: Involvement, twice: number, values: number): Involvement {
  const united = {
    offset: new Uint32Array(offset.length),
    value: new Uint32Array(value.length - twice),
    bits: new Uint8Array(value.length - twice),
  };
  const place = new Int32Array(values).fill(-1);
  let next = 0;
  for (let row = 0; row + 1 < offset.length; row += 1) {
    const first = next;
    for (let i = valueAt(offset, row); i < valueAt(offset, row + 1); i += 1) {
      const at = valueAt(value, i);
      const known = place[at] ?? -1;
      const to = known >= first ? known : next;
      if (to === next) next += 1;
      place[at] = to;
      united.value[to] = at;
      united.bits[to] = valueAt(united.bits, to) | valueAt(bits, i);
    }
    united.offset[row + 1] = next;
  }
  return united;
}
