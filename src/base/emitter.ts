import { tellAll } from './report-fault';

/** Tells whoever listens that something has happened; what, they ask for themselves. */
export interface Emitter {
  /** Calls back from now on; returns how to stop listening. Who subscribes the same function twice is called once. */
  readonly subscribe: (listener: () => void) => () => void;
  /** One that throws is reported, and the others are told all the same. */
  readonly emit: () => void;
  /** Nobody listens any more. */
  readonly clear: () => void;
}

/**
 * One that nobody listens to yet. `whileHeard` is called when somebody begins to listen, and what it returns when nobody
 * listens any more.
 */
export function makeEmitter(whileHeard?: () => () => void): Emitter {
  const listeners = new Set<() => void>();
  let unheard: (() => void) | undefined;
  return {
    subscribe: (listener) => {
      if (listeners.size === 0) unheard = whileHeard?.();
      listeners.add(listener);
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) unheard?.();
      };
    },
    emit: () => tellAll(listeners),
    clear: () => {
      if (listeners.size > 0) unheard?.();
      listeners.clear();
    },
  };
}
