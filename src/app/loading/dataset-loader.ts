import { andThen } from '../../base/awaitable';
import type { Awaitable } from '../../base/awaitable';
import { withLazyCode } from '../../base/lazy-code';
import { lazyWithMessages } from '../../base/messages/load-messages';
import { IS_SAVED_PAGE } from '../../base/saved-page';
import { ROWS_A_STEP, runToEnd } from '../../base/steps';
import type { ReadOptions, Reading } from '../../formats/reader';
import type { SourceFile } from '../../formats/source-file';
import type { LoadProblem } from '../../model/load-problem';
import { makeTableBuilder } from '../../model/table-builder';
import { receiveTable, startLoading, stopLoading, tellProgress } from '../../state/view/loading';
import type { LoadProgress } from '../../state/view/timeline-state';
import { readAddress } from '../address-bar';
import { nameOfSource } from './dataset-source';
import type { LoadedSource } from './dataset-source';
import { eitherSignal } from './either-signal';
import { findReading } from './find-reading';
import { sourceFile } from './open-source';
import { fail, show, thrownProblem } from './loading-turn';
import type { LoaderContext, Turn } from './loading-turn';

/** What is read or built in slices; a page with a dataset of its own does without. */
const SLICED = lazyWithMessages(['faults'], () =>
  import('./show-in-slices').then(({ showInSlices, readingOfColumns, readingOfRows }) => ({
    showInSlices,
    readingOfColumns,
    readingOfRows,
  })),
);

/** What puts datasets into a mounted timeline. What was asked for last is shown, whatever comes in last. */
export interface DatasetLoader {
  /** Begins a load of somebody else's; what it returns says whether that is still the last one asked for. */
  readonly begin: (again: () => void) => () => boolean;
  /**
   * Loads the page's first dataset; a text at hand is shown at once. Never rejects: whatever is thrown on the way is a
   * problem that the reader is told.
   */
  readonly load: (from: LoadedSource) => Promise<void>;
  /**
   * The same for one that a host page sets, over which no address of a reader's lies. Whether it is on screen: not where
   * it can't be used, or another was asked for meanwhile. Rejects where columns don't fit together.
   */
  readonly replace: (from: LoadedSource) => Promise<boolean>;
  /**
   * The same for files that somebody has looked at already: read from their beginning, and shown part by part as they
   * come. Resolves with whether they, or a part of them, are on screen.
   */
  readonly open: (reading: Reading) => Promise<boolean>;
  /** Asks once more for what was asked for last. */
  readonly again: () => void;
  /** Ends a load of rows; those that came are shown. */
  readonly cancel: () => void;
  readonly destroy: () => void;
}

type Loadable = LoadedSource | { readonly kind: 'reading'; readonly reading: Reading; readonly name: string };

export function createDatasetLoader(context: LoaderContext): DatasetLoader {
  const { store } = context;
  let again: (() => void) | undefined;
  let asked = 0;
  let isOver = false;
  let current = new AbortController();
  let stop = new AbortController();
  const begin = (retry: () => void): (() => boolean) => {
    const turn = ++asked;
    again = retry;
    current.abort();
    current = new AbortController();
    stop = new AbortController();
    return () => !isOver && turn === asked;
  };
  const load = async (from: Loadable, isFirst: boolean): Promise<boolean> => {
    const isLast = begin(() => void load(from, isFirst));
    const own = current;
    const ownStop = stop;
    const turn: Turn = {
      isLast,
      signal: own.signal,
      stop: ownStop,
      survey: eitherSignal(own.signal, ownStop.signal),
      reader: isFirst && context.address ? readAddress() : undefined,
      isAsked: from.kind === 'reading',
    };
    const stopped = (): void => store.applyUnlocked(stopLoading, nameOfSource(from), 0);
    if (isFirst || from.kind === 'rows' || from.kind === 'address' || from.kind === 'reading')
      store.applyUnlocked(startLoading, nameOfSource(from));
    try {
      await andThen(readingOf(from, turn, context), (found) => {
        if (!isLast()) return undefined;
        if (!('kind' in found)) return readAndShow(found, turn, context);
        if (ownStop.signal.aborted) return stopped();
        return andThen(withWords(found, context), () => (isLast() ? fail(context, found) : undefined));
      });
    } catch (error) {
      // Somebody asked for another, or the page is gone: nobody waits for this one.
      if (turn.signal.aborted) return false;
      // Before there was anything to show of it.
      if (ownStop.signal.aborted && error === ownStop.signal.reason) {
        stopped();
        return false;
      }
      // Columns that don't fit together are the caller's mistake, which the caller is told.
      const isCallers = error instanceof RangeError && from.kind === 'columns';
      if (isCallers && !isFirst) throw error;
      fail(context, thrownProblem(error, nameOfSource(from)));
    }
    return isLast() && store.getState().loading.phase !== 'failed';
  };
  return {
    begin,
    load: async (from) => void (await load(from, true)),
    replace: (from) => load(from, false),
    open: (reading) => load({ kind: 'reading', reading, name: reading.plan.source }, false),
    again: () => again?.(),
    cancel: () => stop.abort(),
    destroy: () => {
      isOver = true;
      current.abort();
    },
  };
}

/** Has the words at hand that tell of it: few pages ever say them. */
function withWords({ kind, source }: LoadProblem, { translate }: LoaderContext): Awaitable<string> {
  return withLazyCode(() => translate(`notice.${kind}`, { source }));
}

/** Without waiting where a text is at hand whose reader is here: the first picture then comes with the page. */
function readingOf(from: Loadable, turn: Turn, context: LoaderContext): Awaitable<Reading | LoadProblem> {
  const signals = { signal: turn.signal, stop: turn.stop.signal, heard: hearBytes(context) };
  switch (from.kind) {
    case 'columns':
      return SLICED.load().then(({ readingOfColumns }) => readingOfColumns(from.columns));
    case 'rows':
      return SLICED.load().then(({ readingOfRows }) => readingOfRows(from, signals));
    case 'reading':
      return from.reading;
    case 'text':
      return andThen(sourceFile(from.text, from.name, signals), (file) => recognised(file, turn, context));
    default: {
      const { address } = from;
      context.store.applyUnlocked(tellProgress, NOTHING_YET);
      return andThen(sourceFile({ address }, address, signals), (file) => recognised(file, turn, context));
    }
  }
}

const NOTHING_YET: LoadProgress = { done: undefined, rows: undefined };
/** Of a text that is wanted whole, what its coming is of all there is to do; reading it is the rest. */
const COMING = 0.4;
/** The table that is made of it is what then is left. */
const READING = 0.9;
/** So many bytes come between two words about them. */
const TELL_EVERY = 500_000;

function hearBytes({ store }: LoaderContext): (bytes: number, of: number | undefined) => void {
  let told = 0;
  return (bytes, of) => {
    if (bytes - told < TELL_EVERY) return;
    told = bytes;
    store.applyUnlocked(tellProgress, { ...NOTHING_YET, bytes, done: of && Math.min(bytes / of, 1) * COMING });
  };
}

/** What reads a file that is on its way. */
function recognised(file: SourceFile, turn: Turn, context: LoaderContext): Awaitable<Reading | LoadProblem> {
  return findReading(file, {
    t: context.translate,
    signal: turn.survey,
    heard: (share) =>
      context.store.applyUnlocked(tellProgress, { ...NOTHING_YET, done: COMING + (READING - COMING) * share }),
  });
}

/** At once where the survey had to read all of it and that wasn't much, else in slices. */
function readAndShow(reading: Reading, turn: Turn, context: LoaderContext): Awaitable<void> {
  const { reader, files, plan } = reading;
  const { isRead, counts } = plan;
  if (!isRead || counts.events === undefined || counts.events > ROWS_A_STEP)
    return SLICED.load().then(({ showInSlices }) => (turn.isLast() ? showInSlices(reading, turn, context) : undefined));
  const into = makeTableBuilder();
  const options: ReadOptions = {
    t: context.translate,
    into,
    signal: turn.signal,
    stop: turn.stop.signal,
    onProgress: () => Promise.resolve(),
  };
  return andThen(reader.read(files, plan, options), ({ rejections }) => {
    const made = runToEnd(into.build());
    const told = [...rejections, ...made.rejections];
    // What its author might look at again is no reader's business.
    const shown = IS_SAVED_PAGE ? told.filter(({ effect }) => effect !== 'noted') : told;
    show({ ...made, rejections: shown }, receiveTable, turn, context);
  });
}
