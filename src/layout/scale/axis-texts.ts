import { dateFormatOf } from '../../base/messages/locale-formats';
import { memoByObject } from '../../base/memo';
import { valueAt } from '../../base/value-at';
import type { Translate } from '../../base/translate';
import type { EventTable } from '../../model/event-table';
import { FLAG_DOUBT } from '../../model/event-table';
import { dayNumber, formFor, monthInDay, yearInWords } from '../../model/dates/calendar-prose';
import type { WordLength } from '../../model/dates/calendar-prose';
import { civilDay, DAY_MS } from '../../model/dates/instant';
import type { Instant } from '../../model/dates/instant';
import type { Axis, AxisCell, AxisPeriod } from './axis';
import type { MeasureText } from '../labels/label-place';
import type { Projection } from './projection';

/** A word on the axis, in the line of periods (0) or units (1). View px; `x` is its left edge. */
export interface AxisText {
  readonly text: string;
  readonly x: number;
  readonly line: 0 | 1;
  readonly bold: boolean;
  readonly quiet: boolean;
}

/**
 * Where the time after the as-of day begins, view px, and what is to be written there; no text where it has no room.
 */
export interface AxisAhead {
  readonly x: number;
  readonly text: string | undefined;
}

const AIR_PX = 6;
/** Between two names in the upper line: nearer they read as one. */
const APART_PX = 12;

/** Civil midnights on which something certain happened: these days stand out on the axis. O(n). */
export function notableDays(table: EventTable): Set<number> {
  const days = new Set<number>();
  let last = Number.NaN;
  for (let row = 0; row < table.datedSize; row++) {
    const start = valueAt(table.start, row);
    // Rows come by start: many in a row share a day.
    if (start === last) continue;
    if (valueAt(table.startLatest, row) - start === DAY_MS && (valueAt(table.flags, row) & FLAG_DOUBT) === 0) {
      days.add(start);
      last = start;
    }
  }
  return days;
}

/** Chooses and places the words of an axis so that none touch: notable days first, then from left to right. */
export function placeAxisTexts(
  axis: Axis,
  days: ReadonlySet<number>,
  widthPx: number,
  measure: MeasureText,
  t: Translate,
): AxisText[] {
  const format = axisFormats(t);
  const periods = periodTexts(axis.periods, widthPx, measure, format);
  return [
    ...periods,
    ...yearTexts(axis, periods, widthPx, measure, format, t),
    ...unitTexts(axis.cells, days, widthPx, measure, format),
  ];
}

/**
 * The time after `asOfEnd` (UTC ms) on an axis with these texts; undefined where it is out of sight or the dataset has
 * none.
 */
export function aheadOnAxis(
  projection: Projection,
  asOfEnd: number | undefined,
  words: string,
  texts: readonly AxisText[],
  measure: MeasureText,
): AxisAhead | undefined {
  const x = asOfEnd === undefined ? Infinity : projection.timeToPx(asOfEnd);
  if (x >= projection.widthPx) return undefined;
  const width = measure(words, false);
  const isFree = !texts.some(
    (other) => other.line === 0 && other.x < x + width + 12 && other.x + measure(other.text, other.bold) + 8 > x,
  );
  return { x, text: x >= 0 && x + 6 + width < projection.widthPx && isFree ? words : undefined };
}

function periodTexts(
  periods: readonly AxisPeriod[],
  widthPx: number,
  measure: MeasureText,
  format: Formats,
): AxisText[] {
  return periods.flatMap(({ start, x0, x1, unit }) => {
    if (unit === 'none') return [];
    const room = Math.min(x1 + AIR_PX - APART_PX, widthPx) - x0 - AIR_PX;
    const text = format.period(start, unit).find((option) => measure(option, true) <= room);
    return text === undefined ? [] : [{ text, x: x0 + AIR_PX, line: 0 as const, bold: true, quiet: false }];
  });
}

/**
 * Years stand in the upper line, with "whole year" below where a segment is just one. A year by itself may reach beyond
 * its cell, up to the next period's name.
 */
function yearTexts(
  { cells }: Axis,
  periods: readonly AxisText[],
  widthPx: number,
  measure: MeasureText,
  format: Formats,
  t: Translate,
): AxisText[] {
  const whole = t('chart.wholeYear');
  const years = cells.filter(({ unit }) => unit === 'year' || unit === 'years');
  const within = place((x, x1) => (years.length > 1 ? x1 : nextAfter(periods, x)));
  // Far years have long names: every other one is named where none has room for its own.
  return within.length > 0 || periods.length > 0 || years.length < Math.max(cells.length, 2)
    ? within
    : place((x) => nextAfter(periods, x));

  function place(endOf: (x: number, x1: number) => number): AxisText[] {
    let free = -Infinity;
    return years.flatMap(({ start, x0, x1, unit }) => {
      const text = format.year(start);
      const x = Math.max(x0, 0) + AIR_PX;
      if (x < free || Math.min(endOf(x, x1), widthPx) - x < measure(text, true)) return [];
      free = x + measure(text, true) + APART_PX;
      const year = { text, x, line: 0 as const, bold: true, quiet: false };
      const isAlone = unit === 'year' && years.filter((other) => other.x1 - other.x0 > 20).length === 1;
      return isAlone && Math.min(x1, widthPx) - x > measure(whole, false)
        ? [year, { text: whole, x, line: 1 as const, bold: false, quiet: true }]
        : [year];
    });
  }
}

function nextAfter(texts: readonly AxisText[], x: number): number {
  return texts.reduce((next, text) => (text.x >= x ? Math.min(next, text.x - APART_PX) : next), Infinity);
}

function unitTexts(
  cells: readonly AxisCell[],
  days: ReadonlySet<number>,
  widthPx: number,
  measure: MeasureText,
  format: Formats,
): AxisText[] {
  const taken: [number, number][] = [];
  const wanted = cells.filter(({ unit }) => unit !== 'year' && unit !== 'years');
  const isNotable = (cell: AxisCell) => cell.unit === 'day' && days.has(cell.start);
  const ordered = [...wanted.filter(isNotable), ...wanted.filter((cell) => !isNotable(cell))];
  return ordered.flatMap((cell) => {
    const centred = cell.unit === 'day' || cell.unit === 'month' || cell.unit === 'quarter';
    const roomIn = (share: number) => (cell.sparse ? Infinity : (cell.x1 - cell.x0) * share - 2);
    const text = format
      .unit(cell)
      .find(
        ({ main, after, like = [], share = 1 }) =>
          measure(main, true) + measure(after, false) <= roomIn(1) &&
          like.every((other) => measure(other, true) <= roomIn(share)),
      );
    if (text === undefined) return [];
    const width = measure(text.main, isNotable(cell)) + measure(text.after, false);
    const x = centred ? (cell.x0 + cell.x1 - width) / 2 : cell.x0 + 3;
    if (x < 0 || x + width > widthPx) return [];
    if (taken.some(([left, right]) => x - AIR_PX < right && x + width + AIR_PX > left)) return [];
    taken.push([x, x + width]);
    const main = { text: text.main, x, line: 1 as const, bold: isNotable(cell), quiet: !isNotable(cell) };
    return text.after === ''
      ? [main]
      : [
          main,
          { text: text.after, x: x + measure(text.main, isNotable(cell)), line: 1 as const, bold: false, quiet: true },
        ];
  });
}

interface Formats {
  /** Longest first. */
  readonly period: (start: Instant, unit: AxisPeriod['unit']) => readonly string[];
  readonly year: (start: Instant) => string;
  readonly unit: (cell: AxisCell) => readonly UnitText[];
}

interface UnitText {
  readonly main: string;
  readonly after: string;
  /**
   * What cells beside it may be called: where these have no room the next form is taken, so that neighbours are named
   * alike.
   */
  readonly like?: readonly string[];
  /** Of this cell's room that the shortest of them has. */
  readonly share?: number;
}

const axisFormats = memoByObject(makeFormats);

function makeFormats(t: Translate): Formats {
  const formatter = (options: Intl.DateTimeFormatOptions) => {
    const made = dateFormatOf(t.locale, options);
    return (at: number) => made.format(at);
  };
  const formats = {
    weekday: formatter({ weekday: 'short' }),
    month: formatter({ month: 'short' }),
    longMonth: formatter({ month: 'long' }),
    hour: formatter({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    year: formatter({ year: 'numeric' }),
  };
  // One word for an era everywhere: browsers have others.
  const year = (start: number) =>
    start < FIRST_YEAR_CE ? yearInWords(new Date(start).getUTCFullYear(), t) : formats.year(start);
  // Order and joints are the catalogue's, as everywhere else on the page, not each browser's.
  const day = (start: number) => dayNumber(new Date(start).getUTCDate(), t);
  const inDay = (start: number, length: WordLength) => monthInDay(new Date(start).getUTCMonth(), length, t.locale);
  const dayMonth = (start: number) =>
    formFor('alone', t('date.dayOfYear', { day: day(start), month: inDay(start, 'short') }));
  const monthYear = (start: number, month: string) =>
    formFor('alone', t('date.month', { month, monthOf: month, year: year(start) }));
  const fullDay = (start: number, length: WordLength) =>
    formFor('alone', t('date.day', { day: day(start), month: inDay(start, length), year: year(start) }));
  const firsts = Array.from({ length: 12 }, (_, month) => civilDay(2016, month + 1));
  const longMonths = firsts.map(formats.longMonth);
  // Of two digits each.
  const daysOfMonths = firsts.map((first) => dayMonth(first + 27 * DAY_MS));
  return {
    year,
    period: (start, unit) => {
      switch (unit) {
        case 'day':
          return [
            t('date.weekday', { weekday: formats.weekday(start), date: fullDay(start, 'long') }),
            fullDay(start, 'short'),
          ];
        case 'month':
          return [
            monthYear(start, formats.longMonth(start)),
            monthYear(start, formats.month(start)),
            formats.month(start),
          ];
        default:
          return [year(start)];
      }
    },
    unit: ({ unit, start, sparse }) => {
      switch (unit) {
        case 'hour':
        case 'six-hours':
          return [plain(formats.hour(start))];
        case 'day':
          return sparse
            ? [plain(dayMonth(start))]
            : [{ main: day(start), after: ` ${formats.weekday(start)}` }, plain(day(start))];
        case 'week':
          return [{ ...plain(dayMonth(start)), like: daysOfMonths }, plain(day(start))];
        case 'month':
          return [
            { ...plain(formats.longMonth(start)), like: longMonths, share: 28 / daysIn(start) },
            plain(formats.month(start)),
          ];
        case 'quarter':
          return [plain(formats.month(start))];
        default:
          return [];
      }
    },
  };
}

/** Of the month that begins then. */
function daysIn(start: Instant): number {
  const date = new Date(start);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}

function plain(main: string): UnitText {
  return { main, after: '' };
}

/** 1 January of the year 1. */
const FIRST_YEAR_CE = -62_135_596_800_000;
