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
  const match = THREE_NUMBERS.exec(text);
  if (match === null) return undefined;
  const [, first = '', , second = '', third = ''] = match;
  if (first === NO_YEAR || third === NO_YEAR) return undefined;
  const [one, two] = [Number(first), Number(second)];
  if (first.length === 4) {
    const three = Number(third);
    return third.length <= 2 && isDay(one, two, three) ? sure(edtfDay(one, two, three)) : undefined;
  }
  if (first.length > 2 || (third.length !== 4 && third.length !== 2)) return undefined;
  const [canBeDay, canBeMonth] = [one <= 31 && two <= 12, one <= 12 && two <= 31];
  // Days end at 31: `99/12/31` begins with its year.
  if (!canBeDay && !canBeMonth) return undefined;
  const only: DayOrder | undefined = canBeDay === canBeMonth ? undefined : canBeDay ? 'day-first' : 'month-first';
  const isOpen = only === undefined && one !== two;
  const ways = makeWays(third, context);
  if (isOpen && context.order === undefined) {
    ways.add(two, one, 'day-first');
    ways.add(one, two, 'month-first');
  } else if ((only ?? context.order) === 'month-first') ways.add(one, two);
  else ways.add(two, one);
  return ways.reading(only);
}

/** Two figures of a year are this century's to the one, and the last century's to the other. */
export const LAST_YEARS = [2099, 1999] as const;

/** The ways that a day can be read: in the year, or of two figures in each century that may be meant. */
function makeWays(year: string, { lastYear }: DateReadingContext) {
  const isCut = year.length === 2;
  const ways: DateAlternative[] = [];
  let isMissing = false;
  const addIn = (full: number, month: number, day: number, choices: Omit<DateAlternative, 'edtf'>): void => {
    if (isDay(full, month, day)) ways.push({ edtf: edtfDay(full, month, day), ...choices });
    else isMissing = true;
  };
  return {
    add: (month: number, day: number, order?: DayOrder): void => {
      const choices = order === undefined ? {} : { order };
      const figures = Number(year);
      if (!isCut) addIn(figures, month, day, choices);
      else if (lastYear !== undefined) addIn(upTo(lastYear, figures), month, day, choices);
      else for (const last of LAST_YEARS) addIn(upTo(last, figures), month, day, { ...choices, lastYear: last });
    },
    /** Undefined where there is no such day in one of them. */
    reading: (only?: DayOrder): FullReading | undefined => {
      const [first] = ways;
      if (first === undefined || isMissing) return undefined;
      if (ways.length === 1) {
        if (!isCut) return { reading: makeReading(first.edtf, NOTHING_MORE), only, isCut: false };
        const notes = [{ about: 'century', year: Number(first.edtf.slice(0, 4)) } as const];
        return { reading: makeReading(first.edtf, { notes }), only, isCut: false };
      }
      const edtf = `[${ways
        .map((way) => way.edtf)
        .toSorted()
        .join(',')}]`;
      const reading = { ...UNREAD, edtf, sure: 'two-ways', alternatives: ways } as const;
      return { reading, only, isCut: isCut && lastYear === undefined };
    },
  };
}

const NOTHING_MORE = {};

function upTo(lastYear: number, figures: number): number {
  const year = Math.floor(lastYear / 100) * 100 + figures;
  return year > lastYear ? year - 100 : year;
}

function dayFirst(text: string, context: DateReadingContext): FullReading | undefined {
  const [, day = '', name = '', between = '', year = ''] = DAY_MONTH_YEAR.exec(text) ?? [];
  if (day === '' || Number(day) > 31 || year === NO_YEAR) return undefined;
  const month = monthNamed(name || between, context);
  if (month === undefined) return undefined;
  const ways = makeWays(year, context);
  ways.add(month, Number(day));
  return ways.reading();
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
