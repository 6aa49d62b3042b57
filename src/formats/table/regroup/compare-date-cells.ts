import type { DateMapping } from '../table-mapping';
import type { CompareDates } from './span-of-days';

const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const PLAIN = /^(-?\d{1,6})(?:-(\d{2}))?(?:-(\d{2}))?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * How two cells of a column of dates follow each other: years, months and days as ISO 8601 writes them, `YYYYMMDD`, and dates
 * with slashes where the mapping says which way they go. What else stands there can't be told. A year begins with its first
 * day.
 */
export function compareDateCells({ format, order }: Pick<DateMapping, 'format' | 'order'>): CompareDates {
  const isMonthFirst = format === 'M/D/YYYY' || (format === undefined && order === 'month-first');
  const isDayFirst = format === 'D/M/YYYY' || (format === undefined && order === 'day-first');
  const valueOf = (cell: string): number | undefined => {
    const compact = COMPACT.exec(cell);
    if (compact !== null) return dayNumber(compact[1], compact[2], compact[3]);
    const plain = PLAIN.exec(cell);
    if (plain !== null) return dayNumber(plain[1], plain[2], plain[3]);
    const slashed = SLASHED.exec(cell);
    if (slashed === null || (!isMonthFirst && !isDayFirst)) return undefined;
    const [, one, two, year] = slashed;
    return isMonthFirst ? dayNumber(year, one, two) : dayNumber(year, two, one);
  };
  return (a, b) => {
    const first = valueOf(a);
    const second = valueOf(b);
    return first === undefined || second === undefined ? undefined : first - second;
  };
}

/** Grows with time; no count of days. */
function dayNumber(year: string | undefined, month = '01', day = '01'): number {
  return Number(year) * 10_000 + Number(month) * 100 + Number(day);
}
