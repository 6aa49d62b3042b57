import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

/**
 * How much larger than usual the reader wants text: 2 for twice as large. A change comes with the next change of the
 * element's width.
 */
export function useTextScale(ref: RefObject<HTMLElement | null>): number {
  const [scale, setScale] = useState(1);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const take = () => {
      const found = scaleOf(element);
      if (found > 0) setScale(found);
    };
    take();
    const observer = new ResizeObserver(take);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return scale;
}

function scaleOf(element: HTMLElement): number {
  return (
    Math.round((parseFloat(getComputedStyle(element.closest('.dt-app') ?? element).fontSize) / BASE_PX) * 100) / 100
  );
}

/** Of the whole timeline, as base.css has it. */
const BASE_PX = 14;
