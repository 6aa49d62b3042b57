import type { RelationType } from '../../model/vocabulary';
import type { MeasureText } from '../labels/label-place';
import type { SceneRelation } from '../scene';

/** A place on the chart where an event can be met by a curve, view space. */
export interface Port {
  readonly row: number;
  readonly x: number;
  readonly y: number;
  readonly acts: boolean;
  /** How far from the centre a curve should stop, px. */
  readonly clear: number;
}

export interface RelationWish {
  readonly type: RelationType;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What a word must not cover, view px. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

const WORD_PX = 14;
/** Where along its curve a word is tried, the middle first. */
const WORD_AT = [0.5, 0.38, 0.62, 0.28, 0.72, 0.2, 0.8] as const;

/**
 * Curves between the closest ports of two events, where somebody acts if there are such; a relation whose other end
 * isn't in sight is left to the panel. A word finds a free place along its curve, whole inside the plot, or, the curve
 * still saying that there is a relation, is left to the panel too (empty text).
 */
export function curveRelations(
  wishes: readonly RelationWish[],
  ports: ReadonlyMap<number, readonly Port[]>,
  plot: Box,
  taken: readonly Box[],
  measure: MeasureText,
): SceneRelation[] {
  const boxes = [...taken];
  return wishes.flatMap((wish, index) => {
    const pair = closest(bestOf(ports.get(wish.from)), bestOf(ports.get(wish.to)));
    if (pair === undefined) return [];
    const drawn = curve(wish, pair[0], pair[1], index);
    const width = measure(wish.text, false);
    for (const share of WORD_AT) {
      const [x, y] = pointOn(drawn, share);
      const box = { x0: x - width / 2 - 2, y0: y - WORD_PX / 2, x1: x + width / 2 + 2, y1: y + WORD_PX / 2 };
      if (box.x0 < plot.x0 || box.x1 > plot.x1 || box.y0 < plot.y0 || box.y1 > plot.y1) continue;
      if (boxes.some((other) => other.x0 < box.x1 && box.x0 < other.x1 && other.y0 < box.y1 && box.y0 < other.y1))
        continue;
      boxes.push(box);
      return [{ ...drawn, wordX: x, wordY: y }];
    }
    return [{ ...drawn, text: '' }];
  });
}

function pointOn({ x0, y0, cx, cy, x1, y1 }: SceneRelation, t: number): [number, number] {
  const mix = (a: number, c: number, b: number) => (1 - t) ** 2 * a + 2 * t * (1 - t) * c + t ** 2 * b;
  return [mix(x0, cx, x1), mix(y0, cy, y1)];
}

function bestOf(ports: readonly Port[] = []): readonly Port[] {
  const acting = ports.filter(({ acts }) => acts);
  return acting.length > 0 ? acting : ports;
}

function closest(from: readonly Port[], to: readonly Port[]): [Port, Port] | undefined {
  let best: [Port, Port] | undefined;
  let least = Infinity;
  for (const a of from) {
    for (const b of to) {
      const distance = Math.hypot(a.x - b.x, a.y - b.y);
      if (distance < least) {
        least = distance;
        best = [a, b];
      }
    }
  }
  return best;
}

/** A quadratic curve that leaves sideways; several from one mark fan out by their order. */
function curve(wish: RelationWish, a: Port, b: Port, index: number): SceneRelation {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const bulge = 18 + (index % 3) * 12;
  const cx = Math.abs(dx) < 8 ? a.x + bulge * 2 : a.x + dx * 0.72;
  const cy = Math.abs(dy) < 8 ? a.y - bulge : a.y + dy * 0.18 - (dy === 0 ? bulge : 0);
  const start = stopShort(a, { x: cx, y: cy }, a.clear);
  const end = stopShort(b, { x: cx, y: cy }, b.clear + 2);
  return {
    type: wish.type,
    from: wish.from,
    to: wish.to,
    text: wish.text,
    x0: start.x,
    y0: start.y,
    cx,
    cy,
    x1: end.x,
    y1: end.y,
    wordX: cx,
    wordY: cy,
  };
}

function stopShort(
  at: { x: number; y: number },
  towards: { x: number; y: number },
  by: number,
): { x: number; y: number } {
  const length = Math.hypot(towards.x - at.x, towards.y - at.y) || 1;
  const share = Math.min(by / length, 0.5);
  return { x: at.x + (towards.x - at.x) * share, y: at.y + (towards.y - at.y) * share };
}
