import { valueAt } from '../../base/value-at';
import { MARK_GAP_PX, widthOf } from './label-place';
import type { MarkGroup } from '../marks/clusters';
import type { LabelAnchor, LabelPlace, LabelText, MeasureText } from './label-place';
import { labelRoom } from './label-room';
import type { LabelObstacles, LabelRoom } from './label-room';
import type { LabelWish } from './label-wishes';
import type { PlacedLane } from '../lanes/lane-heights';

/**
 * A track this high takes labels above its marks too (a little into the track above, unless bars stand there); and one this
 * high, below.
 */
const TWO_LINES_FROM_PX = 36;
const THREE_LINES_FROM_PX = 54;
/** Two lines of words beside a pill, neither reaching out of the track. */
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
  const placing: Placing = {
    scene,
    room: labelRoom(scene),
    laneIndex: new Map(scene.lanes.map((lane, index) => [lane.lane.id, index])),
    placed: new Map(),
    speaking: new Map(),
  };
  // Marks that have left a pill come last: their words may have grown, and must not push out who was there.
  const stood = (wish: LabelWish) => coarser.get(wish.row)?.anchor.group.kind === 'single';
  const left = scene.wishes.filter((wish) => !(stood(wish) && keepPlace(placing, wish, coarser)));
  const again = left.filter((wish) => stood(wish) || !keepPlace(placing, wish, coarser));
  // Over a stem only once everybody has been asked for a place beside it, and only where nothing but a stem was in the
  // way.
  const waiting = again.flatMap((wish) => placeBesideStems(placing, wish));
  for (const { wish, places } of waiting) places.some(({ anchor, slots }) => tryAt(placing, wish, anchor, slots, true));
  for (const names of placing.speaking.values())
    for (const place of counted(names, scene.measure)) placing.placed.set(place.row, place);
  return placing.placed;
}

/** Labels being placed, and what has been taken so far. */
interface Placing {
  readonly scene: LabelScene;
  readonly room: LabelRoom;
  readonly laneIndex: ReadonlyMap<string, number>;
  readonly placed: Map<number, LabelPlace>;
  /** The names at each pill. */
  readonly speaking: Map<MarkGroup, readonly LabelPlace[]>;
}

function tryPlace({ room, placed, speaking }: Placing, place: LabelPlace): boolean {
  const { group } = place.anchor;
  const beside = speaking.get(group) ?? [];
  if (group.kind === 'cluster' && beside.length >= NAMES_AT_A_PILL) return false;
  if (!room.take(place)) return false;
  placed.set(place.row, place);
  if (group.kind === 'cluster') speaking.set(group, [...beside, place]);
  return true;
}

/** Where the coarser level placed it, if that is still free. */
function keepPlace(
  placing: Placing,
  { row, anchors, text }: LabelWish,
  coarser: ReadonlyMap<number, LabelPlace>,
): boolean {
  const before = coarser.get(row);
  const anchor = before && anchors.find(({ lane }) => lane.lane.id === before.lane.lane.id);
  if (before === undefined || anchor === undefined) return false;
  return tryPlace(placing, {
    ...before,
    text: text(),
    anchor,
    lane: anchor.lane,
    track: anchor.group.run.track,
    width: roomFor(placing.scene.measure, text(), anchor.group),
  });
}

/** A wish that waits for a place over a stem, which is all that stands in its way. */
interface Waiting {
  readonly wish: LabelWish;
  readonly places: readonly Open[];
}

/** Places a wish where no stem is crossed; what comes back has to wait for a place over one. */
function placeBesideStems(placing: Placing, wish: LabelWish): readonly Waiting[] {
  const { scene, room, laneIndex } = placing;
  const places = wish.anchors.flatMap((anchor): Open[] => {
    const slots = slotsOf(scene, anchor, laneIndex.get(anchor.lane.lane.id) ?? 0).filter((slot) =>
      room.has(placeAt(wish.row, anchor, slot, true, NO_TEXT, LEAST_LABEL_PX)),
    );
    return slots.length === 0 ? [] : [{ anchor, slots }];
  });
  const isPlaced = places.some(({ anchor, slots }) => tryAt(placing, wish, anchor, slots, false));
  return isPlaced || places.length === 0 ? [] : [{ wish, places }];
}

function tryAt(
  placing: Placing,
  { row, text }: LabelWish,
  anchor: LabelAnchor,
  slots: readonly Slot[],
  overStem: boolean,
): boolean {
  const { scene, room } = placing;
  // Words are made and measured only where some would fit: in a crowded lane hardly any do.
  const open = slots.filter((slot) => room.has(placeAt(row, anchor, slot, overStem, NO_TEXT, LEAST_LABEL_PX)));
  if (open.length === 0) return false;
  const words = text();
  const width = roomFor(scene.measure, words, anchor.group);
  return inBestOrder(scene, anchor, width, open).some((slot) =>
    tryPlace(placing, placeAt(row, anchor, slot, overStem, words, width)),
  );
}

function placeAt(
  row: number,
  anchor: LabelAnchor,
  { side, line }: Slot,
  overStem: boolean,
  text: LabelText,
  width: number,
): LabelPlace {
  return { row, lane: anchor.lane, track: anchor.group.run.track, side, line, overStem, anchor, text, width };
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
  const height = valueAt(anchor.lane.trackHeights, anchor.group.run.track);
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
  return height >= TWO_LINES_FROM_PX && !barsAbove(scene.lanes, lane, anchor.group.run.track)
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

function barsAbove(lanes: readonly PlacedLane[], lane: number, track: number): boolean {
  const holds = track > 0 ? lanes[lane]?.holds[track - 1] : lanes[lane - 1]?.holds.at(-1);
  return holds === 'bars' || (track === 0 && lane === 0);
}
