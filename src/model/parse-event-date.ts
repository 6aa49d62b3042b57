import { parse } from 'edtf';
import type { BoundNode, DateNode, IntervalNode, ListNode } from 'edtf';
import { civilClock } from './civil-clock';
import type { Clock } from './civil-clock';
import { expandRange, orderSpans } from './date-candidates';
import { readPlainDate, spanOfNode } from './edtf-span';
import type { KnownSpan, SpanFault } from './edtf-span';
import type { EventDate } from './event-date';
import { timeSpan } from './instant';
import type { TimeSpan } from './instant';
import type { DateBasis } from './vocabulary';

/** Why a date can't be used, as the key of a message: `t(fault)` completes "expected ...". */
export type DateFaultKey = SpanFault | 'expected.offset' | 'expected.noTimeInInterval' | 'expected.endAfterStart' | 'expected.someBound'
  | 'expected.rangeInOrder' | 'expected.time' | 'expected.timeOnDay' | 'expected.timeNeedsDay';

export interface DateFault {
  readonly fault: DateFaultKey;
}

/** What a date's long form says beside its EDTF string. */
export interface DateExtras {
  readonly basis?: DateBasis | undefined;
  readonly display?: string | undefined;
  readonly note?: string | undefined;
  /** RFC 3339 with offset; its wall clock must fall on the EDTF day. */
  readonly time?: string | undefined;
  /** IANA name; kept as it is. */
  readonly zone?: string | undefined;
}

const NO_EXTRAS: DateExtras = {};

/** Whether `parseEventDate` refused. */
export function isDateFault(result: EventDate | DateFault): result is DateFault {
  return 'fault' in result;
}

/**
 * An EDTF string (ISO 8601-2, levels 0-2) as spans of civil days. Plain years, months and days are read directly; the rest by
 * the package `edtf`, about 0.1 ms. All are remembered by string. Refused, never thrown: anything else, a time of day without offset or
 * in an interval, a wholly unknown year (`XXXX`), an end before its start.
 */
export function parseEventDate(edtf: string, extras: DateExtras = NO_EXTRAS): EventDate | DateFault {
  const bare = bareDate(edtf);
  if (isDateFault(bare) || extras === NO_EXTRAS) return bare;
  const { basis, display, note, time, zone } = extras;
  const worded: EventDate = { ...bare, basis, display, note };
  if (time !== undefined) return withClock(worded, civilClock(time, zone));
  return bare.clock === undefined ? worded : { ...worded, clock: { ...bare.clock, zone } };
}

const remembered = new Map<string, EventDate | DateFault>();
const REMEMBERED_MOST = 20_000;
/** Longer than any set of 256 days. */
const LONGEST = 4_000;

function bareDate(edtf: string): EventDate | DateFault {
  const known = remembered.get(edtf);
  if (known !== undefined) return known;
  if (edtf.length > LONGEST) return { fault: 'expected.edtf' };
  const plain = readPlainDate(edtf);
  const result = plain === undefined ? readRest(edtf) : typeof plain === 'string' ? { fault: plain } : single(edtf, plain);
  if (remembered.size >= REMEMBERED_MOST) remembered.clear();
  remembered.set(edtf, result);
  return result;
}

function readRest(edtf: string): EventDate | DateFault {
  if (edtf.includes('T')) return readDateTime(edtf);
  const node = parsed(edtf);
  if (node === undefined) return { fault: 'expected.edtf' };
  switch (node.type) {
    case 'Interval': return interval(edtf, node);
    case 'Set':
    case 'List': return list(edtf, node);
    default: {
      const known = spanOfNode(node);
      return typeof known === 'string' ? { fault: known } : single(edtf, known);
    }
  }
}

function parsed(edtf: string): DateNode | IntervalNode | ListNode | undefined {
  try {
    return parse(edtf, { level: 2 });
  } catch {
    // The package throws for every string it can't read; what that means is the caller's to say.
    return undefined;
  }
}

/** Never left to the package: it reads a time without offset in the machine's own zone, and loses an offset it reads. */
function readDateTime(edtf: string): EventDate | DateFault {
  if (edtf.includes('/')) return { fault: 'expected.noTimeInInterval' };
  const day = readPlainDate(edtf.slice(0, edtf.indexOf('T')));
  if (day === undefined || typeof day === 'string') return { fault: day ?? 'expected.edtf' };
  const clock = civilClock(edtf, undefined);
  return clock === undefined ? { fault: 'expected.offset' } : withClock(single(edtf, day), clock);
}

/** A date with an hour stands in that one minute. */
function withClock(date: EventDate, clock: Clock | undefined): EventDate | DateFault {
  if (clock === undefined) return { fault: 'expected.time' };
  if (date.precision === 'minute') return date.clock?.at === clock.at ? { ...date, clock } : { fault: 'expected.timeOnDay' };
  if (date.precision !== 'day' || !(date.form === 'single' || date.form === 'interval')) return { fault: 'expected.timeNeedsDay' };
  if (clock.civil < date.start.start || clock.civil >= date.start.end) return { fault: 'expected.timeOnDay' };
  const minute = Math.floor(clock.civil / 60_000) * 60_000;
  return { ...date, precision: 'minute', start: timeSpan(minute, minute + 60_000), clock };
}

const BARE = {
  end: undefined, open: undefined, candidates: [], clock: undefined, basis: undefined, display: undefined, note: undefined,
} as const;

function single(edtf: string, known: KnownSpan): EventDate {
  const { span, precision, uncertain, approximate } = known;
  return { ...BARE, edtf, form: 'single', precision, start: span, uncertain, approximate };
}

function interval(edtf: string, node: IntervalNode): EventDate | DateFault {
  const [lower, upper] = node.values;
  const start = boundSpan(lower);
  const end = boundSpan(upper);
  if (typeof start === 'string') return { fault: start };
  if (typeof end === 'string') return { fault: end };
  if (start === undefined) return end === undefined ? { fault: 'expected.someBound' } : { ...single(edtf, end), form: 'before' };
  if (end === undefined) return { ...single(edtf, start), form: 'interval', open: upper === null ? 'unknown' : 'ongoing' };
  if (end.span.end <= start.span.start) return { fault: 'expected.endAfterStart' };
  const uncertain = start.uncertain || end.uncertain;
  const approximate = start.approximate || end.approximate;
  // `a/a` is no interval, and the package throws at it; a reader means the one date.
  if (sameSpan(start.span, end.span)) return { ...single(edtf, start), uncertain, approximate };
  return {
    ...single(edtf, start), form: 'interval', uncertain, approximate,
    // It can't begin after the latest end (`2016/2016-02`), nor end before the earliest start (`2016-05/2016`).
    start: timeSpan(start.span.start, Math.min(start.span.end, end.span.end)),
    end: timeSpan(Math.max(end.span.start, start.span.start), end.span.end),
  };
}

function boundSpan(bound: BoundNode): KnownSpan | SpanFault | undefined {
  return bound === null || typeof bound === 'number' ? undefined : spanOfNode(bound);
}

function sameSpan(a: TimeSpan, b: TimeSpan): boolean {
  return a.start === b.start && a.end === b.end;
}

/** `[...]` and `{...}`. The package gives a range inside one a wrong end, so the days are written out here. */
function list(edtf: string, node: ListNode): EventDate | DateFault {
  const entries: KnownSpan[] = [];
  for (const value of node.values) {
    const found = isRange(value) ? rangeEntries(value) : spanOfNode(value);
    if (typeof found === 'string') return { fault: found };
    if ('span' in found) entries.push(found);
    else for (const entry of found) entries.push(entry);
  }
  const [first] = entries;
  if (first === undefined) return { fault: 'expected.edtf' };
  const shared = { uncertain: entries.some((entry) => entry.uncertain), approximate: entries.some((entry) => entry.approximate) };
  const candidates = orderSpans(entries.map((entry) => entry.span));
  const [earliest = first.span] = candidates;
  const latest = candidates.reduce((a, b) => (b.end > a.end ? b : a), earliest);
  const base = { ...single(edtf, first), ...shared };
  if (node.earlier === true) return { ...base, form: 'before', start: latest };
  if (node.later === true) return { ...base, form: 'after', start: earliest };
  if (candidates.length === 1 && !node.values.some(isWideRange)) return base;
  return { ...base, form: node.type === 'Set' ? 'one-of' : 'all-of', start: earliest, end: latest, candidates };
}

/** A range too long to write out stays one candidate, and is a set all the same. */
function isWideRange(value: ListNode['values'][number]): boolean {
  return isRange(value) && value[0].values.join() !== value[1].values.join();
}

function isRange(value: ListNode['values'][number]): value is readonly [DateNode, DateNode] {
  return Array.isArray(value);
}

function rangeEntries([from, to]: readonly [DateNode, DateNode]): readonly KnownSpan[] | DateFaultKey {
  const first = spanOfNode(from);
  const last = spanOfNode(to);
  if (typeof first === 'string') return first;
  if (typeof last === 'string') return last;
  if (last.span.end <= first.span.start) return 'expected.rangeInOrder';
  const steps = expandRange(first, last);
  return steps.map((span) => ({
    span, precision: first.precision, uncertain: first.uncertain || last.uncertain, approximate: first.approximate || last.approximate,
  }));
}
