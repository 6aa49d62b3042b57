import type { DatasetInput } from '../model/dataset-input';
import type { EventColumns } from '../model/event-columns';
import type { LoadProblem } from '../model/load-problem';
import { PAGE_OPTIONS, sameViewParams, viewParamsOf } from '../state/address/address';
import { oneOf } from '../state/address/codecs';
import type { Codec } from '../state/address/codecs';
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
import type { RowsSource } from './loading/dataset-source';
import { makeGathered } from './gathered';
import { makeToldDataset } from './told-dataset';
import { makeHostProblems } from './host-problems';
import type { HostProblem, HostProblems } from './host-problems';
import { hostFault } from '../state/address/host-fields';
import type { HostFault } from '../state/address/host-fields';
import { hostMistake, viewFromHost, wordFromHost } from '../state/address/host-view';
import type { ViewRequest } from '../state/address/host-view';
import { sourceFromHost } from './loading/host-source';

export interface TimelineEvents {
  readonly ready: undefined;
  readonly state: ViewParams;
  readonly select: string | undefined;
  readonly error: LoadProblem | HostProblem;
  /** The reader has edited it, where that is allowed: all of it, as `getDataset` gives it. */
  readonly dataset: DatasetInput;
}

/**
 * What a mounted timeline can be told and asked. The element and the message protocol carry exactly these. What can't be
 * used of what it is told is left out, given back, and told to whoever listens to `error`. After `destroy` all of it may
 * still be called, and does nothing.
 */
export interface TimelineHandle {
  /** The view on screen, in the words of the address. */
  readonly getState: () => Required<ViewParams>;
  /**
   * Lays a part of the view over the one on screen; what isn't named stays, null is as if nothing were said. One step of
   * undo. Before there is a dataset, and while another is coming, it waits for that, and so does `select`.
   */
  readonly setState: (partial: ViewRequest) => readonly HostFault[];
  /** Chooses an event by id; undefined or null lets go. An unknown id changes nothing. */
  readonly select: (id: string | null | undefined) => readonly HostFault[];
  /** Light, dark, high contrast (light or dark with the system), or all as the system says. */
  readonly setTheme: (theme: ThemeName) => readonly HostFault[];
  /** Fills the room that it has (`--dt-height`, else the window), or is as high as its content. */
  readonly setHeight: (height: HeightMode) => readonly HostFault[];
  /**
   * Replaces the dataset: by one as an object or a text (shown at once), by events as typed arrays, or by the rows of a
   * CSV. Resolves when it is there: true; or when it can't be used, in which case what is on screen stays, another was
   * set meanwhile, or the timeline is gone: false. `name` is what a reader calls a text. What is no dataset at all, and
   * columns that don't fit together, are the caller's mistake and reject it.
   */
  readonly setDataset: (data: string | object | EventColumns | RowsSource, name?: string) => Promise<boolean>;
  /**
   * The dataset on screen with whatever its reader has edited, in the form that `setDataset` takes (docs/data.md); undefined
   * where there is none. A fresh object each time.
   */
  readonly getDataset: () => Promise<DatasetInput | undefined>;
  /**
   * Resolves when what was set so far is on screen: true. Where it can't be seen (a tab behind, an element without room
   * or out of the page, after `destroy`): false, soon; it is painted when it is seen.
   */
  readonly whenPainted: () => Promise<boolean>;
  /** Returns how to stop listening. Throws a TypeError for a name that isn't one, or what isn't a function. */
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
  /** Calls back at each edit of the reader's. */
  readonly edits: { readonly subscribe: (onEdit: () => void) => () => void };
  /** Takes away what is drawn, or draws it again, as the store has it. */
  readonly setDrawn: (isDrawn: boolean) => void;
  readonly destroy: () => void;
}

/** What decides how high a timeline is. */
export const HEIGHT: Codec<HeightMode> = oneOf(['fill', 'content'] as const);
/** As the message protocol has it. */
const MOST_ID_LENGTH = 500;
const NO_FAULTS: readonly HostFault[] = [];

export function createHandle(
  { store, appearance, control, loader, faults, edits, destroy }: HandledTimeline,
  problems: HostProblems = makeHostProblems(),
): TimelineHandle {
  const stops = new Set<() => void>();
  const told = makeToldDataset(store, edits);
  let isGone = false;
  const gathered = makeGathered();
  /** What is on screen while another dataset is coming. */
  let outgoing: { readonly dataset: unknown } | undefined;
  const act = () => {
    const { table, dataset } = store.getState();
    if (isGone || table === undefined || (outgoing !== undefined && outgoing.dataset === dataset)) return;
    const { view, select } = gathered.take();
    if (view !== undefined) store.applyUnlocked(layOver, view);
    if (select !== undefined) store.apply(chooseEvent, select.id);
  };
  const setDataset = async (...[data, name]: Parameters<TimelineHandle['setDataset']>) => {
    if (isGone) return false;
    const source = sourceFromHost('setDataset', data, name);
    const mine = { dataset: store.getState().dataset };
    outgoing = mine;
    try {
      return await loader.replace(source);
    } finally {
      if (outgoing === mine) outgoing = undefined;
      act();
    }
  };
  // After those who are told that the dataset is there: they hear of that first.
  const stopActing = store.subscribe(() => queueMicrotask(act));
  /** Does something with a word, unless it is none. */
  const withWord = <Word extends string>(source: string, word: Word | HostFault, take: (word: Word) => void) => {
    if (isGone) return NO_FAULTS;
    if (typeof word !== 'string') return problems.report(source, [word]);
    take(word);
    return NO_FAULTS;
  };
  return {
    getState: () => viewParamsOf(store.getState()),
    setState: (partial) => {
      if (isGone) return NO_FAULTS;
      const view = viewFromHost(partial);
      if (Object.keys(view.values).length > 0) gathered.view(view.values);
      act();
      return problems.report('setState', view.faults);
    },
    select: (id: unknown) => {
      if (isGone) return NO_FAULTS;
      const isId = typeof id === 'string' && id !== '' && id.length <= MOST_ID_LENGTH;
      if (!isId && id !== null && id !== undefined)
        return problems.report('select', [hostFault('id', id, 'the id of an event, or null')]);
      gathered.select(isId ? id : undefined);
      act();
      return NO_FAULTS;
    },
    setTheme: (theme: unknown) =>
      withWord('setTheme', wordFromHost('theme', theme ?? 'auto', PAGE_OPTIONS.theme), (word) =>
        appearance.set({ theme: word }),
      ),
    setHeight: (height: unknown) =>
      withWord('setHeight', wordFromHost('height', height ?? 'fill', HEIGHT), (word) =>
        appearance.set({ height: word }),
      ),
    setDataset,
    getDataset: () => (isGone ? Promise.resolve(undefined) : told.get()),
    whenPainted: control.whenPainted,
    on: (name, listener) => {
      checkListener(name, listener);
      if (isGone) return () => undefined;
      const stopAll = [listen(store, name, (detail) => (isGone ? undefined : listener(detail)))];
      if (name === 'error') {
        const tell = listener as (problem: TimelineEvents['error']) => void;
        stopAll.push(
          problems.subscribe((problem) => tell(problem)),
          listenToFaults(faults, store, (problem) => (isGone ? undefined : tell(problem))),
        );
      }
      if (name === 'dataset') stopAll.push(told.subscribe(listener as (dataset: TimelineEvents['dataset']) => void));
      const stop = () => {
        for (const each of stopAll) each();
        stops.delete(stop);
      };
      stops.add(stop);
      return stop;
    },
    destroy: () => {
      if (isGone) return;
      isGone = true;
      stopActing();
      for (const stop of stops) stop();
      problems.clear();
      destroy();
    },
  };
}

const EVENTS: Readonly<Record<keyof TimelineEvents, true>> = {
  ready: true,
  state: true,
  select: true,
  error: true,
  dataset: true,
};

function checkListener(name: string, listener: unknown): void {
  if (!Object.hasOwn(EVENTS, name))
    throw hostMistake('on', hostFault('name', name, `one of ${Object.keys(EVENTS).join(', ')}`));
  if (typeof listener !== 'function') throw hostMistake('on', hostFault('listener', listener, 'a function'));
}

/**
 * As `takeViewParams`; a view that is on screen already changes nothing, so that two timelines that follow each other
 * come to rest.
 */
function layOver(state: TimelineState, view: ViewParams): TimelineState {
  const next = takeViewParams(state, view);
  return next.rejections === state.rejections && sameViewParams(next, state) ? state : next;
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
  let isOver = false;
  if (missed !== undefined && (name === 'ready' || name === 'error'))
    queueMicrotask(() => (isOver ? undefined : tell(missed.detail)));
  const stop = store.subscribe((state, before) => {
    const news = newsOf(name, state, before);
    if (news !== undefined) tell(news.detail);
  });
  return () => {
    isOver = true;
    stop();
  };
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
    case 'dataset':
      return undefined;
    case 'state':
      return sameViewParams(state, before) ? undefined : { detail: viewParamsOf(state) };
  }
}
