import type { Translate } from '../base/translate';
import { layoutAxis } from '../layout/scale/axis';
import { aheadOnAxis, notableDays, placeAxisTexts } from '../layout/scale/axis-texts';
import { placeFoldLabels } from '../layout/scale/fold-labels';
import type { MeasureText } from '../layout/labels/label-place';
import type { PlacedLane } from '../layout/lanes/lane-heights';
import { laneName } from '../layout/lanes/lane-name';
import { countInLane, isEmptyLane } from '../layout/lanes/lanes';
import { chartColumns, layoutTimeline } from '../layout/layout-timeline';
import { project } from '../layout/scale/projection';
import type { Projection } from '../layout/scale/projection';
import type { Scene } from '../layout/scene';
import { dateShort } from '../model/dates/date-prose';
import { officeOf } from '../model/event-prose';
import type { EventTable } from '../model/event-table';
import { actorOf } from '../model/lookups';
import type { Ink } from '../render/ink';
import { AXIS_PX, paintAxis } from '../render/paint-axis';
import { HEAD_INDENT_PX, paintLaneHeads } from '../render/paint-lane-heads';
import type { LaneHead } from '../render/paint-lane-heads';
import { paintScene } from '../render/paint-scene';
import { svgInk } from '../render/svg-ink';
import type { Theme } from '../render/tokens';
import type { TimelineState } from '../state/view/timeline-state';
import { shortened, widthAt, wrapped } from './wrap-text';
import { datedRowOf } from '../model/dated-part';

/** What of the state a picture shows. */
export type PictureView = Pick<
  TimelineState,
  'window' | 'scale' | 'group' | 'laneOrder' | 'expanded' | 'filter' | 'selected'
>;

export interface PlotSketch {
  readonly table: EventTable;
  readonly view: PictureView;
  /** 1 for rows that pass the filter. */
  readonly mask: Uint8Array;
  readonly widthPx: number;
  /** Lanes grow to fill it, CSS px; 0 leaves them as low as they may be. */
  readonly fillPx: number;
  /** Lanes higher than this together come in several pieces, CSS px. */
  readonly mostPx: number;
  readonly theme: Theme;
  readonly measure: MeasureText;
  readonly t: Translate;
  readonly ids: string;
}

export interface PicturePlot {
  /** Inside of an `<svg>`, from its top left corner. */
  readonly markup: string;
  readonly heightPx: number;
  readonly lanesPx: number;
  readonly scene: Scene;
  /** Names of all lanes drawn, from the top. */
  readonly laneNames: readonly string[];
  readonly projection: Projection;
}

const FOLDS_PX = 22;

/**
 * The chart itself: axis, names, lanes, and how long the folds are; in pieces where the lanes are higher than `mostPx`,
 * each with an axis of its own. A piece costs as much as one frame with its lanes in sight.
 */
export function plotPieces(sketch: PlotSketch): readonly PicturePlot[] {
  const { table, view, mask, widthPx, fillPx, mostPx, measure, t } = sketch;
  const { headPx, plotPx, isNarrow } = chartColumns(widthPx);
  const layout = layoutTimeline(
    table,
    { mask, group: view.group, expanded: view.expanded, laneOrder: view.laneOrder, scale: view.scale },
    {
      widthPx: plotPx,
      fillPx,
      lanes: isNarrow ? 'narrow' : 'full',
      pointer: 'fine',
      measure,
      labelled: true,
      t,
    },
  );
  const { scale, lanes } = layout.chart;
  const window = view.window ?? scale.domain;
  const selected = datedRowOf(table, view.selected);
  const projection = project(scale, window, plotPx);
  return laneRuns(lanes, mostPx).map((run, index): PicturePlot => {
    const top = run[0]?.top ?? 0;
    const bottom = run.reduce((most, lane) => Math.max(most, lane.top + lane.height), top);
    const scene = layout.sceneAt({ window, top, bottom, selected, hovered: undefined, hoveredActor: undefined });
    const heads = run.map((lane) => headOf(lane, top, sketch, headPx));
    const markup = markupOf({
      sketch: { ...sketch, ids: `${sketch.ids}-${index}` },
      projection,
      scene,
      heads,
      headPx,
      top,
      lanesPx: bottom - top,
    });
    return {
      markup,
      heightPx: AXIS_PX + bottom - top + FOLDS_PX,
      lanesPx: bottom - top,
      scene,
      projection,
      laneNames: heads.map(({ fullName }) => fullName),
    };
  });
}

/**
 * Runs of lanes no higher than `mostPx`, a lane that is higher by itself being a run; one without lanes where there are
 * none.
 */
function laneRuns(lanes: readonly PlacedLane[], mostPx: number): readonly (readonly PlacedLane[])[] {
  const runs: PlacedLane[][] = [[]];
  for (const lane of lanes) {
    const run = runs.at(-1);
    const first = run?.[0];
    if (run === undefined || (first !== undefined && lane.top + lane.height - first.top > mostPx)) runs.push([lane]);
    else run.push(lane);
  }
  return runs;
}

interface Piece {
  readonly sketch: PlotSketch;
  readonly projection: Projection;
  readonly scene: Scene;
  readonly heads: readonly LaneHead[];
  readonly headPx: number;
  /** Of the piece's first lane, from the first lane of all. */
  readonly top: number;
  readonly lanesPx: number;
}

function markupOf({ sketch, projection, scene, heads, headPx, top, lanesPx }: Piece): string {
  const { theme, measure, t, ids, widthPx } = sketch;
  const plotPx = projection.widthPx;
  const part = (name: string, x: number, y: number, width: number, height: number, draw: (ink: Ink) => void) => {
    const ink = svgInk(`${ids}-${name}`);
    ink.clipped(0, 0, width, height, () => draw(ink));
    return `<g transform="translate(${x} ${y})">${ink.markup()}</g>`;
  };
  return [
    part('axis', headPx, 0, plotPx, AXIS_PX, (ink) => paintAxis(ink, axisOf(sketch, projection), theme)),
    part('heads', 0, AXIS_PX, headPx, lanesPx, (ink) => paintLaneHeads(ink, heads, headPx, lanesPx, theme)),
    part('lanes', headPx, AXIS_PX, plotPx, lanesPx, (ink) => paintScene(ink, scene, theme, top, lanesPx)),
    part('folds', 0, AXIS_PX + lanesPx, widthPx, FOLDS_PX, (ink) => {
      ink.line(0, 0.5, widthPx, 0.5, { colour: theme.gridStrong, width: 1 });
      for (const { text, left } of placeFoldLabels(projection, measure, t))
        ink.text(text, headPx + left, FOLDS_PX / 2 + 1, { colour: theme.secondary, sizePx: 12 });
    }),
    part('corner', 0, 0, headPx, AXIS_PX, (ink) => {
      ink.line(0, AXIS_PX - 0.5, headPx, AXIS_PX - 0.5, { colour: theme.gridStrong, width: 1 });
      ink.line(headPx - 0.5, 0, headPx - 0.5, AXIS_PX, { colour: theme.gridStrong, width: 1 });
    }),
  ].join('');
}

function axisOf({ table, measure, t }: PlotSketch, projection: Projection) {
  const axis = layoutAxis(projection, table.hasHours);
  const texts = placeAxisTexts(axis, notableDays(table), projection.widthPx, measure, t);
  const { asOf } = table.dataset;
  const words = asOf === undefined ? '' : t('chart.ahead', { date: dateShort(asOf, t) });
  return {
    axis,
    texts,
    ahead: aheadOnAxis(projection, table.asOfEnd, words, texts, measure),
    widthPx: projection.widthPx,
    heightPx: AXIS_PX,
  };
}

function headOf(
  { lane, top, height }: PlacedLane,
  from: number,
  { table, mask, measure, t }: PlotSketch,
  headPx: number,
): LaneHead & { readonly fullName: string } {
  const isGroup = lane.kind === 'country' || lane.kind === 'heading';
  const fullName = laneName(lane, table.dataset, t);
  const count = t.number(countInLane(table, lane, mask));
  const indent = isGroup ? HEAD_INDENT_PX.group : HEAD_INDENT_PX.actor;
  const room = headPx - indent - HEAD_INDENT_PX.end - 8 - widthAt(count, { sizePx: 12, bold: false }, measure);
  const actor = lane.kind === 'actor' ? actorOf(table.dataset, lane.key) : undefined;
  const office = actor === undefined ? undefined : officeOf(actor);
  const lines = Math.max(Math.floor((height - 2) / 16) - (office === undefined ? 0 : 1), 1);
  return {
    fullName,
    top: top - from,
    height,
    isGroup,
    count,
    isEmpty: isEmptyLane(table, lane, mask),
    name: wrapped(fullName, room, Math.min(lines, 2), { sizePx: 13, bold: isGroup }, measure),
    office: office === undefined ? undefined : shortened(office, room, { sizePx: 12, bold: false }, measure),
  };
}
