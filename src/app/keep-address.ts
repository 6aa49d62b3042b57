import { lazyCode } from '../base/lazy-code';
import type { ViewParams } from '../state/address/view-params';
import type { ChartControl } from '../ui/context/chart-control';
import type { Reached } from './sync-address';

/** No first picture needs it. */
const SYNC = lazyCode(() => import('./sync-address').then(({ syncAddress }) => syncAddress));

/**
 * Keeps the page's address and the store in step, from the first picture on, or from when the address changes before; what
 * was done until then isn't lost. Where the code can't be had the address stays as it is. Returns how to stop.
 */
export function keepAddress(
  { whenPainted }: Pick<ChartControl, 'whenPainted'>,
  author: ViewParams,
  reached: Reached,
): () => void {
  const state = reached.store.getState();
  let arrival: PopStateEvent | undefined;
  const end = new AbortController();
  let stop: (() => void) | undefined;
  const start = (): void => {
    if (end.signal.aborted || stop !== undefined) return;
    SYNC.load().then(
      (sync) => {
        if (end.signal.aborted || stop !== undefined) return;
        window.removeEventListener('popstate', onArrival);
        stop = sync(author, reached, { state, arrival });
      },
      () => undefined,
    );
  };
  const onArrival = (event: PopStateEvent): void => {
    arrival = event;
    start();
  };
  window.addEventListener('popstate', onArrival, { signal: end.signal });
  void whenPainted().then(start);
  return () => {
    end.abort();
    stop?.();
  };
}
