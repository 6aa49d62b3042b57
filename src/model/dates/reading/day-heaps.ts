import { daysOfMonth, twoFigures } from './civil-parts';
import type { DateHeap } from './date-reading';

/** Counts of a column's days, by month and day; a heap is found in them in O(366). */
export interface DayTally {
  readonly add: (year: number, month: number, day: number) => void;
  /** Takes over what another has counted. */
  readonly addAll: (other: DayTally) => void;
  readonly heaps: () => readonly DateHeap[];
  /** By month-day (`month * 32 + day`): how many days, and up to YEARS_KEPT of their years. */
  readonly counts: ReadonlyMap<number, { readonly count: number; readonly years: ReadonlySet<number> }>;
}

/** A heap stands in at least so many years. */
const LEAST_YEARS = 3;
const YEARS_KEPT = LEAST_YEARS;
const LEAST_COUNT = 5;
const LEAST_SHARE = 0.03;
/** More often than days come by themselves. */
const TIMES_NATURAL = 5;
const DAYS_A_YEAR = 365;
const MONTHS_A_YEAR = 12;
/** On either side of a month-day, which tell a heap from a season in which much happens. */
const DAYS_AROUND = 15;
const FIRSTS = 1;

/**
 * An empty tally. A heap is more than max(5, 3 %) of all days on one month-day, in three years or more, more than five
 * times its natural share of 1/365, and more than five times what the days around it have: where a body meets every
 * December nothing is said of December. The same of the first of months, those that are heaps already left out.
 */
export function makeDayTally(): DayTally {
  const counts = new Map<number, { count: number; years: Set<number> }>();
  const addMany = (monthDay: number, count: number, years: Iterable<number>): void => {
    const known = counts.get(monthDay) ?? { count: 0, years: new Set<number>() };
    counts.set(monthDay, known);
    known.count += count;
    for (const year of years) if (known.years.size < YEARS_KEPT) known.years.add(year);
  };
  return {
    counts,
    add: (year, month, day) => {
      const known = counts.get(month * 32 + day);
      if (known === undefined) return addMany(month * 32 + day, 1, [year]);
      known.count += 1;
      if (known.years.size < YEARS_KEPT) known.years.add(year);
      return undefined;
    },
    addAll: (other) => {
      for (const [monthDay, { count, years }] of other.counts) addMany(monthDay, count, years);
    },
    heaps: () => heapsIn(counts),
  };
}

function heapsIn(counts: DayTally['counts']): readonly DateHeap[] {
  const of = sum(counts.values());
  const likely = [...counts].filter(
    ([, { count, years }]) => isHeap(count, of, 1 / DAYS_A_YEAR) && years.size >= LEAST_YEARS,
  );
  const onDays = likely
    .filter(([monthDay, { count }]) => count > TIMES_NATURAL * usualAround(monthDay, counts))
    .toSorted(([, a], [, b]) => b.count - a.count)
    .map(([monthDay, { count }]): DateHeap => ({ on: 'month-day', at: monthDayName(monthDay), count, of }));
  const first = heapOfFirsts(counts, new Set(onDays.map(({ at }) => at)));
  return first === undefined ? onDays : [...onDays, first];
}

function isHeap(count: number, of: number, natural: number): boolean {
  return count > Math.max(LEAST_COUNT, LEAST_SHARE * of) && count > TIMES_NATURAL * natural * of;
}

function heapOfFirsts(counts: DayTally['counts'], heaps: ReadonlySet<string>): DateHeap | undefined {
  const others = [...counts].filter(([monthDay]) => !heaps.has(monthDayName(monthDay)));
  const firsts = others.filter(([monthDay]) => monthDay % 32 === FIRSTS);
  const of = sum(others.map(([, tally]) => tally));
  const count = sum(firsts.map(([, tally]) => tally));
  const years = new Set(firsts.flatMap(([, tally]) => [...tally.years]));
  const isSpread = years.size >= LEAST_YEARS && firsts.length > 1;
  if (!isSpread || !isHeap(count, of, MONTHS_A_YEAR / DAYS_A_YEAR)) return undefined;
  return { on: 'first-of-month', at: '01', count, of };
}

/** What half of the days around one have at most: a second heap among them doesn't count. */
function usualAround(monthDay: number, counts: DayTally['counts']): number {
  const middle = DAYS_OF_YEAR.indexOf(monthDay);
  const around: number[] = [];
  for (let away = 1; away <= DAYS_AROUND; away += 1) {
    for (const at of [middle - away, middle + away]) {
      const other = DAYS_OF_YEAR[(at + DAYS_OF_YEAR.length) % DAYS_OF_YEAR.length] ?? 0;
      around.push(counts.get(other)?.count ?? 0);
    }
  }
  return around.toSorted((a, b) => a - b)[DAYS_AROUND] ?? 0;
}

/** All month-days of a leap year, in order. */
const DAYS_OF_YEAR: readonly number[] = Array.from({ length: 12 }, (_, index) =>
  Array.from({ length: daysOfMonth(2000, index + 1) }, (__, day) => (index + 1) * 32 + day + 1),
).flat();

function monthDayName(monthDay: number): string {
  return `${twoFigures(Math.floor(monthDay / 32))}-${twoFigures(monthDay % 32)}`;
}

function sum(tallies: Iterable<{ readonly count: number }>): number {
  let total = 0;
  for (const { count } of tallies) total += count;
  return total;
}
