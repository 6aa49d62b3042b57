import { WORDS_IN_DATES } from '../../../base/messages/words-in-dates';

/** How exact a text that looks like a date is. */
export type DateShape = 'day' | 'part' | 'year';

const LANGUAGES = ['en', 'ru', 'ar', 'fr', 'de', 'es', 'pt', 'it', 'uk', 'pl', 'tr'];

let known: ReadonlySet<string> | undefined;

/**
 * Whether a text looks like a date, without reading it: digits that can be one, and no words but those that stand in dates.
 * A bare year is from 1000 to 2100 here. Undefined for all else. O(its length).
 */
export function looksLikeDate(cell: string): DateShape | undefined {
  const text = westernDigits(cell.trim());
  if (text.length > 60 || !/\d/.test(text)) return undefined;
  if (/^\d{4}$/.test(text)) return isYear(Number(text)) ? 'year' : undefined;
  if (/^\d+(?:[.,]\d+)?$/.test(text)) return isPacked(text) ? 'day' : undefined;
  if (/^[+-]?\d{4,6}-\d{2}(?:-\d{2}(?:[T ][\d:.,+Z -]*)?)?[?~%]?$/.test(text)) return text.length > 8 ? 'day' : 'part';
  if (/^\d{1,4}([./-])\d{1,2}\1\d{1,4}(?:[ ,T]+[\d:.]+(?: ?[ap]\.?m\.?)?)?$/i.test(text)) return 'day';
  if (/^\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?$/.test(text)) return text.includes('日') ? 'day' : 'part';
  if (/^[\d\s./,[\]{}?~%XYu:+-]+$/.test(text))
    return /\d{3,4}/.test(text) && !/^[\d.,\s-]+$/.test(text) ? 'part' : range(text);
  return inWords(text);
}

/** Two years or days with a dash between. */
function range(text: string): DateShape | undefined {
  return /^\d{4}\s*-\s*\d{2,4}$/.test(text) && isYear(Number(text.slice(0, 4))) ? 'part' : undefined;
}

function inWords(text: string): DateShape | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  known ??= dateWords();
  if (words.length === 0 || words.length > 8 || !words.every((word) => known?.has(word))) return undefined;
  const numbers = text.match(/\d+/g) ?? [];
  const hasYear = numbers.some((digits) => digits.length === 4 || (digits.length === 3 && numbers.length < 3));
  const isShort = numbers.some((digits) => digits.length === 2) && words.some((word) => isMonth(word));
  if (!hasYear && !isShort && !/\b(?:bce?|ad|ce)\b/i.test(text)) return undefined;
  return words.some((word) => isMonth(word)) && numbers.length > 1 ? 'day' : 'part';
}

const months = new Set<string>();

function isMonth(word: string): boolean {
  return months.has(word);
}

function dateWords(): ReadonlySet<string> {
  const words = new Set(WORDS_IN_DATES.split(' '));
  for (const language of LANGUAGES)
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month, day: 'numeric', weekday: month, timeZone: 'UTC' });
      const alone = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
      for (let n = 0; n < 12; n++) {
        const day = new Date(Date.UTC(2024, n, 1 + n));
        for (const part of [...format.formatToParts(day), ...alone.formatToParts(day)]) {
          if (part.type !== 'month' && part.type !== 'weekday') continue;
          for (const word of part.value.toLowerCase().match(/\p{L}+/gu) ?? []) {
            words.add(word);
            if (part.type === 'month') months.add(word);
          }
        }
      }
    }
  words.add('sept');
  months.add('sept');
  return words;
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

/** Arabic and Persian digits as those of ASCII. */
function westernDigits(text: string): string {
  return text.replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
}
