import { useEffect } from 'react';
import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import { spaceOf } from '../../kit/screen-space';
import { scrollerOf, viewOf } from '../../kit/scroller';
import type { ScrollSpace } from './scroll-space';
import { windowOf } from '../../kit/any-window';

/** Long enough for the next notch of a wheel. */
const SETTLE_MS = 150;

/** What following the scroll tells. */
export interface ScrollListener {
  /** The view has moved. */
  readonly onMove: () => void;
  /** The items have another width, or the view another size: all of them may be other than they were. */
  readonly onResize: () => void;
  /** Where the view must come to stand in the space as soon as the document has room for it. */
  readonly standAt: (viewTopPx: number) => void;
}

/** Follows whatever scrolls the list, and lets list and scroll bar agree again when it has come to rest. */
export function useScrolling(
  body: RefObject<HTMLElement | null>,
  space: ScrollSpace,
  { onMove, onResize, standAt }: ScrollListener,
): void {
  useEffect(() => {
    const element = body.current;
    return element === null ? undefined : followScroll(element, space, { onMove, onResize, standAt });
  }, [body, space, onMove, onResize, standAt]);
}

/** Returns how to stop. */
function followScroll(element: HTMLElement, space: ScrollSpace, listener: ScrollListener): () => void {
  let scroller = scrollerOf(element);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    const view = viewOf(element, scroller);
    space.see(view.topPx, view.heightPx);
  };
  const settle = () => {
    // The page may have been scrolled since its last event.
    look();
    const target = space.settle();
    if (target === undefined) listener.onMove();
    else listener.standAt(target);
  };
  const onScroll = () => {
    look();
    clearTimeout(timer);
    timer = setTimeout(settle, SETTLE_MS);
    // Before the browser paints what it has scrolled to.
    flushSync(space.isAstray ? settle : listener.onMove);
  };
  const takeWidth = remeasured(element, space, listener);
  const observer = new ResizeObserver(() => {
    scroller = scrollerOf(element);
    takeWidth();
    listener.onResize();
  });
  observer.observe(element);
  const roots = new Set<Node>([element.getRootNode(), element.ownerDocument]);
  for (const root of roots) root.addEventListener('scroll', onScroll, { capture: true, passive: true });
  const page = windowOf(element);
  page.addEventListener('resize', onScroll);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    for (const root of roots) root.removeEventListener('scroll', onScroll, { capture: true });
    page.removeEventListener('resize', onScroll);
  };
}

/** In another width items have other heights; the one at the top of the view stays there. */
function remeasured(element: HTMLElement, space: ScrollSpace, { standAt }: ScrollListener): () => void {
  let widthPx = spaceOf(element).boxOf(element).width;
  return () => {
    const { width } = spaceOf(element).boxOf(element);
    if (width === widthPx || width <= 0) return;
    widthPx = width;
    const place = space.place();
    space.heights.forget();
    if (space.isBelowTop) standAt(space.goTo(place));
  };
}
