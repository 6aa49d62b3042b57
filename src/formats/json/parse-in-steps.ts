import type { Steps } from '../../base/steps';

/** Characters between two places to stop: under a millisecond of reading. */
const CHARACTERS_A_STEP = 65_536;

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** What is told of a text that isn't JSON all through; without it such a text is a SyntaxError. */
export interface Salvage {
  /** An entry of a list that can't be parsed: what stands in its place. */
  readonly damaged: (start: number, end: number) => unknown;
  /** The text breaks off; what was whole before that is the value. */
  readonly cut: () => void;
}

/** Told the list's key, and where in the text an entry of it begins. */
type HearEntry = (key: string, start: number) => void;

/**
 * `JSON.parse` a little at a time, for a text that is an object of lists: each entry of a list is parsed by itself, so
 * that no step is longer than the longest entry. Any other value is parsed at once. Gives what `JSON.parse` does, and
 * throws a SyntaxError where it does, but for what `salvage` takes. `heard` is told where each entry of a list begins.
 */
export function* parseInSteps(text: string, salvage?: Salvage, heard?: HearEntry): Steps<unknown> {
  const at: Place = { place: 0, end: salvage === undefined ? Infinity : text.trimEnd().length, salvage };
  skipSpace(text, at);
  if (text.charCodeAt(at.place) !== OPEN_OBJECT) return JSON.parse(text);
  const fields = new Map<string, unknown>();
  at.place += 1;
  skipSpace(text, at);
  if (text.charCodeAt(at.place) === CLOSE_OBJECT) return JSON.parse(text);
  do {
    const key = parseKey(text, at);
    if (key === CUT) return cutShort(fields, at);
    const value =
      text.charCodeAt(at.place) === OPEN_LIST
        ? yield* parseList(text, at, heard && ((start) => heard(String(key), start)))
        : parseNext(text, at);
    if (value === CUT) return cutShort(fields, at);
    fields.set(key, value);
    skipSpace(text, at);
    if (at.place >= at.end) return cutShort(fields, at);
  } while (text.charCodeAt(at.place++) === COMMA);
  if (text.charCodeAt(at.place - 1) !== CLOSE_OBJECT) throw fault(at);
  skipSpace(text, at);
  if (at.place < text.length) throw fault(at);
  return Object.fromEntries(fields);
}

/** Where reading stands; moved on by what reads. */
interface Place {
  place: number;
  /** Where a text that may break off does; never reached by one that may not. */
  readonly end: number;
  readonly salvage: Salvage | undefined;
}

const CUT: unique symbol = Symbol('the text breaks off in it');

function cutShort(fields: ReadonlyMap<string, unknown>, { salvage }: Place): unknown {
  salvage?.cut();
  return Object.fromEntries(fields);
}

/** A key, and the colon after it. */
function parseKey(text: string, at: Place): string | typeof CUT {
  skipSpace(text, at);
  if (at.place >= at.end) return CUT;
  if (text.charCodeAt(at.place) !== QUOTE) throw fault(at);
  const key = parseNext(text, at);
  if (key === CUT) return CUT;
  skipSpace(text, at);
  if (at.place >= at.end) return CUT;
  if (text.charCodeAt(at.place) !== COLON) throw fault(at);
  at.place += 1;
  skipSpace(text, at);
  return String(key);
}

/** A list that breaks off is one of the entries that are whole; then the place is at the end. */
function* parseList(text: string, at: Place, heard?: (start: number) => void): Steps<readonly unknown[]> {
  const entries: unknown[] = [];
  at.place += 1;
  skipSpace(text, at);
  if (text.charCodeAt(at.place) === CLOSE_LIST) {
    at.place += 1;
    return entries;
  }
  let stopped = at.place;
  do {
    skipSpace(text, at);
    heard?.(at.place);
    const entry = at.place >= at.end ? CUT : parseEntry(text, at);
    if (entry === CUT) return entries;
    entries.push(entry);
    skipSpace(text, at);
    if (at.place >= at.end) return entries;
    if (at.place - stopped < CHARACTERS_A_STEP) continue;
    stopped = at.place;
    yield at.place / text.length;
  } while (text.charCodeAt(at.place++) === COMMA);
  if (text.charCodeAt(at.place - 1) !== CLOSE_LIST) throw fault(at);
  return entries;
}

function parseEntry(text: string, at: Place): unknown {
  const start = at.place;
  try {
    return parseNext(text, at);
  } catch (error) {
    if (at.salvage === undefined || !(error instanceof SyntaxError)) throw error;
    return at.salvage.damaged(start, at.place);
  }
}

/** CUT where the text ends in it, and may. */
function parseNext(text: string, at: Place): unknown {
  const start = at.place;
  at.place = Math.min(endOfValue(text, start), at.end);
  const value = text.slice(start, at.place);
  // Of a number nobody knows whether that is all of it.
  if (at.place === at.end && !/["}\]]$/.test(value)) return CUT;
  try {
    // Where it ends too early or too late, what stands between is no value, or the next character no comma.
    return JSON.parse(value);
  } catch (error) {
    if (at.place === at.end && error instanceof SyntaxError) return CUT;
    throw error;
  }
}

/** After the value that begins at a place, as far as brackets and quotes tell. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let place = start; place < text.length; place += 1) {
    const character = text.charCodeAt(place);
    if (character === QUOTE) {
      place = endOfText(text, place);
      if (depth === 0) return place + 1;
    } else if (character === OPEN_OBJECT || character === OPEN_LIST) depth += 1;
    else if (character === CLOSE_OBJECT || character === CLOSE_LIST) {
      if (depth === 0) return place;
      depth -= 1;
      if (depth === 0) return place + 1;
    } else if (depth === 0 && (character === COMMA || isSpace(character))) return place;
  }
  return text.length;
}

/** The closing quote of the text that opens at a place; the end where there is none. */
function endOfText(text: string, open: number): number {
  for (let place = open + 1; place < text.length; place += 1) {
    const character = text.charCodeAt(place);
    if (character === QUOTE) return place;
    if (character === BACKSLASH) place += 1;
  }
  return text.length;
}

function skipSpace(text: string, at: Place): void {
  while (isSpace(text.charCodeAt(at.place))) at.place += 1;
}

/** White space of JSON (RFC 8259, section 2). */
function isSpace(character: number): boolean {
  return character === 0x20 || character === 0x0a || character === 0x0d || character === 0x09;
}

function fault({ place }: Place): SyntaxError {
  return new SyntaxError(`No JSON at ${place}`);
}
