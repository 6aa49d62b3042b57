import { invariant } from '../../base/invariant';
import type { TimeSpan } from '../../model/dates/instant';
import type { Grouping, LaneOrder, ScaleKind } from '../../model/vocabulary';
import { rememberView, sameView, sameWindow } from './history';
import type { Sort, TimelineState, View } from './timeline-state';

/**
 * Shows a span of time; undefined is all of it. `remember` keeps the view before for undo: false during a gesture,
 * which calls `rememberView` once as it begins. Throws for a span that is empty or not finite.
 */
export function setWindow(state: TimelineState, window: TimeSpan | undefined, remember: boolean): TimelineState {
  invariant(
    window === undefined || (Number.isFinite(window.start) && Number.isFinite(window.end) && window.start < window.end),
    `a window from ${window?.start} to ${window?.end}`,
  );
  if (sameWindow(state.window, window)) return state;
  return { ...(remember ? rememberView(state) : state), window };
}

/** Folded or calendar time; the window, being time, stays. */
export function setScale(state: TimelineState, scale: ScaleKind): TimelineState {
  return state.scale === scale ? state : { ...rememberView(state), scale };
}

/** What a lane is. Open groups are kept for when the reader comes back to them. */
export function setGroup(state: TimelineState, group: Grouping): TimelineState {
  return state.group === group ? state : { ...rememberView(state), group };
}

/** As the file lists its actors, or the most active first; groups that are open stay so. */
export function setLaneOrder(state: TimelineState, laneOrder: LaneOrder): TimelineState {
  return state.laneOrder === laneOrder ? state : { ...rememberView(state), laneOrder };
}

/**
 * Opens or closes a group of lanes; `shownNow` are the ids open on screen, since an undefined `expanded` means the
 * default.
 */
export function toggleGroup(state: TimelineState, groupId: string, shownNow: readonly string[]): TimelineState {
  const expanded = shownNow.includes(groupId) ? shownNow.filter((id) => id !== groupId) : [...shownNow, groupId];
  return { ...rememberView(state), expanded };
}

/** Opens exactly these groups of lanes and closes all others, in one step of undo; no ids close all. */
export function setExpanded(state: TimelineState, expanded: readonly string[]): TimelineState {
  return sameView(state, { ...state, expanded }) ? state : { ...rememberView(state), expanded };
}

/** Timeline or list; not a step of undo. */
export function setView(state: TimelineState, view: View): TimelineState {
  return state.view === view ? state : { ...state, view };
}

/** Order of the list; not a step of undo. */
export function setSort(state: TimelineState, sort: Sort): TimelineState {
  return state.sort === sort ? state : { ...state, sort };
}
