import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

/**
 * Whether an element is narrower than `limitPx`, as measured by the element and not by the screen: an embed in a column
 * is narrow on any screen. `of: 'parent'` measures the parent, for elements that are as wide as what they hold.
 */
export function useNarrow(
  ref: RefObject<HTMLElement | null>,
  limitPx: number,
  of: 'self' | 'parent' = 'self',
): boolean {
  const [narrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const measured = of === 'parent' ? ref.current?.parentElement : ref.current;
    if (!measured) return undefined;
    // A width of 0 is an element that isn't laid out (hidden, or no browser at all): it says nothing.
    const take = (widthPx: number) => {
      if (widthPx > 0) setNarrow(widthPx < limitPx);
    };
    take(measured.getBoundingClientRect().width);
    const observer = new ResizeObserver((entries) => {
      for (const entry of entries) take(entry.contentRect.width);
    });
    observer.observe(measured);
    return () => observer.disconnect();
  }, [ref, limitPx, of]);
  return narrow;
}
