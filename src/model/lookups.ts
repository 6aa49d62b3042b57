import { memoByObject } from '../base/memo';
import type { Actor, Claim, Dataset, DiplomaticEvent, Relation, Source } from './dataset';
import type { EventTable } from './event-table';

/**
 * A relation as one event tells it; `event` for a link to an event, `event` and `claim` for a link to something said in
 * it.
 */
export interface OutgoingRelation {
  readonly relation: Relation;
  readonly event: DiplomaticEvent | undefined;
  readonly claim: Claim | undefined;
}

/** A relation that another event tells about this one, or about one of its claims. */
export interface IncomingRelation {
  readonly relation: Relation;
  readonly event: DiplomaticEvent;
}

export interface Relations {
  readonly outgoing: readonly OutgoingRelation[];
  readonly incoming: readonly IncomingRelation[];
}

export interface PlacedClaim {
  readonly claim: Claim;
  /** The event in which it was said. */
  readonly event: DiplomaticEvent;
}

/** Undefined for an unknown id. */
export function actorOf(dataset: Dataset, id: string): Actor | undefined {
  return actorsById(dataset).get(id);
}

const actorMapOf = memoByObject(
  (actors: readonly Actor[]): ReadonlyMap<string, Actor> => new Map(actors.map((actor) => [actor.id, actor])),
);

/** Actors by id; made once a list. */
export function actorsById({ actors }: Pick<Dataset, 'actors'>): ReadonlyMap<string, Actor> {
  return actorMapOf(actors);
}

/** Undefined for an unknown id. */
export function eventOf(table: EventTable, id: string): DiplomaticEvent | undefined {
  const row = table.rowOf(id);
  return row === undefined ? undefined : table.eventAt(row);
}

const sourceMapOf = memoByObject(
  ({ sources }: Dataset): ReadonlyMap<string, Source> => new Map(sources.map((source) => [source.id, source])),
);

/** Undefined for an unknown id. */
export function sourceOf(dataset: Dataset, id: string): Source | undefined {
  return sourceMapOf(dataset).get(id);
}

/** A claim and the event in which it was said; undefined for an unknown id. */
export function claimOf(table: EventTable, id: string): PlacedClaim | undefined {
  return linksOf(table).claims.get(id);
}

/** An event's relations in both directions, each in file order; none for an unknown id. */
export function relationsOf(table: EventTable, eventId: string): Relations {
  const links = linksOf(table);
  const outgoing = eventOf(table, eventId)?.relations ?? [];
  return {
    outgoing: outgoing.map((relation) => {
      const placed = links.claims.get(relation.to);
      const event = eventOf(table, relation.to);
      return { relation, event: event ?? placed?.event, claim: event === undefined ? placed?.claim : undefined };
    }),
    incoming: links.incoming.get(eventId) ?? [],
  };
}

/** What leads from event to event; only events with details have any. */
interface Links {
  readonly claims: ReadonlyMap<string, PlacedClaim>;
  readonly incoming: ReadonlyMap<string, readonly IncomingRelation[]>;
}

const linksOf = memoByObject(makeLinks);

function makeLinks(table: EventTable): Links {
  const claims = new Map(
    table.detailed.flatMap((event) => event.claims.map((claim) => [claim.id, { claim, event }] as const)),
  );
  const incoming = new Map<string, IncomingRelation[]>();
  for (const event of table.detailed) {
    for (const relation of event.relations) {
      const target = eventOf(table, relation.to) ?? claims.get(relation.to)?.event;
      if (target === undefined) continue;
      const known = incoming.get(target.id);
      if (known === undefined) incoming.set(target.id, [{ relation, event }]);
      else known.push({ relation, event });
    }
  }
  return { claims, incoming };
}

/** An actor's label, or the text itself where it is no actor's id. */
export function nameOf(dataset: Dataset, id: string): string {
  return actorOf(dataset, id)?.label ?? id;
}
