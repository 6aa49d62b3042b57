import { relationsOf } from '../model/lookups';
import type { Translate } from '../base/translate';
import { DATE_FORMS } from '../model/event-date';
import { FLAG_ANNOUNCED, FLAG_DEED, FLAG_DOUBT, FLAG_OPEN } from '../model/event-table';
import type { TimeSpan } from '../model/instant';
import { TONES } from '../model/vocabulary';
import type { Tone } from '../model/vocabulary';
import { layoutAxis } from './axis';
import { BAR_LINE_SHARE, labelBars } from './bar-labels';
import type { Chart } from './chart';
import type { MarkGroup } from './clusters';
import { countInLane } from './lanes';
import { LABEL_HEIGHT_PX, labelLeft, lineOffset } from './labels';
import { heightOfLanes, lanesInSight } from './lane-heights';
import type { PlacedLane } from './lane-heights';
import { BOUND_PX, actsIn, levelLayouts, markSize } from './level-layout';
import type { LevelLayout, StemSpan } from './level-layout';
import { project } from './projection';
import type { Projection } from './projection';
import { curveRelations } from './relation-curves';
import type { Port } from './relation-curves';
import { footprintOf } from './rows';
import type {
  Scene, SceneBar, SceneCluster, SceneDensity, SceneLabel, SceneMark, SceneRange, SceneRing, SceneStem,
} from './scene';
import { lanesByEvent, rowMiddle, stemSpans } from './stems';
import type { EventLanes } from './stems';
import { zoomLevelOf } from './zoom-level';

const BAR_PX = 8;
const PASSIVE_BAR_PX = 2;
const PILL_PX = 22;
/** A day this wide gets a whisker across it: the mark's place inside the day says nothing. */
const WHISKER_FROM_PX = 120;
const SHAPES_IN_PILL = 4;
const DENSITY_CELL_PX = 6;

/** What changes from frame to frame. */
export interface Frame {
  readonly window: TimeSpan;
  /** The part of the lanes in sight, from the first lane's top, CSS px. */
  readonly top: number;
  readonly bottom: number;
  /** Table rows and actor ids. */
  readonly selected: number | undefined;
  readonly hovered: number | undefined;
  readonly hoveredActor: string | undefined;
}

/** A chart laid over a plot of a given width: what is the same for every window is worked out once and kept. */
export interface ChartLayout {
  readonly chart: Chart;
  readonly widthPx: number;
  readonly sceneAt: (frame: Frame, t: Translate) => Scene;
}

/** Prepares a chart for a plot of `widthPx`; then `sceneAt` costs what is in sight. */
export function layoutChart(chart: Chart, widthPx: number): ChartLayout {
  const lanesOf = lanesByEvent(chart);
  const stems = stemSpans(chart, lanesOf);
  const levelAt = levelLayouts(chart, widthPx, stems);
  const emptyLanes = new Set(chart.lanes.filter(({ lane }) => countInLane(lane, chart.mask) === 0 && !lane.rows.some((row) => chart.mask[row] === 1)).map(({ lane }) => lane.id));
  return {
    chart, widthPx,
    sceneAt: (frame, t) => {
      const projection = project(chart.scale, frame.window, widthPx);
      return layoutScene({ chart, projection, frame, level: levelAt(zoomLevelOf(projection).step), stems, lanesOf, emptyLanes, t });
    },
  };
}

interface Making {
  readonly chart: Chart;
  readonly projection: Projection;
  readonly frame: Frame;
  readonly level: LevelLayout;
  readonly stems: readonly StemSpan[];
  readonly lanesOf: EventLanes;
  readonly emptyLanes: ReadonlySet<string>;
  readonly t: Translate;
}

function layoutScene(making: Making): Scene {
  const { chart, projection, frame, level } = making;
  const lanes = lanesInSight(chart.lanes, frame.top, frame.bottom);
  const bars = lanes.flatMap((lane) => barsOf(making, lane));
  const groups = lanes.flatMap((lane) => (level.groups.get(lane) ?? []).map((group) => ({ lane, group })));
  const marks = groups.flatMap(({ lane, group }) => (group.kind === 'single' ? markOf(making, lane, group) : []));
  const clusters = groups.flatMap(({ lane, group }) => (group.kind === 'cluster' ? clusterOf(making, lane, group) : []));
  const density = groups.flatMap(({ lane, group }) => (group.kind === 'density' ? densityOf(making, lane, group) : []));
  const axis = layoutAxis(projection);
  const ports = portsOf(marks, bars, clusters);
  const aheadX = chart.table.asOfEnd === undefined ? undefined : projection.timeToPx(chart.table.asOfEnd);
  return {
    widthPx: projection.widthPx,
    heightPx: heightOfLanes(chart.lanes),
    lanes,
    hoveredLanes: new Set(lanes.filter(({ lane }) => lane.kind === 'actor' && lane.key === frame.hoveredActor).map(({ lane }) => lane.id)),
    emptyLanes: making.emptyLanes,
    folds: axis.folds,
    segments: chart.scale.pieces.filter((piece) => piece.kind === 'segment')
      .map(({ span }) => ({ x0: projection.timeToPx(span.start), x1: projection.timeToPx(span.end) })),
    grid: gridOf(axis),
    aheadX: aheadX !== undefined && aheadX < projection.widthPx ? aheadX : undefined,
    marks, bars, clusters, density: shareOut(density),
    stems: stemsOf(making),
    labels: chart.labelled ? [...markLabels(making, lanes), ...labelBars(chart, projection, bars)] : [],
    relations: frame.selected === undefined ? [] : curveRelations(wishesOf(making, frame.selected), ports),
    rings: [...ringsOf(ports, bars, frame.selected, 'selected'), ...(frame.hovered === frame.selected ? [] : ringsOf(ports, bars, frame.hovered, 'hovered'))],
  };
}

function gridOf(axis: ReturnType<typeof layoutAxis>): Scene['grid'] {
  const periods = new Set(axis.periods.map((period) => period.start));
  return axis.cells.filter(({ x0, x1 }) => x1 > x0).map((cell) => ({ x: cell.x0, strong: periods.has(cell.start) }));
}

interface Look {
  readonly tone: Tone;
  readonly filled: boolean;
  readonly dashed: boolean;
}

function lookOf({ table }: Chart, row: number): Look {
  const flags = table.flags[row] ?? 0;
  return {
    tone: TONES[table.tone[row] ?? 0] ?? 'neutral',
    filled: (flags & FLAG_DEED) !== 0,
    dashed: (flags & (FLAG_DOUBT | FLAG_ANNOUNCED)) !== 0,
  };
}

function barsOf({ chart, projection, frame }: Making, lane: PlacedLane): SceneBar[] {
  const { table, mask } = chart;
  const px = (ms: number | undefined) => projection.timeToPx(ms ?? 0);
  return Array.from(lane.lane.rows).flatMap((row, i) => {
    const acts = lane.lane.acts[i] === 1;
    const footprint = footprintOf(table, row, acts);
    if (mask[row] !== 1 || (footprint !== 'bar' && footprint !== 'line')) return [];
    if ((table.start[row] ?? 0) >= frame.window.end || (table.end[row] ?? 0) <= frame.window.start) return [];
    const sub = lane.subRow[i] ?? 0;
    const y = lane.top + (lane.rowTops[sub] ?? 0) + (footprint === 'bar' ? (lane.rowHeights[sub] ?? 0) * BAR_LINE_SHARE : (lane.rowHeights[0] ?? 0) - 3);
    const look = lookOf(chart, row);
    const openEnd = ((table.flags[row] ?? 0) & FLAG_OPEN) !== 0;
    const fuzzy = !isDayOrLess(table.start[row], table.startLatest[row]);
    return [{
      row, lane, ...look, acts, y, height: acts ? BAR_PX : PASSIVE_BAR_PX,
      x0: px(table.start[row]), x1: px(table.end[row]),
      startKnownX: fuzzy ? px(table.startLatest[row]) : px(table.start[row]),
      endKnownX: openEnd || isDayOrLess(table.endEarliest[row], table.end[row]) ? px(table.end[row]) : px(table.endEarliest[row]),
      openEnd,
    }];
  });
}

function isDayOrLess(start: number | undefined, end: number | undefined): boolean {
  return (end ?? 0) - (start ?? 0) <= 86_400_000;
}

function markOf({ chart, projection, frame }: Making, lane: PlacedLane, group: MarkGroup): SceneMark[] {
  const { table } = chart;
  const row = group.rows[0];
  if (row === undefined) return [];
  const acts = actsIn(lane, row);
  const x = projection.timeToPx(table.anchor[row] ?? 0);
  const range = rangeOf(chart, projection, row, acts, x);
  const inWindow = touches(chart, frame, row);
  const size = markSize(table.importance[row] ?? 1, acts);
  if (!inWindow && !reaches(projection, Math.min(x, range?.x0 ?? x) - size, Math.max(x, range?.x1 ?? x) + size)) return [];
  return [{ row, lane, x, y: rowMiddle(lane, row), size, ...lookOf(chart, row), acts, range, inWindow }];
}

/** In the window by its dates. */
function touches({ table }: Chart, { window }: Frame, row: number): boolean {
  return (table.start[row] ?? 0) < window.end && (table.end[row] ?? 0) > window.start;
}

/** Whether something drawn from x0 to x1 can be seen. */
function reaches({ widthPx }: Projection, x0: number, x1: number): boolean {
  return x1 > 0 && x0 < widthPx;
}

function rangeOf({ table }: Chart, projection: Projection, row: number, acts: boolean, x: number): SceneRange | undefined {
  const start = projection.timeToPx(table.start[row] ?? 0);
  const end = projection.timeToPx(table.end[row] ?? 0);
  switch (DATE_FORMS[table.form[row] ?? 0]) {
    case 'one-of': return acts ? { style: 'set', x0: start, x1: end } : undefined;
    case 'all-of': return acts ? { style: 'all', x0: start, x1: end } : undefined;
    case 'before': return acts ? { style: 'before', x0: x - BOUND_PX, x1: x } : undefined;
    case 'after': return acts ? { style: 'after', x0: x, x1: x + BOUND_PX } : undefined;
    default: {
      const isDay = isDayOrLess(table.start[row], table.end[row]);
      return acts && (end - start >= (isDay ? WHISKER_FROM_PX : 16)) ? { style: 'whisker', x0: start, x1: end } : undefined;
    }
  }
}

function clusterOf(making: Making, lane: PlacedLane, group: MarkGroup): SceneCluster[] {
  const { chart, projection, frame } = making;
  const x0 = group.firstUnit * projection.domainPx - projection.offsetPx - PILL_PX / 2;
  const x1 = group.lastUnit * projection.domainPx - projection.offsetPx + PILL_PX / 2;
  const rows = group.rows.filter((row) => touches(chart, frame, row));
  if (rows.length === 0 && !reaches(projection, x0, x1)) return [];
  const shown = [...group.rows].sort((a, b) => (chart.table.importance[b] ?? 0) - (chart.table.importance[a] ?? 0) || a - b)
    .slice(0, SHAPES_IN_PILL).sort((a, b) => a - b);
  const y = rowMiddle(lane, group.rows[0] ?? 0);
  const wantedPx = shown.length * 15 + 8 + (group.rows.length > SHAPES_IN_PILL ? 20 : 0);
  const spare = Math.max(wantedPx - (x1 - x0), 0) / 2;
  return [{
    lane, rows, x0: x0 - spare, x1: x1 + spare, y, height: PILL_PX,
    shapes: shown.map((row) => lookOf(chart, row)), more: group.rows.length - shown.length,
    acts: group.rows.some((row) => actsIn(lane, row)),
  }];
}

type BareDensity = Omit<SceneDensity, 'share'>;

/** Cells stand on a grid fixed to the domain, so that panning doesn't stir them. */
function densityOf({ chart, projection, frame }: Making, lane: PlacedLane, group: MarkGroup): BareDensity[] {
  const { table } = chart;
  const cells = new Map<number, number[]>();
  for (const row of group.rows) {
    const x = projection.timeToPx(table.anchor[row] ?? 0);
    if (!touches(chart, frame, row)) continue;
    const cell = Math.floor((x + projection.offsetPx) / DENSITY_CELL_PX);
    const held = cells.get(cell);
    if (held === undefined) cells.set(cell, [row]);
    else held.push(row);
  }
  const y = rowMiddle(lane, group.rows[0] ?? 0);
  return [...cells].map(([cell, rows]) => {
    const counts = { cooperation: 0, conflict: 0, neutral: 0 };
    for (const row of rows) counts[TONES[table.tone[row] ?? 0] ?? 'neutral']++;
    const x0 = cell * DENSITY_CELL_PX - projection.offsetPx;
    return { lane, rows, x0, x1: x0 + DENSITY_CELL_PX, y, height: (lane.rowHeights[0] ?? PILL_PX) - 6, counts };
  });
}

function shareOut(cells: readonly BareDensity[]): SceneDensity[] {
  const most = cells.reduce((max, cell) => Math.max(max, cell.rows.length), 1);
  return cells.map((cell) => ({ ...cell, share: cell.rows.length / most }));
}

function stemsOf({ chart, projection, frame, stems, lanesOf }: Making): SceneStem[] {
  const inSight = (y0: number, y1: number, x: number) => y1 >= frame.top && y0 <= frame.bottom && x >= -2 && x <= projection.widthPx + 2;
  const between = (row: number, first: number, last: number) => {
    const a = chart.lanes[first];
    const b = chart.lanes[last];
    return a === undefined || b === undefined ? undefined : { y0: rowMiddle(a, row), y1: rowMiddle(b, row) };
  };
  const acting = stems.flatMap(({ row, unit, firstLane, lastLane }): SceneStem[] => {
    const ends = between(row, firstLane, lastLane);
    const x = unit * projection.domainPx - projection.offsetPx;
    const { tone, dashed } = lookOf(chart, row);
    return ends === undefined || !inSight(ends.y0, ends.y1, x) ? [] : [{ row, x, ...ends, tone, dashed, faint: false }];
  });
  const selected = frame.selected;
  const all = selected === undefined ? undefined : lanesOf.all.get(selected);
  if (selected === undefined || all === undefined || all.length < 2) return acting;
  const ends = between(selected, all[0] ?? 0, all.at(-1) ?? 0);
  const x = projection.timeToPx(chart.table.anchor[selected] ?? 0);
  return ends === undefined ? acting : [{ row: selected, x, ...ends, tone: lookOf(chart, selected).tone, dashed: true, faint: true }, ...acting];
}

function markLabels({ projection, level }: Making, lanes: readonly PlacedLane[]): SceneLabel[] {
  const inSight = new Set(lanes);
  return [...level.labels.values()].flatMap(({ place, anchor }) => {
    if (!inSight.has(place.lane)) return [];
    const x = labelLeft(place, anchor, projection.domainPx) - projection.offsetPx;
    const left = Math.min(x, anchor.leftUnit * projection.domainPx - projection.offsetPx);
    const right = Math.max(x + place.width, anchor.rightUnit * projection.domainPx - projection.offsetPx);
    if (!reaches(projection, left, right)) return [];
    return [{
      row: place.row, lane: place.lane, ...place.text, x, width: place.width, height: LABEL_HEIGHT_PX,
      y: rowMiddle(place.lane, place.row) + lineOffset(place.line),
    }];
  });
}

function portsOf(marks: readonly SceneMark[], bars: readonly SceneBar[], clusters: readonly SceneCluster[]): Map<number, Port[]> {
  const ports = new Map<number, Port[]>();
  const add = (port: Port) => ports.set(port.row, [...(ports.get(port.row) ?? []), port]);
  for (const { row, x, y, size, acts } of marks) add({ row, x, y, acts, clear: size / 2 + 5 });
  for (const { row, x0, x1, y, acts } of bars) add({ row, x: Math.max(x0, Math.min(x1, x1 - 30)), y, acts, clear: 7 });
  for (const { lane, rows, x0, x1, y } of clusters) for (const row of rows) add({ row, x: (x0 + x1) / 2, y, acts: actsIn(lane, row), clear: (x1 - x0) / 2 + 4 });
  return ports;
}

function ringsOf(ports: ReadonlyMap<number, readonly Port[]>, bars: readonly SceneBar[], row: number | undefined, kind: SceneRing['kind']): SceneRing[] {
  if (row === undefined) return [];
  const boxes = bars.filter((bar) => bar.row === row);
  if (boxes.length > 0) {
    return boxes.map(({ x0, x1, y, height, acts }) => ({ kind: acts ? kind : 'hovered', shape: 'box', x: (x0 + x1) / 2, y, width: x1 - x0 + 8, height: height + 8 }));
  }
  return (ports.get(row) ?? []).map(({ x, y, clear, acts }) => ({ kind: acts ? kind : 'hovered', shape: clear > 16 ? 'box' : 'circle', x, y, width: clear * 2 + 2, height: clear > 16 ? PILL_PX + 8 : clear * 2 + 2 }));
}

function wishesOf({ chart, t }: Making, selected: number): { type: SceneRelationType; from: number; to: number; text: string }[] {
  const { dataset, table } = chart;
  const { outgoing, incoming } = relationsOf(dataset, table.eventAt(selected).id);
  const wish = (type: SceneRelationType, from: string | undefined, to: string | undefined) => {
    const fromRow = from === undefined ? undefined : table.rowOf(from);
    const toRow = to === undefined ? undefined : table.rowOf(to);
    return fromRow === undefined || toRow === undefined || fromRow === toRow ? [] : [{ type, from: fromRow, to: toRow, text: t(`relation.${type}`) }];
  };
  const own = table.eventAt(selected).id;
  return [
    ...outgoing.flatMap(({ relation, event }) => wish(relation.type, own, event?.id)),
    ...incoming.flatMap(({ relation, event }) => wish(relation.type, event.id, own)),
  ];
}

type SceneRelationType = Scene['relations'][number]['type'];

