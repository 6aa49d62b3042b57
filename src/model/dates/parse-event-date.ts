import { lazyCode } from '../../base/lazy-code';
import { readCommonDate } from './common-dates';
import type { DateFault } from './date-forms';
import type { EventDate } from './event-date';
import { timeSpan, instant } from './instant';
import type { DateBasis } from '../vocabulary';
import type { Instant } from './instant';

/** Reads the forms of a date that are rare, with the package `edtf`, which is loaded for the first of them. */
export const RARE_DATES = lazyCode(() => import('./rare-dates').then(({ readRareDate }) => readRareDate));

/** What a date's long form says beside its EDTF string. */
export interface DateExtras {
  readonly basis?: DateBasis | undefined;
  readonly display?: string | undefined;
  readonly note?: string | undefined;
  /** RFC 3339 with offset; its wall clock must fall on the EDTF day. */
  readonly time?: string | undefined;
  /** IANA name; kept as it is. */
  readonly zone?: string | undefined;
}

const NO_EXTRAS: DateExtras = {};

/** Whether `parseEventDate` refused. */
export function isDateFault(result: EventDate | DateFault): result is DateFault {
  return 'fault' in result;
}

/**
 * An EDTF string (ISO 8601-2, levels 0-2) as spans of civil days. Common forms are read directly; the rest by
 * `RARE_DATES`, and refused while that isn't here (`withLazyCode` loads it and reads again). All are remembered by
 * string. Blanks about a date and about what parts two, and the mark of a list before it (`- 2016`), are no part of it. Refused, never thrown: anything else, a time of day without offset or in an interval, a wholly unknown year
 * (`XXXX`), an end before its start.
 */
export function parseEventDate(edtf: string, extras: DateExtras = NO_EXTRAS): EventDate | DateFault {
  const bare = bareDate(withoutBlanks(edtf));
  if (isDateFault(bare) || extras === NO_EXTRAS) return bare;
  const { basis, display, note, time, zone } = extras;
  const worded: EventDate = { ...bare, basis, display, note };
  if (time !== undefined) return withClock(worded, civilClock(time, zone));
  return bare.clock === undefined ? worded : { ...worded, clock: { ...bare.clock, zone } };
}

/** EDTF has no blanks; sheets, forms and typists do. */
function withoutBlanks(edtf: string): string {
  if (!/\s/.test(edtf)) return edtf;
  return edtf
    .trim()
    .replace(/^[-–—•*]\s+/, '')
    .replaceAll(/\s*([/,[\]{}]|\.\.)\s*/g, '$1');
}

/**
 * Whether a date, or one of several, is of a year before ours that looks like one of today with a hyphen too many:
 * `-2016-02-24` is a day of 2017 BCE, of which hardly anybody knows the day.
 */
export function hasDoubtfulHyphen(edtf: string): boolean {
  return /(?:^|[/,[{.])\s*-(?:1\d|20)\d\d-\d\d/.test(edtf);
}

const remembered = new Map<string, EventDate | DateFault>();
const NO_DATE: DateFault = { fault: 'expected.edtf' };
const REMEMBERED_MOST = 20_000;
/** Longer than any set of 256 days. */
const LONGEST = 4_000;

/** What a date is made of. Anything else isn't worth loading the package for. */
const EDTF_SIGNS = /^[\d XYSE[\]{},./?~%-]+$/;

function bareDate(edtf: string): EventDate | DateFault {
  const known = remembered.get(edtf);
  if (known !== undefined) return known;
  const result =
    edtf.length > LONGEST
      ? NO_DATE
      : edtf.includes('T')
        ? readDateTime(edtf)
        : (readCommonDate(edtf) ?? readRest(edtf));
  if (result === undefined) return NO_DATE;
  if (remembered.size >= REMEMBERED_MOST) remembered.clear();
  remembered.set(edtf, result);
  return result;
}

/** Undefined while nobody can say: not to be remembered. */
function readRest(edtf: string): EventDate | DateFault | undefined {
  return EDTF_SIGNS.test(edtf) ? RARE_DATES.ask()?.(edtf) : NO_DATE;
}

/**
 * Never left to the package: it reads a time without offset in the machine's own zone, and loses an offset it reads.
 */
function readDateTime(edtf: string): EventDate | DateFault {
  if (edtf.includes('/')) return { fault: 'expected.noTimeInInterval' };
  const day = readCommonDate(edtf.slice(0, edtf.indexOf('T')));
  if (day === undefined || 'fault' in day) return day ?? NO_DATE;
  const clock = civilClock(edtf, undefined);
  return clock === undefined ? { fault: 'expected.offset' } : withClock({ ...day, edtf }, clock);
}

/** A date with an hour stands in that one minute. */
function withClock(date: EventDate, clock: Clock | undefined): EventDate | DateFault {
  if (clock === undefined) return { fault: 'expected.time' };
  if (date.precision === 'minute')
    return date.clock?.at === clock.at ? { ...date, clock } : { fault: 'expected.timeOnDay' };
  if (date.precision !== 'day' || !(date.form === 'single' || date.form === 'interval'))
    return { fault: 'expected.timeNeedsDay' };
  if (clock.civil < date.start.start || clock.civil >= date.start.end) return { fault: 'expected.timeOnDay' };
  const minute = Math.floor(clock.civil / 60_000) * 60_000;
  return { ...date, precision: 'minute', start: timeSpan(minute, minute + 60_000), clock };
}

/** The hour a source gives: `civil` is the place's wall clock read as if it were UTC, `at` the true instant. */
interface Clock {
  readonly civil: Instant;
  readonly at: Instant;
  readonly zone: string | undefined;
}

const RFC_3339 =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.\d+)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/**
 * A time of RFC 3339; undefined without an offset, for other shapes and for days the calendar doesn't have. Fractions
 * of a second are left out.
 */
function civilClock(text: string, zone: string | undefined): Clock | undefined {
  const match = RFC_3339.exec(text);
  if (match === null) return undefined;
  const [, day = '', hour = '', minute = '', second = '', sign, offsetHour = '0', offsetMinute = '0'] = match;
  const civil = Date.parse(`${day}T${hour}:${minute}:${second}Z`);
  // Date.parse takes 30 February for 1 March.
  if (!Number.isFinite(civil) || new Date(civil).toISOString().slice(0, 10) !== day) return undefined;
  const offsetMs = (sign === '-' ? -1 : 1) * (Number(offsetHour) * 60 + Number(offsetMinute)) * 60_000;
  return { civil: instant(civil), at: instant(civil - offsetMs), zone };
}
