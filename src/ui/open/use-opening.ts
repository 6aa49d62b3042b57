import { useSyncExternalStore } from 'react';
import { usePageServices } from '../context/page-services';
import { useLazyState } from '../context/use-lazy';
import { invariant } from '../../base/invariant';
import type { OpenServices } from './open-services';

/** What a part of the room sees of the flow; undefined until its code is here. */
export function useOpenServices(): OpenServices | undefined {
  const { opening } = usePageServices();
  invariant(opening, 'the room for opening stands where nothing may be opened');
  return useLazyState(opening.services, true).here;
}

/** One of the things that the flow tells; renders again when it changes. */
export function useOpening<Value>(services: OpenServices, read: (services: OpenServices) => Value): Value {
  return useSyncExternalStore(services.subscribe, () => read(services));
}
