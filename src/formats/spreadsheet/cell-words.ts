import { isDateFormat } from './number-format';
import type { NumberFormat } from './number-format';

/** A cell's text, and what a person should know of it. */
export interface CellWords {
  readonly text: string;
  /** The cell shows no year, or no day, of the date that it holds. */
  readonly unseen?: 'year' | 'day';
}

/**
 * How days are counted: as Excel does, from 1900 or 1904, or as LibreOffice does in any file, which knows no 29 February 1900
 * and counts back beyond the first day.
 */
export type DayEra = '1900' | '1904' | 'plain';

const DAY_MS = 86_400_000;
/** Day 1 of both eras is the first of January: there is no day 0, and 1904's first day is its day 0. */
const ERA_1900 = Date.UTC(1899, 11, 31);
const ERA_1904 = Date.UTC(1904, 0, 1);
/** Excel's 1900 has a 29 February, as Lotus 1-2-3 had: days after it are counted one too many. */
const LEAP_BUG = 60;
/** 31 December 9999, and of `plain` 1 January of the year 1. */
const LAST_DAY = 2_958_465;
const FIRST_DAY = -693_593;

/** A number as the cell's format shows it, as far as text can be the same: a date as ISO 8601, all else as it was typed. */
export function numberInWords(raw: string, format: NumberFormat, era: DayEra): CellWords {
  const number = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(number)) return { text: raw };
  if (!isDateFormat(format)) return { text: plainInWords(number, raw, format) };
  return serialInWords(number, format, era) ?? { text: plainNumber(number) };
}

function plainInWords(number: number, raw: string, { isPercent, leastDigits }: NumberFormat): string {
  if (isPercent) return `${plainNumber(Number((number * 100).toPrecision(15)))}%`;
  const text = /^-?\d{1,15}$/.test(raw) ? raw : plainNumber(number);
  const [, sign = '', digits = text, rest = ''] = /^(-?)(\d+)(.*)$/.exec(text) ?? [];
  return `${sign}${digits.padStart(leastDigits, '0')}${rest}`;
}

/**
 * A number with at most 15 digits, as spreadsheets show it, and without an exponent: 0.1 + 0.2 is 0.3. Of numbers longer
 * than 21 digits the exponent stays.
 */
function plainNumber(number: number): string {
  const shortest = String(Number(number.toPrecision(15)));
  const [, sign = '', whole = '', part = '', exponent = ''] = /^(-?)(\d+)(?:\.(\d+))?e-(\d+)$/.exec(shortest) ?? [];
  if (exponent === '') return shortest;
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${whole}${part}`;
}

/** The day and hour of a serial number; undefined where no calendar has it. */
export function serialInWords(serial: number, format: NumberFormat, era: DayEra): CellWords | undefined {
  if (serial < 0 && era !== 'plain') return undefined;
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  const day = Math.floor(serial) + Math.floor(seconds / 86_400);
  if (format.isElapsed) return { text: elapsed(Math.round(serial * 86_400)) };
  const hasDate = format.hasYear || format.hasMonth || format.hasDay;
  const time = format.hasTime && seconds % 86_400 !== 0 ? clock(seconds % 86_400) : '';
  if (!hasDate) return { text: clock(seconds % 86_400) };
  // Nothing but an hour, in a column of days and hours.
  if (day === 0 && era === '1900') return time === '' ? undefined : { text: time };
  const date = isoDay(day, era);
  return date === undefined ? undefined : shown(date, time, format);
}

/** A date in words as far as its cell shows it: a format without days shows months. */
export function shown(isoDate: string, time: string, { hasYear, hasMonth, hasDay }: NumberFormat): CellWords {
  const [, year = '', month = '', day = ''] = /^(-?\d+)-(\d+)-(\d+)/.exec(isoDate) ?? [];
  const unseen = day === '01' ? {} : { unseen: 'day' as const };
  if (hasYear && !hasDay && hasMonth) return { text: `${year}-${month}`, ...unseen };
  if (hasYear && !hasDay) return { text: year, ...(isoDate.endsWith('-01-01') ? {} : { unseen: 'day' as const }) };
  const text = time === '' ? isoDate : `${isoDate}T${time}`;
  return hasYear ? { text } : { text, unseen: 'year' };
}

function isoDay(day: number, era: DayEra): string | undefined {
  if (era === '1904') return day + 1462 > LAST_DAY ? undefined : iso(ERA_1904 + day * DAY_MS);
  if (day > LAST_DAY || day < FIRST_DAY) return undefined;
  if (era === 'plain') return iso(ERA_1900 + (day - 1) * DAY_MS);
  if (day === LEAP_BUG) return '1900-02-29';
  return iso(ERA_1900 + (day > LEAP_BUG ? day - 1 : day) * DAY_MS);
}

function iso(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function clock(seconds: number): string {
  return elapsed(seconds).replace(/^(\d):/, '0$1:');
}

/** `30:15`, with seconds where there are any. */
function elapsed(seconds: number): string {
  const rest = seconds % 60;
  const minutes = `${Math.floor(seconds / 3600)}:${twoDigits(Math.floor(seconds / 60) % 60)}`;
  return rest === 0 ? minutes : `${minutes}:${twoDigits(rest)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
