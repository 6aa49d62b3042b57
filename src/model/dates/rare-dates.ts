import { parse } from 'edtf';
import type { BoundNode, DateNode, IntervalNode, ListNode } from 'edtf';
import { intervalDate, listDate, singleDate } from './date-forms';
import type { Bound, DateFault, DateFaultKey } from './date-forms';
import { spanOfNode } from './edtf-node';
import type { KnownSpan, SpanFault } from './edtf-span';
import type { EventDate } from './event-date';
import { DAY_MS, civilDay, timeSpan } from './instant';
import type { TimeSpan } from './instant';

/** Any EDTF date without an hour, read by the package `edtf`: about 0.1 ms. */
export function readRareDate(edtf: string): EventDate | DateFault {
  const node = parsed(edtf);
  if (node === undefined) return { fault: 'expected.edtf' };
  switch (node.type) {
    case 'Interval':
      return interval(edtf, node);
    case 'Set':
    case 'List':
      return list(edtf, node);
    default: {
      const known = spanOfNode(node);
      return typeof known === 'string' ? { fault: known } : singleDate(edtf, known);
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

function interval(edtf: string, { values: [lower, upper] }: IntervalNode): EventDate | DateFault {
  const start = boundOf(lower);
  const end = boundOf(upper);
  if ('fault' in start) return start;
  return 'fault' in end ? end : intervalDate(edtf, start.bound, end.bound);
}

function boundOf(node: BoundNode): { readonly bound: Bound } | { readonly fault: SpanFault } {
  if (node === null) return { bound: 'unknown' };
  if (typeof node === 'number') return { bound: 'open' };
  const known = spanOfNode(node);
  return typeof known === 'string' ? { fault: known } : { bound: known };
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
  return listDate(edtf, entries, {
    form: node.type === 'Set' ? 'one-of' : 'all-of',
    open: node.earlier === true ? 'earlier' : node.later === true ? 'later' : undefined,
    isWide: node.values.some(isWideRange),
  });
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
    span,
    precision: first.precision,
    uncertain: first.uncertain || last.uncertain,
    approximate: first.approximate || last.approximate,
  }));
}

/** A range in a set is written out up to this many days, months or years; a longer one stays one span. */
const MOST_CANDIDATES = 256;

/**
 * The days (months, years) of a range in a set, both ends inside, in time order. One span over the whole where the ends
 * differ in precision, aren't plain days, months or years, or would give more than MOST_CANDIDATES.
 */
function expandRange(first: KnownSpan, last: KnownSpan): readonly TimeSpan[] {
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
