import type { Translate } from '../base/translate';
import type { Steps } from '../base/steps';
import type { CsvMapping } from '../formats/table/csv-mapping';
import { CSV_LIMITS, makeCsvTable } from '../formats/table/csv-table';
import type { CsvProblem, CsvTable } from '../formats/table/csv-table';
import type { ColumnTable } from '../model/column-table';
import type { Dataset } from '../model/dataset';
import type { EventTable } from '../model/event-table';
import type { LoadProblem, LoadProgress } from '../state/view/timeline-state';
import { openText } from './open-text';
import type { OpenedText, TextData } from './open-text';
import { makeSlices } from '../base/slices';
import type { SliceOptions, Slices } from '../base/slices';

/** A dataset whose events are the rows of a CSV, read as the mapping says. */
export interface RowsSource {
  readonly kind: 'rows';
  /** What a reader calls it: the file's name. */
  readonly name: string;
  /** The CSV, UTF-8. A stream can be read once, so that loading it again isn't offered. */
  readonly data: TextData;
  readonly mapping: CsvMapping;
  /**
   * Everything but events: title, as-of day, sources; its actors are known by the names in the rows. `datasetHead`
   * makes one.
   */
  readonly dataset: Dataset;
}

/** Done ahead in slices before a table is shown, so that showing it finds it done. */
export type Prepare = (table: EventTable) => Steps<unknown> | void;

export interface LoadRowsOptions {
  readonly translate: Translate;
  /** Ends it, and nothing of it is wanted any more: the promise is rejected with the signal's reason. */
  readonly signal: AbortSignal;
  /** Ends reading; what was read becomes the table. */
  readonly stop: AbortSignal;
  /** At most ten times a second. */
  readonly onProgress: (progress: LoadProgress) => void;
  /** The rows so far, now and then: the first as soon as a picture can be made of them. */
  readonly onPart: (part: ColumnTable) => void;
  readonly prepare: readonly Prepare[];
  readonly slices?: Omit<SliceOptions, 'signal'>;
}

/**
 * What came of it: all rows, those before the reader stopped it, or those before a problem. `made` is undefined where
 * there was none to show.
 */
export type RowsOutcome =
  | { readonly end: 'whole'; readonly made: ColumnTable; readonly rows: number }
  | { readonly end: 'stopped'; readonly made: ColumnTable | undefined; readonly rows: number }
  | { readonly end: 'failed'; readonly made: ColumnTable | undefined; readonly problem: LoadProblem };

/** Characters pushed at once: about a millisecond, four while the code is still cold. */
const PIECE = 8192;
/** Enough for a first picture, however little time has passed; and time enough, however few they are. */
const FIRST_ROWS = 20_000;
const FIRST_MS = 300;
/**
 * A further part on the way is worth a new picture when it is so many times the last, and the last has been looked at
 * for a while.
 */
const NEXT_TIMES = 4;
const NEXT_MS = 3000;

/**
 * Reads rows in slices and makes a table of them. The world failing is a LoadProblem; only `signal` rejects the
 * promise.
 */
export async function loadRows(source: RowsSource, options: LoadRowsOptions): Promise<RowsOutcome> {
  const { translate, signal, stop } = options;
  const now = options.slices?.now ?? (() => performance.now());
  const began = now();
  const slices = makeSlices({ ...options.slices, signal });
  const table = makeCsvTable(source.mapping, source.dataset, translate);
  const opened = await slices.wait(openText(source.data, source.name, { signal, stop, mostBytes: CSV_LIMITS.text }));
  const fault = 'kind' in opened ? opened : await readAll(opened, table, slices, options, now);
  signal.throwIfAborted();
  const outcome = await outcomeOf(source, table, fault, slices, options);
  const { longestMs, slices: count, totalMs } = slices.record();
  // For whoever asks how long the page was held up: developer tools show it, and a test reads it.
  performance.measure('diplomatic-timeline: rows', {
    start: began,
    end: now(),
    detail: { rows: table.rows(), slices: count, longestMs, totalMs },
  });
  return outcome;
}

async function readAll(
  opened: OpenedText,
  table: CsvTable,
  slices: Slices,
  { stop, onProgress, onPart, prepare }: LoadRowsOptions,
  now: () => number,
): Promise<LoadProblem | undefined> {
  const isTime = partClock(now);
  for (;;) {
    const text = await slices.wait(opened.next());
    if (text === undefined || typeof text === 'object' || stop.aborted)
      return typeof text === 'object' ? text : undefined;
    for (let at = 0; at < text.length && !stop.aborted && table.problem() === undefined; at += PIECE) {
      table.push(text.slice(at, at + PIECE));
      slices.tell(() => onProgress({ done: shareOf(opened.done()), rows: table.rows() }));
      await slices.breathe();
      if (!isTime(table.rows())) continue;
      const part = await prepared(await slices.run(table.soFar()), slices, prepare);
      await slices.aside(() => onPart(part));
    }
    if (table.problem() !== undefined) {
      opened.close();
      return undefined;
    }
  }
}

/** Of all there is to do; sorting and preparing are the rest. */
const READING = 0.9;

function shareOf(read: number | undefined): number | undefined {
  return read === undefined ? undefined : read * READING;
}

/** Says when what has come should be shown. */
function partClock(now: () => number): (rows: number) => boolean {
  const began = now();
  let shown = 0;
  let shownAt = began;
  return (rows) => {
    const isTime =
      shown === 0
        ? rows >= FIRST_ROWS || (rows > 0 && now() - began >= FIRST_MS)
        : rows >= shown * NEXT_TIMES && now() - shownAt >= NEXT_MS;
    if (!isTime) return false;
    shown = rows;
    shownAt = now();
    return true;
  };
}

async function prepared(made: ColumnTable, slices: Slices, prepare: readonly Prepare[]): Promise<ColumnTable> {
  for (const one of prepare) {
    await slices.breathe();
    const steps = one(made.table);
    if (steps !== undefined) await slices.run(steps);
  }
  await slices.breathe();
  return made;
}

async function outcomeOf(
  source: RowsSource,
  table: CsvTable,
  fault: LoadProblem | undefined,
  slices: Slices,
  { stop, prepare, onProgress }: LoadRowsOptions,
): Promise<RowsOutcome> {
  const isCut = fault !== undefined || table.problem()?.kind === 'too-large';
  const problem = fault ?? (table.problem() === undefined ? undefined : problemOf(source, table.problem()));
  const found = await slices.run(table.finish(isCut ? 'cut' : stop.aborted ? 'stopped' : 'ended'), (share) =>
    onProgress({ done: READING + (1 - READING) * share, rows: table.rows() }),
  );
  const made = 'table' in found ? await prepared(found, slices, prepare) : undefined;
  const rows = table.rows();
  if (stop.aborted && problem === undefined) return { end: 'stopped', made, rows };
  if (problem !== undefined) return { end: 'failed', made, problem };
  if (made === undefined)
    return { end: 'failed', made, problem: problemOf(source, 'table' in found ? undefined : found) };
  return { end: 'whole', made, rows };
}

function problemOf({ name }: RowsSource, problem: CsvProblem | undefined): LoadProblem {
  return { kind: problem?.kind ?? 'no-events', source: name, detail: problem?.detail ?? '' };
}
