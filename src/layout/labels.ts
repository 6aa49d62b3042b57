import { MARK_GAP_PX, widthOf } from './label-place';
import type { LabelAnchor, LabelPlace, LabelText, MeasureText } from './label-place';
import { labelRoom } from './label-room';
import type { LabelObstacles } from './label-room';
import type { PlacedLane } from './lane-heights';

/** A row this high takes labels above its marks too (a little into the row above, unless bars stand there); and one this high, below. */
const TWO_LINES_FROM_PX = 36;
const THREE_LINES_FROM_PX = 54;

interface LabelWish {
  readonly row: number;
  readonly anchors: readonly LabelAnchor[];
  readonly text: LabelText;
}

/** What is to be labelled at a zoom level, and what stands in the way. */
export interface LabelScene extends LabelObstacles {
  /** For each event its anchors, best lane first; in order of who gets a label first. */
  readonly wishes: readonly LabelWish[];
  /** End of the as-of day as a share of the domain: what was before it is written before it, if there is room. */
  readonly aheadUnit: number | undefined;
  readonly measure: MeasureText;
}

type Slot = Pick<LabelPlace, 'side' | 'line'>;

/**
 * Each event once, greedily, keeping what the coarser level placed: consistent dynamic labelling (Been, Daiches and Yap
 * 2006), so that a label that is there while zooming in stays there, and on its side. Everything hangs on marks that only
 * move apart within a level, so that what is free at its coarse end is free throughout.
 */
export function placeLabels(scene: LabelScene, coarser: ReadonlyMap<number, LabelPlace>): Map<number, LabelPlace> {
  const room = labelRoom(scene);
  const laneIndex = new Map(scene.lanes.map((lane, index) => [lane.lane.id, index]));
  const placed = new Map<number, LabelPlace>();
  const tryPlace = (place: LabelPlace): boolean => {
    const isFree = room.take(place);
    if (isFree) placed.set(place.row, place);
    return isFree;
  };
  const keep = ({ row, anchors, text }: LabelWish): boolean => {
    const before = coarser.get(row);
    const anchor = before && anchors.find(({ lane }) => lane.lane.id === before.lane.lane.id);
    return before !== undefined && anchor !== undefined
      && tryPlace({ ...before, text, anchor, lane: anchor.lane, subRow: anchor.group.subRow, width: widthOf(scene.measure, text) });
  };
  // Marks that have left a pill come last: their words may have grown, and must not push out who was there.
  const stood = (wish: LabelWish) => coarser.get(wish.row)?.anchor.group.kind === 'single';
  const left = scene.wishes.filter((wish) => !(stood(wish) && keep(wish)));
  const again = left.filter((wish) => stood(wish) || !keep(wish));
  for (const { row, anchors, text } of again) {
    const width = widthOf(scene.measure, text);
    const options = anchors.flatMap((anchor) => slotsOf(scene, anchor, laneIndex.get(anchor.lane.lane.id) ?? 0, width).map((slot) => ({ anchor, slot })));
    options.some(({ anchor, slot }) => tryPlace({ row, lane: anchor.lane, subRow: anchor.group.subRow, ...slot, anchor, text, width }));
  }
  return placed;
}

/** Sides and lines to try, best first. */
function slotsOf(scene: LabelScene, anchor: LabelAnchor, lane: number, width: number): readonly Slot[] {
  const right = { side: 'right', line: 0 } as const;
  const left = { side: 'left', line: 0 } as const;
  const beside: readonly Slot[] = reachesAhead(scene, anchor, width) ? [left, right] : [right, left];
  const above = beside.map(({ side }): Slot => ({ side, line: -1 }));
  const below = beside.map(({ side }): Slot => ({ side, line: 1 }));
  const height = anchor.lane.rowHeights[anchor.group.subRow] ?? 0;
  if (height >= THREE_LINES_FROM_PX) return [...beside, ...above, ...below];
  return height >= TWO_LINES_FROM_PX && !barsAbove(scene.lanes, lane, anchor.group.subRow) ? [...beside, ...above] : beside;
}

/** Whether a label at the right of something from before the as-of day would reach into the time after it. */
function reachesAhead({ aheadUnit, level }: LabelScene, { rightUnit }: LabelAnchor, width: number): boolean {
  return aheadUnit !== undefined && rightUnit <= aheadUnit + 1e-9 && rightUnit * level.domainPx + width + MARK_GAP_PX > aheadUnit * level.domainPx;
}

function barsAbove(lanes: readonly PlacedLane[], lane: number, subRow: number): boolean {
  const holds = subRow > 0 ? lanes[lane]?.holds[subRow - 1] : lanes[lane - 1]?.holds.at(-1);
  return holds === 'bars' || (subRow === 0 && lane === 0);
}
