import { ROWS_A_STEP, runToEnd } from '../base/steps';
import type { Translate } from '../base/translate';
import { readRowsFile } from '../ingest/read-rows-file';
import { columnTableSteps } from '../model/column-table';
import type { ColumnTable, EventColumns } from '../model/column-table';
import type { Rejection } from '../model/rejection';
import { applyShared, failLoading, receiveDataset, receiveTable, startLoading } from '../state/load';
import { endLoading, growTable, receivePart, stopLoading, tellProgress } from '../state/load-parts';
import type { SharedView } from '../state/shared-view';
import type { TimelineStore } from '../state/store';
import type { LoadProblem, TimelineState } from '../state/timeline-state';
import { fetchText, readText } from './load-dataset';
import type { LoadedSource } from './load-dataset';
import { loadRows } from './load-rows';
import type { Prepare, RowsSource } from './load-rows';
import { makeSlices } from './slices';
import { readAddress } from './sync-address';

/** What puts datasets into a mounted timeline. What was asked for last is shown, whatever comes in last. */
export interface DatasetLoader {
  /** Begins a load of somebody else's; what it returns says whether that is still the last one asked for. */
  readonly begin: (again: () => void) => () => boolean;
  /** Loads the page's first dataset; a text at hand is shown at once. Never rejects but for columns that don't fit together. */
  readonly load: (from: LoadedSource) => Promise<void>;
  /** The same for one that a host page sets, over which no address of a reader's lies. */
  readonly replace: (from: LoadedSource) => Promise<void>;
  /** Asks once more for what was asked for last. */
  readonly again: () => void;
  /** Ends a load of rows; those that came are shown. */
  readonly cancel: () => void;
  readonly destroy: () => void;
}

export interface LoaderContext {
  readonly store: TimelineStore;
  readonly translate: Translate;
  /** The author's view, laid over every dataset's own. */
  readonly view: SharedView;
  /** Whether the page's address holds a reader's view, and the page takes the dataset's title. */
  readonly address: boolean;
  readonly prepare: readonly Prepare[];
}

/** One load: what ends it, and what is to lie over what it shows. */
interface Turn {
  readonly isLast: () => boolean;
  readonly signal: AbortSignal;
  readonly stop: AbortController;
  readonly reader: ReturnType<typeof readAddress> | undefined;
}

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
  const load = async (from: LoadedSource, isFirst: boolean): Promise<void> => {
    const isLast = begin(() => void load(from, isFirst));
    const turn: Turn = { isLast, signal: current.signal, stop, reader: isFirst && context.address ? readAddress() : undefined };
    if (isFirst || from.kind === 'rows') store.applyUnlocked(startLoading, nameOf(from));
    try {
      await loadFrom(from, turn, context);
    } catch (error) {
      // Somebody asked for another, or the page is gone: nobody waits for this one.
      if (!turn.signal.aborted) throw error;
    }
  };
  return {
    begin,
    load: (from) => load(from, true),
    replace: (from) => load(from, false),
    again: () => again?.(),
    cancel: () => stop.abort(),
    destroy: () => {
      isOver = true;
      current.abort();
    },
  };
}

function nameOf(from: LoadedSource): string {
  switch (from.kind) {
    case 'address': return from.address;
    case 'columns': return from.columns.dataset.title;
    default: return from.name;
  }
}

async function loadFrom(from: LoadedSource, turn: Turn, context: LoaderContext): Promise<void> {
  switch (from.kind) {
    case 'rows': return showRows(from, [], turn, context);
    case 'columns': return showColumns(from.columns, turn, context);
    case 'text': return showText(from.text, from.name, turn, context);
    default: {
      const text = await fetchText(from.address, turn.signal);
      if (!turn.isLast()) return undefined;
      return typeof text === 'string' ? showText(text, from.address, turn, context) : fail(context, text);
    }
  }
}

/** Without waiting where it is a dataset itself: the first picture then comes with the page. */
function showText(text: string, name: string, turn: Turn, context: LoaderContext): Promise<void> | void {
  const { store, view, translate } = context;
  const rows = readRowsFile(text, name, translate);
  if (rows !== undefined) {
    if (!rows.ok) return fail(context, { source: name, ...rows.problem });
    const { dataset, csv, mapping } = rows.file;
    const source: RowsSource = { kind: 'rows', name: csv, data: { address: besides(csv, name) }, mapping, dataset };
    store.applyUnlocked(startLoading, csv);
    return showRows(source, rows.rejections, turn, context);
  }
  const loaded = readText(text, name);
  if (!loaded.ok) return fail(context, loaded.problem);
  store.applyUnlocked(receiveDataset, loaded.dataset, [...loaded.rejections, ...(turn.reader?.rejections ?? [])], view);
  return shown(turn, context);
}

/** The address of a file beside another. */
function besides(address: string, other: string): string {
  const base = URL.canParse(other, location.href) ? new URL(other, location.href).href : location.href;
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}

async function showColumns(columns: EventColumns, turn: Turn, context: LoaderContext): Promise<void> {
  const { store, view, prepare } = context;
  const show = ({ table, rejections }: ColumnTable): void => {
    store.applyUnlocked(receiveTable, table, [...rejections, ...(turn.reader?.rejections ?? [])], view);
    shown(turn, context);
  };
  if (columns.start.length <= ROWS_A_STEP) return show(runToEnd(columnTableSteps(columns)));
  const slices = makeSlices({ signal: turn.signal });
  const made = await slices.run(columnTableSteps(columns));
  for (const one of prepare) {
    await slices.breathe();
    const steps = one(made.table);
    if (steps !== undefined) await slices.run(steps);
  }
  await slices.breathe();
  return show(made);
}

async function showRows(source: RowsSource, rejections: readonly Rejection[], turn: Turn, context: LoaderContext): Promise<void> {
  const { store, view, translate, prepare } = context;
  let last: TimelineState | undefined;
  // Before anything has come: it can be stopped from the start.
  store.applyUnlocked(tellProgress, { done: undefined, rows: 0 });
  const show = ({ table, rejections: faults }: ColumnTable): void => {
    const all = [...rejections, ...faults, ...(turn.reader?.rejections ?? [])];
    if (last === undefined || isUntouched(store.getState(), last)) {
      store.applyUnlocked(receivePart, table, all, view);
      shown(turn, context);
      last = store.getState();
    } else {
      store.applyUnlocked(growTable, table, all);
    }
  };
  const outcome = await loadRows(source, {
    translate, prepare, signal: turn.signal, stop: turn.stop.signal,
    onProgress: (progress) => store.applyUnlocked(tellProgress, progress),
    onPart: show,
  });
  // A failure with nothing of the file on screen leaves there what was; else all that came takes the place of its first part.
  if (outcome.made !== undefined && (outcome.end !== 'failed' || last !== undefined)) show(outcome.made);
  if (outcome.end === 'whole') store.applyUnlocked(endLoading);
  else if (outcome.end === 'stopped') store.applyUnlocked(stopLoading, source.name, outcome.made === undefined ? 0 : outcome.rows);
  else fail(context, outcome.problem);
}

/** Whether a reader has left the view as it was shown: then the whole opens as if it had come at once. */
function isUntouched(now: TimelineState, then: TimelineState): boolean {
  return (['window', 'scale', 'group', 'laneOrder', 'expanded', 'filter', 'selected', 'panel', 'pinned'] as const).every((field) => now[field] === then[field]);
}

/** Lays the reader's view of the address over what was just received, and gives the page its title. */
function shown({ reader }: Turn, { store, address }: LoaderContext): void {
  if (address) document.title = store.getState().dataset?.title ?? '';
  if (reader !== undefined) store.applyUnlocked((state) => ({ ...applyShared(state, reader.reader), past: [] }));
}

function fail({ store }: LoaderContext, problem: LoadProblem): void {
  store.applyUnlocked(failLoading, problem);
}
