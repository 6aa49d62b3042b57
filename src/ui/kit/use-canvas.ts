import { useCallback, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { RefObject } from 'react';
import { canvasInk } from '../../render/canvas-ink';
import type { Ink } from '../../render/ink';
import { onPixelRatio, pixelRatio } from './pixel-ratio';

/**
 * A canvas that is sharp at any pixel ratio. `paint` runs a drawing in CSS px, in device px underneath, and once more
 * when a browser gives back a canvas that it had lost; false where it gives none to draw on. The backing store is only
 * made anew when its size changes; with another ratio `paint` is another function, so that who paints by it does so
 * again.
 */
export function useCanvas(
  widthPx: number,
  heightPx: number,
): {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly paint: (draw: (ink: Ink) => void) => boolean;
} {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = useSyncExternalStore(onPixelRatio, pixelRatio);
  const drawn = useRef<(ink: Ink) => void>(undefined);
  useLayoutEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const width = Math.round(widthPx * ratio);
    const height = Math.round(heightPx * ratio);
    if (element.width !== width) element.width = width;
    if (element.height !== height) element.height = height;
  }, [widthPx, heightPx, ratio]);
  const paint = useCallback(
    (draw: (ink: Ink) => void) => {
      drawn.current = draw;
      if (canvas.current === null) return true;
      const context = canvas.current.getContext('2d');
      if (context === null) return false;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      draw(canvasInk(context));
      return true;
    },
    [ratio],
  );
  useLayoutEffect(() => {
    const element = canvas.current;
    const onRestored = () => {
      if (drawn.current !== undefined) paint(drawn.current);
    };
    element?.addEventListener('contextrestored', onRestored);
    return () => element?.removeEventListener('contextrestored', onRestored);
  }, [paint]);
  return { canvas, paint };
}
