import type { Awaitable } from '../base/awaitable';
import type { LoadProblem } from '../model/load-problem';

/**
 * A table of texts, whatever it stands in: delimited text, a sheet, a list of JSON records, the results of a query. What
 * reads tables by a mapping (table/) asks for nothing else.
 */
export interface RecordSource {
  /** What a reader of the page calls the file, with the sheet where it has several. */
  readonly name: string;
  /** What its people call it: `CSV`, `XLSX`, `SPARQL` ... */
  readonly format: string;
  /**
   * Names that the form itself gives its columns (keys of JSON, variables of a query); undefined where one of the
   * records may be the header.
   */
  readonly headers: readonly string[] | undefined;
  /** What could be read otherwise, with what it is read as; empty where there is no choice. */
  readonly choices: readonly RecordChoice[];
  /** The same table read otherwise: `with({ encoding: 'windows-1251' })`. */
  readonly with: (settings: RecordSettings) => RecordSource;
  /** What reading has found out so far, of all that was read: whole when `read` has ended. Absent: nothing ever. */
  readonly notes?: () => readonly RecordNote[];
  /** The first records, at most MOST_HEAD_RECORDS and as many as the first million bytes hold. */
  readonly head: () => Awaitable<RecordHead | LoadProblem>;
  /**
   * Hands over all records in the file's order. After every few milliseconds of work it awaits `turn`, told the share
   * that was read (undefined where nobody knows), and ends early where that gives false. Resolves with why it ended
   * before the end of the file, undefined where it didn't or `turn` ended it.
   */
  readonly read: (
    take: TakeRecord,
    turn: (done: number | undefined) => Promise<boolean>,
  ) => Promise<LoadProblem | undefined>;
}

/** A record's cells, which may be kept, and the line (from 1; of a sheet: its row) on which it starts. */
export type TakeRecord = (cells: readonly string[], line: number) => void;

export const MOST_HEAD_RECORDS = 1000;

export interface RecordHead {
  readonly records: readonly { readonly cells: readonly string[]; readonly line: number }[];
  /** Whether these are all there are. */
  readonly isWhole: boolean;
  /** How many there are in all, where the file says so or is here whole. */
  readonly count: number | undefined;
  /** What was found out while reading that a person should know: hidden rows, merged cells, a broken quote. */
  readonly notes: readonly RecordNote[];
}

/** How a table is read; what is absent is found out. */
export interface RecordSettings {
  /** Label of the Encoding standard: `utf-8`, `windows-1252`, `macintosh`, `shift_jis` ... */
  readonly encoding?: string;
  readonly delimiter?: string;
  /** Name of a sheet. */
  readonly sheet?: string;
}

/** One thing that can be chosen, and between what; each with a line of the file as it would read. */
export interface RecordChoice {
  readonly about: keyof RecordSettings;
  readonly chosen: string;
  readonly options: readonly { readonly value: string; readonly sample: string }[];
}

/**
 * `hidden-rows`, `merged-cells`: n of them; `era-1904`; `formula-errors`: n cells; `no-value`: n formulas whose value
 * nobody reckoned; `unseen-years`, `unseen-days`: n dates whose cells don't show them; `unclosed-quote`, `other-encoding`
 * (a line that isn't in the file's encoding, read in its likeliest other), `lost-letters` (replacement characters), `nul`
 * (NUL characters, taken out), `no-json` (left out): line n.
 */
export interface RecordNote {
  readonly about:
    | 'hidden-rows'
    | 'hidden-sheets'
    | 'merged-cells'
    | 'era-1904'
    | 'formula-errors'
    | 'no-value'
    | 'unseen-years'
    | 'unseen-days'
    | 'unclosed-quote'
    | 'other-encoding'
    | 'lost-letters'
    | 'nul'
    | 'no-json';
  readonly n: number;
  /** Where n is a line: so many lines in all, of which it is the first; one where absent. */
  readonly lines?: number;
}
