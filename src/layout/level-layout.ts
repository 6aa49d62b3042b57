import { DATE_FORMS } from '../model/event-date';
import { DAY_MS, instant } from '../model/instant';
import type { Chart } from './chart';
import { groupMarks } from './clusters';
import type { MarkGroup } from './clusters';
import { placeLabels } from './labels';
import type { LabelAnchor, LabelPlace } from './label-place';
import type { PlacedLane } from './lane-heights';
import { footprintOf } from './rows';
import { zoomLevel } from './zoom-level';
import type { ZoomLevel } from './zoom-level';

/** Diameters of marks, CSS px: importance 3, others, roles that don't act. */
const MARK_PX = { important: 15, usual: 12, passive: 9 } as const;
/** Height of a pill, CSS px; half of it is its round end. */
export const PILL_PX = 22;
const SINGLE = DATE_FORMS.indexOf('single');
/** The widest window shows the domain and 5 % on both sides. */
const COARSEST_STEP = -1;

/** Where the marks of an event tie together, as lane indices; the lanes are the chart's. */
export interface StemSpan {
  readonly row: number;
  readonly unit: number;
  readonly firstLane: number;
  readonly lastLane: number;
  /** Middles of the outermost marks, from the first lane's top. */
  readonly y0: number;
  readonly y1: number;
}

/** What holds for one zoom level wherever the window stands. */
export interface LevelLayout {
  readonly level: ZoomLevel;
  readonly groups: ReadonlyMap<PlacedLane, readonly MarkGroup[]>;
  /** Rows counted in density somewhere: their marks can't be told apart there, so no stem ties them. */
  readonly dense: ReadonlySet<number>;
  /** By table row. */
  readonly labels: ReadonlyMap<number, LabelPlace>;
}

/** A level's layouts of one chart, made when first asked for and kept; each label placement builds on the coarser level's. */
export function levelLayouts(chart: Chart, widthPx: number, stems: readonly StemSpan[]): (step: number) => LevelLayout {
  const made = new Map<number, LevelLayout>();
  const make = (step: number): LevelLayout => {
    const found = made.get(step);
    if (found !== undefined) return found;
    const coarser = chart.labelled && step > COARSEST_STEP ? make(step - 1).labels : new Map<number, LabelPlace>();
    const layout = layoutLevel(chart, zoomLevel(step, widthPx), stems, coarser);
    made.set(step, layout);
    return layout;
  };
  return make;
}

function layoutLevel(chart: Chart, level: ZoomLevel, stems: readonly StemSpan[], coarser: ReadonlyMap<number, LabelPlace>): LevelLayout {
  const { table, mask, lanes, scale, clusters } = chart;
  const groups = new Map(lanes.map((lane) => [lane, groupMarks(table, lane, mask, scale, level, clusters)]));
  const dense = new Set([...groups.values()].flatMap((own) => own.flatMap(({ kind, rows }) => (kind === 'density' ? rows : []))));
  if (!chart.labelled) return { level, groups, dense, labels: new Map() };
  const anchors = [...groups].flatMap(([lane, own]) => own.map((group) => anchorOf(chart, lane, group, level)));
  const byRow = new Map<number, LabelAnchor[]>();
  for (const anchor of anchors) {
    if (anchor.group.kind === 'density') continue;
    for (const row of anchor.group.rows) byRow.set(row, [...(byRow.get(row) ?? []), anchor]);
  }
  const wishes = [...byRow].map(([row, own]) => ({ row, anchors: bestLanesFirst(chart, row, own) }))
    .toSorted((a, b) => (table.importance[b.row] ?? 0) - (table.importance[a.row] ?? 0) || a.row - b.row);
  const spoken = new Map<MarkGroup, number>();
  const labelled = wishes.flatMap(({ row, anchors: own }) => {
    // A pill is labelled once, for its most important member; an event in a pill may still have a mark of its own elsewhere.
    const free = own.filter(({ group }) => group.kind === 'single' || (spoken.get(group) ?? row) === row);
    const best = free[0];
    if (best === undefined) return [];
    if (best.group.kind === 'cluster') spoken.set(best.group, row);
    const text = chart.labelOf(row);
    const more = best.group.kind === 'cluster' ? best.group.rows.length - 1 : 0;
    // Another pill holds other events: its "+n" would be another one, and its label may be another member's.
    const fitting = more > 0 ? [best] : free.filter(({ group }) => group.kind === 'single');
    return [{ row, anchors: fitting, text: more === 0 ? text : { ...text, note: ` +${more}` } }];
  });
  const labels = placeLabels({ level, lanes, anchors, lines: passiveLines(chart), wishes: labelled, stems: stems.filter(({ row }) => !dense.has(row)), measure: chart.measure, aheadUnit: table.asOfEnd === undefined ? undefined : scale.unitOf(table.asOfEnd) }, coarser);
  return { level, groups, dense, labels };
}

/** Bars of lanes that don't act in them, as drawn. */
function passiveLines({ table, mask, lanes, scale }: Chart): { lane: PlacedLane; leftUnit: number; rightUnit: number; y: number }[] {
  const unitOf = (ms: number | undefined) => scale.unitOf(instant(ms ?? 0));
  return lanes.flatMap((lane) => Array.from(lane.lane.rows).flatMap((row, i) => (
    mask[row] === 1 && footprintOf(table, row, lane.lane.acts[i] === 1) === 'line'
      ? [{ lane, leftUnit: unitOf(table.start[row]), rightUnit: unitOf(table.end[row]), y: passiveLineY(lane) }]
      : [])));
}

/** Where a bar runs in a lane that doesn't act in it: along the foot of the first sub-row, from the first lane's top. */
export function passiveLineY({ top, rowHeights }: PlacedLane): number {
  return top + (rowHeights[0] ?? 0) - 3;
}

/** Ends of a mark with its range, or of a pill. */
function anchorOf({ table, scale }: Chart, lane: PlacedLane, group: MarkGroup, level: ZoomLevel): LabelAnchor {
  const row = group.rows[0] ?? 0;
  const base = { row, lane, group };
  if (group.kind !== 'single') return { ...base, leftUnit: group.firstUnit, rightUnit: group.lastUnit, reachPx: group.reachPx };
  const acts = actsIn(lane, row);
  const reachPx = markSize(table.importance[row] ?? 1, acts) / 2;
  const unitOf = (ms: number | undefined) => scale.unitOf(instant(ms ?? 0));
  // A month or a year has a whisker over its whole span as soon as that can be told from the mark.
  const hasWhisker = acts && table.form[row] === SINGLE && (table.end[row] ?? 0) - (table.start[row] ?? 0) > DAY_MS;
  if (footprintOf(table, row, acts) !== 'range' && !hasWhisker) return { ...base, leftUnit: group.firstUnit, rightUnit: group.lastUnit, reachPx };
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

/** How far the open bracket of "on or before" reaches, CSS px. */
export const BOUND_PX = 34;

export function markSize(importance: number, acts: boolean): number {
  if (!acts) return MARK_PX.passive;
  return importance >= 3 ? MARK_PX.important : MARK_PX.usual;
}

/** Whether somebody of the lane acts in the event; false for an event that isn't in the lane. O(log n). */
export function actsIn({ lane }: PlacedLane, row: number): boolean {
  let low = 0;
  let high = lane.rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = lane.rows[middle] ?? 0;
    if (at === row) return lane.acts[middle] === 1;
    if (at < row) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/**
 * Marks of their own before pills, actors before countries. Where somebody acts, the label stands with those who do: beside
 * an actor who is only mentioned it would read as that actor's deed.
 */
function bestLanesFirst(chart: Chart, row: number, anchors: readonly LabelAnchor[]): LabelAnchor[] {
  const acting = anchors.filter(({ lane }) => actsIn(lane, row));
  const isWhole = chart.table.form[row] === SINGLE;
  return (acting.length > 0 ? acting : anchors).toSorted((a, b) => distance(a) - distance(b) || (isWhole ? 0 : b.group.subRow - a.group.subRow));
}

/** How far an anchor is from being the event's own mark in its actor's lane. */
function distance({ lane, group }: LabelAnchor): number {
  return (group.kind === 'single' ? 0 : 2) + (lane.lane.kind === 'actor' || lane.lane.kind === 'type' ? 0 : 1);
}
