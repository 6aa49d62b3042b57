import { memoByObject } from '../../base/memo';
import { valueAt } from '../../base/value-at';
import { listInWords } from '../../base/translate';
import type { Translate } from '../../base/translate';
import type { Dataset, DiplomaticEvent } from '../../model/dataset';
import { eventDateInWords } from '../../model/dates/date-prose';
import { actorOf } from '../../model/lookups';
import { ACTING_ROLES } from '../../model/vocabulary';
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

/**
 * The accessible name of a target: everything, and in a row whose own don't act in the event what they are in it; or,
 * where it is told elsewhere and hasn't the focus (`isAgain`), no more than which event it is and when.
 */
export function markName(
  target: Pick<HitTarget, 'kind' | 'rows' | 'lane'>,
  table: EventTable,
  t: Translate,
  isAgain = false,
): string {
  if (target.kind !== 'event') return groupName(target, table, t);
  const event = table.eventAt(valueAt(target.rows, 0));
  const { dataset } = table;
  if (isAgain) return t('chart.again', { title: event.label, date: eventDateInWords(event, dataset.asOf, t) });
  const name = namesIn(t)(event, dataset);
  const role = roleHere(target.lane, event, dataset, t);
  return role === undefined ? name : t('chart.withRole', { event: name, role });
}

/** "Nusra Front: excluded": what the lane's actor is in the event, where it doesn't act. */
export function roleHere(lane: string, event: DiplomaticEvent, dataset: Dataset, t: Translate): string | undefined {
  const id = lane.startsWith('actor:') ? lane.slice('actor:'.length) : undefined;
  const roles = event.participants.filter(({ actor }) => actor === id).map(({ role }) => role);
  if (id === undefined || roles.length === 0 || roles.some((role) => ACTING_ROLES.has(role))) return undefined;
  return t('chart.roleHere', {
    actor: actorOf(dataset, id)?.label ?? id,
    role: listInWords(
      roles.map((role) => t(`role.${role}`)),
      t,
    ),
  });
}

const namesIn = memoByObject((t: Translate) =>
  memoByObject((event: DiplomaticEvent, dataset: Dataset) => eventName(event, dataset, t)),
);
