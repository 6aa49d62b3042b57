import { DATE_FORMS } from './event-date';
import type { EventDate } from './event-date';
import { middleOf, timeSpan } from './instant';
import type { Instant, TimeSpan } from './instant';

/** A date as the numbers that stand for it in an EventTable; UTC ms, and indices into DATE_FORMS. */
export interface DateNumbers {
  readonly start: number;
  readonly startLatest: number;
  readonly endEarliest: number;
  readonly end: number;
  readonly anchor: number;
  readonly form: number;
}

/** What a date comes to in the columns; `asOfEnd` is where an open interval is drawn to. */
export function dateNumbers(date: EventDate, asOfEnd: Instant | undefined): DateNumbers {
  const endSpan = date.end ?? (date.form === 'interval' ? openEnd(date.start, asOfEnd) : date.start);
  return {
    start: date.start.start,
    startLatest: date.start.end,
    endEarliest: endSpan.start,
    end: endSpan.end,
    anchor: date.clock?.civil ?? anchorOf(date, endSpan),
    form: DATE_FORMS.indexOf(date.form),
  };
}

/**
 * An open interval is drawn to the end of the as-of day, never to today; without one, or when it lies ahead, it keeps
 * its own start.
 */
function openEnd(start: TimeSpan, asOfEnd: Instant | undefined): TimeSpan {
  const end = asOfEnd === undefined || asOfEnd <= start.start ? start.end : asOfEnd;
  return { start: end, end };
}

function anchorOf(date: EventDate, endSpan: TimeSpan): number {
  switch (date.form) {
    case 'interval':
      return date.start.start;
    case 'one-of':
    case 'all-of':
      return middleOf(timeSpan(date.start.start, endSpan.end));
    default:
      return middleOf(date.start);
  }
}
