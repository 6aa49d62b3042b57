import { aroundOf, spaceOf } from './screen-space';
import { isElement, windowOf } from './any-window';

/** What scrolls an element: the nearest box around it that does, or the page. */
export function scrollerOf(element: Element): HTMLElement | undefined {
  for (let box = aroundOf(element); box !== undefined; box = aroundOf(box)) {
    if (
      isElement(box) &&
      /auto|scroll|overlay/.test(getComputedStyle(box).overflowY) &&
      box !== box.ownerDocument.documentElement &&
      box !== box.ownerDocument.body
    )
      return box;
  }
  return undefined;
}

/** How far the top of the scroller's view lies below an element's top, and how high the view is. Px of the element. */
export function viewOf(
  element: HTMLElement,
  scroller: HTMLElement | undefined,
): { readonly topPx: number; readonly heightPx: number } {
  const space = spaceOf(element);
  if (scroller === undefined)
    return {
      topPx: space.pointAt({ clientX: 0, clientY: 0 }).y,
      heightPx: windowOf(element).innerHeight / space.scale,
    };
  const perPx = spaceOf(scroller).scale / space.scale;
  return {
    topPx: space.boxOf(scroller).top + scroller.clientTop * perPx,
    heightPx: scroller.clientHeight * perPx,
  };
}

/** By so many px of an element that is in it. */
export function scrollBy(scroller: HTMLElement | undefined, element: HTMLElement, px: number): void {
  if (Math.abs(px) < 0.5) return;
  const top = (px * spaceOf(element).scale) / (scroller === undefined ? 1 : spaceOf(scroller).scale);
  (scroller ?? windowOf(element)).scrollBy({ top, behavior: 'instant' });
}

/**
 * For a box that scrolls what can have the focus itself: Firefox makes any box that scrolls a tab stop, unless it says
 * that it is none. It wants a role and a name besides, since a click still gives it the focus.
 */
export const SCROLL_BOX = { tabIndex: -1, 'data-scrolls': '' } as const;
