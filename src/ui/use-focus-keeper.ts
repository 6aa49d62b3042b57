import { useEffect, useRef } from 'react';
import type { FocusEvent, RefObject } from 'react';
import { focusedNear, isFocusNowhere } from './focus';
import { isShown, isTabStop, tabStopsIn } from './focusable';

/** What had the focus, and the way to it: each box it stood in with its place there, from the innermost. */
interface Held {
  readonly element: HTMLElement;
  readonly trail: readonly { readonly box: Element; readonly at: number }[];
  readonly event: string | undefined;
}

interface FocusKeeper {
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
}

/**
 * Sees to it that the focus never falls out of the timeline with the element that had it: the same event elsewhere gets it, or what
 * takes the lost one's place, or the nearest that is left. Whoever closes something and knows better has done so before.
 */
export function useFocusKeeper(root: RefObject<HTMLElement | null>): FocusKeeper {
  const held = useRef<Held>(undefined);
  useEffect(() => {
    const box = root.current;
    if (box === null) return undefined;
    const observer = new MutationObserver(() => {
      if (held.current?.element.isConnected === false) passOn(held.current, box);
    });
    observer.observe(box, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [root]);
  return {
    onFocus: ({ target, currentTarget }) => {
      if (target.dataset['keeps'] === undefined) held.current = heldOf(target, currentTarget);
    },
    // React hears no blur of what it removes. What was only hidden is lost as well; other blurs are the reader's.
    onBlur: ({ target, relatedTarget, currentTarget }) => {
      const last = held.current;
      if (target.dataset['keeps'] !== undefined) stopHolding(target);
      else if (last !== undefined && relatedTarget === null && !isShown(target)) queueMicrotask(() => passOn(last, currentTarget));
      else held.current = undefined;
    },
  };
}

function passOn(lost: Held, root: HTMLElement): void {
  if (!isFocusNowhere(root) && focusedNear(root)?.dataset['keeps'] === undefined) return;
  const next = successorOf(lost, root);
  if (next !== undefined) next.focus({ preventScroll: !isAway(next) });
  else holdOn(root);
}

function heldOf(element: HTMLElement, root: Element): Held {
  const trail: { readonly box: Element; readonly at: number }[] = [];
  for (let child: Element = element; child !== root && child.parentElement !== null; child = child.parentElement) {
    trail.push({ box: child.parentElement, at: Array.prototype.indexOf.call(child.parentElement.children, child) });
  }
  return { element, trail, event: element.dataset['event'] };
}

function successorOf({ trail, event }: Held, root: Element): HTMLElement | undefined {
  const main = root.querySelector('.dt-main');
  const same = event === undefined || main === null ? undefined
    : [...main.querySelectorAll<HTMLElement>('[data-event]')].find((element) => element.dataset['event'] === event && isShown(element));
  if (same !== undefined) return same;
  for (const { box, at } of trail) {
    const found = root.contains(box) ? stopAround(box, at) : undefined;
    if (found !== undefined) return found;
    // What comes into an emptied view is waited for; beyond it would be another part of the page.
    if (box.isConnected && box.classList.contains('dt-view')) return undefined;
  }
  return tabStopsIn(root)[0];
}

/** The first tab stop in a box from a place on, else the last before it. */
function stopAround(box: Element, at: number): HTMLElement | undefined {
  const children = [...box.children];
  for (const child of children.slice(at)) {
    const [first] = stopsOf(child);
    if (first !== undefined) return first;
  }
  for (const child of children.slice(0, at).toReversed()) {
    const last = stopsOf(child).at(-1);
    if (last !== undefined) return last;
  }
  return undefined;
}

function stopsOf(child: Element): HTMLElement[] {
  return child instanceof HTMLElement && isTabStop(child) && isShown(child) ? [child, ...tabStopsIn(child)] : tabStopsIn(child);
}

/** Until there is something to go to, the main part itself has the focus. */
function holdOn(root: Element): void {
  const main = root.querySelector<HTMLElement>('.dt-main') ?? root as HTMLElement;
  main.tabIndex = -1;
  main.dataset['keeps'] = '';
  main.focus({ preventScroll: true });
}

function stopHolding(element: HTMLElement): void {
  element.removeAttribute('tabindex');
  delete element.dataset['keeps'];
}

/** Whether it must be scrolled to; what can be seen already must not jump. */
function isAway(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top < 0 || bottom > window.innerHeight;
}
