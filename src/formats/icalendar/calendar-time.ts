import ICAL from 'ical.js';
import type { EventDate } from '../../model/dates/event-date';
import type { DateExtras } from '../../model/dates/parse-event-date';
import { readIso, singleDate, spanDate } from '../imported/exact-date';
import type { ExactDate } from '../imported/exact-date';
import type { CalendarProperty } from './calendar-property';
import { offsetAtWall } from '../zone-wall';

/**
 * A date of a calendar as it is written: a day, or a day with an hour in UTC, in a zone, or nowhere said. Undefined for
 * a value that is none.
 */
export function readCalendarTime(property: CalendarProperty, value = property.values[0]): ExactDate | undefined {
  const date = readIso(value ?? '') ?? readIso(spelledOut(property.raw));
  if (date === undefined || !/-\d\d-\d\d$/.test(date.edtf)) return undefined;
  const zone = property.parameter('tzid');
  if (date.hour === undefined || date.offset !== undefined || zone === undefined) return date;
  const [, hours, minutes] = /^UTC([+-]\d\d):?(\d\d)$/.exec(zone) ?? [];
  if (hours !== undefined && minutes !== undefined) return { ...date, offset: `${hours}:${minutes}` };
  // Some calendars put a path before the name: `/freeassociation.sourceforge.net/Europe/Berlin`.
  for (const name of [zone, zone.split('/').slice(-2).join('/')]) {
    const offset = offsetAtWall(date.edtf, date.hour, name);
    if (offset !== undefined) return { ...date, offset, zone: name };
  }
  return { ...date, zone };
}

/** A day where a type of value wants an hour, as many calendars have it: `20160224`. */
function spelledOut(raw: string): string {
  return raw.trim().replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}

/** When an entry ends: `DTEND`, of a day the first that it doesn't touch any more, or `DURATION`. */
export type CalendarEnd = { readonly at: ExactDate } | { readonly seconds: number };

/** Seconds of a `DURATION`; undefined for a value that is none. */
export function readDuration(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  try {
    const seconds = ICAL.Duration.fromString(value).toSeconds();
    return Number.isFinite(seconds) ? seconds : undefined;
  } catch {
    // It throws for what is no duration: a file's value, not our mistake.
    return undefined;
  }
}

/** The date of an entry; undefined where its end lies before its start. */
export function calendarDate(
  start: ExactDate,
  end: CalendarEnd | undefined,
  extras: DateExtras,
): EventDate | undefined {
  if (end === undefined) return singleDate(start, extras);
  const last = lastOf(start, end);
  return last === undefined ? undefined : spanDate(start, last, extras);
}

/** The last day, or hour, that an entry touches. */
function lastOf(start: ExactDate, end: CalendarEnd): ExactDate | undefined {
  const at = 'seconds' in end ? afterSeconds(start, end.seconds) : end.at;
  if (at === undefined || at.edtf < start.edtf) return undefined;
  if (at.edtf === start.edtf) return isBefore(at.hour, start.hour) && sameClock(at, start) ? undefined : at;
  const isMidnight = at.hour === undefined || at.hour === '00:00';
  if (!isMidnight) return start.hour === undefined ? { edtf: at.edtf } : at;
  const before = shifted(at.edtf, -1);
  if (before === undefined) return undefined;
  return { ...at, edtf: before, hour: at.hour === undefined || start.hour === undefined ? undefined : '24:00' };
}

function isBefore(hour: string | undefined, other: string | undefined): boolean {
  return hour !== undefined && other !== undefined && hour < other;
}

function sameClock(one: ExactDate, other: ExactDate): boolean {
  return one.offset === other.offset && one.zone === other.zone;
}

/** On the wall clock: what clocks do meanwhile changes no hour that is written. */
function afterSeconds(start: ExactDate, seconds: number): ExactDate | undefined {
  const from = Date.parse(`${start.edtf}T${start.hour ?? '00:00'}:00Z`);
  if (!Number.isFinite(from) || seconds < 0) return undefined;
  const end = new Date(from + seconds * 1000);
  if (!Number.isFinite(end.getTime())) return undefined;
  const text = end.toISOString();
  return { ...start, edtf: text.slice(0, 10), hour: start.hour === undefined ? undefined : text.slice(11, 16) };
}

function shifted(day: string, days: number): string | undefined {
  const at = Date.parse(`${day}T00:00Z`);
  return Number.isFinite(at) ? new Date(at + days * 86_400_000).toISOString().slice(0, 10) : undefined;
}
