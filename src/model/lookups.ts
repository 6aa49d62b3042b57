import type { Actor, Claim, Dataset, DiplomaticEvent, Relation, Source } from './dataset';

/** A relation as one event tells it; `event` for a link to an event, `event` and `claim` for a link to something said in it. */
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
  return indexOf(dataset).actors.get(id);
}

/** Undefined for an unknown id. */
export function eventOf(dataset: Dataset, id: string): DiplomaticEvent | undefined {
  return indexOf(dataset).events.get(id);
}

/** Undefined for an unknown id. */
export function sourceOf(dataset: Dataset, id: string): Source | undefined {
  return indexOf(dataset).sources.get(id);
}

/** A claim and the event in which it was said; undefined for an unknown id. */
export function claimOf(dataset: Dataset, id: string): PlacedClaim | undefined {
  return indexOf(dataset).claims.get(id);
}

/** An event's relations in both directions, each in file order; none for an unknown id. */
export function relationsOf(dataset: Dataset, eventId: string): Relations {
  const index = indexOf(dataset);
  const outgoing = index.events.get(eventId)?.relations ?? [];
  return {
    outgoing: outgoing.map((relation) => {
      const placed = index.claims.get(relation.to);
      return { relation, event: index.events.get(relation.to) ?? placed?.event, claim: index.events.has(relation.to) ? undefined : placed?.claim };
    }),
    incoming: index.incoming.get(eventId) ?? [],
  };
}

interface DatasetIndex {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly events: ReadonlyMap<string, DiplomaticEvent>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly claims: ReadonlyMap<string, PlacedClaim>;
  readonly incoming: ReadonlyMap<string, readonly IncomingRelation[]>;
}

const indexes = new WeakMap<Dataset, DatasetIndex>();

function indexOf(dataset: Dataset): DatasetIndex {
  const known = indexes.get(dataset);
  if (known !== undefined) return known;
  const made = makeIndex(dataset);
  indexes.set(dataset, made);
  return made;
}

function makeIndex(dataset: Dataset): DatasetIndex {
  const events = new Map(dataset.events.map((event) => [event.id, event]));
  const claims = new Map(dataset.events.flatMap((event) => event.claims.map((claim) => [claim.id, { claim, event }] as const)));
  const incoming = new Map<string, IncomingRelation[]>();
  for (const event of dataset.events) {
    for (const relation of event.relations) {
      const target = events.get(relation.to) ?? claims.get(relation.to)?.event;
      if (target === undefined) continue;
      const known = incoming.get(target.id);
      if (known === undefined) incoming.set(target.id, [{ relation, event }]);
      else known.push({ relation, event });
    }
  }
  return {
    actors: new Map(dataset.actors.map((actor) => [actor.id, actor])),
    sources: new Map(dataset.sources.map((source) => [source.id, source])),
    events, claims, incoming,
  };
}
