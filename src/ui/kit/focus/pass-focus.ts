import { isElement, windowOf } from '../any-window';
import { screenBoxOf } from '../screen-space';
import { isFocusNowhere, isShown, isTabStop, moveFocus, tabStopsIn } from './focus';

/** What had the focus, and the way to it: each box it stood in with its place there, from the innermost. */
export interface Held {
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

/** The focus stands at `to` until what it is really for has come, as an event in a view that is still being drawn. */
export interface Lent {
  readonly lost: Held;
  readonly to: HTMLElement;
}

/** Finds the focus a place; `now` is the one it was lent to. Gives where it is lent to from now on, if it is. */
export function passOn(lost: Held, root: HTMLElement, places: KeeperPlaces, now?: HTMLElement): Lent | undefined {
  if (now === undefined && !isFocusNowhere(root)) return undefined;
  const same = sameThing(lost, root, places);
  const next =
    same ??
    (now === undefined || isPlaceholder(now) ? (successorOf(lost, root, places) ?? placeholderIn(root, places)) : now);
  if (next !== now) moveFocus(next, isAway(next) ? 'scroll to it' : 'in place');
  return same === undefined && (lost.key !== undefined || isPlaceholder(next)) ? { lost, to: next } : undefined;
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

/** Whether it must be scrolled to; what can be seen already must not jump. */
function isAway(element: HTMLElement): boolean {
  const { top, bottom } = screenBoxOf(element);
  return top < 0 || bottom > windowOf(element).innerHeight;
}
