import type { Steps } from '../../base/steps';
import type { EventDate } from '../../model/dates/event-date';
import { singleDate, spanDate } from '../imported/exact-date';
import { htmlToText, webAddress } from '../imported/html-text';
import { makeImportedReader } from '../imported/imported-reader';
import type { ImportedEnd } from '../imported/imported-reader';
import type { ImportedParty, ImportedSource } from '../imported/imported-event';
import type { ImportedEvents } from '../imported-events';
import { RECORDS_A_STEP, fieldOf, jsonOf, listIn, recordIn, recordsOf, restOf, textIn } from '../imported/json-text';
import type { JsonRecord } from '../imported/json-text';
import { isRecord } from '../json/decode';
import { foundInWords } from '../rejections';
import { ownSlide } from './own-slide';
import { readTimelineJsDate } from './timelinejs-date';
import type { TimelineJsDate } from './timelinejs-date';

/** Reads TimelineJS JSON of version 3, and of version 2 (`timeline.date`). */
export const timelineJsReader = makeImportedReader({ name: 'TimelineJS', read: readTimelineJs });

function* readTimelineJs(text: string, into: ImportedEvents): Steps<ImportedEnd> {
  const json = yield* jsonOf(text, into);
  if ('problem' in json) return json.problem;
  const file = isRecord(json.value) ? json.value : undefined;
  const second = recordIn(file, 'timeline');
  const layout = second === undefined ? VERSION_3 : VERSION_2;
  const root = second ?? file;
  const slides = listIn(root, layout.slides);
  const { t } = into;
  if (String(textIn(root, 'scale')).toLowerCase() === 'cosmological')
    return { problem: 'wrong-shape', detail: t('imported.problem.cosmological') };
  if (slides.length === 0) return { problem: 'no-events', detail: t('imported.problem.timelineJs') };
  describe(root, layout, into);
  const groups = new Set<string>();
  for (const [slide, where, index] of recordsOf(slides, layout.pointer, into)) {
    if (index % RECORDS_A_STEP === 0) yield index / slides.length;
    addSlide(slide, where, layout, into, groups);
  }
  for (const [era, where] of recordsOf(listIn(root, layout.eras), `/${layout.eras}`, into))
    addEra(era, where, layout, into);
  if (groups.size > 0) into.note('to-settle', t('imported.note.groups', { n: groups.size, list: someOf(groups) }));
  return { records: slides.length, format: layout.name };
}

/** Where the two versions keep what. */
interface Layout {
  readonly name: string;
  readonly slides: string;
  readonly pointer: string;
  readonly eras: string;
  readonly start: string;
  readonly end: string;
  readonly text: (slide: JsonRecord) => { readonly headline: string | undefined; readonly text: string | undefined };
  readonly media: (slide: JsonRecord) => JsonRecord | undefined;
  readonly address: string;
  readonly group: string;
  readonly read: ReadonlySet<string>;
}

const VERSION_3: Layout = {
  name: 'TimelineJS 3',
  slides: 'events',
  pointer: '/events',
  eras: 'eras',
  start: 'start_date',
  end: 'end_date',
  text: (slide) => {
    const words = recordIn(slide, 'text');
    return { headline: textIn(words, 'headline'), text: textIn(words, 'text') };
  },
  media: (slide) => recordIn(slide, 'media'),
  address: 'url',
  group: 'group',
  read: new Set(['start_date', 'end_date', 'text', 'media', 'group', 'display_date', 'unique_id']),
};

const VERSION_2: Layout = {
  name: 'TimelineJS 2',
  slides: 'date',
  pointer: '/timeline/date',
  eras: 'era',
  start: 'startDate',
  end: 'endDate',
  text: (slide) => ({ headline: textIn(slide, 'headline'), text: textIn(slide, 'text') }),
  media: (slide) => recordIn(slide, 'asset'),
  address: 'media',
  group: 'tag',
  read: new Set(['startDate', 'endDate', 'headline', 'text', 'asset', 'tag', 'display_date']),
};

/** What the title slide says is the timeline's own. */
function describe(root: JsonRecord | undefined, layout: Layout, into: ImportedEvents): void {
  const slide = layout === VERSION_2 ? root : recordIn(root, 'title');
  if (slide === undefined) return;
  const { headline, text } = layout.text(slide);
  into.describe({ title: plain(headline), description: plain(text) });
  const media = mediaOf(layout.media(slide), layout);
  if (media !== undefined) into.addSource(media);
}

function addSlide(slide: JsonRecord, where: string, layout: Layout, into: ImportedEvents, groups: Set<string>): void {
  const { headline, text } = layout.text(slide);
  const own = ownSlide(slide);
  if (own !== undefined) {
    const date = dateOfSlide(slide, where, own.title, layout, into);
    into.add({ ...own, ...date, id: textIn(slide, 'unique_id'), markup: 'none', where });
    return;
  }
  const group = plain(textIn(slide, layout.group));
  if (group !== undefined) groups.add(group);
  const background = webAddress(textIn(recordIn(slide, 'background'), 'url'));
  const thumbnail = textIn(layout.media(slide), 'thumbnail');
  const rest = { ...restOf(slide, layout.read), ...(thumbnail === undefined ? {} : { thumbnail }) };
  into.add({
    id: textIn(slide, 'unique_id'),
    title: headline,
    summary: text,
    ...dateOfSlide(slide, where, plain(headline), layout, into),
    participants: group === undefined ? [] : [groupParty(group)],
    place: textIn(recordIn(slide, 'location'), 'name'),
    media: mediaOf(layout.media(slide), layout),
    sources: background === undefined ? [] : [{ url: background }],
    extra: Object.keys(rest).length === 0 ? undefined : { timelinejs: rest },
    mayBeWords: true,
    markup: 'html',
    where,
  });
}

/** A group is a row of the timeline that holds slides together, not somebody who acts. */
function groupParty(name: string): ImportedParty {
  return { name, kind: 'category', role: 'subject' };
}

function addEra(era: JsonRecord, where: string, layout: Layout, into: ImportedEvents): void {
  const { headline, text } = layout.text(era);
  const label = plain(headline) ?? plain(text);
  const { date, dateText } = dateOfSlide(era, where, label, layout, into);
  if (date !== undefined) into.addPeriod({ label: label ?? '', date });
  else
    into.reject({
      where,
      record: label,
      field: layout.start,
      found: dateText,
      expected: into.t('imported.expected.date'),
      effect: 'left-out',
    });
}

function dateOfSlide(
  slide: JsonRecord,
  where: string,
  record: string | undefined,
  layout: Layout,
  into: ImportedEvents,
): { readonly date: EventDate | undefined; readonly dateText?: string | undefined } {
  const fields = [layout.start, layout.end] as const;
  const values = fields.map((field) => fieldOf(slide, field));
  const [start, end] = fields.map((field, index) => heard(values[index], field, where, record, into));
  const dateText = values[0] === undefined ? undefined : foundInWords(dateParts(values[0]), into.t);
  if (start === undefined || start === 'unread') return { date: undefined, dateText: start && dateText };
  const words = plain(textIn(slide, 'display_date')) ?? start.display;
  const extras = words === undefined ? {} : { display: words };
  const single = (): EventDate | undefined => singleDate(start, extras);
  if (end === undefined || end === 'unread') return { date: single(), dateText };
  const span = spanDate(start, end, extras);
  if (span !== undefined) return { date: span, dateText };
  into.reject({
    where,
    record,
    field: layout.end,
    found: end.edtf,
    expected: into.t('expected.endAfterStart'),
    effect: 'dropped',
  });
  return { date: single(), dateText };
}

/** Tells what of a date was none. */
function heard(
  value: unknown,
  field: string,
  where: string,
  record: string | undefined,
  into: ImportedEvents,
): TimelineJsDate | 'unread' | undefined {
  const { t } = into;
  const date = readTimelineJsDate(value);
  if (typeof date !== 'object') {
    if (date === 'unread' && field.startsWith('end'))
      into.reject({ where, record, field, found: value, expected: t('imported.expected.date'), effect: 'dropped' });
    return date;
  }
  if (date.lost !== undefined)
    into.reject({
      where,
      record,
      field: `${field}.${date.lost}`,
      found: dateParts(value),
      expected: t('expected.calendarDay'),
      effect: 'dropped',
    });
  if (date.isSlashed === true) into.note('settled', t('imported.note.slashes'));
  if (date.isBeforeOurEra === true) into.note('settled', t('imported.note.yearsBefore'));
  return date;
}

function dateParts(value: unknown): unknown {
  if (!isRecord(value)) return value;
  return ['year', 'month', 'day'].flatMap((key) => textIn(value, key) ?? []).join('-');
}

/** A picture, film, page or quotation: what is no address stands in the note. */
function mediaOf(media: JsonRecord | undefined, layout: Layout): ImportedSource | undefined {
  const said = textIn(media, layout.address);
  const caption = textIn(media, 'caption');
  const credit = textIn(media, 'credit');
  if (said === undefined && caption === undefined && credit === undefined) return undefined;
  const framed = said === undefined || webAddress(said) !== undefined ? undefined : htmlToText(said);
  const url = said === undefined ? undefined : (webAddress(said) ?? framed?.links[0]?.url);
  const note = url === undefined ? framed?.text : undefined;
  return { url, title: caption, publisher: credit, note };
}

function plain(html: string | undefined): string | undefined {
  if (html === undefined) return undefined;
  const text = htmlToText(html).text.replace(/\s+/g, ' ');
  return text === '' ? undefined : text;
}

function someOf(names: ReadonlySet<string>): string {
  const all = [...names];
  return all.slice(0, 4).join(', ') + (all.length > 4 ? ' …' : '');
}
