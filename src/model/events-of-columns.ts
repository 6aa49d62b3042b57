import { valueAt } from '../base/value-at';
import { shortenAtWord } from '../base/clean-text';
import { DATE_FORMS } from './dates/event-date';
import type { EventDate } from './dates/event-date';
import type { DiplomaticEvent, Evidence } from './dataset';
import { dateOfSpan } from './dates/edtf-of-span';
import { DATE_TEXT } from './event-columns';
import type { EventColumns, EventTexts } from './event-columns';
import { FLAG_ANNOUNCED, FLAG_DEED } from './event-table';
import { LONGEST_LABEL } from './longest-label';
import type { EventTable, RowWords } from './event-table';
import { instant, timeSpan } from './dates/instant';
import { isDateFault, parseEventDate } from './dates/parse-event-date';
import { statusesIn } from './status-text';
import { COUNTRY_ROLES, EVENT_TYPES, EVIDENCE_FIELDS, ROLES, TONES } from './vocabulary';

/** What looks up a column table's words. */
export interface ColumnEvents {
  readonly eventAt: (table: EventTable, row: number) => DiplomaticEvent;
  readonly titleAt: (row: number) => string;
  readonly wordsAt: (row: number) => RowWords;
  readonly idAt: (row: number) => string;
  readonly labelAt: (row: number) => string;
  readonly rowOf: (id: string) => number | undefined;
}

/** More than a screen can hold at once: whoever holds an event meets the same object. */
const KEPT_EVENTS = 4096;
const ROW_ID = /^row-([1-9]\d{0,8})$/;

/**
 * Makes events of column rows when somebody looks, where the file gave no whole ones; `order` says which record stands
 * in which row, undefined for the same.
 */
export function columnEvents(
  { texts, whole }: Pick<EventColumns, 'texts' | 'whole'>,
  order: Uint32Array | undefined,
): ColumnEvents {
  const recordOf = (row: number): number => (order === undefined ? row : (order[row] ?? row));
  const rowOfRecord = order === undefined ? sameRow(texts.title.size) : rowsByRecord(order, texts.title.size);
  const idAt = (row: number): string => texts.id?.at(recordOf(row)) ?? `row-${recordOf(row) + 1}`;
  const kept = new Map<number, DiplomaticEvent>();
  const rowsOfKept = new Map<string, number>();
  const keep = (row: number, event: DiplomaticEvent): void => {
    if (kept.size >= KEPT_EVENTS) {
      kept.clear();
      rowsOfKept.clear();
    }
    kept.set(row, event);
    rowsOfKept.set(event.id, row);
  };
  return {
    idAt,
    labelAt: (row) => shortenAtWord(texts.label?.at(recordOf(row)) || texts.title.at(recordOf(row)), LONGEST_LABEL),
    titleAt: (row) => texts.title.at(recordOf(row)),
    wordsAt: (row) => {
      const record = recordOf(row);
      return {
        summary: texts.summary?.at(record) ?? '',
        place: texts.place?.at(record) ?? '',
        date: texts.date?.at(record) ?? '',
        display: texts.display?.at(record) ?? '',
        quote: texts.quote?.at(record) ?? '',
      };
    },
    eventAt: (table, row) => {
      if (!(row >= 0 && row < table.size)) throw new RangeError(`No event at row ${row}: the table has ${table.size}`);
      const known = whole?.(recordOf(row)) ?? kept.get(row);
      if (known !== undefined) return known;
      const event = makeEvent(table, row, texts, recordOf(row), idAt(row));
      keep(row, event);
      return event;
    },
    rowOf: (id) => {
      const known = rowsOfKept.get(id);
      if (known !== undefined) return known;
      const record = texts.id === undefined ? recordOfRowId(id, texts.title.size) : texts.id.find(id);
      return record === undefined ? undefined : rowOfRecord(record);
    },
  };
}

function sameRow(size: number): (record: number) => number | undefined {
  return (record) => (record < size ? record : undefined);
}

const NO_ROW = 0xff_ff_ff_ff;

/** The order turned round, once somebody asks: undefined for a record that was left out. */
function rowsByRecord(order: Uint32Array, size: number): (record: number) => number | undefined {
  let rows: Uint32Array | undefined;
  return (record) => {
    if (rows === undefined) {
      rows = new Uint32Array(size).fill(NO_ROW);
      for (let row = 0; row < order.length; row++) rows[valueAt(order, row)] = row;
    }
    const row = rows[record];
    return row === NO_ROW ? undefined : row;
  };
}

function recordOfRowId(id: string, size: number): number | undefined {
  const number = Number(ROW_ID.exec(id)?.[1] ?? 0);
  return number >= 1 && number <= size ? number - 1 : undefined;
}

function makeEvent(table: EventTable, row: number, texts: EventTexts, record: number, id: string): DiplomaticEvent {
  const title = texts.title.at(record);
  const flags = valueAt(table.flags, row);
  const place = texts.place?.at(record) ?? '';
  const importance = table.importance[row];
  const cameo = texts.cameo?.at(record) ?? '';
  return {
    id,
    title,
    label: texts.label?.at(record) || shortenAtWord(title, LONGEST_LABEL),
    summary: texts.summary?.at(record) || undefined,
    date: dateAt(table, row, texts, record),
    type: EVENT_TYPES[valueAt(table.type, row)],
    mode: undefined,
    tone: TONES[valueAt(table.tone, row)] ?? 'neutral',
    deed: (flags & FLAG_DEED) !== 0,
    announced: (flags & FLAG_ANNOUNCED) !== 0,
    cameo: cameo === '' ? undefined : { code: cameo, fit: undefined, alternates: [] },
    status: statusesIn(texts.status?.at(record) ?? ''),
    participants: participantsAt(table, row),
    countries: countriesAt(table, row),
    place: place === '' ? undefined : { label: place, country: texts.placeCountry?.at(record) || undefined },
    evidence: evidenceAt(table, row, texts.quote?.at(record)),
    statements: [],
    claims: [],
    attribution: undefined,
    caveats: [],
    relations: [],
    media: undefined,
    importance: importance === 1 || importance === 3 ? importance : 2,
    ...keptAt(row < table.datedSize, texts, record),
  };
}

/** What no field of an event holds; no key at all where there is nothing. */
function keptAt(
  isDated: boolean,
  { display, kept = {} }: EventTexts,
  record: number,
): Pick<DiplomaticEvent, 'extra'> | undefined {
  const extra = Object.entries(kept).map(([key, column]): [string, string] => [key, column.at(record)]);
  if (!isDated && display !== undefined) extra.push([DATE_TEXT, display.at(record)]);
  const filled = extra.filter(([, text]) => text !== '');
  return filled.length === 0 ? undefined : { extra: Object.fromEntries(filled) };
}

function dateAt(table: EventTable, row: number, texts: EventTexts, record: number): EventDate | undefined {
  if (row >= table.datedSize) return undefined;
  const date = dateByEdtf(table, row, texts.date?.at(record));
  const display = texts.display?.at(record) ?? '';
  return display === '' ? date : { ...date, display };
}

function dateByEdtf(table: EventTable, row: number, edtf: string | undefined): EventDate {
  const date = edtf === undefined || edtf === '' ? undefined : parseEventDate(edtf);
  if (date !== undefined && !isDateFault(date)) return date;
  const span = timeSpan(valueAt(table.start, row), valueAt(table.end, row));
  const form = DATE_FORMS[valueAt(table.form, row)] ?? 'single';
  const plain = dateOfSpan(span);
  if (form === plain.form || form !== 'interval') return plain;
  return {
    ...plain,
    form,
    start: timeSpan(span.start, table.startLatest[row] ?? span.end),
    end: { start: instant(table.endEarliest[row] ?? span.start), end: span.end },
  };
}

function participantsAt(
  { participantOffset, participantActor, participantRole, actors }: EventTable,
  row: number,
): DiplomaticEvent['participants'] {
  const from = valueAt(participantOffset, row);
  return Array.from(participantActor.subarray(from, participantOffset[row + 1]), (index, i) => ({
    actor: actors[index] ?? '',
    role: ROLES[valueAt(participantRole, from + i)] ?? 'party',
    office: undefined,
    claimedBy: undefined,
  }));
}

function countriesAt(
  { countryOffset, countryIndex, countryRole, countries }: EventTable,
  row: number,
): DiplomaticEvent['countries'] {
  const from = valueAt(countryOffset, row);
  return Array.from(countryIndex.subarray(from, countryOffset[row + 1]), (index, i) => ({
    country: countries[index] ?? '',
    role: COUNTRY_ROLES[valueAt(countryRole, from + i)] ?? 'acting',
  }));
}

function evidenceAt(
  { restsOn, evidence, dataset }: EventTable,
  row: number,
  quote: string | undefined,
): readonly Evidence[] {
  const from = evidence === undefined ? 0 : valueAt(evidence.offset, row);
  const own = Array.from(
    evidence?.source.subarray(from, evidence.offset[row + 1]) ?? [],
    (at) => dataset.sources[at]?.id,
  );
  return [...own, restsOn].flatMap((source, index) =>
    source === undefined
      ? []
      : [
          {
            source,
            locator: undefined,
            find: undefined,
            quote: (index === 0 && quote) || undefined,
            supports: EVIDENCE_FIELDS,
          },
        ],
  );
}
