import { valueAt } from '../../base/value-at';
import { DATE_FORMS } from '../../model/dates/event-date';
import { FLAG_OPEN } from '../../model/event-table';
import { DAY_MS } from '../../model/dates/instant';
import { BAR_LINE_SHARE } from '../labels/bar-labels';
import type { Chart } from '../chart';
import type { MarkGroup } from './clusters';
import { markStyleOf, reaches, touches } from '../scene-input';
import type { Making } from '../scene-input';
import type { PlacedLane } from '../lanes/lane-heights';
import { rowMiddle } from '../lanes/event-lanes';
import { barsTouching } from '../lanes/lane-content';
import { BOUND_PX, markSize, passiveLineY } from './mark-size';
import type { Projection } from '../scale/projection';
import { isBar } from '../lanes/tracks';
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
export function barsOf({ chart, projection, frame, contentOf }: Making, lane: PlacedLane): SceneBar[] {
  const { table } = chart;
  const bars = contentOf(lane).bars;
  const px = (ms: number | undefined) => projection.timeToPx(ms ?? 0);
  return barsTouching(table, bars, frame.window.start, frame.window.end).map((i) => {
    const row = valueAt(bars.rows, i);
    const acts = bars.acts[i] === 1;
    const sub = valueAt(bars.subRow, i);
    const y = acts
      ? lane.top + valueAt(lane.rowTops, sub) + valueAt(lane.rowHeights, sub) * BAR_LINE_SHARE
      : passiveLineY(lane);
    const look = markStyleOf(chart, row);
    const openEnd = (valueAt(table.flags, row) & FLAG_OPEN) !== 0;
    const x0 = px(table.start[row]);
    const x1 = px(table.end[row]);
    const startKnownX = isDayOrLess(table.start[row], table.startLatest[row])
      ? x0
      : Math.min(px(table.startLatest[row]), x1);
    const endKnownX =
      openEnd || isDayOrLess(table.endEarliest[row], table.end[row]) ? x1 : Math.max(px(table.endEarliest[row]), x0);
    // Within one month or year neither is known before the other: both fade up to the middle.
    const middle = (startKnownX + endKnownX) / 2;
    return {
      row,
      lane,
      tone: look.tone,
      filled: look.filled,
      dashed: look.dashed,
      acts,
      y,
      height: acts ? BAR_PX : PASSIVE_BAR_PX,
      x0,
      x1,
      startKnownX: Math.min(startKnownX, Math.max(middle, x0)),
      endKnownX: Math.max(endKnownX, Math.min(middle, x1)),
      openEnd,
    };
  });
}

/** A mark that stands by itself, or nothing while it is out of sight. */
export function markOf({ chart, projection, frame }: Making, lane: PlacedLane, group: MarkGroup): SceneMark[] {
  const { table } = chart;
  const row = group.rows[0];
  if (row === undefined) return [];
  const acts = group.run.acts[group.from] === 1;
  const x = projection.timeToPx(valueAt(table.anchor, row));
  const range = rangeOf(chart, projection, row, acts, x);
  const inWindow = touches(chart, frame, row);
  const size = markSize(table.importance[row] ?? 1, acts);
  if (!inWindow && !reaches(projection, Math.min(x, range?.x0 ?? x) - size, Math.max(x, range?.x1 ?? x) + size))
    return [];
  return [
    {
      row,
      lane,
      x,
      y: rowMiddle(lane, row),
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
