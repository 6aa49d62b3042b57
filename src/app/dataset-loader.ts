import { CodeMissing } from '../base/lazy-code';
import { lazyWithMessages } from '../base/messages/load-messages';
import { mayBeRowsFile } from '../formats/table/rows-file-sign';
import { RARE_DATES } from '../model/dates/parse-event-date';
import { receiveDataset, startLoading } from '../state/view/loading';
import { codeProblem, fetchText, readText } from './load-dataset';
import type { Loaded, LoadedSource } from './load-dataset';
import { fail, shown } from './loading-turn';
import type { LoaderContext, Turn } from './loading-turn';
import { readAddress } from './sync-address';

/** What rows and columns need, which a page with a dataset of its own doesn't. */
const ROWS = lazyWithMessages(['faults'], () =>
  Promise.all([import('./show-rows'), RARE_DATES.load()]).then(([{ showColumns, showRows, showRowsFile }]) => ({
    showColumns,
    showRows,
    showRowsFile,
  })),
);

/** What puts datasets into a mounted timeline. What was asked for last is shown, whatever comes in last. */
export interface DatasetLoader {
  /** Begins a load of somebody else's; what it returns says whether that is still the last one asked for. */
  readonly begin: (again: () => void) => () => boolean;
  /**
   * Loads the page's first dataset; a text at hand is shown at once. Never rejects but for columns that don't fit
   * together.
   */
  readonly load: (from: LoadedSource) => Promise<void>;
  /** The same for one that a host page sets, over which no address of a reader's lies. */
  readonly replace: (from: LoadedSource) => Promise<void>;
  /** Asks once more for what was asked for last. */
  readonly again: () => void;
  /** Ends a load of rows; those that came are shown. */
  readonly cancel: () => void;
  readonly destroy: () => void;
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
    const turn: Turn = {
      isLast,
      signal: current.signal,
      stop,
      reader: isFirst && context.address ? readAddress() : undefined,
    };
    if (isFirst || from.kind === 'rows') store.applyUnlocked(startLoading, nameOf(from));
    try {
      await loadFrom(from, turn, context);
    } catch (error) {
      // Somebody asked for another, or the page is gone: nobody waits for this one.
      if (turn.signal.aborted) return;
      if (!(error instanceof CodeMissing)) throw error;
      fail(context, codeProblem(error, nameOf(from)));
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
    case 'address':
      return from.address;
    case 'columns':
      return from.columns.dataset.title;
    default:
      return from.name;
  }
}

async function loadFrom(from: LoadedSource, turn: Turn, context: LoaderContext): Promise<void> {
  switch (from.kind) {
    case 'text':
      return showText(from.text, from.name, turn, context);
    case 'address': {
      const text = await fetchText(from.address, turn.signal);
      if (!turn.isLast()) return undefined;
      return typeof text === 'string' ? showText(text, from.address, turn, context) : fail(context, text);
    }
    default: {
      const { showColumns, showRows } = await ROWS.load();
      if (!turn.isLast()) return undefined;
      return from.kind === 'rows' ? showRows(from, [], turn, context) : showColumns(from.columns, turn, context);
    }
  }
}

/**
 * Without waiting where it is a dataset itself that asks for no further code: the first picture then comes with the
 * page.
 */
function showText(text: string, name: string, turn: Turn, context: LoaderContext): Promise<void> | void {
  const loaded = mayBeRowsFile(text) ? undefined : readText(text, name, context.translate);
  return loaded === undefined || loaded instanceof Promise
    ? showLater(loaded, text, name, turn, context)
    : showLoaded(loaded, turn, context);
}

async function showLater(
  coming: Promise<Loaded> | undefined,
  text: string,
  name: string,
  turn: Turn,
  context: LoaderContext,
): Promise<void> {
  const rows = coming === undefined ? (await ROWS.load()).showRowsFile : undefined;
  if (!turn.isLast()) return;
  const showing = rows?.(text, name, turn, context);
  if (showing !== undefined) return await showing;
  const loaded = await (coming ?? readText(text, name, context.translate));
  if (turn.isLast()) showLoaded(loaded, turn, context);
}

function showLoaded(loaded: Loaded, turn: Turn, context: LoaderContext): void {
  if (!loaded.ok) return fail(context, loaded.problem);
  const { store, view } = context;
  store.applyUnlocked(receiveDataset, loaded.dataset, [...loaded.rejections, ...(turn.reader?.rejections ?? [])], view);
  shown(turn, context);
}
