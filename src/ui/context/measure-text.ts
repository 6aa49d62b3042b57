import type { MeasureText } from '../../layout/labels/label-place';
import { LABEL_PX, fontOf } from '../../render/ink';

const widths = new Map<string, number>();
const MOST_REMEMBERED = 5000;
let context: CanvasRenderingContext2D | null | undefined;

/**
 * Width of a label in CSS px, measured on a canvas and remembered. Without a canvas (tests without a browser) a rough
 * guess.
 */
export const measureText: MeasureText = (text, bold) => {
  const key = bold ? `b${text}` : `r${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (context === undefined) context = document.createElement('canvas').getContext('2d');
  if (context === null) return text.length * LABEL_PX * 0.55;
  context.font = fontOf(LABEL_PX, bold);
  const width = context.measureText(text).width;
  if (widths.size >= MOST_REMEMBERED) widths.clear();
  widths.set(key, width);
  return width;
};
