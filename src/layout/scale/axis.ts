import { utcDay, utcHour, utcMonday, utcMonth, utcYear } from 'd3';
import type { CountableTimeInterval } from 'd3';
import { DAY_MS, LAST_INSTANT, instant } from '../../model/dates/instant';
import type { Instant } from '../../model/dates/instant';
import type { Projection } from './projection';
import type { Piece } from './time-scale';

/** The unit a stretch of the axis counts in. */
export type AxisUnit = 'hour' | 'six-hours' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'years';

/** One unit of the axis between two grid lines, in view px. */
export interface AxisCell {
  readonly start: Instant;
  readonly x0: number;
  readonly x1: number;
  readonly unit: AxisUnit;
  /** How many years a `years` cell holds; 1 for other units. */
  readonly step: number;
  /** Less room than a full label wants: the words for it must bring their month or year. */
  readonly sparse: boolean;
}

/** A period the cells below it belong to; `x0` is held at the plot's left edge while the period runs under it. */
export interface AxisPeriod {
  readonly start: Instant;
  readonly x0: number;
  readonly x1: number;
  readonly unit: 'day' | 'month' | 'year' | 'none';
}

export interface AxisFold {
  readonly x0: number;
  readonly x1: number;
  readonly start: Instant;
  readonly end: Instant;
}

export interface Axis {
  readonly cells: readonly AxisCell[];
  readonly periods: readonly AxisPeriod[];
  readonly folds: readonly AxisFold[];
}

interface Level {
  readonly unit: AxisUnit;
  readonly step: number;
  readonly interval: CountableTimeInterval;
  readonly ms: number;
  /** Least width of a unit in px. */
  readonly leastPx: number;
  readonly period: { readonly unit: AxisPeriod['unit']; readonly interval: CountableTimeInterval };
}

const YEAR_MS = 365.2425 * DAY_MS;
const DAYS = { unit: 'day', interval: utcDay } as const;
const MONTHS = { unit: 'month', interval: utcMonth } as const;
const YEARS = { unit: 'year', interval: utcYear } as const;
const NONE = { unit: 'none', interval: utcYear } as const;

/** `every` is typed as nullable by d3 for steps below 1 only. */
function every(interval: typeof utcYear, step: number): CountableTimeInterval {
  return (interval.every(step) as CountableTimeInterval | null) ?? interval;
}

const LEVELS: readonly Level[] = [
  { unit: 'hour', step: 1, interval: utcHour, ms: DAY_MS / 24, leastPx: 38, period: DAYS },
  {
    unit: 'six-hours',
    step: 1,
    interval: every(utcHour as typeof utcYear, 6),
    ms: DAY_MS / 4,
    leastPx: 44,
    period: DAYS,
  },
  { unit: 'day', step: 1, interval: utcDay, ms: DAY_MS, leastPx: 13, period: MONTHS },
  { unit: 'week', step: 1, interval: utcMonday, ms: 7 * DAY_MS, leastPx: 46, period: MONTHS },
  { unit: 'month', step: 1, interval: utcMonth, ms: YEAR_MS / 12, leastPx: 28, period: YEARS },
  {
    unit: 'quarter',
    step: 1,
    interval: every(utcMonth as typeof utcYear, 3),
    ms: YEAR_MS / 4,
    leastPx: 34,
    period: YEARS,
  },
  ...[1, 2, 5]
    .flatMap((first) => [1, 10, 100, 1000, 10_000, 100_000].map((power) => first * power))
    .toSorted((a, b) => a - b)
    .map((step): Level => ({
      unit: step === 1 ? 'year' : 'years',
      step,
      interval: every(utcYear, step),
      ms: step * YEAR_MS,
      leastPx: 40,
      period: NONE,
    })),
];

const DAY_LEVELS = LEVELS.filter(({ unit }) => unit !== 'hour' && unit !== 'six-hours');

/**
 * The axis of a projection: each piece of the scale counts in the finest unit that its rate leaves room for, in hours
 * only with `hasHours`; nothing where there is no date. Cost follows px.
 */
export function layoutAxis(projection: Projection, hasHours: boolean): Axis {
  const cells: AxisCell[] = [];
  const periods: AxisPeriod[] = [];
  const folds: AxisFold[] = [];
  if (projection.scale.isBlank === true) return { cells, periods, folds };
  for (const piece of outstretched(projection)) {
    const x0 = projection.timeToPx(piece.span.start);
    const x1 = projection.timeToPx(piece.span.end);
    if (x1 <= 0 || x0 >= projection.widthPx) continue;
    if (piece.kind === 'fold') folds.push({ x0, x1, start: piece.span.start, end: piece.span.end });
    else addSegment(projection, piece, hasHours ? LEVELS : DAY_LEVELS, x0, x1, cells, periods);
  }
  return { cells, periods, folds };
}

/** The pieces, the first and last drawn out to the window's ends, which may lie a little outside the domain. */
function outstretched({ scale, window }: Projection): Piece[] {
  return scale.pieces.map((piece, i) => ({
    ...piece,
    span: {
      start: i === 0 && window.start < piece.span.start ? window.start : piece.span.start,
      end: i === scale.pieces.length - 1 && window.end > piece.span.end ? window.end : piece.span.end,
    },
  }));
}

function addSegment(
  projection: Projection,
  piece: Piece,
  levels: readonly Level[],
  x0: number,
  x1: number,
  cells: AxisCell[],
  periods: AxisPeriod[],
): void {
  const pxPerMs = (x1 - x0) / (piece.span.end - piece.span.start);
  const level = levels.find(({ ms, leastPx }) => ms * pxPerMs >= leastPx) ?? levels[levels.length - 1];
  if (level === undefined) return;
  const left = projection.pxToTime(Math.max(x0, 0));
  const right = projection.pxToTime(Math.min(x1, projection.widthPx));
  const sparse = level.unit === 'day' && level.ms * pxPerMs < 26;
  const period = sparse ? YEARS : level.period;
  for (const [start, end] of intervalsOver(level.interval, left, right)) {
    const cell = clip(projection, start, end, x0, x1);
    cells.push({ start, ...cell, unit: level.unit, step: level.step, sparse });
  }
  // Years by themselves are their own periods: of a hundred thousand nobody asks for each.
  const isYears = period === NONE;
  const from = isYears ? utcYear.floor(new Date(left)).getTime() : -Infinity;
  for (const [start, end] of intervalsOver(isYears ? level.interval : period.interval, left, right)) {
    if (start < from) continue;
    const cell = clip(projection, start, end, x0, x1);
    periods.push({ start, x0: Math.max(cell.x0, 0), x1: cell.x1, unit: period.unit });
  }
}

function clip(
  projection: Projection,
  start: Instant,
  end: Instant,
  x0: number,
  x1: number,
): { x0: number; x1: number } {
  return { x0: Math.max(projection.timeToPx(start), x0), x1: Math.min(projection.timeToPx(end), x1) };
}

/** At the rim of what there is a unit may begin or end where no date is; `range` of D3 then finds none. */
function intervalsOver(interval: CountableTimeInterval, from: Instant, to: Instant): [Instant, Instant][] {
  const floor = interval.floor(new Date(from));
  const intervals: [Instant, Instant][] = [];
  for (let start = isDate(floor) ? floor : new Date(from); isDate(start) && start.getTime() < to;) {
    const next = isDate(floor) || intervals.length > 0 ? interval.offset(start, 1) : secondAtRim(interval, from, to);
    intervals.push([instant(start.getTime()), endOf(next)]);
    start = next;
  }
  return intervals;
}

/** Where the unit ends that began before there are dates: counted back from the last one in sight. */
function secondAtRim(interval: CountableTimeInterval, from: Instant, to: Instant): Date {
  let second = new Date(to);
  for (let at = interval.floor(second); isDate(at) && at.getTime() > from; at = interval.offset(at, -1)) second = at;
  return second;
}

function endOf(date: Date): Instant {
  return isDate(date) ? instant(date.getTime()) : LAST_INSTANT;
}

function isDate(date: Date): boolean {
  return !Number.isNaN(date.getTime());
}
