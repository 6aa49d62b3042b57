import { actingCountries } from '../acting-countries';
import { idFromName } from '../bare-actor';
import type { Actor, DiplomaticEvent, WholeDataset } from '../dataset';
import { actorsById } from '../lookups';
import { extraOfAll, uniteRecords, uniteTexts } from '../merge/merge-records';
import { renamedView } from '../merge/rename-in';
import { isMadeByName, typedActor } from '../typed-actor';
import type { Role } from '../vocabulary';
import { addParticipant, foldParticipants } from './edit-events';
import { filterSame, isSameValue, mapSame, newId, recordOf, textOrNothing, withFields, withLists } from './lists';
import { renewedEvent } from './renewed-event';

/* Steps of the names of a dataset: pure, and the same object where nothing changes. */

/**
 * The dataset with other actors: what is worked out from them follows (countries of events), and words that only now
 * are somebody's name stand for them, as when its file is read again.
 */
export function withActors(dataset: WholeDataset, actors: readonly Actor[]): WholeDataset {
  if (actors === dataset.actors) return dataset;
  const idOr = idsOfNames(actors);
  const next = { asOf: dataset.asOf, actors };
  const was = actorsById(dataset);
  const events = mapSame(dataset.events, (event) => {
    const named = withNames(event, idOr);
    const isUsual = isSameValue(event.countries, actingCountries(event.participants, was));
    return isUsual ? renewedEvent(named, {}, next, dataset) : named;
  });
  return withLists(dataset, { actors, events });
}

/** Who speaks and claims in an event, by the ids of actors; a name that no actor has is kept, as a file's reader does. */
export function withKnownNames(event: DiplomaticEvent, actors: readonly Actor[]): DiplomaticEvent {
  return withNames(event, idsOfNames(actors));
}

function idsOfNames(actors: readonly Actor[]): (name: string) => string {
  const names = new Map<string, string>();
  for (const { id, label, altNames } of actors)
    for (const name of [label, ...altNames]) if (!names.has(name)) names.set(name, id);
  const known = actorsById({ actors });
  return (name) => (known.has(name) ? name : (names.get(name) ?? name));
}

/** Whoever speaks, claims and takes part, by other ids. */
function withNames(event: DiplomaticEvent, idOf: (id: string) => string): DiplomaticEvent {
  const claimant = <Item extends { readonly claimedBy: string | undefined }>(item: Item): Item =>
    item.claimedBy === undefined || idOf(item.claimedBy) === item.claimedBy
      ? item
      : { ...item, claimedBy: idOf(item.claimedBy) };
  const participants = mapSame(event.participants, (each) => {
    const claimed = claimant(each);
    return idOf(each.actor) === each.actor ? claimed : { ...claimed, actor: idOf(each.actor) };
  });
  const statements = mapSame(event.statements, (each) =>
    idOf(each.speaker) === each.speaker ? each : { ...each, speaker: idOf(each.speaker) },
  );
  const claims = mapSame(event.claims, claimant);
  const isSame = participants === event.participants && statements === event.statements && claims === event.claims;
  return isSame ? event : { ...event, participants: foldParticipants(participants), statements, claims };
}

/** The actor of that name, by its id, name or another name, in whatever case; undefined where there is none. */
export function actorNamed(dataset: Pick<WholeDataset, 'actors'>, name: string): Actor | undefined {
  const folded = foldedName(name);
  return (
    dataset.actors.find(({ label }) => label === name.trim()) ??
    dataset.actors.find(({ label }) => foldedName(label) === folded) ??
    dataset.actors.find(({ id, altNames }) => [id, ...altNames].some((other) => foldedName(other) === folded))
  );
}

function foldedName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

/** Somebody takes part, by a name: whoever is called so, else an actor who is made. */
export function nameParticipant(dataset: WholeDataset, event: string, name: string, role?: Role): WholeDataset {
  const words = textOrNothing(name);
  if (words === undefined) return dataset;
  const known = actorNamed(dataset, words);
  if (known !== undefined) return addParticipant(dataset, event, known.id, role);
  const id = newId(dataset, 'actors', idFromName(words));
  return addParticipant(withActors(dataset, [...dataset.actors, typedActor(id, words)]), event, id, role);
}

/** An actor's fields; its id stays, so that it is called so everywhere. */
export function setActor(dataset: WholeDataset, id: string, fields: Partial<Omit<Actor, 'id'>>): WholeDataset {
  return withActors(
    dataset,
    mapSame(dataset.actors, (actor) => (actor.id === id ? withFields(actor, fields) : actor)),
  );
}

/** Another name for an actor, wherever it stands; what only the name said of it the new one says. */
export function renameActor(dataset: WholeDataset, id: string, name: string): WholeDataset {
  const label = textOrNothing(name);
  const actor = recordOf(dataset, 'actors', id);
  if (label === undefined || actor === undefined) return dataset;
  if (isMadeByName(actor)) return setActor(dataset, id, typedActor(id, label));
  return setActor(dataset, id, { label, altNames: filterSame(actor.altNames, (other) => other !== label) });
}

/**
 * Several actors as one, wherever they stand: taking part, speaking, claiming, as a voice, as groups that others belong
 * to, in the views of chapters. The one kept gets the names of the others as other names of its own, and what it lacks.
 */
export function mergeActors(dataset: WholeDataset, kept: string, gone: readonly string[]): WholeDataset {
  const first = recordOf(dataset, 'actors', kept);
  const others = dataset.actors.filter(({ id }) => id !== kept && gone.includes(id));
  if (first === undefined || others.length === 0) return dataset;
  const ids = new Set(others.map(({ id }) => id));
  const idOf = (id: string): string => (ids.has(id) ? kept : id);
  const events = mapSame(dataset.events, (event) => {
    const named = withNames(event, idOf);
    const attribution = named.attribution && {
      ...named.attribution,
      voice: idOf(named.attribution.voice),
      via: named.attribution.via && idOf(named.attribution.via),
    };
    return withFields(named, { attribution });
  });
  const chapters = mapSame(dataset.chapters, (chapter) => {
    const { view } = chapter;
    // An address that names none of them stays as it was written.
    if (view === undefined || ![...new URLSearchParams(view).values()].some((value) => namesOne(value, ids)))
      return chapter;
    return { ...chapter, view: renamedView(view, idOf, (id) => id) };
  });
  const actors = dataset.actors
    .filter(({ id }) => !ids.has(id))
    .map((actor) => {
      const own = actor.id === kept ? united(first, others) : actor;
      const groups = uniteTexts(own.memberOf.map(idOf)).filter((group) => group !== own.id);
      return withFields(own, { memberOf: isSameValue(groups, own.memberOf) ? own.memberOf : groups });
    });
  // Countries that followed from who takes part go on following from them.
  const was = actorsById(dataset);
  const is = actorsById({ actors });
  const followed = dataset.events.map(({ countries, participants }) =>
    isSameValue(countries, actingCountries(participants, was)),
  );
  const merged = events.map((event, row) => {
    const countries = followed[row] === true ? actingCountries(event.participants, is) : event.countries;
    return withFields(event, { countries });
  });
  return withActors({ ...withLists(dataset, { chapters }), actors: [], events: merged }, actors);
}

function namesOne(value: string, ids: ReadonlySet<string>): boolean {
  return value.split(',').some((id) => ids.has(id));
}

function united(first: Actor, others: readonly Actor[]): Actor {
  const all = [first, ...others];
  const names = uniteTexts(
    first.altNames,
    others.flatMap(({ label, altNames }) => [label, ...altNames]),
  );
  return {
    ...first,
    countries: uniteTexts(...all.map(({ countries }) => countries)),
    altNames: names.filter((name) => name !== first.label),
    memberOf: uniteTexts(...all.map(({ memberOf }) => memberOf)),
    offices: uniteRecords(...all.map(({ offices }) => offices)),
    designations: uniteRecords(...all.map(({ designations }) => designations)),
    note: all.find(({ note }) => note !== undefined)?.note,
    ...extraOfAll(all),
  };
}

/** In how many events each actor takes part, speaks or claims; those who do in none aren't in it. O(events). */
export function countNames({ events }: Pick<WholeDataset, 'events'>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const event of events) for (const id of new Set(namesIn(event))) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Who takes part, speaks or claims in an event, or whose word it rests on; some are ids of actors, others plain names. */
export function namesIn({ participants, statements, claims, attribution }: DiplomaticEvent): readonly string[] {
  return [
    ...participants.flatMap(({ actor, claimedBy }) => [actor, claimedBy]),
    ...statements.map(({ speaker }) => speaker),
    ...claims.map(({ claimedBy }) => claimedBy),
    attribution?.voice,
    attribution?.via,
  ].filter((id) => id !== undefined);
}

/** Without the names that stand in no event and to which nobody belongs. */
export function removeUnusedNames(dataset: WholeDataset): WholeDataset {
  const used = countNames(dataset);
  const groups = new Set(dataset.actors.filter(({ id }) => used.has(id)).flatMap(({ memberOf }) => memberOf));
  // Groups of groups.
  for (const group of groups) for (const above of recordOf(dataset, 'actors', group)?.memberOf ?? []) groups.add(above);
  return withActors(
    dataset,
    filterSame(dataset.actors, ({ id }) => used.has(id) || groups.has(id)),
  );
}
