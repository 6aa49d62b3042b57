import type { SharedOptions } from '../state/address/view-params';
import type { HeightMode } from '../ui/context/page-context';

/** What a host page may change of how a mounted timeline looks; not part of the view, and not the reader's. */
export interface Look {
  readonly theme: NonNullable<SharedOptions['theme']>;
  readonly height: HeightMode;
}

export interface LookStore {
  readonly get: () => Look;
  readonly set: (part: Partial<Look>) => void;
  readonly subscribe: (onChange: () => void) => () => void;
}

/** One a mounted timeline. */
export function createLook(first: Look): LookStore {
  let look = first;
  const listeners = new Set<() => void>();
  return {
    get: () => look,
    set: (part) => {
      look = { ...look, ...part };
      for (const listener of listeners) listener();
    },
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}
