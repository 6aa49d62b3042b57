import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { FocusEvent, RefObject } from 'react';
import { lazyCode } from '../../../base/lazy-code';
import { focusedNear, isShown } from './focus';
import type { Held, KeeperPlaces, Lent } from './pass-focus';

/** What finds a lost focus another place. */
export const FOCUS_PASSING = lazyCode(() => import('./pass-focus'));

interface FocusKeeper {
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
}

/**
 * Sees to it that the focus never falls out of the timeline with the element that had it: the same thing elsewhere gets
 * it, or what takes the lost one's place, or the nearest that is left. Whoever closes something and knows better has
 * done so before.
 */
export function useFocusKeeper(root: RefObject<HTMLElement | null>, places: KeeperPlaces): FocusKeeper {
  const held = useRef<Held>(undefined);
  const lent = useRef<Lent>(undefined);
  // It comes as soon as anything has the focus (use-preload.ts); who is faster waits for it, or does without.
  const pass = useCallback(
    (lost: Held, box: HTMLElement, now?: HTMLElement) => {
      const act = ({ passOn }: typeof import('./pass-focus')) => {
        lent.current = passOn(lost, box, places, now);
      };
      const code = FOCUS_PASSING.now();
      if (code === undefined) FOCUS_PASSING.load().then(act, () => undefined);
      else act(code);
    },
    [places],
  );
  useEffect(() => {
    const box = root.current;
    if (box === null) return undefined;
    const observer = new MutationObserver(() => {
      if (lent.current !== undefined && focusedNear(box) === lent.current.to)
        pass(lent.current.lost, box, lent.current.to);
      else if (held.current?.element.isConnected === false) pass(held.current, box);
    });
    observer.observe(box, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [root, pass]);
  return {
    onFocus: ({ target, currentTarget }) => {
      held.current = heldOf(target, currentTarget, places);
      if (lent.current?.to !== target) lent.current = undefined;
    },
    // React hears no blur of what it removes. What was only hidden is lost as well; other blurs are the reader's.
    onBlur: ({ target, relatedTarget, currentTarget }) => {
      const last = held.current;
      if (target.dataset['keeps'] !== undefined) stopHolding(target);
      if (last !== undefined && relatedTarget === null && !isShown(target))
        queueMicrotask(() => pass(last, currentTarget));
      else held.current = undefined;
    },
  };
}

function heldOf(element: HTMLElement, root: Element, places: KeeperPlaces): Held {
  const trail: { readonly box: Element; readonly at: number }[] = [];
  for (let child: Element = element; child !== root && child.parentElement !== null; child = child.parentElement) {
    trail.push({ box: child.parentElement, at: Array.prototype.indexOf.call(child.parentElement.children, child) });
  }
  return { element, trail, key: element.dataset[places.key], className: element.className };
}

function stopHolding(element: HTMLElement): void {
  element.removeAttribute('tabindex');
  delete element.dataset['keeps'];
}

/**
 * For a part whose content goes as a whole, as a panel's does when a link in it is chosen: the focus would fall to the
 * page's start with what had it. Then, and only then, `passToHeir` gives it to somebody. Hears no blur for removed
 * elements: React sends none while it commits.
 */
export function useFocusHeir(passToHeir: () => void) {
  const focused = useRef<Element>(null);
  useLayoutEffect(() => {
    if (focused.current === null || focused.current.isConnected) return;
    focused.current = null;
    passToHeir();
  });
  return {
    onFocus: (event: FocusEvent) => {
      focused.current = event.target;
    },
    onBlur: () => {
      focused.current = null;
    },
  };
}
