import { memoByObject } from '../../base/memo';
import { valueAt } from '../../base/value-at';
import { listInWords } from '../../base/translate';
import type { Translate } from '../../base/translate';
import type { Dataset, DiplomaticEvent } from '../../model/dataset';
import { eventDateInWords } from '../../model/dates/date-prose';
import type { EventTable } from '../../model/event-table';
import { eventName } from '../../model/event-prose';
import type { HitTarget } from './place-hit-targets';

const TITLES_IN_NAME = 4;

/** What a pill or a stretch of density is called: how many events, and the first few labels, or from when to when. */
export function groupName({ kind, rows }: Pick<HitTarget, 'kind' | 'rows'>, table: EventTable, t: Translate): string {
  const { asOf } = table.dataset;
  const events = Array.from(rows.subarray(0, kind === 'density' ? 1 : TITLES_IN_NAME), table.eventAt);
  const [first] = events;
  if (kind === 'density' && first !== undefined) {
    const last = table.eventAt(rows.at(-1) ?? 0);
    const n = rows.length;
    const [from, to] = [eventDateInWords(first, asOf, t), eventDateInWords(last, asOf, t)];
    return from === to ? t('chart.densityDay', { n, date: from }) : t('chart.density', { n, from, to });
  }
  const titles = listInWords(
    events.map((event) => event.label),
    t,
  );
  return t('chart.cluster', {
    n: rows.length,
    titles: rows.length > TITLES_IN_NAME ? t('chart.clusterMore', { titles }) : titles,
  });
}

/** The accessible name of a target; an event's is made once, since every settling of the chart asks for it again. */
export function markName(target: Pick<HitTarget, 'kind' | 'rows'>, table: EventTable, t: Translate): string {
  if (target.kind !== 'event') return groupName(target, table, t);
  return namesIn(t)(table.eventAt(valueAt(target.rows, 0)), table.dataset);
}

const namesIn = memoByObject((t: Translate) =>
  memoByObject((event: DiplomaticEvent, dataset: Dataset) => eventName(event, dataset, t)),
);
