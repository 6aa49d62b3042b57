import type { Translate } from '../../base/translate';
import type { LoadProblem } from '../../model/load-problem';
import type { RecordNote } from '../record-source';

/** A spreadsheet file that was opened. */
export interface Workbook {
  readonly format: 'XLSX' | 'ODS';
  /** Sheets of cells in their order, those that are hidden as well. */
  readonly sheets: readonly Sheet[];
  /** What holds for all of it. */
  readonly notes: readonly RecordNote[];
}

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Its first rows, at most `MOST_FIRST_ROWS`: by them one of several sheets is chosen. */
  readonly first: (breathe: () => Promise<void>) => Promise<readonly SheetRow[] | LoadProblem>;
  /** Looks through all of it, without reading its cells. Links stand behind the cells in XLSX. */
  readonly survey: (breathe: () => Promise<void>) => Promise<SheetSurvey | LoadProblem>;
  /**
   * Reads its rows from the first on, as long as `take` gives true, and awaits `turn` after every few milliseconds of
   * work, which may end it too. Gives why there are no more.
   */
  readonly read: (take: TakeRow, turn: (done: number | undefined) => Promise<boolean>) => Promise<SheetReading>;
}

export const MOST_FIRST_ROWS = 100;

/** What a sheet's rows don't tell one by one. */
export interface SheetSurvey {
  readonly hiddenRows: number;
  readonly mergedCells: number;
  /** Addresses by the row, counted from 1, and the column, from 0, of cells that lead there. */
  readonly links: ReadonlyMap<number, ReadonlyMap<number, string>>;
  /** Whether cells may lead somewhere by a link in the cell itself. */
  readonly hasLinksInCells: boolean;
}

export interface SheetReading {
  readonly problem: LoadProblem | undefined;
  /** Whether it ended with the sheet. */
  readonly isWhole: boolean;
  /** Of the rows that were read. */
  readonly counts: CellCounts;
}

/** Cells that aren't what they look like. */
export interface CellCounts {
  /** `#N/A`, `#REF!` ...: their text is empty. */
  errors: number;
  /** A formula, and no value: the program that wrote it doesn't reckon. */
  withoutValue: number;
  /** A date whose year, or whose day, the cell doesn't show. */
  unseenYears: number;
  unseenDays: number;
}

export function noCounts(): CellCounts {
  return { errors: 0, withoutValue: 0, unseenYears: 0, unseenDays: 0 };
}

/** A row with something in it. */
export interface SheetRow {
  /** Its number as the program shows it, from 1. */
  readonly line: number;
  /** From the first column on, empty where a cell is; up to the last that isn't. */
  readonly cells: readonly string[];
  /** Columns whose cells are days by their format. */
  readonly dates: readonly number[];
  /** Addresses that stand in the cells themselves, by column. */
  readonly links: ReadonlyMap<number, string> | undefined;
}

/** False where no more is wanted. */
export type TakeRow = (row: SheetRow) => boolean;

/** Whom a sheet is read for: who takes its rows, and in whose words what is wrong is told. */
export interface SheetReader {
  readonly take: TakeRow;
  readonly turn: (done: number | undefined) => Promise<boolean>;
  readonly source: string;
  readonly t: Translate;
}
