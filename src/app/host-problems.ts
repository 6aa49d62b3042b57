import { faultsInWords } from '../state/address/host-fields';
import type { HostFault } from '../state/address/host-fields';

/** What a host page asked for that can't be used: left out, and told. */
export interface HostProblem {
  readonly kind: 'malformed';
  /** What was called: `setState`, `mountTimeline` ... */
  readonly source: string;
  /** Path, value and what was expected, of each. */
  readonly detail: string;
  readonly faults: readonly HostFault[];
}

export interface HostProblems {
  /** Tells of faults, if there are any, and gives them back. */
  readonly report: (source: string, faults: readonly HostFault[]) => readonly HostFault[];
  /** Calls back with each; the first to come is told of what nobody has heard yet. Returns how to stop. */
  readonly subscribe: (listener: (problem: HostProblem) => void) => () => void;
  readonly clear: () => void;
}

/**
 * One a mounted timeline. What nobody hears is said in the console, once, for whoever writes the page: after the task,
 * so that they can begin to listen.
 */
export function makeHostProblems(): HostProblems {
  const listeners = new Set<(problem: HostProblem) => void>();
  let unheard: HostProblem | undefined;
  let isSaid = false;
  const sayUnheard = () => {
    if (unheard === undefined || isSaid) return;
    isSaid = true;
    console.warn(`Timeline, ${unheard.source}: ${unheard.detail}`);
  };
  return {
    report: (source, faults) => {
      if (faults.length === 0) return faults;
      const problem: HostProblem = { kind: 'malformed', source, detail: faultsInWords(faults), faults };
      if (listeners.size === 0) {
        unheard = problem;
        setTimeout(sayUnheard);
      }
      for (const listener of listeners) listener(problem);
      return faults;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      const missed = unheard;
      unheard = undefined;
      if (missed !== undefined) queueMicrotask(() => (listeners.has(listener) ? listener(missed) : undefined));
      return () => void listeners.delete(listener);
    },
    clear: () => {
      listeners.clear();
      unheard = undefined;
    },
  };
}
