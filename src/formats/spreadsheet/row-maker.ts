import { SHEET_LIMITS } from './sheet-limits';
import type { SheetRow, TakeRow } from './workbook';

/** Puts cells into rows, whose empty ones aren't written, and counts what they come to. */
export interface RowMaker {
  readonly begin: (line: number) => void;
  readonly put: (
    column: number,
    text: string,
    about: { readonly isDate?: boolean; readonly link?: string | undefined },
  ) => void;
  /** Hands the row over, so many times with the numbers that follow; nothing where it is empty. False where no more is wanted. */
  readonly end: (times?: number) => boolean;
  /** Whether the limits were passed: of what. */
  readonly excess: () => 'columns' | 'rows' | 'text' | undefined;
}

/** Rows into `take`. */
export function makeRowMaker(take: TakeRow, limits = SHEET_LIMITS): RowMaker {
  let line = 0;
  let cells: string[] = [];
  let dates: number[] = [];
  let links: Map<number, string> | undefined;
  let size = 0;
  let text = 0;
  let excess: 'columns' | 'rows' | 'text' | undefined;
  const row = (at: number): SheetRow => ({ line: at, cells, dates, links });
  return {
    begin: (at) => {
      line = at;
      cells = [];
      dates = [];
      links = undefined;
      size = 0;
    },
    put: (column, words, { isDate = false, link }) => {
      if (column >= limits.columns) {
        excess ??= 'columns';
        return;
      }
      if (words === '' && link === undefined) return;
      while (cells.length < column) cells.push('');
      cells[column] = words;
      size += words.length + 1;
      if (isDate) dates.push(column);
      if (link !== undefined) (links ??= new Map()).set(column, link);
    },
    end: (times = 1) => {
      if (cells.length === 0) return true;
      for (let time = 0; time < times; time++) {
        if (line + time > limits.rows) excess ??= 'rows';
        text += size + cells.length;
        if (text > limits.text) excess ??= 'text';
        if (excess !== undefined || !take(row(line + time))) return false;
      }
      return excess === undefined;
    },
    excess: () => excess,
  };
}
