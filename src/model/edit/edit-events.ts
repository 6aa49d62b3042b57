import { uniteBy } from '../merge/merge-records';
import type { Claim, DiplomaticEvent, Media, Participant, Relation, WholeDataset } from '../dataset';
import { eventOfSketch } from '../event-of-sketch';
import type { EventSketch } from '../event-of-sketch';
import type { RelationType, Role } from '../vocabulary';
import { filterSame, isSameValue, mapSame, newId, recordOf, textOrNothing, withFields, withLists } from './lists';
import { renewedEvent } from './renewed-event';
import type { EventFields } from './renewed-event';

/*
 * Steps of an event, each a dataset of another: pure, and the same object where nothing changes. What breaks a rule of
 * files is told by whoever makes an edit of them (`Desk.edit`).
 */

/** An event's fields; what follows from them (label, tone, whether it is only announced ...) follows again. */
export function setEvent(dataset: WholeDataset, id: string, fields: EventFields): WholeDataset {
  return inEvent(dataset, id, (event) => renewedEvent(event, tidied(fields), dataset));
}

/** Texts without blanks at their ends, nothing for empty ones; a title has to be one. */
function tidied(fields: EventFields): EventFields {
  const { title, summary, label, mode } = fields;
  return {
    ...fields,
    ...(title === undefined ? {} : { title: textOrNothing(title) ?? '' }),
    ...('summary' in fields ? { summary: textOrNothing(summary) } : {}),
    ...('mode' in fields ? { mode: textOrNothing(mode) } : {}),
    ...('label' in fields ? { label: textOrNothing(label) } : {}),
  } as EventFields;
}

function inEvent(dataset: WholeDataset, id: string, change: (event: DiplomaticEvent) => DiplomaticEvent): WholeDataset {
  return withLists(dataset, {
    events: mapSame(dataset.events, (event) => (event.id === id ? change(event) : event)),
  });
}

/** A new event at a place of the list, by default its end; an id that is taken becomes another. */
export function addEvent(
  dataset: WholeDataset,
  sketch: Omit<EventSketch, 'id'> & { readonly id?: string },
  at = dataset.events.length,
): WholeDataset {
  const id = newId(dataset, 'events', sketch.id ?? `e${dataset.events.length + 1}`);
  const event = eventOfSketch({ ...sketch, id }, dataset);
  return { ...dataset, events: [...dataset.events.slice(0, at), event, ...dataset.events.slice(at)] };
}

/** Without some events, and without what points to them: relations to them and their claims, notes, mentions. */
export function deleteEvents(dataset: WholeDataset, ids: readonly string[]): WholeDataset {
  const gone = new Set(ids);
  const stay = filterSame(dataset.events, ({ id }) => !gone.has(id));
  if (stay === dataset.events) return dataset;
  const targets = new Set(ids);
  for (const { id, claims } of dataset.events) if (gone.has(id)) for (const claim of claims) targets.add(claim.id);
  return withLists(dataset, {
    events: mapSame(stay, (event) => withoutTargets(event, targets)),
    notes: filterSame(dataset.notes, ({ event }) => event === undefined || !gone.has(event)),
    chapters: mapSame(dataset.chapters, (chapter) => {
      const events = filterSame(chapter.events, (id) => !gone.has(id));
      return events === chapter.events ? chapter : { ...chapter, events };
    }),
  });
}

function withoutTargets(event: DiplomaticEvent, targets: ReadonlySet<string>): DiplomaticEvent {
  const relations = filterSame(event.relations, ({ to }) => !targets.has(to));
  const claims = mapSame(event.claims, (claim) =>
    claim.about !== undefined && targets.has(claim.about) ? { ...claim, about: undefined } : claim,
  );
  return relations === event.relations && claims === event.claims ? event : { ...event, relations, claims };
}

/** An event at another place of the list, counted without it. */
export function moveEvent(dataset: WholeDataset, id: string, to: number): WholeDataset {
  const event = recordOf(dataset, 'events', id);
  if (event === undefined || dataset.events[to] === event) return dataset;
  const others = dataset.events.filter((each) => each !== event);
  return { ...dataset, events: [...others.slice(0, to), event, ...others.slice(to)] };
}

/** The same event once more, behind it, with an id of its own and claims of its own. */
export function duplicateEvent(dataset: WholeDataset, id: string): WholeDataset {
  const event = recordOf(dataset, 'events', id);
  if (event === undefined) return dataset;
  const own = newId(dataset, 'events', id);
  const at = dataset.events.indexOf(event) + 1;
  // Claims are told once, where they were made.
  const copy = { ...event, id: own, claims: [] };
  return { ...dataset, events: [...dataset.events.slice(0, at), copy, ...dataset.events.slice(at)] };
}

/** Who takes part; the same name in the same role counts once. */
function setParticipants(
  dataset: WholeDataset,
  id: string,
  change: (participants: readonly Participant[]) => readonly Participant[],
): WholeDataset {
  return inEvent(dataset, id, (event) => {
    const participants = foldParticipants(change(event.participants));
    return isSameValue(participants, event.participants) ? event : renewedEvent(event, { participants }, dataset);
  });
}

/** Of the same actor in the same role one, with what the others say besides. */
export function foldParticipants(participants: readonly Participant[]): readonly Participant[] {
  const folded = uniteBy(partKey, participants);
  if (folded.length === participants.length) return participants;
  return folded.map((first) => {
    const same = participants.filter((each) => partKey(each) === partKey(first));
    return withFields(first, {
      office: same.find(({ office }) => office !== undefined)?.office,
      claimedBy: same.find(({ claimedBy }) => claimedBy !== undefined)?.claimedBy,
    });
  });
}

function partKey({ actor, role }: Participant): string {
  return JSON.stringify([actor, role]);
}

export function addParticipant(dataset: WholeDataset, id: string, actor: string, role: Role = 'party'): WholeDataset {
  return setParticipants(dataset, id, (all) => [...all, { actor, role, office: undefined, claimedBy: undefined }]);
}

/** `at` is the participant's place in the list, here and below. */
export function removeParticipant(dataset: WholeDataset, id: string, at: number): WholeDataset {
  return setParticipants(dataset, id, (all) => all.filter((_, index) => index !== at));
}

export function setRole(dataset: WholeDataset, id: string, at: number, role: Role): WholeDataset {
  return setParticipants(dataset, id, (all) => all.map((each, index) => (index === at ? { ...each, role } : each)));
}

/** A relation to another event, or a claim; one of the same kind to the same counts once. */
export function addRelation(dataset: WholeDataset, id: string, type: RelationType, to: string): WholeDataset {
  return inEvent(dataset, id, (event) => {
    if (to === id || event.relations.some((each) => each.to === to && each.type === type)) return event;
    const relation: Relation = { type, to, certainty: 'certain' };
    return { ...event, relations: [...event.relations, relation] };
  });
}

export function removeRelation(dataset: WholeDataset, id: string, at: number): WholeDataset {
  return inEvent(dataset, id, (event) => withFields(event, { relations: without(event.relations, at) }));
}

/** The words of a statement: its quote where it is one, else its paraphrase. Without any it goes. */
export function setStatement(
  dataset: WholeDataset,
  id: string,
  at: number,
  fields: Partial<Pick<DiplomaticEvent['statements'][number], 'text' | 'quote'>> | undefined,
): WholeDataset {
  return inEvent(dataset, id, (event) => {
    const statements = event.statements.flatMap((each, index) => {
      if (index !== at) return [each];
      if (fields === undefined) return [];
      const next = { ...each, ...tidyTexts(fields) };
      return next.text === undefined && next.quote === undefined ? [] : [next];
    });
    return withFields(event, { statements });
  });
}

function tidyTexts<Fields extends Readonly<Record<string, string | undefined>>>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, textOrNothing(value)])) as Fields;
}

/** The words of a claim. Without any it goes, and the relations to it. */
export function setClaim(dataset: WholeDataset, id: string, claim: string, text: string | undefined): WholeDataset {
  const words = textOrNothing(text);
  const changed = inEvent(dataset, id, (event) => {
    const claims = event.claims.flatMap((each): readonly Claim[] => {
      if (each.id !== claim) return [each];
      return words === undefined ? [] : [withFields(each, { text: words })];
    });
    return withFields(event, { claims });
  });
  if (words !== undefined || changed === dataset) return changed;
  return withLists(changed, {
    events: mapSame(changed.events, (event) => withoutTargets(event, new Set([claim]))),
  });
}

/** A picture's fields; undefined takes it away. */
export function setMedia(dataset: WholeDataset, id: string, media: Media | undefined): WholeDataset {
  return inEvent(dataset, id, (event) => withFields(event, { media }));
}

function without<Item>(list: readonly Item[], at: number): readonly Item[] {
  return list.filter((_, index) => index !== at);
}
