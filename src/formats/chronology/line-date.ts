import type { DateReading, DateReadingContext } from '../../model/dates/reading/date-reading';
import { readDate } from '../../model/dates/reading/read-date';
import { withoutEmphasis } from './line-marks';

/** A line that begins with a date. */
export interface DatedText {
  readonly reading: DateReading;
  /** As it stands. */
  readonly dateText: string;
  /** What follows, without the sign between. */
  readonly rest: string;
}

/** So far into a line a date may reach. */
const LONGEST_DATE = 120;
/** Beyond so many places where it may end nobody has written a date. */
const MOST_PLACES = 12;

/**
 * The date that a line begins with. The first colon followed by a blank ends it ("22 Feb 2016: ..."), in the notebook's
 * grammar; else emphasis or brackets about it, else the last dash, comma or other sign up to which all is a date. Without
 * any sign a day or span of days ends where other words begin. Undefined for a line that begins with anything else.
 */
export function dateAtStart(line: string, context: DateReadingContext): DatedText | undefined {
  return wrapped(line, context) ?? beforeSign(line, context);
}

const EMPHASIS = /^(\*\*|__|\*|_)(?=\S)([^*_]{2,120})\1/;
const BRACKETS = /^[[(]([^[\]()]{3,120})[\])]/;
const SIGN_AFTER = /^\s*(?:[:–—,.|;-]|--)?\s+|^\s*[:–—]\s*|^\s*$/;

/** `**22 Feb 2016** ...`, `[2016-02-22] ...` */
function wrapped(line: string, context: DateReadingContext): DatedText | undefined {
  const match = EMPHASIS.exec(line) ?? BRACKETS.exec(line);
  if (match === null) return undefined;
  const [whole, mark = '', inEmphasis] = match;
  const dateText = (inEmphasis ?? mark).replace(/[\s:.,–—-]+$/, '');
  const reading = readDate(dateText, context);
  if (reading.edtf === undefined) return undefined;
  const after = line.slice(whole.length);
  const sign = SIGN_AFTER.exec(after)?.[0];
  return sign === undefined ? undefined : { reading, dateText, rest: after.slice(sign.length).trim() };
}

function beforeSign(whole: string, context: DateReadingContext): DatedText | undefined {
  // Signs of emphasis may stand in the date: only its part of a line is looked at.
  const line = withoutEmphasis(whole.slice(0, 2 * LONGEST_DATE)) + whole.slice(2 * LONGEST_DATE);
  const colon = /:(?=\s|$)/.exec(line.slice(0, LONGEST_DATE + 1));
  const atColon = colon === null ? undefined : dated(line, colon.index, 1, context);
  if (atColon !== undefined) return atColon;
  // Under the heading of a month "12" is a day before a colon or a dash alone: "12, perhaps 13 people" isn't.
  const inYear = withoutMonth(context);
  for (const [places, inContext] of [
    [placesOf(line, DASHES), context],
    [placesOf(line, OTHER_SIGNS), inYear],
  ] as const) {
    for (const { at, length } of places) {
      const found = dated(line, at, length, inContext);
      if (found !== undefined) return found;
    }
  }
  const all = line.length <= LONGEST_DATE ? dated(line, line.length, 0, inYear) : undefined;
  return all ?? beforeWords(line, inYear);
}

function withoutMonth(context: DateReadingContext): DateReadingContext {
  const { within } = context;
  return within?.month === undefined ? context : { ...context, within: { year: within.year } };
}

const DASHES = /\s+(?:-{1,2}|[–—])\s+|(?<=[^\s-])(?:[–—]\s+|—)|\s+[–—]$/g;
const OTHER_SIGNS = /\t+|\s*[;|]\s+|,\s+|\.\s+(?=\p{Lu})|\s{2,}/gu;

/** Where signs stand, the last first. */
function placesOf(line: string, signs: RegExp): readonly { readonly at: number; readonly length: number }[] {
  const places = [...line.slice(0, LONGEST_DATE).matchAll(signs)].slice(0, MOST_PLACES);
  return places.map(({ 0: sign, index }) => ({ at: index, length: sign.length })).toReversed();
}

function dated(line: string, at: number, length: number, context: DateReadingContext): DatedText | undefined {
  const dateText = line.slice(0, at).trim();
  const reading = readDate(dateText, context);
  return reading.edtf === undefined ? undefined : { reading, dateText, rest: line.slice(at + length).trim() };
}

const MOST_WORDS = 8;
const DAYS = /^[[{]?-?\d{4}-\d\d-\d\d/;

/** "22 February 2016 Kerry and Lavrov speak", "2016-02-22 Kerry ...": years and months alone begin sentences as well. */
function beforeWords(line: string, context: DateReadingContext): DatedText | undefined {
  const places = [...line.slice(0, LONGEST_DATE).matchAll(/\s+/g)].slice(0, MOST_WORDS).toReversed();
  for (const { 0: blank, index } of places) {
    const found = dated(line, index, blank.length, context);
    if (found !== undefined && DAYS.test(found.reading.edtf ?? '')) return found;
  }
  return undefined;
}
