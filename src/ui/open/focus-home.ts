import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';
import { focusedNear, isFocusNowhere } from '../kit/focus/focus';
import type { OpeningPhase, OpenServices } from './open-services';

/** What had the focus before somebody began to open something, by the flow of each timeline. */
const HOMES = new WeakMap<OpenServices, HTMLElement>();

/** What had it, while it is still there. */
export function homeOf(services: OpenServices): HTMLElement | undefined {
  const home = HOMES.get(services);
  return home?.isConnected === true ? home : undefined;
}

/**
 * Notes who has the focus when the first dialog opens. Call it above the dialogs: they take the focus as they are shown.
 * What belongs to the file that is open goes with it, and is nobody's home.
 */
export function useFocusHome(services: OpenServices, { at }: OpeningPhase, place: RefObject<HTMLElement | null>): void {
  const isUnderWay = at !== 'idle' && at !== 'refused';
  useLayoutEffect(() => {
    if (!isUnderWay || place.current === null) return;
    const focused = isFocusNowhere(place.current) ? undefined : focusedNear(place.current);
    if (focused === undefined) HOMES.delete(services);
    else if (focused.closest('.dt-opened, .dt-report') === null) HOMES.set(services, focused);
  }, [services, isUnderWay, place]);
}
