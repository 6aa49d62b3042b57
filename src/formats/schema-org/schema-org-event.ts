import type { ActorKind, Role } from '../../model/vocabulary';
import type { EventDate } from '../../model/dates/event-date';
import { dateOf, readIso, singleDate, spanDate, withoutMidnight } from '../imported/exact-date';
import type { ExactDate } from '../imported/exact-date';
import { webAddress } from '../imported/html-text';
import type { ImportedEvent, ImportedParty, ImportedSource } from '../imported/imported-event';
import { restOf, textOf } from '../imported/json-text';
import type { ImportedEvents } from '../imported-events';
import { isRecord } from '../json/decode';
import { guessKind } from '../json/bare-actor';
import { typesOf, valuesIn, wordsIn, wordsOf } from './linked-data';
import type { LinkedNode, LinkedNodes } from './linked-data';

/** Who takes part, by the field that names them. */
const ROLES: readonly (readonly [field: string, role: Role])[] = [
  ['organizer', 'initiator'],
  ['performer', 'party'],
  ['performers', 'party'],
  ['actor', 'party'],
  ['participant', 'party'],
  ['attendee', 'party'],
  ['attendees', 'party'],
  ['contributor', 'party'],
  ['speaker', 'speaker'],
  ['sponsor', 'sponsor'],
  ['funder', 'sponsor'],
];

const READ: ReadonlySet<string> = new Set([
  ...ROLES.map(([field]) => field),
  ...'@context @type @id name headline description startDate endDate location url sameAs image subEvent subEvents superEvent inLanguage'.split(
    ' ',
  ),
]);

/** An event with what it says of itself; what it is a part of is meant by id. */
export function addLinkedEvent(
  { node, where, partOf }: LinkedNodes['events'][number],
  nodes: LinkedNodes,
  into: ImportedEvents,
): void {
  const language = into.t.locale.split('-')[0] ?? 'en';
  const words = (key: string): string | undefined => wordsIn(node, key, nodes, language);
  const title = words('name') ?? words('headline');
  const rest = restOf(node, READ);
  into.add({
    id: idOf(node),
    title,
    summary: [words('description'), stateInWords(words('eventStatus'), into)]
      .filter((part) => part !== undefined)
      .join('\n\n'),
    ...dateOfNode(node, where, title, nodes, into),
    participants: ROLES.flatMap(([field, role]) =>
      valuesIn(node, field, nodes).flatMap((value) => partyOf(value, role, nodes)),
    ),
    place: placeOf(node, nodes),
    source: sourceOf(node, nodes),
    sources: valuesIn(node, 'sameAs', nodes).flatMap((value) => linkOf(value, nodes)),
    media: valuesIn(node, 'image', nodes).flatMap((value) => linkOf(value, nodes))[0],
    partOf: wholeOf(node, partOf, nodes),
    extra: rest === undefined ? undefined : { schemaOrg: rest },
    mayBeWords: true,
    where: where === '' ? '/' : where,
  });
}

function idOf(node: LinkedNode): string | undefined {
  return textOf(node['@id']) ?? textOf(node['identifier']) ?? textOf(node['url']);
}

function wholeOf(node: LinkedNode, partOf: LinkedNode | undefined, nodes: LinkedNodes): string | undefined {
  if (partOf !== undefined) return idOf(partOf);
  const [whole] = valuesIn(node, 'superEvent', nodes);
  return isRecord(whole) ? idOf(whole) : textOf(whole);
}

function sourceOf(node: LinkedNode, nodes: LinkedNodes): ImportedSource | undefined {
  const url = webAddress(wordsOf(valuesIn(node, 'url', nodes)[0], nodes)) ?? webAddress(textOf(node['@id']));
  return url === undefined ? undefined : { url };
}

function linkOf(value: unknown, nodes: LinkedNodes): readonly ImportedSource[] {
  const node = isRecord(value) ? value : undefined;
  const url = webAddress(textOf(value) ?? textOf(node?.['contentUrl']) ?? textOf(node?.['url']));
  if (url === undefined) return [];
  return [
    {
      url,
      title: textOf(node?.['caption']) ?? textOf(node?.['name']),
      publisher: node && wordsIn(node, 'creditText', nodes, ''),
    },
  ];
}

/** Kinds of actors by the type that a node has; a body of no known kind is an office. */
const KINDS: Readonly<Partial<Record<string, ActorKind>>> = {
  Person: 'person',
  GovernmentOrganization: 'government',
  Country: 'government',
  AdministrativeArea: 'government',
  NewsMediaOrganization: 'news-agency',
};

function partyOf(value: unknown, role: Role, nodes: LinkedNodes): readonly ImportedParty[] {
  const name = wordsOf(value, nodes);
  if (name === undefined) return [];
  const types = isRecord(value) ? typesOf(value) : [];
  const known = types.map((type) => KINDS[type]).find((kind) => kind !== undefined);
  const guessed = guessKind(name);
  const isBody = types.length > 0 && guessed === 'person';
  return [{ name, role, kind: known ?? (isBody ? 'office' : guessed) }];
}

function placeOf(node: LinkedNode, nodes: LinkedNodes): ImportedEvent['place'] {
  const places = valuesIn(node, 'location', nodes).flatMap((value) => {
    if (!isRecord(value)) return textOf(value) ?? [];
    const [address] = valuesIn(value, 'address', nodes);
    const parts = isRecord(address)
      ? ['streetAddress', 'addressLocality', 'addressRegion', 'addressCountry'].map((key) =>
          wordsIn(address, key, nodes, ''),
        )
      : [textOf(address)];
    const words = [wordsOf(value, nodes), ...parts].filter((part) => part !== undefined);
    return words.length === 0 ? [] : [[...new Set(words)].join(', ')];
  });
  return places.length === 0 ? undefined : { label: places.join('; '), country: countryOf(node, nodes) };
}

function countryOf(node: LinkedNode, nodes: LinkedNodes): string | undefined {
  for (const value of valuesIn(node, 'location', nodes)) {
    const [address] = isRecord(value) ? valuesIn(value, 'address', nodes) : [];
    const country = isRecord(address) ? wordsIn(address, 'addressCountry', nodes, '') : undefined;
    if (country !== undefined && /^[A-Z]{2}$/i.test(country.trim())) return country.trim().toUpperCase();
  }
  return undefined;
}

function stateInWords(status: string | undefined, into: ImportedEvents): string | undefined {
  const { t } = into;
  switch (status?.replace(/^.*[/:]/, '')) {
    case 'EventCancelled':
      into.note('settled', t('imported.note.cancelled'));
      return t('imported.state.cancelled');
    case 'EventPostponed':
      return t('imported.state.postponed');
    case 'EventRescheduled':
      return t('imported.state.rescheduled');
    default:
      return undefined;
  }
}

function dateOfNode(
  node: LinkedNode,
  where: string,
  record: string | undefined,
  nodes: LinkedNodes,
  into: ImportedEvents,
): { readonly date: EventDate | undefined; readonly dateText?: string | undefined } {
  const { t } = into;
  const [startText, endText] = ['startDate', 'endDate'].map((key) => wordsOf(valuesIn(node, key, nodes)[0], nodes));
  const start = exactDate(startText);
  const end = exactDate(endText);
  const drop = (expected: string): void =>
    into.reject({ where, record, field: 'endDate', found: endText, expected, effect: 'dropped' });
  if (endText !== undefined && end === undefined) drop(t('imported.expected.date'));
  if (start === undefined) return { date: dateOf(startText), dateText: startText ?? endText };
  if (end === undefined) return { date: singleDate(start), dateText: startText };
  const span = spanDate(start, end);
  if (span === undefined) drop(t('expected.endAfterStart'));
  return { date: span ?? singleDate(start), dateText: startText };
}

function exactDate(text: string | undefined): ExactDate | undefined {
  return text === undefined ? undefined : withoutMidnight(readIso(text));
}
