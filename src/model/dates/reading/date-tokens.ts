import { ZONE_WORDS } from '../../../base/messages/date-words';
import type { DateVocabulary, WordSense } from './date-vocabulary';

/** A number as it stands, with what is glued to it. */
export interface NumberToken {
  readonly kind: 'number';
  readonly value: number;
  /** How many figures it is written with: `05` has two, "first" none. */
  readonly digits: number;
  /** `1st`, `22-го`, `1er`. */
  readonly isOrdinal: boolean;
  /** `1990s`, `1990-х`, `1990er`. */
  readonly isDecade: boolean;
  /** `'14`. */
  readonly isCut: boolean;
  /** Whether a blank stands before it. */
  readonly gap: boolean;
}

/** `14:30`, `14:30:05`. */
export interface TimeToken {
  readonly kind: 'time';
  readonly hour: number;
  readonly minute: number;
  readonly second: number | undefined;
  readonly gap: boolean;
}

/** `+02:00`, `GMT-0600`, `UTC`, as it is written and as RFC 3339 has it. */
export interface ZoneToken {
  readonly kind: 'zone';
  readonly zone: string;
  readonly offset: string;
  readonly gap: boolean;
}

export interface WordToken {
  readonly kind: 'word';
  readonly word: string;
  readonly sense: WordSense;
  readonly gap: boolean;
}

export interface SignToken {
  readonly kind: 'sign';
  readonly sign: string;
  readonly gap: boolean;
  /** Whether a blank stands after it. */
  readonly gapAfter: boolean;
}

export type DateToken = NumberToken | TimeToken | ZoneToken | WordToken | SignToken;

/** Hours that the clocks of a place may be from UTC. */
export const FARTHEST_ZONE = 14;
/** No date has more. */
const MOST_TOKENS = 60;
const NOTHING: WordSense = { roles: new Set(), month: undefined, weekday: undefined };

const LEXEME =
  /(?<time>\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?![\d:]))|(?<number>\d{1,12})|(?<word>\p{L}+)|(?<sign>[-–/.,?~()[\]&;:'"+])/uy;
const ROMAN = /^(?=[ivx])x{0,2}(?:ix|iv|v?i{0,3})$/;
const ZONE = /^(?:(?:gmt|utc|ut)?([+-])(\d{1,2}):?([0-5]\d)?)(?![\d:])/;
const ORDINAL = /^(?:st|nd|rd|th|er|re|e|eme|ere|nd|o|a|го|ого|я|ое|и|ыи|ом|й|ter|te)$/;
const DECADE = /^(?:s|er|е|х|ых|ые)$/;

/**
 * The parts of a folded text, phrases of the vocabulary as one; undefined where something stands in it that dates
 * haven't got: a word of no language, another sign, too many parts.
 */
export function dateTokens(text: string, vocabulary: DateVocabulary): readonly DateToken[] | undefined {
  const tokens: DateToken[] = [];
  let at = 0;
  while (at < text.length) {
    const gap = text[at] === ' ';
    if (gap) at += 1;
    const next = zoneAt(text, at, gap, tokens) ?? lexemeAt(text, at, gap, vocabulary);
    if (next === undefined || tokens.length >= MOST_TOKENS) return undefined;
    if (next.token !== undefined) tokens.push(next.token);
    at = next.end;
  }
  return romansAsNumbers(tokens);
}

interface Lexed {
  /** Undefined for what says nothing: the full stop of an abbreviation. */
  readonly token: DateToken | undefined;
  readonly end: number;
}

function zoneAt(text: string, at: number, gap: boolean, before: readonly DateToken[]): Lexed | undefined {
  if (!before.some(({ kind }) => kind === 'time')) return undefined;
  const match = ZONE.exec(text.slice(at, at + 12));
  if (match === null) return zoneNamed(text, at, gap);
  const [zone, sign = '+', hours = '', minutes = '00'] = match;
  if (Number(hours) > FARTHEST_ZONE || isEndOfHours(zone, before.at(-1))) return undefined;
  const offset = `${sign}${hours.padStart(2, '0')}:${minutes}`;
  return { token: { kind: 'zone', zone: zone.toUpperCase(), offset, gap }, end: at + zone.length };
}

/** "14:30-16:00" are two hours; after seconds it would be a zone. */
function isEndOfHours(zone: string, before: DateToken | undefined): boolean {
  return before?.kind === 'time' && before.second === undefined && /^-\d{1,2}:/.test(zone);
}

function zoneNamed(text: string, at: number, gap: boolean): Lexed | undefined {
  WORD.lastIndex = at;
  const zone = WORD.exec(text)?.[0];
  const offset = zone === undefined ? undefined : ZONE_WORDS.get(zone);
  if (zone === undefined || offset === undefined) return undefined;
  return { token: { kind: 'zone', zone: zone.toUpperCase(), offset, gap }, end: at + zone.length };
}

function lexemeAt(text: string, at: number, gap: boolean, vocabulary: DateVocabulary): Lexed | undefined {
  LEXEME.lastIndex = at;
  const match = LEXEME.exec(text);
  if (match === null) return undefined;
  const end = at + match[0].length;
  const { time, number, word } = match.groups ?? {};
  if (time !== undefined) return timeLexed(time, gap, end);
  if (number !== undefined) return numberLexed(text, at, number, gap);
  if (word !== undefined) return wordLexed(text, at, gap, vocabulary);
  const sign = match[0];
  if (sign === "'" || sign === '"') return { token: undefined, end };
  return { token: { kind: 'sign', sign, gap, gapAfter: text[end] === ' ' || end === text.length }, end };
}

function timeLexed(time: string, gap: boolean, end: number): Lexed | undefined {
  const [hour = 0, minute = 0, second] = time.split(':').map((part) => Math.floor(Number(part.replace(',', '.'))));
  if (hour > 23 || minute > 59 || (second ?? 0) > 59) return undefined;
  return { token: { kind: 'time', hour, minute, second, gap }, end };
}

/** With its ending, which is glued to it or follows a hyphen. */
function numberLexed(text: string, at: number, figures: string, gap: boolean): Lexed {
  const value = Number(figures);
  const digits = figures.length;
  const isCut = digits === 2 && text[at - 1] === "'";
  const end = at + digits;
  const [whole = '', ending = ''] = /^[-']?(\p{L}{1,3})(?!\p{L})/u.exec(text.slice(end, end + 6)) ?? [];
  const isGlued = whole === ending || whole.startsWith('-') || ending === 's';
  const isDecade =
    isGlued && DECADE.test(ending) && value % 10 === 0 && (digits === 4 || (digits === 2 && ending === 's'));
  const isOrdinal = isGlued && !isDecade && digits <= 2 && ORDINAL.test(ending);
  const token = { kind: 'number', value, digits, isOrdinal, isDecade, isCut, gap } as const;
  return { token, end: isDecade || isOrdinal ? end + whole.length : end };
}

const WORD = /\p{L}+/uy;
/** What may stand between the words of a phrase. */
const BETWEEN = /[-.' ]{1,3}/y;

/** The longest phrase of the vocabulary that begins here. */
function wordLexed(text: string, at: number, gap: boolean, vocabulary: DateVocabulary): Lexed | undefined {
  const ends: { readonly phrase: string; readonly end: number }[] = [];
  let phrase = '';
  let from = at;
  let most = 1;
  while (ends.length < most) {
    WORD.lastIndex = from;
    const word = WORD.exec(text)?.[0];
    if (word === undefined) break;
    phrase = phrase === '' ? word : `${phrase} ${word}`;
    ends.push({ phrase, end: from + word.length });
    if (ends.length === 1) most = vocabulary.longestAfter(word);
    BETWEEN.lastIndex = from + word.length;
    const between = BETWEEN.exec(text)?.[0];
    if (between === undefined) break;
    from += word.length + between.length;
  }
  for (const { phrase: known, end } of ends.toReversed()) {
    const sense = vocabulary.senseOf(known);
    // A full stop after a word makes an abbreviation of it, or ends the text.
    if (sense !== undefined) return wordLexeme(known, sense, gap, text[end] === '.' ? end + 1 : end);
  }
  const [single] = ends;
  if (single === undefined) return undefined;
  return romanNumber(single.phrase) === undefined ? undefined : wordLexeme(single.phrase, NOTHING, gap, single.end);
}

function wordLexeme(text: string, sense: WordSense, gap: boolean, end: number): Lexed {
  return { token: { kind: 'word', word: text, sense, gap }, end };
}

/** `XIX век`, `I квартал`: only beside such a word are letters numbers. `XIXe` is one too. */
function romansAsNumbers(tokens: readonly DateToken[]): readonly DateToken[] | undefined {
  const hasUnits = tokens.some(
    (token) =>
      token.kind === 'word' && ['century', 'quarter', 'half'].some((role) => token.sense.roles.has(role as 'century')),
  );
  const made = tokens.map((token): DateToken | undefined => {
    if (token.kind !== 'word') return token;
    const value = hasUnits ? romanNumber(token.word) : undefined;
    if (value === undefined) return token.sense === NOTHING ? undefined : token;
    return { kind: 'number', value, digits: 2, isOrdinal: true, isDecade: false, isCut: false, gap: token.gap };
  });
  return made.includes(undefined) ? undefined : (made as readonly DateToken[]);
}

const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

function romanNumber(word: string): number | undefined {
  const letters = word.replace(/(?<=[ivx])(?:e|eme)$/, '');
  if (letters === '' || !ROMAN.test(letters)) return undefined;
  let sum = 0;
  [...letters].forEach((letter, index) => {
    const value = ROMAN_VALUES[letter] ?? 0;
    sum += value < (ROMAN_VALUES[letters[index + 1] ?? ''] ?? 0) ? -value : value;
  });
  return sum;
}
