import { useCallback, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { RefObject } from 'react';
import { canvasInk } from '../../render/canvas-ink';
import type { Ink } from '../../render/ink';
import { onPixelRatio, pixelRatio } from './pixel-ratio';

/**
 * A canvas that is sharp at any pixel ratio. `paint` runs a drawing in CSS px, in device px underneath; it does nothing
 * where there is no canvas. The backing store is only made anew when its size changes; with another ratio `paint` is
 * another function, so that who paints by it does so again.
 */
export function useCanvas(
  widthPx: number,
  heightPx: number,
): {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly paint: (draw: (ink: Ink) => void) => void;
} {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = useSyncExternalStore(onPixelRatio, pixelRatio);
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
      const element = canvas.current;
      const context = element?.getContext('2d');
      if (element === null || context === null || context === undefined) return;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      draw(canvasInk(context));
    },
    [ratio],
  );
  return { canvas, paint };
}
