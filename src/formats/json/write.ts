import { runToEnd } from '../../base/steps';
import type { Steps } from '../../base/steps';
import type {
  Actor,
  Chapter,
  Dataset,
  DiplomaticEvent,
  Note,
  Opening,
  Period,
  Source,
  WholeDataset,
} from '../../model/dataset';
import { dateOfSpan } from '../../model/dates/edtf-of-span';
import { DAY_MS, timeSpan } from '../../model/dates/instant';
import { actorsById } from '../../model/lookups';
import { recordOf, shortest, some, writeDate, writeEvent, writeEvidence } from './write-event';
import type { FileRecord } from './write-event';

/** All of `writeSteps` at once. */
export function writeDataset(dataset: WholeDataset): string {
  return runToEnd(writeSteps(dataset));
}

/**
 * A dataset as the text of its file (docs/data.md), in slices: fields always in the same order, short forms where they
 * say as much, nothing that the reader works out by itself, fields that nobody knows where they stood. Reading the text
 * gives the dataset again. Of a dataset that came as columns it holds what `eventAt` tells (`wholeDataset` gives it).
 * `textOf` may remember what `eventText` gave, for who writes the same events again and again.
 */
export function* writeSteps(dataset: WholeDataset, textOf: typeof eventText = eventText): Steps<string> {
  const { sources, actors, chapters, notes, periods, events } = dataset;
  const lines = Object.entries(headRecord(dataset)).map(([key, value]) => property(key, value));
  const lists = { sources: sources.map(writeSource), actors: actors.map(writeActor) };
  for (const [key, records] of Object.entries(lists)) if (records.length > 0) lines.push(property(key, records));
  if (chapters.length > 0) lines.push(property('chapters', chapters.map(writeChapter)));
  if (notes.length > 0) lines.push(property('notes', notes.map(writeNote)));
  if (periods.length > 0) lines.push(property('periods', periods.map(writePeriod)));
  const known = actorsById(dataset);
  const texts: string[] = [];
  for (let from = 0; from < events.length; from += EVENTS_A_STEP) {
    yield from / events.length;
    for (const event of events.slice(from, from + EVENTS_A_STEP)) {
      texts.push(textOf(event, known));
    }
  }
  lines.push(`${INDENT}"events": [${texts.length === 0 ? '' : `\n${texts.join(',\n')}\n${INDENT}`}]`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

const EVENTS_A_STEP = 256;
const INDENT = '  ';

/** An event as it stands in the list of a file; `known` are the dataset's actors, by id. */
export function eventText(event: DiplomaticEvent, known: ReadonlyMap<string, Actor>): string {
  return INDENT + INDENT + indented(writeEvent(event, known), INDENT + INDENT);
}

function property(key: string, value: unknown): string {
  return `${INDENT}${JSON.stringify(key)}: ${indented(value, INDENT)}`;
}

/** JSON whose further lines stand so far in. Line breaks inside texts are escaped, so that each is a line of JSON. */
function indented(value: unknown, indent: string): string {
  return JSON.stringify(value, undefined, INDENT).replaceAll('\n', `\n${indent}`);
}

export function headRecord(dataset: Dataset): FileRecord {
  const { schemaVersion, language } = dataset;
  // As files of 1.0 call it.
  const isFirst = /^1\.0(?:\.|$)/.test(schemaVersion);
  return recordOf(
    {
      $schema: dataset.$schema,
      schemaVersion,
      id: dataset.id,
      title: dataset.title,
      description: dataset.description,
      lang: isFirst ? undefined : language,
      language: isFirst ? language : undefined,
      asOf: dataset.asOf?.edtf,
      licence: dataset.licence,
      opening: dataset.opening && writeOpening(dataset.opening),
      curators: some(dataset.curators),
      modified: dataset.modified,
      version: dataset.version,
      corrections: some(dataset.corrections.map((each) => recordOf({ date: each.date, text: each.text }, each))),
    },
    dataset,
  );
}

function writeOpening(opening: Opening): FileRecord {
  const { from, to, scale, group, expanded } = opening;
  return recordOf(
    {
      from: from === undefined ? undefined : edtfFrom(from),
      to: to === undefined ? undefined : edtfUpTo(to),
      scale,
      group,
      expanded,
    },
    opening,
  );
}

const MINUTE_MS = 60_000;

/** A date that begins at an instant. */
function edtfFrom(start: number): string {
  return start % DAY_MS === 0 ? edtfOfDay(start) : `${new Date(start).toISOString().slice(0, 19)}Z`;
}

/** A date that ends at an instant, which is not inside. */
function edtfUpTo(end: number): string {
  return end % DAY_MS === 0 ? edtfOfDay(end - DAY_MS) : edtfFrom(end - MINUTE_MS);
}

/** Of years past 9999 EDTF has no days. */
function edtfOfDay(start: number): string {
  const year = new Date(start).getUTCFullYear();
  return Math.abs(year) > 9999 ? `Y${year}` : dateOfSpan(timeSpan(start, start + DAY_MS)).edtf;
}

export function writeSource(source: Source): FileRecord {
  const { id, kind, publisher, ownership, title, dateline, published, note, grade } = source;
  // Null says that there is no address; the note says why.
  const url = source.url ?? (note === undefined ? undefined : null);
  return recordOf({ id, kind, publisher, ownership, title, dateline, published, url, note, grade }, source);
}

export function writeActor(actor: Actor): FileRecord {
  return recordOf(
    {
      id: actor.id,
      label: actor.label === actor.id ? undefined : actor.label,
      kind: actor.kind,
      countries: some(actor.countries),
      altNames: some(actor.altNames),
      memberOf: some(actor.memberOf),
      offices: some(
        actor.offices.map((office) =>
          shortest(recordOf({ title: office.title, country: office.country, asOf: office.asOf }, office)),
        ),
      ),
      designations: some(
        actor.designations.map((each) =>
          recordOf({ by: each.by, what: each.what, accordingTo: each.accordingTo }, each),
        ),
      ),
      note: actor.note,
    },
    actor,
  );
}

export function writeChapter(chapter: Chapter): FileRecord {
  const { id, title, from, to, text, view, events, evidence } = chapter;
  return recordOf(
    {
      id,
      title,
      from: from?.edtf,
      to: to?.edtf,
      text,
      view,
      events: some(events),
      evidence: writeEvidence(evidence),
    },
    chapter,
  );
}

export function writeNote(note: Note): FileRecord {
  const { id, text, event, from, to, evidence } = note;
  return recordOf({ id, text, event, from: from?.edtf, to: to?.edtf, evidence: writeEvidence(evidence) }, note);
}

export function writePeriod(period: Period): FileRecord {
  const { id, label, date, countries, evidence } = period;
  return recordOf(
    { id, label, date: writeDate(date), countries: some(countries), evidence: writeEvidence(evidence) },
    period,
  );
}
