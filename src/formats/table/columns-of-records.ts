import { ROWS_A_STEP } from '../../base/steps';
import type { Steps } from '../../base/steps';
import { valueAt } from '../../base/value-at';
import type { Dataset } from '../../model/dataset';
import type { EventColumns } from '../../model/event-columns';
import { FLAG_ANNOUNCED, FLAG_DEED, NO_TYPE } from '../../model/event-table';
import type { TextColumn } from '../../model/text-column';
import { stanceOfType } from '../../model/tone';
import { EVENT_TYPES } from '../../model/vocabulary';
import type { RecordColumns } from './record-columns';
import { STANDING } from './status-cells';
import { either } from './title-cells';

/** Under this key an event keeps the word for its kind that is none of ours. */
const TYPE_TEXT = 'typeText';

/**
 * The columns of what was read; those of numbers are views on what is still growing, which more records leave as it is.
 * `restsOn` is the source that all of it rests on.
 */
export function* columnsOfRecords(
  records: RecordColumns,
  head: Dataset,
  restsOn: string | undefined,
): Steps<EventColumns> {
  const { binding, parties, words, statuses, sources, titles, ids, texts } = records;
  const { dateFlags, words: dateWords, display, lastDay, ...dates } = yield* records.dates.columns();
  const dataset: Dataset = {
    ...head,
    asOf: head.asOf ?? lastDay,
    actors: records.actors.all(),
    sources: sources?.all() ?? head.sources,
  };
  const columns = new Map([...texts].map(([column, store]) => [column, store.column()]));
  const text = (column: number | undefined) => (column === undefined ? undefined : columns.get(column));
  yield 0.1;
  const type = words.type?.trimmed();
  const deeds = words.codes?.deeds.trimmed();
  const standings = statuses?.standings.trimmed();
  yield 0.1;
  return {
    dataset,
    ...dates,
    type,
    tone: words.tone?.trimmed(),
    importance: words.importance?.trimmed(),
    flags:
      dateFlags === undefined && deeds === undefined && standings === undefined
        ? undefined
        : yield* withStance(
            dateFlags ?? new Uint8Array(dates.start.length),
            { type, deeds, standings },
            dates.start,
            dataset.asOf?.start.end,
          ),
    participantOffset: parties.participants.offset.trimmed(),
    participantActor: parties.participants.value.trimmed(),
    participantRole: parties.participants.role.trimmed(),
    ...countryColumns(records),
    texts: {
      id: ids?.column(),
      title: titles.column(columns, dates.start.length),
      summary: both(text(binding.summary), titles.summaries()),
      place: text(binding.place),
      placeCountry: records.placeCountries?.column(),
      date: dateWords,
      display,
      quote: sources?.quotes(),
      status: statuses?.texts.column(),
      ...codeTexts(records),
    },
    restsOn,
    evidence: sources?.evidence(),
  };
}

function both(first: TextColumn | undefined, second: TextColumn | undefined): TextColumn | undefined {
  return first === undefined || second === undefined ? (first ?? second) : either(first, second);
}

function codeTexts({ words: { codes, unknown } }: RecordColumns): Pick<EventColumns['texts'], 'cameo' | 'kept'> {
  const typeText = unknown.column();
  const kept = {
    ...(typeText && { [TYPE_TEXT]: typeText }),
    ...(codes?.scheme === 'weis' && { weis: codes.codes.column() }),
  };
  return {
    ...(codes?.scheme === 'cameo' && { cameo: codes.codes.column() }),
    ...(Object.keys(kept).length > 0 && { kept }),
  };
}

function countryColumns({
  parties: { countries },
}: RecordColumns): Pick<EventColumns, 'countries' | 'countryOffset' | 'countryIndex' | 'countryRole'> {
  if (countries === undefined) return {};
  const { pairs, codes } = countries;
  return {
    countries: codes(),
    countryOffset: pairs.offset.trimmed(),
    countryIndex: new Uint16Array(pairs.value.view()),
    countryRole: pairs.role.trimmed(),
  };
}

/**
 * The flags of dates with those that follow from type, code and as-of day, which a table works out only where it is given
 * none.
 */
function* withStance(
  flags: Uint8Array,
  { type, deeds, standings }: Readonly<Record<'type' | 'deeds' | 'standings', Uint8Array | undefined>>,
  start: Float64Array,
  asOfEnd: number | undefined,
): Steps<Uint8Array> {
  const ofType = EVENT_TYPES.map((name) => (stanceOfType(name, undefined).deed ? FLAG_DEED : 0));
  for (let record = 0; record < flags.length; record++) {
    if (record % ROWS_A_STEP === 0) yield 0.1;
    const standing = standings?.[record] ?? STANDING.open;
    const isAhead =
      standing === STANDING.announced ||
      (standing === STANDING.open && asOfEnd !== undefined && valueAt(start, record) >= asOfEnd);
    // Without a type (`NO_TYPE`) or a code an event is a word.
    const deed = (ofType[type?.[record] ?? NO_TYPE] ?? 0) | (deeds?.[record] === 1 ? FLAG_DEED : 0);
    flags[record] = valueAt(flags, record) | (isAhead ? FLAG_ANNOUNCED : deed);
  }
  return flags;
}
