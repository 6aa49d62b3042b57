import { lowerBound } from '../../base/sorted';
import type { Translate } from '../../base/translate';
import type { Dataset } from '../../model/dataset';
import { dateInWords } from '../../model/dates/date-prose';
import type { EventTable } from '../../model/event-table';
import type { TimeSpan } from '../../model/dates/instant';
import { isDateFault, parseEventDate } from '../../model/dates/parse-event-date';
import { readDateParts, spanOfParts } from './date-query';
import type { DateParts } from './date-query';

/** A span of days that a query names, to go to. */
export interface FoundDate {
  readonly span: TimeSpan;
  readonly words: string;
}

/** How far back a date without a year is looked for, from the last event. */
const YEARS_BACK = 3000;

/**
 * The spans a query names; none when it isn't a date. Without a year: the years in which an event begins then, latest
 * first, else the year of the as-of day or of the last event. At most `limit`.
 */
export function findDates(
  query: string,
  dataset: Dataset,
  table: EventTable,
  t: Translate,
  limit: number,
): readonly FoundDate[] {
  const parts = readDateParts(query, t.locale);
  if (parts === undefined) return [];
  const years = parts.year === undefined ? yearsOf(parts, dataset, table, limit) : [parts.year];
  return years.flatMap((year) => {
    const span = spanOfParts(parts, year);
    return span === undefined ? [] : [{ span, words: spanInWords(parts, year, t) }];
  });
}

function yearsOf(parts: DateParts, dataset: Dataset, table: EventTable, limit: number): readonly number[] {
  const first = yearOf(table.extent.start);
  const last = yearOf(table.start[table.datedSize - 1] ?? table.extent.start);
  const years: number[] = [];
  for (let year = last; year >= Math.max(first, last - YEARS_BACK) && years.length < limit; year -= 1) {
    const span = spanOfParts(parts, year);
    if (span !== undefined && beginsWithin(table, span)) years.push(year);
  }
  return years.length > 0 ? years : [dataset.asOf === undefined ? last : yearOf(dataset.asOf.start.start)];
}

function yearOf(ms: number): number {
  return new Date(ms).getUTCFullYear();
}

/** Whether an event's earliest start lies in the span; starts are in order. */
function beginsWithin(table: EventTable, span: TimeSpan): boolean {
  return (table.start[lowerBound(table.start, span.start, 0, table.datedSize)] ?? Infinity) < span.end;
}

/** The same words as an event's date has. */
function spanInWords(parts: DateParts, year: number, t: Translate): string {
  const edtf = edtfOf(parts, year);
  const date = parseEventDate(edtf);
  return isDateFault(date) ? edtf : dateInWords(date, t);
}

function edtfOf({ month, firstDay, lastDay }: DateParts, year: number): string {
  const inYear = String(year).padStart(4, '0');
  if (month === undefined) return inYear;
  const inMonth = `${inYear}-${twoDigits(month)}`;
  if (firstDay === undefined || lastDay === undefined) return inMonth;
  const first = `${inMonth}-${twoDigits(firstDay)}`;
  return firstDay === lastDay ? first : `${first}/${inMonth}-${twoDigits(lastDay)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
