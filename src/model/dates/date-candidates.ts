import type { KnownSpan } from './edtf-span';
import { DAY_MS, civilDay, timeSpan } from './instant';
import type { TimeSpan } from './instant';

/** A range in a set is written out up to this many days, months or years; a longer one stays one span. */
const MOST_CANDIDATES = 256;

/**
 * The days (months, years) of a range in a set, both ends inside, in time order. One span over the whole where the ends differ
 * in precision, aren't plain days, months or years, or would give more than MOST_CANDIDATES.
 */
export function expandRange(first: KnownSpan, last: KnownSpan): readonly TimeSpan[] {
  const whole = timeSpan(first.span.start, Math.max(first.span.end, last.span.end));
  const step = first.precision === last.precision ? STEPS[first.precision] : undefined;
  if (step === undefined || (whole.end - whole.start) / step.atLeastMs > MOST_CANDIDATES + 1) return [whole];
  const spans: TimeSpan[] = [];
  for (let at = first.span.start; at < last.span.end;) {
    const next = step.after(at);
    spans.push(timeSpan(at, next));
    at = next;
  }
  return spans.length > MOST_CANDIDATES ? [whole] : spans;
}

interface Step {
  readonly atLeastMs: number;
  readonly after: (at: TimeSpan['start']) => TimeSpan['start'];
}

const STEPS: Readonly<Partial<Record<KnownSpan['precision'], Step>>> = {
  day: { atLeastMs: DAY_MS, after: (at) => timeSpan(at + DAY_MS, at).start },
  month: { atLeastMs: 28 * DAY_MS, after: (at) => dateFrom(at, 0, 1) },
  year: { atLeastMs: 365 * DAY_MS, after: (at) => dateFrom(at, 1, 0) },
};

function dateFrom(at: TimeSpan['start'], years: number, months: number): TimeSpan['start'] {
  const date = new Date(at);
  return civilDay(date.getUTCFullYear() + years, date.getUTCMonth() + 1 + months);
}
