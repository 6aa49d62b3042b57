import type { Steps } from '../../base/steps';
import { withoutIsolates } from '../../base/translate';
import type { Translate } from '../../base/translate';
import type { DiplomaticEvent, Evidence, Participant, Source, WholeDataset } from '../../model/dataset';
import { dateInWords } from '../../model/dates/date-prose';
import type { EventDate } from '../../model/dates/event-date';
import { readDate } from '../../model/dates/reading/read-date';
import { actorOf, sourceOf } from '../../model/lookups';
import type { LossKind } from '../../model/losses';
import { ACTING_ROLES, EVIDENCE_FIELDS } from '../../model/vocabulary';
import type { Role } from '../../model/vocabulary';
import type { WriteOptions, WriterHead } from '../writer';
import { NOTHING_MORE, bareHead, dateOfText, datePlain, labelOf, withoutExtra } from './bare-events';
import { makeKnownNames, plainOrNone, plainText } from './known-names';
import { makeWriter } from './make-writer';

const LEAVES_OUT: readonly LossKind[] = [
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
  'importance',
  'pictures',
  'hours',
  'date-notes',
  'participants',
  'roles',
  'countries',
  'places',
  'evidence',
  'evidence-details',
  'sources',
  'source-details',
  'actor-details',
  'chapters',
  'notes',
  'periods',
  'about',
  'extras',
];

/** A list for people, that the reader of chronologies takes back event by event. */
export function markdownWriter(head: WriterHead) {
  return makeWriter(head, { held: heldByList, leavesOut: LEAVES_OUT, write: markdownSteps });
}

function heldByList(dataset: WholeDataset): WholeDataset {
  const names = makeKnownNames(dataset, lineOf, ({ id, publisher, title, published, url }) => ({
    id,
    kind: undefined,
    publisher: publisher && lineOf(publisher),
    ownership: undefined,
    // It stands with the address.
    title: url === undefined && publisher !== undefined ? undefined : title && lineOf(title),
    dateline: undefined,
    published,
    url,
    note: undefined,
    grade: undefined,
  }));
  const events = dataset.events.map((event): DiplomaticEvent => {
    const title = lineOf(event.title);
    const date = datePlain(event.date);
    return {
      ...withoutExtra(event),
      ...NOTHING_MORE,
      title,
      label: labelOf(title),
      summary: plainOrNone(event.summary),
      date,
      cameo: undefined,
      tone: 'neutral',
      status: event.status.map(({ value }) => ({ value, asOf: undefined })),
      participants: names.participants(listed(event.participants)),
      countries: [],
      place: undefined,
      evidence: evidenceLines(event.evidence, names.source),
      importance: 2,
    };
  });
  const { asOf } = dataset;
  return { ...bareHead(dataset), asOf, events, actors: names.actors(), sources: names.sources() };
}

/** A source stands once, and once more for each other quotation from it. */
function evidenceLines(evidence: readonly Evidence[], heldAs: (id: string) => string): readonly Evidence[] {
  const lines = new Map<string, Evidence>();
  for (const each of evidence) {
    const source = heldAs(each.source);
    const quote = each.quote === undefined ? undefined : lineOf(each.quote) || undefined;
    const isTold = quote === undefined && [...lines.values()].some((line) => line.source === source);
    if (isTold) continue;
    lines.delete(`${source}\n`);
    lines.set(`${source}\n${quote ?? ''}`, {
      source,
      locator: undefined,
      find: undefined,
      quote,
      supports: EVIDENCE_FIELDS,
    });
  }
  return [...lines.values()];
}

/** To whom it is done or said stands after the sign; who is only spoken of isn't named. */
const TO_WHOM: ReadonlySet<Role> = new Set<Role>(['addressee', 'target']);

function listed(participants: readonly Participant[]): readonly Participant[] {
  const by = participants.filter(({ role }) => ACTING_ROLES.has(role));
  const to = by.length === 0 ? [] : participants.filter(({ role }) => TO_WHOM.has(role));
  const isDirected = to.length > 0;
  return [...by, ...to].map(({ actor, role }) => ({
    actor,
    role: TO_WHOM.has(role) ? 'addressee' : isDirected ? 'initiator' : 'party',
    office: undefined,
    claimedBy: undefined,
  }));
}

function lineOf(text: string): string {
  return plainText(text).replaceAll(/\s+/g, ' ');
}

const EVENTS_A_STEP = 128;

function* markdownSteps(dataset: WholeDataset, { t, link }: WriteOptions): Steps<string> {
  const held = heldByList(dataset);
  const dated = held.events.filter(({ date }) => date !== undefined);
  const undated = held.events.filter(({ date }) => date === undefined);
  const { asOf, description } = dataset;
  const parts = [`# ${escaped(lineOf(dataset.title))}`];
  if (asOf !== undefined) parts.push(withoutIsolates(t('exports.asOf', { date: dateWords(asOf, t) })));
  if (description !== undefined) parts.push(paragraphs(description, ''));
  if (link !== undefined) parts.push(`<${addressOf(link)}>`);
  for (const [index, event] of dated.entries()) {
    if (index % EVENTS_A_STEP === 0) yield index / dated.length;
    parts.push(entryOf(event, held, t));
  }
  if (undated.length > 0) parts.push(`## ${t('date.none')}`, ...undated.map((event) => entryOf(event, held, t)));
  return `${parts.join('\n\n')}\n`;
}

function entryOf(event: DiplomaticEvent, held: WholeDataset, t: Translate): string {
  const { date, title, type, status, summary, evidence } = event;
  const when = date === undefined ? '' : `**${escaped(dateWords(date, t))}**: `;
  const kind = type === undefined ? '' : ` [${type}]`;
  const standing = status.length === 0 ? '' : ` (${status.map(({ value }) => value).join(', ')})`;
  return [
    `- ${when}${titleOf(title)}${namesOf(event, held)}${kind}${standing}`,
    ...(summary === undefined ? [] : [paragraphs(summary, '  ')]),
    ...(evidence.length === 0 ? [] : [evidence.map((each) => `  > ${evidenceOf(each, held, t)}`).join('\n  >\n')]),
  ].join('\n\n');
}

/** Words where they are read back as the date that they say, else EDTF. */
function dateWords(date: EventDate, t: Translate): string {
  const words = withoutIsolates(dateInWords(date, t));
  const read = readDate(words, { languages: [t.locale] });
  return read.sure === 'sure' && read.edtf === date.edtf && !/:\s/.test(words) ? words : date.edtf;
}

/** What looks like the type or the status at the end is the title's own. */
function titleOf(title: string): string {
  return escaped(title)
    .replaceAll(/(?<=\s)(-{1,2})(?=\s)/g, '\\$1')
    .replace(/\)$/, '\\)');
}

function namesOf({ participants }: DiplomaticEvent, held: WholeDataset): string {
  if (participants.length === 0) return '';
  const sides = [
    participants.filter(({ role }) => !TO_WHOM.has(role)),
    participants.filter(({ role }) => TO_WHOM.has(role)),
  ].map((side) => side.map(({ actor }) => escaped(actorOf(held, actor)?.label ?? actor)));
  const sign = sides.flat().some((name) => name.includes(',')) ? '; ' : ', ';
  return ` - ${sides
    .filter((side) => side.length > 0)
    .map((side) => side.join(sign))
    .join(' > ')}`;
}

function evidenceOf({ source: id, quote }: Evidence, held: WholeDataset, t: Translate): string {
  const source = sourceOf(held, id);
  const words = quote === undefined ? [] : [`“${escaped(quote.replaceAll(/[“”]/g, '"'))}”`];
  if (source === undefined) return [...words, escaped(id)].join(' ');
  const published = source.published === undefined ? [] : [publishedOf(source.published, t)];
  return [[...words, nameOf(source)].join(' '), ...published].join(', ');
}

function publishedOf(published: string, t: Translate): string {
  const date = dateOfText(published);
  return escaped(date === undefined ? published : dateWords(date, t));
}

function nameOf({ id, publisher, title, url }: Source): string {
  const name = escaped(publisher ?? title ?? id);
  if (url === undefined) return name;
  const more = publisher === undefined || title === undefined ? '' : ` "${escaped(title.replaceAll('"', '”'))}"`;
  return `[${name}](<${addressOf(url)}>${more})`;
}

/** An address in angle brackets. */
function addressOf(url: string): string {
  return url.replaceAll(/[<>\s]/g, (sign) => encodeURIComponent(sign));
}

/** Text as Markdown that shows the same (CommonMark 0.31, 2.4). */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#&|~]/g, String.raw`\$&`);
}

/** Lines each of which stays one: what begins as a list, a heading or a rule does is no such thing. */
function paragraphs(text: string, indent: string): string {
  return plainText(text)
    .split(/\r\n?|\n/)
    .map((line) =>
      escaped(line.trim()).replace(
        /^(?:([-+=])|(\d{1,9})([.)]))/,
        (_, sign = '', number = '', end = '') => `${number}\\${sign}${end}`,
      ),
    )
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n');
}
