import { memoByObject } from '../base/memo';
import { valueAt } from '../base/value-at';
import type { EventTable } from './event-table';

/**
 * The rows with a date as a table of their own, for whatever stands in time: row for row the same, `size` is
 * `datedSize`. The very table where all rows are dated; else views on its columns, made once.
 */
export function datedPart(table: EventTable): EventTable {
  return table.datedSize === table.size ? table : partOf(table);
}

const partOf = memoByObject(makePart);

function makePart(table: EventTable): EventTable {
  const size = table.datedSize;
  const participants = valueAt(table.participantOffset, size);
  const countries = valueAt(table.countryOffset, size);
  return {
    ...table,
    size,
    start: table.start.subarray(0, size),
    startLatest: table.startLatest.subarray(0, size),
    endEarliest: table.endEarliest.subarray(0, size),
    end: table.end.subarray(0, size),
    anchor: table.anchor.subarray(0, size),
    form: table.form.subarray(0, size),
    type: table.type.subarray(0, size),
    tone: table.tone.subarray(0, size),
    flags: table.flags.subarray(0, size),
    importance: table.importance.subarray(0, size),
    participantOffset: table.participantOffset.subarray(0, size + 1),
    participantActor: table.participantActor.subarray(0, participants),
    participantRole: table.participantRole.subarray(0, participants),
    countryOffset: table.countryOffset.subarray(0, size + 1),
    countryIndex: table.countryIndex.subarray(0, countries),
    countryRole: table.countryRole.subarray(0, countries),
    rowOf: (id) => datedRowOf(table, id),
  };
}

/** The row of an event that stands in time; undefined for one without a date, and for an id that isn't in the table. */
export function datedRowOf(table: EventTable, id: string | undefined): number | undefined {
  const row = id === undefined ? undefined : table.rowOf(id);
  return row === undefined || row >= table.datedSize ? undefined : row;
}
