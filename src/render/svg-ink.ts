import { valueAt } from '../base/value-at';
import { escapeMarkup } from '../base/escape-markup';
import { withoutIsolates } from '../base/translate';
import { LABEL_PX } from './ink';
import type { Ink, Paint, Stroke, TextPaint } from './ink';

export interface SvgInk extends Ink {
  /** What was drawn so far, as the inside of an `<svg>` element. */
  readonly markup: () => string;
}

/** From the middle of a line to its baseline, in em; canvas puts the middle of the em box there. */
const BASELINE_EM = 0.35;

/**
 * Ink that writes SVG: elements with presentation attributes only, no style, no script, text escaped. `ids` begins
 * every id in it, so that two pictures can stand in one document. Colours are written as they come, `var(--paper)`
 * included.
 */
export function svgInk(ids = 'ink'): SvgInk {
  const parts: string[] = [];
  let clips = 0;
  const put = (element: string, ...attributes: string[]) =>
    void parts.push(`<${[element, ...attributes].filter((part) => part !== '').join(' ')}/>`);
  const ink: SvgInk = {
    line: (x0, y0, x1, y1, stroke) => put('path', `d="M${at(x0, y0)}${lineTo(x0, y0, x1, y1)}"`, stroked(stroke)),
    rect: (x, y, width, height, paint, radius = 0) =>
      put(
        'rect',
        box(x, y, width, height),
        radius > 0 ? `rx="${num(Math.min(radius, width / 2, height / 2))}"` : '',
        painted(paint),
      ),
    rects(boxes, fill) {
      const outlines = boxes.flatMap((x, i) =>
        i % 4 === 0
          ? [
              `M${at(x, valueAt(boxes, i + 1))}h${num(valueAt(boxes, i + 2))}v${num(valueAt(boxes, i + 3))}h${num(-valueAt(boxes, i + 2))}z`,
            ]
          : [],
      );
      if (outlines.length > 0) put('path', `d="${outlines.join('')}"`, attribute('fill', fill));
    },
    circle: (x, y, diameter, paint) =>
      put('circle', `cx="${num(x)}" cy="${num(y)}" r="${num(diameter / 2)}"`, painted(paint)),
    diamond(x, y, size, paint) {
      const r = size * 0.62;
      put('path', `d="M${at(x, y - r)}l${at(r, r)}l${at(-r, r)}l${at(-r, -r)}z"`, painted(paint));
    },
    polygon: (points, paint) => put('path', `d="${trace(points)}z"`, painted(paint)),
    polyline: (points, stroke) => put('path', `d="${trace(points)}"`, stroked(stroke)),
    curve: (x0, y0, cx, cy, x1, y1, stroke) =>
      put('path', `d="M${at(x0, y0)}Q${at(cx, cy)} ${at(x1, y1)}"`, stroked(stroke)),
    text: (text, x, y, paint) => void parts.push(textElement(text, x, y, paint)),
    clipped(x, y, width, height, draw) {
      const id = `${ids}-${clips++}`;
      parts.push(
        `<clipPath id="${escapeMarkup(id)}"><rect ${box(x, y, width, height)}/></clipPath><g clip-path="url(#${escapeMarkup(id)})">`,
      );
      draw();
      parts.push('</g>');
    },
    markup: () => parts.join(''),
  };
  return ink;
}

function textElement(
  text: string,
  x: number,
  y: number,
  { colour, bold = false, sizePx = LABEL_PX, align = 'left', halo }: TextPaint,
): string {
  const attributes = [
    `x="${num(x)}" y="${num(y + sizePx * BASELINE_EM)}"`,
    sizePx === LABEL_PX ? '' : `font-size="${num(sizePx)}"`,
    bold ? 'font-weight="600"' : '',
    align === 'left' ? '' : `text-anchor="${align === 'center' ? 'middle' : 'end'}"`,
    attribute('fill', colour),
    halo === undefined
      ? ''
      : `${attribute('stroke', halo)} stroke-width="4" stroke-linejoin="round" paint-order="stroke"`,
  ];
  // Spaces at the ends would collapse, and what is measured with them would move.
  const kept = withoutIsolates(text).replace(/^ +| +$/g, (spaces) => '\u00a0'.repeat(spaces.length));
  return `<text ${attributes.filter((part) => part !== '').join(' ')}>${escapeMarkup(kept)}</text>`;
}

function painted({ fill, stroke }: Paint): string {
  return [attribute('fill', fill ?? 'none'), stroke === undefined ? '' : outline(stroke)]
    .filter((part) => part !== '')
    .join(' ');
}

function stroked(stroke: Stroke): string {
  return `fill="none" ${outline(stroke)}`;
}

function outline({ colour, width, dash }: Stroke): string {
  return [
    attribute('stroke', colour),
    width === 1 ? '' : `stroke-width="${num(width)}"`,
    dash === undefined || dash.length === 0 ? '' : `stroke-dasharray="${dash.map(num).join(' ')}"`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function attribute(name: string, value: string): string {
  return `${name}="${escapeMarkup(value)}"`;
}

function box(x: number, y: number, width: number, height: number): string {
  return `x="${num(x)}" y="${num(y)}" width="${num(Math.max(width, 0))}" height="${num(Math.max(height, 0))}"`;
}

function trace(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${at(x, y)}`).join('');
}

function lineTo(x0: number, y0: number, x1: number, y1: number): string {
  return y0 === y1 ? `H${num(x1)}` : x0 === x1 ? `V${num(y1)}` : `L${at(x1, y1)}`;
}

function at(x: number, y: number): string {
  return `${num(x)} ${num(y)}`;
}

/** A hundredth of a px is finer than any screen; NaN and infinities would make the whole picture unreadable. */
function num(value: number): string {
  return Number.isFinite(value) ? String(Math.round(value * 100) / 100 + 0) : '0';
}
