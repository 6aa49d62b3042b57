import { useCallback, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { canvasInk } from '../../render/canvas-ink';
import type { Ink } from '../../render/ink';

/**
 * A canvas that is sharp at any pixel ratio. `paint` runs a drawing in CSS px, in device px underneath; it does nothing
 * where there is no canvas. The backing store is only made anew when its size changes.
 */
export function useCanvas(
  widthPx: number,
  heightPx: number,
): {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly paint: (draw: (ink: Ink) => void) => void;
} {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const ratio = pixelRatio();
    const width = Math.round(widthPx * ratio);
    const height = Math.round(heightPx * ratio);
    if (element.width !== width) element.width = width;
    if (element.height !== height) element.height = height;
  }, [widthPx, heightPx]);
  const paint = useCallback((draw: (ink: Ink) => void) => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (element === null || context === null || context === undefined) return;
    const ratio = pixelRatio();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    draw(canvasInk(context));
  }, []);
  return { canvas, paint };
}

/** Above 2 nobody sees the difference, and the backing store would grow by the square. */
function pixelRatio(): number {
  return Math.min(window.devicePixelRatio, 2);
}
