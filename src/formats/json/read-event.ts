import { actingCountries } from '../../model/acting-countries';
import type {
  Caveat,
  Claim,
  DiplomaticEvent,
  EventCountry,
  Evidence,
  Media,
  Participant,
  Relation,
  Statement,
} from '../../model/dataset';
import type { EventDate } from '../../model/dates/event-date';
import { LONGEST_LABEL } from '../../model/longest-label';
import { isAnnounced, stanceOf } from '../../model/event-stance';
import { EVIDENCE_FIELDS } from '../../model/vocabulary';
import type { ActorRegister } from './actor-register';
import { checkEvent } from './check-event';
import { shortenAtWord } from '../../base/clean-text';
import { decodeRecord, extraOf, withExtra } from './decode';
import { readEventDate } from './event-date-field';
import { checkedEdtf } from './read-parties';
import { entryPath, keepIndices } from '../rejections';
import type { RecordPlace, RejectionList } from '../rejections';
import { MEDIA_ADDRESSES } from './media';
import { eventSchema } from './schema';
import type { FileEvent, FileEvidence, FileParticipant } from './schema';

/** What the events of a file are read against. */
export interface EventContext {
  readonly asOf: EventDate | undefined;
  readonly actors: ActorRegister;
  /** Whether the file lists actors at all; where it does, an unknown name in the form of an id is worth a note. */
  readonly listsActors: boolean;
  readonly sourceIds: ReadonlySet<string>;
  /** Goes up with each event. */
  readonly used: { mediaBytes: number };
  readonly list: RejectionList;
}

/**
 * One event of the file; undefined when it is left out. Relations, claims and `about` still wait for the other events,
 * and the names of speakers and claimants for all actors.
 */
export function readEvent(record: unknown, place: RecordPlace, context: EventContext): DiplomaticEvent | undefined {
  const { list, asOf } = context;
  const file = decodeRecord(eventSchema, record, place, list);
  if (file === undefined) return undefined;
  const date = file.date === undefined ? undefined : readEventDate(file.date, place, list);
  // Read before giving up on the date: what else is wrong is told in the same go.
  const evidence = readEvidence(file.evidence, place, context);
  if (file.date !== undefined && date === undefined) return undefined;
  const participants = readParticipants(file.participants ?? [], place, context);
  const status = readStatus(file, place, list);
  const cameo = readCameo(file);
  const announced = isAnnounced(date, status, asOf);
  const event: DiplomaticEvent = {
    id: file.id,
    title: file.title,
    label: file.label ?? shortenAtWord(file.title, LONGEST_LABEL),
    summary: file.summary,
    date,
    type: file.type,
    mode: file.mode,
    ...stanceOf({ type: file.type, mode: file.mode, tone: file.tone, cameo }, announced),
    announced,
    cameo,
    status,
    participants,
    countries: readCountries(file, participants, context),
    place: readPlace(file),
    evidence,
    statements: readStatements(file, place, context),
    claims: readClaims(file, context),
    attribution: readAttribution(file),
    caveats: (file.caveats ?? []).map((caveat): Caveat =>
      withExtra({ kind: caveat.kind ?? 'ambiguity', text: caveat.text }, caveat),
    ),
    relations: readRelations(file, list),
    media: readMedia(file, place, context),
    importance: file.importance ?? 2,
    ...extraOf(file),
  };
  checkEvent(event, asOf, place, list);
  return event;
}

function readPlace({ place }: FileEvent): DiplomaticEvent['place'] {
  if (place === undefined) return undefined;
  return typeof place === 'string'
    ? { label: place, country: undefined }
    : { label: place.label, country: place.country, ...extraOf(place) };
}

function readAttribution({ attribution }: FileEvent): DiplomaticEvent['attribution'] {
  if (attribution === undefined) return undefined;
  return typeof attribution === 'string'
    ? { voice: attribution, via: undefined }
    : { voice: attribution.voice, via: attribution.via, ...extraOf(attribution) };
}

/** Pictures in the file itself are counted together: past the most that a file may hold they are dropped. */
function readMedia({ media }: FileEvent, place: RecordPlace, context: EventContext): Media | undefined {
  const code = MEDIA_ADDRESSES.now();
  if (media === undefined || code === undefined) return undefined;
  const { list, used } = context;
  const bytes = code.mediaBytes(media.src);
  if (used.mediaBytes + bytes > code.MOST_MEDIA_BYTES) {
    list.reject(place, '/media/src', media.src, list.t('expected.mediaTogether'), 'dropped');
    return undefined;
  }
  used.mediaBytes += bytes;
  const { src, description, credit, licence } = media;
  return { src, description, credit, licence, ...extraOf(media) };
}

function readClaims({ claims = [] }: FileEvent, { list }: EventContext): readonly Claim[] {
  return keepIndices(
    list,
    claims,
    claims.map((claim) => ({
      id: claim.id,
      claimedBy: claim.claimedBy,
      text: claim.text,
      about: claim.about,
      ...extraOf(claim),
    })),
  );
}

function readRelations({ relations = [] }: FileEvent, list: RejectionList): readonly Relation[] {
  return keepIndices(
    list,
    relations,
    relations.map((relation) => ({
      type: relation.type,
      to: relation.to,
      certainty: relation.certainty ?? 'certain',
      ...extraOf(relation),
    })),
  );
}

function readCameo({ cameo }: FileEvent): DiplomaticEvent['cameo'] {
  if (cameo === undefined) return undefined;
  return typeof cameo === 'string'
    ? { code: cameo, fit: undefined, alternates: [] }
    : { code: cameo.code, fit: cameo.fit, alternates: cameo.alternates ?? [], ...extraOf(cameo) };
}

function readStatus({ status = [] }: FileEvent, place: RecordPlace, list: RejectionList): DiplomaticEvent['status'] {
  return status.map((entry, index) =>
    typeof entry === 'string'
      ? { value: entry, asOf: undefined }
      : {
          value: entry.value,
          asOf: checkedEdtf(entry.asOf, `${entryPath(list, '/status', status, index)}/asOf`, place, list),
          ...extraOf(entry),
        },
  );
}

/** Long forms must name an actor of the file; a bare name makes one. The same actor in the same role counts once. */
function readParticipants(
  file: readonly FileParticipant[],
  place: RecordPlace,
  context: EventContext,
): readonly Participant[] {
  const { actors, list, listsActors } = context;
  const found = new Map<string, Participant>();
  file.forEach((entry, index) => {
    const path = entryPath(list, '/participants', file, index);
    const long = typeof entry === 'string' ? undefined : entry;
    const idOrName = typeof entry === 'string' ? entry : entry.actor;
    const known = actors.find(idOrName);
    if (known === undefined && long !== undefined) {
      list.reject(place, `${path}/actor`, idOrName, list.t('expected.knownActor'), 'dropped');
      return;
    }
    if (known === undefined && listsActors && looksLikeId(idOrName)) {
      list.reject(place, path, idOrName, list.t('expected.actorOrName'), 'noted');
    }
    const actor = (known ?? actors.findOrMake(idOrName)).id;
    const role = long?.role ?? 'party';
    const key = JSON.stringify([actor, role]);
    if (!found.has(key))
      found.set(key, { actor, role, office: long?.office, claimedBy: long?.claimedBy, ...extraOf(long) });
  });
  return [...found.values()];
}

/** `john-kerry` is meant as an id, "John Kerry" as a name. */
function looksLikeId(text: string): boolean {
  return /^[a-z0-9]+(?:[-_][a-z0-9]+)+$/.test(text);
}

/** The file's own, else the countries of those who act (of all, where nobody does). */
function readCountries(
  { countries }: FileEvent,
  participants: readonly Participant[],
  { actors }: EventContext,
): DiplomaticEvent['countries'] {
  if (countries === undefined) return actingCountries(participants, actors.byId);
  const entries = countries.map((entry): EventCountry =>
    typeof entry === 'string'
      ? { country: entry, role: 'acting' }
      : { country: entry.country, role: entry.role ?? 'acting', ...extraOf(entry) },
  );
  return [...new Map(entries.map((entry) => [`${entry.country} ${entry.role}`, entry])).values()];
}

/** What of a record's evidence names a source of the file. */
export function readEvidence(
  evidence: FileEvidence = [],
  place: RecordPlace,
  { sourceIds, list }: Pick<EventContext, 'sourceIds' | 'list'>,
): readonly Evidence[] {
  return evidence.flatMap((entry, index): Evidence[] => {
    const long = typeof entry === 'string' ? undefined : entry;
    const source = typeof entry === 'string' ? entry : entry.source;
    if (!sourceIds.has(source)) {
      const path = entryPath(list, '/evidence', evidence, index);
      list.reject(
        place,
        long === undefined ? path : `${path}/source`,
        source,
        list.t('expected.knownSource'),
        'dropped',
      );
      return [];
    }
    const named = long?.supports;
    return [
      {
        source,
        locator: long?.locator,
        find: long?.find,
        quote: long?.quote,
        supports: named === undefined ? EVIDENCE_FIELDS : [...new Set(named)],
        ...extraOf(long),
      },
    ];
  });
}

function readStatements(
  { statements = [] }: FileEvent,
  place: RecordPlace,
  context: EventContext,
): readonly Statement[] {
  const { list } = context;
  return statements.flatMap((statement, index): Statement[] => {
    const { speaker, kind, text, quote } = statement;
    if (text === undefined && quote === undefined) {
      list.reject(
        place,
        entryPath(list, '/statements', statements, index),
        undefined,
        list.t('expected.someWords'),
        'dropped',
      );
      return [];
    }
    const known = context.actors.find(speaker)?.id;
    if (known === undefined && context.listsActors && looksLikeId(speaker)) {
      list.reject(
        place,
        `${entryPath(list, '/statements', statements, index)}/speaker`,
        speaker,
        list.t('expected.actorOrName'),
        'noted',
      );
    }
    const usual = quote === undefined ? 'indirect' : 'direct';
    return [{ speaker, kind: kind ?? usual, text, quote, ...extraOf(statement) }];
  });
}
