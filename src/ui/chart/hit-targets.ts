import { valueAt } from '../../base/value-at';
import type { PlacedLane } from '../../layout/lanes/lane-heights';
import type { Scene, SceneLabel } from '../../layout/scene';

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
 * The spots of a scene by lane, in time order; boxes are at least `leastPx` wide and high where the lane has room, and
 * take in the label beside a mark.
 */
export function hitTargetsOf(scene: Scene, leastPx: number): Map<string, HitTarget[]> {
  const byLane = new Map<string, HitTarget[]>();
  const add = (spot: HitTarget) => {
    if (spot.rows.length === 0) return;
    const list = byLane.get(spot.lane);
    if (list === undefined) byLane.set(spot.lane, [spot]);
    else list.push(spot);
  };
  const labelled = new Map<string, SceneLabel[]>();
  for (const label of scene.labels)
    labelled.set(label.lane.lane.id, [...(labelled.get(label.lane.lane.id) ?? []), label]);
  const labelIn = (lane: string, rows: Uint32Array) => labelled.get(lane)?.find(({ row }) => rows.includes(row));
  for (const { lane, row, x, y, size, range, inWindow, raised } of scene.marks) {
    if (!inWindow) continue;
    const half = Math.max(size, leastPx) / 2;
    const isWide = range !== undefined && range.style !== 'whisker';
    const left = Math.min(x - half, isWide ? range.x0 : x);
    const right = Math.max(x + half, isWide ? range.x1 : x);
    add(
      hitTargetAt(
        'event',
        lane.lane.id,
        Uint32Array.of(row),
        left,
        right,
        y - lane.top,
        leastPx,
        labelIn(lane.lane.id, Uint32Array.of(row)),
        lane,
        raised,
      ),
    );
  }
  for (const { lane, row, x0, x1, y, height } of scene.bars) {
    const left = Math.max(x0, 0);
    const right = Math.max(Math.min(x1, scene.widthPx), left + leastPx);
    add(
      hitTargetAt(
        'event',
        lane.lane.id,
        Uint32Array.of(row),
        left,
        right,
        y - lane.top,
        Math.max(height + 8, leastPx),
        labelIn(lane.lane.id, Uint32Array.of(row)),
        lane,
      ),
    );
  }
  for (const { lane, rows, x0, x1, y, height } of scene.clusters) {
    const short = Math.max(leastPx - (x1 - x0), 0) / 2;
    add(
      hitTargetAt(
        'cluster',
        lane.lane.id,
        rows,
        x0 - short,
        x1 + short,
        y - lane.top,
        Math.max(height, leastPx),
        labelIn(lane.lane.id, rows),
        lane,
      ),
    );
  }
  for (const { lane, rows, x0, x1, y, height } of scene.stretches) {
    const short = Math.max(leastPx - (x1 - x0), 0) / 2;
    add(hitTargetAt('density', lane.lane.id, rows, x0 - short, x1 + short, y - lane.top, height, undefined, lane));
  }
  for (const spots of byLane.values()) spots.sort((a, b) => valueAt(a.rows, 0) - valueAt(b.rows, 0));
  return byLane;
}

function hitTargetAt(
  kind: HitTarget['kind'],
  lane: string,
  rows: Uint32Array,
  left: number,
  right: number,
  middle: number,
  height: number,
  label: SceneLabel | undefined,
  placed: PlacedLane,
  raised = false,
): HitTarget {
  // Near an edge of the lane as high as elsewhere.
  const top = Math.max(Math.min(middle - height / 2, placed.height - height), 0);
  const box = { left, right, top, bottom: Math.min(top + height, placed.height) };
  if (label !== undefined) {
    box.left = Math.min(box.left, label.x - 2);
    box.right = Math.max(box.right, label.x + label.width + 2);
    box.top = Math.min(box.top, label.y - placed.top - label.height / 2);
    box.bottom = Math.max(box.bottom, label.y - placed.top + label.height / 2);
  }
  return {
    key: `${raised ? 'raised' : kind} ${rows[0] ?? ''}`,
    lane,
    kind,
    rows,
    label:
      label === undefined
        ? undefined
        : { x: label.x, y: label.y - placed.top - label.height / 2, width: label.width, height: label.height },
    x: box.left,
    y: box.top,
    width: box.right - box.left,
    height: box.bottom - box.top,
  };
}
