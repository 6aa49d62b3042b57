import type { Claim, DiplomaticEvent, Relation } from '../../model/dataset';
import { makeUniqueIds } from './unique-ids';
import type { UniqueIds } from './unique-ids';
import type { Steps } from '../../base/steps';
import { entryPath } from '../rejections';
import type { RecordPlace, RejectionList } from '../rejections';
import { numbered } from '../../base/numbered';

export interface PlacedEvent {
  readonly event: DiplomaticEvent;
  readonly place: RecordPlace;
}

/**
 * The events with every link between them resolved: claims with an id of their own, `about` and `to` that name what was
 * loaded.
 */
export function* resolveLinks(placed: readonly PlacedEvent[], list: RejectionList): Steps<readonly DiplomaticEvent[]> {
  const eventIds = new Set(placed.map(({ event }) => event.id));
  yield 0.9;
  const claimIds = makeUniqueIds(claimIdsOf(placed), eventIds);
  // All claims before any relation: a relation may point forward to one.
  const claims: (readonly Claim[])[] = [];
  for (const [row, { event, place }] of numbered(placed)) {
    if (row % RECORDS_A_STEP === 0) yield 0.9;
    claims.push(ownClaims(event, place, eventIds, claimIds, list));
  }
  const resolved: DiplomaticEvent[] = [];
  for (const [row, { event, place }] of numbered(placed)) {
    if (row % RECORDS_A_STEP === 0) yield 0.9;
    const relations = event.relations.filter((relation, index) =>
      isResolved(relation, index, event, place, eventIds, claimIds, list),
    );
    resolved.push(withLinks(event, claims[row] ?? [], relations));
  }
  return resolved;
}

/** Records between two places to stop; most have no link at all. */
const RECORDS_A_STEP = 512;

function* claimIdsOf(placed: readonly PlacedEvent[]): Iterable<string> {
  for (const { event } of placed) for (const { id } of event.claims) yield id;
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
  claimIds: UniqueIds,
  list: RejectionList,
): readonly Claim[] {
  return event.claims.flatMap((claim, index): Claim[] => {
    const path = entryPath(list, '/claims', event.claims, index);
    const id = claimIds.take(claim.id, place, list, `${path}/id`);
    const own = id === claim.id ? claim : { ...claim, id };
    if (claim.about === undefined || eventIds.has(claim.about)) return [own];
    list.reject(place, `${path}/about`, claim.about, list.t('expected.knownEvent'), 'dropped');
    return [{ ...own, about: undefined }];
  });
}

function isResolved(
  { to }: Relation,
  index: number,
  event: DiplomaticEvent,
  place: RecordPlace,
  eventIds: ReadonlySet<string>,
  claimIds: UniqueIds,
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
