import { CodeMissing } from '../../base/lazy-code';
import type { Translate } from '../../base/translate';
import type { ColumnTable } from '../../model/table-of-columns';
import type { LoadProblem } from '../../model/load-problem';
import type { Rejection } from '../../model/rejection';
import type { ViewParams } from '../../state/address/view-params';
import { failLoading, takeViewParams } from '../../state/view/loading';
import type { TimelineStore } from '../../state/view/store';
import type { TimelineState } from '../../state/view/timeline-state';
import type { readAddress } from '../address-bar';

export interface LoaderContext {
  readonly store: TimelineStore;
  readonly translate: Translate;
  /** The author's view, laid over every dataset's own. */
  readonly view: ViewParams;
  /** Whether the page's address holds a reader's view, and the page takes the dataset's title. */
  readonly address: boolean;
}

/** One load: what ends it, and what is to lie over what it shows. */
export interface Turn {
  readonly isLast: () => boolean;
  readonly signal: AbortSignal;
  readonly stop: AbortController;
  /** Ends what has to be known before there is anything to show: aborted with `signal` and with `stop`. */
  readonly survey: AbortSignal;
  readonly reader: ReturnType<typeof readAddress> | undefined;
  /** Somebody has looked at the plan before: what is open in it they know. */
  readonly isAsked: boolean;
}

/** How a dataset, or its first part, takes the place of what is on screen. */
type Receive = (
  state: TimelineState,
  table: ColumnTable['table'],
  rejections: readonly Rejection[],
  view: ViewParams,
) => TimelineState;

/**
 * Shows a table as `receive` does, lays the reader's view of the address over it, and gives the page its title.
 */
export function show(
  { table, rejections }: ColumnTable,
  receive: Receive,
  { reader }: Turn,
  { store, view, address }: LoaderContext,
): void {
  store.applyUnlocked(receive, table, [...rejections, ...(reader?.rejections ?? [])], view);
  if (address) document.title = table.dataset.title;
  if (reader !== undefined) store.applyUnlocked((state) => ({ ...takeViewParams(state, reader.reader), past: [] }));
}

/** Tells a reader why there is nothing new; what is on screen stays. */
export function fail({ store }: LoaderContext, problem: LoadProblem): void {
  store.applyUnlocked(failLoading, problem);
}

/**
 * What a reader is told where something was thrown on the way: a part of the program can't be had, or our own code has
 * failed, which the console hears of as well.
 */
export function thrownProblem(error: unknown, source: string): LoadProblem {
  if (error instanceof CodeMissing) return { kind: 'no-code', source, detail: error.message };
  console.error(error);
  return { kind: 'broken', source, detail: error instanceof Error ? error.message : String(error) };
}
