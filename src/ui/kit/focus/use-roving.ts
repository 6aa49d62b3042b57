import { useLayoutEffect, useRef } from 'react';
import type { FocusEvent, KeyboardEvent, RefObject } from 'react';
import { controlsIn, moveFocus } from './focus';

interface Roving {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
}

/**
 * One tab stop for a bar of controls, which remembers the one used last; left, right, Home and End walk through them
 * (WAI-ARIA APG, toolbar). Controls of what opens from the bar aren't the bar's. Up and down stay with a select.
 */
export function useRoving(bar: RefObject<HTMLElement | null>): Roving {
  const current = useRef<HTMLElement>(undefined);
  useLayoutEffect(() => {
    const box = bar.current;
    if (box === null) return undefined;
    const settle = () => {
      current.current = keepOneStop(box, current.current);
    };
    settle();
    // Controls come and go by themselves, and a bar isn't rendered for each.
    const observer = new MutationObserver(settle);
    observer.observe(box, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [bar]);
  return {
    onFocus: ({ target, currentTarget }) => {
      if (stopsOf(currentTarget).includes(target as HTMLElement))
        current.current = keepOneStop(currentTarget, target as HTMLElement);
    },
    onKeyDown: (event) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const next = focusTargetAfter(event.key, event.currentTarget, event.target);
      if (next === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      moveFocus(next, 'scroll to it');
    },
  };
}

function stopsOf(bar: HTMLElement): HTMLElement[] {
  return controlsIn(bar).filter((control) => control.closest('.dt-popover') === null);
}

/** Leaves the wanted control, or else the first, in the tab order, and gives it back. */
function keepOneStop(bar: HTMLElement, wanted: HTMLElement | undefined): HTMLElement | undefined {
  const stops = stopsOf(bar);
  const one = wanted !== undefined && stops.includes(wanted) ? wanted : stops[0];
  for (const stop of stops) {
    const tabIndex = stop === one ? 0 : -1;
    if (stop.tabIndex !== tabIndex || !stop.hasAttribute('tabindex')) stop.tabIndex = tabIndex;
  }
  return one;
}

/** Where a key leads from a control of the bar, round and round; undefined for other keys and other places. */
function focusTargetAfter(key: string, bar: HTMLElement, from: EventTarget): HTMLElement | undefined {
  const stops = stopsOf(bar);
  const at = stops.findIndex((stop) => stop === from);
  if (at < 0) return undefined;
  const onward = getComputedStyle(bar).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return stops.at((at + (key === onward ? 1 : -1)) % stops.length);
    case 'Home':
      return stops[0];
    case 'End':
      return stops.at(-1);
    default:
      return undefined;
  }
}
