import { valueAt } from '../../base/value-at';
import { DATE_FORMS } from '../../model/dates/event-date';
import { DAY_MS, instant } from '../../model/dates/instant';
import type { Chart } from '../scene-input';
import type { MarkGroup } from '../marks/clusters';
import { actsIn } from '../lanes/event-lanes';
import type { LabelAnchor, LabelText } from './label-place';
import type { LabelObstacles } from './label-room';
import { barsTouching } from '../lanes/lane-content';
import type { LaneContent } from '../lanes/lane-content';
import type { PlacedLane } from '../lanes/lane-heights';
import { mostImportant } from '../marks/mark-run';
import { BOUND_PX, markSize, passiveLineY } from '../marks/mark-size';
import { footprintOf } from '../lanes/footprint';
import type { ZoomLevel } from '../scale/zoom-level';

/**
 * An event that is to be labelled, the places that would do, best first, and its words, which are only asked for where
 * there is room.
 */
export interface LabelWish {
  readonly row: number;
  readonly anchors: readonly LabelAnchor[];
  readonly text: () => LabelText;
}

const SINGLE = DATE_FORMS.indexOf('single');
/** Of a larger pill only its most important members are asked, as many as can be named and a few more. */
const MOST_SPEAKERS = 8;
/** Who comes after so many others finds no room. */
const MOST_WISHES = 400;

/** Who is to be labelled, by importance and then time, and where; of a pill its most important members. */
export function labelWishes(
  chart: Chart,
  anchors: readonly LabelAnchor[],
  isAsked: (row: number) => boolean,
): LabelWish[] {
  const { table } = chart;
  const byRow = new Map<number, LabelAnchor[]>();
  for (const anchor of anchors) {
    for (const row of speakersOf(anchor.group)) {
      const own = byRow.get(row);
      if (own !== undefined) own.push(anchor);
      else byRow.set(row, [anchor]);
    }
  }
  const wishes: LabelWish[] = [];
  for (const row of [...byRow.keys()].toSorted(
    (a, b) => valueAt(table.importance, b) - valueAt(table.importance, a) || a - b,
  )) {
    if (wishes.length >= MOST_WISHES) break;
    if (isAsked(row))
      wishes.push({ row, anchors: bestLanesFirst(chart, row, byRow.get(row) ?? []), text: () => chart.labelOf(row) });
  }
  return wishes;
}

function speakersOf({ kind, run, from, to, rows }: MarkGroup): ArrayLike<number> & Iterable<number> {
  if (kind === 'density') return [];
  return rows.length <= MOST_SPEAKERS
    ? rows
    : mostImportant(run, from, to, MOST_SPEAKERS).map((position) => valueAt(run.rows, position));
}

/**
 * Marks of their own before pills, actors before countries. Where somebody acts, the label stands with those who do:
 * beside an actor who is only mentioned it would read as that actor's deed.
 */
function bestLanesFirst(chart: Chart, row: number, anchors: readonly LabelAnchor[]): LabelAnchor[] {
  const acting = anchors.filter(({ lane }) => actsIn(lane, row));
  const isWhole = chart.table.form[row] === SINGLE;
  return (acting.length > 0 ? acting : anchors).toSorted(
    (a, b) => distance(a) - distance(b) || (isWhole ? 0 : b.group.run.track - a.group.run.track),
  );
}

/** How far an anchor is from being the event's own mark in its actor's lane. */
function distance({ lane, group }: LabelAnchor): number {
  return (group.kind === 'single' ? 0 : 2) + (lane.lane.kind === 'actor' || lane.lane.kind === 'type' ? 0 : 1);
}

/** Ends of a mark with its range, or of a pill or density. */
export function labelAnchor(
  { table, scale }: Chart,
  lane: PlacedLane,
  group: MarkGroup,
  level: ZoomLevel,
): LabelAnchor {
  const row = valueAt(group.rows, 0);
  const base = { row, lane, group };
  if (group.kind !== 'single')
    return { ...base, leftUnit: group.firstUnit, rightUnit: group.lastUnit, reachPx: group.reachPx };
  const acts = group.run.acts[group.from] === 1;
  const reachPx = markSize(table.importance[row] ?? 1, acts) / 2;
  const unitOf = (ms: number | undefined) => scale.unitOf(instant(ms ?? 0));
  // A month or a year has a whisker over its whole span as soon as that can be told from the mark.
  const hasWhisker = acts && table.form[row] === SINGLE && valueAt(table.end, row) - valueAt(table.start, row) > DAY_MS;
  if (footprintOf(table, row, acts) !== 'range' && !hasWhisker)
    return { ...base, leftUnit: group.firstUnit, rightUnit: group.lastUnit, reachPx };
  const half = reachPx / level.domainPx;
  const isBound = table.form[row] === DATE_FORMS.indexOf('before') || table.form[row] === DATE_FORMS.indexOf('after');
  if (isBound) return { ...base, leftUnit: group.firstUnit, rightUnit: group.lastUnit, reachPx: BOUND_PX + 4 };
  return {
    ...base,
    leftUnit: Math.min(unitOf(table.start[row]), group.firstUnit - half),
    rightUnit: Math.max(unitOf(table.end[row]), group.lastUnit + half),
    reachPx: 3,
  };
}

/** Bars of lanes that don't act in them, as drawn in a stretch of unit space. */
export function passiveLines(
  { table, scale }: Chart,
  lanes: readonly PlacedLane[],
  contentOf: (lane: PlacedLane) => LaneContent,
  fromUnit: number,
  toUnit: number,
): LabelObstacles['lines'] {
  const unitOf = (ms: number | undefined) => scale.unitOf(instant(ms ?? 0));
  const startMs = Number.isFinite(fromUnit) ? scale.timeAt(fromUnit) : -Infinity;
  const endMs = Number.isFinite(toUnit) ? scale.timeAt(toUnit) : Infinity;
  return lanes.flatMap((lane) => {
    const bars = contentOf(lane).bars;
    return barsTouching(table, bars, startMs, endMs)
      .filter((i) => bars.acts[i] !== 1)
      .map((i) => {
        const row = valueAt(bars.rows, i);
        return { lane, leftUnit: unitOf(table.start[row]), rightUnit: unitOf(table.end[row]), y: passiveLineY(lane) };
      });
  });
}
