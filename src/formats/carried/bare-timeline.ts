import type { Actor, DiplomaticEvent, WholeDataset } from '../../model/dataset';

/**
 * A timeline's events with the names in them and nothing besides: no evidence, no words about an event, no chapters. What
 * is left of the whole is how it is called and which day it is looked at from.
 */
export function bareTimeline(dataset: WholeDataset, title: string): WholeDataset {
  const { schemaVersion, id, language, asOf, opening, actors, events } = dataset;
  const named = new Set(events.flatMap(({ participants }) => participants.map(({ actor }) => actor)));
  return {
    schemaVersion,
    id,
    title,
    description: undefined,
    language,
    asOf,
    licence: undefined,
    opening,
    curators: [],
    modified: undefined,
    version: undefined,
    corrections: [],
    sources: [],
    actors: actors.filter((actor) => named.has(actor.id)).map(bareActor),
    chapters: [],
    notes: [],
    periods: [],
    events: events.map(bareEvent),
  };
}

function bareActor({ id, label, kind, countries }: Actor): Actor {
  return {
    id,
    label,
    kind,
    countries,
    altNames: [],
    memberOf: [],
    offices: [],
    designations: [],
    note: undefined,
  };
}

function bareEvent(event: DiplomaticEvent): DiplomaticEvent {
  const { extra: _, ...own } = event;
  return {
    ...own,
    summary: undefined,
    mode: undefined,
    cameo: undefined,
    participants: event.participants.map(({ actor, role }) => ({
      actor,
      role,
      office: undefined,
      claimedBy: undefined,
    })),
    place: undefined,
    evidence: [],
    statements: [],
    claims: [],
    attribution: undefined,
    caveats: [],
    relations: [],
    media: undefined,
  };
}
