import { invariant } from '../../base/invariant';
import type { Translate } from '../../base/translate';
import type { Claim, Dataset, DiplomaticEvent, WholeDataset, Actor, Evidence } from '../dataset';
import { dateNumbers } from '../dates/date-columns';
import type { EventDate } from '../dates/event-date';
import type { Rejection } from '../rejection';
import { keepApart } from './keep-apart';
import type { KeptApart } from './keep-apart';
import { contentOf, extraOfAll, freeId, uniteRecords, uniteTexts } from './merge-records';
import { placeSources, withSourceNames } from './merge-sources';
import { mergeTellings } from './merge-tellings';
import type { Telling } from './merge-tellings';
import type { PlacedSources } from './merge-sources';

/**
 * Datasets laid together as one; events with the same id become one event where they agree (`keepApart`). What can only be said once (an event's
 * title, date, type, participants; an actor's label; the opening view) is the wider dataset's, everything else is of
 * all (docs/data.md, "Two datasets together"). Wider is the one whose events span the longer time, then the one with
 * more events, then the lower id; the order given makes no difference. Of a claim's or source's id that two datasets
 * use for different things, the wider keeps it; `tell` is told of actors and events whose id became another. The latest
 * as-of day holds. `t` writes what is said about the whole. Throws for an empty list. O(n) beside the sorting of a few
 * datasets.
 */
export function mergeDatasets(
  datasets: readonly WholeDataset[],
  t: Translate,
  tell?: (rejection: Rejection) => void,
): WholeDataset {
  const { datasets: ordered, apart } = keepApart(widestFirst(datasets));
  for (const each of apart) tell?.(keptApartInWords(each, t));
  const [widest] = ordered;
  invariant(widest, 'no dataset to merge');
  const asOf = ordered.map((dataset) => dataset.asOf).reduce((a, b) => (dayEnd(b) > dayEnd(a) ? b : a));
  const { sources, idIn } = placeSources(ordered);
  const claimNames = placeClaims(ordered);
  const tellings = new Map<string, Telling[]>();
  ordered.forEach((dataset, place) => {
    for (const event of dataset.events) {
      const named = withNames(event, (id) => idIn(place, id), claimNames[place] ?? new Map());
      const telling = { event: named, set: dataset.title, asOf: dataset.asOf };
      const known = tellings.get(event.id);
      if (known === undefined) tellings.set(event.id, [telling]);
      else known.push(telling);
    }
  });
  const events = [...tellings.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [mergeTellings(first, others, asOf, t)],
  );
  const shared = [...tellings.values()].filter((list) => list.length > 1).length;
  return {
    ...mergeHeads(widest, ordered, shared, t),
    asOf,
    sources,
    actors: mergeActors(ordered),
    ...mergeOutlines(ordered, idIn),
    events,
  };
}

function keptApartInWords({ of, id, madeId, name, set, other }: KeptApart, t: Translate): Rejection {
  return {
    where: `${set}: /${of}`,
    record: name,
    field: 'id',
    found: id,
    expected: t('merge.otherThing', { set: other, id: madeId }),
    effect: 'noted',
  };
}

function dayEnd(day: EventDate | undefined): number {
  return day?.start.end ?? -Infinity;
}

function widestFirst(datasets: readonly WholeDataset[]): readonly WholeDataset[] {
  const widths = new Map(datasets.map((dataset) => [dataset, widthOf(dataset)]));
  return datasets.toSorted(
    (a, b) =>
      (widths.get(b) ?? 0) - (widths.get(a) ?? 0) ||
      b.events.length - a.events.length ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

/** From the earliest start to the latest end, in ms; -1 without a dated event. */
function widthOf({ events, asOf }: WholeDataset): number {
  let start = Infinity;
  let end = -Infinity;
  for (const { date } of events) {
    if (date === undefined) continue;
    const numbers = dateNumbers(date, asOf?.start.end);
    start = Math.min(start, numbers.start);
    end = Math.max(end, numbers.end);
  }
  return end < start ? -1 : end - start;
}

/** For each dataset, the claims that need another id: an event or another claim has theirs. */
function placeClaims(datasets: readonly WholeDataset[]): readonly ReadonlyMap<string, string>[] {
  const events = new Set(datasets.flatMap((dataset) => dataset.events.map(({ id }) => id)));
  const taken = new Map<string, string>();
  return datasets.map((dataset) => {
    const names = new Map<string, string>();
    for (const event of dataset.events) {
      for (const claim of event.claims) {
        const content = contentIn(event, claim);
        const known = taken.get(claim.id);
        if (known === content) continue;
        const isFree = known === undefined && !events.has(claim.id);
        const id = isFree
          ? claim.id
          : freeId(claim.id, dataset.id, (wanted) => taken.has(wanted) || events.has(wanted));
        taken.set(id, content);
        if (!isFree) names.set(claim.id, id);
      }
    }
    return names;
  });
}

function contentIn(event: DiplomaticEvent, claim: Claim): string {
  return JSON.stringify([event.id, contentOf(claim)]);
}

/** An event that calls sources and claims as the whole does. */
function withNames(
  event: DiplomaticEvent,
  sourceId: (id: string) => string,
  claims: ReadonlyMap<string, string>,
): DiplomaticEvent {
  return {
    ...event,
    evidence: withSourceNames(event.evidence, sourceId),
    claims: event.claims.map((claim) => ({ ...claim, id: claims.get(claim.id) ?? claim.id })),
    // A claim's id is never an event's in the same dataset: what is renamed here can only be a claim.
    relations: event.relations.map((relation) => ({ ...relation, to: claims.get(relation.to) ?? relation.to })),
  };
}

type Head = Omit<Dataset, 'asOf' | 'sources' | 'actors' | 'chapters' | 'notes' | 'periods'>;

function mergeHeads(widest: WholeDataset, datasets: readonly WholeDataset[], shared: number, t: Translate): Head {
  const texts = (read: (dataset: WholeDataset) => string | undefined): readonly string[] =>
    uniteTexts(datasets.map(read).filter((text) => text !== undefined));
  const ids = texts(({ id }) => id);
  const titles = texts(({ title }) => title);
  const [$schema] = texts((dataset) => dataset.$schema);
  return {
    schemaVersion: widest.schemaVersion,
    id: ids.toSorted().join('+'),
    title:
      titles.length === 1
        ? widest.title
        : titles.map(shortTitle).reduce((first, second) => t('merge.title', { first, second })),
    description: ids.length === 1 ? widest.description : describe(datasets, shared, t),
    language:
      texts(({ language }) => language).length === 1 && datasets.every(({ language }) => language !== undefined)
        ? widest.language
        : undefined,
    licence: joined(texts(({ licence }) => licence)),
    opening: widest.opening,
    curators: uniteTexts(...datasets.map(({ curators }) => curators)),
    modified: texts(({ modified }) => modified)
      .toSorted()
      .at(-1),
    version: joined(texts(({ version }) => version)),
    corrections: uniteRecords(...datasets.map(({ corrections }) => corrections)),
    ...($schema === undefined ? {} : { $schema }),
    ...extraOfAll(datasets),
  };
}

function joined(texts: readonly string[]): string | undefined {
  return texts.length === 0 ? undefined : texts.join(' + ');
}

/** What stands before the colon: two whole titles would make three lines. */
function shortTitle(title: string): string {
  return title.split(': ')[0] ?? title;
}

/** Which datasets these are and how much they share, in a sentence; then what each says of itself. */
function describe(datasets: readonly WholeDataset[], shared: number, t: Translate): string {
  const named = datasets.map(({ title, events }) => t('merge.set', { title, n: events.length }));
  const sets = named.reduce((first, second, place) =>
    t(place === named.length - 1 ? 'merge.last' : 'merge.list', { first, second }),
  );
  const own = datasets.flatMap(({ title, description }) =>
    description === undefined ? [] : [`${shortTitle(title)}: ${description}`],
  );
  return [t(datasets.length === 2 ? 'merge.descriptionBoth' : 'merge.description', { sets, n: shared }), ...own].join(
    ' ',
  );
}

/**
 * The actors of several datasets, each id once: label and kind of the first that has it, the rest of all; a label not
 * used is kept among the other names.
 */
function mergeActors(datasets: readonly WholeDataset[]): readonly Actor[] {
  const merged = new Map<string, Actor>();
  for (const actor of datasets.flatMap(({ actors }) => actors)) {
    const known = merged.get(actor.id);
    merged.set(actor.id, known === undefined ? actor : mergeActor(known, actor));
  }
  return [...merged.values()];
}

function mergeActor(first: Actor, other: Actor): Actor {
  const otherLabel = other.label === first.label ? [] : [other.label];
  const notes = uniteTexts([first.note, other.note].filter((note) => note !== undefined));
  return {
    ...first,
    countries: uniteTexts(first.countries, other.countries),
    altNames: uniteTexts(first.altNames, otherLabel, other.altNames).filter((name) => name !== first.label),
    memberOf: uniteTexts(first.memberOf, other.memberOf),
    offices: uniteRecords(first.offices, other.offices),
    designations: uniteRecords(first.designations, other.designations),
    note: notes.length === 0 ? undefined : notes.join(' '),
    ...extraOfAll([first, other]),
  };
}

/**
 * Chapters, notes and periods of several datasets, one dataset's after the other's. What says the same in two stands
 * once; of an id that two use for different things, the first keeps it and the other's becomes `id@dataset`.
 */
function mergeOutlines(
  datasets: readonly WholeDataset[],
  idIn: PlacedSources['idIn'],
): Pick<Dataset, 'chapters' | 'notes' | 'periods'> {
  return {
    chapters: together(datasets, idIn, ({ chapters }) => chapters),
    notes: together(datasets, idIn, ({ notes }) => notes),
    periods: together(datasets, idIn, ({ periods }) => periods),
  };
}

interface Item {
  readonly id: string;
  readonly evidence: readonly Evidence[];
}

function together<Kind extends Item>(
  datasets: readonly WholeDataset[],
  idIn: PlacedSources['idIn'],
  itemsOf: (dataset: WholeDataset) => readonly Kind[],
): readonly Kind[] {
  const taken = new Map<string, Kind>();
  datasets.forEach((dataset, place) => {
    for (const own of itemsOf(dataset)) {
      const item: Kind = { ...own, evidence: withSourceNames(own.evidence, (id) => idIn(place, id)) };
      const known = taken.get(item.id);
      if (known === undefined) taken.set(item.id, item);
      if (known === undefined || contentOf(known) === contentOf(item)) continue;
      const id = freeId(item.id, dataset.id, (wanted) => taken.has(wanted));
      taken.set(id, { ...item, id });
    }
  });
  return [...taken.values()];
}
