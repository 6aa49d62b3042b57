import { useSyncExternalStore } from 'react';
import type { LazyModules } from './lazy-modules';
import { usePageServices } from './page-services';
import { useLazyModules } from './lazy-modules';
import { useLazyState } from './use-lazy';

const NEVER = (): (() => void) => () => undefined;

/** The room for files of a reader's own, once somebody has brought one or asked for it; undefined until then. */
export function useOpenRoom(): LazyModules['open'] | undefined {
  const { opening } = usePageServices();
  const isWanted = useSyncExternalStore(opening?.subscribe ?? NEVER, () => opening?.isWanted() === true);
  const { here } = useLazyState(useLazyModules().open, isWanted);
  // Its code may be here for another timeline of the page.
  return isWanted ? here : undefined;
}
