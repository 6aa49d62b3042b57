import { DATE_FORMS } from '../model/event-date';
import { instant } from '../model/instant';
import type { Chart } from './chart';
import type { StemSpan } from './level-layout';

import type { PlacedLane } from './lane-heights';

const BAR = DATE_FORMS.indexOf('interval');

/** Lanes by event, all and acting; one pass over the lanes, once per filter. */
export interface EventLanes {
  readonly all: ReadonlyMap<number, readonly number[]>;
  readonly acting: ReadonlyMap<number, readonly number[]>;
}

/** Indices of the lanes that hold each event that passes the mask, from top to bottom. */
export function lanesByEvent({ lanes, mask }: Chart): EventLanes {
  const all = new Map<number, number[]>();
  const acting = new Map<number, number[]>();
  lanes.forEach(({ lane }, index) => {
    lane.rows.forEach((row, i) => {
      if (mask[row] !== 1) return;
      push(all, row, index);
      if (lane.acts[i] === 1) push(acting, row, index);
    });
  });
  return { all, acting };
}

function push(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Stems of the events that act in two lanes or more, at the mark's time, by time. Bars have none: their start is no meeting. */
export function stemSpans({ table, scale, lanes: placed }: Chart, { acting }: EventLanes): StemSpan[] {
  const spans = [...acting].flatMap(([row, lanes]) => {
    const firstLane = lanes[0];
    const lastLane = lanes.at(-1);
    if (firstLane === undefined || lastLane === undefined || firstLane === lastLane || table.form[row] === BAR) return [];
    const top = placed[firstLane];
    const bottom = placed[lastLane];
    if (top === undefined || bottom === undefined) return [];
    return [{ row, unit: scale.unitOf(instant(table.anchor[row] ?? 0)), firstLane, lastLane, y0: rowMiddle(top, row), y1: rowMiddle(bottom, row) }];
  });
  return spans.toSorted((a, b) => a.unit - b.unit);
}

/** The middle of the sub-row in which an event stands in a lane, from the first lane's top. */
export function rowMiddle(placed: PlacedLane, row: number): number {
  const index = placed.lane.rows.indexOf(row);
  const sub = placed.subRow[index] ?? 0;
  return placed.top + (placed.rowTops[sub] ?? 0) + (placed.rowHeights[sub] ?? 0) / 2;
}

