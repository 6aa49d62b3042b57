import type { PrecisionBook } from '../../../model/dates/reading/date-reading';
import type { DateMapping, TableMapping } from '../table-mapping';
import { share } from './guess-columns';
import type { GuessColumn } from './guess-columns';
import type { Assigned } from './assigned';
import { meaningsOf } from './header-words';
import type { Meaning } from './header-words';

type Dates = Pick<TableMapping, 'date' | 'end'>;

/** The columns of a table's dates: whole ones before their parts, parts before years alone, and at last by the cells. */
export function guessDates(assigned: Assigned): Dates {
  const { get } = assigned;
  const whole = wholeDate(assigned);
  const parts = partsOf(assigned, 'year', 'month', 'day');
  const end = get('end');
  const date = whole === undefined || isLessThan(whole, parts) ? (parts ?? columnOf(whole)) : columnOf(whole);
  if (date === undefined) return {};
  const usesParts = date.column === undefined;
  const endParts = partsOf(assigned, 'endYear', 'endMonth', 'endDay');
  return {
    date: shortened({ ...date, ...besides(assigned) }),
    ...(end !== undefined
      ? { end: end.header }
      : endParts !== undefined && usesParts
        ? { end: shortened(endParts) }
        : undefined),
  };
}

function columnOf(column: GuessColumn | undefined): DateMapping | undefined {
  if (column === undefined) return undefined;
  return { column: column.header, ...(areSerials(column) && { serials: '1900' as const }) };
}

/** A column of bare years beside one of months says less than both. */
function isLessThan({ profile }: GuessColumn, parts: DateMapping | undefined): boolean {
  return parts?.month !== undefined && (profile.years ?? 0) > 0.5;
}

/** By its header; else the first whose cells look like dates, years last, what was published at the very last. */
function wholeDate(assigned: Assigned): GuessColumn | undefined {
  const { get, free, take } = assigned;
  const named = get('date');
  if (named !== undefined) return named;
  const year = get('year');
  const dated = free().filter(({ profile }) => profile.dates >= 0.6 && profile.filled > 0);
  const exact = dated.find(({ profile }) => (profile.years ?? 0) <= 0.5);
  const bare = dated.find(({ profile }) => (profile.years ?? 0) >= 0.95 && profile.numbers <= 1);
  const found = exact ?? (year === undefined ? bare : undefined);
  if (found !== undefined) take(found, 'date');
  return found ?? year ?? get('published') ?? get('end') ?? calledDate(assigned);
}

/**
 * The first column that is called a date, and has cells: its rows are kept with what is written there, though it is in a
 * calendar or a language that nobody here reads.
 */
function calledDate({ free, take }: Assigned): GuessColumn | undefined {
  const found = free().find(
    ({ header, cells }) =>
      cells.length > 0 &&
      !SHORT_WORD.test(header) &&
      meaningsOf(header).some(({ meaning, strength }) => meaning === 'date' && strength === 1),
  );
  if (found !== undefined) take(found, 'date');
  return found;
}

/** `on`, `von`: words of other things too. */
const SHORT_WORD = /^\s*[ -\u02AF]{1,3}\s*$/;
/** Days of our time as spreadsheets count them, 1927 to 2119. */
const SERIALS = [10_000, 80_000] as const;

/** Numbers without their format, where the column is called a date. */
function areSerials({ cells }: GuessColumn): boolean {
  const [from, to] = SERIALS;
  return (
    cells.length > 0 &&
    cells.every(
      (cell) =>
        /^\d{5}(?:[.,]\d+)?$/.test(cell) && Number.parseInt(cell, 10) >= from && Number.parseInt(cell, 10) <= to,
    )
  );
}

function partsOf({ get }: Assigned, year: Meaning, month: Meaning, day: Meaning): DateMapping | undefined {
  const [years, months, days] = [get(year), get(month), get(day)];
  if (years === undefined) return undefined;
  if (months === undefined) return year === 'endYear' ? { column: years.header } : undefined;
  return { year: years.header, month: months.header, ...(days !== undefined && { day: days.header }) };
}

/** What stands beside a date and belongs to it. */
function besides({ get }: Assigned): DateMapping {
  const time = get('time');
  const display = get('display');
  const precision = get('precision');
  const book = precision === undefined ? undefined : bookOf(precision);
  return {
    ...(time !== undefined && { time: time.header }),
    ...(display !== undefined && { display: display.header }),
    ...(precision !== undefined && book !== undefined && { precision: { column: precision.header, book } }),
  };
}

/** Wikidata's precisions of dates are 9 to 11 for years to days; ACLED's end at 3, UCDP's at 7. */
function bookOf({ header, cells }: GuessColumn): PrecisionBook | undefined {
  const within = (least: number, most: number): boolean =>
    share(cells, (cell) => Number(cell) >= least && Number(cell) <= most) === 1;
  if (within(6, 14) && !within(0, 7)) return 'wikidata';
  if (within(1, 3) && /time/i.test(header)) return 'acled';
  return within(1, 7) ? 'ucdp' : undefined;
}

function shortened({ column, ...more }: DateMapping): string | DateMapping {
  if (column === undefined) return more;
  return Object.keys(more).length === 0 ? column : { column, ...more };
}
