import { growableArray } from '../../../base/growable-array';
import type { GrowableArray } from '../../../base/growable-array';
import { ROWS_A_STEP } from '../../../base/steps';
import type { Steps } from '../../../base/steps';
import { makeUtf8Strings, ownText } from '../../../base/utf8-strings';
import { valueAt } from '../../../base/value-at';
import { dateNumbers } from '../../../model/dates/date-columns';
import { dateOfSpan } from '../../../model/dates/edtf-of-span';
import type { EventDate } from '../../../model/dates/event-date';
import { DAY_MS, instant, timeSpan } from '../../../model/dates/instant';
import { isDateFault, parseEventDate } from '../../../model/dates/parse-event-date';
import type { DateDecision } from '../../../model/dates/reading/date-reading';
import type { EventColumns } from '../../../model/event-columns';
import { FLAG_DOUBT, FLAG_OPEN } from '../../../model/event-table';
import type { TextColumn } from '../../../model/text-column';
import { makeDateDecisions } from './date-decisions';
import { dateOfRecord, isPlain } from './date-of-record';
import type { DateReadingPlan, DateTrouble, RecordDate } from './date-of-record';
import { dateTextOf } from './date-parts';
import type { DateText } from './date-parts';
import { makeDateTally } from './date-tally';
import type { DateTally, DateTallyCounts } from './date-tally';
import type { BoundDate } from '../bind-mapping';
import { codedColumn } from '../text-store';

/** The dates of a file, each kept once as long as they repeat; records hold the number of theirs. */
export interface DateCells {
  /** Takes the date of the next record. O(1) on the average. */
  readonly take: (cell: (column: number) => string) => void;
  /** How many records there are. */
  readonly size: () => number;
  /** All records' dates, as all cells so far say that they are to be read. */
  readonly columns: () => Steps<DateColumns>;
  readonly decisions: () => readonly { readonly of: 'date' | 'end'; readonly decision: DateDecision }[];
  /** How each record's date stands, as it was last read. */
  readonly standings: () => DateStandings;
  /** What all of them come to, as they were last read. O(1). */
  readonly counts: () => DateTallyCounts;
  /** What is to be told of records, as they were last read; nothing of most. */
  readonly forEachTrouble: (act: (record: number, trouble: DateTrouble) => void) => void;
}

/** By record. */
export interface DateStandings {
  readonly isDated: (record: number) => boolean;
  /** Both readings are shown, until somebody says which. */
  readonly isEither: (record: number) => boolean;
  readonly start: (record: number) => number;
  readonly end: (record: number) => number;
}

export type DateColumns = Pick<EventColumns, 'start' | 'end' | 'startLatest' | 'endEarliest' | 'anchor' | 'form'> & {
  /** FLAG_DOUBT and FLAG_OPEN by record; undefined where no date has either. */
  readonly dateFlags: Uint8Array | undefined;
  readonly words: TextColumn | undefined;
  readonly display: TextColumn | undefined;
  /** The day that open intervals are drawn to, where nobody has named one: the last dated day. */
  readonly lastDay: EventDate | undefined;
};

const MOST_KNOWN = 20_000;
const NUMBERS = ['start', 'startLatest', 'endEarliest', 'end', 'anchor'] as const;
const EITHER = 1;
const TROUBLED = 2;

/** No dates yet. `asOf` is the day that open intervals are drawn to; without it, the last dated day. */
export function makeDateCells(
  plan: DateReadingPlan,
  asOf: EventDate | undefined,
  languages: readonly string[],
): DateCells {
  const known = new Map<string, number>();
  const codes = growableArray((length) => new Uint32Array(length));
  const decisions = makeDateDecisions(plan, languages);
  const kept = makeKeptDates();
  /** What is read anew when more cells have decided otherwise, by its number at first. */
  const pending = new Map<number, { readonly date: DateText; readonly end: DateText }>();
  /** By number at first: the number a date has now, and how many records have it. */
  const numberNow = growableArray((length) => new Uint32Array(length));
  const recordsOf = growableArray((length) => new Uint32Array(length));
  let tally = makeDateTally();
  let isOpenPending = false;
  let asRead = decisions.initial();
  let asReadKey = '';
  let lastDay: EventDate | undefined;
  // Nearly all tables have one cell a date; nothing is put together for those.
  const isPlainPlan = [plan.date, plan.end].every((bound) => bound === undefined || isOneCell(bound));
  const codeOf = (record: number): number => numberNow.at(codes.at(record) ?? 0) ?? 0;
  const keep = (read: RecordDate): number => {
    const code = kept.add(read, (asOf ?? lastDay)?.start.end);
    numberNow.push(code);
    recordsOf.push(0);
    return code;
  };
  const count = (into: DateTally, code: number, records: number): void => {
    const { start, end } = kept.numbers;
    into.add(start.at(code) ?? Number.NaN, end.at(code) ?? Number.NaN, kept.years.at(code) ?? 0, records);
  };
  const recount = function* recount(): Steps<void> {
    const anew = makeDateTally();
    for (let code = 0; code < recordsOf.length(); code++) {
      if (code % ROWS_A_STEP === 0) yield 0;
      const records = recordsOf.at(code) ?? 0;
      if (records > 0) count(anew, numberNow.at(code) ?? code, records);
    }
    tally = anew;
  };
  const settle = function* settle(): Steps<void> {
    const { contexts, key } = decisions.decide(asOf);
    const day = asOf === undefined && isOpenPending ? dayBefore(kept.lastEnd()) : undefined;
    const own = `${key} ${day?.edtf ?? ''}`;
    // What came since was read as what came before says.
    if (own === asReadKey) return;
    asRead = contexts;
    lastDay = day;
    let done = 0;
    for (const [code, { date, end }] of pending) {
      if (++done % DATES_A_STEP === 0) yield 0;
      const anew = keep(dateOfRecord(date, end, plan, contexts));
      numberNow.view()[code] = anew;
    }
    yield* recount();
    asReadKey = own;
  };
  return {
    take: (cell) => {
      let date = isPlainPlan ? undefined : dateTextOf(plan.date, cell);
      let end = isPlainPlan ? undefined : dateTextOf(plan.end, cell);
      const first = date?.text ?? textAt(plan.date, cell);
      const last = end?.text ?? textAt(plan.end, cell);
      decisions.add(first, last);
      const key = date === undefined || end === undefined ? `${first}\n${last}` : keyOf(date, end);
      let code = known.get(key);
      if (code === undefined) {
        date ??= dateTextOf(plan.date, cell);
        end ??= dateTextOf(plan.end, cell);
        const read = dateOfRecord(date, end, plan, asRead);
        code = keep(read);
        if (known.size >= MOST_KNOWN) known.clear();
        known.set(ownText(key), code);
        const isOpen = read.date?.open !== undefined && asOf === undefined;
        isOpenPending ||= isOpen;
        if (isOpen || read.depends) pending.set(code, { date: ownTexts(date), end: ownTexts(end) });
      }
      codes.push(code);
      const records = recordsOf.view();
      records[code] = (records[code] ?? 0) + 1;
      count(tally, numberNow.at(code) ?? code, 1);
    },
    size: codes.length,
    columns: function* columns() {
      yield* settle();
      const own = pending.size === 0 ? codes.view() : yield* renumber(codes.view(), numberNow.view());
      return { ...(yield* kept.columns(own)), lastDay };
    },
    decisions: () => decisions.all(asOf),
    standings: () => ({
      isDated: (record) => !Number.isNaN(kept.numbers.start.at(codeOf(record))),
      isEither: (record) => ((kept.signs.at(codeOf(record)) ?? 0) & EITHER) !== 0,
      start: (record) => kept.numbers.start.at(codeOf(record)) ?? Number.NaN,
      end: (record) => kept.numbers.end.at(codeOf(record)) ?? Number.NaN,
    }),
    counts: () => tally.counts(),
    forEachTrouble: (act) => {
      if (kept.troubles.size === 0) return;
      const [first, anew, signs] = [codes.view(), numberNow.view(), kept.signs.view()];
      for (let record = 0; record < first.length; record++) {
        const code = valueAt(anew, valueAt(first, record));
        if ((valueAt(signs, code) & TROUBLED) === 0) continue;
        for (const trouble of kept.troubles.get(code) ?? []) act(record, trouble);
      }
    },
  };
}

function isOneCell({ column, year, month, day, time, precision, display }: BoundDate): boolean {
  const others = [year, month, day, time, precision, display];
  return column !== undefined && others.every((place) => place === undefined);
}

function textAt(bound: BoundDate | undefined, cell: (column: number) => string): string {
  return bound?.column === undefined ? '' : cell(bound.column);
}

/** Dates between two places to stop. */
const DATES_A_STEP = 64;

function keyOf(date: DateText, end: DateText): string {
  return [date, end].map((one) => Object.values<string>({ ...one }).join('\n')).join('\r');
}

/** A browser keeps a cell as a window on its part of the file. */
function ownTexts({ text, time, precision, display, stray, noMonth }: DateText): DateText {
  return {
    text: ownText(text),
    time: ownText(time),
    precision: ownText(precision),
    display: ownText(display),
    stray: ownText(stray),
    noMonth: ownText(noMonth),
  };
}

function dayBefore(end: number): EventDate | undefined {
  if (!Number.isFinite(end)) return undefined;
  const start = Math.floor((end - 1) / DAY_MS) * DAY_MS;
  // As it will be read again once it is written.
  const day = parseEventDate(dateOfSpan(timeSpan(start, start + DAY_MS)).edtf);
  return isDateFault(day) ? undefined : day;
}

function* renumber(codes: Uint32Array, to: Uint32Array): Steps<Uint32Array> {
  return yield* spread(to, codes, new Uint32Array(codes.length));
}

const doubles = (length: number): Float64Array<ArrayBuffer> => new Float64Array(length);

/** What distinct dates come to, by number. */
function makeKeptDates() {
  const numbers = {
    start: growableArray(doubles),
    startLatest: growableArray(doubles),
    endEarliest: growableArray(doubles),
    end: growableArray(doubles),
    anchor: growableArray(doubles),
  };
  const form = growableArray((length) => new Uint8Array(length));
  const flags = growableArray((length) => new Uint8Array(length));
  const signs = growableArray((length) => new Uint8Array(length));
  const years = growableArray((length) => new Int32Array(length));
  const words = makeUtf8Strings();
  const displays = makeUtf8Strings();
  const troubles = new Map<number, readonly DateTrouble[]>();
  // Days need a start and nothing else, plain months and years an end, whatever isn't plain all there is.
  let needs: 'start' | 'end' | 'all' = 'start';
  let anyFlags = 0;
  let anyDisplay = false;
  let lastEnd = -Infinity;
  return {
    numbers,
    years,
    signs,
    troubles,
    lastEnd: () => lastEnd,
    add: (read: RecordDate, asOfEnd: number | undefined): number => {
      const code = words.size();
      const { date, civil, display } = read;
      const own =
        date === undefined ? undefined : dateNumbers(date, asOfEnd === undefined ? undefined : instant(asOfEnd));
      for (const name of NUMBERS) numbers[name].push(own === undefined ? Number.NaN : own[name]);
      if (civil !== undefined) replaceLast(numbers.anchor, civil);
      form.push(own?.form ?? 0);
      const flag = date === undefined ? 0 : flagsOf(date);
      flags.push(flag);
      signs.push((read.isEither ? EITHER : 0) | (read.troubles.length > 0 ? TROUBLED : 0));
      years.push(own === undefined ? 0 : new Date(own.start).getUTCFullYear());
      anyFlags |= flag;
      anyDisplay ||= display !== '';
      if (date !== undefined && own !== undefined) {
        if (!isPlain(date) || civil !== undefined) needs = 'all';
        else if (needs === 'start' && own.end - own.start !== DAY_MS) needs = 'end';
        lastEnd = Math.max(lastEnd, date.open === undefined ? own.end : date.start.end);
      }
      if (read.troubles.length > 0) troubles.set(code, read.troubles);
      words.add(date?.edtf ?? '');
      displays.add(display.slice(0, LONGEST_DISPLAY));
      return code;
    },
    columns: function* columns(codes: Uint32Array): Steps<Omit<DateColumns, 'lastDay'>> {
      const column = (name: (typeof NUMBERS)[number]) =>
        spread(numbers[name].view(), codes, new Float64Array(codes.length));
      const start = yield* column('start');
      const dateFlags = anyFlags === 0 ? undefined : yield* spread(flags.view(), codes, new Uint8Array(codes.length));
      const display = anyDisplay ? codedColumn(codes, displays) : undefined;
      if (needs === 'start') return { start, dateFlags, words: undefined, display };
      const end = yield* column('end');
      if (needs === 'end') return { start, end, dateFlags, words: undefined, display };
      return {
        start,
        end,
        startLatest: yield* column('startLatest'),
        endEarliest: yield* column('endEarliest'),
        anchor: yield* column('anchor'),
        form: yield* spread(form.view(), codes, new Uint8Array(codes.length)),
        dateFlags,
        words: codedColumn(codes, words),
        display,
      };
    },
  };
}

/** As much as a cell's text may have anywhere. */
const LONGEST_DISPLAY = 20_000;

function replaceLast(column: GrowableArray<Float64Array<ArrayBuffer>>, value: number): void {
  column.view()[column.length() - 1] = value;
}

/** What stands by number, for every record. */
function* spread<Kind extends Float64Array | Uint8Array | Uint32Array>(
  values: Kind,
  codes: Uint32Array,
  to: Kind,
): Steps<Kind> {
  for (let record = 0; record < codes.length; record++) {
    if (record % ROWS_A_STEP === 0) yield 0;
    to[record] = valueAt(values, valueAt(codes, record));
  }
  return to;
}

function flagsOf({ form, uncertain, approximate, open }: EventDate): number {
  return (form === 'one-of' || uncertain || approximate ? FLAG_DOUBT : 0) | (open === undefined ? 0 : FLAG_OPEN);
}
