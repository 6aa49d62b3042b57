import { valueAt } from '../../base/value-at';
import { MARK_GAP_PX, widthOf } from './label-place';
import type { MarkGroup } from '../marks/clusters';
import type { LabelAnchor, LabelPlace, LabelText, MeasureText } from './label-place';
import { labelRoom } from './label-room';
import type { LabelObstacles } from './label-room';
import type { LabelWish } from './label-wishes';
import type { PlacedLane } from '../lanes/lane-heights';

/**
 * A row this high takes labels above its marks too (a little into the row above, unless bars stand there); and one this
 * high, below.
 */
const TWO_LINES_FROM_PX = 36;
const THREE_LINES_FROM_PX = 54;
/** Two lines of words beside a pill, neither reaching out of the row. */
const PAIR_FROM_PX = 34;
/** As many as the pill shows shapes. */
const NAMES_AT_A_PILL = 4;

/** What is to be labelled at a zoom level, and what stands in the way. */
export interface LabelScene extends LabelObstacles {
  /** For each event its anchors, best lane first; in order of who gets a label first. */
  readonly wishes: readonly LabelWish[];
  /** End of the as-of day as a share of the domain: what was before it is written before it, if there is room. */
  readonly aheadUnit: number | undefined;
  readonly measure: MeasureText;
}

type Slot = Pick<LabelPlace, 'side' | 'line'>;

/** Slots at an anchor with no ink in them. */
interface Open {
  readonly anchor: LabelAnchor;
  readonly slots: readonly Slot[];
}

const NO_TEXT: LabelText = { text: '', note: '', bold: false };
/** No words are shorter. */
const LEAST_LABEL_PX = 24;

/**
 * Each event once, greedily, keeping what the coarser level placed: consistent dynamic labelling (Been, Daiches and Yap
 * 2006), so that a label that is there while zooming in stays there, and on its side. Everything hangs on marks that
 * only move apart within a level, so that what is free at its coarse end is free throughout.
 */
export function placeLabels(scene: LabelScene, coarser: ReadonlyMap<number, LabelPlace>): Map<number, LabelPlace> {
  const room = labelRoom(scene);
  const laneIndex = new Map(scene.lanes.map((lane, index) => [lane.lane.id, index]));
  const placed = new Map<number, LabelPlace>();
  const speaking = new Map<MarkGroup, LabelPlace[]>();
  const tryPlace = (place: LabelPlace): boolean => {
    const beside = speaking.get(place.anchor.group) ?? [];
    if (place.anchor.group.kind === 'cluster' && beside.length >= NAMES_AT_A_PILL) return false;
    if (!room.take(place)) return false;
    placed.set(place.row, place);
    if (place.anchor.group.kind === 'cluster') speaking.set(place.anchor.group, [...beside, place]);
    return true;
  };
  const keep = ({ row, anchors, text }: LabelWish): boolean => {
    const before = coarser.get(row);
    const anchor = before && anchors.find(({ lane }) => lane.lane.id === before.lane.lane.id);
    return (
      before !== undefined &&
      anchor !== undefined &&
      tryPlace({
        ...before,
        text: text(),
        anchor,
        lane: anchor.lane,
        subRow: anchor.group.run.subRow,
        width: roomFor(scene.measure, text(), anchor.group),
      })
    );
  };
  const tryAt = (
    row: number,
    anchor: LabelAnchor,
    slots: readonly Slot[],
    text: () => LabelText,
    overStem: boolean,
  ): boolean => {
    // Words are made and measured only where some would fit: in a crowded lane hardly any do.
    const open = slots.filter((slot) => room.has(placeAt(row, anchor, slot, overStem, NO_TEXT, LEAST_LABEL_PX)));
    if (open.length === 0) return false;
    const words = text();
    const width = roomFor(scene.measure, words, anchor.group);
    return inBestOrder(scene, anchor, width, open).some((slot) =>
      tryPlace(placeAt(row, anchor, slot, overStem, words, width)),
    );
  };
  const slotsAt = (anchor: LabelAnchor) => slotsOf(scene, anchor, laneIndex.get(anchor.lane.lane.id) ?? 0);
  // Marks that have left a pill come last: their words may have grown, and must not push out who was there.
  const stood = (wish: LabelWish) => coarser.get(wish.row)?.anchor.group.kind === 'single';
  const left = scene.wishes.filter((wish) => !(stood(wish) && keep(wish)));
  const again = left.filter((wish) => stood(wish) || !keep(wish));
  // Over a stem only once everybody has been asked for a place beside it, and only where nothing but a stem was in the
  // way.
  const waiting: { readonly wish: LabelWish; readonly places: readonly Open[] }[] = [];
  for (const wish of again) {
    const places = wish.anchors.flatMap((anchor): Open[] => {
      const slots = slotsAt(anchor).filter((slot) =>
        room.has(placeAt(wish.row, anchor, slot, true, NO_TEXT, LEAST_LABEL_PX)),
      );
      return slots.length === 0 ? [] : [{ anchor, slots }];
    });
    if (places.some(({ anchor, slots }) => tryAt(wish.row, anchor, slots, wish.text, false))) continue;
    if (places.length > 0) waiting.push({ wish, places });
  }
  for (const {
    wish: { row, text },
    places,
  } of waiting)
    places.some(({ anchor, slots }) => tryAt(row, anchor, slots, text, true));
  for (const names of speaking.values())
    for (const place of counted(names, scene.measure)) placed.set(place.row, place);
  return placed;
}

function placeAt(
  row: number,
  anchor: LabelAnchor,
  { side, line }: Slot,
  overStem: boolean,
  text: LabelText,
  width: number,
): LabelPlace {
  return { row, lane: anchor.lane, subRow: anchor.group.run.subRow, side, line, overStem, anchor, text, width };
}

/** Width of a label; at a pill with room for the number of those that aren't named. */
function roomFor(measure: MeasureText, text: LabelText, group: MarkGroup): number {
  return widthOf(measure, group.kind === 'cluster' ? { ...text, note: moreNote(group.rows.length - 1) } : text);
}

/** The names at one pill as they are drawn: the lowest says how many more there are. */
function counted(names: readonly LabelPlace[], measure: MeasureText): LabelPlace[] {
  const last = names.reduce((a, b) => (b.line > a.line || (b.line === a.line && b.side === 'right') ? b : a));
  return names.map((place) => {
    const more = place === last ? place.anchor.group.rows.length - names.length : 0;
    const text = { ...place.text, note: more > 0 ? moreNote(more) : '' };
    return { ...place, text, width: widthOf(measure, text) };
  });
}

function moreNote(more: number): string {
  return ` +${more}`;
}

/** Sides and lines to try, best first. */
function slotsOf(scene: LabelScene, anchor: LabelAnchor, lane: number): readonly Slot[] {
  const beside = both(0);
  const height = valueAt(anchor.lane.rowHeights, anchor.group.run.subRow);
  if (anchor.group.kind === 'cluster' && height >= PAIR_FROM_PX && height < THREE_LINES_FROM_PX) {
    // Two names one over the other are nearer to a pill than one above it.
    return [
      { side: 'right', line: -0.5 },
      { side: 'right', line: 0.5 },
      { side: 'left', line: -0.5 },
      { side: 'left', line: 0.5 },
      ...beside,
    ];
  }
  if (height >= THREE_LINES_FROM_PX) return [...beside, ...both(-1), ...both(1)];
  return height >= TWO_LINES_FROM_PX && !barsAbove(scene.lanes, lane, anchor.group.run.subRow)
    ? [...beside, ...both(-1)]
    : beside;
}

function both(line: Slot['line']): readonly Slot[] {
  return [
    { side: 'right', line },
    { side: 'left', line },
  ];
}

/**
 * On the left first where words on the right would reach into the time after the as-of day: line by line the two change
 * places.
 */
function inBestOrder(scene: LabelScene, anchor: LabelAnchor, width: number, slots: readonly Slot[]): readonly Slot[] {
  if (!reachesAhead(scene, anchor, width)) return slots;
  const rank = ({ side, line }: Slot) =>
    Math.abs(Math.trunc(line)) * 4 + (line > 0.9 ? 2 : 0) + (side === 'left' ? 0 : 1);
  return slots.toSorted((a, b) => rank(a) - rank(b));
}

/** Whether a label at the right of something from before the as-of day would reach into the time after it. */
function reachesAhead({ aheadUnit, level }: LabelScene, { rightUnit }: LabelAnchor, width: number): boolean {
  return (
    aheadUnit !== undefined &&
    rightUnit <= aheadUnit + 1e-9 &&
    rightUnit * level.domainPx + width + MARK_GAP_PX > aheadUnit * level.domainPx
  );
}

function barsAbove(lanes: readonly PlacedLane[], lane: number, subRow: number): boolean {
  const holds = subRow > 0 ? lanes[lane]?.holds[subRow - 1] : lanes[lane - 1]?.holds.at(-1);
  return holds === 'bars' || (subRow === 0 && lane === 0);
}
