import type { TimeSpan } from '../../model/dates/instant';
import type { Filter } from '../../model/filter';
import { UNDO_STEPS } from './timeline-state';
import type { TimelineState, ViewSnapshot } from './timeline-state';

/**
 * Keeps the view as it stands for undo; nothing when the last one kept is the same. The oldest goes after UNDO_STEPS.
 */
export function rememberView(state: TimelineState): TimelineState {
  const last = state.past.at(-1);
  if (last !== undefined && sameView(last, state)) return state;
  return { ...state, past: [...state.past, snapshotOf(state)].slice(-UNDO_STEPS) };
}

/**
 * Goes back to the last view kept that differs from the one on screen; what is chosen stays. The same state when there
 * is none.
 */
export function undoView(state: TimelineState): TimelineState {
  const at = state.past.findLastIndex((view) => !sameView(view, state));
  const view = state.past[at];
  return view === undefined ? state : { ...state, ...view, past: state.past.slice(0, at) };
}

/** Whether `undoView` would change anything. */
export function canUndo(state: TimelineState): boolean {
  return state.past.some((view) => !sameView(view, state));
}

function snapshotOf({ window, scale, group, laneOrder, expanded, filter }: TimelineState): ViewSnapshot {
  return { window, scale, group, laneOrder, expanded, filter };
}

/** Whether two views show the same, whatever objects they are made of. */
export function sameView(a: ViewSnapshot, b: ViewSnapshot): boolean {
  return (
    a.scale === b.scale &&
    a.group === b.group &&
    a.laneOrder === b.laneOrder &&
    sameWindow(a.window, b.window) &&
    sameList(a.expanded, b.expanded) &&
    sameFilter(a.filter, b.filter)
  );
}

/** Whether two windows are the same span; undefined is all of it. */
export function sameWindow(a: TimeSpan | undefined, b: TimeSpan | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.start === b.start && a.end === b.end);
}

/** Whether two filters ask for the same, in the same order. */
export function sameFilter(a: Filter, b: Filter): boolean {
  return (
    a === b ||
    (a.match === b.match &&
      a.text === b.text &&
      sameList(a.countries, b.countries) &&
      sameList(a.actors, b.actors) &&
      sameList(a.types, b.types) &&
      sameList(a.tones, b.tones) &&
      sameList(a.roles, b.roles))
  );
}

/** Whether two lists hold the same in the same order; undefined is none at all. */
export function sameList(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return (
    a === b ||
    (a !== undefined && b !== undefined && a.length === b.length && a.every((value, index) => value === b[index]))
  );
}
