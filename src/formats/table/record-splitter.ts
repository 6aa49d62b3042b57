import { guessDelimiter } from './survey/guess-delimiter';

/*
 * Our own reader and no package: the page's policy forbids making functions from text, which uDSV is built on; Papa
 * Parse takes no text pushed at it and tells no line; d3's parser wants the whole text at once. It is the oracle of the
 * tests.
 */

export interface RecordSplitter {
  /**
   * Takes the next part of the text, which may end anywhere: inside quotes, between CR and LF, inside a surrogate pair.
   */
  readonly push: (text: string) => void;
  /** Ends the last record. Gives the line of the first quote that was found unclosed, here or before. */
  readonly finish: () => number | undefined;
  /** Lines that have ended so far. */
  readonly line: () => number;
}

export interface RecordSplitterOptions {
  /** One character; guessed from the first line where absent (`guessDelimiter`, which a survey asks with ten). */
  readonly delimiter?: string | undefined;
  /**
   * Called for each record with its cells and the line, from 1, on which it starts. A blank line is a record with one
   * empty cell.
   */
  readonly onRecord: (cells: readonly string[], line: number) => void;
  /** Told the line of each quote that nothing closes: it is text, and its record ends where its line does. */
  readonly onUnclosed?: (line: number) => void;
}

/** A header longer than this is none; the guess is made from what there is. */
const LONGEST_HEADER = 65_536;

/**
 * Reads delimited text part by part (RFC 4180; lines may end with CR LF, LF or CR alone; a byte order mark is skipped, and
 * so is a first line `sep=;`, by which Excel is told the delimiter). A quote inside a cell that doesn't start with one
 * is text, and so is what follows a closing quote. A quote that nothing closes costs its own line alone. O(text), in
 * memory one record, or where a quote stays open the lines since.
 */
export function makeRecordSplitter(options: RecordSplitterOptions): RecordSplitter {
  let parser = options.delimiter === undefined ? undefined : makeParser(options.delimiter, options);
  let held = '';
  let isFirst = true;
  const begin = (): RecordSplitter => {
    const made = makeParser(guessDelimiter(firstLine(held)), options);
    made.push(held);
    held = '';
    parser = made;
    return made;
  };
  return {
    push: (text) => {
      if (text === '') return;
      const own = isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text;
      isFirst = false;
      if (parser !== undefined) return parser.push(own);
      held += own;
      if (held.length > LONGEST_HEADER || /[\r\n]/.test(own)) begin();
      return undefined;
    },
    finish: () => (parser ?? begin()).finish(),
    line: () => parser?.line() ?? 0,
  };
}

function firstLine(text: string): string {
  return /^(?:"(?:[^"]|"")*"?|[^"\r\n])*/.exec(text)?.[0] ?? '';
}

interface Line {
  readonly text: string;
  readonly ending: string;
}

/** A quote that is open at the end of a line, and all that is needed to take it back. */
interface OpenQuote {
  /** Cells of the record before the one that the quote begins. */
  readonly before: number;
  readonly line: number;
  /** The rest of its line, from the quote on. */
  readonly tail: Line;
  /** The lines after that. */
  readonly lines: Line[];
}

/** A cell of a spreadsheet holds 32,767 characters; one of twice that asks whether its quote was meant. */
const LONG_CELL = 65_536;
/** So many lines under an open quote are looked at: do they look like records? */
const LINES_TO_JUDGE_BY = 10;

function makeParser(
  delimiter: string,
  { onRecord, onUnclosed }: Pick<RecordSplitterOptions, 'onRecord' | 'onUnclosed'>,
): RecordSplitter {
  let rest = '';
  let line = 0;
  let cells: string[] = [];
  let cell = '';
  let recordLine = 1;
  let quote: OpenQuote | undefined;
  let mostCharacters = LONG_CELL;
  let width = 0;
  let firstUnclosed: number | undefined;
  /** Lines that still have to be taken, the next one last. */
  const waiting: Line[] = [];
  /** Nothing more comes: a quote closes on its own line or not at all. */
  let isLast = false;

  const endRecord = (): void => {
    const done = cells;
    cells = [];
    if (done.length > 1) width = done.length;
    onRecord(done, recordLine);
  };
  /** A cell without quotes; gives where it ends. */
  const takePlain = (text: string, at: number): number => {
    const found = text.indexOf(delimiter, at);
    const end = found < 0 ? text.length : found;
    cells.push(text.slice(at, end));
    return end;
  };
  const closes = (text: string, at: number): boolean => at + 1 === text.length || text[at + 1] === delimiter;
  /** Whether a quoted cell that seemed to close goes on: `"He said "no" to it"`. */
  const closesLater = (text: string, from: number): boolean => {
    for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
      if (text[at - 1] === delimiter) return false;
      if (closes(text, at)) return true;
    }
    return false;
  };
  /** Quoted text up to where its cell ends; `open` at the end of a line, `broken` where the quote can't be meant. */
  const takeQuoted = (text: string, from: number, spansLines: boolean): number | 'open' | 'broken' => {
    let at = from;
    for (;;) {
      const found = text.indexOf('"', at);
      if (found < 0) {
        cell += text.slice(at);
        return 'open';
      }
      cell += text.slice(at, found);
      if (text[found + 1] === '"') {
        cell += '"';
        at = found + 2;
      } else if (closes(text, found)) {
        cells.push(cell);
        return found + 1;
      } else if (spansLines ? !looksLikeRecords() : closesLater(text, found + 1)) {
        cell += '"';
        at = found + 1;
      } else {
        if (spansLines) return 'broken';
        const end = text.indexOf(delimiter, found);
        cells.push(cell + text.slice(found + 1, end < 0 ? text.length : end));
        return end < 0 ? text.length : end;
      }
    }
  };
  /** Whether the lines under an open quote have as many cells as the records before it. */
  const looksLikeRecords = (): boolean => {
    const lines = quote?.lines.slice(0, LINES_TO_JUDGE_BY) ?? [];
    const alike = lines.filter(({ text }) => width > 1 && cellsIn(text, delimiter) === width).length;
    return alike * 2 > lines.length;
  };
  /** Takes cells of a line from the start of one on, up to the record's end or a quote that stays open. */
  const takeCells = ({ text, ending }: Line, from: number): void => {
    let at = from;
    for (;;) {
      const opening = openingQuote(text, at, delimiter);
      if (opening < 0) at = takePlain(text, at);
      else {
        cell = '';
        const end = takeQuoted(text, opening + 1, false);
        if (typeof end !== 'number') {
          cell += ending;
          quote = { before: cells.length, line, tail: { text: text.slice(opening), ending }, lines: [] };
          mostCharacters = LONG_CELL;
          return;
        }
        at = end;
      }
      if (at >= text.length) return endRecord();
      at += 1;
    }
  };
  /** Goes on with a quoted cell of the lines before. */
  const goOn = (open: OpenQuote, taken: Line): void => {
    open.lines.push(taken);
    const end = takeQuoted(taken.text, 0, true);
    if (end === 'broken') return takeBack(open);
    if (end === 'open') {
      cell += taken.ending;
      if (cell.length <= mostCharacters) return undefined;
      mostCharacters *= 2;
      return looksLikeRecords() ? takeBack(open) : undefined;
    }
    quote = undefined;
    if (end >= taken.text.length) return endRecord();
    return takeCells(taken, end + 1);
  };
  /** The quote was none: it is text, and the lines since are taken once more. */
  const takeBack = ({ before, line: at, tail, lines }: OpenQuote): void => {
    quote = undefined;
    firstUnclosed ??= at;
    onUnclosed?.(at);
    line = at;
    cells.length = before;
    for (const held of lines.toReversed()) waiting.push(held);
    const end = takePlain(tail.text, 0);
    if (end >= tail.text.length) endRecord();
    else takeCells(tail, end + 1);
  };
  /** At the end; what is taken back may hold another. */
  const takeBackAll = (): void => {
    if (!isLast) return;
    for (let open = quote; open !== undefined; open = quote) takeBack(open);
  };
  const takeWaiting = (): void => {
    for (;;) {
      takeBackAll();
      const next = waiting.pop();
      if (next === undefined) return;
      line += 1;
      if (quote !== undefined) goOn(quote, next);
      else {
        recordLine = line;
        if (line === 1 && /^"?sep=.?"?$/i.test(next.text)) continue;
        if (next.text.includes('"')) takeCells(next, 0);
        else {
          cells = next.text.split(delimiter);
          endRecord();
        }
      }
    }
  };
  const takeLine = (text: string, ending: string): void => {
    waiting.push({ text, ending });
    takeWaiting();
  };
  const push = (part: string): void => {
    // Whether it is half of a line's end is seen with what follows.
    const text = rest.endsWith('\r') ? rest + part : part;
    let before = rest.endsWith('\r') ? '' : rest;
    let at = 0;
    let lf = text.indexOf('\n');
    let cr = text.indexOf('\r');
    while (lf >= 0 || cr >= 0) {
      const end = lf >= 0 && (cr < 0 || lf < cr) ? lf : cr;
      if (end === cr && cr === text.length - 1) break;
      const ending = end === lf ? '\n' : lf === cr + 1 ? '\r\n' : '\r';
      takeLine(before + text.slice(at, end), ending);
      before = '';
      at = end + ending.length;
      if (lf >= 0 && lf < at) lf = text.indexOf('\n', at);
      if (cr >= 0 && cr < at) cr = text.indexOf('\r', at);
    }
    rest = before + text.slice(at);
  };
  return {
    push,
    line: () => line,
    finish: () => {
      if (rest !== '') {
        if (rest.endsWith('\r')) takeLine(rest.slice(0, -1), '\r');
        else takeLine(rest, '');
      }
      rest = '';
      isLast = true;
      takeWaiting();
      return firstUnclosed;
    },
  };
}

/** Where the quote stands that a cell begins with; -1 where it begins with none. Blanks before it count where it closes. */
function openingQuote(text: string, at: number, delimiter: string): number {
  if (text[at] === '"') return at;
  if (text[at] !== ' ') return -1;
  let to = at;
  while (text[to] === ' ') to += 1;
  if (text[to] !== '"') return -1;
  const close = text.indexOf('"', to + 1);
  return close >= 0 && (close + 1 === text.length || text[close + 1] === delimiter) ? to : -1;
}

/** Cells in a line by itself, roughly. */
function cellsIn(text: string, delimiter: string): number {
  return text.replaceAll(/"(?:[^"]|"")*"/g, '').split(delimiter).length;
}
