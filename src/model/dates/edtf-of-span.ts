import type { EventDate } from './event-date';
import { DAY_MS, civilDay, instant, timeSpan } from './instant';
import type { Instant, TimeSpan } from './instant';

/**
 * What a span of time is as a date: the precision of the civil day, month or year that it exactly fills; undefined for
 * any other.
 */
export function precisionOfSpan({ start, end }: TimeSpan): 'day' | 'month' | 'year' | undefined {
  if (start % DAY_MS !== 0) return undefined;
  if (end - start === DAY_MS) return 'day';
  const from = new Date(start);
  if (from.getUTCDate() !== 1) return undefined;
  const year = from.getUTCFullYear();
  const month = from.getUTCMonth() + 1;
  if (end === civilDay(year, month + 1)) return 'month';
  return month === 1 && end === civilDay(year + 1) ? 'year' : undefined;
}

/**
 * The date that a bare span of time stands for: a day, month or year that it exactly fills, else an interval of its
 * first and last day. Inside a day it is that day with an hour, which is drawn at its place.
 */
export function dateOfSpan(span: TimeSpan): EventDate {
  const precision = precisionOfSpan(span);
  const base = {
    open: undefined,
    candidates: [],
    uncertain: false,
    approximate: false,
    clock: undefined,
    basis: undefined,
    display: undefined,
    note: undefined,
  };
  if (precision !== undefined) {
    return {
      ...base,
      edtf: isoDay(span.start).slice(0, { day: undefined, month: -3, year: -6 }[precision]),
      form: 'single',
      precision,
      start: span,
      end: undefined,
    };
  }
  const first = dayOf(span.start);
  const last = dayOf(instant(Math.max(span.end - 1, span.start)));
  if (first.start === last.start) {
    const clock = { civil: span.start, at: span.start, zone: undefined };
    return {
      ...base,
      edtf: isoDay(first.start),
      form: 'single',
      precision: 'minute',
      start: first,
      end: undefined,
      clock,
    };
  }
  return {
    ...base,
    edtf: `${isoDay(first.start)}/${isoDay(last.start)}`,
    form: 'interval',
    precision: 'day',
    start: first,
    end: last,
  };
}

function dayOf(time: Instant): TimeSpan {
  const start = Math.floor(time / DAY_MS) * DAY_MS;
  return timeSpan(start, start + DAY_MS);
}

/**
 * `2016-02-24`, `-0330-01-01`; years outside -9999 to 9999 as EDTF writes them (`Y12016` has no days, so the ISO form
 * with a sign stands in).
 */
function isoDay(time: Instant): string {
  const text = new Date(time).toISOString();
  return text.slice(0, text.indexOf('T')).replace(/^-00(?=\d{4}-)/, '-');
}
