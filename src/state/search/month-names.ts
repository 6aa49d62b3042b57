import { DAY_ENDINGS, MONTH_LOCALES, YEAR_WORDS } from '../../base/messages/languages';
import { dateFormatOf } from '../../base/messages/locale-formats';
import { civilDay } from '../../model/dates/instant';
import { foldText } from './fold-text';

const DAY = new RegExp(`^(\\d{1,2})(?:${DAY_ENDINGS.join('|')})$`, 'u');

export function isYearWord(word: string): boolean {
  return YEAR_WORDS.includes(word);
}

/**
 * What a folded word is in an English date, whichever of the page's languages it is of: "february" for "февраля", "1"
 * for "1er". Undefined for what is no part of a date, or is the same in English.
 */
export function wordInEnglishDate(word: string): string | undefined {
  const day = DAY.exec(word)?.[1];
  if (day !== undefined) return day;
  // Making a language's names takes milliseconds: only of those that are written in such letters.
  const month = monthNamed(
    word,
    MONTH_LOCALES.filter((locale) => locale !== 'en' && scriptOf(locale) === lettersOf(word)),
  );
  const name = month === undefined ? undefined : monthNames('en')[month - 1]?.name;
  return name === undefined || name.startsWith(word) ? undefined : name;
}

function lettersOf(word: string): string {
  if (/[\u0400-\u04FF]/.test(word)) return 'Cyrl';
  return /[\u0600-\u06FF]/.test(word) ? 'Arab' : 'Latn';
}

function scriptOf(locale: string): string | undefined {
  return new Intl.Locale(locale).maximize().script;
}

/**
 * The folded words of a query, without what only says that a year is one ("февраль 2016 г."), and with the two of a
 * month that is named by two ("كانون الثاني") as one.
 */
export function dateWords(words: readonly string[]): readonly string[] {
  return withWholeMonths(words.filter((word, i) => !isYearWord(word) || !/^\d{4}$/u.test(words[i - 1] ?? '')));
}

/** January, for one, has two from Syria to Iraq. */
export function withWholeMonths(words: readonly string[]): readonly string[] {
  return words.flatMap((word, i) => {
    if (isMonth(words[i - 1], word)) return [];
    return isMonth(word, words[i + 1]) ? [`${word} ${words[i + 1] ?? ''}`] : [word];
  });
}

function isMonth(first: string | undefined, second: string | undefined): boolean {
  if (first === undefined || second === undefined || lettersOf(first) !== 'Arab') return false;
  return localesOf('ar')
    .flatMap(monthNames)
    .some(({ name }) => name === `${first} ${second}`);
}

/** The locales whose names of months go by a language: itself, and for Arabic those of other countries. */
export function localesOf(locale: string): readonly string[] {
  return [locale, ...MONTH_LOCALES.filter((known) => known.startsWith(`${new Intl.Locale(locale).language}-`))];
}

/**
 * A month, 1 to 12, by its name in one of the locales (the word folded), or the beginning of it, three letters at
 * least, as long as no other month begins so.
 */
export function monthNamed(word: string, locales: readonly string[]): number | undefined {
  const typed = word.replace(/\.$/u, '');
  if (/\d/u.test(typed)) return undefined;
  const names = locales.flatMap(monthNames);
  const exact = names.find(({ name }) => name === typed);
  if (exact !== undefined || typed.length < 3) return exact?.month;
  const months = new Set(names.filter(({ name }) => name.startsWith(typed)).map(({ month }) => month));
  return months.size === 1 ? [...months][0] : undefined;
}

interface MonthName {
  readonly month: number;
  /** Folded, without a full stop at the end. */
  readonly name: string;
}

const remembered = new Map<string, readonly MonthName[]>();

const MONTH_STYLES: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  { day: 'numeric', month: 'long' },
  { day: 'numeric', month: 'short' },
];

/** Long and short names, alone and as they stand in a date (Russian has two cases for that). */
function monthNames(locale: string): readonly MonthName[] {
  let names = remembered.get(locale);
  if (names === undefined) {
    names = MONTH_STYLES.flatMap((style) => namesIn(dateFormatOf(locale, style)));
    remembered.set(locale, names);
  }
  return names;
}

function namesIn(format: Intl.DateTimeFormat): readonly MonthName[] {
  return Array.from({ length: 12 }, (_, index) => {
    const part = format.formatToParts(civilDay(2016, index + 1)).find(({ type }) => type === 'month');
    return { month: index + 1, name: foldText(part?.value ?? '').replace(/\.$/u, '') };
  });
}
