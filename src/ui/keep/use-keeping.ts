import { useState, useSyncExternalStore } from 'react';
import type { KeepServices } from '../context/keep-services';

/** One of the things that keeping tells, an object that stays the same until it changes. */
export function useKeeping<Value>(keeping: KeepServices, read: (keeping: KeepServices) => Value): Value {
  return useSyncExternalStore(keeping.subscribe, () => read(keeping));
}

/** When this came on screen, ms of `Date.now()`: what "today" is in its words. */
export function useNow(): number {
  const [now] = useState(() => Date.now());
  return now;
}
