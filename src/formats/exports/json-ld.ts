import type { Steps } from '../../base/steps';
import { timeSpan } from '../../model/dates/instant';
import type { TimeSpan } from '../../model/dates/instant';
import type { DiplomaticEvent, WholeDataset } from '../../model/dataset';
import type { EventDate } from '../../model/dates/event-date';
import { certainDates, jsonLdOf } from '../../model/json-ld';
import type { LossKind } from '../../model/losses';
import { ACTING_ROLES, EVIDENCE_FIELDS } from '../../model/vocabulary';
import type { WriteOptions, Writer, WriterHead } from '../writer';
import { NOTHING_MORE, bareHead, dateOfText, labelOf, withoutExtra } from './bare-events';
import { makeWriter } from './make-writer';

const LEAVES_OUT: readonly LossKind[] = [
  'claims',
  'relations',
  'statements',
  'attributions',
  'caveats',
  'types',
  'modes',
  'tones',
  'codes',
  'statuses',
  'labels',
  'importance',
  'pictures',
  'dates',
  'hours',
  'date-notes',
  'roles',
  'countries',
  'places',
  'evidence',
  'evidence-details',
  'quotes',
  'source-details',
  'actor-details',
  'chapters',
  'notes',
  'periods',
  'about',
  'extras',
];

/** The list of events for machines, in the words of schema.org, as it stands in written pages. */
export function jsonLdWriter(head: WriterHead): Writer {
  return makeWriter(head, {
    held: heldByList,
    leavesOut: LEAVES_OUT,
    write: listSteps,
  });
}

function* listSteps(dataset: WholeDataset, { t, link }: WriteOptions): Steps<string> {
  yield 0;
  return `${JSON.stringify(jsonLdOf(dataset, extentOf(dataset), t, link), undefined, 2)}\n`;
}

function heldByList(dataset: WholeDataset): WholeDataset {
  const { description, licence, curators, modified, version } = dataset;
  return {
    ...bareHead(dataset),
    description,
    licence,
    curators,
    modified,
    version,
    events: dataset.events.map(eventInList),
    actors: dataset.actors.map((actor) => ({
      ...withoutExtra(actor),
      countries: [],
      memberOf: [],
      offices: [],
      designations: [],
      note: undefined,
    })),
    sources: dataset.sources.map(({ id, publisher, title, published, url }) => ({
      id,
      kind: undefined,
      publisher,
      ownership: undefined,
      title,
      dateline: undefined,
      published,
      url,
      note: undefined,
      grade: undefined,
    })),
  };
}

/** Who acts organises it, and all others are what it is about. */
function eventInList(event: DiplomaticEvent): DiplomaticEvent {
  const sources = new Set(event.evidence.map(({ source }) => source));
  return {
    ...withoutExtra(event),
    ...NOTHING_MORE,
    label: labelOf(event.title),
    date: event.date && dateInList(event.date),
    type: undefined,
    tone: 'neutral',
    cameo: undefined,
    status: [],
    participants: event.participants.map(({ actor, role }) => ({
      actor,
      role: ACTING_ROLES.has(role) ? 'initiator' : 'subject',
      office: undefined,
      claimedBy: undefined,
    })),
    countries: [],
    place: event.place && { label: event.place.label, country: undefined },
    evidence: [...sources].map((source) => ({
      source,
      locator: undefined,
      find: undefined,
      quote: undefined,
      supports: EVIDENCE_FIELDS,
    })),
    importance: 2,
  };
}

/** What is certain of it; the rest stands in words. */
function dateInList(date: EventDate): EventDate | undefined {
  const { start, end } = certainDates(date);
  if (start === undefined) return undefined;
  return dateOfText(end === undefined ? start : `${start}/${end}`);
}

/** From the first day to the last; undefined where no event has a date. */
function extentOf({ events }: WholeDataset): TimeSpan | undefined {
  let [first, last] = [Infinity, -Infinity];
  for (const { date } of events) {
    if (date === undefined) continue;
    first = Math.min(first, date.start.start);
    last = Math.max(last, (date.end ?? date.start).end);
  }
  return first < last ? timeSpan(first, last) : undefined;
}
