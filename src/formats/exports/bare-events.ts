import { shortenAtWord } from '../../base/clean-text';
import type { DiplomaticEvent, WholeDataset } from '../../model/dataset';
import type { EventDate } from '../../model/dates/event-date';
import { isDateFault, parseEventDate } from '../../model/dates/parse-event-date';
import { LONGEST_LABEL } from '../../model/longest-label';

/** Of an event what hardly any format but our own has a place for. */
export const NOTHING_MORE = {
  mode: undefined,
  statements: [],
  claims: [],
  attribution: undefined,
  caveats: [],
  relations: [],
  media: undefined,
} as const satisfies Partial<DiplomaticEvent>;

/** A record without the fields that this version doesn't know. */
export function withoutExtra<Own extends { readonly extra?: unknown }>({
  extra: _extra,
  ...own
}: Own): Omit<Own, 'extra'> {
  return own;
}

/** The label that follows from a title where nobody gives one. */
export function labelOf(title: string): string {
  return shortenAtWord(title, LONGEST_LABEL);
}

/**
 * A date as its EDTF string alone tells it: the hour of a single day stands in the string, all other words about it
 * don't. Undefined where there is none.
 */
export function datePlain(date: EventDate | undefined): EventDate | undefined {
  if (date === undefined) return undefined;
  const { clock, basis, display, note, extra, edtf, form } = date;
  const isPlain = [basis, display, note, extra, clock?.zone].every((each) => each === undefined);
  if (isPlain && (clock === undefined || edtf.includes('T'))) return date;
  return dateOfText(clock === undefined || form !== 'single' ? edtf : edtfWithHour(edtf, clock)) ?? date;
}

/** `time` is the hour by RFC 3339. Undefined for what can't be read, which a date of a dataset never is. */
export function dateOfText(edtf: string, time?: string): EventDate | undefined {
  const read = time === undefined ? parseEventDate(edtf) : parseEventDate(edtf, { time });
  return isDateFault(read) ? undefined : read;
}

/** `2016-02-24T10:30:00+02:00`; a string that has its hour as it is, and one of a day in doubt without its hour. */
function edtfWithHour(edtf: string, clock: NonNullable<EventDate['clock']>): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(edtf)) return edtf;
  return `${new Date(clock.civil).toISOString().slice(0, 19)}${offsetOf(clock)}`;
}

/** How far a wall clock is ahead, by RFC 3339: `Z`, `+02:00`. */
export function offsetOf({ civil, at }: NonNullable<EventDate['clock']>): string {
  const minutes = Math.round((civil - at) / 60_000);
  const ahead = Math.abs(minutes);
  if (minutes === 0) return 'Z';
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(ahead / 60))}:${twoDigits(ahead % 60)}`;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}

/** What is said of the whole, gone but for its title. */
export function bareHead(dataset: WholeDataset): WholeDataset {
  return {
    schemaVersion: dataset.schemaVersion,
    id: dataset.id,
    title: dataset.title,
    description: undefined,
    asOf: undefined,
    licence: undefined,
    opening: undefined,
    curators: [],
    modified: undefined,
    version: undefined,
    corrections: [],
    sources: [],
    actors: [],
    chapters: [],
    notes: [],
    periods: [],
    events: dataset.events,
  };
}
