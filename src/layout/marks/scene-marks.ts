import { valueAt } from '../../base/value-at';
import { DATE_FORMS } from '../../model/dates/event-date';
import { FLAG_OPEN } from '../../model/event-table';
import { DAY_MS } from '../../model/dates/instant';
import { BAR_LINE_SHARE } from '../labels/bar-labels';
import type { MarkGroup } from './clusters';
import { markStyleOf, reaches, touches } from '../scene-input';
import type { Chart, SceneContext } from '../scene-input';
import type { PlacedLane } from '../lanes/lane-heights';
import { eventMiddle } from '../lanes/event-lanes';
import { barsTouching } from '../lanes/lane-content';
import type { BarRun } from '../lanes/lane-content';
import { BOUND_PX, markSize, passiveLineY } from './mark-size';
import type { Projection } from '../scale/projection';
import { isBar } from '../lanes/footprint';
import type { SceneBar, SceneMark, SceneRange } from '../scene';

const BAR_PX = 8;
const PASSIVE_BAR_PX = 2;
/** A day this wide gets a whisker across it: the mark's place inside the day says nothing. */
const WHISKER_FROM_PX = 120;
/** What lasts a few days gets its line as soon as it can be told from the mark. */
const SPAN_FROM_PX = 10;
/** Coarser dates get theirs as soon as it can be told from the mark. */
const COARSE_WHISKER_FROM_PX = 16;

/** Bars of a lane in the window; thin lines where nobody acts. */
export function barsOf({ chart, projection, input, contentOf }: SceneContext, lane: PlacedLane): SceneBar[] {
  const { bars } = contentOf(lane);
  return barsTouching(chart.table, bars, input.window.start, input.window.end).map((i) =>
    barAt(chart, projection, lane, bars, i),
  );
}

function barAt(chart: Chart, projection: Projection, lane: PlacedLane, bars: BarRun, i: number): SceneBar {
  const { table } = chart;
  const row = valueAt(bars.rows, i);
  const acts = bars.acts[i] === 1;
  const track = valueAt(bars.tracks, i);
  const x0 = projection.timeToPx(valueAt(table.start, row));
  const x1 = projection.timeToPx(valueAt(table.end, row));
  return {
    row,
    lane,
    ...markStyleOf(chart, row),
    acts,
    y: acts
      ? lane.top + valueAt(lane.trackTops, track) + valueAt(lane.trackHeights, track) * BAR_LINE_SHARE
      : passiveLineY(lane),
    height: acts ? BAR_PX : PASSIVE_BAR_PX,
    x0,
    x1,
    ...knownPart(chart, projection, row, x0, x1),
    openEnd: (valueAt(table.flags, row) & FLAG_OPEN) !== 0,
  };
}

/** What of a bar is certain: from where its start is known to lie behind, to where its end is known to lie ahead. */
function knownPart(
  { table: { startLatest, start, endEarliest, end, flags } }: Chart,
  projection: Projection,
  row: number,
  x0: number,
  x1: number,
): Pick<SceneBar, 'startKnownX' | 'endKnownX'> {
  const isOpen = (valueAt(flags, row) & FLAG_OPEN) !== 0;
  const startKnownX = isDayOrLess(start[row], startLatest[row])
    ? x0
    : Math.min(projection.timeToPx(startLatest[row] ?? 0), x1);
  const endKnownX =
    isOpen || isDayOrLess(endEarliest[row], end[row]) ? x1 : Math.max(projection.timeToPx(endEarliest[row] ?? 0), x0);
  // Within one month or year neither is known before the other: both fade up to the middle.
  const middle = (startKnownX + endKnownX) / 2;
  return {
    startKnownX: Math.min(startKnownX, Math.max(middle, x0)),
    endKnownX: Math.max(endKnownX, Math.min(middle, x1)),
  };
}

/** A mark that stands by itself, or nothing while it is out of sight. */
export function markOf({ chart, projection, input }: SceneContext, lane: PlacedLane, group: MarkGroup): SceneMark[] {
  const { table } = chart;
  const row = group.rows[0];
  if (row === undefined) return [];
  const acts = group.run.acts[group.from] === 1;
  const x = projection.timeToPx(valueAt(table.anchor, row));
  const range = rangeOf(chart, projection, row, acts, x);
  const inWindow = touches(chart, input, row);
  const size = markSize(table.importance[row] ?? 1, acts);
  if (!inWindow && !reaches(projection, Math.min(x, range?.x0 ?? x) - size, Math.max(x, range?.x1 ?? x) + size))
    return [];
  return [
    {
      row,
      lane,
      x,
      y: eventMiddle(lane, row),
      size,
      ...markStyleOf(chart, row),
      acts,
      range,
      raised: group.raised,
      inWindow,
    },
  ];
}

function rangeOf(
  { table }: Chart,
  projection: Projection,
  row: number,
  acts: boolean,
  x: number,
): SceneRange | undefined {
  const start = projection.timeToPx(valueAt(table.start, row));
  const end = projection.timeToPx(valueAt(table.end, row));
  switch (DATE_FORMS[valueAt(table.form, row)]) {
    case 'one-of':
      return acts ? { style: 'set', x0: start, x1: end } : undefined;
    case 'all-of':
      return acts ? { style: 'all', x0: start, x1: end } : undefined;
    // A bar that a crowded lane shows as a mark would strike out its neighbours with its length.
    case 'interval':
      return acts && !isBar(table, row) && end - start >= SPAN_FROM_PX
        ? { style: 'span', x0: start, x1: end }
        : undefined;
    case 'before':
      return acts ? { style: 'before', x0: x - BOUND_PX, x1: x } : undefined;
    case 'after':
      return acts ? { style: 'after', x0: x, x1: x + BOUND_PX } : undefined;
    default: {
      const isDay = isDayOrLess(table.start[row], table.end[row]);
      return acts && end - start >= (isDay ? WHISKER_FROM_PX : COARSE_WHISKER_FROM_PX)
        ? { style: 'whisker', x0: start, x1: end }
        : undefined;
    }
  }
}

function isDayOrLess(start: number | undefined, end: number | undefined): boolean {
  return (end ?? 0) - (start ?? 0) <= DAY_MS;
}
