import { useSyncExternalStore } from 'react';
import type { Desk, Face } from './desk';
import { usePageServices } from './page-services';

const NEVER = (): (() => void) => () => undefined;

/** The desk, once somebody writes; undefined until then. Renders again when another lies there, or none. */
export function useDesk(): Desk | undefined {
  const { writing } = usePageServices();
  return useSyncExternalStore(writing?.subscribe ?? NEVER, () => writing?.desk());
}

/** The face on screen; undefined where nothing is being written. */
export function useFace(): Face | undefined {
  const { writing } = usePageServices();
  return useSyncExternalStore(writing?.subscribe ?? NEVER, () => writing?.desk()?.face());
}

/** One of the things that a desk tells, an object that stays the same until it changes. */
export function useOnDesk<Value>(desk: Desk, read: (desk: Desk) => Value): Value {
  return useSyncExternalStore(desk.subscribe, () => read(desk));
}
