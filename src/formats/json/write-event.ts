import { shortenAtWord } from '../../base/clean-text';
import { actingCountries } from '../../model/acting-countries';
import type { Actor, DiplomaticEvent, Evidence, Extended, Media, Participant, Statement } from '../../model/dataset';
import type { EventDate } from '../../model/dates/event-date';
import { isDateFault, parseEventDate } from '../../model/dates/parse-event-date';
import { LONGEST_LABEL } from '../../model/longest-label';
import { stanceOf } from '../../model/event-stance';
import { EVIDENCE_FIELDS } from '../../model/vocabulary';

/** A record of a file: its fields in the order they are written in. */
export type FileRecord = Readonly<Record<string, unknown>>;

/**
 * An event as a file has it: what the reader works out by itself is left out, and short forms stand where they say as
 * much. `actors` are those of the dataset, by id.
 */
export function writeEvent(event: DiplomaticEvent, actors: ReadonlyMap<string, Actor>): FileRecord {
  const { type, mode, cameo, participants, countries } = event;
  const usualCountries = JSON.stringify(actingCountries(participants, actors));
  return recordOf(
    {
      id: event.id,
      title: event.title,
      label: unless(event.label, shortenAtWord(event.title, LONGEST_LABEL)),
      summary: event.summary,
      date: event.date && writeDate(event.date),
      type,
      mode,
      tone: unless(event.tone, stanceOf({ type, mode, cameo }, event.announced).tone),
      cameo:
        cameo && shortest(recordOf({ code: cameo.code, fit: cameo.fit, alternates: some(cameo.alternates) }, cameo)),
      status: some(event.status.map((each) => shortest(recordOf({ value: each.value, asOf: each.asOf }, each)))),
      participants: some(participants.map(writeParticipant)),
      countries:
        JSON.stringify(countries) === usualCountries
          ? undefined
          : countries.map((each) =>
              shortest(recordOf({ country: each.country, role: unless(each.role, 'acting') }, each)),
            ),
      place: event.place && shortest(recordOf({ label: event.place.label, country: event.place.country }, event.place)),
      evidence: writeEvidence(event.evidence),
      statements: some(event.statements.map(writeStatement)),
      claims: some(
        event.claims.map((claim) =>
          recordOf({ id: claim.id, claimedBy: claim.claimedBy, text: claim.text, about: claim.about }, claim),
        ),
      ),
      attribution:
        event.attribution &&
        shortest(recordOf({ voice: event.attribution.voice, via: event.attribution.via }, event.attribution)),
      caveats: some(
        event.caveats.map((caveat) => recordOf({ kind: unless(caveat.kind, 'ambiguity'), text: caveat.text }, caveat)),
      ),
      relations: some(
        event.relations.map((relation) =>
          recordOf(
            { type: relation.type, to: relation.to, certainty: unless(relation.certainty, 'certain') },
            relation,
          ),
        ),
      ),
      media: event.media && writeMedia(event.media),
      importance: unless(event.importance, 2),
    },
    event,
  );
}

/**
 * Evidence of an event, a chapter ...; a source alone supports everything, and beside more than that it is said what.
 * Undefined where there is none.
 */
export function writeEvidence(evidence: readonly Evidence[]): readonly unknown[] | undefined {
  return some(
    evidence.map((each) => {
      const { source, locator, find, quote, supports } = each;
      const short = shortest(recordOf({ source, locator, find, quote }, each));
      const isAll = supports.join() === EVIDENCE_FIELDS.join();
      return typeof short === 'string' && isAll ? short : recordOf({ source, locator, find, quote, supports }, each);
    }),
  );
}

/** A date as its EDTF string where that is all there is to it. */
export function writeDate(date: EventDate): string | FileRecord {
  const { edtf, clock, basis, display, note } = date;
  return shortest(recordOf({ edtf, time: timeOf(date), zone: clock?.zone, basis, display, note }, date));
}

/** The hour by RFC 3339; undefined where the EDTF string has it, and where there is none. */
function timeOf({ edtf, clock }: EventDate): string | undefined {
  if (clock === undefined) return undefined;
  const alone = edtf.includes('T') ? parseEventDate(edtf) : undefined;
  if (alone !== undefined && !isDateFault(alone) && alone.clock?.civil === clock.civil) return undefined;
  const minutes = Math.round((clock.civil - clock.at) / 60_000);
  const ahead = Math.abs(minutes);
  const offset = `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(ahead / 60))}:${twoDigits(ahead % 60)}`;
  return `${new Date(clock.civil).toISOString().slice(0, 19)}${minutes === 0 ? 'Z' : offset}`;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}

function writeParticipant(participant: Participant): unknown {
  const { actor, role, office, claimedBy } = participant;
  return shortest(recordOf({ actor, role: unless(role, 'party'), office, claimedBy }, participant));
}

function writeStatement(statement: Statement): FileRecord {
  const { speaker, kind, text, quote } = statement;
  const usual = quote === undefined ? 'indirect' : 'direct';
  return recordOf({ speaker, kind: unless(kind, usual), text, quote }, statement);
}

function writeMedia(media: Media): FileRecord {
  const { src, description, credit, licence } = media;
  return recordOf({ src, description, credit, licence }, media);
}

/** The fields that are there, in their order, and then those that this version doesn't know. */
export function recordOf(known: FileRecord, { extra = {} }: Extended): FileRecord {
  return Object.fromEntries([
    ...Object.entries(known).filter(([, value]) => value !== undefined),
    ...Object.entries(extra).filter(([key]) => !Object.hasOwn(known, key)),
  ]);
}

/** The value of a record's first field, where it has no other: the short form of most that has one. */
export function shortest(record: FileRecord): string | FileRecord {
  const [value, ...others] = Object.values(record);
  return typeof value === 'string' && others.length === 0 ? value : record;
}

/** Undefined for an empty list. */
export function some<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items;
}

/** Undefined for a value that the reader takes where the file says nothing. */
function unless<Value>(value: Value, usual: Value): Value | undefined {
  return value === usual ? undefined : value;
}
