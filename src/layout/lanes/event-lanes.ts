import { positionOf } from '../../base/sorted';
import { valueAt } from '../../base/value-at';
import type { EventTable } from '../../model/event-table';
import { EVENT_TYPES } from '../../model/vocabulary';
import type { PlacedLane } from './lane-heights';
import type { Lane } from './lanes';

/** Which lanes hold an event, as indices from top to bottom, and in which of them somebody acts. */
export interface EventLanes {
  readonly all: readonly number[];
  readonly acting: readonly number[];
}

/** What is on screen is asked for again in every frame; this many answers are kept. */
const MOST_KNOWN = 20_000;

/**
 * Looks up the lanes of a row from its participants, countries and type, whatever the filter; O(those × log n), and
 * what was asked lately is kept.
 */
export function eventLanes(table: EventTable, lanes: readonly Lane[]): (row: number) => EventLanes {
  const candidatesOf = candidateLanes(table, lanes);
  const known = new Map<number, EventLanes>();
  return (row) => {
    let found = known.get(row);
    if (found === undefined) {
      if (known.size >= MOST_KNOWN) known.clear();
      found = lanesHolding(lanes, candidatesOf(row), row);
      known.set(row, found);
    }
    return found;
  };
}

function lanesHolding(lanes: readonly Lane[], candidates: readonly number[], row: number): EventLanes {
  const all: number[] = [];
  const acting: number[] = [];
  for (const index of candidates) {
    const lane = lanes[index];
    const at = lane === undefined ? undefined : positionOf(lane.rows, row);
    if (lane === undefined || at === undefined) continue;
    all.push(index);
    if (lane.acts[at] === 1) acting.push(index);
  }
  return { all, acting };
}

/** Lanes of a row's actors, countries and type, from top to bottom: those that may hold it. */
function candidateLanes(table: EventTable, lanes: readonly Lane[]): (row: number) => readonly number[] {
  const ofActor = new Int32Array(table.actors.length).fill(-1);
  const ofCountry = new Int32Array(table.countries.length).fill(-1);
  const ofType = new Int32Array(256).fill(-1);
  lanes.forEach((lane, index) => {
    for (const actor of lane.actors) ofActor[actor] = index;
    if (lane.kind === 'country') ofCountry[table.countries.indexOf(lane.key)] = index;
    if (lane.kind === 'type')
      ofType[lane.key === 'none' ? 255 : EVENT_TYPES.findIndex((type) => type === lane.key)] = index;
  });
  return (row) => {
    const found = new Set<number>();
    const add = (index: number | undefined) => {
      if (index !== undefined && index >= 0) found.add(index);
    };
    for (let i = valueAt(table.participantOffset, row); i < valueAt(table.participantOffset, row + 1); i++)
      add(ofActor[valueAt(table.participantActor, i)]);
    for (let i = valueAt(table.countryOffset, row); i < valueAt(table.countryOffset, row + 1); i++)
      add(ofCountry[valueAt(table.countryIndex, i)]);
    add(ofType[table.type[row] ?? 255]);
    return [...found].toSorted((a, b) => a - b);
  };
}

/** Whether somebody of the lane acts in the event; false for an event that isn't in the lane. O(log n). */
export function actsIn({ lane }: PlacedLane, row: number): boolean {
  const at = positionOf(lane.rows, row);
  return at !== undefined && lane.acts[at] === 1;
}

/** The middle of the track in which an event stands in a lane, from the first lane's top. O(log n). */
export function eventMiddle(placed: PlacedLane, row: number): number {
  const at = positionOf(placed.lane.rows, row);
  return trackMiddle(placed, at === undefined ? 0 : valueAt(placed.tracks, at));
}

/** The middle of a track, from the first lane's top. */
export function trackMiddle({ top, trackTops, trackHeights }: PlacedLane, track: number): number {
  return top + valueAt(trackTops, track) + valueAt(trackHeights, track) / 2;
}
