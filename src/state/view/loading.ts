import { memoByObject } from '../../base/memo';
import type { Dataset, WholeDataset } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { NO_FILTER } from '../../model/filter';
import { timeSpan } from '../../model/dates/instant';
import type { TimeSpan } from '../../model/dates/instant';
import type { Rejection } from '../../model/rejection';
import { applyViewParams } from '../address/apply-view-params';
import type { ViewParams } from '../address/view-params';
import { EMPTY_STATE } from './timeline-state';
import type { LoadProblem } from '../../model/load-problem';
import type { LoadProgress, TimelineState } from './timeline-state';
import { rememberView } from './history';
import { makeEventTable } from '../../model/table-builder';

/** A dataset has been asked for (`source`: file name or address); what is on screen stays. */
export function startLoading(state: TimelineState, source: string): TimelineState {
  return { ...state, loading: { phase: 'loading', source } };
}

/** The dataset could not be had; what is on screen stays. */
export function failLoading(state: TimelineState, problem: LoadProblem): TimelineState {
  return { ...state, loading: { phase: 'failed', problem } };
}

/** How far the file is that is loading; nothing where none is. */
export function tellProgress(state: TimelineState, progress: LoadProgress): TimelineState {
  const { loading } = state;
  return loading.phase === 'loading' ? { ...state, loading: { ...loading, progress } } : state;
}

/** The reader stopped it after so many rows, which are on screen if there are any; else what was there before. */
export function stopLoading(state: TimelineState, source: string, rows: number): TimelineState {
  return { ...state, loading: { phase: 'stopped', source, rows } };
}

/**
 * Shows a dataset in its opening view with `view` laid over it. Choices made in a former dataset are gone; whether
 * the panel is open, timeline or list, and the list's order stay. Ids of `view` that the dataset hasn't got are
 * rejections.
 */
export function receiveDataset(
  state: TimelineState,
  dataset: WholeDataset,
  rejections: readonly Rejection[],
  view: ViewParams = {},
): TimelineState {
  return receiveTable(state, tableOf(dataset), rejections, view);
}

/** The same for a dataset that is columns already. */
export function receiveTable(
  state: TimelineState,
  table: EventTable,
  rejections: readonly Rejection[],
  view: ViewParams = {},
): TimelineState {
  const opened = resetView({
    ...state,
    dataset: table.dataset,
    table,
    datasetIds: [],
    rejections,
    loading: { phase: 'ready' },
  });
  return applyViewParams(opened, view);
}

/**
 * Lays a part of a view (of an address or a host page) over the one on screen; one step of undo. Nothing before there
 * is a dataset.
 */
export function takeViewParams(state: TimelineState, view: ViewParams): TimelineState {
  return state.table === undefined ? state : applyViewParams(rememberView(state), view);
}

/** The dataset's opening view: nothing chosen, filtered, pinned or to undo. */
export function resetView(state: TimelineState): TimelineState {
  const { dataset, table } = state;
  const opening = dataset?.opening;
  return {
    ...state,
    window: table === undefined ? undefined : openingWindow(dataset, table),
    scale: opening?.scale ?? EMPTY_STATE.scale,
    group: opening?.group ?? EMPTY_STATE.group,
    laneOrder: EMPTY_STATE.laneOrder,
    expanded: opening?.expanded,
    filter: NO_FILTER,
    selected: undefined,
    panel: EMPTY_STATE.panel,
    pinned: [],
    hover: EMPTY_STATE.hover,
    past: [],
  };
}

/** As a new reader finds it: beside what `resetView` resets, what a reader keeps from dataset to dataset. */
export function freshView(state: TimelineState): TimelineState {
  const { sort, view, panelOpen } = EMPTY_STATE;
  return { ...resetView(state), sort, view, panelOpen };
}

/** A side that the author leaves open is the table's own end; an opening that is empty then is none. */
function openingWindow(dataset: Dataset | undefined, table: EventTable): TimeSpan | undefined {
  const { from, to } = dataset?.opening ?? {};
  if (from === undefined && to === undefined) return undefined;
  const window = timeSpan(from ?? table.extent.start, to ?? table.extent.end);
  return window.start < window.end ? window : undefined;
}

/** The columns of a dataset, made at the first call and kept as long as the dataset is. O(n log n) once. */
export const tableOf = memoByObject((dataset: WholeDataset): EventTable => makeEventTable(dataset));
