import type { Choices, CivilParts } from './civil-parts';
import type { DateToken, NumberToken, TimeToken, WordToken, ZoneToken } from './date-tokens';
import type { FoundDate } from './found-date';
import { partsOf } from './found-parts';

/** One date of a text, perhaps with parts that stand beside another: "22" of "22-24 Feb 2016". */
export interface SingleDate {
  readonly parts: CivilParts;
  /** 0 is Sunday. */
  readonly weekday: number | undefined;
  readonly time: FoundDate['time'];
  readonly zone: ZoneToken | undefined;
  /** Whether it has words that EDTF can't hold: "early". */
  readonly hasPart: boolean;
  readonly hasZeros: boolean;
}

/** Reads the tokens as one date; undefined where one of them has no place in it. */
export function singleDate(tokens: readonly DateToken[], choices: Choices): SingleDate | undefined {
  const found: FoundDate = {
    numbers: [],
    signs: [],
    roles: new Set(),
    month: undefined,
    monthAt: 0,
    monthWord: undefined,
    weekday: undefined,
    time: undefined,
    zone: undefined,
    isAbout: false,
    isDoubtful: false,
    hasPart: false,
    season: undefined,
    half: undefined,
    afterMonth: '',
  };
  for (let at = 0; at < tokens.length;) {
    const taken = takeToken(tokens, at, found);
    if (taken === 0) return undefined;
    at += taken;
  }
  const parts = withHalf(partsOf(found, choices), found);
  // "Sunday 2016" is none.
  if (parts === undefined || (found.weekday !== undefined && parts.day === undefined && parts.bare === undefined))
    return undefined;
  if (found.time !== undefined && parts.day === undefined) return undefined;
  return {
    parts: { ...parts, isAbout: found.isAbout, isDoubtful: found.isDoubtful },
    weekday: found.weekday,
    time: found.time,
    zone: found.zone,
    hasPart: found.hasPart || isUnclearSpan(found, parts),
    hasZeros: hasUnknownPart(found, parts),
  };
}

/** Zeros are parts that aren't known, but those of the year 2000 where it has two figures. */
function hasUnknownPart({ numbers }: FoundDate, { year }: CivilParts): boolean {
  const zeros = numbers.filter(({ value }) => value === 0).length;
  const isCutYear = year !== undefined && year % 100 === 0 && !numbers.some(({ digits }) => digits > 2);
  return zeros > (isCutYear ? 1 : 0);
}

/** Half of a year has a code; of anything else it is words. */
function withHalf(parts: CivilParts | undefined, found: FoundDate): CivilParts | undefined {
  const { half } = found;
  if (half === undefined || parts === undefined) return parts;
  if (parts.month === undefined && parts.masked === 0 && parts.day === undefined && (parts.year ?? 0) > 0)
    return { ...parts, month: 39 + half };
  found.hasPart = true;
  return parts;
}

/** "1900s" may be ten years or a hundred. */
function isUnclearSpan({ numbers, roles }: FoundDate, { masked }: CivilParts): boolean {
  return masked === 2 && !roles.has('century') && numbers.some(({ isDecade }) => isDecade);
}

/** How many tokens it took, 0 for none that fits. */
function takeToken(tokens: readonly DateToken[], at: number, found: FoundDate): number {
  const token = tokens[at];
  switch (token?.kind) {
    case undefined:
      return 0;
    case 'number':
      return takeNumber(tokens, at, token, found);
    case 'time':
      return takeTime(tokens, at, token, found);
    case 'zone':
      if (found.zone !== undefined) return 0;
      found.zone = token;
      return 1 + nameOfZone(tokens, at + 1);
    case 'word':
      return takeWord(tokens, at, token, found);
    case 'sign':
      return takeSign(tokens, at, token.sign, found);
  }
}

/** `GMT-0600 (Central Standard Time)`: what a zone is called says nothing more. */
function nameOfZone(tokens: readonly DateToken[], at: number): number {
  const token = tokens[at];
  if (token?.kind !== 'sign' || token.sign !== '(') return 0;
  const end = tokens.findIndex((other, index) => index > at && other.kind === 'sign' && other.sign === ')');
  return end < 0 ? 0 : end - at + 1;
}

function takeTime(
  tokens: readonly DateToken[],
  at: number,
  { hour, minute, second }: TimeToken,
  found: FoundDate,
): number {
  if (found.time !== undefined) return 0;
  // "14:30-16:00": an event has one hour, that of its beginning.
  const [until, end] = [tokens[at + 1], tokens[at + 2]];
  const isUntil = until?.kind === 'sign' && '-–'.includes(until.sign) && end?.kind === 'time';
  if (isUntil) found.hasPart = true;
  if (isUntil) found.time = { hour, minute, second };
  if (isUntil) return 3;
  const { taken, isPm } = halfOfDay(tokens, at + 1);
  if (isPm !== undefined && (hour === 0 || hour > 12)) return 0;
  found.time = { hour: isPm === undefined ? hour : (hour % 12) + (isPm ? 12 : 0), minute, second };
  return 1 + taken;
}

function halfOfDay(
  tokens: readonly DateToken[],
  at: number,
): { readonly taken: number; readonly isPm: boolean | undefined } {
  const token = tokens[at];
  if (token?.kind !== 'word') return { taken: 0, isPm: undefined };
  if (token.sense.roles.has('pm')) return { taken: 1, isPm: true };
  // German "am" stands before a day.
  if (token.sense.roles.has('am') && tokens[at + 1]?.kind !== 'number') return { taken: 1, isPm: false };
  return { taken: token.sense.roles.has('hour') ? 1 : 0, isPm: undefined };
}

/** A number, or an hour: "14h30", "14 Uhr", "2 pm". */
function takeNumber(tokens: readonly DateToken[], at: number, token: NumberToken, found: FoundDate): number {
  const hour =
    found.roles.has('quarter') || token.isOrdinal || token.digits > 2 ? 0 : takeHour(tokens, at, token, found);
  if (hour > 0) return hour;
  if (found.numbers.length >= 3) return 0;
  const before = tokens[at - 1];
  if (before?.kind === 'number' && !token.gap) return 0;
  const sign = before?.kind === 'sign' ? before.sign : token.gap ? ' ' : '';
  if (found.numbers.length > 0) found.signs.push(sign);
  if (found.month !== undefined && found.afterMonth === '') found.afterMonth = token.isCut ? "'" : sign;
  found.numbers.push(token);
  return 1;
}

function takeHour(tokens: readonly DateToken[], at: number, { value }: NumberToken, found: FoundDate): number {
  const word = tokens[at + 1];
  if (word?.kind !== 'word' || found.time !== undefined) return 0;
  const { roles } = word.sense;
  const minutes = tokens[at + 2];
  const isPm = roles.has('pm');
  if (isPm || (roles.has('am') && minutes?.kind !== 'number')) {
    // "5 дня" is no hour where nothing else is a day.
    if (value < 1 || value > 12 || found.numbers.length === 0) return 0;
    found.time = { hour: (value % 12) + (isPm ? 12 : 0), minute: 0, second: undefined };
    return 2;
  }
  if (!roles.has('hour') || value > 23) return 0;
  const hasMinutes = minutes?.kind === 'number' && minutes.digits === 2 && minutes.value < 60 && !minutes.gap;
  found.time = { hour: value, minute: hasMinutes ? minutes.value : 0, second: undefined };
  return hasMinutes ? 3 : 2;
}

const SEASONS = { spring: 21, summer: 22, autumn: 23, winter: 24 } as const;
const ORDINALS = { first: 1, second: 2, third: 3, fourth: 4 } as const;
const TAGS = ['bce', 'ce', 'century', 'quarter', 'half', 'decade'] as const;

function takeWord(tokens: readonly DateToken[], at: number, token: WordToken, found: FoundDate): number {
  const { roles, month, weekday } = token.sense;
  const isFresh = found.numbers.length === 0 && found.month === undefined && found.season === undefined;
  if (month !== undefined && takeMonth(token, month, found, at)) return 1;
  if (weekday !== undefined && found.weekday === undefined && takesWeekday(tokens, at)) {
    found.weekday = weekday;
    return 1;
  }
  const next = tokens[at + 1];
  if (roles.has('about') && next?.kind !== 'time' && isFresh) {
    found.isAbout = true;
    return 1;
  }
  if (roles.has('maybe')) {
    found.isDoubtful = true;
    return 1;
  }
  if (roles.has('part') && isFresh) {
    found.hasPart = true;
    return next?.kind === 'sign' && next.sign === '-' ? 2 : 1;
  }
  const half = roles.has('firstHalf') ? 1 : roles.has('secondHalf') ? 2 : undefined;
  if (half !== undefined && isFresh) {
    found.half = half;
    return 1;
  }
  const season = (Object.keys(SEASONS) as (keyof typeof SEASONS)[]).find((role) => roles.has(role));
  if (season !== undefined && found.season === undefined && found.month === undefined) {
    found.season = SEASONS[season];
    return 1;
  }
  return takeTag(tokens, at, token, found);
}

/** Two names of one month are one ("شباط/فبراير"); "mar." before another month is Tuesday. */
function takeMonth(token: WordToken, month: number, found: FoundDate, at: number): boolean {
  const { monthWord } = found;
  if (found.month === undefined || found.month === month) {
    found.month = month;
    found.monthWord = token;
    found.monthAt = found.numbers.length;
    return true;
  }
  if (monthWord?.sense.weekday === undefined || found.weekday !== undefined || at > 3) return false;
  found.weekday = monthWord.sense.weekday;
  found.month = month;
  found.monthWord = token;
  found.monthAt = found.numbers.length;
  return true;
}

/** Weekdays stand first, or last in brackets; "Mi" is no day in "mi-février". */
function takesWeekday(tokens: readonly DateToken[], at: number): boolean {
  const next = tokens[at + 1];
  return !(next?.kind === 'sign' && next.sign === '-');
}

function takeTag(tokens: readonly DateToken[], at: number, token: WordToken, found: FoundDate): number {
  const { roles } = token.sense;
  const ordinal = (Object.keys(ORDINALS) as (keyof typeof ORDINALS)[]).find((role) => roles.has(role));
  if (ordinal !== undefined) {
    if (found.numbers.length >= 3) return 0;
    if (found.numbers.length > 0) found.signs.push(' ');
    found.numbers.push({
      kind: 'number',
      value: ORDINALS[ordinal],
      digits: 0,
      isOrdinal: true,
      isDecade: false,
      isCut: false,
      gap: token.gap,
    });
    return 1;
  }
  const isYears = roles.has('years') && (found.numbers.at(-1)?.value ?? 1) % 10 === 0;
  const next = tokens[at + 1];
  // "XIX в." is a century, "в 2016 г." in a year.
  const isIn =
    roles.has('filler') && !(isCenturyNumber(tokens[at - 1]) && found.month === undefined && next?.kind !== 'time');
  const tag = TAGS.find((role) => roles.has(role) && !(role === 'century' && isIn));
  if (tag !== undefined && !(tag === 'half' && roles.has('hour') && !isHalf(tokens, at))) {
    found.roles.add(tag);
    return 1;
  }
  if (roles.has('filler')) {
    if (at === 0 && roles.has('since')) return 0;
    // "A 2016" may be anything.
    if (roles.has('to') && next?.kind === 'number' && !isHourAt(tokens, at + 1)) return 0;
    if (roles.has('years') && (isYears || next?.kind === 'number')) found.roles.add('years');
    return 1;
  }
  return roles.has('hour') && next?.kind === 'time' ? 1 : 0;
}

function isCenturyNumber(token: DateToken | undefined): boolean {
  return token?.kind === 'number' && token.digits <= 2;
}

function isHalf(tokens: readonly DateToken[], at: number): boolean {
  const next = tokens[at + 1];
  return next?.kind === 'number' && next.digits === 1 && !next.gap;
}

function isHourAt(tokens: readonly DateToken[], at: number): boolean {
  const word = tokens[at + 1];
  return word?.kind === 'word' && word.sense.roles.has('hour');
}

function takeSign(tokens: readonly DateToken[], at: number, sign: string, found: FoundDate): number {
  const token = tokens[at];
  const next = tokens[at + 1];
  const isBetween = at > 0 && next !== undefined;
  switch (sign) {
    case ',':
      return isBetween ? 1 : 0;
    case '.':
      return at > 0 ? 1 : 0;
    case '-':
    case '/':
      // With a blank beside it, it parts two dates.
      return isBetween && token?.kind === 'sign' && !token.gap && !token.gapAfter ? 1 : 0;
    case '?':
      if (at === 0) return 0;
      found.isDoubtful = true;
      return 1;
    case '~':
      found.isAbout = true;
      return 1;
    case '(': {
      const close = tokens[at + 2];
      const isMark = next?.kind === 'sign' && next.sign === '?' && close?.kind === 'sign' && close.sign === ')';
      if (isMark) found.isDoubtful = true;
      if (isMark) return 3;
      const isWeekday = next?.kind === 'word' && next.sense.weekday !== undefined && found.weekday === undefined;
      if (!isWeekday || close?.kind !== 'sign' || close.sign !== ')') return 0;
      found.weekday = next.sense.weekday;
      return 3;
    }
    default:
      return 0;
  }
}
