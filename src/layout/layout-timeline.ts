import { memoByObject, memoOfLast } from '../base/memo';
import type { Translate } from '../base/translate';
import type { EventTable } from '../model/event-table';
import type { ScaleKind } from '../model/vocabulary';
import type { MeasureText, LabelText } from './labels/label-place';
import { labelTiles } from './labels/label-tiles';
import { COARSE_HEIGHTS, FINE_HEIGHTS, NARROW_HEIGHTS, STRIP_HEIGHTS } from './lanes/lane-heights';
import type { HeightRules } from './lanes/lane-heights';
import { isSameLanes, laneSetFor } from './lanes/lane-set';
import type { LaneQuery } from './lanes/lane-set';
import { layoutScene } from './layout-scene';
import { COARSE_CLUSTERS, FINE_CLUSTERS } from './marks/clusters';
import { project } from './scale/projection';
import { timeScaleOf } from './scale/time-scale-of';
import { unitColumn } from './scale/unit-column';
import { zoomLevelOf } from './scale/zoom-level';
import type { Scene } from './scene';
import type { Chart, SceneInput } from './scene-input';
import { valueAt } from '../base/value-at';
import { dateInWords } from '../model/dates/date-prose';
import { DATE_FORMS } from '../model/dates/event-date';
import { FLAG_ANNOUNCED } from '../model/event-table';
import { isBar } from './lanes/footprint';

/** Which events of a table are to be laid out, and on which lanes and scale. */
export interface TimelineQuery extends LaneQuery {
  /** 1 for rows that pass the filter. The same filter is the same array: by it what was laid out is found again. */
  readonly mask: Uint8Array;
  readonly scale: ScaleKind;
}

/** What a timeline is laid out on, CSS px. */
export interface Plot {
  /** Of the lanes, without the column of their names (`chartColumns`). */
  readonly widthPx: number;
  /** Height that the lanes grow to fill; 0 leaves them as low as they may be. Higher lanes make the plot scroll. */
  readonly fillPx: number;
  /** Beside a full or narrow column of names, or in a strip without one. */
  readonly lanes: 'full' | 'narrow' | 'strip';
  /** `coarse` for fingers: marks nearer than a finger's width stand together. */
  readonly pointer: 'fine' | 'coarse';
  readonly measure: MeasureText;
  /** False for what is too small to write on. */
  readonly labelled: boolean;
  readonly t: Translate;
}

/** A timeline laid out on a plot: all that is the same for every window. */
export interface TimelineLayout {
  readonly chart: Chart;
  readonly widthPx: number;
  /** What there is to draw of a window. Costs what is in sight, and a lane's rows when it first comes into sight. */
  readonly sceneAt: (input: SceneInput) => Scene;
}

/** How the width of a chart is shared between the names of its lanes and the plot, CSS px. */
export interface ChartColumns {
  readonly headPx: number;
  readonly plotPx: number;
  readonly isNarrow: boolean;
}

const HEAD_PX = 214;
const NARROW_HEAD_PX = 132;
/** Below this width of the chart lane names get the narrow column. */
const NARROW_FROM_PX = 800;

/** The columns of a chart of a width, undefined while nobody knows it; the plot has at least 1 px. */
export function chartColumns(widthPx: number | undefined): ChartColumns {
  const isNarrow = widthPx !== undefined && widthPx < NARROW_FROM_PX;
  const headPx = isNarrow ? NARROW_HEAD_PX : HEAD_PX;
  return { headPx, plotPx: Math.max((widthPx ?? 0) - headPx, 1), isNarrow };
}

/**
 * The one way from a table to a picture: chart, strips, pictures and print come in here. What was laid out is kept by
 * the table, so that the same query and plot (by their values, not their objects) give the same layout; panning and
 * zooming ask it for another scene, a filter that comes back finds its own, and another size or filter shares what it
 * has in common with the last: scale, lanes, tracks, lanes' content. A query with `actors` is remembered by who asks.
 */
export function layoutTimeline(table: EventTable, query: TimelineQuery, plot: Plot): TimelineLayout {
  return query.actors === undefined ? cachesOf(table).layout({ query, plot }) : makeLayout(table, query, plot);
}

interface Asked {
  readonly query: TimelineQuery;
  readonly plot: Plot;
}

/** The chart as it is and as it was before the last choice, and a picture of it. */
const MOST_LAYOUTS = 3;
/** The page's language and the one before. */
const MOST_LANGUAGES = 2;

const cachesOf = memoByObject((table: EventTable) => ({
  layout: memoOfLast(MOST_LAYOUTS, ({ query, plot }: Asked) => makeLayout(table, query, plot), isSameAsked),
  labels: memoOfLast(MOST_LANGUAGES, (t: Translate) => labelOf(table, t)),
}));

function makeLayout(table: EventTable, query: TimelineQuery, plot: Plot): TimelineLayout {
  const { mask } = query;
  const { widthPx, fillPx, measure, labelled, t } = plot;
  const scale = timeScaleOf(table, query.scale);
  const set = laneSetFor(table, query);
  const chart: Chart = {
    table,
    mask,
    lanes: set.placed({ fillPx, rules: heightRules(plot) }),
    scale,
    clusters: plot.pointer === 'coarse' ? COARSE_CLUSTERS : FINE_CLUSTERS,
    measure,
    labelled,
    labelOf: cachesOf(table).labels(t),
  };
  const contentOf = set.contentOf({ mask, unitsOfRows: unitColumn(table, scale) });
  const lanesOf = set.lanesOf();
  const tiles = labelTiles({ chart, widthPx, contentOf, lanesOf });
  return {
    chart,
    widthPx,
    sceneAt: (input) => {
      const projection = project(scale, input.window, widthPx);
      return layoutScene({ chart, projection, input, level: zoomLevelOf(projection), contentOf, lanesOf, t }, tiles);
    },
  };
}

function heightRules({ lanes, pointer }: Plot): HeightRules {
  if (lanes === 'strip') return STRIP_HEIGHTS;
  if (lanes === 'narrow') return NARROW_HEIGHTS;
  return pointer === 'coarse' ? COARSE_HEIGHTS : FINE_HEIGHTS;
}

function isSameAsked(a: Asked, b: Asked): boolean {
  return (
    a.query.mask === b.query.mask &&
    a.query.scale === b.query.scale &&
    isSameLanes(a.query, b.query) &&
    isSamePlot(a.plot, b.plot)
  );
}

function isSamePlot(a: Plot, b: Plot): boolean {
  return (
    a.widthPx === b.widthPx &&
    a.fillPx === b.fillPx &&
    a.lanes === b.lanes &&
    a.pointer === b.pointer &&
    a.measure === b.measure &&
    a.labelled === b.labelled &&
    a.t === b.t
  );
}

/** What has been on screen lately. */
const MOST_WORDS = 20_000;

/**
 * The chart's words for a row: bars and bounds say since or by when, since no axis tick does; what is ahead says so.
 */
function labelOf(table: EventTable, t: Translate): (row: number) => LabelText {
  const made = new Map<number, LabelText>();
  return (row) => {
    const found = made.get(row);
    if (found !== undefined) return found;
    const text = { text: table.labelAt(row), note: noteOf(table, row, t), bold: valueAt(table.importance, row) >= 3 };
    if (made.size >= MOST_WORDS) made.clear();
    made.set(row, text);
    return text;
  };
}

const BOUNDS: ReadonlySet<number> = new Set([DATE_FORMS.indexOf('before'), DATE_FORMS.indexOf('after')]);

function noteOf(table: EventTable, row: number, t: Translate): string {
  if (isBar(table, row) || BOUNDS.has(valueAt(table.form, row)))
    return `${t('list.comma')}${dateInWords(table.eventAt(row).date, t)}`;
  return (valueAt(table.flags, row) & FLAG_ANNOUNCED) === 0 ? '' : `${t('list.comma')}${t('status.announced')}`;
}
