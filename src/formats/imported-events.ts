import { cleanText, showableText } from '../base/clean-text';
import { firstSentence } from '../base/first-sentence';
import { makeFreeIds } from '../base/free-ids';
import { numbered } from '../base/numbered';
import { runToEnd } from '../base/steps';
import type { Steps } from '../base/steps';
import type { Translate } from '../base/translate';
import type { Dataset, DiplomaticEvent, Period, Relation } from '../model/dataset';
import { datasetHead } from '../model/dataset-head';
import { dateInWords } from '../model/dates/date-prose';
import type { EventDate } from '../model/dates/event-date';
import { isDateFault, parseEventDate } from '../model/dates/parse-event-date';
import { eventOfSketch } from '../model/event-of-sketch';
import type { EventSketch } from '../model/event-of-sketch';
import type { Rejection } from '../model/rejection';
import { makeImportedActors } from './imported/imported-actors';
import type { ImportedEvent, ImportedPeriod, ImportedSource } from './imported/imported-event';
import { makeImportedEvidence } from './imported/imported-evidence';
import { makeWordedDates } from './imported/worded-dates';
import { makeImportedTexts } from './imported/imported-texts';
import { idFromName } from './json/bare-actor';
import { lastDatedDay } from './json/last-dated-day';
import type { PlanNote } from './reader';
import { foundInWords, makeRejectionList } from './rejections';
import type { RejectionList } from './rejections';

/**
 * Events on their way from a format whose records are events already. Nothing is lost: what has no date stands on the
 * shelf "No date", what has no title gets one of its text, an id that another record has is made another; all of it
 * counted in the notes.
 */
export interface ImportedEvents {
  readonly t: Translate;
  /** One event after those before it. O(1) but for its texts. */
  readonly add: (event: ImportedEvent) => void;
  /** A source that no event rests on yet; its id, undefined where nothing is said of it. */
  readonly addSource: (source: ImportedSource) => string | undefined;
  readonly addPeriod: (period: ImportedPeriod) => void;
  /** What could not be used. */
  readonly reject: (fault: ImportedFault) => void;
  /** The same as readers of JSON tell it. */
  readonly faults: RejectionList;
  /** What a person should know of the file; stands before what is counted here. Said once, however often. */
  readonly note: (kind: PlanNote['kind'], text: string) => void;
  /** What the file says of itself; a later word overrules an earlier one, undefined nothing. */
  readonly describe: (head: ImportedHead) => void;
  /** Events so far. */
  readonly size: () => number;
  readonly finish: () => Imported;
  /** The same in slices. */
  readonly finishInSteps: () => Steps<Imported>;
}

export interface ImportedHead {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** The day it looks from, an EDTF day; absent: where something goes on, its last dated day. */
  readonly asOf?: string | undefined;
  /** BCP 47, of its texts. */
  readonly language?: string | undefined;
  readonly licence?: string | undefined;
}

/** A fault of the file as it is told; `expected` completes "expected ...". */
export interface ImportedFault extends Omit<Rejection, 'found' | 'record'> {
  readonly record?: string | undefined;
  readonly found: unknown;
}

export interface Imported {
  readonly dataset: Dataset;
  /** In the file's order. */
  readonly events: readonly DiplomaticEvent[];
  readonly rejections: readonly Rejection[];
  readonly notes: readonly PlanNote[];
}

/** None yet. `name` is the file's, which stands in for a title; `t` says what is told. */
export function makeImportedEvents({
  name,
  t,
  ...head
}: ImportedHead & { name: string; t: Translate }): ImportedEvents {
  const sketches: EventSketch[] = [];
  const periods: Period[] = [];
  const notes: PlanNote[] = [];
  const said = new Set<string>();
  const faults = makeRejectionList(t);
  const actors = makeImportedActors();
  const texts = makeImportedTexts();
  const evidence = makeImportedEvidence(texts);
  const dates = makeWordedDates(t);
  const ids = makeIds('e');
  /** By the id that the file gives, the first event that has it. */
  const ownIds = new Map<string, string>();
  const partOf = new Map<string, string>();
  const periodIds = makeIds('p');
  const counts = { undated: 0, titled: 0, untitled: 0 };
  let described: ImportedHead = head;

  const reject = ({ where, record, field, found, ...rest }: ImportedFault): void => {
    faults.rejections.push({
      where: showableText(where, 200),
      record: record === undefined ? undefined : showableText(record, 200),
      field: showableText(field, 200),
      found: foundInWords(found, t),
      ...rest,
    });
  };

  const add = (event: ImportedEvent): void => {
    const links: ImportedSource[] = [];
    const summary = texts.block(event.summary, event.markup, links);
    const title = texts.line(event.title, event.markup, links);
    const participants = actors.take(event.participants ?? []);
    const made = title ?? titleOf(summary, event);
    const madeTitle = made ?? t('imported.untitled');
    if (title === undefined) counts[made === undefined ? 'untitled' : 'titled'] += 1;
    const date = event.date ?? (event.mayBeWords === true ? dates.read(event.dateText ?? '') : undefined);
    if (date === undefined) {
      counts.undated += 1;
      const found = event.dateText?.trim() ?? '';
      if (found !== '')
        reject({
          where: event.where,
          record: madeTitle,
          field: 'date',
          found,
          expected: t('imported.expected.date'),
          effect: 'dropped',
        });
    }
    const { type, tone, importance, status = [], caveats = [], extra } = event;
    const id = ids.take(event.id);
    if (event.id !== undefined && !ownIds.has(event.id)) ownIds.set(event.id, id);
    if (event.partOf !== undefined) partOf.set(id, event.partOf);
    sketches.push({
      id,
      title: madeTitle,
      summary,
      date,
      type,
      ...(tone === undefined ? {} : { tone }),
      status: status.map((value) => ({ value, asOf: undefined })),
      participants,
      place: placeOf(event, texts.line),
      evidence: evidence.take({ ...event, date }, links),
      caveats: caveats.map(({ kind, text }) => ({ kind, text: cleanText(text) })),
      ...(importance === undefined ? {} : { importance }),
      ...(extra === undefined || Object.keys(extra).length === 0 ? {} : { extra }),
    });
  };

  const finishInSteps = function* finish(): Steps<Imported> {
    const list = [...notes, ...dates.notes(), ...countedNotes()];
    const asOf = yield* dayToLookFrom(described.asOf, sketches);
    if (asOf !== undefined && described.asOf === undefined)
      list.push({ kind: 'settled', text: t('imported.note.asOf', { date: dateInWords(asOf, t) }) });
    const dataset: Dataset = {
      ...headOf(described, name),
      asOf,
      sources: evidence.sources(),
      actors: actors.all(),
      periods,
    };
    const events: DiplomaticEvent[] = [];
    for (const [index, sketch] of numbered(sketches)) {
      if (index % EVENTS_A_STEP === 0) yield index / sketches.length;
      const whole = ownIds.get(partOf.get(sketch.id) ?? '');
      const relations = whole === undefined || whole === sketch.id ? [] : [partOfRelation(whole)];
      events.push(eventOfSketch({ ...sketch, relations }, dataset));
    }
    return { dataset, events, rejections: faults.rejections, notes: list };
  };

  const countedNotes = (): readonly PlanNote[] => {
    const { markup, links } = texts.counts();
    return (
      [
        ['imported.note.noDate', counts.undated],
        ['imported.note.titles', counts.titled],
        ['imported.note.untitled', counts.untitled],
        ['imported.note.ids', ids.renamed()],
        ['imported.note.markup', markup],
        ['imported.note.links', links],
        ['imported.note.sources', evidence.sources().length],
      ] as const
    ).flatMap(([key, n]) => (n === 0 ? [] : [{ kind: 'settled' as const, text: t(key, { n }) }]));
  };

  return {
    t,
    add,
    addSource: evidence.addSource,
    addPeriod: ({ label, date, countries = [] }) => {
      const words = texts.line(label, undefined, []) ?? dateInWords(date, t);
      periods.push({ id: periodIds.take(idFromName(words)), label: words, date, countries, evidence: [] });
    },
    reject,
    faults,
    note: (kind, text) => {
      if (said.has(text)) return;
      said.add(text);
      notes.push({ kind, text });
    },
    describe: (more) => {
      const known = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined));
      described = { ...described, ...known };
    },
    size: () => sketches.length,
    finish: () => runToEnd(finishInSteps()),
    finishInSteps,
  };
}

function partOfRelation(to: string): Relation {
  return { type: 'part-of', to, certainty: 'certain' };
}

/** Events between two places to stop: each costs some microseconds. */
const EVENTS_A_STEP = 256;

/** Ids of one list: its records' own as far as they are free, `e1`, `e2` ... for those without. */
function makeIds(letter: string): {
  readonly take: (id: string | undefined) => string;
  readonly renamed: () => number;
} {
  const taken = new Set<string>();
  const free = makeFreeIds((id) => taken.has(id));
  let renamed = 0;
  let made = 0;
  const next = (): string => {
    do made += 1;
    while (taken.has(`${letter}${made}`));
    return `${letter}${made}`;
  };
  return {
    take: (given) => {
      const id = cleanText(given ?? '')
        .replace(/\s+/g, ' ')
        .trim();
      const own = id === '' ? next() : taken.has(id) ? free(id) : id;
      if (id !== '' && own !== id) renamed += 1;
      taken.add(own);
      return own;
    },
    renamed: () => renamed,
  };
}

function titleOf(summary: string | undefined, { participants = [], media, source }: ImportedEvent): string | undefined {
  if (summary !== undefined) return firstSentence(summary);
  const names = participants.map(({ name }) => cleanText(name).trim()).filter((name) => name !== '');
  if (names.length > 0) return names.join(', ');
  return cleanText(media?.title ?? source?.title ?? '').trim() || undefined;
}

function placeOf(
  { place, markup }: Pick<ImportedEvent, 'place' | 'markup'>,
  line: (text: string | undefined, markup: ImportedEvent['markup'], links: ImportedSource[]) => string | undefined,
): EventSketch['place'] {
  const { label, country } = typeof place === 'string' ? { label: place, country: undefined } : (place ?? {});
  const words = line(label, markup === 'none' ? markup : undefined, []);
  return words === undefined ? undefined : { label: words, country };
}

function* dayToLookFrom(given: string | undefined, sketches: readonly EventSketch[]): Steps<EventDate | undefined> {
  const day = given === undefined ? undefined : parseEventDate(given);
  if (day !== undefined && !isDateFault(day)) return day;
  return yield* lastDatedDay(sketches);
}

function headOf({ title, description, language, licence }: ImportedHead, name: string): Dataset {
  const base = cleanText(name.slice(name.lastIndexOf('/') + 1).replace(/\.\w{1,8}$/, ''));
  const words = cleanText(title ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  const head = datasetHead({ id: idFromName(base), title: words || base, actors: [] });
  return { ...head, description: description && cleanText(description), language, licence };
}
