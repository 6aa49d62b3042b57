import { useEffect, useRef } from 'react';
import type { PointerEvent as ReactPointerEvent } from 'react';
import { lazyCode } from '../../base/lazy-code';
import type { PointerHold } from './pointer-hold';

/** What follows a pointer that is held. */
export const POINTER_HOLD = lazyCode(() => import('./pointer-hold'));

/**
 * Lets a component hold the pointer: what it gets begins a hold with the press of a first button, and says whether it
 * did: not where its code can't be had yet (it is loaded as soon as a pointer comes near). It ends as lost when the component goes, or what it moves (`of`) becomes another. A pointer that is left `free` moves over the elements that it
 * comes to, and is clicked there.
 */
export function usePointerHold(
  of?: unknown,
  how: 'captured' | 'free' = 'captured',
): (press: ReactPointerEvent, hold: PointerHold) => boolean {
  const lose = useRef<() => void>(undefined);
  // What is over with it is the hold.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useEffect(() => () => lose.current?.(), [of]);
  return ({ button, isPrimary, pointerId, currentTarget, nativeEvent }, hold) => {
    if (button !== 0 || !isPrimary) return false;
    const code = POINTER_HOLD.now();
    if (code === undefined) return false;
    lose.current?.();
    if (how === 'captured') capturePointer(currentTarget, pointerId);
    lose.current = code.holdPointer(currentTarget, nativeEvent, hold);
    return true;
  };
}

/** A browser refuses where the pointer has gone already; it is followed without, and then lost. */
export function capturePointer(element: Element, pointerId: number): void {
  try {
    element.setPointerCapture(pointerId);
  } catch {
    // Nothing else is to be done.
  }
}
