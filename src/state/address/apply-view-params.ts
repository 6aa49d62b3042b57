import { NO_FILTER } from '../../model/filter';
import type { Filter } from '../../model/filter';
import type { EventTable } from '../../model/event-table';
import { timeSpan } from '../../model/dates/instant';
import type { TimeSpan } from '../../model/dates/instant';
import type { Rejection } from '../../model/rejection';
import { ordinalsOf } from '../query/ordinals';
import { addressRejection } from './address-rejection';
import type { ViewParam, ViewParams } from './view-params';
import { MAX_PINNED } from '../view/timeline-state';
import type { Panel, TimelineState } from '../view/timeline-state';

/** Groups of lanes that are no country (timeline-state.ts, `expanded`). */
const LANE_GROUPS: ReadonlySet<string> = new Set(['bodies', 'armed-groups', 'others', 'mentioned']);

/** The ids a dataset knows, and where those it doesn't are reported. */
interface KnownIds {
  readonly event: (field: ViewParam, id: string) => boolean;
  readonly actor: (field: ViewParam, id: string) => boolean;
  readonly country: (field: ViewParam, id: string) => boolean;
  readonly group: (field: ViewParam, id: string) => boolean;
}

/**
 * The state with a part of a view over it, without a step of undo. Unknown ids are left out and noted, each once, in
 * `rejections`.
 */
export function applyViewParams(state: TimelineState, params: ViewParams): TimelineState {
  const { table } = state;
  if (table === undefined) return state;
  const found: Rejection[] = [];
  const known = knownIds(state, table, found);
  const next: TimelineState = {
    ...state,
    window: windowOf(state, table, params, found),
    scale: params.scale ?? state.scale,
    group: params.group ?? state.group,
    laneOrder: params.order ?? state.laneOrder,
    expanded: expandedOf(state, params, known),
    filter: filterOf(state.filter, params, known),
    ...chosenOf(state, params, known),
    pinned: params.compare?.filter((id) => known.actor('compare', id)).slice(0, MAX_PINNED) ?? state.pinned,
    sort: params.sort ?? state.sort,
    view: params.view ?? state.view,
  };
  return { ...next, rejections: withNew(state.rejections, found) };
}

function windowOf(
  state: TimelineState,
  table: EventTable,
  params: ViewParams,
  found: Rejection[],
): TimeSpan | undefined {
  const { from, to } = params;
  if (from === undefined && to === undefined) return state.window;
  if ((from ?? null) === null && (to ?? null) === null) return undefined;
  const start = from === undefined ? state.window?.start : from;
  const end = to === undefined ? state.window?.end : to;
  const window = timeSpan(start ?? table.extent.start, end ?? table.extent.end);
  if (window.start < window.end) return window;
  found.push(addressRejection('to', `${window.start} to ${window.end}`, 'an end after the start', 'noted'));
  return state.window;
}

function expandedOf(state: TimelineState, params: ViewParams, known: KnownIds): readonly string[] | undefined {
  if (params.expanded === undefined) return state.expanded;
  return params.expanded?.filter((id) => known.group('expanded', id));
}

function filterOf(filter: Filter, params: ViewParams, known: KnownIds): Filter {
  return {
    countries: params.countries?.filter((id) => known.country('countries', id)) ?? filter.countries,
    actors: params.actors?.filter((id) => known.actor('actors', id)) ?? filter.actors,
    types: params.types ?? filter.types,
    tones: params.tones ?? filter.tones,
    roles: params.roles?.length === 0 ? NO_FILTER.roles : (params.roles ?? filter.roles),
    match: params.match ?? filter.match,
    text: params.q ?? filter.text,
  };
}

/**
 * A pair's panel is preferred to an actor's, an actor's to the event's, as the reader whose address it is last opened it
 * over the other.
 */
function chosenOf(
  state: TimelineState,
  params: ViewParams,
  known: KnownIds,
): Pick<TimelineState, 'selected' | 'panel'> {
  const { event, actor, pair } = params;
  if (event === undefined && actor === undefined && pair === undefined)
    return { selected: state.selected, panel: state.panel };
  const selected = selectedOf(state, params, known);
  const base: Panel = selected === undefined ? { kind: 'summary' } : { kind: 'event' };
  if (pair && pair[0] !== pair[1] && [...pair].every((id) => known.actor('pair', id)))
    return { selected, panel: { kind: 'pair', actors: pair } };
  if (actor && known.actor('actor', actor)) return { selected, panel: { kind: 'actor', actor } };
  const keepsPanel =
    (state.panel.kind === 'pair' && pair === undefined) || (state.panel.kind === 'actor' && actor === undefined);
  return { selected, panel: keepsPanel && !event ? state.panel : base };
}

function selectedOf(state: TimelineState, { event }: ViewParams, known: KnownIds): string | undefined {
  if (event === undefined) return state.selected;
  return event !== null && known.event('event', event) ? event : undefined;
}

function knownIds(state: TimelineState, table: EventTable, found: Rejection[]): KnownIds {
  const { actors, countries } = ordinalsOf(table);
  const noted = (known: boolean, field: ViewParam, id: string, what: string): boolean => {
    if (!known) found.push(addressRejection(field, id, `${what} of this dataset`, 'noted'));
    return known;
  };
  const isGroup = (id: string): boolean =>
    LANE_GROUPS.has(id) ||
    countries.has(id) ||
    (state.dataset?.actors.some((actor) => actor.countries.includes(id)) ?? false);
  return {
    event: (field, id) => noted(table.rowOf(id) !== undefined, field, id, 'an event'),
    actor: (field, id) => noted(actors.has(id), field, id, 'an actor'),
    country: (field, id) => noted(countries.has(id), field, id, 'a country'),
    group: (field, id) => noted(isGroup(id), field, id, 'a group of lanes'),
  };
}

function withNew(rejections: readonly Rejection[], found: readonly Rejection[]): readonly Rejection[] {
  const fresh = found.filter(
    (one) =>
      !rejections.some((other) => other.where === one.where && other.field === one.field && other.found === one.found),
  );
  return fresh.length === 0 ? rejections : [...rejections, ...fresh];
}
