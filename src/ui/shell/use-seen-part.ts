import { useEffect } from 'react';
import type { RefObject } from 'react';

/**
 * Tells the style sheet which part of an element its reader sees (`--dt-seen-top`, `--dt-seen-height`, px of the frame's view), for what is
 * laid over it: a frame as high as its content is longer than any screen, and a sheet at its upper end would open out of sight. Only an
 * observer sees through a frame of another origin; it is asked anew with each touch and key, since scrolling on tells it nothing.
 */
export function useSeenPart(ref: RefObject<HTMLElement | null>, isOn: boolean): void {
  useEffect(() => {
    const element = ref.current;
    if (element === null || !isOn) return undefined;
    const observer = new IntersectionObserver((entries) => {
      const last = entries.at(-1);
      if (last === undefined || last.intersectionRect.height === 0) return;
      element.style.setProperty('--dt-seen-top', `${last.intersectionRect.top}px`);
      element.style.setProperty('--dt-seen-height', `${last.intersectionRect.height}px`);
    });
    const ask = () => {
      observer.disconnect();
      observer.observe(element);
    };
    ask();
    const listens = { capture: true, passive: true };
    element.addEventListener('pointerdown', ask, listens);
    element.addEventListener('keydown', ask, listens);
    return () => {
      observer.disconnect();
      element.removeEventListener('pointerdown', ask, listens);
      element.removeEventListener('keydown', ask, listens);
      element.style.removeProperty('--dt-seen-top');
      element.style.removeProperty('--dt-seen-height');
    };
  }, [ref, isOn]);
}
