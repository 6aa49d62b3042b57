import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { usePageServices } from './page-services';
import type { LazyCode } from '../../base/lazy-code';
import { useTimeline } from './store-context';

/** A reader comes near: with a pointer, a finger, the keys. */
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;
/** In a frame of another origin Chromium may never call back by itself, although there is nothing to do. */
const IDLE_WITHIN_MS = 1000;
/** Where a browser doesn't tell when it has nothing to do. */
const PAUSE_MS = 200;

/**
 * Loads further modules of the page, in their order, once the first picture is painted and nothing else is to be done, at once when a
 * reader comes near: what they open then is here. The root says when (`data-timeline-parts`). One that can't be had is
 * asked for again when it is needed. Returns whether that is through.
 */
export function usePreload(root: RefObject<HTMLElement | null>, modules: readonly LazyCode<unknown>[]): boolean {
  const [isThrough, setThrough] = useState(false);
  const { control } = usePageServices();
  const hasData = useTimeline((state) => state.dataset !== undefined);
  useEffect(() => {
    const element = root.current;
    if (!hasData || element === null) return undefined;
    const isOver = new AbortController();
    let isGone = false;
    const load = () => {
      isOver.abort();
      void Promise.allSettled(modules.map((each) => each.load())).then((outcomes) => {
        if (isGone) return;
        setThrough(true);
        element.dataset['timelineParts'] = outcomes.every(({ status }) => status === 'fulfilled') ? 'here' : 'missing';
      });
    };
    for (const sign of SIGNS) element.addEventListener(sign, load, { passive: true, signal: isOver.signal });
    void control.whenPainted().then(() => {
      if (!isOver.signal.aborted) cancelWith(isOver.signal, whenIdle(load));
    });
    return () => {
      isGone = true;
      isOver.abort();
    };
  }, [root, modules, control, hasData]);
  return isThrough;
}

/** Safari has none to tell of. */
export function hasIdleTime(): boolean {
  return typeof window.requestIdleCallback === 'function' && typeof window.cancelIdleCallback === 'function';
}

/** Returns how to call it off. */
function whenIdle(act: () => void): () => void {
  if (hasIdleTime()) {
    const asked = requestIdleCallback(act, { timeout: IDLE_WITHIN_MS });
    return () => cancelIdleCallback(asked);
  }
  const asked = setTimeout(act, PAUSE_MS);
  return () => clearTimeout(asked);
}

function cancelWith(signal: AbortSignal, cancel: () => void): void {
  signal.addEventListener('abort', cancel, { once: true });
}
