import type { EventDate } from '../../../model/dates/event-date';
import { makeDateColumn } from '../../../model/dates/reading/date-column';
import type { DateDecision, DateReadingContext } from '../../../model/dates/reading/date-reading';
import type { BoundDate } from '../bind-mapping';
import type { DateContexts, DateReadingPlan } from './date-of-record';

/** What all cells of a table's two columns of dates say of how each of them is read. */
export interface DateDecisions {
  readonly add: (date: string, end: string) => void;
  /** Before any cell has said anything. */
  readonly initial: () => DateContexts;
  /** What follows from the cells so far; `key` is the same as long as that is. */
  readonly decide: (asOf: EventDate | undefined) => { readonly contexts: DateContexts; readonly key: string };
  readonly all: (
    asOf: EventDate | undefined,
  ) => readonly { readonly of: 'date' | 'end'; readonly decision: DateDecision }[];
}

/** No cells yet. `languages` are those of the page. */
export function makeDateDecisions({ date, end }: DateReadingPlan, languages: readonly string[]): DateDecisions {
  const contexts: DateContexts = { date: contextOf(date, languages), end: contextOf(end, languages) };
  const columns = {
    date: isFree(date) ? makeDateColumn(contexts.date) : undefined,
    end: isFree(end) ? makeDateColumn(contexts.end) : undefined,
  };
  const decisionsBy = (asOf: EventDate | undefined): { readonly [Of in 'date' | 'end']: DateDecision | undefined } => {
    const year = yearOf(asOf);
    const first = columns.date?.decide(year);
    const last = columns.end?.decide(year);
    return { date: besideOther(first, last), end: besideOther(last, first) };
  };
  return {
    add: (first, last) => {
      columns.date?.add(first);
      columns.end?.add(last);
    },
    initial: () => contexts,
    decide: (asOf) => {
      const { date: first, end: last } = decisionsBy(asOf);
      const decided: DateContexts = { date: first?.context ?? contexts.date, end: last?.context ?? contexts.end };
      const key = [decided.date, decided.end].map(({ order, lastYear }) => `${order} ${lastYear}`).join(' ');
      return { contexts: decided, key };
    },
    all: (asOf) => {
      const decided = decisionsBy(asOf);
      return (['date', 'end'] as const).flatMap((of) => {
        const decision = decided[of];
        return decision === undefined ? [] : [{ of, decision }];
      });
    },
  };
}

function isFree(bound: BoundDate | undefined): boolean {
  return bound !== undefined && bound.format === undefined;
}

function contextOf(bound: BoundDate | undefined, languages: readonly string[]): DateReadingContext {
  const { order, lastYear, serials, languages: own = [] } = bound?.mapping ?? {};
  return { languages: [...new Set([...own, ...languages])], order, lastYear, serials };
}

/** What a column's own cells leave open, its neighbour's may say: one hand wrote both. */
function besideOther(own: DateDecision | undefined, other: DateDecision | undefined): DateDecision | undefined {
  if (own?.order !== 'asked' || own.counts.dayFirst > 0 || own.counts.monthFirst > 0) return own;
  const order = other?.order === 'asked' ? undefined : other?.context.order;
  return order === undefined ? own : { ...own, order: 'cells', context: { ...own.context, order } };
}

/** The years of two digits end with the as-of day's, or with this one: nobody dates what is still ahead with two digits. */
function yearOf(asOf: EventDate | undefined): number {
  return new Date(asOf?.start.start ?? Date.now()).getUTCFullYear();
}
