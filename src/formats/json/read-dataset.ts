import type { Translate } from '../../base/translate';
import type { DiplomaticEvent, WholeDataset } from '../../model/dataset';
import type { Rejection } from '../../model/rejection';
import { makeActorRegister } from './actor-register';
import type { ActorRegister } from './actor-register';
import { resolveLinks } from './check-references';
import type { PlacedEvent } from './check-references';
import { isRecord } from './decode';
import { FORMAT_VERSION, KNOWN_MAJOR, readHead } from './read-head';
import { DAMAGED } from './json-result';
import { idOf, placeOf, readActors, readSources } from './read-parties';
import type { FileList } from './read-parties';
import { readEvent } from './read-event';
import { dateInWords } from '../../model/dates/date-prose';
import { makeRejectionList } from '../rejections';
import type { RecordPlace, RejectionList } from '../rejections';
import { lazyCode } from '../../base/lazy-code';
import { runToEnd } from '../../base/steps';
import type { Steps } from '../../base/steps';
import { makeUniqueIds } from './unique-ids';
import type { JsonResult } from './json-result';
import type { OutlineContext } from './read-outline';
import { numbered } from '../../base/numbered';

/** Of a dataset, whatever it is read from. */
export const MOST_EVENTS = 1_000_000;
export const MOST_JSON_BYTES = 25_000_000;

/** Why a file was refused whole; `detail` is in the reader's language. */
export interface ReadProblem {
  readonly kind: 'not-json' | 'wrong-shape' | 'newer-version' | 'no-events' | 'too-large';
  readonly detail: string;
}

export type ReadResult =
  | { readonly ok: true; readonly dataset: WholeDataset; readonly rejections: readonly Rejection[] }
  /** `rejections` say why there is no usable event, where that is the problem. */
  | { readonly ok: false; readonly problem: ReadProblem; readonly rejections: readonly Rejection[] };

/**
 * A dataset file (docs/data.md) from its text. Every good record loads, every bad one becomes a Rejection; refused
 * whole only when it isn't JSON, is of a newer major version, too large, has no list of events, or none of them can be
 * used: an empty list is a dataset that has none yet. `sourceName` stands in for a missing title and id.
 */
export function readDataset(text: string, sourceName: string, t: Translate): ReadResult {
  return runToEnd(readDatasetInSteps(text, sourceName, t, readJsonAtOnce));
}

/**
 * The same a little at a time, for a text that would hold up the page, with `readJson` in the place of what gives the
 * value of a short one. All code that it may ask for has to be here.
 */
export function* readDatasetInSteps(
  text: string,
  sourceName: string,
  t: Translate,
  readJson: typeof readJsonAtOnce,
): Steps<ReadResult> {
  const list = makeRejectionList(t);
  const refuse = (kind: ReadProblem['kind'], detail: string): ReadResult => ({
    ok: false,
    problem: { kind, detail },
    rejections: list.rejections,
  });
  const bytes = byteLength(text);
  if (bytes > MOST_JSON_BYTES) {
    return refuse(
      'too-large',
      t('problem.tooLargeText', { megabytes: Math.ceil(bytes / 1e6), max: MOST_JSON_BYTES / 1e6 }),
    );
  }
  const json = yield* readJson(text.startsWith('\uFEFF') ? text.slice(1) : text, list);
  if (!json.ok) return refuse('not-json', t('problem.notJson', { where: json.where }));
  const { value: file } = json;
  if (!isRecord(file)) return refuse('wrong-shape', t('problem.notAnObject'));
  const version = versionOf(file);
  if (version !== undefined && Number.parseInt(version, 10) > KNOWN_MAJOR) {
    return refuse('newer-version', t('problem.newerVersion', { version: version.slice(0, 40), known: FORMAT_VERSION }));
  }
  const records = listOf(file, 'events', list);
  if (!Array.isArray(file['events'])) return refuse('no-events', t('problem.noEvents'));
  if (records.length > MOST_EVENTS)
    return refuse('too-large', t('problem.tooManyEvents', { n: records.length, max: MOST_EVENTS }));
  noteLostCharacters(text, list);
  const dataset = yield* readRecords(file, records, sourceName, list);
  return dataset.events.length === 0 && records.length > 0
    ? refuse('no-events', t('problem.noUsableEvent', { n: records.length }))
    : { ok: true, dataset, rejections: list.rejections };
}

/** Bytes that are no UTF-8 come as U+FFFD, and nobody can say what they were. */
function noteLostCharacters(text: string, list: RejectionList): void {
  const at = text.indexOf('\uFFFD');
  if (at < 0) return;
  list.reject(WHOLE, '', text.slice(Math.max(0, at - 20), at + 20).trim(), list.t('expected.utf8'), 'noted');
}

/** Records between two places to stop: one takes some ten microseconds, of the largest kind a hundred. */
const RECORDS_A_STEP = 32;

function* readRecords(
  file: Readonly<Record<string, unknown>>,
  records: readonly unknown[],
  sourceName: string,
  list: RejectionList,
): Steps<WholeDataset> {
  const { asOf, ...head } = yield* withDayToLookFrom(readHead(file, sourceName, list), records, list);
  yield 0;
  const sources = readSources(listOf(file, 'sources', list), list);
  yield 0;
  const listed = readActors(listOf(file, 'actors', list), list);
  const actors = makeActorRegister(listed);
  const context = {
    asOf,
    actors,
    listsActors: listed.length > 0,
    sourceIds: new Set(sources.map(({ id }) => id)),
    used: { mediaBytes: 0 },
    list,
  };
  const placed: PlacedEvent[] = [];
  yield 0;
  const ids = makeUniqueIds(records.map(idOf));
  for (const [index, record] of numbered(records)) {
    if (index % RECORDS_A_STEP === 0) yield (index / records.length) * 0.9;
    if (record === DAMAGED) continue;
    const place = placeOf('events', index, record);
    const event = readEvent(record, place, context);
    if (event !== undefined) placed.push({ event: { ...event, id: ids.take(event.id, place, list) }, place });
  }
  const resolved = yield* resolveLinks(placed, list);
  const events: DiplomaticEvent[] = [];
  for (const [index, event] of numbered(resolved)) {
    if (index % RECORDS_A_STEP === 0) yield 0.9 + (index / resolved.length) * 0.1;
    events.push(withLanguage(withNames(event, actors), head.language));
  }
  return {
    ...head,
    asOf,
    sources,
    actors: actors.all(),
    ...readOutline(file, { ...context, eventIds: new Set(events.map(({ id }) => id)) }),
    events,
  };
}

/** Loaded for the first file that has any of it. */
export const RARE_LISTS = lazyCode(() => import('./rare-lists').then(({ rareLists }) => rareLists));

/** Without the code there are none, until `withLazyCode` has loaded it and reads again. */
function readOutline(
  file: Readonly<Record<string, unknown>>,
  context: OutlineContext,
): Pick<WholeDataset, 'chapters' | 'notes' | 'periods'> {
  const chapters = listOf(file, 'chapters', context.list);
  const notes = listOf(file, 'notes', context.list);
  const periods = listOf(file, 'periods', context.list);
  const code = chapters.length + notes.length + periods.length === 0 ? undefined : RARE_LISTS.ask();
  return {
    chapters: code?.readChapters(chapters, context) ?? [],
    notes: code?.readNotes(notes, context) ?? [],
    periods: code?.readPeriods(periods, context) ?? [],
  };
}

/** Where something goes on and the file has no day to look from, it looks from its last dated one, and says so. */
function* withDayToLookFrom<Head extends Pick<WholeDataset, 'asOf'>>(
  head: Head,
  records: readonly unknown[],
  list: RejectionList,
): Steps<Head> {
  const code = head.asOf === undefined ? RARE_LISTS.ask() : undefined;
  const asOf = code && (yield* code.lastDatedDay(records));
  if (asOf === undefined) return head;
  const { t } = list;
  list.reject(WHOLE, '/asOf', undefined, t('expected.asOfTaken', { date: dateInWords(asOf, t) }), 'noted');
  return { ...head, asOf };
}

const WHOLE: RecordPlace = { pointer: '', record: undefined };

/** Who speaks and who claims, by the ids of actors; a name that no actor has is kept. Asks for all actors to be known. */
function withNames(event: DiplomaticEvent, actors: ActorRegister): DiplomaticEvent {
  const idOr = (name: string): string => actors.find(name)?.id ?? name;
  const claimed = <Item extends { readonly claimedBy: string | undefined }>(items: readonly Item[]): readonly Item[] =>
    items.some(({ claimedBy }) => claimedBy !== undefined)
      ? items.map((item) => (item.claimedBy === undefined ? item : { ...item, claimedBy: idOr(item.claimedBy) }))
      : items;
  return {
    ...event,
    participants: claimed(event.participants),
    claims: claimed(event.claims),
    statements: event.statements.map((statement) => ({ ...statement, speaker: idOr(statement.speaker) })),
  };
}

/** The author's words for a date say in which language they are. */
function withLanguage(event: DiplomaticEvent, language: string | undefined): DiplomaticEvent {
  const { date } = event;
  return language === undefined || date?.display === undefined
    ? event
    : { ...event, date: { ...date, displayLanguage: language } };
}

/** As text; undefined where it is absent, or neither text nor a number. */
function versionOf(file: Readonly<Record<string, unknown>>): string | undefined {
  const version = Object.hasOwn(file, 'schemaVersion') ? file['schemaVersion'] : undefined;
  return typeof version === 'string' || typeof version === 'number' ? String(version) : undefined;
}

/** One of the lists of a file; empty where it is absent, or reported as dropped where it is no list. */
function listOf(file: Readonly<Record<string, unknown>>, key: FileList, list: RejectionList): readonly unknown[] {
  if (!Object.hasOwn(file, key)) return [];
  const value = file[key];
  if (Array.isArray(value)) return value;
  list.reject({ pointer: `/${key}`, record: undefined }, '', value, list.t('expected.list'), 'dropped');
  return [];
}

/** Length in UTF-8, counted only where it could matter. */
function byteLength(text: string): number {
  if (text.length * 3 <= MOST_JSON_BYTES || text.length > MOST_JSON_BYTES) return text.length;
  return new TextEncoder().encode(text).length;
}

/** Loaded for the first text that isn't JSON. */
export const JSON_RECOVERY = lazyCode(() =>
  import('./recover-json').then(({ positionsIn, recoverJson, tellCut, tellLost }) => ({
    positionsIn,
    recoverJson,
    tellCut,
    tellLost,
  })),
);

/**
 * JSON, strictly; where that fails, what a tolerant reading saves: the top-level fields and the records of lists that
 * are complete and free of faults. Each fault becomes a rejection by line and column, and records it falls into are
 * DAMAGED.
 */
// oxlint-disable-next-line require-yield -- a text that is short has no place to stop in it
function* readJsonAtOnce(text: string, list: RejectionList): Steps<JsonResult> {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // Without the code nothing is saved, until `withLazyCode` has loaded it and asks once more.
    return JSON_RECOVERY.ask()?.recoverJson(text, list) ?? { ok: false, where: '' };
  }
}
