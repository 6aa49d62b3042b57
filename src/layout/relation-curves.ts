import type { RelationType } from '../model/vocabulary';
import type { SceneRelation } from './scene';

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

/** Curves between the closest ports of two events, where somebody acts if there are such; a relation whose other end isn't in sight is left to the panel. */
export function curveRelations(wishes: readonly RelationWish[], ports: ReadonlyMap<number, readonly Port[]>): SceneRelation[] {
  return wishes.flatMap((wish, index) => {
    const pair = closest(bestOf(ports.get(wish.from)), bestOf(ports.get(wish.to)));
    return pair === undefined ? [] : [curve(wish, pair[0], pair[1], index)];
  });
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
  const side = dx === 0 ? 1 : Math.sign(dx);
  const cx = Math.abs(dx) < 8 ? a.x + bulge * 2 : a.x + dx * 0.72;
  const cy = Math.abs(dy) < 8 ? a.y - bulge : a.y + dy * 0.18 - (dy === 0 ? bulge : 0);
  const start = stopShort(a, { x: cx, y: cy }, a.clear);
  const end = stopShort(b, { x: cx, y: cy }, b.clear + 2);
  return {
    type: wish.type, from: wish.from, to: wish.to, text: wish.text,
    x0: start.x, y0: start.y, cx, cy, x1: end.x, y1: end.y,
    wordX: (start.x + 2 * cx + end.x) / 4 + side * 4, wordY: (start.y + 2 * cy + end.y) / 4,
  };
}

function stopShort(at: { x: number; y: number }, towards: { x: number; y: number }, by: number): { x: number; y: number } {
  const length = Math.hypot(towards.x - at.x, towards.y - at.y) || 1;
  const share = Math.min(by / length, 0.5);
  return { x: at.x + (towards.x - at.x) * share, y: at.y + (towards.y - at.y) * share };
}
