import type { Steps } from '../../base/steps';
import type { DiplomaticEvent, Evidence, WholeDataset } from '../../model/dataset';
import type { EventDate } from '../../model/dates/event-date';
import { DAY_MS } from '../../model/dates/instant';
import { actorOf, sourceOf } from '../../model/lookups';
import type { LossKind } from '../../model/losses';
import { stanceOfType } from '../../model/tone';
import { OWN_EVENT, OWN_PARTICIPANT, OWN_PRIORITY, OWN_REST, OWN_ROLE } from '../icalendar/own-properties';
import type { WriteOptions, WriterHead } from '../writer';
import { NOTHING_MORE, bareHead, dateOfText, labelOf, offsetOf, withoutExtra } from './bare-events';
import { folded, textValue } from './content-line';
import { makeKnownNames, plainOrNone, plainText } from './known-names';
import { makeWriter } from './make-writer';

const LEAVES_OUT: readonly LossKind[] = [
  'events-without-date',
  'events-without-first-day',
  'claims',
  'relations',
  'statements',
  'attributions',
  'caveats',
  'modes',
  'tones',
  'codes',
  'statuses',
  'labels',
  'pictures',
  'dates',
  'doubt',
  'hours',
  'date-notes',
  'participants',
  'roles',
  'countries',
  'places',
  'evidence',
  'evidence-details',
  'quotes',
  'sources',
  'source-details',
  'actor-details',
  'chapters',
  'notes',
  'periods',
  'about',
  'extras',
];

/** A calendar of the events whose first day is known. */
export function icalendarWriter(head: WriterHead) {
  return makeWriter(head, { held: heldByCalendar, leavesOut: LEAVES_OUT, write: calendarSteps });
}

/** What a calendar holds; of sources their addresses alone. */
function heldByCalendar(dataset: WholeDataset): WholeDataset {
  const names = makeKnownNames(dataset, lineOf, ({ id, url }) => ({
    id,
    kind: undefined,
    publisher: undefined,
    ownership: undefined,
    title: undefined,
    dateline: undefined,
    published: undefined,
    url,
    note: undefined,
    grade: 'C',
  }));
  const linked = new Set(dataset.sources.filter(({ url }) => url !== undefined).map(({ id }) => id));
  const events = dataset.events.flatMap((event): readonly DiplomaticEvent[] => {
    const date = dateInCalendar(event.date);
    if (date === undefined) return [];
    const { type, place } = event;
    const title = lineOf(event.title);
    const label = place === undefined ? undefined : lineOf(place.label);
    const sources = new Set(
      event.evidence.filter(({ source }) => linked.has(source)).map(({ source }) => names.source(source)),
    );
    return [
      {
        ...withoutExtra(event),
        ...NOTHING_MORE,
        title,
        label: labelOf(title),
        summary: blockOf(event.summary),
        date,
        tone: type === undefined ? 'neutral' : stanceOfType(type, undefined).tone,
        cameo: undefined,
        status: [],
        participants: names.participants(event.participants),
        countries: [],
        place: label === undefined || label === '' ? undefined : { label, country: undefined },
        evidence: [...sources].map(addressAlone),
      },
    ];
  });
  const { description } = dataset;
  return { ...bareHead(dataset), description, events, actors: names.actors(), sources: names.sources() };
}

function addressAlone(source: string, index: number): Evidence {
  return { source, locator: undefined, find: undefined, quote: undefined, supports: index === 0 ? ['date'] : [] };
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * The date as a calendar has it: a day, from a day to a day, or a day with its hour. What goes on is its first day.
 * Undefined where that isn't known.
 */
function dateInCalendar(date: EventDate | undefined): EventDate | undefined {
  if (date === undefined) return undefined;
  const { edtf, form, clock } = date;
  if (form !== 'single' && form !== 'interval' && form !== 'all-of') return undefined;
  const [from = '', to = ''] = edtf
    .replaceAll(/[{}]/g, '')
    .replace(/,.*$/, '')
    .replace(/T.*$/, '')
    .split('/')
    .map((part) => part.replaceAll(/[?~%]/g, ''));
  if (!DAY.test(from) || from.startsWith('0000')) return undefined;
  const day = dateOfText(DAY.test(to) && to > from ? `${from}/${to}` : from);
  if (clock === undefined || day?.form !== 'single') return day;
  const minute = Math.floor(clock.civil / 60_000) * 60_000;
  return dateOfText(from, `${from}T${new Date(minute).toISOString().slice(11, 19)}${offsetOf(clock)}`) ?? day;
}

function lineOf(text: string): string {
  return plainText(text).replaceAll(/\s+/g, ' ');
}

function blockOf(text: string | undefined): string | undefined {
  return plainOrNone(text?.replaceAll(/\r\n?/g, '\n'));
}

const EVENTS_A_STEP = 128;

function* calendarSteps(dataset: WholeDataset, { link }: WriteOptions): Steps<string> {
  const held = heldByCalendar(dataset);
  const stamp = stampOf(dataset);
  const { events } = held;
  const description = blockOf(dataset.description);
  const parts = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Diplomatic Timeline//Timeline//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${textValue(lineOf(dataset.title))}`,
    ...(description === undefined ? [] : [`X-WR-CALDESC:${textValue(description)}`]),
    ...offsetsIn(events).flatMap(zoneLines),
  ].map(folded);
  for (const [index, event] of events.entries()) {
    if (index % EVENTS_A_STEP === 0) yield index / events.length;
    parts.push(...eventLines(event, held, stamp, link).map(folded));
  }
  parts.push(folded('END:VCALENDAR'));
  return parts.join('');
}

/** When the entries were made: the same for the same dataset, so that the same file follows. */
function stampOf({ modified, asOf }: WholeDataset): string {
  const at =
    modified === undefined
      ? Number.NaN
      : Date.parse(/^\d{4}-\d\d-\d\d$/.test(modified) ? `${modified}T00:00Z` : modified);
  const known = Number.isFinite(at) ? at : (asOf?.start.start ?? 0);
  const text = new Date(known).toISOString();
  return /^\d{4}-/.test(text) ? `${text.slice(0, 19).replaceAll(/[-:]/g, '')}Z` : '19700101T000000Z';
}

function eventLines(
  event: DiplomaticEvent,
  held: WholeDataset,
  stamp: string,
  link: string | undefined,
): readonly string[] {
  const { id, title, type, place, participants, importance } = event;
  const urls = event.evidence.flatMap(({ source }) => sourceOf(held, source)?.url ?? []);
  const [url, ...others] = urls;
  const names = participants.map(({ actor, role }) => [role, actorOf(held, actor)?.label ?? actor] as const);
  const below = [
    names.map(([, name]) => name).join(', '),
    ...urls,
    link === undefined ? '' : `${link}?event=${encodeURIComponent(id)}`,
  ];
  const description = descriptionOf(event.summary, below);
  return [
    'BEGIN:VEVENT',
    `UID:${textValue(`${id}@${held.id}`.replaceAll(/\s+/g, ' '))}`,
    `DTSTAMP:${stamp}`,
    ...dateLines(event.date),
    `SUMMARY:${textValue(title)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${textValue(description)}`]),
    ...(place === undefined ? [] : [`LOCATION:${textValue(place.label)}`]),
    ...(url === undefined ? [] : [`URL:${url}`]),
    ...others.map((address) => `ATTACH:${address}`),
    ...(type === undefined ? [] : [`CATEGORIES:${type}`]),
    `PRIORITY:${OWN_PRIORITY[importance]}`,
    'TRANSP:TRANSPARENT',
    `${OWN_EVENT};VALUE=TEXT:${textValue(id)}`,
    ...names.map(([role, name]) => `${OWN_PARTICIPANT};VALUE=TEXT;${OWN_ROLE}=${role}:${textValue(name)}`),
    'END:VEVENT',
  ];
}

/** The summary, and under a line what calendars show nowhere else. */
function descriptionOf(summary: string | undefined, below: readonly string[]): string {
  const rest = below.filter((line) => line !== '').join('\n');
  if (rest === '' && summary?.includes(OWN_REST) !== true) return summary ?? '';
  return `${summary ?? ''}${OWN_REST}${rest}`;
}

function dateLines(date: EventDate | undefined): readonly string[] {
  if (date === undefined) return [];
  const { clock, edtf } = date;
  if (clock !== undefined) {
    const civil = compact(new Date(clock.civil).toISOString().slice(0, 19));
    const offset = offsetOf(clock);
    return [offset === 'Z' ? `DTSTART:${civil}Z` : `DTSTART;TZID=${zoneOf(offset)}:${civil}`];
  }
  const [from = '', to = from] = edtf.split('/');
  const after = new Date(Date.parse(`${to}T00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  return [
    `DTSTART;VALUE=DATE:${compact(from)}`,
    ...(/^\d{4}-/.test(after) ? [`DTEND;VALUE=DATE:${compact(after)}`] : []),
  ];
}

function compact(text: string): string {
  return text.replaceAll(/[-:]/g, '');
}

function offsetsIn(events: readonly DiplomaticEvent[]): readonly string[] {
  const offsets = events.flatMap(({ date }) => (date?.clock === undefined ? [] : [offsetOf(date.clock)]));
  return [...new Set(offsets)].filter((offset) => offset !== 'Z');
}

/** Without a colon, which a parameter's value has in quotes alone. */
function zoneOf(offset: string): string {
  return `UTC${offset.replace(':', '')}`;
}

/** A zone that is nothing but its offset: a source gives the hour, and hardly ever the zone's rules. */
function zoneLines(offset: string): readonly string[] {
  const plain = offset.replace(':', '');
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zoneOf(offset)}`,
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    `TZOFFSETFROM:${plain}`,
    `TZOFFSETTO:${plain}`,
    'END:STANDARD',
    'END:VTIMEZONE',
  ];
}
