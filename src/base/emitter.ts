/** Tells whoever listens that something has happened; what, they ask for themselves. */
export interface Emitter {
  /** Calls back from now on; returns how to stop listening. Who subscribes the same function twice is called once. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly emit: () => void;
  /** Nobody listens any more. */
  readonly clear: () => void;
}

/** One that nobody listens to yet. */
export function makeEmitter(): Emitter {
  const listeners = new Set<() => void>();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    emit: () => {
      for (const listener of listeners) listener();
    },
    clear: () => listeners.clear(),
  };
}
