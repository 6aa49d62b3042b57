/** An entry as the file has it; fields in small letters, with macros and concatenation worked out, LaTeX as it stands. */
export interface BibtexEntry {
  /** In small letters: `article`. */
  readonly kind: string;
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly line: number;
}

/** What stands in a file; `fault` is what stands where an entry could not be read on; `line` is the entry's. */
export type BibtexPart =
  | { readonly entry: BibtexEntry; readonly at: number }
  | { readonly fault: string; readonly key: string | undefined; readonly line: number; readonly at: number };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The entries of a file, one after the other. All between them is a comment, `@comment` and `@preamble` are nothing;
 * `@string` names hold from then on, with the names of months. An entry that is broken costs itself: reading goes on at
 * the next `@` that begins a line.
 */
export function* bibtexParts(text: string): Generator<BibtexPart, void> {
  const macros = new Map(MONTHS.map((month) => [month, month]));
  const places = makeLineCounter(text);
  const start = /@\s*([a-z]+)\s*([{(])/giy;
  let at = 0;
  for (;;) {
    at = text.indexOf('@', at);
    if (at === -1) return;
    start.lastIndex = at;
    const found = start.exec(text);
    const kind = found?.[1]?.toLowerCase();
    if (found === null || kind === undefined) {
      at += 1;
      continue;
    }
    const line = places(at);
    const body = start.lastIndex;
    const close = found[2] === '(' ? ')' : '}';
    if (kind === 'comment' || kind === 'preamble') {
      at = endOfGroup(text, body, close) ?? nextEntry(text, body);
      continue;
    }
    const reading: Reading = { text, at: body, close, macros };
    const key = kind === 'string' ? '' : readKey(reading);
    const fields = key === undefined ? undefined : readFields(reading);
    if (key === undefined || fields === undefined) {
      yield { fault: text.slice(reading.at, reading.at + 60), key, line, at: reading.at };
      at = nextEntry(text, body);
      continue;
    }
    at = reading.at;
    if (kind !== 'string') yield { entry: { kind, key, fields, line }, at };
    else for (const [name, value] of fields) macros.set(name, value);
  }
}

interface Reading {
  readonly text: string;
  at: number;
  readonly close: string;
  readonly macros: ReadonlyMap<string, string>;
}

/** The key up to its comma; an entry may have a key and no fields. */
function readKey(reading: Reading): string | undefined {
  const { text, close } = reading;
  const found = /\s*([^\s,{}()"#%=]*(?:[^\S\n]+[^\s,{}()"#%=]+)*)\s*/y;
  found.lastIndex = reading.at;
  const key = found.exec(text)?.[1] ?? '';
  reading.at = found.lastIndex;
  if (text[reading.at] === ',') reading.at += 1;
  else if (text[reading.at] !== close) return undefined;
  return key;
}

/** Fields up to the closing brace; undefined where the entry breaks off, `at` being where. */
function readFields(reading: Reading): ReadonlyMap<string, string> | undefined {
  const { text, close } = reading;
  const fields = new Map<string, string>();
  const name = /[\s,]*([^\s,{}()"#%=]+)\s*=\s*/y;
  for (;;) {
    name.lastIndex = reading.at;
    const found = name.exec(text);
    if (found === null) {
      const end = /[\s,]*/y;
      end.lastIndex = reading.at;
      end.exec(text);
      reading.at = end.lastIndex;
      if (text[reading.at] !== close) return undefined;
      reading.at += 1;
      return fields;
    }
    reading.at = name.lastIndex;
    const value = readValue(reading);
    if (value === undefined) return undefined;
    const key = (found[1] ?? '').toLowerCase();
    // Of a field that stands twice BibTeX takes the first.
    if (!fields.has(key)) fields.set(key, value);
  }
}

/** Pieces joined by `#`: in braces, in quotes, numbers, names of macros. */
function readValue(reading: Reading): string | undefined {
  let value = '';
  for (;;) {
    const piece = readPiece(reading);
    if (piece === undefined) return undefined;
    value += piece;
    const join = /\s*#\s*/y;
    join.lastIndex = reading.at;
    if (join.exec(reading.text) === null) return value;
    reading.at = join.lastIndex;
  }
}

function readPiece(reading: Reading): string | undefined {
  const { text, macros, at } = reading;
  const sign = text[at];
  if (sign === '{' || sign === '"') {
    const end = sign === '{' ? endOfGroup(text, at + 1, '}') : endOfQuotes(text, at + 1);
    if (end === undefined) return undefined;
    reading.at = end;
    return text.slice(at + 1, end - 1);
  }
  const bare = /[^\s,{}()"#%=]+/y;
  bare.lastIndex = at;
  const word = bare.exec(text)?.[0];
  if (word === undefined) return undefined;
  reading.at = bare.lastIndex;
  return macros.get(word.toLowerCase()) ?? word;
}

/** The place after the brace that closes a group, undefined where none does. */
function endOfGroup(text: string, from: number, close: string): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\\') at += 1;
    else if (depth === 0 && sign === close) return at + 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    // An entry that begins at the start of a line is never inside another's value: the brace before it is missing.
    if (sign === '\n' && /^@[a-z]+\s*[{(]\s*[^\s,{}]+\s*,/i.test(text.slice(at + 1, at + 80))) return undefined;
  }
  return undefined;
}

/** The same of quotes, which braces protect. */
function endOfQuotes(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    else if (sign === '"' && depth <= 0) return at + 1;
    if (depth < 0) return undefined;
  }
  return undefined;
}

function nextEntry(text: string, from: number): number {
  const next = /(?<=[\r\n])[^\S\r\n]*@/g;
  next.lastIndex = from;
  const found = next.exec(text);
  return found === null ? text.length : next.lastIndex - 1;
}

/** Lines of places that only go on: O(n) for all of them. */
function makeLineCounter(text: string): (at: number) => number {
  let seen = 0;
  let line = 1;
  return (at) => {
    if (at < seen) [seen, line] = [0, 1];
    for (; seen < at; seen++) if (text[seen] === '\n' || (text[seen] === '\r' && text[seen + 1] !== '\n')) line += 1;
    return line;
  };
}
