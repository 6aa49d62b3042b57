import { useEffect, useLayoutEffect, useRef } from 'react';
import type { FocusEvent, RefObject } from 'react';
import { screenBoxOf } from '../screen-space';
import { focusedNear, isFocusNowhere, tabStopsIn, isTabStop, isShown, moveFocus } from './focus';
import { isElement, windowOf } from '../any-window';

/** What had the focus, and the way to it: each box it stood in with its place there, from the innermost. */
interface Held {
  readonly element: HTMLElement;
  readonly trail: readonly { readonly box: Element; readonly at: number }[];
  /** What it stood for. */
  readonly key: string | undefined;
  /** Others of its kind have it too. */
  readonly className: string;
}

/** What the keeper must know of the page, as selectors. */
export interface KeeperPlaces {
  /** Name of the data attribute whose value says what an element stands for, as an event's id. */
  readonly key: string;
  /** Where such elements are; it has the focus itself until there is something to go to. */
  readonly main: string;
  /** What may be emptied and filled again: what comes into it is waited for. */
  readonly view: string;
}

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
  useEffect(() => {
    const box = root.current;
    if (box === null) return undefined;
    const observer = new MutationObserver(() => {
      if (lent.current !== undefined && focusedNear(box) === lent.current.to)
        lent.current = passOn(lent.current.lost, box, places, lent.current.to);
      else if (held.current?.element.isConnected === false) lent.current = passOn(held.current, box, places);
    });
    observer.observe(box, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [root, places]);
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
        queueMicrotask(() => {
          lent.current = passOn(last, currentTarget, places);
        });
      else held.current = undefined;
    },
  };
}

/** The focus stands at `to` until what it is really for has come, as an event in a view that is still being drawn. */
interface Lent {
  readonly lost: Held;
  readonly to: HTMLElement;
}

/** Finds the focus a place; `now` is the one it was lent to. Gives where it is lent to from now on, if it is. */
function passOn(lost: Held, root: HTMLElement, places: KeeperPlaces, now?: HTMLElement): Lent | undefined {
  if (now === undefined && !isFocusNowhere(root)) return undefined;
  const same = sameThing(lost, root, places);
  const next =
    same ??
    (now === undefined || isPlaceholder(now) ? (successorOf(lost, root, places) ?? placeholderIn(root, places)) : now);
  if (next !== now) moveFocus(next, isAway(next) ? 'scroll to it' : 'in place');
  return same === undefined && (lost.key !== undefined || isPlaceholder(next)) ? { lost, to: next } : undefined;
}

function heldOf(element: HTMLElement, root: Element, places: KeeperPlaces): Held {
  const trail: { readonly box: Element; readonly at: number }[] = [];
  for (let child: Element = element; child !== root && child.parentElement !== null; child = child.parentElement) {
    trail.push({ box: child.parentElement, at: Array.prototype.indexOf.call(child.parentElement.children, child) });
  }
  return { element, trail, key: element.dataset[places.key], className: element.className };
}

/** What stands for the same, in another view. */
function sameThing({ key }: Held, root: Element, places: KeeperPlaces): HTMLElement | undefined {
  if (key === undefined) return undefined;
  const all = root.querySelectorAll<HTMLElement>(`${places.main} [data-${places.key}]`);
  return [...all].find((element) => element.dataset[places.key] === key && isShown(element));
}

function successorOf({ trail, className }: Held, root: Element, { view }: KeeperPlaces): HTMLElement | undefined {
  for (const { box, at } of trail) {
    const found = root.contains(box) ? stopAround(box, at, className) : undefined;
    if (found !== undefined) return found;
    // What comes into an emptied view is waited for; beyond it would be another part of the page.
    if (box.isConnected && box.matches(view)) return undefined;
  }
  return tabStopsIn(root)[0];
}

/**
 * A tab stop in a box: in the first child that has any from a place on, else the last before it; of several in a child
 * the one that looks the same.
 */
function stopAround(box: Element, at: number, className: string): HTMLElement | undefined {
  const children = [...box.children];
  const pick = (child: Element, end: 0 | -1) => {
    const stops = stopsOf(child);
    return stops.find((stop) => stop.className === className) ?? stops.at(end);
  };
  return (
    firstOf(children.slice(at), (child) => pick(child, 0)) ??
    firstOf(children.slice(0, at).toReversed(), (child) => pick(child, -1))
  );
}

function firstOf<From, To>(all: readonly From[], make: (each: From) => To | undefined): To | undefined {
  for (const each of all) {
    const made = make(each);
    if (made !== undefined) return made;
  }
  return undefined;
}

function stopsOf(child: Element): HTMLElement[] {
  return isElement(child) && isTabStop(child) && isShown(child) ? [child, ...tabStopsIn(child)] : tabStopsIn(child);
}

/** Until there is something to go to, the main part itself has the focus. */
function placeholderIn(root: HTMLElement, places: KeeperPlaces): HTMLElement {
  const main = root.querySelector<HTMLElement>(places.main) ?? root;
  main.tabIndex = -1;
  main.dataset['keeps'] = '';
  return main;
}

function isPlaceholder(element: HTMLElement): boolean {
  return element.dataset['keeps'] !== undefined;
}

function stopHolding(element: HTMLElement): void {
  element.removeAttribute('tabindex');
  delete element.dataset['keeps'];
}

/** Whether it must be scrolled to; what can be seen already must not jump. */
function isAway(element: HTMLElement): boolean {
  const { top, bottom } = screenBoxOf(element);
  return top < 0 || bottom > windowOf(element).innerHeight;
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
