import { isElement, isShadowRoot } from './any-window';

// Between the screen and an element's own layout. Pointers and client rects are told in px of the screen (of the
// viewport, that is); what we draw, lay out and scroll is in px of an element's own layout. On a page of its own the two
// are alike; where a host page scales, turns or zooms what is around us they aren't. Nobody else asks an event for its
// place, nor an element for its rect.

/** Where something is on the screen, as events tell it. */
export interface ScreenPoint {
  readonly clientX: number;
  readonly clientY: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** The px of one element's layout, from its left top corner, as it stands at this moment. */
export interface ElementSpace {
  /** Where a place on the screen is in it. */
  readonly pointAt: (place: ScreenPoint) => { readonly x: number; readonly y: number };
  /** Where another element is in it; of one that stands askew to it, the box around it. */
  readonly boxOf: (other: Element) => Box;
  /** How many px of the screen one px downwards is. */
  readonly scale: number;
}

/**
 * Any shift, scale, zoom, turn and skew of what is around the element counts, in shadow roots and out of them, since the
 * middle of a box stays the middle: its rect gives shift and size, styles only how it is turned. Perspective is taken as
 * an even scale.
 */
export function spaceOf(element: HTMLElement): ElementSpace {
  const zoom = zoomUntold(element);
  const box = screenBoxOf(element, zoom);
  const { a, b, c, d } = turnOf(element);
  const { widthPx, heightPx } = layoutSizeOf(element, box);
  const across = ratioOf(box.width, Math.abs(a) * widthPx + Math.abs(c) * heightPx);
  const down = ratioOf(box.height, Math.abs(b) * widthPx + Math.abs(d) * heightPx);
  // What has no height is taken to be scaled evenly.
  const kx = across ?? down ?? 1;
  const ky = down ?? across ?? 1;
  const isStraight = b === 0 && c === 0;
  const area = a * d - b * c;
  const pointAt = ({ clientX, clientY }: ScreenPoint) => {
    const x = (clientX - (box.left + box.right) / 2) / kx;
    const y = (clientY - (box.top + box.bottom) / 2) / ky;
    return {
      x: (d * x - c * y) / area + (isStraight ? box.width / kx / Math.abs(a) : widthPx) / 2,
      y: (a * y - b * x) / area + (isStraight ? box.height / ky / Math.abs(d) : heightPx) / 2,
    };
  };
  return {
    pointAt,
    boxOf: (other) => {
      // Nothing of ours is zoomed by itself.
      const { left, top, right, bottom } = screenBoxOf(other, element.contains(other) ? zoom : undefined);
      const one = pointAt({ clientX: left, clientY: top });
      const two = pointAt({ clientX: right, clientY: bottom });
      const [x, y] = [Math.min(one.x, two.x), Math.min(one.y, two.y)];
      const [width, height] = [Math.abs(two.x - one.x), Math.abs(two.y - one.y)];
      return { left: x, top: y, right: x + width, bottom: y + height, width, height };
    },
    scale: Math.hypot(c * kx, d * ky),
  };
}

/** Of an element on the screen, whatever the browser counts in where it zooms; `zoom` where that is known. */
export function screenBoxOf(element: Element, zoom = zoomUntold(element)): Box {
  const rect = element.getBoundingClientRect();
  if (zoom === 1) return rect;
  const { left, top, width, height } = rect;
  return new DOMRect(left * zoom, top * zoom, width * zoom, height * zoom);
}

/** How far apart two places are, in px of the screen: as far as the hand has moved. */
export function apartPx(a: ScreenPoint, b: ScreenPoint): number {
  return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
}

/** How large an element is laid out, border included, in fractions of its own px; as it is drawn where that is all but the same. */
function layoutSizeOf(
  element: HTMLElement,
  { width, height }: Box,
): { readonly widthPx: number; readonly heightPx: number } {
  const { offsetWidth, offsetHeight } = element;
  const isAlike = Math.abs(width - offsetWidth) < 1 && Math.abs(height - offsetHeight) < 1;
  if (isAlike || offsetWidth === 0) return { widthPx: width, heightPx: height };
  const style = getComputedStyle(element);
  return { widthPx: finer(style.width, offsetWidth), heightPx: finer(style.height, offsetHeight) };
}

/** Browsers round sizes to whole px; styles have them in full, where they are of the same box. */
function finer(css: string, px: number): number {
  const full = parseFloat(css);
  return Math.abs(full - px) < 1 ? full : px;
}

/** What is nearly one is one: the rest is rounding. Undefined for nothing. */
function ratioOf(screenPx: number, ownPx: number): number | undefined {
  if (screenPx === 0 || ownPx === 0) return undefined;
  const ratio = screenPx / ownPx;
  return Math.abs(ratio - 1) < 0.001 ? 1 : ratio;
}

type Turn = Pick<DOMMatrixReadOnly, 'a' | 'b' | 'c' | 'd'>;
const UPRIGHT: Turn = { a: 1, b: 0, c: 0, d: 1 };
/** What these are is drawn over the page, and no transform around them moves it. */
const ON_TOP = ':is(:modal, :fullscreen, :popover-open)';

/** How an element is scaled, turned and skewed by its own style and by those around it, its place aside. */
function turnOf(element: Element): Turn {
  let turn: DOMMatrix | undefined;
  // Where there are none nothing is laid out.
  if (typeof DOMMatrix === 'undefined') return UPRIGHT;
  for (let box: Element | undefined = element; box !== undefined; box = aroundOf(box)) {
    const own = transformOf(getComputedStyle(box));
    if (own !== '') turn = new DOMMatrix(own).multiply(turn);
    if (box.matches(ON_TOP)) break;
  }
  // Seen edgewise it has no inside.
  return turn === undefined || Math.abs(turn.a * turn.d - turn.b * turn.c) < 1e-9 ? UPRIGHT : turn;
}

/** Undefined are properties that the browser doesn't know. A turn about another axis than the screen's only narrows. */
function transformOf({ rotate = '', scale = '', transform }: Partial<CSSStyleDeclaration>): string {
  const parts = [
    /^[\d.-]+deg$/.test(rotate) && `rotate(${rotate})`,
    /^[\d.-]/.test(scale) && `scale(${scale.split(' ').slice(0, 2).join()})`,
    transform !== 'none' && transform,
  ];
  return parts.filter(Boolean).join(' ');
}

/** What an element is laid out in: through slots and shadow roots, which a host page may have the timeline in. */
export function aroundOf(element: Element): Element | undefined {
  const parent = element.assignedSlot ?? element.parentNode;
  return isShadowRoot(parent) ? parent.host : isElement(parent) ? parent : undefined;
}

/**
 * By how much a browser's rects fall short of the screen: since 2024 they are told in its px (`currentCSSZoom` came with
 * that), while Safari tells them in px of the zoomed element, and its pointers in those of the screen.
 */
function zoomUntold(element: Element): number {
  let zoom = 1;
  if ('currentCSSZoom' in element || typeof DOMMatrix === 'undefined') return zoom;
  for (let box: Element | undefined = element; box !== undefined; box = aroundOf(box))
    zoom *= parseFloat(getComputedStyle(box).zoom) || 1;
  return zoom;
}
