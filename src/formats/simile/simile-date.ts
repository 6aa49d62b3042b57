import type { EventDate } from '../../model/dates/event-date';
import { dateOf, edtfOf, singleDate, spanDate } from '../imported/exact-date';
import type { ExactDate } from '../imported/exact-date';
import type { JsDate } from '../imported/js-date';

/** The four dates of an event; all but the first may be absent. */
export interface SimileSpan {
  readonly start: JsDate;
  readonly latestStart: JsDate | undefined;
  readonly earliestEnd: JsDate | undefined;
  readonly end: JsDate | undefined;
  /** It happened at one time, somewhere between start and end. */
  readonly isInstant: boolean;
}

/**
 * What they say in EDTF. An instant of which two dates are known is one event on one of the days between
 * (`[1845..1846]`); a start or an end known to lie between two days is the month, year or date about it, with the days
 * as they are written in the note. Undefined where the end lies before the start.
 */
export function simileEventDate({
  start,
  latestStart,
  earliestEnd,
  end,
  isInstant,
}: SimileSpan): EventDate | undefined {
  if (end === undefined && earliestEnd === undefined)
    return latestStart === undefined ? singleDate(start) : oneOf(start, latestStart);
  const last = end ?? earliestEnd ?? start;
  if (isInstant) return oneOf(start, last);
  if (latestStart === undefined && earliestEnd === undefined) return spanDate(start, last);
  const note = `${rangeInWords(start, latestStart)} / ${rangeInWords(earliestEnd ?? last, last)}`;
  const [from, to] = [between(start, latestStart ?? start), between(earliestEnd ?? last, last)];
  return from === to ? dateOf(from, { note }) : dateOf(`${from}/${to}`, { note });
}

function oneOf(first: ExactDate, last: ExactDate): EventDate | undefined {
  return first.edtf === last.edtf ? spanDate(first, last) : dateOf(`[${first.edtf}..${last.edtf}]`);
}

function rangeInWords({ edtf }: ExactDate, last: ExactDate | undefined): string {
  return last === undefined || last.edtf === edtf ? edtf : `${edtf} – ${last.edtf}`;
}

/** One date for a time between two: the whole month that they enclose, else month or year about them, or about the first. */
function between({ edtf: first }: ExactDate, { edtf: last }: ExactDate): string {
  if (first === last) return first;
  const [month, nextMonth] = [first.slice(0, -3), last.slice(0, -3)];
  const areDays = [first, last].every((date) => /^-?\d{4}-\d\d-\d\d$/.test(date));
  if (!areDays) return `${first}~`;
  if (first.endsWith('-01') && last.endsWith('-01') && isNextMonth(month, nextMonth)) return month;
  if (month === nextMonth) return `${month}~`;
  return `${month.slice(0, -3)}~`;
}

function isNextMonth(month: string, next: string): boolean {
  const [year = 0, number = 0] = [Number(month.slice(0, -3)), Number(month.slice(-2))];
  return next === edtfOf(number === 12 ? year + 1 : year, number === 12 ? 1 : number + 1);
}
