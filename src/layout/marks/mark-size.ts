import { valueAt } from '../../base/value-at';
import type { PlacedLane } from '../lanes/lane-heights';

/** Diameters of marks, CSS px: importance 3, others, roles that don't act. */
const MARK_PX = { important: 15, usual: 12, passive: 9 } as const;
/** Height of a pill, CSS px; half of it is its round end. */
export const PILL_PX = 22;
/** How far the open bracket of "on or before" reaches, CSS px. */
export const BOUND_PX = 34;

/** Diameter of an event's mark in a lane. */
export function markSize(importance: number, acts: boolean): number {
  if (!acts) return MARK_PX.passive;
  return importance >= 3 ? MARK_PX.important : MARK_PX.usual;
}

/**
 * Where a bar runs in a lane that doesn't act in it: along the foot of the first track, from the first lane's top.
 */
export function passiveLineY({ top, trackHeights }: PlacedLane): number {
  return top + valueAt(trackHeights, 0) - 3;
}
