import { daysOfMonth, twoFigures } from './civil-parts';
import type { DateAlternative, DateReadingContext, DayOrder } from './date-reading';
import { dateVocabulary } from './date-vocabulary';
import { foldDateWord } from './fold-date-text';
import type { FullReading } from './full-reading';
import { makeReading, UNREAD } from './make-reading';

/**
 * What nearly all columns of dates have and nothing else, read without a look at the grammar, and as that reads it: days of
 * ISO 8601, years, three numbers, and days and months with the name of the month. Undefined for all else, and for what is
 * no day in one of its readings: of that the grammar says what it is.
 */
export function readPlainDate(text: string, context: DateReadingContext): FullReading | undefined {
  const { length } = text;
  if (length < 4 || length > LONGEST) return undefined;
  if (!isFigure(text.charCodeAt(0))) return monthFirst(text, context);
  if (length === 4) return context.serials === undefined && PLAIN_YEAR.test(text) ? sure(text) : undefined;
  if (!isFigure(text.charCodeAt(length - 1))) return undefined;
  return isoDay(text) ?? threeNumbers(text, context) ?? dayFirst(text, context);
}

/** `22. September 2016`, and the months of all languages. */
const LONGEST = 24;
/** Zeros may be a year that isn't known. */
const NO_YEAR = '0000';
const PLAIN_YEAR = /^\d{4}$/;
const THREE_NUMBERS = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})$/;
const DAY_MONTH_YEAR = /^(\d{1,2})(?:\.? (\p{L}{3,12})\.? |-(\p{L}{3,12})-)(\d{4}|\d{2})$/u;
const MONTH_DAY_YEAR = /^(\p{L}{3,12})\.? (?:(\d{1,2}),? )?(\d{4})$/u;

function isFigure(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isoDay(text: string): FullReading | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return isDay(year, month, day) && /^[\d-]{10}$/.test(text) ? sure(text) : undefined;
}

function threeNumbers(text: string, context: DateReadingContext): FullReading | undefined {
  const [, first = '', sign = '', second = '', third = ''] = THREE_NUMBERS.exec(text) ?? [];
  if (sign === '' || first === NO_YEAR || third === NO_YEAR) return undefined;
  const [one, two, three] = [Number(first), Number(second), Number(third)];
  if (first.length === 4)
    return third.length <= 2 && isDay(one, two, three) ? sure(edtfDay(one, two, three)) : undefined;
  if (first.length > 2 || (third.length !== 4 && third.length !== 2)) return undefined;
  const [canBeDay, canBeMonth] = [one <= 31 && two <= 12, one <= 12 && two <= 31];
  // Days end at 31: `99/12/31` begins with its year.
  if (!canBeDay && !canBeMonth) return undefined;
  const only: DayOrder | undefined = canBeDay === canBeMonth ? undefined : canBeDay ? 'day-first' : 'month-first';
  const isOpen = only === undefined && one !== two;
  const orders: readonly DayOrder[] =
    only === undefined ? (context.order === undefined && isOpen ? BOTH : [context.order ?? 'day-first']) : [only];
  return inWays(
    orders.flatMap((order) => waysIn(order, one, two, third, context, isOpen)),
    only,
    third,
    context,
  );
}

const BOTH: readonly DayOrder[] = ['day-first', 'month-first'];

function waysIn(
  order: DayOrder,
  one: number,
  two: number,
  year: string,
  context: DateReadingContext,
  isOpen: boolean,
): readonly (DateAlternative | undefined)[] {
  const [day, month] = order === 'day-first' ? [one, two] : [two, one];
  const ways = dayInYears(year, month, day, context);
  return isOpen && context.order === undefined ? ways.map((way) => way && { ...way, order }) : ways;
}

/** A day in the year, or of two figures in each century that may be meant; undefined where there is no such day. */
function dayInYears(
  year: string,
  month: number,
  day: number,
  { lastYear }: DateReadingContext,
): readonly (DateAlternative | undefined)[] {
  const inYear = (full: number): DateAlternative | undefined =>
    isDay(full, month, day) ? { edtf: edtfDay(full, month, day) } : undefined;
  if (year.length === 4) return [inYear(Number(year))];
  if (lastYear !== undefined) return [inYear(upTo(lastYear, Number(year)))];
  return LAST_YEARS.map((last) => {
    const way = inYear(upTo(last, Number(year)));
    return way && { ...way, lastYear: last };
  });
}

/** Two figures of a year are this century's to the one, and the last century's to the other. */
export const LAST_YEARS = [2099, 1999] as const;

function upTo(lastYear: number, figures: number): number {
  const year = Math.floor(lastYear / 100) * 100 + figures;
  return year > lastYear ? year - 100 : year;
}

function inWays(
  ways: readonly (DateAlternative | undefined)[],
  only: DayOrder | undefined,
  year: string,
  { lastYear }: DateReadingContext,
): FullReading | undefined {
  const known = ways.filter((way) => way !== undefined);
  const [first] = known;
  if (first === undefined || known.length < ways.length) return undefined;
  const isCut = year.length === 2;
  if (known.length === 1) {
    const notes = isCut ? [{ about: 'century', year: Number(first.edtf.slice(0, 4)) } as const] : [];
    return { reading: makeReading(first.edtf, { notes }), only, isCut: false };
  }
  const edtfs = known.map(({ edtf }) => edtf).toSorted();
  const reading = { ...UNREAD, edtf: `[${edtfs.join(',')}]`, sure: 'two-ways', alternatives: known } as const;
  return { reading, only, isCut: isCut && lastYear === undefined };
}

function dayFirst(text: string, context: DateReadingContext): FullReading | undefined {
  const [, day = '', name = '', between = '', year = ''] = DAY_MONTH_YEAR.exec(text) ?? [];
  if (day === '' || Number(day) > 31 || year === NO_YEAR) return undefined;
  const month = monthNamed(name || between, context);
  return month === undefined
    ? undefined
    : inWays(dayInYears(year, month, Number(day), context), undefined, year, context);
}

function monthFirst(text: string, context: DateReadingContext): FullReading | undefined {
  const [, name = '', day = '', year = ''] = MONTH_DAY_YEAR.exec(text) ?? [];
  const month = name === '' || year === NO_YEAR ? undefined : monthNamed(name, context);
  if (month === undefined) return undefined;
  if (day === '') return sure(`${year}-${twoFigures(month)}`);
  return isDay(Number(year), month, Number(day)) ? sure(edtfDay(Number(year), month, Number(day))) : undefined;
}

/** By the vocabulary that they are of, which is remembered by its languages. */
const monthsOf = new WeakMap<object, Map<string, number | undefined>>();
/** As many spellings as files have. */
const MOST_NAMES = 500;

/** The month of a word that is nothing else in a date; a weekday's short name, "mar", is a month by itself. */
function monthNamed(word: string, { languages }: DateReadingContext): number | undefined {
  const vocabulary = dateVocabulary(languages);
  const known = monthsOf.get(vocabulary) ?? new Map<string, number | undefined>();
  monthsOf.set(vocabulary, known);
  if (known.has(word)) return known.get(word);
  const { month, roles } = vocabulary.senseOf(foldDateWord(word)) ?? {};
  const own = roles?.size === 0 ? month : undefined;
  if (known.size >= MOST_NAMES) known.clear();
  known.set(word, own);
  return own;
}

function sure(edtf: string): FullReading {
  return { reading: makeReading(edtf, {}), only: undefined, isCut: false };
}

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month);
}

function edtfDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${twoFigures(month)}-${twoFigures(day)}`;
}
