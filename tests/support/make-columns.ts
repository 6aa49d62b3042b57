import type { EventColumns } from '../../src/model/event-columns';
import type { Actor, Dataset } from '../../src/model/dataset';
import { dateOfSpan } from '../../src/model/dates/edtf-of-span';
import { FLAG_DEED } from '../../src/model/event-table';
import { DAY_MS, civilDay, timeSpan } from '../../src/model/dates/instant';
import type { TextColumn } from '../../src/model/text-column';
import { stanceOfType } from '../../src/model/tone';
import { EVENT_TYPES, ROLES, TONES } from '../../src/model/vocabulary';
import type { ActorKind, EventType, Role } from '../../src/model/vocabulary';
import { randomFrom } from './make-dataset';

/** What columns are made of; the same sketch gives the same columns. Shares are of all records, 0 to 1. */
export interface ColumnSketch {
  readonly size: number;
  readonly actors?: number;
  /** At most 60. */
  readonly countries?: number;
  readonly seed?: number;
  readonly firstYear?: number;
  readonly years?: number;
  /** Share of intervals of two days to two years; most are short. */
  readonly bars?: number;
  /** Share of importance 3. */
  readonly important?: number;
  /** Share of dates known to the month or, one in five of these, to the year. */
  readonly coarse?: number;
}

/**
 * Events as real collections of them are: a few actors in most of them, bursts of days, one to three participants. In
 * time order, the titles made when asked for. A million take about half a second.
 */
export function makeColumns(sketch: ColumnSketch): EventColumns {
  const { size, actors = 200, countries = 40, seed = 1 } = sketch;
  const random = randomFrom(seed);
  const dates = makeDates(sketch, random);
  const participants = makeParticipants(size, actors, random);
  const { type, tone, flags } = makeTypes(size, random);
  const cast = makeCast(actors, countries);
  return {
    dataset: makeHead(cast, seed, dates.lastDay),
    start: dates.start,
    end: dates.end,
    type,
    tone,
    flags,
    importance: makeImportance(size, sketch.important ?? 0.005, random),
    ...participants,
    texts: { title: composedTitles(type, participants, cast) },
  };
}

type Random = () => number;

/** Days by how much happens on them: more from year to year, less at weekends, and bursts that die down. */
function makeDates({ size, firstYear = 2011, years = 5, bars = 0.02, coarse = 0.01 }: ColumnSketch, random: Random) {
  const firstDay = civilDay(firstYear);
  const days = Math.round((civilDay(firstYear + years) - firstDay) / DAY_MS);
  const pickDay = pickerOf(dayWeights(firstDay, days, random), random);
  const counts = { year: new Uint32Array(days), month: new Uint32Array(days), day: new Uint32Array(days) };
  for (let i = 0; i < size; i++) {
    const day = pickDay();
    const precision = random() >= coarse ? 'day' : random() < 0.2 ? 'year' : 'month';
    const at = precision === 'day' ? day : (periodOf(firstDay + day * DAY_MS, precision).start - firstDay) / DAY_MS;
    counts[precision][at] = (counts[precision][at] ?? 0) + 1;
  }
  const start = new Float64Array(size);
  const end = new Float64Array(size);
  let row = 0;
  const put = (from: number, to: number, times: number): void => {
    start.fill(from, row, row + times);
    end.fill(to, row, row + times);
    row += times;
  };
  for (let day = 0; day < days; day++) {
    const from = firstDay + day * DAY_MS;
    for (const precision of ['year', 'month'] as const) {
      const times = counts[precision][day] ?? 0;
      if (times > 0) put(from, periodOf(from, precision).end, times);
    }
    for (let left = counts.day[day] ?? 0; left > 0; left--) {
      put(from, from + (random() < bars ? 2 + Math.floor(730 * random() ** 3) : 1) * DAY_MS, 1);
    }
  }
  return { start, end, lastDay: firstDay + (days - 1) * DAY_MS };
}

function periodOf(ms: number, precision: 'month' | 'year') {
  const date = new Date(ms);
  const year = date.getUTCFullYear();
  if (precision === 'year') return timeSpan(civilDay(year), civilDay(year + 1));
  return timeSpan(civilDay(year, date.getUTCMonth() + 1), civilDay(year, date.getUTCMonth() + 2));
}

function dayWeights(firstDay: number, days: number, random: Random): Float64Array {
  const isWeekend = (day: number): boolean => new Date(firstDay + day * DAY_MS).getUTCDay() % 6 === 0;
  const weights = Float64Array.from(
    { length: days },
    (_, day) => (isWeekend(day) ? 0.4 : 1) * (0.6 + (0.8 * day) / days),
  );
  for (let burst = 0; burst < days / 40; burst++) {
    const at = Math.floor(random() * days);
    const height = 2 + 8 * random() ** 2;
    for (let day = at; day < Math.min(at + 40, days); day++)
      weights[day] = (weights[day] ?? 0) + height * Math.exp((at - day) / 8);
  }
  return weights;
}

/**
 * How many records the most active actor has for one of the hundredth: about thirty, as in collections of diplomatic
 * events.
 */
const SKEW = 0.75;

type Participants = Required<Pick<EventColumns, 'participantOffset' | 'participantActor' | 'participantRole'>>;

/** Two participants in most records, one or three in a fifth each; nobody twice in one. */
function makeParticipants(size: number, actors: number, random: Random): Participants {
  const pickActor = pickerOf(
    Float64Array.from({ length: actors }, (_, index) => (1 + activityRank(index, actors)) ** -SKEW),
    random,
  );
  const pickRole = ROLES_BY_PLACE.map((roles) =>
    pickerOf(
      Float64Array.from(ROLES, (role) => roles[role] ?? 0),
      random,
    ),
  );
  const participantOffset = new Uint32Array(size + 1);
  const actor = new Uint32Array(size * 3);
  const role = new Uint8Array(size * 3);
  let length = 0;
  for (let row = 0; row < size; row++) {
    const from = length;
    const count = Math.min(1 + (random() < 0.7 ? 1 : 0) + (random() < 0.3 ? 1 : 0), actors);
    for (let place = 0; place < count; place++) {
      let who = pickActor();
      for (let i = from; i < length; i++) {
        if (actor[i] !== who) continue;
        who = (who + 1) % actors;
        i = from - 1;
      }
      actor[length] = who;
      role[length] = pickRole[place]?.() ?? 0;
      length++;
    }
    participantOffset[row + 1] = length;
  }
  return { participantOffset, participantActor: actor.slice(0, length), participantRole: role.slice(0, length) };
}

const ROLES_BY_PLACE: readonly Readonly<Partial<Record<Role, number>>>[] = [
  { initiator: 4, speaker: 3, party: 3, requester: 0.5, mediator: 0.3 },
  { party: 3, addressee: 3, target: 3, subject: 0.5 },
  { party: 2, referenced: 2, subject: 2, mediator: 1, sponsor: 0.5, excluded: 0.3, source: 0.2 },
];

/** Which place an actor has by activity: a fixed shuffle, so that the active ones stand in many countries. */
function activityRank(index: number, actors: number): number {
  const order = shuffledOrders.get(actors) ?? shuffledOrder(actors);
  shuffledOrders.set(actors, order);
  return order[index] ?? index;
}

const shuffledOrders = new Map<number, Uint32Array>();

function shuffledOrder(length: number): Uint32Array {
  const random = randomFrom(length);
  const order = Uint32Array.from({ length }, (_, index) => index);
  for (let i = length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [order[i], order[other]] = [order[other] ?? 0, order[i] ?? 0];
  }
  return order;
}

const TYPE_WEIGHTS: Readonly<Record<EventType, number>> = {
  talks: 9,
  agreement: 2,
  ceasefire: 0.5,
  statement: 12,
  appeal: 3,
  criticism: 5,
  warning: 3,
  resolution: 1,
  sanctions: 1,
  military: 6,
  humanitarian: 2,
  appointment: 0.5,
};

/** Types by weight; one in ten has a tone or deed that isn't its type's own, as where a code decided. */
function makeTypes(size: number, random: Random) {
  const pickType = pickerOf(
    Float64Array.from(EVENT_TYPES, (name) => TYPE_WEIGHTS[name]),
    random,
  );
  const stances = EVENT_TYPES.map((name) => stanceOfType(name, undefined));
  const toneOf = Uint8Array.from(stances, ({ tone }) => TONES.indexOf(tone));
  const flagsOf = Uint8Array.from(stances, ({ deed }) => (deed ? FLAG_DEED : 0));
  const type = new Uint8Array(size);
  const tone = new Uint8Array(size);
  const flags = new Uint8Array(size);
  for (let row = 0; row < size; row++) {
    const at = pickType();
    const odd = random() < 0.1;
    type[row] = at;
    tone[row] = odd ? Math.floor(random() * TONES.length) : (toneOf[at] ?? 0);
    flags[row] = odd && random() < 0.5 ? FLAG_DEED : (flagsOf[at] ?? 0);
  }
  return { type, tone, flags };
}

function makeImportance(size: number, important: number, random: Random): Uint8Array {
  const importance = new Uint8Array(size);
  for (let row = 0; row < size; row++) importance[row] = random() < important ? 3 : random() < 0.4 ? 1 : 2;
  return importance;
}

const PICKER_CELLS = 1 << 16;

/** Picks indices by weight from a table of cells; a weight under 1 in 65,536 may never be picked. O(1) a pick. */
function pickerOf(weights: Float64Array, random: Random): () => number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const cells = new Uint32Array(PICKER_CELLS);
  let from = 0;
  let sum = 0;
  weights.forEach((weight, index) => {
    sum += weight;
    const to = Math.round((sum / total) * PICKER_CELLS);
    cells.fill(index, from, to);
    from = to;
  });
  return () => cells[Math.floor(random() * PICKER_CELLS)] ?? 0;
}

const CODES = (
  'SY RU US TR IR SA FR GB CN DE IQ IL LB JO EG QA AE KW IT ES NL BE SE NO CH AT PL UA JP IN ' +
  'BR ZA AU CA MX AR VE CU KZ DZ TN MA LY SD OM YE BH AZ GE AM GR CY RO BG HU CZ FI DK PT IE'
).split(' ');
/** Every twelfth actor belongs to no country. */
const BODY_EVERY = 12;
const BODY_KINDS: readonly ActorKind[] = [
  'international-organisation',
  'diplomatic-grouping',
  'armed-group',
  'military-coalition',
];
const KINDS: readonly ActorKind[] = ['person', 'ministry', 'person', 'office', 'person', 'armed-forces', 'news-agency'];

/** A government for each country first, then people and offices in turn, and some bodies of no country. */
function makeCast(actors: number, countries: number): readonly Actor[] {
  if (countries > CODES.length)
    throw new RangeError(`${countries} countries asked for, at most ${CODES.length} can be made`);
  return Array.from({ length: actors }, (_, index) => {
    const code = CODES[index % countries] ?? '';
    const isBody = index % BODY_EVERY === BODY_EVERY - 1;
    const kind = isBody
      ? BODY_KINDS[((index / BODY_EVERY) | 0) % BODY_KINDS.length]
      : index < countries
        ? 'government'
        : KINDS[index % KINDS.length];
    return {
      id: `actor-${index}`,
      label: isBody ? `Body ${index}` : `${kind === 'government' ? 'Government' : 'Actor'} ${index}`,
      kind: kind ?? 'person',
      countries: isBody ? [] : [code],
      altNames: [],
      memberOf: [],
      offices: [],
      designations: [],
      note: undefined,
    };
  });
}

function makeHead(actors: readonly Actor[], seed: number, lastDay: number): Dataset {
  return {
    schemaVersion: '1.0',
    id: `made-${seed}`,
    title: `Made events, seed ${seed}`,
    description: undefined,
    asOf: dateOfSpan(timeSpan(lastDay, lastDay + DAY_MS)),
    licence: undefined,
    opening: undefined,
    curators: [],
    modified: undefined,
    version: undefined,
    corrections: [],
    sources: [],
    actors,
    chapters: [],
    notes: [],
    periods: [],
  };
}

const WORDS: Readonly<Record<EventType, string>> = {
  talks: 'talks with',
  agreement: 'agrees with',
  ceasefire: 'pauses fire with',
  statement: 'comments on',
  appeal: 'appeals to',
  criticism: 'criticizes',
  warning: 'warns',
  resolution: 'votes with',
  sanctions: 'sanctions',
  military: 'strikes',
  humanitarian: 'sends aid to',
  appointment: 'sends an envoy to',
};
const TITLE_NUMBER = /, no\. (\d+)$/;

/** "Actor 3 talks with Actor 17, no. 120", made from the columns whenever somebody looks. */
function composedTitles(
  type: Uint8Array,
  { participantOffset, participantActor }: Participants,
  cast: readonly Actor[],
): TextColumn {
  const at = (record: number): string => {
    if (!(record >= 0 && record < type.length))
      throw new RangeError(`No text at record ${record}: the column has ${type.length}`);
    const from = participantOffset[record] ?? 0;
    const [first, second] = participantActor.subarray(from, participantOffset[record + 1]);
    const word = WORDS[EVENT_TYPES[type[record] ?? 0] ?? 'talks'];
    return `${cast[first ?? 0]?.label ?? ''} ${word} ${second === undefined ? 'all' : (cast[second]?.label ?? '')}, no. ${record + 1}`;
  };
  return {
    size: type.length,
    at,
    find: (text) => {
      const record = Number(TITLE_NUMBER.exec(text)?.[1] ?? 0) - 1;
      return record >= 0 && record < type.length && at(record) === text ? record : undefined;
    },
  };
}
