import { sameView } from './history';
import type { ViewParam, ViewParams } from '../address/view-params';
import { LOCKABLE } from '../address/view-params';
import type { TimelineState } from './timeline-state';

export type Lockable = (typeof LOCKABLE)[number];

/** What of a view each lock holds fast. */
const HELD: Readonly<Record<Lockable, readonly ViewParam[]>> = {
  filters: ['actors', 'countries', 'roles', 'types', 'tones', 'match', 'q'],
  range: ['from', 'to'],
};

/**
 * The state after a reader's step, with what the author has locked as it was before: a filter, the window. Another
 * table comes with a view of its own and is let through. A step that would have changed nothing else leaves nothing to
 * undo.
 */
export function keepLocked(before: TimelineState, after: TimelineState, locked: ReadonlySet<Lockable>): TimelineState {
  if (after.table !== before.table) return after;
  const kept = {
    ...after,
    filter: locked.has('filters') ? before.filter : after.filter,
    window: locked.has('range') ? before.window : after.window,
  };
  if (kept.filter === after.filter && kept.window === after.window) return after;
  return sameView(kept, before) ? { ...kept, past: before.past } : kept;
}

/** A reader's view without what the author has locked, and which of its fields that were. */
export function withoutLocked(
  view: ViewParams,
  locked: readonly Lockable[],
): { readonly view: ViewParams; readonly left: readonly ViewParam[] } {
  const held = new Set<string>(locked.flatMap((lock) => HELD[lock]));
  const entries = Object.entries(view);
  return {
    view: Object.fromEntries(entries.filter(([field]) => !held.has(field))),
    left: LOCKABLE.flatMap((lock) => HELD[lock]).filter((field) => held.has(field) && Object.hasOwn(view, field)),
  };
}
