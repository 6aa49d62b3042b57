import type { Translate } from '../base/translate';
import { takeViewParams, failLoading } from '../state/view/loading';
import type { ViewParams } from '../state/address/view-params';
import type { TimelineStore } from '../state/view/store';
import type { LoadProblem } from '../state/view/timeline-state';
import type { readAddress } from './sync-address';

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
  readonly reader: ReturnType<typeof readAddress> | undefined;
}

/** Lays the reader's view of the address over what was just received, and gives the page its title. */
export function shown({ reader }: Turn, { store, address }: LoaderContext): void {
  if (address) document.title = store.getState().dataset?.title ?? '';
  if (reader !== undefined) store.applyUnlocked((state) => ({ ...takeViewParams(state, reader.reader), past: [] }));
}

/** Tells a reader why there is nothing new; what is on screen stays. */
export function fail({ store }: LoaderContext, problem: LoadProblem): void {
  store.applyUnlocked(failLoading, problem);
}
