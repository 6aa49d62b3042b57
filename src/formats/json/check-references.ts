import type { Claim, DiplomaticEvent, Relation } from '../../model/dataset';
import { entryPath } from '../rejections';
import type { RecordPlace, RejectionList } from '../rejections';

export interface PlacedEvent {
  readonly event: DiplomaticEvent;
  readonly place: RecordPlace;
}

/**
 * The events with every link between them resolved: claims with an id of their own, `about` and `to` that name what was
 * loaded.
 */
export function resolveLinks(placed: readonly PlacedEvent[], list: RejectionList): readonly DiplomaticEvent[] {
  const eventIds = new Set(placed.map(({ event }) => event.id));
  const claimIds = new Set<string>();
  // All claims before any relation: a relation may point forward to one.
  const claims = placed.map(({ event, place }) => ownClaims(event, place, eventIds, claimIds, list));
  return placed.map(({ event, place }, row) => {
    const relations = event.relations.filter((relation, index) =>
      isResolved(relation, index, event, place, eventIds, claimIds, list),
    );
    return withLinks(event, claims[row] ?? [], relations);
  });
}

function withLinks(event: DiplomaticEvent, claims: readonly Claim[], relations: readonly Relation[]): DiplomaticEvent {
  return claims.length === 0 && relations.length === event.relations.length && event.claims.length === 0
    ? event
    : { ...event, claims, relations };
}

function ownClaims(
  event: DiplomaticEvent,
  place: RecordPlace,
  eventIds: ReadonlySet<string>,
  claimIds: Set<string>,
  list: RejectionList,
): readonly Claim[] {
  return event.claims.flatMap((claim, index): Claim[] => {
    const path = entryPath(list, '/claims', event.claims, index);
    if (eventIds.has(claim.id) || claimIds.has(claim.id)) {
      list.reject(place, `${path}/id`, claim.id, list.t('expected.uniqueId'), 'dropped');
      return [];
    }
    claimIds.add(claim.id);
    if (claim.about === undefined || eventIds.has(claim.about)) return [claim];
    list.reject(place, `${path}/about`, claim.about, list.t('expected.knownEvent'), 'dropped');
    return [{ ...claim, about: undefined }];
  });
}

function isResolved(
  { to }: Relation,
  index: number,
  event: DiplomaticEvent,
  place: RecordPlace,
  eventIds: ReadonlySet<string>,
  claimIds: ReadonlySet<string>,
  list: RejectionList,
): boolean {
  const path = `${entryPath(list, '/relations', event.relations, index)}/to`;
  if (to === event.id) {
    list.reject(place, path, to, list.t('expected.otherEvent'), 'dropped');
    return false;
  }
  if (eventIds.has(to) || claimIds.has(to)) return true;
  list.reject(place, path, to, list.t('expected.knownTarget'), 'dropped');
  return false;
}
