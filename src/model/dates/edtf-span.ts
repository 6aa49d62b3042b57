import type { DatePrecision } from './event-date';
import { DAY_MS, FIRST_YEAR, LAST_YEAR, civilDay, timeSpan } from './instant';
import type { TimeSpan } from './instant';

/** One date of an EDTF string worked out: the whole span it may stand in, and how finely it is known. */
export interface KnownSpan {
  readonly span: TimeSpan;
  readonly precision: DatePrecision;
  readonly uncertain: boolean;
  readonly approximate: boolean;
}

/** The message that says what was expected instead; `t(fault)` completes "expected ...". */
export type SpanFault = 'expected.edtf' | 'expected.calendarDay' | 'expected.knownYear' | 'expected.yearInReach';

/**
 * Month 1 to 12; a fault where there is no such day. The package takes 29 February of any year for 1 March, and 29
 * February of year 0 too.
 */
export function calendarSpan(year: number, month: number | undefined, day: number | undefined): KnownSpan | SpanFault {
  if (month === undefined) return yearsSpan(year, year, 'year');
  if (day === undefined) return certain(timeSpan(civilDay(year, month), civilDay(year, month + 1)), 'month');
  const start = civilDay(year, month, day);
  if (day < 1 || new Date(start).getUTCDate() !== day) return 'expected.calendarDay';
  return certain(timeSpan(start, start + DAY_MS), 'day');
}

/** Both years inside; a fault where instants don't reach. */
export function yearsSpan(first: number, last: number, precision: DatePrecision): KnownSpan | SpanFault {
  if (first < FIRST_YEAR || last > LAST_YEAR) return 'expected.yearInReach';
  return certain(timeSpan(civilDay(first), civilDay(last + 1)), precision);
}

/** Known without a sign of doubt. */
export function certain(span: TimeSpan, precision: DatePrecision): KnownSpan {
  return { span, precision, uncertain: false, approximate: false };
}
