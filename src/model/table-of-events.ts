import { shortenAtWord } from '../base/clean-text';
import { invariant } from '../base/invariant';
import { ROWS_A_STEP } from '../base/steps';
import type { Steps } from '../base/steps';
import type { Dataset, DiplomaticEvent } from './dataset';
import { dateNumbers } from './dates/date-columns';
import type { Instant } from './dates/instant';
import { LONGEST_LABEL } from './longest-label';
import { FLAG_ANNOUNCED, FLAG_DEED, FLAG_DOUBT, FLAG_OPEN, NO_TYPE, extentOf } from './event-table';
import { DATE_TEXT } from './event-columns';
import type { EventTable } from './event-table';
import { COUNTRY_ROLES, EVENT_TYPES, ROLES, TONES } from './vocabulary';
import { numbered } from '../base/numbered';

/**
 * The table of whole events, which gives these very objects. Throws for a participant who isn't among the dataset's
 * actors. O(n log n).
 */
export function* tableOfEvents(dataset: Dataset, events: readonly DiplomaticEvent[]): Steps<EventTable> {
  const rows = events.toSorted((a, b) => keyOf(a) - keyOf(b));
  const numbers = numberColumns(rows.length);
  const parties = partyColumns(dataset, events);
  const asOfEnd = dataset.asOf?.start.end;
  let datedSize = 0;
  for (const [row, event] of numbered(rows)) {
    if (row % EVENTS_A_STEP === 0) yield row / rows.length;
    numbers.set(row, event, asOfEnd);
    parties.set(row, event);
    if (event.date !== undefined) datedSize++;
  }
  const { start, end } = numbers.columns;
  return {
    dataset,
    size: rows.length,
    datedSize,
    ...numbers.columns,
    ...parties.columns(),
    actors: dataset.actors.map(({ id }) => id),
    extent: extentOf(start.subarray(0, datedSize), end.subarray(0, datedSize)),
    asOfEnd,
    hasHours: rows.some(({ date }) => date?.clock !== undefined),
    ...lookupsIn(rows),
    detailed: events,
    restsOn: undefined,
  };
}

/** Undated events last. Two of them differ by no number, which leaves them as they stand. */
function keyOf({ date }: DiplomaticEvent): number {
  return date?.start.start ?? Infinity;
}

/** An object takes longer to look at than a row of columns. */
const EVENTS_A_STEP = ROWS_A_STEP / 8;

function numberColumns(size: number) {
  // What no date says stays NaN.
  const instants = (): Float64Array => new Float64Array(size).fill(Number.NaN);
  const columns = {
    start: instants(),
    startLatest: instants(),
    endEarliest: instants(),
    end: instants(),
    anchor: instants(),
    form: new Uint8Array(size),
    type: new Uint8Array(size),
    tone: new Uint8Array(size),
    flags: new Uint8Array(size),
    importance: new Uint8Array(size),
  };
  const set = (row: number, event: DiplomaticEvent, asOfEnd: Instant | undefined): void => {
    if (event.date !== undefined) {
      const numbers = dateNumbers(event.date, asOfEnd);
      columns.start[row] = numbers.start;
      columns.startLatest[row] = numbers.startLatest;
      columns.endEarliest[row] = numbers.endEarliest;
      columns.end[row] = numbers.end;
      columns.anchor[row] = numbers.anchor;
      columns.form[row] = numbers.form;
    }
    columns.type[row] = event.type === undefined ? NO_TYPE : EVENT_TYPES.indexOf(event.type);
    columns.tone[row] = TONES.indexOf(event.tone);
    columns.importance[row] = event.importance;
    columns.flags[row] = flagsOf(event);
  };
  return { columns, set };
}

function flagsOf({ date, deed, announced }: DiplomaticEvent): number {
  const doubt = date !== undefined && (date.form === 'one-of' || date.uncertain || date.approximate);
  return (
    (deed ? FLAG_DEED : 0) |
    (announced ? FLAG_ANNOUNCED : 0) |
    (doubt ? FLAG_DOUBT : 0) |
    (date?.open === undefined ? 0 : FLAG_OPEN)
  );
}

type PartyColumns = Pick<
  EventTable,
  | 'participantOffset'
  | 'participantActor'
  | 'participantRole'
  | 'countries'
  | 'countryOffset'
  | 'countryIndex'
  | 'countryRole'
>;

function partyColumns({ actors }: Dataset, events: readonly DiplomaticEvent[]) {
  const actorIndex = new Map(actors.map(({ id }, index) => [id, index]));
  // In the order of the file, whatever the order of rows.
  const codes = new Map<string, number>();
  for (const event of events)
    for (const { country } of event.countries) if (!codes.has(country)) codes.set(country, codes.size);
  const participants = openLists(events.length);
  const countries = openLists(events.length);
  const set = (row: number, event: DiplomaticEvent): void => {
    for (const { actor, role } of event.participants) {
      const index = actorIndex.get(actor);
      invariant(index !== undefined, `event "${event.id}" has a participant "${actor}" who is no actor of the dataset`);
      participants.push(index, ROLES.indexOf(role));
    }
    for (const { country, role } of event.countries) {
      countries.push(codes.get(country) ?? 0, COUNTRY_ROLES.indexOf(role));
    }
    participants.close(row);
    countries.close(row);
  };
  const columns = (): PartyColumns => ({
    participantOffset: participants.offset,
    participantActor: Uint32Array.from(participants.values),
    participantRole: Uint8Array.from(participants.roles),
    countries: [...codes.keys()],
    countryOffset: countries.offset,
    countryIndex: Uint16Array.from(countries.values),
    countryRole: Uint8Array.from(countries.roles),
  });
  return { set, columns };
}

/** Lists of values with a role each, one list a row (compressed sparse rows). */
function openLists(size: number) {
  const offset = new Uint32Array(size + 1);
  const values: number[] = [];
  const roles: number[] = [];
  return {
    offset,
    values,
    roles,
    push: (value: number, role: number): void => {
      values.push(value);
      roles.push(role);
    },
    close: (row: number): void => {
      offset[row + 1] = values.length;
    },
  };
}

type Lookups = Pick<EventTable, 'eventAt' | 'titleAt' | 'wordsAt' | 'idAt' | 'labelAt' | 'rowOf'>;

function lookupsIn(events: readonly DiplomaticEvent[]): Lookups {
  const rows = new Map(events.map(({ id }, row) => [id, row]));
  const eventAt = (row: number): DiplomaticEvent => {
    const event = events[row];
    if (event === undefined) throw new RangeError(`No event at row ${row}: the table has ${events.length}`);
    return event;
  };
  return {
    eventAt,
    titleAt: (row) => eventAt(row).title,
    idAt: (row) => eventAt(row).id,
    labelAt: (row) => shortenAtWord(eventAt(row).label, LONGEST_LABEL),
    wordsAt: (row) => {
      const { summary = '', place, date, evidence, extra } = eventAt(row);
      const unread = extra?.[DATE_TEXT];
      return {
        summary,
        place: place?.label ?? '',
        date: date?.edtf ?? '',
        display: date === undefined ? (typeof unread === 'string' ? unread : '') : (date.display ?? ''),
        quote: evidence[0]?.quote ?? '',
      };
    },
    rowOf: (id) => rows.get(id),
  };
}
