import { invariant } from '../../base/invariant';
import type { Translate } from '../../base/translate';
import type { Claim, Dataset, DiplomaticEvent, WholeDataset } from '../dataset';
import { dateNumbers } from '../dates/date-columns';
import type { EventDate } from '../dates/event-date';
import { mergeActors } from './merge-actors';
import { mergeOutlines } from './merge-outlines';
import { contentOf, extraOfAll, freeId, uniteRecords, uniteTexts } from './merge-records';
import { placeSources, withSourceNames } from './merge-sources';
import { mergeTellings } from './merge-tellings';
import type { Telling } from './merge-tellings';

/**
 * Datasets laid together as one; events with the same id become one event. What can only be said once (an event's
 * title, date, type, participants; an actor's label; the opening view) is the wider dataset's, everything else is of
 * all (docs/data.md, "Two datasets together"). Wider is the one whose events span the longer time, then the one with
 * more events, then the lower id; the order given makes no difference. Of a claim's or source's id that two datasets
 * use for different things, the wider keeps it. The latest as-of day holds. `t` writes what is said about the whole.
 * Throws for an empty list. O(n) beside the sorting of a few datasets.
 */
export function mergeDatasets(datasets: readonly WholeDataset[], t: Translate): WholeDataset {
  const ordered = widestFirst(datasets);
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
