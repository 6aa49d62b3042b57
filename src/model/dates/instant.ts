import type { Brand } from '../../base/brand';

/** A point on the civil time axis, in milliseconds as `Date.UTC` counts them. The viewer's own zone never enters. */
export type Instant = Brand<number, 'Instant'>;

/** A length of time in milliseconds. */
export type Duration = Brand<number, 'Duration'>;

/** Half-open: `start` is inside, `end` is not. */
export interface TimeSpan {
  readonly start: Instant;
  readonly end: Instant;
}

export const DAY_MS = 86_400_000 as Duration;

/** Takes UTC milliseconds as they are; the one place a bare number becomes an Instant. */
export function instant(ms: number): Instant {
  return ms as Instant;
}

/**
 * The whole years that there are. Instants end at 8.64e15 ms (ECMA-262, section 21.4.1.1), months later on either side: a
 * unit that is looked for there, like the first of a quarter, is found nowhere, and D3 looks for it for ever.
 */
export const FIRST_YEAR = -271_820;
export const LAST_YEAR = 275_759;
export const FIRST_INSTANT = instant(Date.UTC(FIRST_YEAR, 0));
export const LAST_INSTANT = instant(Date.UTC(LAST_YEAR + 1, 0));

/** The nearest instant of those years. */
export function inReach(ms: number): Instant {
  return instant(Math.min(Math.max(ms, FIRST_INSTANT), LAST_INSTANT));
}

/** Start is inside, end is not; swaps nothing, so `end < start` is the caller's mistake. */
export function timeSpan(startMs: number, endMs: number): TimeSpan {
  return { start: instant(startMs), end: instant(endMs) };
}

/** Midnight of a civil day. Month is 1 to 12; years below 100 and negative years are taken as written (ISO 8601). */
export function civilDay(year: number, month = 1, day = 1): Instant {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return instant(date.getTime());
}

export function durationOf(span: TimeSpan): Duration {
  return (span.end - span.start) as Duration;
}

/** The middle, where a day's mark stands. */
export function middleOf(span: TimeSpan): Instant {
  return instant(span.start + (span.end - span.start) / 2);
}
