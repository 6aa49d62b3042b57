import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { RefObject } from 'react';
import { focusedNear, moveFocus } from './focus';
import { lazyCode } from '../../../base/lazy-code';

/** What keeps the focus in dialogs, sheets and fans besides the browser's own. */
export const FOCUS_TRAP = lazyCode(() => import('./focus-trap.lazy'));

/**
 * Keeps the focus inside `container` while `active`, and gives it back to what had it before, unless the reader has
 * moved it elsewhere. Call it above the effect that shows the container, and show and hide in a layout effect: it looks
 * who has the focus before, and returns it after. Without the code for it (it is loaded on demand) the focus still
 * comes back; a modal dialog keeps it by itself.
 */
export function useFocusTrap(container: RefObject<HTMLElement | null>, active: boolean): void {
  const trap = useSyncExternalStore(FOCUS_TRAP.subscribe, FOCUS_TRAP.now);
  useEffect(() => {
    // Where it can't be had, the browser's own has to do.
    if (active) FOCUS_TRAP.load().catch(() => undefined);
  }, [active]);
  const opener = useRef<HTMLElement>(undefined);
  useLayoutEffect(() => {
    if (active && container.current !== null) opener.current = focusedNear(container.current);
  }, [active, container]);
  useEffect(() => {
    const held = container.current;
    if (!active || held === null || trap === undefined) return undefined;
    const place = held.getRootNode();
    return trap.trapFocus(held, () => homeFrom(held, place, opener.current));
  }, [active, container, trap]);
  useEffect(() => {
    const held = container.current;
    if (!active || held === null) return undefined;
    const place = held.getRootNode();
    return () => moveFocus(homeFrom(held, place, opener.current), 'scroll to it');
  }, [active, container]);
}

/** Who gets the focus; undefined where the reader has moved it elsewhere, or its old home is gone. */
function homeFrom(held: HTMLElement, place: Node, opener: HTMLElement | undefined): HTMLElement | undefined {
  const focused = place.isConnected ? focusedNear(place) : undefined;
  const { body } = held.ownerDocument;
  const isLost = focused === undefined || focused === body || held.contains(focused);
  return isLost && opener?.isConnected === true && opener !== body ? opener : undefined;
}
