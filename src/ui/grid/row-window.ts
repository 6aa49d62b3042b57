import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { flushSync } from 'react-dom';

/** Rows beyond the view on either side that stand in the document, and by how many they come and go. */
const BEYOND = 8;
const STEP = 4;

export interface RowWindow {
  /** First row in the document, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly rowPx: number;
  /** Of the box, px; 0 before it is laid out. */
  readonly widthPx: number;
  /** Whole rows in view. */
  readonly page: number;
  /** Brings a row, and a stretch across, into view; writes only, nothing is measured. */
  readonly show: (row: number, across?: { readonly fromPx: number; readonly toPx: number }) => void;
}

/** Without a layout, as before the first frame. */
const UNKNOWN = { rowPx: 33, heightPx: 800, widthPx: 0 };

/**
 * Which rows of a long table stand in the document. All rows are as high as the head; one that is being written in may be
 * higher. Sizes come from observers, and how far it is scrolled from its events, so that nothing here forces a layout.
 */
export function useRowWindow(
  box: RefObject<HTMLElement | null>,
  head: RefObject<HTMLElement | null>,
  rows: number,
  startPx: number,
): RowWindow {
  const [size, setSize] = useState(UNKNOWN);
  const [first, setFirst] = useState(0);
  const scrolled = useRef({ top: 0, start: 0 });
  const rowPx = Math.max(1, size.rowPx);
  useLayoutEffect(() => {
    const element = box.current;
    const row = head.current;
    if (element === null || row === null) return undefined;
    const onScroll = (): void => {
      scrolled.current = { top: element.scrollTop, start: Math.abs(element.scrollLeft) };
      const next = Math.floor(element.scrollTop / rowPx / STEP) * STEP;
      // Before the browser paints: else a fast scroll shows nothing for a frame.
      if (next !== first) flushSync(() => setFirst(next));
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    if (typeof ResizeObserver === 'undefined') return () => element.removeEventListener('scroll', onScroll);
    const observer = new ResizeObserver((entries) => {
      const ofRow = entries.findLast(({ target }) => target === row);
      // A host's stand-in for observers may know no borders.
      const { borderBoxSize }: Partial<ResizeObserverEntry> = ofRow ?? {};
      const ofBox = entries.findLast(({ target }) => target === element)?.contentRect;
      setSize((was) => {
        const next = {
          rowPx: ofRow === undefined ? was.rowPx : (borderBoxSize?.[0]?.blockSize ?? ofRow.contentRect.height),
          heightPx: ofBox?.height ?? was.heightPx,
          widthPx: ofBox === undefined ? was.widthPx : Math.floor(ofBox.width),
        };
        return next.rowPx === was.rowPx && next.heightPx === was.heightPx && next.widthPx === was.widthPx ? was : next;
      });
    });
    observer.observe(element);
    observer.observe(row);
    return () => {
      element.removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }, [box, head, rowPx, first]);
  const inView = Math.ceil(size.heightPx / rowPx);
  const from = Math.max(0, Math.min(first, rows - inView) - BEYOND);
  return {
    from,
    to: Math.min(rows, Math.max(0, Math.min(first, rows)) + inView + STEP + BEYOND),
    rowPx,
    widthPx: size.widthPx,
    page: Math.max(1, Math.floor(size.heightPx / rowPx) - 2),
    show: (row, across) => {
      const element = box.current;
      if (element === null) return;
      const { top, start } = scrolled.current;
      const roomPx = size.heightPx - rowPx;
      const topPx = row * rowPx;
      const nextTop = row < 0 ? top : topPx < top ? topPx : topPx + rowPx > top + roomPx ? topPx + rowPx - roomPx : top;
      if (nextTop !== top) scrollDown(element, nextTop);
      if (across === undefined || size.widthPx === 0) return;
      const acrossPx = size.widthPx - startPx;
      const { fromPx, toPx } = across;
      const next = fromPx < start ? fromPx : toPx > start + acrossPx ? Math.min(fromPx, toPx - acrossPx) : start;
      if (next === start) return;
      scrollAcross(element, next);
    },
  };
}

function scrollDown(element: HTMLElement, px: number): void {
  element.scrollTop = px;
}

/** From where lines begin. */
function scrollAcross(element: HTMLElement, px: number): void {
  element.scrollLeft = getComputedStyle(element).direction === 'rtl' ? -px : px;
}
