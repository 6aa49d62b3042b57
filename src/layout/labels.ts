import { bisectLeft, bisectRight } from 'd3';
import type { MarkGroup } from './clusters';
import type { PlacedLane } from './lane-heights';
import type { ZoomLevel } from './zoom-level';

/** Width in CSS px of a text in the label's font, plain or bold. */
export type MeasureText = (text: string, bold: boolean) => number;

export interface LabelText {
  readonly text: string;
  readonly note: string;
  readonly bold: boolean;
}

export const LABEL_HEIGHT_PX = 16;
/** From a mark's centre to its label, and from a row's line to the line above or below. */
export const MARK_GAP_PX = 12;
const LINE_PX = 17;
/** Air between a label and whatever stands next to it. */
const AIR_PX = 5;
/** A label's line may come this near to the end of a stem above or below it. */
const STEM_CLEAR_PX = 9;
/** A row this high takes labels above its marks too (a little into the row above, unless bars stand there); and one this high, below. */
const TWO_LINES_FROM_PX = 36;
const THREE_LINES_FROM_PX = 54;

/** Where a label hangs on its mark or pill, true for every zoom of the level and wherever the window stands. */
export interface LabelPlace {
  readonly row: number;
  readonly lane: PlacedLane;
  readonly subRow: number;
  readonly side: 'right' | 'left';
  /** -1 above, 0 beside, 1 below. */
  readonly line: -1 | 0 | 1;
  /** What it hangs on at this level. */
  readonly anchor: LabelAnchor;
  readonly text: LabelText;
  readonly width: number;
}

/** A place that a label may hang on: one event's mark (or the pill it stands in) in one lane. */
export interface LabelAnchor {
  readonly row: number;
  readonly lane: PlacedLane;
  readonly group: MarkGroup;
  /** Ends of the mark with its range, or of the pill, as shares of the domain. */
  readonly leftUnit: number;
  readonly rightUnit: number;
  /** From those ends to the drawn edge, px (half a mark). */
  readonly reachPx: number;
}

interface LabelWish {
  readonly row: number;
  readonly anchors: readonly LabelAnchor[];
  readonly text: LabelText;
}

export interface LabelScene {
  readonly level: ZoomLevel;
  readonly lanes: readonly PlacedLane[];
  /** Every mark, range, pill and density stretch: nothing is written over these. */
  readonly anchors: readonly LabelAnchor[];
  /** Thin lines of bars in which a lane doesn't act, `y` from the first lane's top. */
  readonly lines: readonly { readonly lane: PlacedLane; readonly leftUnit: number; readonly rightUnit: number; readonly y: number }[];
  /** For each event its anchors, best lane first; in order of who gets a label first. */
  readonly wishes: readonly LabelWish[];
  /** End of the as-of day as a share of the domain: what was before it is written before it, if there is room. */
  readonly aheadUnit: number | undefined;
  /** By time. */
  readonly stems: readonly { readonly row: number; readonly unit: number; readonly y0: number; readonly y1: number }[];
  readonly measure: MeasureText;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Shares of the domain closer than this are the same time. */
const SAME_UNIT = 1e-9;
/** Less than this isn't meeting: where boxes are made to touch, sums in px differ in the last digits. */
const TOUCH_PX = 0.01;

/**
 * Each event once, greedily, keeping what the coarser level placed: consistent dynamic labelling (Been, Daiches and Yap
 * 2006), so that a label that is there while zooming in stays there, and on its side. Everything hangs on marks that only
 * move apart within a level, so that what is free at its coarse end is free throughout.
 */
export function placeLabels(scene: LabelScene, coarser: ReadonlyMap<number, LabelPlace>): Map<number, LabelPlace> {
  const taken = obstacles(scene);
  const laneIndex = new Map(scene.lanes.map((lane, index) => [lane.lane.id, index]));
  const rowIndex = rowIndices(scene.lanes);
  const placed = new Map<number, LabelPlace>();
  const stemUnits = scene.stems.map(({ unit }) => unit);
  const tryPlace = (place: LabelPlace): boolean => {
    const at = boxOf(place, scene.level);
    const index = (rowIndex.get(place.lane.lane.id) ?? 0) + place.subRow;
    if (at.left < 2 || at.right > scene.level.domainPx - 2) return false;
    if (crossesStem(scene, stemUnits, at, place)) return false;
    // A label above or below its mark may reach into the row next to its own, and words of that row into this one.
    if ([index - 1, index, index + 1].some((near) => taken.get(near)?.some((other) => meets(at, other)) === true)) return false;
    boxesOf(taken, index).push(at);
    placed.set(place.row, place);
    return true;
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
    const crosses = (anchor: LabelAnchor) => scene.aheadUnit !== undefined && anchor.rightUnit <= scene.aheadUnit + 1e-9
      && anchor.rightUnit * scene.level.domainPx + width + MARK_GAP_PX > scene.aheadUnit * scene.level.domainPx;
    const options = anchors.flatMap((anchor) => slotsOf(anchor, crosses(anchor), barsAbove(scene.lanes, laneIndex.get(anchor.lane.lane.id) ?? 0, anchor.group.subRow)).map((slot) => ({ anchor, slot })));
    options.some(({ anchor, slot }) => tryPlace({ row, lane: anchor.lane, subRow: anchor.group.subRow, ...slot, anchor, text, width }));
  }
  return placed;
}

export function widthOf(measure: MeasureText, { text, note, bold }: LabelText): number {
  return measure(text, bold) + (note === '' ? 0 : measure(note, false));
}

/** Left edge of a placed label, in px from the domain's start, at any zoom within the level. */
export function labelLeft({ anchor, line, side, width }: Pick<LabelPlace, 'anchor' | 'line' | 'side' | 'width'>, domainPx: number): number {
  const beside = line === 0 ? Math.max(anchor.reachPx + AIR_PX, MARK_GAP_PX) : AIR_PX;
  return side === 'right'
    ? anchor.rightUnit * domainPx + beside
    : anchor.leftUnit * domainPx - beside - width;
}

/** Distance of a label's line from its row's middle, px. */
export function lineOffset(line: LabelPlace['line']): number {
  return line * LINE_PX;
}

function slotsOf(anchor: LabelAnchor, leftFirst: boolean, underBars: boolean): { side: 'right' | 'left'; line: -1 | 0 | 1 }[] {
  const right = { side: 'right', line: 0 } as const;
  const left = { side: 'left', line: 0 } as const;
  const beside = leftFirst ? [left, right] : [right, left];
  const height = anchor.lane.rowHeights[anchor.group.subRow] ?? 0;
  const above = beside.map(({ side }) => ({ side, line: -1 as const }));
  const below = beside.map(({ side }) => ({ side, line: 1 as const }));
  if (height >= THREE_LINES_FROM_PX) return [...beside, ...above, ...below];
  return height >= TWO_LINES_FROM_PX && !underBars ? [...beside, ...above] : beside;
}

function barsAbove(lanes: readonly PlacedLane[], lane: number, subRow: number): boolean {
  const holds = subRow > 0 ? lanes[lane]?.holds[subRow - 1] : lanes[lane - 1]?.holds.at(-1);
  return holds === 'bars' || (subRow === 0 && lane === 0);
}

function boxOf(place: LabelPlace, level: ZoomLevel): Box {
  const left = labelLeft(place, level.domainPx);
  const y = middleOf(place.lane, place.subRow) + lineOffset(place.line);
  return { left, right: left + place.width, top: y - LABEL_HEIGHT_PX / 2, bottom: y + LABEL_HEIGHT_PX / 2 };
}

/** With air on both sides, and a px of one line of words over the next, which their letters don't use. */
function meets(label: Box, other: Box): boolean {
  return label.left - AIR_PX < other.right - TOUCH_PX && label.right + AIR_PX > other.left + TOUCH_PX
    && label.top < other.bottom - TOUCH_PX && label.bottom > other.top + TOUCH_PX;
}

/** Marks, pills, density and thin lines by sub-row, all lanes' sub-rows counted from the top. */
function obstacles({ anchors, lines, lanes, level }: LabelScene): Map<number, Box[]> {
  const taken = new Map<number, Box[]>();
  const rowIndex = rowIndices(lanes);
  for (const { lane, group, leftUnit, rightUnit, reachPx } of anchors) {
    const y = middleOf(lane, group.subRow);
    const half = HALF_HEIGHT_PX[group.kind] ?? (lane.rowHeights[group.subRow] ?? 0) / 2;
    boxesOf(taken, (rowIndex.get(lane.lane.id) ?? 0) + group.subRow)
      .push({ left: leftUnit * level.domainPx - reachPx, right: rightUnit * level.domainPx + reachPx, top: y - half, bottom: y + half });
  }
  for (const { lane, leftUnit, rightUnit, y } of lines) {
    boxesOf(taken, rowIndex.get(lane.lane.id) ?? 0).push({ left: leftUnit * level.domainPx, right: rightUnit * level.domainPx, top: y - 1, bottom: y + 1 });
  }
  return taken;
}

/** Half a mark, half a pill; density fills its row. */
const HALF_HEIGHT_PX = { single: 8, cluster: 11, density: undefined } as const;

/** Index of each lane's first sub-row, by lane id. */
function rowIndices(lanes: readonly PlacedLane[]): Map<string, number> {
  let index = 0;
  return new Map(lanes.map(({ lane, rowHeights }) => {
    const first = index;
    index += rowHeights.length;
    return [lane.id, first];
  }));
}

function boxesOf(taken: Map<number, Box[]>, row: number): Box[] {
  const found = taken.get(row);
  if (found !== undefined) return found;
  const made: Box[] = [];
  taken.set(row, made);
  return made;
}

function middleOf(lane: PlacedLane, subRow: number): number {
  return lane.top + (lane.rowTops[subRow] ?? 0) + (lane.rowHeights[subRow] ?? 0) / 2;
}

function crossesStem({ stems, level }: LabelScene, stemUnits: readonly number[], at: Box, { row, lane, subRow, line, side, anchor }: LabelPlace): boolean {
  // From the mark on: a stem between a mark and its label would come out under the label when zooming in.
  const from = side === 'right' ? bisectRight(stemUnits, anchor.rightUnit + SAME_UNIT) : bisectLeft(stemUnits, (at.left - 3) / level.domainPx);
  const to = side === 'left' ? bisectLeft(stemUnits, anchor.leftUnit - SAME_UNIT) : bisectRight(stemUnits, (at.right + 3) / level.domainPx);
  const y = middleOf(lane, subRow) + lineOffset(line);
  for (const stem of stems.slice(from, to)) {
    const isOwn = stem.row === row && line === 0;
    if (!isOwn && y > stem.y0 - STEM_CLEAR_PX && y < stem.y1 + STEM_CLEAR_PX) return true;
  }
  return false;
}
