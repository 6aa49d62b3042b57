import { cleanText, shortenAtWord } from '../../base/clean-text';
import type { Translate } from '../../base/translate';
import type { Rejection } from '../../model/rejection';
import type { RecordFaults } from './record-faults';

/** The record that is being read, the same object for one after the other. */
export interface TableRecord {
  readonly take: (cells: readonly string[], line: number, members?: readonly (readonly string[])[]) => void;
  readonly cells: () => readonly string[];
  readonly line: () => number;
  /** A cell without the white space around it; empty where the record has none. */
  readonly cell: (column: number) => string;
  /** The same as text for people: cleaned, and cut at `LONGEST_TEXT`, which is noted. */
  readonly text: (column: number) => string;
  /** Runs through the records that went into this one, its own cells first, so that `cell` is each one's in turn. */
  readonly forEachMember: (act: () => void) => void;
  readonly tell: (column: number, found: string, expected: string, effect: Rejection['effect']) => void;
}

/**
 * Tells what stands beyond a table's headers: a delimiter too many, and nobody can say what the cells mean. Empty ones are
 * nothing.
 */
export function tellBeyond(
  headers: readonly string[],
  cells: readonly string[],
  line: number,
  faults: RecordFaults,
  t: Translate,
): void {
  const column = cells.findIndex((cell, place) => place >= headers.length && cell.trim() !== '');
  if (column < 0) return;
  const found = cells
    .slice(column)
    .map((cell) => cell.trim())
    .join(' | ');
  const expected = t('expected.cells', { n: headers.length });
  faults.reject({ line, column: column + 1 }, { field: '', found, expected, effect: 'dropped' });
}

/** Most characters of a text, as in a file of whole events (json/schema-fields.ts). */
export const LONGEST_TEXT = 20_000;

/** Reads the records of a file with these headers, telling their faults. */
export function makeTableRecord(headers: readonly string[], faults: RecordFaults, t: Translate): TableRecord {
  let own: readonly string[] = [];
  let cells: readonly string[] = [];
  let others: readonly (readonly string[])[] = [];
  let line = 0;
  const cell = (column: number): string => cells[column]?.trim() ?? '';
  const tell: TableRecord['tell'] = (column, found, expected, effect) => {
    faults.reject({ line, column: column + 1 }, { field: headers[column] ?? '', found, expected, effect });
  };
  return {
    take: (taken, at, members = []) => {
      own = taken;
      cells = taken;
      others = members;
      line = at;
    },
    cells: () => own,
    line: () => line,
    cell,
    tell,
    text: (column) => {
      const text = cleanText(cell(column));
      if (text.length <= LONGEST_TEXT) return text;
      tell(column, text, t('expected.maxLengthCut', { max: LONGEST_TEXT, n: text.length }), 'noted');
      return shortenAtWord(text, LONGEST_TEXT);
    },
    forEachMember: (act) => {
      act();
      for (const member of others) {
        cells = member;
        act();
      }
      cells = own;
    },
  };
}
