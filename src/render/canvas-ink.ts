import { valueAt } from '../base/value-at';
import { LABEL_PX, fontOf } from './ink';
import type { Ink, Paint, Stroke, TextPaint } from './ink';

/** Ink on a canvas context that is already scaled to CSS px (device = view × pixel ratio stays with the caller). */
export function canvasInk(context: CanvasRenderingContext2D): Ink {
  const stroked = (stroke: Stroke) => {
    context.strokeStyle = stroke.colour;
    context.lineWidth = stroke.width;
    context.setLineDash(stroke.dash === undefined ? [] : [...stroke.dash]);
    context.stroke();
  };
  const painted = ({ fill, stroke }: Paint) => {
    if (fill !== undefined) {
      context.fillStyle = fill;
      context.fill();
    }
    if (stroke !== undefined) stroked(stroke);
  };
  const trace = (points: readonly (readonly [number, number])[], close: boolean) => {
    context.beginPath();
    points.forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
    if (close) context.closePath();
  };
  return {
    line(x0, y0, x1, y1, stroke) {
      trace(
        [
          [x0, y0],
          [x1, y1],
        ],
        false,
      );
      stroked(stroke);
    },
    rect(x, y, width, height, paint, radius = 0) {
      context.beginPath();
      if (radius > 0) context.roundRect(x, y, width, height, radius);
      else context.rect(x, y, width, height);
      painted(paint);
    },
    rects(boxes, fill) {
      context.fillStyle = fill;
      // One by one: a path of thousands costs more than thousands of plain rectangles.
      for (let i = 0; i < boxes.length; i += 4)
        context.fillRect(valueAt(boxes, i), valueAt(boxes, i + 1), valueAt(boxes, i + 2), valueAt(boxes, i + 3));
    },
    circle(x, y, diameter, paint) {
      context.beginPath();
      context.arc(x, y, diameter / 2, 0, Math.PI * 2);
      painted(paint);
    },
    diamond(x, y, size, paint) {
      const r = size * 0.62;
      trace(
        [
          [x, y - r],
          [x + r, y],
          [x, y + r],
          [x - r, y],
        ],
        true,
      );
      painted(paint);
    },
    polygon(points, paint) {
      trace(points, true);
      painted(paint);
    },
    polyline(points, stroke) {
      trace(points, false);
      stroked(stroke);
    },
    curve(x0, y0, cx, cy, x1, y1, stroke) {
      context.beginPath();
      context.moveTo(x0, y0);
      context.quadraticCurveTo(cx, cy, x1, y1);
      stroked(stroke);
    },
    text(text, x, y, { colour, bold = false, sizePx = LABEL_PX, align = 'left', halo }: TextPaint) {
      context.font = fontOf(sizePx, bold);
      context.textAlign = align;
      context.textBaseline = 'middle';
      // Of the words and not of the canvas, which stands left to right whatever the page's language.
      context.direction = beginsRightToLeft(text) ? 'rtl' : 'ltr';
      if (halo !== undefined) {
        context.strokeStyle = halo;
        context.lineWidth = 4;
        context.lineJoin = 'round';
        context.setLineDash([]);
        context.strokeText(text, x, y);
      }
      context.fillStyle = colour;
      context.fillText(text, x, y);
    },
    clipped(x, y, width, height, draw) {
      context.save();
      context.beginPath();
      context.rect(x, y, width, height);
      context.clip();
      draw();
      context.restore();
    },
  };
}

/**
 * Whether the first letter with a direction is one of a script written from right to left; an isolate has its own. What
 * begins with a space or a comma carries on what is drawn left of it.
 */
function beginsRightToLeft(text: string): boolean {
  if (/^[\s,،]/.test(text)) return false;
  const [letter = ''] = /\p{L}/u.exec(text.replace(/\u2068[^\u2069]*\u2069/g, '')) ?? [];
  return /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/.test(letter);
}
