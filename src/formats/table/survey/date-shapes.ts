import { readDate } from '../../../model/dates/reading/read-date';
import type { DateReadingContext } from '../../../model/dates/reading/date-reading';

/** How exact a text that looks like a date is. */
export type DateShape = 'day' | 'part' | 'year';

/** Any that tables come in (German and Spanish are read besides): nothing is decided here but whether it is a date. */
const CONTEXT: DateReadingContext = { languages: ['en', 'ru', 'ar', 'fr', 'pt'] };

/** Longer texts that are a date have words about it. */
const LONGEST = 60;
const MOST_WORDS = 9;

/**
 * Whether a text looks like a date: one that `readDate` understands, but no bare number, which may count anything, other
 * than a year from 1000 to 2100 or eight figures that are a day. Undefined for all else. Some microseconds.
 */
export function looksLikeDate(cell: string): DateShape | undefined {
  const text = cell.trim();
  if (text.length > LONGEST || !/\p{Nd}/u.test(text)) return undefined;
  if (/^\d{4}$/.test(text)) return isYear(Number(text)) ? 'year' : undefined;
  if (/^[+-]?\d+(?:[.,]\d+)?$/.test(text)) return isPacked(text) ? 'day' : undefined;
  // Three numbers between points are a day: clocks have colons where they have seconds.
  if (/^\d{1,2}(?:[:.h]\d{2}|[:h]\d{2}[:.]\d{2})$/.test(text) || text.split(/\s+/).length > MOST_WORDS)
    return undefined;
  const { edtf } = readDate(text, CONTEXT);
  if (edtf === undefined) return undefined;
  return /\d-\d\d-\d\d/.test(edtf) ? 'day' : 'part';
}

function isYear(year: number): boolean {
  return year >= 1000 && year <= 2100;
}

/** `20160224`. */
function isPacked(text: string): boolean {
  if (!/^\d{8}$/.test(text) || !isYear(Number(text.slice(0, 4)))) return false;
  const month = Number(text.slice(4, 6));
  const day = Number(text.slice(6));
  return month <= 12 && day <= 31;
}
