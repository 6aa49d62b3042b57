import { edtfOf, offsetOf, readIso, withoutMidnight } from './exact-date';
import type { ExactDate } from './exact-date';

/** A date as programs in JavaScript write it; `weekday` where the text names one (0 is Sunday). */
export interface JsDate extends ExactDate {
  readonly weekday?: number | undefined;
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const TIME = String.raw`(?:[ ,T]+(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?:(am|pm)\b)?)?`;
const ZONE = String.raw`\s*(?:(GMT|UTC|Z)?\s*([+-]\d{2}:?\d{2})?)?\s*(?:\([^)]*\))?`;
const WEEKDAY = String.raw`(?:([a-z]{3})[a-z]*\.?,?\s+)?`;
/** `Fri Nov 22 1963 12:30:00 GMT-0600`, as JavaScript writes dates. */
const MONTH_FIRST = new RegExp(
  String.raw`^${WEEKDAY}([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{3,4})${TIME}${ZONE}$`,
  'i',
);
/** `Fri, 22 Nov 1963 12:30:00 GMT`, as RFC 2822 does. */
const DAY_FIRST = new RegExp(
  String.raw`^${WEEKDAY}(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{3,4})${TIME}${ZONE}$`,
  'i',
);
const MONTH_ALONE = /^([a-z]{3,9})\.?,?\s+(\d{3,4})$/i;
const SLASHED = /^(\d{3,4})\/(\d{1,2})\/(\d{1,2})$/;
const YEAR = /^(?:(ad|a\.d\.)\s*)?(-?\d{1,6})\s*(bce?|b\.c\.(?:e\.)?|ad|ce|a\.d\.|c\.e\.)?$/i;

/**
 * A date as timelines in JavaScript read it: what JavaScript writes, ISO 8601, a bare year with BC or AD. The day that is written stays,
 * whatever the zone; midnight is no hour, but how a day is written. A bare minus is an astronomical year, as SIMILE takes
 * it. Undefined for any other text.
 */
export function readJsDate(text: string): JsDate | undefined {
  const words = text.trim().replace(/\s+/g, ' ');
  return readYear(words) ?? withoutMidnight(readIso(words)) ?? readSlashed(words) ?? readWorded(words);
}

function readYear(text: string): JsDate | undefined {
  const [, before, digits, after = ''] = YEAR.exec(text) ?? [];
  if (digits === undefined || (digits.length < 3 && before === undefined && after === '')) return undefined;
  const year = /^b/i.test(after) ? 1 - Number(digits) : Number(digits);
  const edtf = edtfOf(year);
  return edtf === undefined ? undefined : { edtf };
}

function readSlashed(text: string): JsDate | undefined {
  const [, year, month, day] = SLASHED.exec(text) ?? [];
  const edtf = year === undefined ? undefined : edtfOf(Number(year), Number(month), Number(day));
  return edtf === undefined ? undefined : { edtf };
}

function readWorded(text: string): JsDate | undefined {
  const alone = MONTH_ALONE.exec(text);
  if (alone !== null) {
    const edtf = edtfOf(Number(alone[2]), monthOf(alone[1]));
    return edtf === undefined ? undefined : { edtf };
  }
  const first = MONTH_FIRST.exec(text);
  const found = first ?? DAY_FIRST.exec(text);
  if (found === null) return undefined;
  const [, weekday, one, other, year, hour, minute, half, utc, offset] = found;
  const [month, day] = first === null ? [other, one] : [one, other];
  const edtf = edtfOf(Number(year), monthOf(month), Number(day));
  if (edtf === undefined) return undefined;
  const named = WEEKDAYS.indexOf((weekday ?? '').toLowerCase());
  return withoutMidnight({
    edtf,
    hour: hour === undefined ? undefined : `${hourOf(Number(hour), half)}:${minute ?? '00'}`,
    offset: offset === undefined ? (utc === undefined ? undefined : 'Z') : offsetOf(offset),
    ...(named < 0 ? {} : { weekday: named }),
  });
}

/** NaN for what is no month, which no calendar has. */
function monthOf(word = ''): number {
  const at = MONTHS.findIndex((month) => month.startsWith(word.toLowerCase()));
  return at < 0 ? Number.NaN : at + 1;
}

function hourOf(hour: number, half: string | undefined): string {
  const inDay = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return String(inDay).padStart(2, '0');
}
