import type { Claim, DiplomaticEvent, Evidence, WholeDataset } from './dataset';
import { lossesOf } from './losses';
import type { Loss, LossKind } from './losses';

/**
 * A dataset of some of its events, in the order they stand in: with the sources and actors that they name, with the
 * chapters, notes and periods that still lead somewhere, and without what points at an event that isn't among them. All
 * ids in it resolve. The whole dataset is the same object again where all events are chosen.
 */
export function selectEvents(dataset: WholeDataset, ids: ReadonlySet<string>): WholeDataset {
  const chosen = dataset.events.filter(({ id }) => ids.has(id));
  if (chosen.length === dataset.events.length) return dataset;
  const targets = new Set(chosen.flatMap(({ id, claims }) => [id, ...claims.map((claim) => claim.id)]));
  const events = chosen.map((event) => withinTargets(event, targets));
  const chapters = dataset.chapters.flatMap((chapter) => {
    const own = chapter.events.filter((id) => targets.has(id));
    // One that names no events spans time: it stays.
    return chapter.events.length > 0 && own.length === 0 ? [] : [{ ...chapter, events: own }];
  });
  const notes = dataset.notes.filter(({ event }) => event === undefined || targets.has(event));
  const evidence = [...events, ...chapters, ...notes, ...dataset.periods].flatMap((each) => each.evidence);
  return {
    ...dataset,
    events,
    chapters,
    notes,
    sources: usedSources(dataset, evidence),
    actors: usedActors(dataset, events),
  };
}

/** What a selection cut out of the events that are in it, and of what is said beside them. */
export function lostBySelection(dataset: WholeDataset, selected: WholeDataset): readonly Loss[] {
  if (selected === dataset) return [];
  const whole = new Map(dataset.events.map((event) => [event.id, event]));
  let links = 0;
  for (const event of selected.events) {
    const before = whole.get(event.id) ?? event;
    links += before.relations.length - event.relations.length;
    links += pointing(before.claims) - pointing(event.claims);
  }
  return lossesOf(
    new Map<LossKind, number>([
      ['relations-to-others', links],
      ['chapters', dataset.chapters.length - selected.chapters.length],
      ['notes', dataset.notes.length - selected.notes.length],
    ]),
  );
}

function pointing(claims: readonly Claim[]): number {
  return claims.filter(({ about }) => about !== undefined).length;
}

function withinTargets(event: DiplomaticEvent, targets: ReadonlySet<string>): DiplomaticEvent {
  const isCut =
    event.relations.some(({ to }) => !targets.has(to)) ||
    event.claims.some(({ about }) => about !== undefined && !targets.has(about));
  if (!isCut) return event;
  return {
    ...event,
    relations: event.relations.filter(({ to }) => targets.has(to)),
    claims: event.claims.map((claim) =>
      claim.about === undefined || targets.has(claim.about) ? claim : { ...claim, about: undefined },
    ),
  };
}

function usedSources({ sources }: WholeDataset, evidence: readonly Evidence[]): WholeDataset['sources'] {
  const used = new Set(evidence.map(({ source }) => source));
  return sources.filter(({ id }) => used.has(id));
}

/** Those that events name, and the groups that these belong to. */
function usedActors({ actors }: WholeDataset, events: readonly DiplomaticEvent[]): WholeDataset['actors'] {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const used = new Set<string>();
  const take = (id: string | undefined): void => {
    if (id === undefined || used.has(id)) return;
    used.add(id);
    for (const group of byId.get(id)?.memberOf ?? []) take(group);
  };
  for (const { participants, statements, claims, attribution } of events) {
    for (const { actor, claimedBy } of participants) for (const id of [actor, claimedBy]) take(id);
    for (const { speaker } of statements) take(speaker);
    for (const { claimedBy } of claims) take(claimedBy);
    take(attribution?.voice);
    take(attribution?.via);
  }
  return actors.filter(({ id }) => used.has(id));
}
