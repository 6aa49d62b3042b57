import { valueAt } from '../../base/value-at';
import { instant } from '../../model/dates/instant';
import type { Chart } from '../scene-input';
import type { MarkGroup } from './clusters';
import { eventMiddle } from '../lanes/event-lanes';
import type { EventLanes } from '../lanes/event-lanes';
import { isBar } from '../lanes/footprint';

/**
 * The line that ties an event's marks together: where it stands, unit space, and the middles of its outermost marks,
 * from the first lane's top.
 */
export interface Stem {
  readonly row: number;
  readonly unit: number;
  readonly y0: number;
  readonly y1: number;
}

/**
 * Stems of the events that act in two lanes or more and have a mark or a pill in each of their lanes among those given;
 * `groups` are the groups of neighbouring lanes, the first of which is `firstLane`. Who is counted in density somewhere
 * has none. By time.
 */
export function stemsAmong(
  chart: Chart,
  lanesOf: (row: number) => EventLanes,
  groups: readonly (readonly MarkGroup[])[],
  firstLane: number,
): Stem[] {
  const seen = new Map<number, number>();
  for (const own of groups) {
    for (const { kind, rows } of own) {
      if (kind === 'density') continue;
      for (const row of rows) seen.set(row, (seen.get(row) ?? 0) + 1);
    }
  }
  const stems: Stem[] = [];
  for (const [row, count] of seen) {
    const { all, acting } = lanesOf(row);
    if (acting.length < 2) continue;
    const near = all.filter((index) => index >= firstLane && index < firstLane + groups.length).length;
    const stem = count >= near ? stemOf(chart, row, acting) : undefined;
    if (stem !== undefined) stems.push(stem);
  }
  return stems.toSorted((a, b) => a.unit - b.unit);
}

/**
 * The stem of an event across lanes given by index; none for fewer than two, nor for bars, whose start is no meeting,
 * unless `bars` says so.
 */
export function stemOf(
  { table, scale, lanes }: Chart,
  row: number,
  held: readonly number[],
  bars = false,
): Stem | undefined {
  const first = lanes[held[0] ?? -1];
  const last = lanes[held.at(-1) ?? -1];
  if (first === undefined || last === undefined || first === last || (!bars && isBar(table, row))) return undefined;
  return {
    row,
    unit: scale.unitOf(instant(valueAt(table.anchor, row))),
    y0: eventMiddle(first, row),
    y1: eventMiddle(last, row),
  };
}
