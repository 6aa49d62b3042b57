import { valueAt } from '../../base/value-at';
import { bisectLeft, bisectRight } from 'd3';
import { trackMiddle } from '../lanes/event-lanes';
import { AIR_PX, EDGE_PX, LABEL_HEIGHT_PX, labelLeft, lineOffset } from './label-place';
import type { LabelAnchor, LabelPlace } from './label-place';
import type { PlacedLane } from '../lanes/lane-heights';
import type { ZoomLevel } from '../scale/zoom-level';

/** What labels must keep clear of at a zoom level. */
export interface LabelObstacles {
  readonly level: ZoomLevel;
  readonly lanes: readonly PlacedLane[];
  /** Every mark, range, pill and density stretch: nothing is written over these. */
  readonly anchors: readonly LabelAnchor[];
  /** Thin lines of bars in which a lane doesn't act, `y` from the first lane's top. */
  readonly lines: readonly {
    readonly lane: PlacedLane;
    readonly leftUnit: number;
    readonly rightUnit: number;
    readonly y: number;
  }[];
  /** By time. */
  readonly stems: readonly { readonly row: number; readonly unit: number; readonly y0: number; readonly y1: number }[];
  /** What labels must stay inside of, unit space; infinite where there is only the domain. */
  readonly span: { readonly from: number; readonly to: number };
}

/** Room for labels: `has` says whether nothing stands at a place, `take` claims it if so and says whether it did. */
export interface LabelRoom {
  readonly has: (place: LabelPlace) => boolean;
  readonly take: (place: LabelPlace) => boolean;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Whether it is density, over which the words of an important event may stand. */
  readonly isDensity: boolean;
}

/** Shares of the domain closer than this are the same time. */
const SAME_UNIT = 1e-9;
/** Less than this isn't meeting: where boxes are made to touch, sums in px differ in the last digits. */
const TOUCH_PX = 0.01;
/** A label's line may come this near to the end of a stem above or below it. */
const STEM_CLEAR_PX = 9;
/** Half a mark, half a pill; density fills its track. */
const HALF_HEIGHT_PX = { single: 8, cluster: 11, density: undefined } as const;

/** The room between marks, pills, ranges and stems, inside the domain. */
export function labelRoom(obstacles: LabelObstacles): LabelRoom {
  const { level, lanes, stems } = obstacles;
  const taken = boxesOfInk(obstacles);
  const firstTracks = firstTracksOf(lanes);
  const stemUnits = stems.map(({ unit }) => unit);
  const leftmost = Math.max(EDGE_PX, obstacles.span.from * level.domainPx);
  const rightmost = Math.min(level.domainPx - EDGE_PX, obstacles.span.to * level.domainPx);
  const indexOf = (place: LabelPlace) => (firstTracks.get(place.lane.lane.id) ?? 0) + place.track;
  const isFree = (place: LabelPlace, at: Box): boolean => {
    if (at.left < leftmost || at.right > rightmost) return false;
    const index = indexOf(place);
    // A label above or below its mark may reach into the track next to its own, and words of that track into this one.
    for (let near = index - 1; near <= index + 1; near++) {
      if (
        taken.get(near)?.some((other) => !(other.isDensity && place.anchor.group.raised) && meets(at, other)) === true
      )
        return false;
    }
    return place.overStem || !crossesStem(obstacles, stemUnits, at, place);
  };
  return {
    has: (place) => isFree(place, boxOf(place, level)),
    take: (place) => {
      const at = boxOf(place, level);
      if (!isFree(place, at)) return false;
      boxesOf(taken, indexOf(place)).push(at);
      return true;
    },
  };
}

function boxOf(place: LabelPlace, level: ZoomLevel): Box {
  const left = labelLeft(place, level.domainPx);
  const y = trackMiddle(place.lane, place.track) + lineOffset(place.line);
  return {
    left,
    right: left + place.width,
    top: y - LABEL_HEIGHT_PX / 2,
    bottom: y + LABEL_HEIGHT_PX / 2,
    isDensity: false,
  };
}

/** With air on both sides, and a px of one line of words over the next, which their letters don't use. */
function meets(label: Box, other: Box): boolean {
  return (
    label.left - AIR_PX < other.right - TOUCH_PX &&
    label.right + AIR_PX > other.left + TOUCH_PX &&
    label.top < other.bottom - TOUCH_PX &&
    label.bottom > other.top + TOUCH_PX
  );
}

/** Marks, pills, density and thin lines by track, all lanes' tracks counted from the top. */
function boxesOfInk({ anchors, lines, lanes, level }: LabelObstacles): Map<number, Box[]> {
  const taken = new Map<number, Box[]>();
  const firstTracks = firstTracksOf(lanes);
  for (const { lane, group, leftUnit, rightUnit, reachPx } of anchors) {
    const y = trackMiddle(lane, group.run.track);
    const half = HALF_HEIGHT_PX[group.kind] ?? valueAt(lane.trackHeights, group.run.track) / 2;
    boxesOf(taken, (firstTracks.get(lane.lane.id) ?? 0) + group.run.track).push({
      left: leftUnit * level.domainPx - reachPx,
      right: rightUnit * level.domainPx + reachPx,
      top: y - half,
      bottom: y + half,
      isDensity: group.kind === 'density',
    });
  }
  for (const { lane, leftUnit, rightUnit, y } of lines) {
    boxesOf(taken, firstTracks.get(lane.lane.id) ?? 0).push({
      left: leftUnit * level.domainPx,
      right: rightUnit * level.domainPx,
      top: y - 1,
      bottom: y + 1,
      isDensity: false,
    });
  }
  return taken;
}

/** Index of each lane's first track, by lane id. */
function firstTracksOf(lanes: readonly PlacedLane[]): Map<string, number> {
  let index = 0;
  return new Map(
    lanes.map(({ lane, trackHeights }) => {
      const first = index;
      index += trackHeights.length;
      return [lane.id, first];
    }),
  );
}

function boxesOf(taken: Map<number, Box[]>, track: number): Box[] {
  const found = taken.get(track);
  if (found !== undefined) return found;
  const made: Box[] = [];
  taken.set(track, made);
  return made;
}

function crossesStem(
  { stems, level }: LabelObstacles,
  stemUnits: readonly number[],
  at: Box,
  { row, lane, track, line, side, anchor }: LabelPlace,
): boolean {
  // From the mark on: a stem between a mark and its label would come out under the label when zooming in.
  const from =
    side === 'right'
      ? bisectRight(stemUnits, anchor.rightUnit + SAME_UNIT)
      : bisectLeft(stemUnits, (at.left - 3) / level.domainPx);
  const to =
    side === 'left'
      ? bisectLeft(stemUnits, anchor.leftUnit - SAME_UNIT)
      : bisectRight(stemUnits, (at.right + 3) / level.domainPx);
  const y = trackMiddle(lane, track) + lineOffset(line);
  for (let i = from; i < to; i++) {
    const stem = stems[i];
    if (stem === undefined) continue;
    const isOwn = stem.row === row && line === 0;
    if (!isOwn && y > stem.y0 - STEM_CLEAR_PX && y < stem.y1 + STEM_CLEAR_PX) return true;
  }
  return false;
}
