import { useMemo } from 'react';
import type { Dataset } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { NO_FILTER } from '../../model/filter';
import type { Filter } from '../../model/filter';
import { actorProfile } from '../../state/query/actor-profile';
import { matchEvents } from '../../state/query/matches';

/** An actor's profile as filtered and as a whole; the same objects while neither data, filter nor actor change. */
export function useActorProfile(dataset: Dataset, table: EventTable, filter: Filter, actorId: string) {
  const { mask } = matchEvents(table, filter);
  const profile = useMemo(() => actorProfile(dataset, table, mask, actorId), [dataset, table, mask, actorId]);
  const everything = matchEvents(table, NO_FILTER).mask;
  const whole = useMemo(() => actorProfile(dataset, table, everything, actorId), [dataset, table, everything, actorId]);
  return { profile, whole };
}
