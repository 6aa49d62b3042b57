import { edtfOfParts, isCivilDate, losesSign, orderOf } from './civil-parts';
import type { Choices, CivilParts } from './civil-parts';
import type { DateToken } from './date-tokens';
import type { WordRole } from '../../../base/messages/date-words';
import { firstYearOf, lastYearOf, neighbouringDate } from './neighbouring-date';
import { isBefore, sharedOut, underHeading } from './side-by-side';
import { singleDate } from './single-date';
import type { SingleDate } from './single-date';

/** A text as far as it was understood. */
export interface WordedDate {
  readonly edtf: string;
  /** Whether its own words say more than that. */
  readonly needsWords: boolean;
  /** All dates in it, for their weekdays and hours. */
  readonly dates: readonly { readonly single: SingleDate; readonly parts: CivilParts }[];
}

/** Reads all of the tokens; undefined where anything is left that has no place in a date. */
export function wordedDate(tokens: readonly DateToken[], choices: Choices): WordedDate | undefined {
  const ts = withoutLastStop(tokens);
  return (
    aloneDate(ts, choices) ??
    boundedDate(ts, choices) ??
    endedDate(ts, choices) ??
    interval(ts, choices) ??
    listOfDates(ts, choices)
  );
}

function withoutLastStop(tokens: readonly DateToken[]): readonly DateToken[] {
  const last = tokens.at(-1);
  return last?.kind === 'sign' && (last.sign === '.' || last.sign === ';') ? tokens.slice(0, -1) : tokens;
}

function hasRole(token: DateToken | undefined, ...roles: readonly WordRole[]): boolean {
  return token?.kind === 'word' && roles.some((role) => token.sense.roles.has(role));
}

function isSign(token: DateToken | undefined, signs: string): boolean {
  return token?.kind === 'sign' && signs.includes(token.sign);
}

function aloneDate(tokens: readonly DateToken[], choices: Choices): WordedDate | undefined {
  const single = singleDate(tokens, choices);
  const parts = single && underHeading(single.parts, choices.within);
  if (single === undefined || parts === undefined || !isCivilDate(parts)) return undefined;
  return {
    edtf: edtfOfParts(parts),
    needsWords: single.hasPart || losesSign(parts),
    dates: [{ single, parts }],
  };
}

/** "since", "until", "before" and the like, and a date. */
function boundedDate(tokens: readonly DateToken[], choices: Choices): WordedDate | undefined {
  const [first, ...rest] = tokens;
  if (first?.kind !== 'word') return isSign(first, '–') ? bounded(rest, 'until', choices) : undefined;
  if (hasRole(first, 'since', 'from')) return interval(rest, choices) ?? bounded(rest, 'since', choices);
  if (hasRole(first, 'between')) return within(rest, choices);
  const role = (['by', 'onOrAfter', 'before', 'after', 'until'] as const).find((each) => hasRole(first, each));
  return role === undefined ? undefined : bounded(rest, role, choices);
}

/** The same after a date: "2014 onwards", "2014 or earlier", "2014–". */
function endedDate(tokens: readonly DateToken[], choices: Choices): WordedDate | undefined {
  const last = tokens.at(-1);
  const before = tokens.slice(0, -1);
  if (isSign(last, '–') || hasRole(last, 'onwards')) return bounded(withoutFrom(before), 'since', choices);
  if (hasRole(last, 'endUnknown')) return bounded(withoutFrom(withoutComma(before)), 'endUnknown', choices);
  if (hasRole(last, 'startUnknown')) return bounded(withoutFrom(withoutComma(before)), 'startUnknown', choices);
  if (hasRole(last, 'orEarlier')) return bounded(before, 'by', choices);
  return hasRole(last, 'orLater') ? bounded(before, 'onOrAfter', choices) : undefined;
}

function withoutComma(tokens: readonly DateToken[]): readonly DateToken[] {
  return isSign(tokens.at(-1), ',') ? tokens.slice(0, -1) : tokens;
}

function withoutFrom(tokens: readonly DateToken[]): readonly DateToken[] {
  return hasRole(tokens[0], 'from', 'since', 'until') ? tokens.slice(1) : tokens;
}

type Bound = 'since' | 'until' | 'endUnknown' | 'startUnknown' | 'before' | 'after' | 'by' | 'onOrAfter';

function bounded(tokens: readonly DateToken[], bound: Bound, choices: Choices): WordedDate | undefined {
  const single = singleDate(tokens, choices);
  const parts = single && underHeading(single.parts, choices.within);
  if (single === undefined || parts === undefined || !isCivilDate(parts)) return undefined;
  const edtf = boundedEdtf(parts, bound);
  if (edtf === undefined) return undefined;
  // Only intervals take signs of doubt.
  const hasSign = parts.isAbout || parts.isDoubtful;
  const keepsSign = edtf.includes('/');
  const isSeason = (parts.month ?? 0) > 20;
  return {
    edtf,
    needsWords: single.hasPart || isSeason || losesSign(parts) || (hasSign && !keepsSign),
    dates: [{ single, parts }],
  };
}

function boundedEdtf(parts: CivilParts, bound: Bound): string | undefined {
  const isSeason = (parts.month ?? 0) > 20;
  const plain: CivilParts = { ...parts, isAbout: false, isDoubtful: false, masked: 0 };
  const known = isSeason ? { ...plain, month: undefined } : plain;
  const [first, last] = [
    { ...known, year: firstYearOf(parts) },
    { ...known, year: lastYearOf(parts) },
  ];
  // Of a season no more than its year is sure.
  const step = (by: 1 | -1): CivilParts | undefined => {
    const next = isSeason ? known : neighbouringDate(parts, by);
    return isCivilDate(next) ? next : undefined;
  };
  switch (bound) {
    case 'since':
      return `${boundEdtf(parts)}/..`;
    case 'until':
      return `../${boundEdtf(parts)}`;
    case 'endUnknown':
      return `${boundEdtf(parts)}/`;
    case 'startUnknown':
      return `/${boundEdtf(parts)}`;
    case 'by':
      return `[..${edtfOfParts(last)}]`;
    case 'onOrAfter':
      return `[${edtfOfParts(first)}..]`;
    case 'before': {
      const day = step(-1);
      return day && `[..${edtfOfParts(day)}]`;
    }
    case 'after': {
      const day = step(1);
      return day && `[${edtfOfParts(day)}..]`;
    }
  }
}

/** A date as the end of an interval, which takes no parts of a year: then it is its year. */
function boundEdtf(parts: CivilParts): string {
  return edtfOfParts((parts.month ?? 0) > 20 ? { ...parts, month: undefined } : parts);
}

function isSeasonal({ month = 0 }: CivilParts): boolean {
  return month > 20;
}

/** "between A and B": some day from the one to the other. */
function within(tokens: readonly DateToken[], choices: Choices): WordedDate | undefined {
  for (let at = 1; at < tokens.length - 1; at += 1) {
    if (!hasRole(tokens[at], 'and', 'to') && !isSign(tokens[at], '–-')) continue;
    const pair = pairOf(tokens.slice(0, at), tokens.slice(at + 1), choices);
    if (pair === undefined) continue;
    const ends = pair.dates.map(({ parts }) =>
      edtfOfParts({ ...parts, ...(isSeasonal(parts) ? { month: undefined } : {}), isAbout: false, isDoubtful: false }),
    );
    const [from = '', to = ''] = ends;
    const needsWords = pair.needsWords || pair.dates.some(({ parts }) => parts.isAbout || parts.isDoubtful);
    return { edtf: from === to ? from : `[${from}..${to}]`, needsWords, dates: pair.dates };
  }
  return undefined;
}

/** From one date to another, or until now. Signs that can't stand inside a date are tried first. */
function interval(tokens: readonly DateToken[], choices: Choices): WordedDate | undefined {
  const places = tokens.map((_, at) => at).slice(1);
  const plain = places.filter((at) => isPlainHyphen(tokens[at]));
  const strong = places.filter(
    (at) => (hasRole(tokens[at], 'to', 'until') || isSign(tokens[at], '–-')) && !plain.includes(at),
  );
  for (const at of [...strong, ...plain]) {
    const [left, right] = [tokens.slice(0, at), tokens.slice(at + 1)];
    const found = isNow(right) ? bounded(left, 'since', choices) : intervalOf(left, right, choices);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isPlainHyphen(token: DateToken | undefined): boolean {
  return token?.kind === 'sign' && token.sign === '-' && !token.gap && !token.gapAfter;
}

/** "present", "the present day", "настоящее время". */
function isNow(tokens: readonly DateToken[]): boolean {
  return tokens.some((token) => hasRole(token, 'now')) && tokens.every((token) => hasRole(token, 'now', 'filler'));
}

function intervalOf(left: readonly DateToken[], right: readonly DateToken[], choices: Choices): WordedDate | undefined {
  const pair = pairOf(left, right, choices);
  if (pair === undefined) return undefined;
  const [first, last] = pair.dates;
  if (first === undefined || last === undefined) return undefined;
  // "Winter 2015-16" is one.
  const isWinter = first.parts.month === 24 && last.single.parts.month === undefined;
  if (isWinter && last.parts.year === (first.parts.year ?? 0) + 1 && last.parts.month === undefined)
    return { edtf: edtfOfParts(first.parts), needsWords: pair.needsWords, dates: pair.dates };
  const [from, to] = [boundEdtf(first.parts), boundEdtf(last.parts)];
  const isSeason = isSeasonal(first.parts) || isSeasonal(last.parts);
  const needsWords = pair.needsWords || isSeason || last.single.time !== undefined;
  return { edtf: from === to ? from : `${from}/${to}`, needsWords, dates: pair.dates };
}

/** Two dates in time order, with what they share. */
function pairOf(left: readonly DateToken[], right: readonly DateToken[], choices: Choices): WordedDate | undefined {
  const singles = [singleDate(left, choices), singleDate(withoutLastStop(right), choices)];
  const [one, other] = singles;
  if (one === undefined || other === undefined) return undefined;
  const [first, last] = sharedOut([one.parts, other.parts], choices.within);
  if (first === undefined || last === undefined) return undefined;
  const from = isBefore(last, first) && other.parts.year !== undefined ? inYearBefore(first, one.parts) : first;
  if (from === undefined || !isCivilDate(from) || !isCivilDate(last) || isBefore(last, from)) return undefined;
  const dates = [
    { single: one, parts: from },
    { single: other, parts: last },
  ];
  return {
    edtf: '',
    needsWords: dates.some(({ single, parts }) => single.hasPart || losesSign(parts)),
    dates,
  };
}

/** "28 December - 3 January 2016" begins in the year before; a year that is written stays. */
function inYearBefore(parts: CivilParts, written: CivilParts): CivilParts | undefined {
  if (written.year !== undefined || written.month === undefined || parts.year === undefined) return undefined;
  return { ...parts, year: parts.year - 1 };
}

/** "23 or 24 February 2016" is one of them, "1 and 2 May 2016" both; so are "23/24 February" and "1, 2 and 3 May". */
function listOfDates(tokens: readonly DateToken[], choices: Choices): WordedDate | undefined {
  if (tokens.some(isOr)) return listSplitAt(tokens, isOr, 'one-of', choices);
  if (tokens.some(isAnd)) return listSplitAt(tokens, isAnd, 'all-of', choices);
  const slash = tokens.findIndex(isSlash);
  if (slash < 0) return undefined;
  // ISO 8601 writes intervals so, and shortens their ends: 2016-02-24/27, 2015/16. So do winters.
  const [first] = tokens;
  const isYearFirst = first?.kind === 'number' && first.digits === 4;
  return isYearFirst || hasRole(first, 'winter')
    ? intervalOf(tokens.slice(0, slash), tokens.slice(slash + 1), choices)
    : listSplitAt(tokens, isSlash, 'one-of', choices);
}

function isOr(token: DateToken): boolean {
  return hasRole(token, 'or');
}

function isAnd(token: DateToken): boolean {
  return hasRole(token, 'and') || isSign(token, '&');
}

function isSlash(token: DateToken): boolean {
  return isSign(token, '/');
}

function listSplitAt(
  tokens: readonly DateToken[],
  isBreak: (token: DateToken) => boolean,
  form: 'one-of' | 'all-of',
  choices: Choices,
): WordedDate | undefined {
  return (
    listOf(split(tokens, isBreak), form, choices) ??
    listOf(
      split(tokens, (token, at) => isBreak(token) || (isSign(token, ',') && !isYearAt(tokens, at + 1))),
      form,
      choices,
    )
  );
}

/** The year of "May 2, and May 3, 2016". */
function isYearAt(tokens: readonly DateToken[], at: number): boolean {
  const token = tokens[at];
  return at === tokens.length - 1 && token?.kind === 'number' && token.digits === 4;
}

function split(
  tokens: readonly DateToken[],
  isBreak: (token: DateToken, at: number) => boolean,
): readonly (readonly DateToken[])[] {
  const pieces: DateToken[][] = [[]];
  tokens.forEach((token, at) => {
    if (isBreak(token, at)) pieces.push([]);
    else pieces.at(-1)?.push(token);
  });
  // "1, 2, and 3 May"
  return pieces
    .map((piece) => (isSign(piece.at(-1), ',') ? piece.slice(0, -1) : piece))
    .filter(({ length }) => length > 0);
}

function listOf(
  pieces: readonly (readonly DateToken[])[],
  form: 'one-of' | 'all-of',
  choices: Choices,
): WordedDate | undefined {
  if (pieces.length < 2) return undefined;
  const singles = pieces.map((piece) => singleDate(piece, choices));
  const known = singles.filter((single) => single !== undefined);
  if (known.length < singles.length) return undefined;
  const shared = sharedOut(
    known.map(({ parts }) => parts),
    choices.within,
  );
  if (!shared.every(isCivilDate)) return undefined;
  const dates = known.map((single, index) => ({ single, parts: shared[index] ?? single.parts }));
  const edtfs = [...new Set(shared.toSorted((a, b) => orderOf(a) - orderOf(b)).map(boundEdtf))];
  const list = form === 'one-of' ? `[${edtfs.join(',')}]` : `{${edtfs.join(',')}}`;
  return {
    edtf: edtfs.length === 1 ? (edtfs[0] ?? '') : list,
    needsWords: dates.some(
      ({ single, parts }) => single.hasPart || losesSign(parts) || isSeasonal(parts) || single.time !== undefined,
    ),
    dates,
  };
}
