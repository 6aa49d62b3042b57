import type { Actor, Chapter, Claim, DiplomaticEvent, Note, Source, WholeDataset } from '../../model/dataset';
import { isMadeByName } from '../../model/typed-actor';
import { isBareSource } from './source-register';

/** Events without relations, and claims without what they are about, where that isn't there any more. */
export function withKnownLinks(events: readonly DiplomaticEvent[]): readonly DiplomaticEvent[] {
  const linked = events.filter(({ relations, claims }) => relations.length > 0 || claims.length > 0);
  if (linked.length === 0) return events;
  const ids = new Set(events.map(({ id }) => id));
  const targets = new Set([...ids, ...events.flatMap(({ claims }) => claims.map(({ id }) => id))]);
  const changed = new Map(linked.map((event) => [event, linkedTo(event, ids, targets)]));
  return events.map((event) => changed.get(event) ?? event);
}

const cutDown = new WeakMap<DiplomaticEvent, { readonly key: string; readonly event: DiplomaticEvent }>();

function linkedTo(event: DiplomaticEvent, ids: ReadonlySet<string>, targets: ReadonlySet<string>): DiplomaticEvent {
  const relations = event.relations.filter(({ to }) => targets.has(to));
  const isLost = ({ about }: Claim): boolean => about !== undefined && !ids.has(about);
  if (relations.length === event.relations.length && !event.claims.some(isLost)) return event;
  const claims = event.claims.map((claim) => (isLost(claim) ? { ...claim, about: undefined } : claim));
  const key = JSON.stringify([relations, claims]);
  const before = cutDown.get(event);
  if (before?.key === key) return before.event;
  const made = { ...event, relations, claims };
  cutDown.set(event, { key, event: made });
  return made;
}

export function chapterLinked(chapter: Chapter, ids: ReadonlySet<string>): Chapter {
  const events = chapter.events.filter((id) => ids.has(id));
  return events.length === chapter.events.length ? chapter : { ...chapter, events };
}

export function noteLinked(note: Note, ids: ReadonlySet<string>): Note {
  return note.event === undefined || ids.has(note.event) ? note : { ...note, event: undefined };
}

type Named = Pick<WholeDataset, 'events' | 'chapters' | 'notes' | 'periods'>;

/** Ids of the sources that anything rests on, with how many records do. */
export function sourceUses({ events, chapters, notes, periods }: Named): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const list of [events, chapters, notes, periods])
    for (const { evidence } of list)
      evidence.forEach(({ source }, at) => {
        if (at === 0 || evidence.findIndex((each) => each.source === source) === at)
          uses.set(source, (uses.get(source) ?? 0) + 1);
      });
  return uses;
}

function actorUses(events: readonly DiplomaticEvent[], actors: readonly Actor[]): ReadonlySet<string> {
  const used = new Set(actors.flatMap(({ memberOf }) => memberOf));
  const add = (id: string | undefined): void => {
    if (id !== undefined) used.add(id);
  };
  for (const { participants, claims, statements } of events) {
    for (const { actor, claimedBy } of participants) {
      used.add(actor);
      add(claimedBy);
    }
    for (const { claimedBy } of claims) add(claimedBy);
    for (const { speaker } of statements) used.add(speaker);
  }
  return used;
}

/**
 * Actors and sources without those that only lines made, or of which there is nothing to know but what lines say, once no
 * record names them. What no record named in the base is a part of the dataset, and stays.
 */
export function withoutLitter(
  now: Named & Pick<WholeDataset, 'actors' | 'sources'>,
  base: WholeDataset,
  /** Ids of actors and sources that have a line of their own. */
  written: ReadonlySet<string>,
): { readonly actors: readonly Actor[]; readonly sources: readonly Source[] } {
  const usedActors = actorUses(now.events, now.actors);
  const usedSources = sourceUses(now);
  const loneActors = new Set(now.actors.filter((actor) => !usedActors.has(actor.id) && isMadeByName(actor)));
  const loneSources = new Set(now.sources.filter((source) => !usedSources.has(source.id) && isBareSource(source)));
  if (loneActors.size === 0 && loneSources.size === 0) return now;
  const actorsBefore = actorUses(base.events, base.actors);
  const sourcesBefore = sourceUses(base);
  const wasLone = {
    actors: new Set(base.actors.filter(({ id }) => !actorsBefore.has(id)).map(({ id }) => id)),
    sources: new Set(base.sources.filter(({ id }) => !sourcesBefore.has(id)).map(({ id }) => id)),
  };
  const without = <Item extends { readonly id: string }>(
    items: readonly Item[],
    lone: ReadonlySet<Item>,
    kept: ReadonlySet<string>,
  ): readonly Item[] => items.filter((item) => !lone.has(item) || kept.has(item.id) || written.has(item.id));
  return {
    actors: without(now.actors, loneActors, wasLone.actors),
    sources: without(now.sources, loneSources, wasLone.sources),
  };
}

/** The older list where both hold the same items. */
export function sameList<Item>(older: readonly Item[], newer: readonly Item[]): readonly Item[] {
  return older.length === newer.length && older.every((item, at) => item === newer[at]) ? older : newer;
}
