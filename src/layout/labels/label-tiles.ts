import type { Chart } from '../scene-input';
import type { MarkGroup } from '../marks/clusters';
import type { EventLanes } from '../lanes/event-lanes';
import { labelAnchor, labelWishes, passiveLines } from './label-wishes';
import { placeLabels } from './labels';
import type { LabelPlace } from './label-place';
import type { LaneContent } from '../lanes/lane-content';
import { laneGroups } from '../marks/lane-groups';
import type { PlacedLane } from '../lanes/lane-heights';
import { stemsAmong } from '../marks/stems';
import { STEPS_PER_OCTAVE, zoomLevel } from '../scale/zoom-level';
import type { ZoomLevel } from '../scale/zoom-level';

/** A chart with no more involvements than this is labelled as a whole at each level. */
const WHOLE_UP_TO_ROWS = 1500;
/**
 * Else labels are placed in tiles of the domain, 1,200 CSS px wide when an octave of zoom begins, and of lanes this
 * high.
 */
const TILE_PX = 1200;
const BLOCK_PX = 360;
/** What stands outside a tile may reach into it by half a pill and its neighbours' air. */
const REACH_PX = 80;
/** The widest window shows the domain and 5 % on both sides. */
const COARSEST_STEP = -1;
/** Tiles kept; what has been left behind by more is worked out again. */
const MOST_TILES = 3000;

/** Neighbouring lanes that are labelled together. */
export interface LaneBlock {
  readonly first: number;
  readonly lanes: readonly PlacedLane[];
}

/** Labels of a chart by zoom level and tile. */
export interface LabelTiles {
  readonly blocks: readonly LaneBlock[];
  /** Labels of the events that stand in a stretch of unit space, of the lanes of a block. */
  readonly labelsIn: (step: number, block: LaneBlock, fromUnit: number, toUnit: number) => readonly LabelPlace[];
}

interface Parts {
  readonly chart: Chart;
  readonly widthPx: number;
  readonly contentOf: (lane: PlacedLane) => LaneContent;
  readonly lanesOf: (row: number) => EventLanes;
}

type Placed = ReadonlyMap<number, LabelPlace>;

/**
 * Labels are placed per zoom level over fixed tiles, so that panning can't move one and a large chart costs what is in
 * sight. A label stays inside its tile; tiles hold for an octave of zoom and then fall into halves, and each keeps what
 * a coarser level placed there. Small charts are one tile. Pure: the same tile holds the same labels however one came
 * to it.
 */
export function labelTiles(parts: Parts): LabelTiles {
  const { chart, widthPx } = parts;
  const isWhole = chart.lanes.reduce((sum, { lane }) => sum + lane.rows.length, 0) <= WHOLE_UP_TO_ROWS;
  const blocks = isWhole ? [{ first: 0, lanes: chart.lanes }] : blocksOf(chart.lanes);
  const made = new Map<string, Placed>();
  const tileAt = (step: number, block: LaneBlock, index: number): Placed => {
    const key = `${step} ${block.first} ${index}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const level = zoomLevel(step, widthPx);
    const span = isWhole
      ? { from: -Infinity, to: Infinity }
      : { from: index * tileUnits(level), to: (index + 1) * tileUnits(level) };
    const coarser = new Map<number, LabelPlace>();
    const parent = coarserStep(step, isWhole);
    if (parent !== undefined)
      for (const tile of tilesOver(zoomLevel(parent, widthPx), span.from, span.to, isWhole))
        addAll(coarser, tileAt(parent, block, tile));
    const placed = placeTile(parts, level, block, span, coarser, blocks.length > 1);
    if (made.size >= MOST_TILES) made.clear();
    made.set(key, placed);
    return placed;
  };
  return {
    blocks,
    labelsIn: (step, block, fromUnit, toUnit) => {
      const level = zoomLevel(step, widthPx);
      const pad = REACH_PX / level.domainPx;
      return tilesOver(level, fromUnit - pad, toUnit + pad, isWhole).flatMap((tile) =>
        Array.from(tileAt(step, block, tile).values()),
      );
    },
  };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function tileUnits({ widthPx, octave }: ZoomLevel): number {
  return TILE_PX / (widthPx * 2 ** octave);
}

/** Tiles that share more than an end with a stretch of unit space. */
function tilesOver(level: ZoomLevel, from: number, to: number, isWhole: boolean): readonly number[] {
  if (isWhole) return [0];
  const width = tileUnits(level);
  const first = Math.max(Math.floor(from / width + 1e-9), 0);
  const last = Math.min(Math.ceil(to / width - 1e-9), Math.ceil(1 / width)) - 1;
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, i) => first + i);
}

/**
 * Large charts go from octave to octave, so that a jump to the closest look builds on a dozen levels and not on a
 * hundred.
 */
function coarserStep(step: number, isWhole: boolean): number | undefined {
  if (step <= COARSEST_STEP) return undefined;
  return isWhole || step % STEPS_PER_OCTAVE !== 0 || step === 0 ? step - 1 : step - STEPS_PER_OCTAVE;
}

function addAll(into: Map<number, LabelPlace>, from: Placed): void {
  for (const [row, place] of from) into.set(row, place);
}

function blocksOf(lanes: readonly PlacedLane[]): LaneBlock[] {
  const blocks: { first: number; lanes: PlacedLane[] }[] = [];
  lanes.forEach((lane, index) => {
    const last = blocks.at(-1);
    if (last === undefined || lane.top - (last.lanes[0]?.top ?? 0) >= BLOCK_PX)
      blocks.push({ first: index, lanes: [lane] });
    else last.lanes.push(lane);
  });
  return blocks;
}

function placeTile(
  { chart, contentOf, lanesOf }: Parts,
  level: ZoomLevel,
  block: LaneBlock,
  span: Span,
  coarser: Placed,
  inBlocks: boolean,
): Placed {
  const { table, scale } = chart;
  const pad = REACH_PX / level.domainPx;
  const groups = block.lanes.map((lane) =>
    laneGroups(contentOf(lane), level, chart.clusters, span.from - pad, span.to + pad),
  );
  const anchors = block.lanes.flatMap((lane, i) =>
    (groups[i] ?? []).map((group) => labelAnchor(chart, lane, group, level)),
  );
  const isHere = ({ firstUnit }: MarkGroup) => firstUnit >= span.from && firstUnit < span.to;
  const isHome = (row: number) => {
    const { all, acting } = lanesOf(row);
    const home = acting.find((index) => chart.lanes[index]?.lane.kind === 'actor') ?? acting[0] ?? all[0] ?? 0;
    return home >= block.first && home < block.first + block.lanes.length;
  };
  const wishes = labelWishes(
    chart,
    anchors.filter(({ group }) => isHere(group)),
    inBlocks ? isHome : () => true,
  );
  return placeLabels(
    {
      level,
      span,
      lanes: block.lanes,
      anchors,
      wishes,
      stems: stemsAmong(chart, lanesOf, groups, block.first),
      lines: passiveLines(chart, block.lanes, contentOf, span.from - pad, span.to + pad),
      measure: chart.measure,
      aheadUnit: table.asOfEnd === undefined ? undefined : scale.unitOf(table.asOfEnd),
    },
    coarser,
  );
}
