import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import { spaceOf } from './screen-space';

// What depends on room asks the element that has it, by these hooks, and never the window: a timeline in a column of
// somebody else's page is narrow on any screen.

export interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The content box of an element in whole CSS px, kept up to date; undefined until it is laid out. */
export function useSize(ref: RefObject<HTMLElement | null>): Size | undefined {
  const [size, setSize] = useState<Size>();
  useLayoutEffect(
    () =>
      whenSized(ref.current, (element) => {
        const widthPx = Math.floor(element.clientWidth);
        const heightPx = Math.floor(element.clientHeight);
        if (widthPx > 0)
          setSize((was) => (was?.widthPx === widthPx && was.heightPx === heightPx ? was : { widthPx, heightPx }));
      }),
    [ref],
  );
  return size;
}

/**
 * Whether an element is narrower than `limitPx`. `of: 'parent'` measures the parent, for elements that are as wide as
 * what they hold.
 */
export function useNarrow(
  ref: RefObject<HTMLElement | null>,
  limitPx: number,
  of: 'self' | 'parent' = 'self',
): boolean {
  const [narrow, setNarrow] = useState(false);
  useLayoutEffect(
    () =>
      whenSized(of === 'parent' ? ref.current?.parentElement : ref.current, (element) => {
        const widthPx = innerWidthOf(element);
        // A width of 0 is an element that isn't laid out (hidden, or no browser at all): it says nothing.
        if (widthPx > 0) setNarrow(widthPx < limitPx);
      }),
    [ref, limitPx, of],
  );
  return narrow;
}

/**
 * How much larger than usual the reader wants text: 2 for twice as large. A change comes with the next change of the
 * element's width.
 */
export function useTextScale(ref: RefObject<HTMLElement | null>): number {
  const [scale, setScale] = useState(1);
  useLayoutEffect(
    () =>
      whenSized(ref.current, (element) => {
        const found = textScaleOf(element);
        if (found > 0) setScale(found);
      }),
    [ref],
  );
  return scale;
}

/** The same for anything inside a timeline, at this moment; NaN where nothing is laid out. */
export function textScaleOf(element: HTMLElement): number {
  return (
    Math.round((parseFloat(getComputedStyle(element.closest('.dt-app') ?? element).fontSize) / BASE_PX) * 100) / 100
  );
}

/** Text of the whole timeline, as base.css has it. */
const BASE_PX = 14;

/** At once, and whenever the element's size changes. Returns how to stop. */
function whenSized<Measured extends HTMLElement>(
  element: Measured | null | undefined,
  take: (element: Measured) => void,
): (() => void) | undefined {
  if (element === null || element === undefined) return undefined;
  const measure = () => take(element);
  measure();
  const observer = new ResizeObserver(measure);
  observer.observe(element);
  return () => observer.disconnect();
}

/** Without padding and border, in fractions of a px. */
function innerWidthOf(element: HTMLElement): number {
  const style = getComputedStyle(element);
  return [style.paddingLeft, style.paddingRight, style.borderLeftWidth, style.borderRightWidth].reduce(
    (widthPx, side) => widthPx - (parseFloat(side) || 0),
    spaceOf(element).boxOf(element).width,
  );
}
