import { andThen } from '../../base/awaitable';
import type { Translate } from '../../base/translate';
import { makeSlices } from '../../base/slices';
import type { SliceOptions, Slices } from '../../base/slices';
import type { Steps } from '../../base/steps';
import type { ReadProgress, Reading } from '../../formats/reader';
import type { SourceFile } from '../../formats/source-file';
import type { ColumnTable } from '../../model/table-of-columns';
import type { EventTable } from '../../model/event-table';
import type { LoadProblem } from '../../model/load-problem';
import type { Rejection } from '../../model/rejection';
import { makeTableBuilder } from '../../model/table-builder';
import type { TableBuilder } from '../../model/table-builder';
import type { LoadProgress } from '../../state/view/timeline-state';

/** Done ahead in slices before a table is shown, so that showing it finds it done. */
export type Prepare = (table: EventTable) => Steps<unknown> | void;

export interface ReadInSlicesOptions {
  readonly translate: Translate;
  /** Ends it, and nothing of it is wanted any more: the promise is rejected with the signal's reason. */
  readonly signal: AbortSignal;
  /** Ends reading; what was read becomes the table. */
  readonly stop: AbortSignal;
  /** At most ten times a second. */
  readonly onProgress: (progress: LoadProgress) => void;
  /** The events so far, now and then: the first as soon as a picture can be made of them. */
  readonly onPart: (part: ColumnTable) => void;
  readonly prepare: readonly Prepare[];
  readonly slices?: Omit<SliceOptions, 'signal'>;
}

/**
 * What came of it: all events, those before the reader stopped it, or those before a problem. `made` is undefined where
 * there was none to show.
 */
export type ReadingOutcome =
  | { readonly end: 'whole'; readonly made: ColumnTable; readonly rows: number }
  | { readonly end: 'stopped'; readonly made: ColumnTable | undefined; readonly rows: number }
  | { readonly end: 'failed'; readonly made: ColumnTable | undefined; readonly problem: LoadProblem };

/** Enough for a first picture, however little time has passed; and time enough, however few they are. */
const FIRST_ROWS = 20_000;
const FIRST_MS = 300;
/**
 * A further part on the way is worth a new picture when it is so many times the last, and the last has been looked at
 * for a while.
 */
const NEXT_TIMES = 4;
const NEXT_MS = 3000;
/** Of all there is to do; sorting and preparing are the rest. */
const READING = 0.9;

/**
 * Reads files in slices and makes a table of them. The world failing is a LoadProblem; only `signal` rejects the
 * promise, and code that can't be had.
 */
export async function readInSlices(
  { reader, files, plan }: Reading,
  { translate: t, signal, stop, onProgress, onPart, prepare, slices: options }: ReadInSlicesOptions,
): Promise<ReadingOutcome> {
  const now = options?.now ?? (() => performance.now());
  const began = now();
  const slices = makeSlices({ ...options, signal });
  const into = makeTableBuilder();
  const isTime = partClock(now);
  const tell = async ({ done, rejections }: ReadProgress): Promise<void> => {
    slices.tell(() => onProgress({ done: done === undefined ? undefined : done * READING, rows: into.size() }));
    await slices.breathe();
    if (!isTime(into.size())) return;
    const part = await prepared(await built(into, rejections(), slices), slices, prepare);
    await slices.aside(() => onPart(part));
  };
  const awaited = files.map((file) => awaitedBy(slices, file));
  const { rejections, problem } = await reader.read(awaited, plan, { t, into, signal, stop, onProgress: tell });
  signal.throwIfAborted();
  const rows = into.size();
  const made =
    rows === 0
      ? undefined
      : await built(into, rejections, slices, (share) => onProgress({ done: READING + (1 - READING) * share, rows }));
  if (made !== undefined) await prepared(made, slices, prepare);
  const { longestMs, slices: count, totalMs } = slices.record();
  // For whoever asks how long the page was held up: developer tools show it, and a test reads it.
  performance.measure('diplomatic-timeline: rows', {
    start: began,
    end: now(),
    detail: { rows, slices: count, longestMs, totalMs },
  });
  if (problem !== undefined) return { end: 'failed', made, problem };
  if (stop.aborted) return { end: 'stopped', made, rows };
  if (made !== undefined) return { end: 'whole', made, rows };
  return { end: 'failed', made, problem: { kind: 'no-events', source: plan.source, detail: '' } };
}

/** The table of what has come, with all that was left out of it. */
async function built(
  into: TableBuilder,
  rejections: readonly Rejection[],
  slices: Slices,
  heard?: (share: number) => void,
): Promise<ColumnTable> {
  const made = await slices.run(into.build(), heard);
  return { table: made.table, rejections: [...rejections, ...made.rejections] };
}

/** A file whose parts are waited for in nobody's slice. */
function awaitedBy(slices: Slices, file: SourceFile): SourceFile {
  return {
    ...file,
    beside: (address) => andThen(file.beside(address), (other) => awaitedBy(slices, other)),
    open: async (mostBytes) => {
      const parts = await slices.wait(Promise.resolve(file.open(mostBytes)));
      return 'kind' in parts ? parts : { ...parts, next: () => slices.wait(parts.next()) };
    },
    bytes: async (mostBytes) => {
      const parts = await slices.wait(Promise.resolve(file.bytes(mostBytes)));
      return 'kind' in parts ? parts : { ...parts, next: () => slices.wait(parts.next()) };
    },
  };
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
