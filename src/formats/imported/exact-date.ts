import { isZone } from '../zone-offset';
import type { EventDate } from '../../model/dates/event-date';
import type { DateExtras } from '../../model/dates/parse-event-date';
import { isDateFault, parseEventDate } from '../../model/dates/parse-event-date';

/** What a form of dates says exactly: parts that it doesn't give are absent, never filled in. */
export interface ExactDate {
  /** A year, month or day in EDTF. */
  readonly edtf: string;
  /** Wall clock, `14:30`, where an hour is given. */
  readonly hour?: string | undefined;
  /** Offset of RFC 3339 (`Z`, `+02:00`), where it is given. */
  readonly offset?: string | undefined;
  /** IANA name, or whatever the file calls the zone. */
  readonly zone?: string | undefined;
}

/**
 * A year, month or day in EDTF: `2016`, `2016-02`, `-0044-03-15`; of years beyond four digits the year alone (`Y12016`).
 * Years are astronomical (0 is 1 BCE). Undefined for a day that the calendar hasn't.
 */
export function edtfOf(year: number, month?: number, day?: number): string | undefined {
  if (!Number.isInteger(year)) return undefined;
  const size = Math.abs(year);
  if (size > 9999) return `Y${year}`;
  const parts = [month, ...(month === undefined ? [] : [day])].filter((part) => part !== undefined);
  if (!parts.every((part) => Number.isInteger(part) && part > 0 && part < 100)) return undefined;
  const edtf = [
    `${year < 0 ? '-' : ''}${String(size).padStart(4, '0')}`,
    ...parts.map((part) => String(part).padStart(2, '0')),
  ].join('-');
  return isDateFault(parseEventDate(edtf)) ? undefined : edtf;
}

/**
 * A year with what of month and day the calendar has; `lost` where one of them is none, which costs that part alone.
 * Undefined for a year that is none.
 */
export function edtfOfParts(
  year: number,
  month: number | undefined,
  day: number | undefined,
): { readonly edtf: string; readonly lost?: 'month' | 'day' } | undefined {
  const whole = edtfOf(year, month, day);
  if (whole !== undefined) return { edtf: whole };
  const inMonth = day === undefined ? undefined : edtfOf(year, month);
  if (inMonth !== undefined && month !== undefined) return { edtf: inMonth, lost: 'day' };
  const inYear = edtfOf(year);
  return inYear === undefined ? undefined : { edtf: inYear, lost: 'month' };
}

/** An event's date; undefined where it is none. */
export function dateOf(edtf: string | undefined, extras?: DateExtras): EventDate | undefined {
  if (edtf === undefined) return undefined;
  const date = parseEventDate(edtf, extras);
  return isDateFault(date) ? undefined : date;
}

const ISO =
  /^([+-]?\d{4,6})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/i;

/**
 * A date of ISO 8601 as it is written: the civil day stays, whatever the offset says. Undefined for any other text, and
 * for days that the calendar hasn't.
 */
export function readIso(text: string): ExactDate | undefined {
  const match = ISO.exec(text.trim());
  if (match === null) return undefined;
  const [, year = '', month, day, hour, minute, , offset] = match;
  const edtf = edtfOf(Number(year), numberOf(month), numberOf(day));
  if (edtf === undefined || (hour !== undefined && (Number(hour) > 24 || Number(minute) > 59))) return undefined;
  return {
    edtf,
    hour: hour === undefined ? undefined : `${hour.padStart(2, '0')}:${minute ?? '00'}`,
    offset: offset === undefined ? undefined : offsetOf(offset),
  };
}

/** Midnight is no hour, but how programs write a day. */
export function withoutMidnight<Date extends ExactDate>(date: Date | undefined): Date | undefined {
  return date?.hour === '00:00' ? { ...date, hour: undefined, offset: undefined } : date;
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

/** `+0200`, `+02` as RFC 3339 writes them. */
export function offsetOf(text: string): string {
  const [, sign, hours, minutes = '00'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(text) ?? [];
  return sign === undefined ? 'Z' : `${sign}${hours ?? ''}:${minutes}`;
}

/**
 * The date of something that happened at one time: with its hour where the form gives an offset, else the hour stands in
 * the note, as it is written.
 */
export function singleDate(date: ExactDate, extras: DateExtras = {}): EventDate | undefined {
  const { edtf, hour, offset, zone } = date;
  if (hour === undefined) return dateOf(edtf, extras);
  if (offset !== undefined) {
    const timed = dateOf(edtf, {
      ...extras,
      time: `${edtf}T${hour}:00${offset}`,
      zone: zone !== undefined && isZone(zone) ? zone : undefined,
    });
    if (timed !== undefined) return timed;
  }
  return dateOf(edtf, { ...extras, note: joined(hourInWords(hour, zone ?? offset), extras.note) });
}

/** From one date to another, both included; one date where they are the same. Undefined where the end lies before. */
export function spanDate(from: ExactDate, to: ExactDate, extras: DateExtras = {}): EventDate | undefined {
  if (from.edtf === to.edtf) {
    if (from.hour === undefined || to.hour === undefined || to.hour === from.hour) return singleDate(from, extras);
    if (from.offset !== undefined) return singleDate(from, { ...extras, note: joined(`– ${to.hour}`, extras.note) });
    const hours = hourInWords(`${from.hour} – ${to.hour}`, from.zone);
    return dateOf(from.edtf, { ...extras, note: joined(hours, extras.note) });
  }
  return dateOf(`${from.edtf}/${to.edtf}`, { ...extras, note: joined(hoursInWords(from, to), extras.note) });
}

/** `10:00 – 18:00 Europe/Vienna`; empty where no hour is given. */
function hoursInWords(from: ExactDate, to: ExactDate): string {
  const [one, other] = [from, to].map(({ zone, offset }) => zone ?? (offset === 'Z' ? 'UTC' : offset));
  if (from.hour !== undefined && to.hour !== undefined && one === other)
    return hourInWords(`${from.hour} – ${to.hour}`, one);
  const start = from.hour === undefined ? [] : [hourInWords(from.hour, one)];
  const end = to.hour === undefined ? [] : [`– ${hourInWords(to.hour, other)}`];
  return [...start, ...end].join(' ');
}

function hourInWords(hour: string, zone: string | undefined): string {
  return zone === undefined ? hour : `${hour} ${zone}`;
}

function joined(...parts: readonly (string | undefined)[]): string | undefined {
  const said = parts.filter((part) => part !== undefined && part !== '');
  return said.length === 0 ? undefined : said.join('; ');
}
