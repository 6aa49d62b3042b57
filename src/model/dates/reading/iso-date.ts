import { edtfYear, isCivilDate, NO_PARTS, twoFigures } from './civil-parts';
import { FARTHEST_ZONE } from './date-tokens';
import type { DateNote, DateReading } from './date-reading';
import { makeReading, UNREAD } from './make-reading';

const ISO =
  /^([+-]?)(\d{4,6})-(\d\d)-(\d\d)(?:[t ]+(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?)? ?(z|utc|gmt|[+-]\d\d(?::?\d\d)?)?)?$/;
const COMPACT = /^([12]\d{3})(\d\d)(\d\d)(?:t?(\d\d)(\d\d)(\d\d)?(z)?)?$/;
const WEEK = /^(\d{4})-?w(\d\d)(?:-?([1-7]))?$/;

/**
 * Dates as machines write them: ISO 8601 with a time and zone or without, Wikidata's `+2015-00-00T00:00:00Z`,
 * `20160224`, `20160224T143000Z`, weeks `2016-W08`. The text is folded. Undefined for other forms; unread where there is
 * no such day. The written day stays whatever the zone.
 */
export function readIsoDate(text: string): DateReading | undefined {
  const iso = ISO.exec(text);
  if (iso !== null) {
    const [, sign = '', year = '', month = '', day = '', hour, minute = '00', second, zone] = iso;
    return dayReading(
      { year: Number(sign + year), month: Number(month), day: Number(day) },
      { hour, minute, second, zone },
    );
  }
  const compact = COMPACT.exec(text);
  if (compact !== null) {
    const [, year = '', month = '', day = '', hour, minute = '00', second, zone] = compact;
    return dayReading({ year: Number(year), month: Number(month), day: Number(day) }, { hour, minute, second, zone });
  }
  const week = WEEK.exec(text);
  return week === null ? undefined : weekReading(Number(week[1]), Number(week[2]), week[3]);
}

interface ClockText {
  readonly hour: string | undefined;
  readonly minute: string;
  readonly second: string | undefined;
  readonly zone: string | undefined;
}

function dayReading(
  { year, month, day }: { readonly year: number; readonly month: number; readonly day: number },
  { hour, minute, second, zone }: ClockText,
): DateReading {
  const parts = { ...NO_PARTS, year, month: month || undefined, day: day || undefined };
  const hasZeros = month === 0 || day === 0;
  const clock = hour === undefined ? undefined : clockOf(hour, minute, second, zone);
  if (clock === 'none') return UNREAD;
  // `0000-00-00` is how databases write that there is no date.
  if (year === 0 && month === 0) return UNREAD;
  if (hasZeros) {
    const edtf =
      month === 0 && day > 0
        ? `${edtfYear(year)}-XX-${twoFigures(day)}`
        : edtfYear(year) + (month > 0 ? `-${twoFigures(month)}` : '');
    const isDate = Math.abs(year) <= 9999 && month <= 12 && day <= 31;
    return isDate ? makeReading(edtf, { notes: [{ about: 'unknown-part' }] }) : UNREAD;
  }
  if (!isCivilDate(parts)) return UNREAD;
  const edtf = `${edtfYear(year)}-${twoFigures(month)}-${twoFigures(day)}`;
  return makeReading(edtf, clock === undefined ? {} : clockParts(edtf, clock));
}

/** An hour as it stands, and where: what `clockParts` makes the parts of a reading of. */
export interface WrittenClock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number | undefined;
  /** As it is written. */
  readonly zone: string | undefined;
  /** As RFC 3339 has it. */
  readonly offset: string | undefined;
}

function clockOf(
  hour: string,
  minute: string,
  second: string | undefined,
  zone: string | undefined,
): WrittenClock | 'none' {
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return 'none';
  const offset = zone === undefined ? undefined : offsetOf(zone);
  if (offset !== undefined && Number(offset.slice(1, 3)) > FARTHEST_ZONE) return 'none';
  return {
    hour: Number(hour),
    minute: Number(minute),
    second: second === undefined ? undefined : Number(second),
    zone: zone?.toUpperCase(),
    offset,
  };
}

function offsetOf(zone: string): string {
  if (!/^[+-]/.test(zone)) return 'Z';
  const figures = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone[0] ?? '+'}${figures.slice(0, 2)}:${figures.slice(2)}`;
}

/**
 * The hour of a reading. Midnight to the second, in no zone or UTC, is how machines write a day: no hour is made of it.
 * With `isPadded` in any zone.
 */
export function clockParts(
  day: string,
  { hour, minute, second, zone, offset }: WrittenClock,
  isPadded = false,
): Pick<DateReading, 'time' | 'civilTime' | 'notes'> {
  const notes: DateNote[] = zone === undefined ? [] : [{ about: 'zone', zone }];
  const isMidnight = hour === 0 && minute === 0 && second === 0 && (isPadded || offset === undefined || offset === 'Z');
  if (isMidnight) return { time: undefined, civilTime: undefined, notes: [...notes, { about: 'midnight' }] };
  const clock = `${twoFigures(hour)}:${twoFigures(minute)}`;
  // RFC 3339 has years of four figures.
  if (offset === undefined || day.startsWith('-')) return { time: undefined, civilTime: clock, notes };
  return { time: `${day}T${clock}:${twoFigures(second ?? 0)}${offset}`, civilTime: undefined, notes };
}

/** The days of a week of ISO 8601, Monday to Sunday; week 1 has the year's first Thursday. */
function weekReading(year: number, week: number, weekday: string | undefined): DateReading {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = Date.UTC(year, 0, 4 - ((fourth.getUTCDay() + 6) % 7) + (week - 1) * 7);
  const thursday = new Date(monday + 3 * 86_400_000);
  if (week < 1 || thursday.getUTCFullYear() !== year) return UNREAD;
  const dayAt = (index: number): string => new Date(monday + index * 86_400_000).toISOString().slice(0, 10);
  return makeReading(weekday === undefined ? `[${dayAt(0)}..${dayAt(6)}]` : dayAt(Number(weekday) - 1), {});
}
