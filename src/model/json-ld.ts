import type { Translate } from '../base/translate';
import { eventDateInWords } from './dates/date-prose';
import type { Actor, Dataset, DiplomaticEvent, Participant, Source, WholeDataset } from './dataset';
import type { EventDate } from './dates/event-date';
import type { TimeSpan } from './dates/instant';
import { actorOf, sourceOf } from './lookups';
import { ACTING_ROLES } from './vocabulary';
import type { ActorKind } from './vocabulary';

/** A node of JSON-LD, in the words of schema.org. */
export type JsonLdNode = { readonly [key: string]: JsonLdValue };
export type JsonLdValue = string | number | JsonLdNode | readonly JsonLdValue[] | undefined;

/**
 * A dataset as schema.org's Dataset and an ItemList of its events, which cover the extent. With `address`, the absolute
 * address of the page, everything has an id below it; without, nothing has. A start or end that may lie on several days
 * is not given, since schema.org has no word for doubt: the description begins with the date in words. Where the events
 * are only the first of more, `count` says of how many.
 */
export function jsonLdOf(
  dataset: WholeDataset,
  extent: TimeSpan | undefined,
  t: Translate,
  address?: string,
  count = dataset.events.length,
): JsonLdNode {
  const { events } = dataset;
  return {
    '@context': 'https://schema.org',
    '@graph': [
      datasetNode(dataset, extent, address),
      {
        '@type': 'ItemList',
        '@id': idBelow(address, '#events'),
        name: dataset.title,
        numberOfItems: count,
        itemListElement: events.map((event, index) => ({
          '@type': 'ListItem',
          position: index + 1,
          item: eventNode(event, dataset, t, address),
        })),
      },
    ],
  };
}

function datasetNode(dataset: Dataset, extent: TimeSpan | undefined, address: string | undefined): JsonLdNode {
  const { id, title, description, version, modified, licence, curators, sources } = dataset;
  return {
    '@type': 'Dataset',
    '@id': idBelow(address, '#dataset'),
    identifier: id,
    name: title,
    description: description ?? title,
    version,
    dateModified: modified,
    license: LICENCES.get(licence ?? '') ?? licence,
    url: address,
    // A dataset of which nobody knows when anything was covers no time.
    temporalCoverage: extent === undefined ? undefined : `${dayOf(extent.start)}/${dayOf(extent.end - 1)}`,
    creator: curators.map((name) => ({ '@type': 'Organization', name })),
    citation: sources.map(sourceNode),
  };
}

/** schema.org wants an address; the format has a short name. */
const LICENCES: ReadonlyMap<string, string> = new Map([
  ['CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/'],
  ['CC BY-SA 4.0', 'https://creativecommons.org/licenses/by-sa/4.0/'],
  ['CC0 1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
]);

function eventNode(event: DiplomaticEvent, dataset: Dataset, t: Translate, address: string | undefined): JsonLdNode {
  const acting = event.participants.filter(({ role }) => ACTING_ROLES.has(role));
  const others = event.participants.filter(({ role }) => !ACTING_ROLES.has(role));
  const words = eventDateInWords(event, dataset.asOf, t);
  const sources = [...new Set(event.evidence.map(({ source }) => source))]
    .map((id) => sourceOf(dataset, id))
    .filter((source) => source !== undefined);
  const { start, end } = event.date === undefined ? {} : certainDates(event.date);
  return {
    '@type': 'Event',
    '@id': idBelow(address, `?event=${encodeURIComponent(event.id)}`),
    identifier: event.id,
    name: event.title,
    description: event.summary === undefined ? words : `${words}. ${event.summary}`,
    startDate: start,
    endDate: end,
    eventStatus: event.announced ? 'https://schema.org/EventScheduled' : undefined,
    location: event.place === undefined ? undefined : { '@type': 'Place', name: event.place.label },
    organizer: some(acting.map((participant) => actorNode(participant, dataset))),
    about: some(others.map((participant) => actorNode(participant, dataset))),
    subjectOf: some(sources.map(sourceNode)),
    url: idBelow(address, `?event=${encodeURIComponent(event.id)}`),
  };
}

function actorNode({ actor: id }: Participant, dataset: Dataset): JsonLdNode {
  const actor = actorOf(dataset, id);
  return {
    '@type': actor === undefined ? 'Thing' : TYPES[actor.kind],
    name: actor?.label ?? id,
    alternateName: some(actor?.altNames ?? []),
  };
}

const TYPES: Readonly<Record<ActorKind, string>> = {
  person: 'Person',
  government: 'GovernmentOrganization',
  ministry: 'GovernmentOrganization',
  office: 'GovernmentOrganization',
  'international-organisation': 'Organization',
  'diplomatic-grouping': 'Organization',
  'armed-forces': 'Organization',
  'armed-group': 'Organization',
  'military-coalition': 'Organization',
  'news-agency': 'NewsMediaOrganization',
  category: 'Thing',
} satisfies Record<Actor['kind'], string>;

function sourceNode({ title, publisher, published, url, id }: Source): JsonLdNode {
  return {
    '@type': 'CreativeWork',
    name: title ?? publisher ?? id,
    datePublished: published,
    publisher: publisher === undefined ? undefined : { '@type': 'Organization', name: publisher },
    url,
  };
}

/**
 * Only what is certain: no signs of doubt, and a start (or end) within one day, month or year that ISO 8601 can write.
 */
export function certainDates(date: EventDate): {
  readonly start: string | undefined;
  readonly end: string | undefined;
} {
  const { form, edtf, uncertain, approximate } = date;
  if (uncertain || approximate || (form !== 'single' && form !== 'interval'))
    return { start: undefined, end: undefined };
  const [from = '', to] = edtf.split('/');
  return { start: PLAIN.test(from) ? from : undefined, end: to !== undefined && PLAIN.test(to) ? to : undefined };
}

/** Seasons, which EDTF writes as months from 21, aren't ISO 8601. */
const PLAIN = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?$/;

function idBelow(address: string | undefined, rest: string): string | undefined {
  return address === undefined ? undefined : `${address}${rest}`;
}

function some<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items;
}

function dayOf(at: number): string {
  return new Date(at).toISOString().replace(/T.*$/, '');
}
