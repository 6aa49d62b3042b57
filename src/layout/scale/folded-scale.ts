import { valueAt } from '../../base/value-at';
import type { EventTable } from '../../model/event-table';
import { DATE_FORMS } from '../../model/dates/event-date';
import { DAY_MS, durationOf, timeSpan } from '../../model/dates/instant';
import type { TimeSpan } from '../../model/dates/instant';
import { isBar } from '../lanes/footprint';
import { calendarScale, scaleOfPieces } from './time-scale';
import type { TimeScale } from './time-scale';

/** Widths below are CSS px of a plot this wide (the opening view at 1440 x 900); other widths magnify the whole. */
const REFERENCE_PX = 850;
const FOLD_PX = 18;
const SEGMENT_MIN_PX = 76;
/** Room for half a pill of three beyond the first mark and the last. */
const END_PX = 30;
/** Gaps below this are never folded, however short the dataset. */
const GAP_MIN_MS = 60 * DAY_MS;
const GAP_SHARE = 0.08;

interface Episode {
  readonly span: TimeSpan;
  /** How many distinct dates it holds. */
  readonly dates: number;
}

/**
 * Folded time: episodes of dates parted by more than max(60 days, 8 % of the span), side by side, the empty
 * time between them folded. A dataset of one episode gets the calendar's proportions. O(n log n), once per dataset.
 */
export function foldedScale(table: EventTable): TimeScale {
  const episodes = episodesOf(datesOf(table), Math.max(GAP_MIN_MS, durationOf(table.extent) * GAP_SHARE));
  const fitting = mergeToFit(episodes);
  if (fitting.length < 2) return { ...calendarScale(table.extent), kind: 'folded' };
  const segments = padEpisodes(fitting);
  const free = REFERENCE_PX - FOLD_PX * (segments.length - 1) - SEGMENT_MIN_PX * segments.length;
  const extra = fitting.reduce((sum, { dates }) => sum + dates - 1, 0);
  const marks = markExtent(table);
  const shares = fitting.flatMap(({ dates, span: bare }, index) => {
    const next = segments[index + 1];
    const nextBare = fitting[index + 1]?.span;
    const share = SEGMENT_MIN_PX + (extra === 0 ? free / fitting.length : (free * (dates - 1)) / extra);
    const span = withEnds(
      segments[index] ?? bare,
      share,
      index === 0 ? marks.start : Infinity,
      next === undefined ? marks.end : -Infinity,
    );
    const segment = { kind: 'segment' as const, span, share };
    if (next === undefined || nextBare === undefined) return [segment];
    return [
      segment,
      {
        kind: 'fold' as const,
        span: timeSpan(span.end, next.start),
        empty: timeSpan(bare.end, nextBare.start),
        share: FOLD_PX,
      },
    ];
  });
  return scaleOfPieces('folded', shares);
}

/** Starts and ends of the dates that stand for something, by start and then end. */
interface Dates {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

/**
 * Points, starts, ends (of a running bar the as-of day, where its arrow stands), candidate days; not the inside of
 * bars.
 */
function datesOf(table: EventTable): Dates {
  const further = furtherDates(table);
  const n = table.datedSize + further.length;
  const starts = new Float64Array(n);
  const ends = new Float64Array(n);
  let next = 0;
  // Rows come by start: only the further dates, which are few, have to be sorted in.
  for (let i = 0, row = 0; i < n; i++) {
    const other = further[next];
    if (row >= table.datedSize || (other !== undefined && other.start < valueAt(table.start, row))) {
      starts[i] = other?.start ?? 0;
      ends[i] = other?.end ?? 0;
      next++;
    } else {
      starts[i] = valueAt(table.start, row);
      ends[i] = valueAt(table.startLatest, row);
      row++;
    }
  }
  sortEqualStarts(starts, ends);
  return { starts, ends };
}

function furtherDates(table: EventTable): TimeSpan[] {
  const dates: TimeSpan[] = [];
  const interval = DATE_FORMS.indexOf('interval');
  for (let row = 0; row < table.datedSize; row++) {
    const end = valueAt(table.end, row);
    const startLatest = valueAt(table.startLatest, row);
    if (end <= startLatest) continue;
    const endEarliest = valueAt(table.endEarliest, row);
    if (endEarliest > startLatest && table.form[row] !== interval)
      dates.push(...(table.eventAt(row).date?.candidates ?? []));
    dates.push(timeSpan(Math.min(endEarliest, end - DAY_MS), end));
  }
  return dates.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function sortEqualStarts(starts: Float64Array, ends: Float64Array): void {
  for (let from = 0; from < starts.length;) {
    let to = from + 1;
    while (to < starts.length && starts[to] === starts[from]) to++;
    if (!isEven(ends, from, to)) ends.subarray(from, to).sort();
    from = to;
  }
}

/** Of a busy day hardly any date ends otherwise. */
function isEven(values: Float64Array, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (values[i] !== values[from]) return false;
  return true;
}

function episodesOf({ starts, ends }: Dates, gapMs: number): Episode[] {
  const episodes: Episode[] = [];
  let from = 0;
  let to = 0;
  let dates = 0;
  for (let i = 0; i < starts.length; i++) {
    const start = valueAt(starts, i);
    const end = valueAt(ends, i);
    if (dates > 0 && start - to > gapMs) {
      episodes.push({ span: timeSpan(from, to), dates });
      dates = 0;
    }
    const isNew = dates === 0 || start !== starts[i - 1] || end !== ends[i - 1];
    if (dates === 0) {
      from = start;
      to = end;
    }
    if (isNew) dates++;
    to = Math.max(to, end);
  }
  if (dates > 0) episodes.push({ span: timeSpan(from, to), dates });
  return episodes;
}

/** Joins the closest neighbours until every segment can have its least width. */
function mergeToFit(episodes: readonly Episode[]): Episode[] {
  const left = [...episodes];
  while (left.length > 1 && left.length * (SEGMENT_MIN_PX + FOLD_PX) > REFERENCE_PX) {
    let closest = 1;
    for (let i = 2; i < left.length; i++) if (gapBefore(left, i) < gapBefore(left, closest)) closest = i;
    const a = left[closest - 1];
    const b = left[closest];
    if (a === undefined || b === undefined) break;
    left.splice(closest - 1, 2, { span: timeSpan(a.span.start, b.span.end), dates: a.dates + b.dates });
  }
  return left;
}

function gapBefore(episodes: readonly Episode[], index: number): number {
  return (episodes[index]?.span.start ?? Infinity) - (episodes[index - 1]?.span.end ?? 0);
}

/**
 * Air around each episode: 4 % of it, at least a day for episodes shorter than a season, never more than a third of a
 * gap.
 */
function padEpisodes(episodes: readonly Episode[]): TimeSpan[] {
  return episodes.map(({ span }, index) => {
    const length = durationOf(span);
    const wanted = Math.max(length * 0.04, length < 92 * DAY_MS ? DAY_MS : 0);
    const before = index === 0 ? wanted : Math.min(wanted, gapBefore(episodes, index) / 3);
    const after = index === episodes.length - 1 ? wanted : Math.min(wanted, gapBefore(episodes, index + 1) / 3);
    return timeSpan(span.start - before, span.end + after);
  });
}

/** Where the first mark stands and the last; bars begin and end at their dates and ask for no room beyond. O(n). */
function markExtent(table: EventTable): { readonly start: number; readonly end: number } {
  let start = Infinity;
  let end = -Infinity;
  for (let row = 0; row < table.datedSize; row++) {
    if (isBar(table, row)) continue;
    const at = valueAt(table.anchor, row);
    start = Math.min(start, at);
    end = Math.max(end, at);
  }
  return { start, end };
}

/** A segment `share` px wide, drawn out so that the first mark and the last stand END_PX inside of it. */
function withEnds(span: TimeSpan, share: number, first: number, last: number): TimeSpan {
  const part = END_PX / share;
  const start = Math.min(span.start, (first - part * span.end) / (1 - part));
  return timeSpan(start, Math.max(span.end, (last - part * start) / (1 - part)));
}
