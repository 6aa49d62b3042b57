import { escapeMarkup } from '../../base/escape-markup';
import type { Steps } from '../../base/steps';
import { withoutIsolates } from '../../base/translate';
import type { Translate } from '../../base/translate';
import type { DiplomaticEvent, Source, WholeDataset } from '../../model/dataset';
import { dateInWords } from '../../model/dates/date-prose';
import { precisionOfSpan } from '../../model/dates/edtf-of-span';
import type { EventDate } from '../../model/dates/event-date';
import type { TimeSpan } from '../../model/dates/instant';
import { actorOf, sourceOf } from '../../model/lookups';
import type { LossKind } from '../../model/losses';
import { stanceOfType } from '../../model/tone';
import { OWN_SLIDE } from '../timelinejs/own-slide';
import type { WriteOptions, WriterHead } from '../writer';
import { NOTHING_MORE, bareHead, dateOfText, labelOf, withoutExtra } from './bare-events';
import { makeKnownNames, plainOrNone, plainText } from './known-names';
import type { KnownNames } from './known-names';
import { makeWriter } from './make-writer';

const LEAVES_OUT: readonly LossKind[] = [
  'events-without-date',
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

/** Slides for TimelineJS 3, which shows texts as HTML: what stands in them is text, and the only tags are ours. */
export function timelineJsWriter(head: WriterHead) {
  return makeWriter(head, { held: heldBySlides, leavesOut: LEAVES_OUT, write: slideSteps });
}

/** What slides hold: words for a date that they can't tell are those of English here, in a file those of its reader. */
function heldBySlides(dataset: WholeDataset): WholeDataset {
  const names = makeKnownNames(
    dataset,
    lineOf,
    sourceInSlide,
    ({ url, title, publisher }) => url ?? `${title}\n${publisher}`,
  );
  const events = dataset.events.flatMap((event): readonly DiplomaticEvent[] =>
    event.date === undefined ? [] : [eventInSlide(event, event.date, names)],
  );
  const description = blockOf(dataset.description);
  return { ...bareHead(dataset), description, events, actors: names.actors(), sources: names.sources() };
}

function eventInSlide(event: DiplomaticEvent, date: EventDate, names: KnownNames): DiplomaticEvent {
  const { type, place, evidence } = event;
  const title = lineOf(event.title);
  const label = place === undefined ? '' : lineOf(place.label);
  const quoted = evidence.find(({ quote }) => quote !== undefined && lineOf(quote) !== '');
  const first = quoted === undefined ? [] : [quoted];
  const sources = new Set([...first, ...evidence].map(({ source }) => names.source(source)));
  return {
    ...withoutExtra(event),
    ...NOTHING_MORE,
    title,
    label: labelOf(title),
    summary: blockOf(event.summary),
    date: dateInSlide(date),
    tone: type === undefined ? 'neutral' : stanceOfType(type, undefined).tone,
    cameo: undefined,
    status: event.status.map(({ value }) => ({ value, asOf: undefined })),
    participants: names.participants(event.participants),
    countries: [],
    place: label === '' ? undefined : { label, country: place?.country },
    evidence: [...sources].map((source, index) => ({
      source,
      locator: undefined,
      find: undefined,
      quote: index === 0 && quoted?.quote !== undefined ? lineOf(quoted.quote) : undefined,
      supports: index === 0 ? ['date'] : [],
    })),
  };
}

function sourceInSlide({ id, publisher, title, published, url }: Source): Source {
  const lines = [publisher, title].map((text) => (text === undefined ? undefined : lineOf(text) || undefined));
  const isNameless = lines.every((line) => line === undefined) && url === undefined;
  return {
    id,
    kind: undefined,
    publisher: isNameless ? lineOf(id) : lines[0],
    ownership: undefined,
    title: lines[1],
    dateline: undefined,
    published,
    url,
    note: undefined,
    grade: 'C',
  };
}

function lineOf(text: string): string {
  return plainText(text).replaceAll(/\s+/g, ' ');
}

function blockOf(text: string | undefined): string | undefined {
  return plainOrNone(text?.replaceAll(/\r\n?/g, '\n'));
}

/** A day, month or year, or from one to another, with the hour noted; the file's own words tell what that leaves open. */
function dateInSlide(date: EventDate): EventDate {
  const [from = '', to] = endsOf(date);
  const plain = dateOfText(to === undefined ? from : `${from}/${to}`) ?? date;
  const { display } = date;
  return {
    ...plain,
    ...(display === undefined ? {} : { display: lineOf(display) }),
    ...(plain.form === 'single' && date.clock !== undefined ? { note: hourOf(date.clock) } : {}),
  };
}

/** First and last of what the date spans, each as a slide can have it. One alone where both are the same. */
function endsOf(date: EventDate): readonly [string, string?] {
  const [lower, upper] = date.edtf.includes('/')
    ? date.edtf.split('/').map((half) => dateOfText(half))
    : [date, undefined];
  const first = lower ?? date;
  const last = date.form === 'interval' ? upper : date.end === undefined ? undefined : date;
  const from = plainEdtf(first.start, 'first');
  const to = last === undefined ? undefined : plainEdtf(last.end ?? last.start, 'last');
  if (to === undefined || to === from) return [from];
  const [one, other] = [from, to].map((edtf) => dateOfText(edtf)?.start);
  return one !== undefined && other !== undefined && other.end > one.start ? [from, to] : [from];
}

/** The day, month or year that a span fills, else the year that one longer than that begins or ends in, else its day. */
function plainEdtf(span: TimeSpan, which: 'first' | 'last'): string {
  const at = new Date(which === 'first' ? span.start : span.end - 1);
  const year = at.getUTCFullYear();
  if (Math.abs(year) > 9999) return `Y${year}`;
  const digits = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
  const precision = precisionOfSpan(span) ?? (span.end - span.start > YEAR_MS ? 'year' : 'day');
  const [month, day] = [at.getUTCMonth() + 1, at.getUTCDate()].map((part) => String(part).padStart(2, '0'));
  return [digits, month, day].slice(0, { year: 1, month: 2, day: 3 }[precision]).join('-');
}

const YEAR_MS = 366 * 86_400_000;

function hourOf({ civil }: NonNullable<EventDate['clock']>): string {
  return new Date(civil).toISOString().slice(11, 16);
}

const EVENTS_A_STEP = 128;

function* slideSteps(dataset: WholeDataset, { t }: WriteOptions): Steps<string> {
  const held = heldBySlides(dataset);
  const dates = new Map(dataset.events.map(({ id, date }) => [id, date]));
  const slides: string[] = [];
  for (const [index, event] of held.events.entries()) {
    if (index % EVENTS_A_STEP === 0) yield index / held.events.length;
    slides.push(JSON.stringify(slideOf(event, dates.get(event.id), held, t), undefined, 2));
  }
  const title = { text: { headline: escapeMarkup(lineOf(held.title)), text: htmlOf(held.description) } };
  return `{\n"scale": "human",\n"title": ${JSON.stringify(title)},\n"events": [\n${slides.join(',\n')}\n]\n}\n`;
}

function slideOf(event: DiplomaticEvent, told: EventDate | undefined, held: WholeDataset, t: Translate): unknown {
  const { id, title, summary, date, type, importance, status, participants, place, evidence } = event;
  const [from = '', to] = date?.edtf.split('/') ?? [];
  const isExact = told !== undefined && told.edtf.replace(/T.*$/, '') === date?.edtf && told.display === undefined;
  const people = participants.map(({ actor, role }) => ({ name: actorOf(held, actor)?.label ?? actor, role }));
  const sources = evidence.flatMap(({ source }) => sourceOf(held, source) ?? []);
  const quote = evidence[0]?.quote;
  return {
    start_date: partsOf(from, date?.note),
    ...(to === undefined ? {} : { end_date: partsOf(to, undefined) }),
    ...(isExact ? {} : { display_date: escapeMarkup(lineOf(told?.display ?? withoutIsolates(dateInWords(told, t)))) }),
    text: {
      headline: escapeMarkup(title),
      text: [
        htmlOf(summary),
        people.length === 0 ? '' : `<p>${escapeMarkup(people.map(({ name }) => name).join(', '))}</p>`,
        ...sources.map((source, index) => sourceHtml(source, index === 0 ? quote : undefined)),
      ].join(''),
    },
    unique_id: id,
    [OWN_SLIDE]: {
      title,
      summary,
      type,
      importance,
      status: status.map(({ value }) => value),
      participants: people,
      place,
      sources: sources.map(({ publisher, title: name, published, url }) => ({
        publisher,
        title: name,
        published,
        url,
      })),
      quote,
    },
  };
}

/** Years count as TimelineJS shows them: -500 is 500 BCE, and there is no year 0. */
function partsOf(edtf: string, hour: string | undefined): Readonly<Record<string, number>> {
  const [, year = '', month, day] = /^Y?(-?\d+)(?:-(\d\d))?(?:-(\d\d))?$/.exec(edtf) ?? [];
  const [hours, minutes] = hour?.split(':') ?? [];
  const number = Number(year);
  return {
    year: number <= 0 ? number - 1 : number,
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
    ...(hours === undefined || minutes === undefined ? {} : { hour: Number(hours), minute: Number(minutes) }),
  };
}

/** A paragraph for each of a text, its lines kept. */
function htmlOf(text: string | undefined): string {
  if (text === undefined) return '';
  return text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeMarkup(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

function sourceHtml({ id, publisher, title, published, url }: Source, quote: string | undefined): string {
  const name = escapeMarkup([publisher, title].filter((part) => part !== undefined).join(', ') || (url ?? id));
  const linked = url === undefined ? name : `<a href="${escapeMarkup(url)}" rel="noopener">${name}</a>`;
  const words = quote === undefined ? '' : `“${escapeMarkup(quote)}” `;
  return `<p>${words}${linked}${published === undefined ? '' : `, ${escapeMarkup(published)}`}</p>`;
}
