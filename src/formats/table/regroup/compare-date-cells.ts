import { ownText } from '../../../base/utf8-strings';
import { isDateFault, parseEventDate } from '../../../model/dates/parse-event-date';
import { readDate } from '../../../model/dates/reading/read-date';
import type { DateMapping } from '../table-mapping';
import type { CompareDates } from './span-of-days';

const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const PLAIN = /^(-?\d{1,6})(?:-(\d{2}))?(?:-(\d{2}))?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * How two cells of a column of dates follow each other: years, months and days as ISO 8601 writes them, `YYYYMMDD`, and dates
 * with slashes where the mapping says which way they go; what else people write by `readDate`, where the mapping asks for no
 * one way. What can be read in two ways, or in none, can't be told. A year begins with its first day.
 */
export function compareDateCells(mapping: Partial<DateMapping>): CompareDates {
  const { format, order, lastYear, serials, languages = [] } = mapping;
  const isMonthFirst = format === 'M/D/YYYY' || (format === undefined && order === 'month-first');
  const isDayFirst = format === 'D/M/YYYY' || (format === undefined && order === 'day-first');
  const known = new Map<string, number | undefined>();
  const valueRead = (cell: string): number | undefined => {
    if (known.has(cell)) return known.get(cell);
    const { edtf, sure } = readDate(cell, { languages, order, lastYear, serials });
    const date = edtf === undefined || sure !== 'sure' ? undefined : parseEventDate(edtf);
    const value = date === undefined || isDateFault(date) ? undefined : dayAt(date.start.start);
    if (known.size < MOST_KNOWN) known.set(ownText(cell), value);
    return value;
  };
  const valueOf = (cell: string): number | undefined => {
    const compact = COMPACT.exec(cell);
    if (compact !== null) return dayNumber(compact[1], compact[2], compact[3]);
    const plain = PLAIN.exec(cell);
    if (plain !== null) return dayNumber(plain[1], plain[2], plain[3]);
    const slashed = isMonthFirst || isDayFirst ? SLASHED.exec(cell) : null;
    if (slashed === null) return format === undefined ? valueRead(cell) : undefined;
    const [, one, two, year] = slashed;
    return isMonthFirst ? dayNumber(year, one, two) : dayNumber(year, two, one);
  };
  return (a, b) => {
    const first = valueOf(a);
    const second = valueOf(b);
    return first === undefined || second === undefined ? undefined : first - second;
  };
}

const MOST_KNOWN = 10_000;

function dayAt(instant: number): number | undefined {
  const day = new Date(instant);
  const year = day.getUTCFullYear();
  return Number.isNaN(year)
    ? undefined
    : dayNumber(String(year), String(day.getUTCMonth() + 1), String(day.getUTCDate()));
}

/** Grows with time; no count of days. */
function dayNumber(year: string | undefined, month = '01', day = '01'): number {
  return Number(year) * 10_000 + Number(month) * 100 + Number(day);
}
