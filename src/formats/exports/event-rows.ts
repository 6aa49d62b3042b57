import { withoutIsolates } from '../../base/translate';
import type { Translate } from '../../base/translate';
import { actorOf, sourceOf as sourceById } from '../../model/lookups';
import type { DiplomaticEvent, Evidence, Source, WholeDataset } from '../../model/dataset';
import { dateInWords } from '../../model/dates/date-prose';
import { statusText } from '../../model/status-text';
import { stanceOfCameo, stanceOfType } from '../../model/tone';
import { EVIDENCE_FIELDS, ROLES } from '../../model/vocabulary';
import type { Role, Tone } from '../../model/vocabulary';
import type { LossKind } from '../../model/losses';
import { NAME_SEPARATOR, NO_ENTRY, OWN_COLUMNS } from '../table/presets/own-columns';
import { NOTHING_MORE, bareHead, datePlain, labelOf, withoutExtra } from './bare-events';
import { makeKnownNames, plainOrNone, plainText } from './known-names';

/* Events as the rows of a table, for CSV, for sheets and for the clipboard: presets/own-table.ts reads them back. */

/** What a table of events may have to leave out. */
export const TABLE_LEAVES_OUT = [
  'claims',
  'relations',
  'statements',
  'attributions',
  'caveats',
  'modes',
  'codes',
  'statuses',
  'labels',
  'pictures',
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
] as const satisfies readonly LossKind[];

/** What a table of events holds of a dataset; its events are in the dataset's order. */
export function heldByTable(dataset: WholeDataset): WholeDataset {
  const names = makeKnownNames(dataset, nameInCell, sourceInCells);
  const events = dataset.events.map((event): DiplomaticEvent => {
    const title = plainText(event.title);
    const { cameo, place, countries } = event;
    const label = plainOrNone(place?.label);
    return {
      ...withoutExtra(event),
      ...NOTHING_MORE,
      title,
      label: labelOf(title),
      summary: plainOrNone(event.summary),
      date: datePlain(event.date),
      cameo: cameo === undefined ? undefined : { code: cameo.code, fit: undefined, alternates: [] },
      status: event.status.map(({ value, asOf }) => ({ value, asOf })),
      participants: names.participants(event.participants),
      countries: countries.filter(({ role }) => role === 'acting').map(({ country, role }) => ({ country, role })),
      place: label === undefined ? undefined : { label, country: place?.country },
      evidence: evidenceInCells(event.evidence, names.source),
    };
  });
  return { ...bareHead(dataset), events, actors: names.actors(), sources: names.sources() };
}

/** Names in a cell are parted by semicolons. */
function nameInCell(label: string): string {
  return plainText(label).replaceAll(';', ',');
}

/** Sources of an event stand in one cell, a line each. */
function lineInCell(text: string | undefined): string | undefined {
  const line = plainOrNone(text)?.replaceAll(/\s*[\r\n]+\s*/g, ' ');
  return line === NO_ENTRY ? undefined : line;
}

function sourceInCells({ id, publisher, title, published, url }: Source): Source {
  const lines = [lineInCell(publisher), lineInCell(title), lineInCell(published), lineInCell(url)] as const;
  // One of which nothing at all is said goes by its id.
  const isNameless = lines.every((line) => line === undefined);
  return {
    id,
    kind: undefined,
    publisher: isNameless ? lineInCell(id) : lines[0],
    ownership: undefined,
    title: lines[1],
    dateline: undefined,
    published: lines[2],
    url: lines[3],
    note: undefined,
    grade: undefined,
  };
}

/** Each source once, the first that is quoted before the others: a row has one quotation. */
function evidenceInCells(evidence: readonly Evidence[], sourceOf: (id: string) => string): readonly Evidence[] {
  const quoted = evidence.find(({ quote }) => plainOrNone(quote) !== undefined);
  const quote = plainOrNone(quoted?.quote);
  const ids = new Set([...(quoted === undefined ? [] : [quoted]), ...evidence].map(({ source }) => sourceOf(source)));
  return [...ids].map((source, index) => ({
    source,
    locator: undefined,
    find: undefined,
    quote: index === 0 ? quote : undefined,
    supports: EVIDENCE_FIELDS,
  }));
}

/** A column: its header, and its cell of an event as `heldByTable` has it. */
export interface EventColumn {
  readonly header: string;
  readonly cell: (event: DiplomaticEvent) => string;
}

/** The columns that a table of what `heldByTable` gives has: those that hardly any has only where they say something. */
export function eventColumns(held: WholeDataset, t: Translate): readonly EventColumn[] {
  const { events } = held;
  const roles = ROLES.filter((role) =>
    events.some(({ participants }) => participants.some((each) => each.role === role)),
  );
  const sources = (field: 'publisher' | 'title' | 'published' | 'url') => (event: DiplomaticEvent) =>
    linesOf(event.evidence.map(({ source }) => sourceById(held, source)?.[field]));
  const column = (header: string, cell: EventColumn['cell']): EventColumn => ({ header, cell });
  const { id, date, words, title, type, status, countries, place, placeCountry, summary } = OWN_COLUMNS;
  return [
    column(id, (event) => event.id),
    column(date, (event) => event.date?.edtf ?? ''),
    column(words, (event) => (event.date === undefined ? '' : withoutIsolates(dateInWords(event.date, t)))),
    column(title, (event) => event.title),
    column(type, (event) => event.type ?? ''),
    column(status, (event) => statusText(event.status)),
    ...roles.map((role) => column(role, (event) => namesOf(event, role, held))),
    column(countries, (event) => event.countries.map(({ country }) => country).join(NAME_SEPARATOR)),
    column(place, (event) => event.place?.label ?? ''),
    column(placeCountry, (event) => event.place?.country ?? ''),
    column(summary, (event) => event.summary ?? ''),
    column(OWN_COLUMNS.publisher, sources('publisher')),
    column(OWN_COLUMNS.sourceTitle, sources('title')),
    column(OWN_COLUMNS.published, sources('published')),
    column(OWN_COLUMNS.link, sources('url')),
    column(OWN_COLUMNS.quote, (event) => event.evidence[0]?.quote ?? ''),
    column(OWN_COLUMNS.importance, (event) => String(event.importance)),
    ...(events.some((event) => event.tone !== usualTone(event))
      ? [column(OWN_COLUMNS.tone, (event) => (event.tone === usualTone(event) ? '' : event.tone))]
      : []),
    ...(events.some(({ cameo }) => cameo !== undefined)
      ? [column(OWN_COLUMNS.cameo, (event) => event.cameo?.code ?? '')]
      : []),
  ];
}

function usualTone({ type, cameo }: DiplomaticEvent): Tone {
  if (type !== undefined) return stanceOfType(type, undefined).tone;
  return (cameo === undefined ? undefined : stanceOfCameo(cameo.code)?.tone) ?? 'neutral';
}

function namesOf({ participants }: DiplomaticEvent, role: Role, held: WholeDataset): string {
  return participants
    .filter((each) => each.role === role)
    .map(({ actor }) => actorOf(held, actor)?.label ?? actor)
    .join(NAME_SEPARATOR);
}

/** A line a source; one that has nothing there has a dash, so that the same line of other cells is of the same source. */
function linesOf(values: readonly (string | undefined)[]): string {
  if (values.every((value) => value === undefined)) return '';
  return values.map((value) => value ?? (values.length === 1 ? '' : NO_ENTRY)).join('\n');
}
