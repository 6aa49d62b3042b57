/** What scrolls an element: the nearest box around it that does, or the page. */
export function scrollerOf(element: Element): HTMLElement | undefined {
  for (let box = parentOf(element); box !== undefined; box = parentOf(box)) {
    if (
      /auto|scroll|overlay/.test(getComputedStyle(box).overflowY) &&
      box !== box.ownerDocument.documentElement &&
      box !== box.ownerDocument.body
    )
      return box;
  }
  return undefined;
}

/** Through shadow roots: a host page may have the timeline in one. */
function parentOf(element: Element): HTMLElement | undefined {
  const root = element.parentNode;
  const parent = root instanceof ShadowRoot ? root.host : root;
  return parent instanceof HTMLElement ? parent : undefined;
}

/** How far the top of the scroller's view lies below an element's top, and how high the view is. CSS px. */
export function viewOf(
  element: Element,
  scroller: HTMLElement | undefined,
): { readonly topPx: number; readonly heightPx: number } {
  const top = element.getBoundingClientRect().top;
  if (scroller === undefined) return { topPx: -top, heightPx: window.innerHeight };
  return { topPx: scroller.getBoundingClientRect().top + scroller.clientTop - top, heightPx: scroller.clientHeight };
}

export function scrollBy(scroller: HTMLElement | undefined, px: number): void {
  if (Math.abs(px) < 0.5) return;
  if (scroller === undefined) window.scrollBy({ top: px, behavior: 'instant' });
  else scroller.scrollBy({ top: px, behavior: 'instant' });
}

/**
 * For a box that scrolls what can have the focus itself: Firefox makes any box that scrolls a tab stop, unless it says
 * that it is none. It wants a role and a name besides, since a click still gives it the focus.
 */
export const SCROLL_BOX = { tabIndex: -1, 'data-scrolls': '' } as const;
