/** How an outline is drawn; `dash` in CSS px. */
export interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly number[];
}

/** A shape has a fill, a stroke, or both. */
export interface Paint {
  readonly fill?: string;
  readonly stroke?: Stroke;
}

export interface TextPaint {
  readonly colour: string;
  readonly bold?: boolean;
  /** CSS px; 12.5 by default. */
  readonly sizePx?: number;
  readonly align?: 'left' | 'center' | 'right';
  /** Drawn round the letters first, so that lines beneath don't strike them out. */
  readonly halo?: string;
}

/** What a painter can do, on a canvas or into SVG. All positions are view space, CSS px. */
export interface Ink {
  line(x0: number, y0: number, x1: number, y1: number, stroke: Stroke): void;
  rect(x: number, y: number, width: number, height: number, paint: Paint, radius?: number): void;
  /**
   * Many rectangles of one colour, which may number thousands a frame: x, y, width and height of each, one after the
   * other.
   */
  rects(boxes: readonly number[], fill: string): void;
  circle(x: number, y: number, diameter: number, paint: Paint): void;
  /** A square on its corner; `size` is the side of the square with the area of a circle so wide. */
  diamond(x: number, y: number, size: number, paint: Paint): void;
  polygon(points: readonly (readonly [number, number])[], paint: Paint): void;
  polyline(points: readonly (readonly [number, number])[], stroke: Stroke): void;
  /** A quadratic curve. */
  curve(x0: number, y0: number, cx: number, cy: number, x1: number, y1: number, stroke: Stroke): void;
  /** `y` is the middle of the line. */
  text(text: string, x: number, y: number, paint: TextPaint): void;
  /** Draws only inside the rectangle while `draw` runs. */
  clipped(x: number, y: number, width: number, height: number, draw: () => void): void;
}

/** The label font, the same for measuring and drawing. No web font: the reader's own. */
const FONT_FAMILY = '-apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';
export const LABEL_PX = 12.5;

/** CSS font shorthand of a text. */
export function fontOf(sizePx: number, bold: boolean): string {
  return `${bold ? '600 ' : ''}${sizePx}px ${FONT_FAMILY}`;
}
