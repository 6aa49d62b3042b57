import type { DiplomaticEvent, Evidence, Source, WholeDataset } from '../dataset';
import { EVIDENCE_FIELDS } from '../vocabulary';
import { filterSame, isSameValue, mapSame, newId, textOrNothing, withFields, withLists } from './lists';

/* Steps of what a dataset rests on: pure, and the same object where nothing changes. */

/** A source that is to be, as far as somebody says. */
export type SourceSketch = Partial<Omit<Source, 'id'>>;

/** What an event is to rest on: a source, with the words of it. */
export interface EvidenceSketch {
  readonly source: SourceSketch;
  readonly quote?: string | undefined;
}

const BARE: Omit<Source, 'id'> = {
  kind: undefined,
  publisher: undefined,
  ownership: undefined,
  title: undefined,
  dateline: undefined,
  published: undefined,
  url: undefined,
  note: undefined,
  grade: undefined,
};

/**
 * An event rests on some sources more. A source that is there already, by its address or by all that is said of it, is
 * used and not doubled; it gets what it lacked.
 */
export function addEvidence(dataset: WholeDataset, event: string, sketches: readonly EvidenceSketch[]): WholeDataset {
  return sketches.reduce((next, sketch) => addOne(next, event, sketch), dataset);
}

function addOne(dataset: WholeDataset, event: string, { source: said, quote }: EvidenceSketch): WholeDataset {
  const known = dataset.sources.find((source) => isSameSource(source, said));
  const id = known?.id ?? freeSourceId(dataset);
  const sources =
    known === undefined
      ? [...dataset.sources, { ...BARE, ...said, id }]
      : mapSame(dataset.sources, (source) => (source === known ? completed(source, said) : source));
  const words = textOrNothing(quote);
  return withLists(dataset, {
    sources,
    events: mapSame(dataset.events, (each) => (each.id === event ? withEvidence(each, id, words) : each)),
  });
}

function freeSourceId(dataset: WholeDataset): string {
  return newId(dataset, 'sources', `s${dataset.sources.length + 1}`);
}

/** Evidence without words is taken for that of the same source that has some. */
function withEvidence(event: DiplomaticEvent, source: string, quote: string | undefined): DiplomaticEvent {
  const same = event.evidence.filter((each) => each.source === source);
  if (same.some((each) => quote === undefined || each.quote === quote)) return event;
  const bare = same.find((each) => each.quote === undefined);
  if (bare !== undefined)
    return { ...event, evidence: event.evidence.map((each) => (each === bare ? { ...each, quote } : each)) };
  const own: Evidence = { source, locator: undefined, find: undefined, quote, supports: EVIDENCE_FIELDS };
  return { ...event, evidence: [...event.evidence, own] };
}

/** One address is one source; without addresses, the same title, publisher and day are. */
function isSameSource(source: Source, said: SourceSketch): boolean {
  if (source.url !== undefined || said.url !== undefined)
    return source.url !== undefined && said.url !== undefined && addressKey(source.url) === addressKey(said.url);
  return (
    (source.title ?? source.publisher) !== undefined &&
    source.title === said.title &&
    source.publisher === said.publisher &&
    source.published === said.published
  );
}

/** An address without what leads to the same page with and without it. */
function addressKey(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#(?:$|:~:).*$/, '')
    .replace(/\/$/, '');
}

function completed(source: Source, said: SourceSketch): Source {
  const isSuggestion = source.publisher === undefined || isPublisherSuggested(source);
  const better = isSuggestion && said.publisher !== undefined && !isPublisherSuggested(said);
  return withFields(better ? withoutSuggestion(source) : source, {
    title: source.title ?? said.title,
    publisher: better ? said.publisher : (source.publisher ?? said.publisher),
    published: source.published ?? said.published,
    kind: source.kind ?? said.kind,
    note: source.note ?? said.note,
  });
}

/** The field of a source that says that nobody has confirmed its publisher yet. */
const SUGGESTED = 'publisherSuggested';

/** Whether a source's publisher was only guessed by its address, and waits for somebody to say so. */
export function isPublisherSuggested({ extra }: Pick<Source, 'extra'>): boolean {
  return extra?.[SUGGESTED] === true;
}

/** A source's publisher as it is guessed. */
export function suggestedPublisher(publisher: string): Pick<Source, 'publisher' | 'extra'> {
  return { publisher, extra: { [SUGGESTED]: true } };
}

function withoutSuggestion(source: Source): Source {
  if (!isPublisherSuggested(source)) return source;
  const { extra = {}, ...rest } = source;
  const { [SUGGESTED]: _, ...others } = extra;
  return Object.keys(others).length === 0 ? rest : { ...rest, extra: others };
}

/** A source's fields, wherever it is used. A publisher that somebody sets is no suggestion any more. */
export function setSource(dataset: WholeDataset, id: string, fields: SourceSketch): WholeDataset {
  return withLists(dataset, {
    sources: mapSame(dataset.sources, (source) => {
      if (source.id !== id) return source;
      return withFields('publisher' in fields ? withoutSuggestion(source) : source, fields);
    }),
  });
}

/** A new source that nothing rests on yet. */
export function addSource(dataset: WholeDataset, source: SourceSketch): WholeDataset {
  return { ...dataset, sources: [...dataset.sources, { ...BARE, ...source, id: freeSourceId(dataset) }] };
}

/** What an event rests on, at a place of its list. */
export function setEvidence(
  dataset: WholeDataset,
  event: string,
  at: number,
  fields: Partial<Omit<Evidence, 'source'>>,
): WholeDataset {
  return inEvidence(dataset, event, (evidence) =>
    mapSame(evidence, (each) => (each === evidence[at] ? withFields(each, fields) : each)),
  );
}

/** Without it; its source goes with it where `withSource` says so and nothing else rests on it. */
export function removeEvidence(
  dataset: WholeDataset,
  event: string,
  at: number,
  { withSource = false } = {},
): WholeDataset {
  const source = dataset.events.find(({ id }) => id === event)?.evidence[at]?.source;
  const next = inEvidence(dataset, event, (evidence) => evidence.filter((_, index) => index !== at));
  return withSource && source !== undefined && !countUses(next).has(source) ? deleteSource(next, source) : next;
}

function inEvidence(
  dataset: WholeDataset,
  event: string,
  change: (evidence: readonly Evidence[]) => readonly Evidence[],
): WholeDataset {
  return withLists(dataset, {
    events: mapSame(dataset.events, (each) => {
      if (each.id !== event) return each;
      const evidence = change(each.evidence);
      return isSameValue(evidence, each.evidence) ? each : { ...each, evidence };
    }),
  });
}

/** Without a source, and without all that rests on it: of events, chapters, notes and periods. */
export function deleteSource(dataset: WholeDataset, id: string): WholeDataset {
  const strip = <Item extends { readonly evidence: readonly Evidence[] }>(item: Item): Item => {
    const evidence = filterSame(item.evidence, ({ source }) => source !== id);
    return evidence === item.evidence ? item : { ...item, evidence };
  };
  return withLists(dataset, {
    sources: filterSame(dataset.sources, (source) => source.id !== id),
    events: mapSame(dataset.events, strip),
    chapters: mapSame(dataset.chapters, strip),
    notes: mapSame(dataset.notes, strip),
    periods: mapSame(dataset.periods, strip),
  });
}

/** How many records (events, chapters, notes, periods) rest on each source; those that none does aren't in it. */
export function countUses({ events, chapters, notes, periods }: WholeDataset): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const list of [events, chapters, notes, periods])
    for (const { evidence } of list)
      for (const id of new Set(evidence.map(({ source }) => source))) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Without the sources that nothing rests on. */
export function removeUnusedSources(dataset: WholeDataset): WholeDataset {
  const used = countUses(dataset);
  return withLists(dataset, { sources: filterSame(dataset.sources, ({ id }) => used.has(id)) });
}

/** How many events rest on a source at least: "12 events, 9 with a source". */
export function countWithSource({ events }: Pick<WholeDataset, 'events'>): number {
  return events.filter(({ evidence }) => evidence.length > 0).length;
}
