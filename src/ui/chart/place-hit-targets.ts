import { valueAt } from '../../base/value-at';
import type { PlacedLane } from '../../layout/lanes/lane-heights';
import type { Scene, SceneBar, SceneCluster, SceneLabel, SceneMark, SceneStretch } from '../../layout/scene';

/**
 * A thing on the chart that a person can point at, tab to and choose: an event's mark or bar in a lane, a pill or a
 * dense stretch.
 */
export interface HitTarget {
  readonly key: string;
  readonly lane: string;
  readonly kind: 'event' | 'cluster' | 'density';
  readonly rows: Uint32Array;
  /** Box in view space, y from the lane's top. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The label drawn for it in this lane, y from the lane's top. */
  readonly label:
    | { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
    | undefined;
}

/**
 * The targets of a scene by lane, in time order; boxes are at least `leastPx` wide and high where the lane has room, and
 * take in the label beside a mark.
 */
export function hitTargetsOf(scene: Scene, leastPx: number): Map<string, HitTarget[]> {
  const byLane = new Map<string, HitTarget[]>();
  const labels = labelsByLane(scene);
  const outlines = [
    ...scene.marks.filter(({ inWindow }) => inWindow).map((mark) => markOutline(mark, leastPx)),
    ...scene.bars.map((bar) => barOutline(bar, scene.widthPx, leastPx)),
    ...scene.clusters.map((cluster) => clusterOutline(cluster, leastPx)),
    ...scene.stretches.map((stretch) => stretchOutline(stretch, leastPx)),
  ];
  for (const outline of outlines) {
    if (outline.rows.length === 0) continue;
    const { id } = outline.lane.lane;
    // The label of a dense stretch would be one of the marks in it.
    const label =
      outline.kind === 'density' ? undefined : labels.get(id)?.find(({ row }) => outline.rows.includes(row));
    const own = byLane.get(id) ?? [];
    own.push(hitTargetOf(outline, label));
    byLane.set(id, own);
  }
  for (const own of byLane.values()) own.sort((a, b) => valueAt(a.rows, 0) - valueAt(b.rows, 0));
  return byLane;
}

function labelsByLane({ labels }: Scene): ReadonlyMap<string, readonly SceneLabel[]> {
  const byLane = new Map<string, SceneLabel[]>();
  for (const label of labels) {
    const { id } = label.lane.lane;
    const own = byLane.get(id) ?? [];
    own.push(label);
    byLane.set(id, own);
  }
  return byLane;
}

/** What of a target follows from the ink alone, in view space; y from the lane's top. */
interface Outline {
  readonly kind: HitTarget['kind'];
  readonly lane: PlacedLane;
  readonly rows: Uint32Array;
  readonly left: number;
  readonly right: number;
  readonly middle: number;
  readonly height: number;
  readonly raised?: boolean;
}

function markOutline({ lane, row, x, y, size, range, raised }: SceneMark, leastPx: number): Outline {
  const half = Math.max(size, leastPx) / 2;
  const wide = range?.style === 'whisker' ? undefined : range;
  return {
    kind: 'event',
    lane,
    rows: Uint32Array.of(row),
    left: Math.min(x - half, wide?.x0 ?? x),
    right: Math.max(x + half, wide?.x1 ?? x),
    middle: y - lane.top,
    height: leastPx,
    raised,
  };
}

function barOutline({ lane, row, x0, x1, y, height }: SceneBar, widthPx: number, leastPx: number): Outline {
  const left = Math.max(x0, 0);
  return {
    kind: 'event',
    lane,
    rows: Uint32Array.of(row),
    left,
    right: Math.max(Math.min(x1, widthPx), left + leastPx),
    middle: y - lane.top,
    height: Math.max(height + 8, leastPx),
  };
}

function clusterOutline({ lane, rows, x0, x1, y, height }: SceneCluster, leastPx: number): Outline {
  return {
    kind: 'cluster',
    lane,
    rows,
    ...widened(x0, x1, leastPx),
    middle: y - lane.top,
    height: Math.max(height, leastPx),
  };
}

function stretchOutline({ lane, rows, x0, x1, y, height }: SceneStretch, leastPx: number): Outline {
  return { kind: 'density', lane, rows, ...widened(x0, x1, leastPx), middle: y - lane.top, height };
}

function widened(x0: number, x1: number, leastPx: number): { readonly left: number; readonly right: number } {
  const short = Math.max(leastPx - (x1 - x0), 0) / 2;
  return { left: x0 - short, right: x1 + short };
}

function hitTargetOf(outline: Outline, label: SceneLabel | undefined): HitTarget {
  const { kind, lane, rows, middle, height, raised = false } = outline;
  // Near an edge of the lane as high as elsewhere.
  const top = Math.max(Math.min(middle - height / 2, lane.height - height), 0);
  const box = { left: outline.left, right: outline.right, top, bottom: Math.min(top + height, lane.height) };
  const labelTop = label === undefined ? 0 : label.y - lane.top - label.height / 2;
  if (label !== undefined) {
    box.left = Math.min(box.left, label.x - 2);
    box.right = Math.max(box.right, label.x + label.width + 2);
    box.top = Math.min(box.top, labelTop);
    box.bottom = Math.max(box.bottom, labelTop + label.height);
  }
  return {
    key: `${raised ? 'raised' : kind} ${rows[0] ?? ''}`,
    lane: lane.lane.id,
    kind,
    rows,
    label: label === undefined ? undefined : { x: label.x, y: labelTop, width: label.width, height: label.height },
    x: box.left,
    y: box.top,
    width: box.right - box.left,
    height: box.bottom - box.top,
  };
}
