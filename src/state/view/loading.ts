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
import type { TimelineState, LoadProgress, Panel, ViewSnapshot } from './timeline-state';
import { rememberView } from './history';
import { makeEventTable } from '../../model/table-builder';
import type { Filter } from '../../model/filter';

/** A dataset has been asked for (`source`: file name or address); what is on screen stays. */
export function startLoading(state: TimelineState, source: string): TimelineState {
  return { ...state, loading: { phase: 'loading', source } };
}

/** The dataset could not be had; what is on screen stays. */
export function failLoading(state: TimelineState, problem: LoadProblem): TimelineState {
  return { ...state, loading: { phase: 'failed', problem } };
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

/** A side that the author leaves open is the table's own end; an opening that is empty then is none. */
function openingWindow(dataset: Dataset | undefined, table: EventTable): TimeSpan | undefined {
  const { from, to } = dataset?.opening ?? {};
  if (from === undefined && to === undefined) return undefined;
  const window = timeSpan(from ?? table.extent.start, to ?? table.extent.end);
  return window.start < window.end ? window : undefined;
}

/** The columns of a dataset, made at the first call and kept as long as the dataset is. O(n log n) once. */
export const tableOf = memoByObject((dataset: WholeDataset): EventTable => makeEventTable(dataset));

/** How far the file is that is loading; nothing where none is. */
export function tellProgress(state: TimelineState, progress: LoadProgress): TimelineState {
  const { loading } = state;
  return loading.phase === 'loading' ? { ...state, loading: { ...loading, progress } } : state;
}

/** Shows what has come of a dataset as `receiveTable` does, while the rest is still loading. */
export function receivePart(
  state: TimelineState,
  table: EventTable,
  rejections: readonly Rejection[],
  view: ViewParams = {},
): TimelineState {
  const { loading } = state;
  return { ...receiveTable(state, table, rejections, view), loading };
}

/** Whether two states differ in how far a load is, and in nothing that is drawn. */
export function differInLoadingOnly(a: TimelineState, b: TimelineState): boolean {
  const fields = Object.keys(a) as (keyof TimelineState)[];
  return a.loading !== b.loading && fields.every((field) => field === 'loading' || a[field] === b[field]);
}

/**
 * Puts a table in the place of another that is a part of it. What the reader has chosen meanwhile stays: the view and
 * its undo, filters, selection, panel and pins, as far as their ids are in the new table. Loading goes on; whoever
 * knows that it is over says so.
 */
export function growTable(state: TimelineState, table: EventTable, rejections: readonly Rejection[]): TimelineState {
  const known: Known = {
    actors: new Set(table.actors),
    countries: new Set(table.countries),
    hasEvent: (id) => table.rowOf(id) !== undefined,
  };
  const selected = state.selected !== undefined && known.hasEvent(state.selected) ? state.selected : undefined;
  const { hover } = state;
  return {
    ...state,
    dataset: table.dataset,
    table,
    rejections,
    selected,
    filter: knownFilter(state.filter, known),
    past: state.past.map((view): ViewSnapshot => ({ ...view, filter: knownFilter(view.filter, known) })),
    panel: knownPanel(state.panel, selected, known),
    pinned: kept(state.pinned, known.actors),
    hover: {
      event: hover.event !== undefined && known.hasEvent(hover.event) ? hover.event : undefined,
      actor: hover.actor !== undefined && known.actors.has(hover.actor) ? hover.actor : undefined,
    },
  };
}

/** The dataset is there, whole. */
export function endLoading(state: TimelineState): TimelineState {
  return { ...state, loading: { phase: 'ready' } };
}

/** The reader stopped it after so many rows, which are on screen if there are any; else what was there before. */
export function stopLoading(state: TimelineState, source: string, rows: number): TimelineState {
  return { ...state, loading: { phase: 'stopped', source, rows } };
}

interface Known {
  readonly actors: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
  readonly hasEvent: (id: string) => boolean;
}

function knownFilter(filter: Filter, { actors, countries }: Known): Filter {
  const next = { actors: kept(filter.actors, actors), countries: kept(filter.countries, countries) };
  return next.actors === filter.actors && next.countries === filter.countries ? filter : { ...filter, ...next };
}

function knownPanel(panel: Panel, selected: string | undefined, { actors }: Known): Panel {
  const isKnown =
    panel.kind === 'summary' ||
    (panel.kind === 'event' && selected !== undefined) ||
    (panel.kind === 'actor' && actors.has(panel.actor)) ||
    (panel.kind === 'pair' && panel.actors.every((actor) => actors.has(actor)));
  if (isKnown) return panel;
  return selected === undefined ? { kind: 'summary' } : { kind: 'event' };
}

/** The same list where nothing is missing. */
function kept(ids: readonly string[], known: ReadonlySet<string>): readonly string[] {
  return ids.every((id) => known.has(id)) ? ids : ids.filter((id) => known.has(id));
}
