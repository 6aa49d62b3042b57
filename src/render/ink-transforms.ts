import type { Ink, Paint, Stroke } from './ink';

/** An ink that draws on another, moved down by `dy`, with every line so much heavier; both CSS px. */
export function shiftedInk(plain: Ink, dy: number, heavierPx: number): Ink {
  const ink = heavierPx === 0 ? plain : heavierInk(plain, heavierPx);
  const shift = (points: readonly (readonly [number, number])[]) => points.map(([x, y]) => [x, y + dy] as const);
  return {
    line: (x0, y0, x1, y1, stroke) => ink.line(x0, y0 + dy, x1, y1 + dy, stroke),
    rect: (x, y, width, height, paint, radius) => ink.rect(x, y + dy, width, height, paint, radius),
    rects: (boxes, fill) =>
      ink.rects(
        boxes.map((value, i) => (i % 4 === 1 ? value + dy : value)),
        fill,
      ),
    circle: (x, y, diameter, paint) => ink.circle(x, y + dy, diameter, paint),
    diamond: (x, y, size, paint) => ink.diamond(x, y + dy, size, paint),
    polygon: (points, paint) => ink.polygon(shift(points), paint),
    polyline: (points, stroke) => ink.polyline(shift(points), stroke),
    curve: (x0, y0, cx, cy, x1, y1, stroke) => ink.curve(x0, y0 + dy, cx, cy + dy, x1, y1 + dy, stroke),
    text: (text, x, y, paint) => ink.text(text, x, y + dy, paint),
    clipped: (x, y, width, height, draw) => ink.clipped(x, y + dy, width, height, draw),
  };
}

function heavierInk(ink: Ink, byPx: number): Ink {
  const stroke = (thin: Stroke): Stroke => ({ ...thin, width: thin.width + byPx });
  const paint = (thin: Paint): Paint => (thin.stroke === undefined ? thin : { ...thin, stroke: stroke(thin.stroke) });
  return {
    ...ink,
    line: (x0, y0, x1, y1, thin) => ink.line(x0, y0, x1, y1, stroke(thin)),
    rect: (x, y, width, height, thin, radius) => ink.rect(x, y, width, height, paint(thin), radius),
    circle: (x, y, diameter, thin) => ink.circle(x, y, diameter, paint(thin)),
    diamond: (x, y, size, thin) => ink.diamond(x, y, size, paint(thin)),
    polygon: (points, thin) => ink.polygon(points, paint(thin)),
    polyline: (points, thin) => ink.polyline(points, stroke(thin)),
    curve: (x0, y0, cx, cy, x1, y1, thin) => ink.curve(x0, y0, cx, cy, x1, y1, stroke(thin)),
  };
}
