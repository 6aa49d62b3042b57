import { CSV_DELIMITERS } from './mapping';
import type { CsvDelimiter } from './mapping';

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
  /** Ends the last record. Gives the line on which a quote was opened that nothing closes. */
  readonly finish: () => number | undefined;
}

export interface RecordSplitterOptions {
  /** Guessed from the first line where absent. */
  readonly delimiter?: CsvDelimiter | undefined;
  /**
   * Called for each record with its cells and the line, from 1, on which it starts. A blank line is a record with one
   * empty cell.
   */
  readonly onRecord: (cells: readonly string[], line: number) => void;
}

const QUOTE = 34;
const LF = 10;
const CR = 13;
/** A header longer than this is none; the guess is made from what there is. */
const LONGEST_HEADER = 65_536;

/**
 * At a cell's start, inside one without quotes, inside quotes, and after a quote that closes unless another follows.
 */
type Place = 'start' | 'plain' | 'quoted' | 'closing';

/**
 * Reads delimited text part by part (RFC 4180; lines may end with CR LF, LF or CR alone; a byte order mark is skipped).
 * A quote inside a cell that doesn't start with one is text, and so is what follows a closing quote. O(text), in memory
 * one record.
 */
export function makeRecordSplitter({ delimiter, onRecord }: RecordSplitterOptions): RecordSplitter {
  let parser = delimiter === undefined ? undefined : makeParser(delimiter.charCodeAt(0), onRecord);
  let held = '';
  let isFirst = true;
  const begin = (): ReturnType<typeof makeParser> => {
    const made = makeParser(guessDelimiter(held).charCodeAt(0), onRecord);
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
  };
}

/** The delimiter that the first line has most of, outside quotes; a comma where it has none. */
function guessDelimiter(text: string): CsvDelimiter {
  const line = /^(?:"(?:[^"]|"")*"?|[^"\r\n])*/.exec(text)?.[0].replaceAll(/"(?:[^"]|"")*"?/g, '') ?? '';
  const counts = CSV_DELIMITERS.map((delimiter) => line.split(delimiter).length);
  return CSV_DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function makeParser(delimiter: number, onRecord: RecordSplitterOptions['onRecord']): RecordSplitter {
  let cells: string[] = [];
  let cell = '';
  let place: Place = 'start';
  let line = 1;
  let recordLine = 1;
  let quoteLine = 1;
  let afterCr = false;

  const endCell = (): void => {
    cells.push(cell);
    cell = '';
    place = 'start';
  };
  const endRecord = (): void => {
    endCell();
    const done = cells;
    cells = [];
    onRecord(done, recordLine);
  };
  /** What a delimiter or the end of a line does; false for any other character. */
  const ends = (code: number): boolean => {
    if (code === delimiter) {
      endCell();
      return true;
    }
    if (code !== LF && code !== CR) return false;
    endRecord();
    line += 1;
    recordLine = line;
    afterCr = code === CR;
    return true;
  };
  /** Takes a cell without quotes from `at` up to what ends it; gives the place after that. */
  const takePlain = (text: string, at: number): number => {
    let to = at;
    let code = text.charCodeAt(to);
    while (to < text.length && code !== delimiter && code !== LF && code !== CR) code = text.charCodeAt(++to);
    cell = cell === '' ? text.slice(at, to) : cell + text.slice(at, to);
    place = 'plain';
    if (to < text.length) ends(code);
    return to + 1;
  };
  /** Takes quoted text up to the next quote, counting its lines; gives the place after that. */
  const takeQuoted = (text: string, at: number): number => {
    const found = text.indexOf('"', at);
    const to = found < 0 ? text.length : found;
    for (let i = at; i < to; i++) {
      const code = text.charCodeAt(i);
      if (code === CR || (code === LF && !afterCr)) line += 1;
      afterCr = code === CR;
    }
    cell += text.slice(at, to);
    if (found >= 0) place = 'closing';
    return to + 1;
  };
  const takeClosing = (code: number, at: number): number => {
    afterCr = false;
    if (code === QUOTE) {
      cell += '"';
      place = 'quoted';
      return at + 1;
    }
    if (ends(code)) return at + 1;
    place = 'plain';
    return at;
  };
  const open = (at: number): number => {
    place = 'quoted';
    quoteLine = line;
    afterCr = false;
    return at + 1;
  };
  const push = (text: string): void => {
    let at = 0;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (place === 'quoted') at = takeQuoted(text, at);
      else if (place === 'closing') at = takeClosing(code, at);
      else if (afterCr && code === LF && place === 'start' && cells.length === 0) {
        afterCr = false;
        at += 1;
      } else {
        afterCr = false;
        at = place === 'start' && code === QUOTE ? open(at) : takePlain(text, at);
      }
    }
  };
  return {
    push,
    finish: () => {
      const unclosed = place === 'quoted' ? quoteLine : undefined;
      if (cells.length > 0 || place !== 'start') endRecord();
      return unclosed;
    },
  };
}
