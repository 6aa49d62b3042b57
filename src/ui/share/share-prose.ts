import { valueAt } from '../../base/value-at';
import type { Translate } from '../../base/translate';
import type { EventTable } from '../../model/event-table';
import { spansInWords } from '../../model/dates/calendar-prose';
import { DAY_MS, instant, timeSpan } from '../../model/dates/instant';
import type { TimeSpan } from '../../model/dates/instant';
import { matchEvents } from '../../state/query/matches';
import type { TimelineState } from '../../state/view/timeline-state';
import { filterInWords } from '../../model/filter-prose';
import type { ShownView } from '../context/shown-layout';

/** "23 – 27 Feb 2016. Countries: Russia. 9 of 11 events.": what a view shows, in one line. O(n). */
export function viewInWords(state: TimelineState, table: EventTable, shown: ShownView, t: Translate): string {
  const { filter, dataset, window } = state;
  const { mask, count } = matchEvents(table, filter);
  const span = window ?? table.extent;
  // A list knows no window.
  const isList = shown === 'list';
  const n = isList ? count : countIn(table, mask, span);
  const clauses = filterInWords(filter, dataset, t);
  const facts = {
    range: isList ? t('share.list') : daysInWords(withinData(span, table), t),
    clauses,
    count: t('filters.count', { n, total: table.size }),
  };
  return t(clauses === '' ? 'share.summary' : 'share.summaryClauses', facts);
}

function dayOf(at: number): TimeSpan {
  const day = Math.floor(at / DAY_MS) * DAY_MS;
  return timeSpan(instant(day), instant(day + DAY_MS));
}

/** From the first day to the last, each said once. */
function daysInWords({ start, end }: TimeSpan, t: Translate): string {
  const [from = '', to = ''] = spansInWords([dayOf(start), dayOf(end - 1)], 'long', t);
  return dayOf(start).start === dayOf(end - 1).start ? to : t('date.short.fromTo', { from, to });
}

/** Without the air that a chart has around its data; the span itself where it lies beyond all of it. */
function withinData(span: TimeSpan, { extent }: EventTable): TimeSpan {
  const start = Math.max(span.start, extent.start);
  const end = Math.min(span.end, extent.end);
  return start < end ? timeSpan(instant(start), instant(end)) : span;
}

function countIn(table: EventTable, mask: Uint8Array, { start, end }: TimeSpan): number {
  let n = 0;
  for (let row = 0; row < table.size; row++)
    if (mask[row] === 1 && valueAt(table.start, row) < end && valueAt(table.end, row) > start) n += 1;
  return n;
}
