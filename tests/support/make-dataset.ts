import type { Actor, WholeDataset, DiplomaticEvent, Participant } from '../../src/model/dataset';
import type { EventDate } from '../../src/model/dates/event-date';
import { isDateFault, parseEventDate } from '../../src/model/dates/parse-event-date';
import { ACTING_ROLES, COUNTRY_ROLES, EVENT_TYPES, ROLES, TONES } from '../../src/model/vocabulary';
import type { CountryRole, Role } from '../../src/model/vocabulary';

/** The date of an EDTF string; throws for one that isn't. */
export function eventDate(edtf: string): EventDate {
  const date = parseEventDate(edtf);
  if (isDateFault(date)) throw new Error(`"${edtf}" is no date: ${date.fault}`);
  return date;
}

/** An event's parts in short: an actor alone is a party, a country alone acts. */
export interface EventSketch extends Partial<Omit<DiplomaticEvent, 'date' | 'participants' | 'countries'>> {
  /** Null for an event without one. */
  readonly date?: string | EventDate | null;
  readonly participants?: readonly (string | readonly [string, Role])[];
  readonly countries?: readonly (string | readonly [string, CountryRole])[];
}

let made = 0;

/** An event on 24 Feb 2016 of which the test names only what it is about. */
export function makeEvent(sketch: EventSketch = {}): DiplomaticEvent {
  made += 1;
  const id = sketch.id ?? `ev-${made}`;
  const title = sketch.title ?? `Event ${id}`;
  return {
    summary: undefined,
    type: 'talks',
    mode: undefined,
    tone: 'cooperation',
    deed: false,
    announced: false,
    cameo: undefined,
    status: [],
    place: undefined,
    evidence: [],
    statements: [],
    claims: [],
    attribution: undefined,
    caveats: [],
    relations: [],
    media: undefined,
    importance: 2,
    ...sketch,
    id,
    title,
    label: sketch.label ?? title.slice(0, 32),
    date: typeof sketch.date === 'object' ? (sketch.date ?? undefined) : eventDate(sketch.date ?? '2016-02-24'),
    participants: (sketch.participants ?? []).map((entry) =>
      typeof entry === 'string' ? participant(entry, 'party') : participant(...entry),
    ),
    countries: (sketch.countries ?? []).map((entry) =>
      typeof entry === 'string' ? { country: entry, role: 'acting' } : { country: entry[0], role: entry[1] },
    ),
  };
}

function participant(actor: string, role: Role): Participant {
  return { actor, role, office: undefined, claimedBy: undefined };
}

/** An actor whose label is its id unless the test gives one. */
export function makeActor(id: string, parts: Partial<Actor> = {}): Actor {
  return {
    id,
    label: id,
    kind: 'person',
    countries: [],
    altNames: [],
    memberOf: [],
    offices: [],
    designations: [],
    note: undefined,
    ...parts,
  };
}

/** A dataset of events; actors that a participant names and `parts.actors` doesn't are made. As of 24 Feb 2016. */
export function makeDataset(
  events: readonly (EventSketch | DiplomaticEvent)[],
  parts: Partial<WholeDataset> = {},
): WholeDataset {
  const whole = events.map((event) => (isWhole(event) ? event : makeEvent(event)));
  const known = new Set((parts.actors ?? []).map(({ id }) => id));
  const named = new Set(
    whole.flatMap((event) => event.participants.map(({ actor }) => actor)).filter((id) => !known.has(id)),
  );
  return {
    schemaVersion: '1.0',
    id: 'test',
    title: 'Test',
    description: undefined,
    asOf: eventDate('2016-02-24'),
    licence: undefined,
    opening: undefined,
    curators: [],
    modified: undefined,
    version: undefined,
    corrections: [],
    sources: [],
    chapters: [],
    notes: [],
    periods: [],
    ...parts,
    actors: [...(parts.actors ?? []), ...[...named].map((id) => makeActor(id))],
    events: whole,
  };
}

/** Fields of an event none of which a sketch is likely to name, let alone all. */
const WHOLE = ['summary', 'mode', 'cameo', 'status', 'evidence', 'attribution', 'caveats', 'relations'];

function isWhole(event: EventSketch | DiplomaticEvent): event is DiplomaticEvent {
  return WHOLE.every((field) => field in event);
}

/** What a large dataset is made of; the same seed gives the same dataset. */
export interface LargeSketch {
  readonly events: number;
  readonly actors?: number;
  readonly countries?: number;
  readonly firstYear?: number;
  readonly years?: number;
  readonly seed?: number;
}

/**
 * A dataset of any size: days over some years, one in ten a running interval, one to four participants, most of them
 * acting.
 */
export function makeLargeDataset({
  events,
  actors = 200,
  countries = 40,
  firstYear = 1990,
  years = 26,
  seed = 1,
}: LargeSketch): WholeDataset {
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const one = <Item>(list: readonly Item[]): Item => list[below(list.length)]!;
  const codes = Array.from({ length: countries }, (_, index) =>
    String.fromCodePoint(65 + Math.floor(index / 26), 65 + (index % 26)),
  );
  const cast = Array.from({ length: actors }, (_, index) =>
    makeActor(`actor-${index}`, { label: `Actor ${index}`, countries: [codes[index % countries]!] }),
  );
  const acting = [...ACTING_ROLES];
  const day = (): string => new Date(Date.UTC(firstYear, 0, 1 + below(years * 365))).toISOString().slice(0, 10);
  const dates = new Map<string, EventDate>();
  const dateOf = (edtf: string): EventDate => {
    const date = dates.get(edtf) ?? eventDate(edtf);
    dates.set(edtf, date);
    return date;
  };
  const happenings = Array.from({ length: events }, (_, index) => {
    const who = Array.from({ length: 1 + below(4) }, () => one(cast));
    const start = day();
    return makeEvent({
      id: `event-${index}`,
      title: `${who[0]!.label} and others, happening ${index}`,
      date: random() < 0.1 ? interval(dateOf(start), dateOf(laterDay(start, 1 + below(400)))) : dateOf(start),
      type: one(EVENT_TYPES),
      tone: one(TONES),
      deed: random() < 0.5,
      importance: one([1, 2, 3]),
      participants: who.map((actor) => [actor.id, random() < 0.8 ? one(acting) : one(ROLES)]),
      countries: [...new Set(who.map((actor) => actor.countries[0]!))].map((code) => [
        code,
        random() < 0.8 ? 'acting' : one(COUNTRY_ROLES),
      ]),
    });
  });
  return makeDataset(happenings, { id: `large-${events}-${seed}`, actors: cast });
}

/** Two plain days put together, since the package takes 0.1 ms and more for an interval. */
function interval(first: EventDate, last: EventDate): EventDate {
  return { ...first, edtf: `${first.edtf}/${last.edtf}`, form: 'interval', end: last.start };
}

function laterDay(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Numbers from 0 up to, not including, 1, always the same ones for a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
