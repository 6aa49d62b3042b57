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
  const decisionOf = (of: 'date' | 'end', asOf: EventDate | undefined): DateDecision | undefined =>
    columns[of]?.decide(yearOf(asOf));
  return {
    add: (first, last) => {
      columns.date?.add(first);
      columns.end?.add(last);
    },
    initial: () => contexts,
    decide: (asOf) => {
      const first = decisionOf('date', asOf);
      const last = decisionOf('end', asOf);
      const decided: DateContexts = {
        date: decidedBy(first, last, contexts.date),
        end: decidedBy(last, first, contexts.end),
      };
      const key = [decided.date, decided.end].map(({ order, lastYear }) => `${order} ${lastYear}`).join(' ');
      return { contexts: decided, key };
    },
    all: (asOf) =>
      (['date', 'end'] as const).flatMap((of) => {
        const decision = decisionOf(of, asOf);
        return decision === undefined ? [] : [{ of, decision }];
      }),
  };
}

function isFree(bound: BoundDate | undefined): boolean {
  return bound !== undefined && bound.format === undefined;
}

function contextOf(bound: BoundDate | undefined, languages: readonly string[]): DateReadingContext {
  const { order, lastYear, serials, languages: own = [] } = bound?.mapping ?? {};
  return { languages: [...new Set([...own, ...languages])], order, lastYear, serials };
}

/** What a column's own cells leave open, its neighbour may say: one hand wrote both. */
function decidedBy(
  own: DateDecision | undefined,
  neighbour: DateDecision | undefined,
  given: DateReadingContext,
): DateReadingContext {
  const { context = given, order, counts } = own ?? {};
  const isOpen = order === 'asked' && counts !== undefined && counts.dayFirst === 0 && counts.monthFirst === 0;
  const isSure = neighbour?.order === 'cells' || neighbour?.order === 'given';
  return isOpen && isSure ? { ...context, order: neighbour.context.order } : context;
}

/** The years of two digits end with the as-of day's, or with this one: nobody dates what is still ahead with two digits. */
function yearOf(asOf: EventDate | undefined): number {
  return new Date(asOf?.start.start ?? Date.now()).getUTCFullYear();
}
