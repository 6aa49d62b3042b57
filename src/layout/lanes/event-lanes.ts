import { valueAt } from '../../base/value-at';
import type { EventTable } from '../../model/event-table';
import { EVENT_TYPES } from '../../model/vocabulary';
import type { PlacedLane } from './lane-heights';
import { positionIn } from './lanes';

/** Which lanes hold an event, as indices from top to bottom, and in which of them somebody acts. */
export interface EventLanes {
  readonly all: readonly number[];
  readonly acting: readonly number[];
}

/** What is on screen is asked for again in every frame; this many answers are kept. */
const MOST_KNOWN = 20_000;

/**
 * Looks up the lanes of a row from its participants, countries and type; O(those × log n); the same lanes share what
 * was looked up, whatever the filter.
 */
export function eventLanes(table: EventTable, lanes: readonly PlacedLane[]): (row: number) => EventLanes {
  const made = lookUps.get(lanes);
  if (made !== undefined) return made;
  const lookUp = makeLookUp(table, lanes);
  lookUps.set(lanes, lookUp);
  return lookUp;
}

const lookUps = new WeakMap<readonly PlacedLane[], (row: number) => EventLanes>();

function makeLookUp(table: EventTable, lanes: readonly PlacedLane[]): (row: number) => EventLanes {
  const ofActor = new Int32Array(table.actors.length).fill(-1);
  const ofCountry = new Int32Array(table.countries.length).fill(-1);
  const ofType = new Int32Array(256).fill(-1);
  lanes.forEach(({ lane }, index) => {
    for (const actor of lane.actors) ofActor[actor] = index;
    if (lane.kind === 'country') ofCountry[table.countries.indexOf(lane.key)] = index;
    if (lane.kind === 'type')
      ofType[lane.key === 'none' ? 255 : EVENT_TYPES.findIndex((type) => type === lane.key)] = index;
  });
  const known = new Map<number, EventLanes>();
  const lookUp = (row: number): EventLanes => {
    const candidates: number[] = [];
    const add = (index: number | undefined) => {
      if (index !== undefined && index >= 0 && !candidates.includes(index)) candidates.push(index);
    };
    for (let i = valueAt(table.participantOffset, row); i < valueAt(table.participantOffset, row + 1); i++)
      add(ofActor[valueAt(table.participantActor, i)]);
    for (let i = valueAt(table.countryOffset, row); i < valueAt(table.countryOffset, row + 1); i++)
      add(ofCountry[valueAt(table.countryIndex, i)]);
    add(ofType[table.type[row] ?? 255]);
    const all: number[] = [];
    const acting: number[] = [];
    for (const index of candidates.toSorted((a, b) => a - b)) {
      const lane = lanes[index]?.lane;
      const at = lane === undefined ? undefined : positionIn(lane, row);
      if (lane === undefined || at === undefined) continue;
      all.push(index);
      if (lane.acts[at] === 1) acting.push(index);
    }
    return { all, acting };
  };
  return (row) => {
    let found = known.get(row);
    if (found === undefined) {
      if (known.size >= MOST_KNOWN) known.clear();
      found = lookUp(row);
      known.set(row, found);
    }
    return found;
  };
}

/** Whether somebody of the lane acts in the event; false for an event that isn't in the lane. O(log n). */
export function actsIn({ lane }: PlacedLane, row: number): boolean {
  const at = positionIn(lane, row);
  return at !== undefined && lane.acts[at] === 1;
}

/** The middle of the sub-row in which an event stands in a lane, from the first lane's top. O(log n). */
export function rowMiddle(placed: PlacedLane, row: number): number {
  const at = positionIn(placed.lane, row);
  return middleOfSubRow(placed, at === undefined ? 0 : valueAt(placed.subRow, at));
}

/** The middle of a sub-row, from the first lane's top. */
export function middleOfSubRow({ top, rowTops, rowHeights }: PlacedLane, subRow: number): number {
  return top + valueAt(rowTops, subRow) + valueAt(rowHeights, subRow) / 2;
}
