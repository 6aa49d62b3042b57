import { civilDay, DAY_MS, timeSpan } from '../../model/dates/instant';
import type { TimeSpan } from '../../model/dates/instant';
import { foldText } from './fold-text';
import { isYearWord, localesOf, monthNamed, withWholeMonths } from './month-names';

/** A date as typed: what is missing is undefined. Month is 1 to 12. */
export interface DateParts {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly firstDay: number | undefined;
  /** The same as `firstDay` for a single day. */
  readonly lastDay: number | undefined;
}

/**
 * The days that a date as people type it stands for, half-open: "2014", "feb 2016", "24 February 2016", "Feb 24, 2016",
 * "22-27 feb 2016", "2016-02", "2016-02-24". Month names in English and in `locale` (BCP 47). Undefined for anything
 * else, for a day that the month hasn't got, and for a date without a year unless `year` gives one.
 */
export function parseDateQuery(text: string, locale = 'en', year?: number): TimeSpan | undefined {
  const parts = readDateParts(text, locale);
  if (parts === undefined) return undefined;
  const inYear = parts.year ?? year;
  return inYear === undefined ? undefined : spanOfParts(parts, inYear);
}

/** The parts of a typed date, or undefined where a word of it is neither number nor month. */
export function readDateParts(text: string, locale: string): DateParts | undefined {
  const plain = foldText(text).trim();
  const words = plain
    .replaceAll(/\s*-\s*/gu, '-')
    .split(/[\s,/]+/u)
    .filter((word) => word !== '' && !isYearWord(word));
  return readIso(plain) ?? readWords(withWholeMonths(words), locale);
}

/** Days of the parts in a year; undefined for 31 February and the like. */
export function spanOfParts({ month, firstDay, lastDay }: DateParts, year: number): TimeSpan | undefined {
  if (month === undefined) return timeSpan(civilDay(year), civilDay(year + 1));
  if (firstDay === undefined || lastDay === undefined)
    return timeSpan(civilDay(year, month), civilDay(year, month + 1));
  const end = civilDay(year, month, lastDay);
  const exists = firstDay >= 1 && firstDay <= lastDay && new Date(end).getUTCMonth() === month - 1;
  return exists ? timeSpan(civilDay(year, month, firstDay), end + DAY_MS) : undefined;
}

function readIso(text: string): DateParts | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/u.exec(text) ?? [];
  if (year === undefined || month === undefined || Number(month) < 1 || Number(month) > 12) return undefined;
  const onDay = day === undefined ? undefined : Number(day);
  return { year: Number(year), month: Number(month), firstDay: onDay, lastDay: onDay };
}

function readWords(words: readonly string[], locale: string): DateParts | undefined {
  let year: number | undefined;
  let month: number | undefined;
  let days: readonly [number, number] | undefined;
  const locales = ['en', ...localesOf(locale)];
  for (const word of words) {
    const named = monthNamed(word, locales);
    const numbers = daysNamed(word);
    if (/^\d{4}$/u.test(word) && year === undefined) year = Number(word);
    else if (named !== undefined && month === undefined) month = named;
    else if (numbers !== undefined && days === undefined) days = numbers;
    else return undefined;
  }
  // "24 2016" is no date, and "24" alone is more likely a number that is looked for.
  if ((days !== undefined && month === undefined) || (year === undefined && month === undefined)) return undefined;
  return { year, month, firstDay: days?.[0], lastDay: days?.[1] };
}

/** "24", "24th", "1er", "24." or "22-27". */
function daysNamed(word: string): readonly [number, number] | undefined {
  const [, first, last] = /^(\d{1,2})(?:st|nd|rd|th|er|\.)?(?:-(\d{1,2})(?:st|nd|rd|th|er|\.)?)?$/u.exec(word) ?? [];
  return first === undefined ? undefined : [Number(first), Number(last ?? first)];
}
