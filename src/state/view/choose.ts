import { ordinalsOf } from '../query/ordinals';
import { MAX_PINNED } from './timeline-state';
import type { Panel, TimelineState } from './timeline-state';

/** Selects an event and opens its panel; undefined selects nothing, and an event's panel becomes the summary. */
export function chooseEvent(state: TimelineState, id: string | undefined): TimelineState {
  if (id === undefined) {
    if (state.selected === undefined) return state;
    return { ...state, selected: undefined, panel: state.panel.kind === 'event' ? { kind: 'summary' } : state.panel };
  }
  if (!hasEvent(state, id)) return state;
  if (state.selected === id && state.panel.kind === 'event' && state.panelOpen) return state;
  return { ...state, selected: id, panel: { kind: 'event' }, panelOpen: true };
}

/** Opens an actor's panel; the selected event stays selected. */
export function chooseActor(state: TimelineState, id: string): TimelineState {
  return hasActor(state, id) ? openPanel(state, { kind: 'actor', actor: id }) : state;
}

/** Opens the panel of what two actors share; an actor and itself are no pair. */
export function choosePair(state: TimelineState, a: string, b: string): TimelineState {
  return a !== b && hasActor(state, a) && hasActor(state, b)
    ? openPanel(state, { kind: 'pair', actors: [a, b] })
    : state;
}

/** Back to the selected event's panel; nothing without a selected event. */
export function showEvent(state: TimelineState): TimelineState {
  return state.selected === undefined ? state : openPanel(state, { kind: 'event' });
}

/** Back to the dataset's summary, with nothing selected. A folded panel stays folded. */
export function showSummary(state: TimelineState): TimelineState {
  if (state.selected === undefined && state.panel.kind === 'summary') return state;
  return { ...state, selected: undefined, panel: { kind: 'summary' } };
}

/** Unfolds or folds the details panel; what it shows stays. */
export function setPanelOpen(state: TimelineState, open: boolean): TimelineState {
  return state.panelOpen === open ? state : { ...state, panelOpen: open };
}

/**
 * Puts an actor into the tray for comparing; nothing when it is there or MAX_PINNED are (nobody's pin is dropped in
 * silence).
 */
export function pinActor(state: TimelineState, id: string): TimelineState {
  if (!hasActor(state, id) || state.pinned.includes(id) || state.pinned.length >= MAX_PINNED) return state;
  return { ...state, pinned: [...state.pinned, id] };
}

/** Takes an actor out of the tray. */
export function unpinActor(state: TimelineState, id: string): TimelineState {
  return state.pinned.includes(id) ? { ...state, pinned: state.pinned.filter((pinned) => pinned !== id) } : state;
}

/** The event under the pointer; undefined for none. */
export function hoverEvent(state: TimelineState, id: string | undefined): TimelineState {
  if (state.hover.event === id || (id !== undefined && !hasEvent(state, id))) return state;
  return { ...state, hover: { ...state.hover, event: id } };
}

/** The actor under the pointer; undefined for none. */
export function hoverActor(state: TimelineState, id: string | undefined): TimelineState {
  if (state.hover.actor === id || (id !== undefined && !hasActor(state, id))) return state;
  return { ...state, hover: { ...state.hover, actor: id } };
}

function openPanel(state: TimelineState, panel: Panel): TimelineState {
  return state.panelOpen && samePanel(state.panel, panel) ? state : { ...state, panel, panelOpen: true };
}

function samePanel(a: Panel, b: Panel): boolean {
  if (a.kind === 'actor' && b.kind === 'actor') return a.actor === b.actor;
  if (a.kind === 'pair' && b.kind === 'pair') return a.actors[0] === b.actors[0] && a.actors[1] === b.actors[1];
  return a.kind === b.kind;
}

function hasEvent(state: TimelineState, id: string): boolean {
  return state.table?.rowOf(id) !== undefined;
}

function hasActor(state: TimelineState, id: string): boolean {
  return state.table !== undefined && ordinalsOf(state.table).actors.has(id);
}
