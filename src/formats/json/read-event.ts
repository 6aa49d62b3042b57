import type { Claim, DiplomaticEvent, Evidence, Participant, Relation, Statement } from '../../model/dataset';
import type { EventDate } from '../../model/dates/event-date';
import type { CountryRole } from '../../model/vocabulary';
import { ACTING_ROLES, EVIDENCE_FIELDS } from '../../model/vocabulary';
import type { ActorRegister } from './actor-register';
import { checkEvent } from './check-event';
import { shortenAtWord } from '../../base/clean-text';
import { decodeRecord } from './decode';
import { readEventDate } from './event-date-field';
import { isAnnounced, stanceOf } from './event-stance';
import { checkedEdtf } from './read-parties';
import { entryPath, keepIndices } from '../rejections';
import type { RecordPlace, RejectionList } from '../rejections';
import { eventSchema } from './schema';
import type { FileEvent, FileParticipant } from './schema';

/** What the events of a file are read against. */
export interface EventContext {
  readonly asOf: EventDate | undefined;
  readonly actors: ActorRegister;
  /** Whether the file lists actors at all; where it does, an unknown name in the form of an id is worth a note. */
  readonly listsActors: boolean;
  readonly sourceIds: ReadonlySet<string>;
  readonly list: RejectionList;
}

const LONGEST_LABEL = 32;

/**
 * One event of the file; undefined when it is left out. Relations, claims and `about` still wait for the other events.
 */
export function readEvent(record: unknown, place: RecordPlace, context: EventContext): DiplomaticEvent | undefined {
  const { list, asOf } = context;
  const file = decodeRecord(eventSchema, record, place, list);
  if (file === undefined) return undefined;
  const date = readEventDate(file.date, place, list);
  // Read before giving up on the date: what else is wrong is told in the same go.
  const evidence = readEvidence(file, place, context);
  if (date === undefined) return undefined;
  const participants = readParticipants(file.participants, place, context);
  if (participants.length === 0) {
    list.reject(
      place,
      '/participants',
      Array.isArray(file.participants) && file.participants.length === 0 ? [] : undefined,
      list.t('expected.someParticipant'),
      'left-out',
    );
    return undefined;
  }
  const status = readStatus(file, place, list);
  const announced = isAnnounced(date, status, asOf);
  const event: DiplomaticEvent = {
    id: file.id,
    title: file.title,
    label: shortenAtWord(file.label ?? file.title, LONGEST_LABEL),
    summary: file.summary,
    date,
    type: file.type,
    mode: file.mode,
    ...stanceOf(file, announced),
    announced,
    cameo: readCameo(file),
    status,
    participants,
    countries: readCountries(file, participants, context),
    place:
      typeof file.place === 'string'
        ? { label: file.place, country: undefined }
        : file.place === undefined
          ? undefined
          : { label: file.place.label, country: file.place.country },
    evidence,
    statements: readStatements(file, place, context),
    claims: readClaims(file, context),
    attribution:
      typeof file.attribution === 'string'
        ? { voice: file.attribution, via: undefined }
        : file.attribution === undefined
          ? undefined
          : { voice: file.attribution.voice, via: file.attribution.via },
    caveats: (file.caveats ?? []).map(({ kind, text }) => ({ kind: kind ?? 'ambiguity', text })),
    relations: readRelations(file, list),
    importance: file.importance ?? 2,
  };
  checkEvent(event, file, asOf, place, list);
  return event;
}

function readClaims({ claims = [] }: FileEvent, context: EventContext): readonly Claim[] {
  return keepIndices(
    context.list,
    claims,
    claims.map(({ id, claimedBy, text, about }) => ({
      id,
      claimedBy: actorIdOr(claimedBy, context),
      text,
      about,
    })),
  );
}

function readRelations({ relations = [] }: FileEvent, list: RejectionList): readonly Relation[] {
  return keepIndices(
    list,
    relations,
    relations.map(({ type, to, certainty }) => ({ type, to, certainty: certainty ?? 'certain' })),
  );
}

function readCameo({ cameo }: FileEvent): DiplomaticEvent['cameo'] {
  if (cameo === undefined) return undefined;
  return typeof cameo === 'string'
    ? { code: cameo, fit: undefined, alternates: [] }
    : { code: cameo.code, fit: cameo.fit, alternates: cameo.alternates ?? [] };
}

function readStatus({ status = [] }: FileEvent, place: RecordPlace, list: RejectionList): DiplomaticEvent['status'] {
  return status.map((entry, index) =>
    typeof entry === 'string'
      ? { value: entry, asOf: undefined }
      : {
          value: entry.value,
          asOf: checkedEdtf(entry.asOf, `${entryPath(list, '/status', status, index)}/asOf`, place, list),
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
      found.set(key, { actor, role, office: long?.office, claimedBy: actorIdOr(long?.claimedBy, context) });
  });
  return [...found.values()];
}

/** `john-kerry` is meant as an id, "John Kerry" as a name. */
function looksLikeId(text: string): boolean {
  return /^[a-z0-9]+(?:[-_][a-z0-9]+)+$/.test(text);
}

/** The id of the actor meant; a name that no actor has is kept as a name. */
function actorIdOr(idOrName: string | undefined, { actors }: EventContext): string | undefined {
  return idOrName === undefined ? undefined : (actors.find(idOrName)?.id ?? idOrName);
}

/** The file's own, else the countries of those who act (of all, where nobody does). */
function readCountries(
  file: FileEvent,
  participants: readonly Participant[],
  { actors }: EventContext,
): DiplomaticEvent['countries'] {
  const acting = participants.filter(({ role }) => ACTING_ROLES.has(role));
  const involved = (acting.length > 0 ? acting : participants).flatMap(
    ({ actor }) => actors.byId.get(actor)?.countries ?? [],
  );
  const entries =
    file.countries?.map((entry): { country: string; role: CountryRole } =>
      typeof entry === 'string'
        ? { country: entry, role: 'acting' }
        : { country: entry.country, role: entry.role ?? 'acting' },
    ) ?? involved.map((country) => ({ country, role: 'acting' as const }));
  return [...new Map(entries.map((entry) => [`${entry.country} ${entry.role}`, entry])).values()];
}

function readEvidence(
  { evidence = [] }: FileEvent,
  place: RecordPlace,
  { sourceIds, list }: EventContext,
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
  return statements.flatMap(({ speaker, kind, text, quote }, index): Statement[] => {
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
    return [{ speaker: known ?? speaker, kind: kind ?? (quote === undefined ? 'indirect' : 'direct'), text, quote }];
  });
}
