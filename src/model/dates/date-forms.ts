import type { KnownSpan, SpanFault } from './edtf-span';
import type { EventDate } from './event-date';
import { timeSpan } from './instant';
import type { TimeSpan } from './instant';

/** Why a date can't be used, as the key of a message: `t(fault)` completes "expected ...". */
export type DateFaultKey =
  | SpanFault
  | 'expected.offset'
  | 'expected.noTimeInInterval'
  | 'expected.endAfterStart'
  | 'expected.someBound'
  | 'expected.rangeInOrder'
  | 'expected.time'
  | 'expected.timeOnDay'
  | 'expected.timeNeedsDay';

export interface DateFault {
  readonly fault: DateFaultKey;
}

const BARE = {
  end: undefined,
  open: undefined,
  candidates: [],
  clock: undefined,
  basis: undefined,
  display: undefined,
  note: undefined,
} as const;

export function singleDate(edtf: string, { span, precision, uncertain, approximate }: KnownSpan): EventDate {
  return { ...BARE, edtf, form: 'single', precision, start: span, uncertain, approximate };
}

/** One end of an interval; `open` is `..`, `unknown` is nothing at all. */
export type Bound = KnownSpan | 'open' | 'unknown';

export function intervalDate(edtf: string, start: Bound, end: Bound): EventDate | DateFault {
  if (typeof start === 'string')
    return typeof end === 'string' ? { fault: 'expected.someBound' } : { ...singleDate(edtf, end), form: 'before' };
  if (typeof end === 'string')
    return { ...singleDate(edtf, start), form: 'interval', open: end === 'open' ? 'ongoing' : 'unknown' };
  if (end.span.end <= start.span.start) return { fault: 'expected.endAfterStart' };
  const uncertain = start.uncertain || end.uncertain;
  const approximate = start.approximate || end.approximate;
  // `a/a` is no interval, and the package throws at it; a reader means the one date.
  if (sameSpan(start.span, end.span)) return { ...singleDate(edtf, start), uncertain, approximate };
  return {
    ...singleDate(edtf, start),
    form: 'interval',
    uncertain,
    approximate,
    // It can't begin after the latest end (`2016/2016-02`), nor end before the earliest start (`2016-05/2016`).
    start: timeSpan(start.span.start, Math.min(start.span.end, end.span.end)),
    end: timeSpan(Math.max(end.span.start, start.span.start), end.span.end),
  };
}

function sameSpan(a: TimeSpan, b: TimeSpan): boolean {
  return a.start === b.start && a.end === b.end;
}

export interface ListSigns {
  /** `[...]` is one of them, `{...}` all of them. */
  readonly form: 'one-of' | 'all-of';
  /** `..` before the first date, or after the last. */
  readonly open: 'earlier' | 'later' | undefined;
  /** It holds more dates than `entries`: it stays a list even where that is one. */
  readonly isWide: boolean;
}

/** A set, of at least one date. */
export function listDate(
  edtf: string,
  entries: readonly KnownSpan[],
  { form, open, isWide }: ListSigns,
): EventDate | DateFault {
  const [first] = entries;
  if (first === undefined) return { fault: 'expected.edtf' };
  const candidates = orderSpans(entries.map((entry) => entry.span));
  const [earliest = first.span] = candidates;
  const latest = candidates.reduce((a, b) => (b.end > a.end ? b : a), earliest);
  const base = {
    ...singleDate(edtf, first),
    uncertain: entries.some((entry) => entry.uncertain),
    approximate: entries.some((entry) => entry.approximate),
  };
  if (open === 'earlier') return { ...base, form: 'before', start: latest };
  if (open === 'later') return { ...base, form: 'after', start: earliest };
  if (candidates.length === 1 && !isWide) return base;
  return { ...base, form, start: earliest, end: latest, candidates };
}

/** In time order, each span once. */
function orderSpans(spans: readonly TimeSpan[]): readonly TimeSpan[] {
  const ordered = spans.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return ordered.filter((span, index) => {
    const before = ordered[index - 1];
    return before === undefined || before.start !== span.start || before.end !== span.end;
  });
}
