import { makeEmitter } from '../../base/emitter';

/** A reader's setting for every timeline on the page, and where the browser allows it for the next visit. */
export interface StoredSetting {
  /** Undefined while nothing was chosen. */
  readonly get: () => string | undefined;
  /** Undefined forgets the choice. Never throws. */
  readonly set: (value: string | undefined) => void;
  /** Calls back after every change; returns how to stop listening. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A setting of that name. Read once, when it is asked for first. */
export function storedSetting(name: string): StoredSetting {
  const key = `diplomatic-timeline.${name}`;
  const changes = makeEmitter();
  let known: { readonly value: string | undefined } | undefined;
  return {
    get: () => (known ??= { value: inStorage((storage) => storage.getItem(key)) ?? undefined }).value,
    set: (value) => {
      known = { value };
      inStorage((storage) => (value === undefined ? storage.removeItem(key) : storage.setItem(key, value)));
      changes.emit();
    },
    subscribe: changes.subscribe,
  };
}

/**
 * The only place that touches storage. A sandboxed frame, a reader who keeps sites from storing, a full disk: each
 * throws, at times as soon as storage is named. Then a setting holds for as long as the page does.
 */
function inStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}
