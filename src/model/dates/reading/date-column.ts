import type { DateColumn, DateCounts, DateDecision, DateReadingContext, DayOrder } from './date-reading';
import { makeDayTally } from './day-heaps';
import type { FullReading } from './full-reading';
import { readFully } from './read-date';
import { makeRowOrder } from './row-order';

/** A cell as a column counts it. */
interface Cell {
  readonly kind: 'empty' | 'unread' | 'read';
  readonly only: DayOrder | undefined;
  /** Whether its two orders differ. */
  readonly isEither: boolean;
  /** The last two figures of a year whose century isn't said. */
  readonly cut: number | undefined;
  readonly dayFirst: Day | undefined;
  readonly monthFirst: Day | undefined;
  /** Whether its year looks like one of another calendar. */
  readonly isOther: boolean;
}

interface Day {
  readonly year: number;
  /** 0 where it isn't said. */
  readonly month: number;
  readonly day: number;
}

/** So many texts are remembered; beyond, all are read anew. */
const MOST_KNOWN = 20_000;
/** In 2015 it is 2558 in Thailand; what lies there is hardly ever meant as it stands. */
const BUDDHIST_YEARS = [2400, 2699] as const;
/** Islamic and Persian days as their offices write them: nobody so writes the days of our Middle Ages. */
const ISLAMIC_DAY = /^1[2-4]\d\d\/\d{1,2}\/\d{1,2}\b/;
/** Years after the as-of day that may be meant as well: plans are made for them. */
const YEARS_AHEAD = 5;

/**
 * A column of dates without cells yet. It keeps counts and no cells, so that a million distinct texts take no more room
 * than 20,000; `decide` costs the same after any number. The context's own order, where it has one, is not asked about;
 * the counts are of what the cells alone allow.
 */
export function makeDateColumn(context: DateReadingContext): DateColumn {
  const open: DateReadingContext = { ...context, order: undefined };
  const known = new Map<string, Cell>();
  const counts = { cells: 0, empty: 0, read: 0, unread: 0, dayFirst: 0, monthFirst: 0, either: 0, twoDigitYears: 0 };
  const days = { sure: makeDayTally(), dayFirst: makeDayTally(), monthFirst: makeDayTally() };
  const cutYears = new Set<number>();
  const rows = makeRowOrder();
  let example: DateDecision['example'];
  let isExampleEither = false;
  let otherCalendar: DateDecision['otherCalendar'];

  const cellOf = (text: string): Cell => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST_KNOWN) known.clear();
    const full = readFully(text, open);
    const cell = cellOfReading(text, full);
    known.set(text, cell);
    if (full.reading.sure === 'two-ways' && (example === undefined || (cell.isEither && !isExampleEither))) {
      example = { text, alternatives: full.reading.alternatives };
      isExampleEither = cell.isEither;
    }
    return cell;
  };

  return {
    add: (text) => {
      const { kind, only, isEither, cut, dayFirst, monthFirst, isOther } = cellOf(text);
      counts.cells += 1;
      counts[kind] += 1;
      if (isOther) otherCalendar = { example: text, ...otherCalendar, count: (otherCalendar?.count ?? 0) + 1 };
      if (only === 'day-first') counts.dayFirst += 1;
      if (only === 'month-first') counts.monthFirst += 1;
      if (isEither) counts.either += 1;
      if (cut !== undefined) {
        counts.twoDigitYears += 1;
        cutYears.add(cut);
      }
      if (dayFirst === undefined || monthFirst === undefined) return;
      rows.add(numberOf(dayFirst), numberOf(monthFirst), isEither);
      tally(isEither ? days.dayFirst : days.sure, dayFirst);
      if (isEither) tally(days.monthFirst, monthFirst);
    },
    decide: (asOfYear) => {
      const { order, chosen } = decideOrder(context.order, counts);
      const inOrder = makeDayTally();
      inOrder.addAll(days.sure);
      if (chosen !== undefined) inOrder.addAll(chosen === 'day-first' ? days.dayFirst : days.monthFirst);
      const lastYear = context.lastYear ?? lastYearOf(cutYears, asOfYear);
      return {
        context: { ...context, order: chosen, lastYear },
        counts: { ...counts },
        order,
        inRowOrder: rows.counts(),
        heaps: inOrder.heaps(),
        example,
        otherCalendar,
      };
    },
  };
}

function decideOrder(
  given: DayOrder | undefined,
  { dayFirst, monthFirst, either }: DateCounts,
): { readonly order: DateDecision['order']; readonly chosen: DayOrder | undefined } {
  if (given !== undefined) return { order: 'given', chosen: given };
  const isOneSided = dayFirst === 0 || monthFirst === 0;
  const chosen = !isOneSided || dayFirst + monthFirst === 0 ? undefined : dayFirst > 0 ? 'day-first' : 'month-first';
  if (either === 0) return { order: 'none-needed', chosen };
  return { order: chosen === undefined ? 'asked' : 'cells', chosen };
}

/**
 * The year up to which two figures count: the as-of year, at or before which every cell then is. Undefined, to be asked,
 * without one, and where some could as well be of the few years after it.
 */
function lastYearOf(cutYears: ReadonlySet<number>, asOfYear: number | undefined): number | undefined {
  if (asOfYear === undefined || cutYears.size === 0) return undefined;
  for (let ahead = 1; ahead <= YEARS_AHEAD; ahead += 1) if (cutYears.has((asOfYear + ahead) % 100)) return undefined;
  return asOfYear;
}

function tally(into: ReturnType<typeof makeDayTally>, { year, month, day }: Day): void {
  if (month > 0 && day > 0) into.add(year, month, day);
}

function numberOf({ year, month, day }: Day): number {
  return (year * 16 + month) * 32 + day;
}

function cellOfReading(text: string, { reading, only, isCut }: FullReading): Cell {
  const { edtf, alternatives } = reading;
  const cell = { only, cut: isCut ? cutYearOf(reading) : undefined, isEither: false, isOther: false };
  if (edtf === undefined)
    return { ...cell, kind: text.trim() === '' ? 'empty' : 'unread', dayFirst: undefined, monthFirst: undefined };
  const inOrder = (order: DayOrder): string =>
    (alternatives.find((way) => way.order === order) ?? alternatives[0])?.edtf ?? edtf;
  const [dayFirst, monthFirst] = [inOrder('day-first'), inOrder('month-first')];
  return {
    ...cell,
    kind: 'read',
    isEither: dayFirst !== monthFirst && only === undefined,
    dayFirst: dayOf(dayFirst),
    monthFirst: dayOf(monthFirst),
    isOther: isOfAnotherCalendar(text.trim(), dayOf(dayFirst)),
  };
}

function isOfAnotherCalendar(text: string, day: Day | undefined): boolean {
  const [from, to] = BUDDHIST_YEARS;
  return ISLAMIC_DAY.test(text) || (day !== undefined && day.year >= from && day.year <= to);
}

const FIRST_DATE = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?/;

/** Where a date begins, an interval with its first; undefined for one whose beginning is open or masked. */
function dayOf(edtf: string): Day | undefined {
  const [, year, month = '0', day = '0'] = FIRST_DATE.exec(edtf) ?? [];
  if (year === undefined) return undefined;
  return { year: Number(year), month: Number(month), day: Number(day) };
}

function cutYearOf({ alternatives }: FullReading['reading']): number | undefined {
  const year = Number.parseInt(alternatives[0]?.edtf ?? '', 10);
  return Number.isNaN(year) ? undefined : Math.abs(year) % 100;
}
