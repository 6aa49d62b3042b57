import type { EventColumns } from '../model/event-columns';
import type { LoadProblem } from '../model/load-problem';
import { sameViewParams, viewParamsOf } from '../state/address/address';
import type { ThemeName, ViewParams } from '../state/address/view-params';
import { chooseEvent } from '../state/view/choose';
import { takeViewParams } from '../state/view/loading';
import type { TimelineStore } from '../state/view/store';
import { EMPTY_STATE } from '../state/view/timeline-state';
import type { TimelineState } from '../state/view/timeline-state';
import type { ChartControl } from '../ui/context/chart-control';
import type { HeightMode } from '../ui/context/page-settings';
import type { AppearanceStore } from './appearance';
import type { DatasetLoader } from './loading/dataset-loader';
import type { LoadedSource, RowsSource } from './loading/dataset-source';
import { viewOf } from './view-request';
import type { ViewRequest } from './view-request';

export interface TimelineEvents {
  readonly ready: undefined;
  readonly state: ViewParams;
  readonly select: string | undefined;
  readonly error: LoadProblem;
}

/** What a mounted timeline can be told and asked. The element and the message protocol carry exactly these. */
export interface TimelineHandle {
  /** The view on screen, in the words of the address. */
  readonly getState: () => Required<ViewParams>;
  /** Lays a part of the view over the one on screen; what isn't named stays. One step of undo. */
  readonly setState: (partial: ViewRequest) => void;
  /** Chooses an event by id; undefined lets go. An unknown id changes nothing. */
  readonly select: (id: string | undefined) => void;
  /** Light, dark, high contrast (light or dark with the system), or all as the system says. */
  readonly setTheme: (theme: ThemeName) => void;
  /** Fills the room that it has (`--dt-height`, else the window), or is as high as its content. */
  readonly setHeight: (height: HeightMode) => void;
  /**
   * Replaces the dataset: by a JSON text (shown at once), by events as typed arrays, or by the rows of a CSV. Resolves
   * when it is there or can't be used, in which case what is on screen stays; `name` is what a reader calls a text.
   * Columns that don't fit together are the caller's mistake and reject it.
   */
  readonly setDataset: (data: string | EventColumns | RowsSource, name?: string) => Promise<void>;
  /** Resolves when what was set so far is on screen. */
  readonly whenPainted: () => Promise<void>;
  /** Returns how to stop listening. */
  readonly on: <Name extends keyof TimelineEvents>(
    name: Name,
    listener: (detail: TimelineEvents[Name]) => void,
  ) => () => void;
  readonly destroy: () => void;
}

/** That a timeline has failed as a whole, whatever was the matter with its data. */
export interface Faults {
  /** The latest. */
  readonly last: () => { readonly error: unknown } | undefined;
  /** Calls back for each; returns how to stop listening. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** What a handle is made of. */
export interface HandledTimeline {
  readonly faults: Faults;
  readonly store: TimelineStore;
  readonly appearance: AppearanceStore;
  readonly control: ChartControl;
  readonly loader: DatasetLoader;
  readonly destroy: () => void;
}

export function createHandle({ store, appearance, control, loader, faults, destroy }: HandledTimeline): TimelineHandle {
  return {
    getState: () => viewParamsOf(store.getState()),
    setState: (partial) => store.applyUnlocked(layOver, viewOf(partial)),
    select: (id) => store.apply(chooseEvent, id),
    setTheme: (theme) => appearance.set({ theme }),
    setHeight: (height) => appearance.set({ height }),
    setDataset: (data, name = 'dataset') => loader.replace(sourceOf(data, name)),
    whenPainted: control.whenPainted,
    on: (name, listener) => {
      const stop = listen(store, name, listener);
      if (name !== 'error') return stop;
      const stopFaults = listenToFaults(faults, store, listener as (problem: LoadProblem) => void);
      return () => {
        stop();
        stopFaults();
      };
    },
    destroy,
  };
}

/**
 * As `takeViewParams`; a view that is on screen already changes nothing, so that two timelines that follow each other
 * come to rest.
 */
function layOver(state: TimelineState, view: ViewParams): TimelineState {
  const next = takeViewParams(state, view);
  return next.rejections === state.rejections && sameViewParams(next, state) ? state : next;
}

function sourceOf(data: string | EventColumns | RowsSource, name: string): LoadedSource {
  if (typeof data === 'string') return { kind: 'text', text: data, name };
  return 'kind' in data ? data : { kind: 'columns', columns: data };
}

function listenToFaults(faults: Faults, store: TimelineStore, listener: (problem: LoadProblem) => void): () => void {
  const tell = () => {
    const error = faults.last()?.error;
    const detail = error instanceof Error ? error.message : String(error);
    listener({ kind: 'broken', source: store.getState().dataset?.title ?? '', detail });
  };
  if (faults.last() !== undefined) queueMicrotask(tell);
  return faults.subscribe(tell);
}

function listen<Name extends keyof TimelineEvents>(
  store: TimelineStore,
  name: Name,
  listener: (detail: TimelineEvents[Name]) => void,
): () => void {
  const tell = listener as (detail: unknown) => void;
  // A text at hand is read before anybody can listen: who comes late to these two is told all the same.
  const missed = newsOf(name, store.getState(), EMPTY_STATE);
  if (missed !== undefined && (name === 'ready' || name === 'error')) queueMicrotask(() => tell(missed.detail));
  return store.subscribe((state, before) => {
    const news = newsOf(name, state, before);
    if (news !== undefined) tell(news.detail);
  });
}

/** What a step from one state to the next has to tell; undefined where nothing of this kind has happened. */
function newsOf(
  name: keyof TimelineEvents,
  state: TimelineState,
  before: TimelineState,
): { readonly detail: TimelineEvents[keyof TimelineEvents] } | undefined {
  const { dataset, selected, loading } = state;
  switch (name) {
    case 'ready':
      return dataset === undefined || dataset === before.dataset ? undefined : { detail: undefined };
    case 'select':
      return selected === before.selected ? undefined : { detail: selected };
    case 'error':
      return loading === before.loading || loading.phase !== 'failed' ? undefined : { detail: loading.problem };
    case 'state':
      return sameViewParams(state, before) ? undefined : { detail: viewParamsOf(state) };
  }
}
