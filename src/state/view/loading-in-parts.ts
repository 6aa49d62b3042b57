import type { EventTable } from '../../model/event-table';
import type { Filter } from '../../model/filter';
import type { Rejection } from '../../model/rejection';
import type { ViewParams } from '../address/view-params';
import { receiveTable } from './loading';
import type { Panel, TimelineState, ViewSnapshot } from './timeline-state';

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
