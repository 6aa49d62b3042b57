import type { Actor, DiplomaticEvent, Source, WholeDataset } from '../../model/dataset';
import type { DateReading } from '../../model/dates/reading/date-reading';
import { memoByObject } from '../../base/memo';
import { parseUrl } from '../../base/parse-url';
import { countWords } from '../../base/clean-text';
import { writeEvent } from '../json/write-event';
import type { FileRecord } from '../json/write-event';
import { MORE_FIELDS } from './notebook-types';
import type {
  EventReading,
  LineOwner,
  LineProblem,
  LineReading,
  NotebookCounts,
  SourceReading,
} from './notebook-types';
import { MOST_QUOTED } from './reading/said';
import type { LineUse, TextBlock } from './reading/text-blocks';

/** What the readings of lines are made from. */
export interface ReadText {
  readonly lines: readonly string[];
  readonly uses: readonly LineUse[];
  readonly dataset: WholeDataset;
  readonly ownerOf: (block: TextBlock) => LineOwner | undefined;
  readonly dateOf: (block: TextBlock) => DateReading | undefined;
  readonly isBroken: (block: TextBlock) => boolean;
}

/** What was understood of each line. */
export function lineReadings(text: ReadText): readonly LineReading[] {
  const { dataset } = text;
  const events = new Map(dataset.events.map((event) => [event.id, event]));
  const actors = new Map(dataset.actors.map((actor) => [actor.id, actor]));
  const sources = new Map(dataset.sources.map((source) => [source.id, source]));
  const publishers = hostPublishers(dataset.sources);
  const known = { actors, sources, publishers, of: [dataset.actors, dataset.sources] } as const;
  return text.uses.map((use, at): LineReading => {
    const { kind, block } = use;
    if (block === undefined) return { ...NOTHING, kind };
    const owner = text.ownerOf(block);
    const isHead = block.head === at;
    const event = isHead && owner?.kind === 'event' ? events.get(owner.id) : undefined;
    const date = isHead && kind !== 'unread' ? text.dateOf(block) : undefined;
    return {
      ...NOTHING,
      kind: isHead && text.isBroken(block) ? 'unread' : kind,
      owner,
      of: isHead || block.kind === 'head' ? undefined : block.head,
      date,
      dateAt: date === undefined ? undefined : placeOf(text.lines[at] ?? '', block.dateText),
      event: event === undefined || kind === 'unread' ? undefined : eventReading(event, known),
      source: kind === 'evidence' ? sourceOfLine(at, block, owner, { events, sources, publishers }) : undefined,
      problems: problemsOf(at, use, date, text),
    };
  });
}

const NOTHING: LineReading = {
  kind: 'blank',
  owner: undefined,
  of: undefined,
  date: undefined,
  dateAt: undefined,
  event: undefined,
  source: undefined,
  problems: [],
};

function placeOf(line: string, dateText: string | undefined): LineReading['dateAt'] {
  if (dateText === undefined) return undefined;
  const from = line.indexOf(dateText);
  return from < 0 ? undefined : [from, from + dateText.length];
}

interface Known {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly publishers: ReadonlyMap<string, string>;
  /** The lists that they are of. */
  readonly of: readonly [WholeDataset['actors'], WholeDataset['sources']];
}

const readings = new WeakMap<
  DiplomaticEvent,
  { readonly of: Known['of']; readonly rests: readonly unknown[]; readonly reading: EventReading }
>();

/** Made anew only where the event, its actors or its sources have changed. */
function eventReading(event: DiplomaticEvent, known: Known): EventReading {
  const before = readings.get(event);
  if (before !== undefined && before.of[0] === known.of[0] && before.of[1] === known.of[1]) return before.reading;
  const rests = [
    ...event.participants.map(({ actor }) => known.actors.get(actor)),
    ...event.evidence.map(({ source }) => known.sources.get(source)),
    ...event.evidence.map(({ source }) => suggested(known.sources.get(source), known.publishers)),
  ];
  if (before?.rests.length === rests.length && before.rests.every((each, at) => each === rests[at])) {
    readings.set(event, { ...before, of: known.of });
    return before.reading;
  }
  const { title, type, status, participants, evidence } = event;
  const reading: EventReading = {
    title,
    type,
    status: status.map(({ value }) => value),
    parties: participants.map(({ actor, role }) => ({ actor, role, label: known.actors.get(actor)?.label ?? actor })),
    sources: evidence.flatMap(({ source, quote }) => sourceReading(known.sources.get(source), quote, known.publishers)),
    more: moreOf(writeEvent(event, known.actors)),
  };
  readings.set(event, { of: known.of, rests, reading });
  return reading;
}

function sourceReading(
  source: Source | undefined,
  quote: string | undefined,
  publishers: ReadonlyMap<string, string>,
): readonly SourceReading[] {
  if (source === undefined) return [];
  const { id, url, published } = source;
  const given = source.publisher ?? (url === undefined ? source.title : undefined);
  const publisher = given ?? suggested(source, publishers);
  return [{ id, publisher, isSuggested: given === undefined && publisher !== undefined, url, published, quote }];
}

/** Who publishes what stands on a host: as other sources from there say, else the host by its name. */
function suggested(source: Source | undefined, publishers: ReadonlyMap<string, string>): string | undefined {
  if (source === undefined || source.publisher !== undefined || source.url === undefined) return undefined;
  const host = hostOf(source.url);
  return host === undefined ? undefined : (publishers.get(host) ?? host);
}

function hostOf(url: string): string | undefined {
  return parseUrl(url)?.host?.replace(/^www\d?\./, '');
}

const hostPublishers = memoByObject((sources: readonly Source[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const { url, publisher } of sources) {
    const host = url === undefined || publisher === undefined ? undefined : hostOf(url);
    if (host !== undefined && publisher !== undefined && !found.has(host)) found.set(host, publisher);
  }
  return found;
});

const SHOWN: ReadonlySet<string> = new Set(['id', 'title', 'summary', 'type', 'status', 'tags', 'media']);

/** How much of an event's record no line of text shows. */
function moreOf(file: FileRecord): EventReading['more'] {
  const counts = new Map<string, number>();
  for (const [key, value] of Object.entries(file)) {
    if (SHOWN.has(key)) continue;
    const field = MORE_FIELDS.some((known) => known === key) ? key : 'other';
    const count = hiddenIn(key, value);
    if (count > 0) counts.set(field, (counts.get(field) ?? 0) + count);
  }
  return MORE_FIELDS.flatMap((field) => {
    const count = counts.get(field);
    return count === undefined ? [] : [{ field, count }];
  });
}

/** Whether a record says more than these fields. */
function has(item: unknown, shown: readonly string[]): boolean {
  return typeof item === 'object' && item !== null && Object.keys(item).some((field) => !shown.includes(field));
}

function hiddenIn(key: string, value: unknown): number {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (key === 'participants') return items.filter((item) => has(item, ['actor', 'role'])).length;
  if (key === 'evidence') return items.filter((item) => has(item, ['source', 'quote', 'supports'])).length;
  if (key === 'date') return items.filter((item) => has(item, ['edtf', 'time', 'zone', 'display'])).length;
  return items.length;
}

function sourceOfLine(
  at: number,
  block: TextBlock,
  owner: LineOwner | undefined,
  {
    events,
    sources,
    publishers,
  }: Omit<Known, 'actors' | 'of'> & { readonly events: ReadonlyMap<string, DiplomaticEvent> },
): SourceReading | undefined {
  const event = owner?.kind === 'event' ? events.get(owner.id) : undefined;
  const place = (block.parts?.links.length ?? 0) + block.evidence.findIndex(({ line }) => line === at);
  const evidence = event?.evidence[place];
  return evidence === undefined
    ? undefined
    : sourceReading(sources.get(evidence.source), evidence.quote, publishers)[0];
}

function problemsOf(
  at: number,
  { kind, block, why }: LineUse,
  date: DateReading | undefined,
  { isBroken, lines }: ReadText,
): readonly LineProblem[] {
  const problems: LineProblem[] = [];
  if (kind === 'unread') problems.push(unreadProblem(why, lines[at] ?? ''));
  else if (block?.head === at && isBroken(block)) problems.push({ key: 'notebook.problem.record', params: {} });
  if (date?.sure === 'two-ways') problems.push({ key: 'notebook.problem.twoWays', params: {} });
  const quote = kind === 'evidence' ? block?.evidence.find(({ line }) => line === at)?.said.quote : undefined;
  if (quote !== undefined && countWords(quote) > MOST_QUOTED)
    problems.push({ key: 'notebook.problem.longQuote', params: { n: MOST_QUOTED, words: countWords(quote) } });
  return problems;
}

/** `30 Feb 2016: ...` is a day that there isn't. */
const LIKE_A_DAY = /^\s*(?:[-*•]\s+)?(3[01]|[12]?\d)\.?\s+(\p{L}+)\.?,?\s+(\d{4})\b/u;

function unreadProblem(why: LineUse['why'], line: string): LineProblem {
  if (why === 'title') return { key: 'notebook.problem.noTitle', params: {} };
  if (why === 'field') return { key: 'notebook.problem.field', params: {} };
  if (why === 'above') return { key: 'notebook.problem.above', params: {} };
  const [, day, month, year] = LIKE_A_DAY.exec(line) ?? [];
  return day === undefined || month === undefined || year === undefined
    ? { key: 'notebook.problem.noDate', params: {} }
    : { key: 'notebook.problem.noSuchDay', params: { date: `${day} ${month} ${year}` } };
}

/** "31 lines: 27 events, 3 headings, 1 not read", as numbers. */
export function countsOf(readingsOfLines: readonly LineReading[], { events }: WholeDataset): NotebookCounts {
  const of = (...kinds: readonly LineReading['kind'][]): number =>
    readingsOfLines.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    lines: readingsOfLines.length - of('blank'),
    events: events.length,
    sources: of('evidence'),
    headings: of('heading', 'title'),
    asOf: of('as-of'),
    unread: of('unread'),
    toSettle: readingsOfLines.filter(({ date }) => date?.sure === 'two-ways').length,
    withSource: events.filter(({ evidence }) => evidence.length > 0).length,
  };
}
