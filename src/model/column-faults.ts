import { ROWS_A_STEP } from '../base/steps';
import type { Steps } from '../base/steps';
import type { EventColumns } from './column-table';
import type { Rejection } from './rejection';

/** Faults told one by one; past them a file is told as a whole. */
const MOST_TOLD = 1000;

/** Throws a RangeError naming the column whose length or end doesn't fit the others. */
export function checkColumns(columns: EventColumns): void {
  const n = columns.start.length;
  for (const name of ['end', 'startLatest', 'endEarliest', 'anchor', 'form', 'type', 'tone', 'flags', 'importance'] as const) {
    const column = columns[name];
    if (column !== undefined && column.length !== n) throw new RangeError(`Column "${name}" has ${column.length} entries, expected ${n} as in "start"`);
  }
  const { texts } = columns;
  for (const [name, column] of Object.entries(texts)) {
    if (column !== undefined && column.size !== n) throw new RangeError(`Texts "${name}" have ${column.size} entries, expected ${n} as in "start"`);
  }
  checkPairs('participant', n, columns.participantOffset, columns.participantActor, columns.participantRole);
  if (columns.countryOffset !== undefined && columns.countryIndex !== undefined) {
    checkPairs('country', n, columns.countryOffset, columns.countryIndex, columns.countryRole);
  }
}

function checkPairs(name: string, n: number, offset: Uint32Array, value: Uint32Array | Uint16Array, role: Uint8Array | undefined): void {
  if (offset.length !== n + 1) throw new RangeError(`"${name}Offset" has ${offset.length} entries, expected ${n + 1}, one more than "start"`);
  if (offset[n] !== value.length) throw new RangeError(`"${name}Offset" ends at ${offset[n]}, expected ${value.length}, how many values there are`);
  if (role !== undefined && role.length !== value.length) throw new RangeError(`"${name}Role" has ${role.length} entries, expected ${value.length}`);
}

/** Which records can be used, undefined for all, and what is wrong with the others. One pass. */
export function* usableRecords(columns: EventColumns): Steps<{ kept: Uint32Array | undefined; rejections: readonly Rejection[] }> {
  const { start, end, participantOffset, participantActor, dataset } = columns;
  const n = start.length;
  const actors = dataset.actors.length;
  const rejections: Rejection[] = [];
  const bad = new Set<number>();
  for (let record = 0; record < n; record++) {
    if (record % ROWS_A_STEP === 0) yield (0.2 * record) / n;
    const from = start[record] ?? 0;
    const to = end === undefined ? Infinity : end[record] ?? 0;
    let fault: Pick<Rejection, 'field' | 'found' | 'expected'> | undefined;
    if (!Number.isFinite(from)) fault = { field: 'start', found: String(from), expected: 'milliseconds as Date.UTC counts them' };
    else if (!(to > from)) fault = { field: 'end', found: String(to), expected: `an end after the start, ${from}` };
    for (let i = participantOffset[record] ?? 0; i < (participantOffset[record + 1] ?? 0) && fault === undefined; i++) {
      const actor = participantActor[i] ?? 0;
      if (actor >= actors) fault = { field: 'participantActor', found: String(actor), expected: `an index below ${actors}, how many actors there are` };
    }
    if (fault === undefined) continue;
    bad.add(record);
    if (rejections.length < MOST_TOLD) rejections.push({ where: `record ${record + 1}`, record: columns.texts.id?.at(record), ...fault, effect: 'left-out' });
  }
  if (bad.size === 0) return { kept: undefined, rejections };
  const kept = new Uint32Array(n - bad.size);
  let length = 0;
  for (let record = 0; record < n; record++) if (!bad.has(record)) kept[length++] = record;
  return { kept, rejections };
}
