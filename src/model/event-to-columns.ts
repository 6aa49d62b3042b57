import { invariant } from '../base/invariant';
import { ROWS_A_STEP } from '../base/steps';
import type { Steps } from '../base/steps';
import type { Dataset, DiplomaticEvent } from './dataset';
import { dateNumbers } from './dates/date-columns';
import type { Instant } from './dates/instant';
import type { EventColumns, EventTexts } from './event-columns';
import { FLAG_ANNOUNCED, FLAG_DEED, FLAG_DOUBT, FLAG_OPEN, NO_TYPE } from './event-table';
import { packOffsets } from './pack-pairs';
import type { TextColumn } from './text-column';
import { COUNTRY_ROLES, EVENT_TYPES, ROLES, TONES } from './vocabulary';

/**
 * Whole events as columns, in their own order; the table made from them gives these very objects. Throws for a
 * participant who isn't among the dataset's actors.
 */
export function* columnsOfEvents(dataset: Dataset, events: readonly DiplomaticEvent[]): Steps<EventColumns> {
  const numbers = numberColumns(events.length);
  const parties = partyColumns(dataset, events.length);
  const asOfEnd = dataset.asOf?.start.end;
  for (let record = 0; record < events.length; record++) {
    if (record % EVENTS_A_STEP === 0) yield (0.1 * record) / events.length;
    const event = events[record];
    if (event === undefined) continue;
    numbers.set(record, event, asOfEnd);
    parties.set(record, event);
  }
  return {
    dataset,
    ...numbers.columns,
    ...parties.columns(),
    texts: textsOf(events),
    whole: (record) => events[record],
    detailed: events,
    hasHours: events.some(({ date }) => date?.clock !== undefined),
  };
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
  const set = (record: number, event: DiplomaticEvent, asOfEnd: Instant | undefined): void => {
    if (event.date !== undefined) {
      const numbers = dateNumbers(event.date, asOfEnd);
      columns.start[record] = numbers.start;
      columns.startLatest[record] = numbers.startLatest;
      columns.endEarliest[record] = numbers.endEarliest;
      columns.end[record] = numbers.end;
      columns.anchor[record] = numbers.anchor;
      columns.form[record] = numbers.form;
    }
    columns.type[record] = event.type === undefined ? NO_TYPE : EVENT_TYPES.indexOf(event.type);
    columns.tone[record] = TONES.indexOf(event.tone);
    columns.importance[record] = event.importance;
    columns.flags[record] = flagsOf(event);
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

type PartyColumns = Required<
  Pick<
    EventColumns,
    | 'participantOffset'
    | 'participantActor'
    | 'participantRole'
    | 'countries'
    | 'countryOffset'
    | 'countryIndex'
    | 'countryRole'
  >
>;

function partyColumns({ actors }: Dataset, size: number) {
  const actorIndex = new Map(actors.map(({ id }, index) => [id, index]));
  const codes = new Map<string, number>();
  const participants = packOffsets(size, size * 2);
  const countries = packOffsets(size, size * 2);
  const participantRole: number[] = [];
  const countryRole: number[] = [];
  const set = (record: number, event: DiplomaticEvent): void => {
    for (const { actor, role } of event.participants) {
      const index = actorIndex.get(actor);
      invariant(index !== undefined, `event "${event.id}" has a participant "${actor}" who is no actor of the dataset`);
      participants.push(index);
      participantRole.push(ROLES.indexOf(role));
    }
    for (const { country, role } of event.countries) {
      const index = codes.get(country) ?? codes.size;
      codes.set(country, index);
      countries.push(index);
      countryRole.push(COUNTRY_ROLES.indexOf(role));
    }
    participants.close(record);
    countries.close(record);
  };
  const columns = (): PartyColumns => ({
    participantOffset: participants.offset,
    participantActor: participants.values().slice(),
    participantRole: Uint8Array.from(participantRole),
    countries: [...codes.keys()],
    countryOffset: countries.offset,
    countryIndex: Uint16Array.from(countries.values()),
    countryRole: Uint8Array.from(countryRole),
  });
  return { set, columns };
}

function textsOf(events: readonly DiplomaticEvent[]): EventTexts {
  const textOf = (read: (event: DiplomaticEvent) => string): TextColumn => ({
    size: events.length,
    at: (record) => {
      const event = events[record];
      if (event === undefined) throw new RangeError(`No text at record ${record}: there are ${events.length} events`);
      return read(event);
    },
    find: (text) => {
      const record = events.findIndex((event) => read(event) === text);
      return record < 0 ? undefined : record;
    },
  });
  const records = new Map(events.map(({ id }, record) => [id, record]));
  return {
    id: { ...textOf(({ id }) => id), find: (id) => records.get(id) },
    title: textOf(({ title }) => title),
    label: textOf(({ label }) => label),
    summary: textOf(({ summary }) => summary ?? ''),
    place: textOf(({ place }) => place?.label ?? ''),
    date: textOf(({ date }) => date?.edtf ?? ''),
  };
}
