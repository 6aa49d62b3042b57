import { cleanText } from '../../base/clean-text';
import type { Translate } from '../../base/translate';
import type { Actor, Dataset, DiplomaticEvent, Evidence, Participant } from '../../model/dataset';
import { typedActor } from '../../model/typed-actor';
import { EVIDENCE_FIELDS } from '../../model/vocabulary';
import { isRecord } from '../json/decode';
import type { ActorRegister } from '../json/actor-register';
import { makeActorRegister } from '../json/actor-register';
import { readEvent } from '../json/read-event';
import { recordOf, writeEvent, writeEvidence } from '../json/write-event';
import { makeRejectionList } from '../rejections';
import { actorNamed, foldName } from './actor-names';
import { ABSENT } from './reading/field-lines';
import type { EventBase } from './notebook-memory';
import type { EventSaid, SourceSaid } from './reading/said';
import type { SourceRegister } from './source-register';

/** What events are made against while a text is read. */
export interface SayingContext {
  readonly t: Translate;
  readonly asOf: Dataset['asOf'];
  readonly language: string | undefined;
  readonly actors: ActorNames;
  readonly sources: SourceRegister;
  /** Whether anything but this record rests on a source. */
  readonly isShared: (source: string, record: string) => boolean;
}

/** Actors by name, those that lines make among them. */
export interface ActorNames {
  readonly register: ActorRegister;
  readonly find: (name: string) => Actor | undefined;
  readonly take: (name: string) => Actor;
}

/** Actors of a dataset; names that none has make new ones. */
export function makeActorNames(actors: readonly Actor[]): ActorNames {
  const register = makeActorRegister(actors, typedActor);
  const made = new Map<string, Actor>();
  const find = (name: string): Actor | undefined => actorNamed(name, actors) ?? made.get(foldName(name));
  return {
    register,
    find,
    take: (name) => {
      const known = find(name);
      if (known !== undefined) return known;
      const actor = register.findOrMake(cleanText(name));
      made.set(foldName(name), actor);
      return actor;
    },
  };
}

/**
 * An event as its lines say it now: what they say otherwise than they did is changed, everything else is as it was. It
 * passes the checks that a file's event passes; undefined where it can't be one.
 */
export function eventOfSaid(
  id: string,
  said: EventSaid,
  base: EventBase | undefined,
  before: DiplomaticEvent | undefined,
  context: SayingContext,
): DiplomaticEvent | undefined {
  const { actors, sources } = context;
  const known = base?.event;
  const isChanged = (field: keyof EventSaid): boolean =>
    base === undefined || JSON.stringify(base.said[field]) !== JSON.stringify(said[field]);
  const file: Record<string, unknown> = known === undefined ? { id } : { ...writeEvent(known, actors.register.byId) };
  const set = (field: string, value: unknown): void => {
    setField(file, field, value);
  };
  if (isChanged('title')) set('title', said.title);
  if (isChanged('date')) set('date', dateOf(said.date, file['date']));
  if (isChanged('type')) set('type', said.type);
  if (isChanged('status')) set('status', statusOf(said, known));
  if (isChanged('summary')) set('summary', said.summary);
  if (isChanged('tags')) set('tags', said.tags.length === 0 ? undefined : said.tags);
  if (isChanged('parties')) set('participants', participantsOf(said, known, context));
  if (isChanged('evidence')) set('evidence', evidenceOf(id, said, base, before, context));
  if (isChanged('media')) set('media', mediaOf(said, known));
  if (isChanged('fields')) setFields(said.fields, base?.said.fields ?? {}, set);
  set('id', id);
  const list = makeRejectionList(context.t);
  const event = readEvent(
    file,
    { pointer: '/events/0', record: undefined },
    {
      asOf: context.asOf,
      actors: actors.register,
      listsActors: false,
      sourceIds: sources.ids,
      used: { mediaBytes: 0 },
      list,
    },
  );
  return event && withLanguage(event, context.language);
}

function withLanguage(event: DiplomaticEvent, language: string | undefined): DiplomaticEvent {
  const { date } = event;
  return language === undefined || date?.display === undefined
    ? event
    : { ...event, date: { ...date, displayLanguage: language } };
}

/** Undefined and `ABSENT` take a field out. Any key is one of the record's own. */
export function setField(file: Record<string, unknown>, field: string, value: unknown): void {
  if (value === undefined || value === ABSENT) delete file[field];
  else Object.defineProperty(file, field, { value, enumerable: true, configurable: true, writable: true });
}

/** The date with how it is known, where that was said. */
function dateOf(said: EventSaid['date'], had: unknown): unknown {
  if (said === null) return undefined;
  if (!isRecord(had)) return said;
  const { edtf: _, time: __, zone: ___, display: ____, ...rest } = had;
  return { ...rest, ...(typeof said === 'string' ? { edtf: said } : said) };
}

/** Each with the day that it had. */
function statusOf({ status }: EventSaid, known: DiplomaticEvent | undefined): unknown {
  if (status.length === 0) return undefined;
  const left = [...(known?.status ?? [])];
  return status.map((value) => {
    const at = left.findIndex((each) => each.value === value);
    const [had] = at < 0 ? [] : left.splice(at, 1);
    return had === undefined ? value : recordOf({ value, asOf: had.asOf }, had);
  });
}

/** Those who took part before keep their office and who says so. */
function participantsOf(said: EventSaid, known: DiplomaticEvent | undefined, { actors }: SayingContext): unknown {
  const had = new Map<string, Participant>(known?.participants.map((each) => [`${each.actor} ${each.role}`, each]));
  const made = said.parties.map(({ name, role }) => {
    const actor = actors.take(name).id;
    const before = had.get(`${actor} ${role}`);
    return recordOf({ actor, role, office: before?.office, claimedBy: before?.claimedBy }, before ?? {});
  });
  return made.length === 0 ? undefined : made;
}

function mediaOf({ media }: EventSaid, known: DiplomaticEvent | undefined): unknown {
  if (media === undefined) return undefined;
  const { src, description, credit } = media;
  return recordOf({ src, description, credit, licence: known?.media?.licence }, known?.media ?? {});
}

/** Lines of fields set them; those that were taken out again leave the record without. */
function setFields(
  fields: EventSaid['fields'],
  before: EventSaid['fields'],
  set: (field: string, value: unknown) => void,
): void {
  for (const key of Object.keys(before)) if (!Object.hasOwn(fields, key)) set(key, undefined);
  for (const [key, value] of Object.entries(fields)) if (key !== 'id') set(key, value);
}

/** Evidence by its lines: each is what it was where the line is, else that of the place in the list. */
function evidenceOf(
  id: string,
  said: EventSaid,
  base: EventBase | undefined,
  before: DiplomaticEvent | undefined,
  context: SayingContext,
): unknown {
  const items = evidenceOfSaid(
    `event:${id}`,
    said.evidence,
    base?.said.evidence ?? [],
    base?.event.evidence ?? [],
    before?.evidence ?? [],
    context,
  );
  return writeEvidence(items);
}

/** The evidence of a record as its lines say it, with what else there was of each. */
export function evidenceOfSaid(
  record: string,
  said: readonly SourceSaid[],
  saidBefore: readonly SourceSaid[],
  known: readonly Evidence[],
  before: readonly Evidence[],
  { sources, isShared }: Pick<SayingContext, 'sources' | 'isShared'>,
): readonly Evidence[] {
  const texts = saidBefore.map((each) => JSON.stringify(each));
  const left = new Set(known.keys());
  const same = said.map((each) => {
    const text = JSON.stringify(each);
    const at = texts.findIndex((other, index) => left.has(index) && other === text);
    if (at >= 0) left.delete(at);
    return at < 0 ? undefined : at;
  });
  return said.map((each, index): Evidence => {
    const at = same[index];
    const kept = at === undefined ? undefined : known[at];
    if (kept !== undefined) return kept;
    const place = said.length === known.length && left.has(index) ? index : undefined;
    const had = place === undefined ? undefined : known[place];
    const hadNow = had?.source ?? (said.length >= before.length ? before[index]?.source : undefined);
    const source = sources.take(each, hadNow, record, isShared);
    return {
      locator: undefined,
      find: undefined,
      supports: ALL_FIELDS,
      ...had,
      source,
      quote: each.quote,
    };
  });
}

const ALL_FIELDS: Evidence['supports'] = EVIDENCE_FIELDS;
