import { cleanText, shortenAtWord } from '../../base/clean-text';
import type { Translate } from '../../base/translate';
import type { Rejection } from '../../model/rejection';
import type { RecordFaults } from './record-faults';

/** The record that is being read, the same object for one after the other. */
export interface TableRecord {
  readonly take: (cells: readonly string[], line: number) => void;
  readonly cells: () => readonly string[];
  /** A cell without the white space around it; empty where the record has none. */
  readonly cell: (column: number) => string;
  /** The same as text for people: cleaned, and cut at `LONGEST_TEXT`, which is noted. */
  readonly text: (column: number) => string;
  readonly tell: (column: number, found: string, expected: string, effect: Rejection['effect']) => void;
}

/** Most characters of a title, summary or name. */
export const LONGEST_TEXT = 500;

/** Reads the records of a file with these headers, telling their faults. */
export function makeTableRecord(headers: readonly string[], faults: RecordFaults, t: Translate): TableRecord {
  let cells: readonly string[] = [];
  let line = 0;
  const cell = (column: number): string => cells[column]?.trim() ?? '';
  const tell: TableRecord['tell'] = (column, found, expected, effect) => {
    faults.reject({ line, column: column + 1 }, { field: headers[column] ?? '', found, expected, effect });
  };
  return {
    take: (taken, at) => {
      cells = taken;
      line = at;
    },
    cells: () => cells,
    cell,
    tell,
    text: (column) => {
      const text = cleanText(cell(column));
      if (text.length <= LONGEST_TEXT) return text;
      tell(column, text, t('expected.maxLengthCut', { max: LONGEST_TEXT, n: text.length }), 'noted');
      return shortenAtWord(text, LONGEST_TEXT);
    },
  };
}
