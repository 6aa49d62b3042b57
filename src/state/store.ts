import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { EMPTY_STATE } from './timeline-state';
import type { TimelineState } from './timeline-state';

/** A pure step from one state to the next; returns the same object when nothing changes. */
export type Transition<Args extends readonly unknown[]> = (state: TimelineState, ...args: Args) => TimelineState;

export interface TimelineStore extends StoreApi<TimelineState> {
  /** Runs one transition: `store.apply(chooseEvent, 'ev-1')`. Listeners hear of it only when the state is a new object. */
  readonly apply: <Args extends readonly unknown[]>(transition: Transition<Args>, ...args: Args) => void;
}

/** One store a mounted timeline; two on a page never meet. */
export function createTimelineStore(initial: Partial<TimelineState> = {}): TimelineStore {
  const store = createStore<TimelineState>(() => ({ ...EMPTY_STATE, ...initial }));
  return Object.assign(store, {
    apply: <Args extends readonly unknown[]>(transition: Transition<Args>, ...args: Args): void => {
      const before = store.getState();
      const after = transition(before, ...args);
      if (after !== before) store.setState(after, true);
    },
  });
}
