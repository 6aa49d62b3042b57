import type { EventDate } from '../../model/dates/event-date';
import { dateOfSpan } from '../../model/dates/edtf-of-span';
import { DAY_MS, timeSpan } from '../../model/dates/instant';
import { isDateFault, parseEventDate } from '../../model/dates/parse-event-date';
import type { Steps } from '../../base/steps';
import { isRecord } from './decode';
import { numbered } from '../../base/numbered';

/**
 * The day that a dataset without an as-of day looks from, where something in it is open-ended: its last dated day.
 * Undefined where nothing is open. Asked of the file's records, since what its events are follows from it.
 */
export function* lastDatedDay(records: readonly unknown[]): Steps<EventDate | undefined> {
  let isOpen = false;
  let end = -Infinity;
  for (const [index, record] of numbered(records)) {
    if (index % RECORDS_A_STEP === 0) yield 0;
    const edtf = edtfOf(record);
    const date = edtf === undefined ? undefined : parseEventDate(edtf);
    if (date === undefined || isDateFault(date)) continue;
    isOpen ||= date.open === 'ongoing';
    end = Math.max(end, (date.end ?? date.start).end);
  }
  if (!isOpen || !Number.isFinite(end)) return undefined;
  // As it will be read again once it is written.
  const day = parseEventDate(dateOfSpan(dayBefore(end)).edtf);
  return isDateFault(day) ? undefined : day;
}

/** Records between two places to stop: a date takes some microseconds. */
const RECORDS_A_STEP = 256;

function dayBefore(end: number): ReturnType<typeof timeSpan> {
  const day = Math.floor((end - 1) / DAY_MS) * DAY_MS;
  return timeSpan(day, day + DAY_MS);
}

function edtfOf(record: unknown): string | undefined {
  if (!isRecord(record) || !Object.hasOwn(record, 'date')) return undefined;
  const { date } = record;
  const edtf = isRecord(date) && Object.hasOwn(date, 'edtf') ? date['edtf'] : date;
  return typeof edtf === 'string' ? edtf : undefined;
}
