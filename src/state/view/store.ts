import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { tellAll } from '../../base/report-fault';
import { keepLocked } from './locks';
import type { Lockable } from './locks';
import { EMPTY_STATE } from './timeline-state';
import type { TimelineState } from './timeline-state';

/** A pure step from one state to the next; returns the same object when nothing changes. */
export type Transition<Args extends readonly unknown[]> = (state: TimelineState, ...args: Args) => TimelineState;

type Apply = <Args extends readonly unknown[]>(transition: Transition<Args>, ...args: Args) => void;

export interface TimelineStore extends StoreApi<TimelineState> {
  /**
   * Runs one transition: `store.apply(chooseEvent, 'ev-1')`. What the author has locked stays as it is. Listeners hear
   * of it only when the state is a new object.
   */
  readonly apply: Apply;
  /** The same for the author and the host page, whom no lock holds. */
  readonly applyUnlocked: Apply;
}

const NO_LOCKS: ReadonlySet<Lockable> = new Set();

/** One store a mounted timeline; two on a page never meet. */
export function createTimelineStore(
  initial: Partial<TimelineState> = {},
  locked: ReadonlySet<Lockable> = NO_LOCKS,
): TimelineStore {
  const { subscribe, ...rest } = createStore<TimelineState>(() => ({ ...EMPTY_STATE, ...initial }));
  const store: StoreApi<TimelineState> = {
    ...rest,
    // Whoever changes the state, and whoever else hears of it, has nothing to do with a listener that throws.
    subscribe: (listener) => subscribe((state, before) => tellAll([listener], state, before)),
  };
  const settle = (after: TimelineState): void => {
    if (after !== store.getState()) store.setState(after, true);
  };
  return Object.assign(store, {
    apply: <Args extends readonly unknown[]>(transition: Transition<Args>, ...args: Args): void => {
      const before = store.getState();
      settle(keepLocked(before, transition(before, ...args), locked));
    },
    applyUnlocked: <Args extends readonly unknown[]>(transition: Transition<Args>, ...args: Args): void =>
      settle(transition(store.getState(), ...args)),
  });
}
