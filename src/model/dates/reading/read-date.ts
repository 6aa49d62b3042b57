import { cleanText } from '../../../base/clean-text';
import { edtfOfParts, isCivilDate, weekdayOf } from './civil-parts';
import type { Choices } from './civil-parts';
import type { DateAlternative, DateNote, DateReading, DateReadingContext, DayOrder } from './date-reading';
import { dateTokens } from './date-tokens';
import { dateVocabulary } from './date-vocabulary';
import { edtfText } from './edtf-text';
import { foldDateText } from './fold-date-text';
import type { FullReading } from './full-reading';
import { clockParts, readIsoDate } from './iso-date';
import { makeReading, UNREAD } from './make-reading';
import { numberedDate } from './numbered-date';
import { placeOfHour } from './place-of-hour';
import { LAST_YEARS, readPlainDate } from './plain-date';
import { readSerialDay } from './serial-day';
import { wordedDate } from './worded-date';
import type { WordedDate } from './worded-date';

/** Longer than any set of 256 days. */
const LONGEST_EDTF = 4_000;
/** Longer than any date in words. */
const LONGEST_WORDS = 200;

/**
 * What a text says of a date, and no more: see `DateReading`. Reads what people and their programs write, in words of
 * English, Russian, Arabic, French, German and Spanish and with the months and weekdays of the context's languages
 * besides; what isn't a date, or holds a word that has no place in one, is unread and never guessed. The same in every
 * zone and on every day. Microseconds for plain days and years, some twenty for words; at most linear in the text.
 */
export function readDate(text: string, context: DateReadingContext): DateReading {
  return readFully(text, context).reading;
}

const NOTHING: FullReading = { reading: UNREAD, only: undefined, isCut: false };

/** As `readDate`, with what a column has to know of a cell. */
export function readFully(text: string, context: DateReadingContext): FullReading {
  return readPlainDate(text, context) ?? readByGrammar(text, context);
}

/** The same without the short way for plain dates, which it is held against. */
export function readByGrammar(text: string, context: DateReadingContext): FullReading {
  const full = readInFull(text, context);
  return isOfAnotherCalendar(text, full.reading) ? NOTHING : full;
}

const EASTERN_DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/;
/** Years from 1200 to 1499 are those of the Islamic and of the Persian calendar in what is written in their digits. */
const THEIR_YEARS = /(?<!\d)1[2-4]\d\d(?!\d)/;
/** Unless the era is said: `م`, of the Nativity. */
const COMMON_ERA = /(?<!\p{L})(?:م|ميلادي|میلادی)(?!\p{L})/u;

/** Whether Arabic or Persian figures give a year that is hardly meant as one of the Gregorian calendar. */
function isOfAnotherCalendar(text: string, { edtf }: DateReading): boolean {
  return edtf !== undefined && EASTERN_DIGITS.test(text) && THEIR_YEARS.test(edtf) && !COMMON_ERA.test(text.slice(-12));
}

function readInFull(text: string, context: DateReadingContext): FullReading {
  const plain = readNumbers(text, context);
  if (plain !== undefined) return plain;
  if (text.length > LONGEST_EDTF) return NOTHING;
  const folded = foldDateText(text);
  if (folded === undefined || folded === '') return NOTHING;
  if (context.serials !== undefined && /^\d{1,7}(?:[.,]\d{1,20})?$/.test(folded))
    return { ...NOTHING, reading: readSerialDay(folded, context.serials) };
  const iso = readIsoDate(folded);
  if (iso !== undefined) return { ...NOTHING, reading: iso };
  const edtf = edtfText(folded.toUpperCase());
  if (edtf !== undefined) return { ...NOTHING, reading: makeReading(edtf, {}) };
  return folded.length > LONGEST_WORDS ? NOTHING : readWords(text, folded, context);
}

const THREE_NUMBERS = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})$/;

/** Three numbers are a date of numbers or none: no interval, no list. */
function readNumbers(text: string, context: DateReadingContext): FullReading | undefined {
  const [, first = '', sign = '', second = '', third = ''] = THREE_NUMBERS.exec(text) ?? [];
  if (sign === '') return undefined;
  const figures = [first, second, third].map((figure) => ({ value: Number(figure), digits: figure.length }));
  const hasZeros = figures.some(({ value }) => value === 0);
  return hasZeros
    ? undefined
    : readWays(text, context, (choices) => {
        const parts = numberedDate(figures, sign, choices);
        if (parts === undefined || !isCivilDate(parts)) return undefined;
        return { edtf: edtfOfParts(parts), needsWords: false, dates: [] };
      });
}

function readWords(text: string, folded: string, context: DateReadingContext): FullReading {
  // What JavaScript calls a zone, in whatever language, says nothing more than its offset.
  const bare = folded.replace(/(?<=gmt[+-]\d{4}) \([^()]*\)$/, '');
  const vocabulary = dateVocabulary(context.languages);
  const tokens = dateTokens(bare, vocabulary);
  if (tokens !== undefined) return readWays(text, context, (choices) => wordedDate(tokens, choices));
  const place = placeOfHour(bare);
  const timed = place && dateTokens(place.text, vocabulary);
  if (place === undefined || timed === undefined) return NOTHING;
  return inZone(
    readWays(text, context, (choices) => wordedDate(timed, choices)),
    place.zone,
  );
}

/** The hour is that of the place; its offset then and there nobody has written. */
function inZone(full: FullReading, zone: string): FullReading {
  const { reading } = full;
  if (reading.civilTime === undefined || reading.notes.some(({ about }) => about === 'zone')) return NOTHING;
  return { ...full, reading: { ...reading, notes: [...reading.notes, { about: 'zone', zone }] } };
}

/** One way to read a text, with what was chosen for it. */
interface Way {
  readonly read: WordedDate;
  readonly order: DayOrder | undefined;
  readonly lastYear: number | undefined;
}

const ORDERS = ['day-first', 'month-first'] as const;

/** Reads a text once for each choice that it asks for and the context leaves open. */
function readWays(
  text: string,
  { order, lastYear, within }: DateReadingContext,
  read: (choices: Choices) => WordedDate | undefined,
): FullReading {
  const asked = { order: false, century: false };
  const only: Choices['only'] = { order: undefined };
  const ways: Way[] = [];
  const tryWay = (inOrder: DayOrder, upTo: number): void => {
    const found = read({ order: inOrder, lastYear: upTo, within, asked, only });
    if (found === undefined || ways.some((way) => way.read.edtf === found.edtf)) return;
    ways.push({
      read: found,
      order: asked.order && order === undefined ? inOrder : undefined,
      lastYear: asked.century && lastYear === undefined ? upTo : undefined,
    });
  };
  const centuries = lastYear === undefined ? LAST_YEARS : [lastYear];
  const orders = order === undefined ? ORDERS : [order];
  orders.forEach((inOrder, at) => {
    if (at === 0 || asked.order)
      for (const upTo of centuries.slice(0, at === 0 || asked.century ? 2 : 1)) tryWay(inOrder, upTo);
  });
  const fitting = ways.filter(({ read: { dates } }) => fitsWeekdays(dates));
  const left = fitting.length > 0 ? fitting : ways;
  const [first, ...others] = left;
  if (first === undefined) return NOTHING;
  const isNarrowed = left.length < ways.length || (asked.order && others.length === 0);
  return {
    reading: others.length === 0 ? sureReading(text, first.read, asked.century) : openReading(text, left),
    only: only.order ?? (isNarrowed && new Set(left.map((way) => way.order)).size === 1 ? first.order : undefined),
    isCut: asked.century && lastYear === undefined && others.some((way) => way.lastYear !== first.lastYear),
  };
}

function fitsWeekdays(dates: WordedDate['dates']): boolean {
  return dates.every(({ single: { weekday }, parts }) => weekday === undefined || weekday === realWeekday(parts));
}

function realWeekday({ year, month, day }: WordedDate['dates'][number]['parts']): number | undefined {
  if (year === undefined || month === undefined || month > 12 || day === undefined) return undefined;
  return weekdayOf(year, month, day);
}

function sureReading(text: string, read: WordedDate, isCut: boolean): DateReading {
  return makeReading(read.edtf, { display: displayOf(text, read), ...clockAndNotes(text, read, isCut) });
}

/** All ways at once: one of the dates where they are plain, else no more than their years. */
function openReading(text: string, ways: readonly Way[]): DateReading {
  const [first] = ways;
  if (first === undefined) return UNREAD;
  const alternatives = ways.map(({ read, order, lastYear }): DateAlternative => ({
    edtf: read.edtf,
    ...(order === undefined ? {} : { order }),
    ...(lastYear === undefined ? {} : { lastYear }),
  }));
  const edtfs = alternatives.map(({ edtf }) => edtf);
  const { notes } = clockAndNotes(text, first.read, false);
  return {
    ...UNREAD,
    edtf: oneOf(
      edtfs.every((edtf) => PLAIN_DATE.test(edtf)) ? edtfs : edtfs.flatMap((edtf) => edtf.match(YEARS) ?? []),
    ),
    sure: 'two-ways',
    alternatives,
    display: ways.some(({ read }) => read.needsWords) ? cleanWords(text) : undefined,
    civilTime: first.read.dates[0] === undefined ? undefined : clockAndNotes(text, first.read, false).civilTime,
    notes: notes.filter(({ about }) => about === 'zone' || about === 'midnight'),
  };
}

const PLAIN_DATE = /^-?\d{4}(?:-\d\d){0,2}[?~%]?$/;
const YEARS = /(?<![\d-])-?\d{3}[\dX](?!\d)/g;

function oneOf(edtfs: readonly string[]): string {
  const distinct = [...new Set(edtfs)].toSorted((a, b) => yearOf(a) - yearOf(b) || (a < b ? -1 : 1));
  const [only = ''] = distinct;
  return distinct.length === 1 ? only : `[${distinct.join(',')}]`;
}

function yearOf(edtf: string): number {
  return Number.parseInt(edtf, 10);
}

function displayOf(text: string, { needsWords }: WordedDate): string | undefined {
  return needsWords ? cleanWords(text) : undefined;
}

function cleanWords(text: string): string {
  return cleanText(text).replaceAll(/\s+/g, ' ').trim();
}

const NO_SIGNS = { isAbout: false, isDoubtful: false };

function clockAndNotes(
  text: string,
  { edtf, dates }: WordedDate,
  isCut: boolean,
): Pick<DateReading, 'time' | 'civilTime' | 'notes'> {
  const [first] = dates;
  const notes = dates.flatMap(({ single, parts }): readonly DateNote[] => {
    const is = realWeekday(parts);
    return [
      ...(single.weekday !== undefined && is !== undefined && is !== single.weekday
        ? [{ about: 'weekday', said: single.weekday, is, day: edtfOfParts({ ...parts, ...NO_SIGNS }) } as const]
        : []),
      ...(single.hasZeros ? [{ about: 'unknown-part' } as const] : []),
    ];
  });
  const year = first?.parts.year ?? Number.parseInt(edtf, 10);
  const all: readonly DateNote[] = isCut ? [...notes, { about: 'century', year }] : notes;
  if (first?.single.time === undefined) return { time: undefined, civilTime: undefined, notes: all };
  const { time, zone } = first.single;
  // JavaScript's own text of a date has an hour whether or not there is one to tell.
  const isScript = first.single.weekday !== undefined && /gmt[+-]\d{4}/i.test(text);
  const clock = clockParts(
    edtfOfParts({ ...first.parts, ...NO_SIGNS }),
    { ...time, zone: zone?.zone, offset: zone?.offset },
    isScript,
  );
  return { ...clock, notes: [...all, ...clock.notes] };
}
