import type { Chapter, DiplomaticEvent, WholeDataset } from '../dataset';

/** Ids that become others; those that aren't in it stay. */
export type NewNames = ReadonlyMap<string, string>;

/** A dataset in which some actors and events have other ids, with all that names them. */
export function renameIn(
  dataset: WholeDataset,
  { actors, events }: { readonly actors: NewNames; readonly events: NewNames },
): WholeDataset {
  if (actors.size === 0 && events.size === 0) return dataset;
  const actor = (id: string): string => actors.get(id) ?? id;
  const event = (id: string): string => events.get(id) ?? id;
  return {
    ...dataset,
    actors: dataset.actors.map((own) => ({ ...own, id: actor(own.id), memberOf: own.memberOf.map(actor) })),
    events: dataset.events.map((own) => renamed(own, actor, event)),
    chapters: dataset.chapters.map((chapter) => ({
      ...chapter,
      events: chapter.events.map(event),
      view: renamedView(chapter.view, actor, event),
    })),
    notes: dataset.notes.map((note) => (note.event === undefined ? note : { ...note, event: event(note.event) })),
  };
}

type Rename = (id: string) => string;

function renamed(own: DiplomaticEvent, actor: Rename, event: Rename): DiplomaticEvent {
  return {
    ...own,
    id: event(own.id),
    participants: own.participants.map((each) => ({
      ...each,
      actor: actor(each.actor),
      claimedBy: each.claimedBy && actor(each.claimedBy),
    })),
    statements: own.statements.map((each) => ({ ...each, speaker: actor(each.speaker) })),
    claims: own.claims.map((each) => ({
      ...each,
      claimedBy: each.claimedBy && actor(each.claimedBy),
      about: each.about && event(each.about),
    })),
    // A claim's id is never an event's in the same dataset.
    relations: own.relations.map((each) => ({ ...each, to: event(each.to) })),
  };
}

/** Keys of an address that hold ids (docs/address.md), as a chapter's view is written. */
const OF_EVENTS: ReadonlySet<string> = new Set(['event']);
const OF_ACTORS: ReadonlySet<string> = new Set(['actor', 'actors', 'compare', 'pair']);

/** A view whose ids are called otherwise; the same text where none is. */
export function renamedView(view: Chapter['view'], actor: Rename, event: Rename): Chapter['view'] {
  if (view === undefined) return undefined;
  const params = [...new URLSearchParams(view)].map(([key, value]): [string, string] => {
    if (OF_EVENTS.has(key)) return [key, event(value)];
    return OF_ACTORS.has(key) ? [key, value.split(',').map(actor).join(',')] : [key, value];
  });
  return new URLSearchParams(params).toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}
