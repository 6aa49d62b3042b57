import { valueAt } from '../base/value-at';
import { ROWS_A_STEP } from '../base/steps';
import type { Steps } from '../base/steps';
import type { EventColumns } from './event-columns';
import type { Rejection } from './rejection';

/** Faults told one by one; past them a file is told as a whole. */
const MOST_TOLD = 1000;

/** Throws a RangeError naming the column whose length or end doesn't fit the others. */
export function checkColumns(columns: EventColumns): void {
  const n = columns.start.length;
  for (const name of [
    'end',
    'startLatest',
    'endEarliest',
    'anchor',
    'form',
    'type',
    'tone',
    'flags',
    'importance',
  ] as const) {
    const column = columns[name];
    if (column !== undefined && column.length !== n)
      throw new RangeError(`Column "${name}" has ${column.length} entries, expected ${n} as in "start"`);
  }
  const { texts } = columns;
  const { kept, ...named } = texts;
  for (const [name, column] of Object.entries({ ...named, ...kept })) {
    if (column !== undefined && column.size !== n)
      throw new RangeError(`Texts "${name}" have ${column.size} entries, expected ${n} as in "start"`);
  }
  checkPairs('participant', n, columns.participantOffset, columns.participantActor, columns.participantRole);
  const { evidence } = columns;
  if (evidence !== undefined) checkPairs('evidence', n, evidence.offset, evidence.source, undefined);
  if (columns.countryOffset !== undefined && columns.countryIndex !== undefined) {
    checkPairs('country', n, columns.countryOffset, columns.countryIndex, columns.countryRole);
  }
}

function checkPairs(
  name: string,
  n: number,
  offset: Uint32Array,
  value: Uint32Array | Uint16Array,
  role: Uint8Array | undefined,
): void {
  if (offset.length !== n + 1)
    throw new RangeError(`"${name}Offset" has ${offset.length} entries, expected ${n + 1}, one more than "start"`);
  if (offset[n] !== value.length)
    throw new RangeError(`"${name}Offset" ends at ${offset[n]}, expected ${value.length}, how many values there are`);
  if (role !== undefined && role.length !== value.length)
    throw new RangeError(`"${name}Role" has ${role.length} entries, expected ${value.length}`);
}

/** Which records can be used, undefined for all, and what is wrong with the others. One pass. */
export function* usableRecords(
  columns: EventColumns,
): Steps<{ kept: Uint32Array | undefined; rejections: readonly Rejection[] }> {
  const { start, end, participantOffset, participantActor, dataset } = columns;
  const n = start.length;
  const actors = dataset.actors.length;
  const rejections: Rejection[] = [];
  let sound = true;
  for (let from = 0; from < n && sound; from += ROWS_A_STEP) {
    yield (0.1 * from) / n;
    sound = isSound(columns, from, Math.min(from + ROWS_A_STEP, n));
  }
  if (sound) return { kept: undefined, rejections };
  const bad = new Set<number>();
  for (let record = 0; record < n; record++) {
    if (record % ROWS_A_STEP === 0) yield 0.1 + (0.1 * record) / n;
    const from = valueAt(start, record);
    const to = end === undefined ? Infinity : valueAt(end, record);
    let fault: Pick<Rejection, 'field' | 'found' | 'expected'> | undefined;
    const dated = !isUndated(from, end === undefined ? from : to);
    if (dated && !Number.isFinite(from))
      fault = { field: 'start', found: String(from), expected: 'milliseconds as Date.UTC counts them' };
    else if (dated && !(to > from))
      fault = { field: 'end', found: String(to), expected: `an end after the start, ${from}` };
    for (
      let i = valueAt(participantOffset, record);
      i < valueAt(participantOffset, record + 1) && fault === undefined;
      i++
    ) {
      const actor = valueAt(participantActor, i);
      if (actor >= actors)
        fault = {
          field: 'participantActor',
          found: String(actor),
          expected: `an index below ${actors}, how many actors there are`,
        };
    }
    if (fault === undefined) continue;
    bad.add(record);
    if (rejections.length < MOST_TOLD)
      rejections.push({
        where: `record ${record + 1}`,
        record: columns.texts.id?.at(record),
        ...fault,
        effect: 'left-out',
      });
  }
  const kept = new Uint32Array(n - bad.size);
  let length = 0;
  for (let record = 0; record < n; record++) if (!bad.has(record)) kept[length++] = record;
  return { kept, rejections };
}

/** No date at all: neither start nor end is a number. */
function isUndated(start: number, end: number): boolean {
  return Number.isNaN(start) && Number.isNaN(end);
}

/** Whether all records from one up to another can be used: most files are sound, and this is quick to see. */
function isSound(
  { start, end, participantOffset, participantActor, dataset }: EventColumns,
  first: number,
  last: number,
): boolean {
  const actors = dataset.actors.length;
  for (let record = first; record < last; record++) {
    const from = valueAt(start, record);
    // Infinite starts give no number here, and no number is no equal of itself.
    if (
      from - from === 0 ? end !== undefined && !(valueAt(end, record) > from) : !isUndated(from, end?.[record] ?? from)
    )
      return false;
  }
  for (let i = valueAt(participantOffset, first), to = valueAt(participantOffset, last); i < to; i++)
    if (valueAt(participantActor, i) >= actors) return false;
  return true;
}
