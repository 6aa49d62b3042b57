import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { upperBound } from '../../base/sorted';
import { useSize } from '../kit/size';

/** Where lines stand in a text, px from its top. */
export interface LineLayout {
  /** Lines in sight and some around them, from 0; `end` isn't inside. */
  readonly first: number;
  readonly end: number;
  /** For the number of lines, where the text ends. */
  readonly topOf: (line: number) => number;
  readonly lineAtPx: (px: number) => number;
}

/** Lines wrap in texts of up to so many; in longer ones each is a row, and the text scrolls sidewards. */
export const MOST_WRAPPED = 1500;
/** The view is told in steps of so many px, so that scrolling by a line renders nothing. */
const STEP_PX = 240;
/** Until it is known. */
const LINE_PX = 24;

/**
 * Where the lines of `mirror` stand, which holds an element for each, and which of them are in sight of `scroller`. With
 * `isWrapped` false all are equally high, and the mirror holds those in sight alone.
 */
export function useLineLayout(
  mirror: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  { text, count, isWrapped }: { readonly text: string; readonly count: number; readonly isWrapped: boolean },
): LineLayout {
  const width = useSize(mirror)?.widthPx;
  const [linePx, setLinePx] = useState(LINE_PX);
  const [tops, setTops] = useState<readonly number[]>([]);
  const [view, setView] = useState({ topPx: 0, heightPx: 800 });
  const measured = useRef<{ readonly text: string; readonly width: number | undefined }>(undefined);
  useLayoutEffect(() => {
    const box = mirror.current;
    const isKnown = measured.current?.text === text && measured.current.width === width;
    if (box === null || isKnown) return;
    const measure = () => {
      const foundPx = parseFloat(getComputedStyle(box).lineHeight);
      if (foundPx > 0) setLinePx(foundPx);
      const found = isWrapped ? [...box.children].map((line) => (line as HTMLElement).offsetTop) : [];
      const last = box.lastElementChild as HTMLElement | null;
      if (isWrapped && last !== null) found.push(last.offsetTop + last.offsetHeight);
      setTops((was) => (was.length === found.length && was.every((top, at) => top === found[at]) ? was : found));
    };
    measure();
    measured.current = { text, width };
  });
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) return undefined;
    const look = () => {
      const topPx = Math.floor(box.scrollTop / STEP_PX) * STEP_PX;
      const heightPx = box.clientHeight;
      setView((was) => (was.topPx === topPx && was.heightPx === heightPx ? was : { topPx, heightPx }));
    };
    look();
    box.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(box);
    return () => {
      box.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [scroller]);
  // Lines that were just typed aren't measured yet: they follow the last that is.
  const topOf = (line: number): number => {
    if (!isWrapped || tops.length === 0) return line * linePx;
    const last = tops.length - 1;
    return line <= last ? (tops[line] ?? 0) : (tops[last] ?? 0) + (line - last) * linePx;
  };
  const lineAtPx = (px: number): number =>
    Math.min(Math.max(isWrapped && tops.length > 0 ? upperBound(tops, px) - 1 : Math.floor(px / linePx), 0), count - 1);
  return {
    first: Math.max(lineAtPx(view.topPx) - 5, 0),
    end: Math.min(lineAtPx(view.topPx + view.heightPx + STEP_PX) + 6, count),
    topOf,
    lineAtPx,
  };
}
