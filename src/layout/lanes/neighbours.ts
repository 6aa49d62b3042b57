import { positionOf } from '../../base/sorted';
import { valueAt } from '../../base/value-at';
import type { EventTable } from '../../model/event-table';
import type { PlacedLane } from './lane-heights';

/** Where the keyboard stands: an event in a lane. */
export interface LaneEvent {
  readonly lane: string;
  readonly row: number;
}

export type Step = 'previous' | 'next' | 'up' | 'down' | 'first' | 'last';

/**
 * The event one key further among the events that pass the mask: along the lane in time order, or the nearest in time in
 * the next lane up or down that holds any. Undefined at an end. O(lanes + rows of the lanes met).
 */
export function neighbourOf(
  table: EventTable,
  lanes: readonly PlacedLane[],
  mask: Uint8Array,
  from: LaneEvent,
  step: Step,
): LaneEvent | undefined {
  const index = lanes.findIndex(({ lane }) => lane.id === from.lane);
  const here = lanes[index];
  if (here === undefined) return undefined;
  switch (step) {
    case 'up':
      return nearestBeyond(table, lanes, mask, index, -1, from.row);
    case 'down':
      return nearestBeyond(table, lanes, mask, index, 1, from.row);
    default:
      return along(here, mask, from.row, step);
  }
}

/** The first event of the first lane that holds any. */
export function firstLaneEvent(lanes: readonly PlacedLane[], mask: Uint8Array): LaneEvent | undefined {
  for (const { lane } of lanes) {
    const row = lane.rows.find((candidate) => mask[candidate] === 1);
    if (row !== undefined) return { lane: lane.id, row };
  }
  return undefined;
}

function along(
  { lane }: PlacedLane,
  mask: Uint8Array,
  row: number,
  step: 'previous' | 'next' | 'first' | 'last',
): LaneEvent | undefined {
  const { rows } = lane;
  const from = {
    previous: (positionOf(lane.rows, row) ?? 0) - 1,
    next: (positionOf(lane.rows, row) ?? rows.length) + 1,
    first: 0,
    last: rows.length - 1,
  }[step];
  const by = step === 'previous' || step === 'last' ? -1 : 1;
  for (let i = from; i >= 0 && i < rows.length; i += by) {
    const found = valueAt(rows, i);
    if (mask[found] === 1) return found === row ? undefined : { lane: lane.id, row: found };
  }
  return undefined;
}

function nearestBeyond(
  table: EventTable,
  lanes: readonly PlacedLane[],
  mask: Uint8Array,
  index: number,
  direction: 1 | -1,
  row: number,
): LaneEvent | undefined {
  const time = valueAt(table.anchor, row);
  for (let i = index + direction; i >= 0 && i < lanes.length; i += direction) {
    const lane = lanes[i]?.lane;
    if (lane === undefined) break;
    let best: number | undefined;
    let least = Infinity;
    for (const candidate of lane.rows) {
      const distance = Math.abs(valueAt(table.anchor, candidate) - time);
      if (mask[candidate] === 1 && distance < least) {
        least = distance;
        best = candidate;
      }
    }
    if (best !== undefined) return { lane: lane.id, row: best };
  }
  return undefined;
}
