import { valueAt } from '../../base/value-at';
import { ROWS_A_STEP } from '../../base/steps';
import type { Steps } from '../../base/steps';
import type { Translate } from '../../base/translate';
import type { EventColumns } from '../../model/event-columns';
import { dateNumbers } from '../../model/dates/date-columns';
import type { DateNumbers } from '../../model/dates/date-columns';
import type { EventDate } from '../../model/dates/event-date';
import { FLAG_DOUBT, FLAG_OPEN } from '../../model/event-table';
import { DAY_MS, timeSpan } from '../../model/dates/instant';
import type { Instant } from '../../model/dates/instant';
import { isDateFault, parseEventDate } from '../../model/dates/parse-event-date';
import type { DateFault } from '../../model/dates/date-forms';
import type { TextColumn } from '../../model/text-column';
import type { CsvDateFormat } from './mapping';
import { growableArray } from '../../base/growable-array';
import { makeUtf8Strings, ownText } from '../../base/utf8-strings';
import { codedColumn } from './text-store';

/** Why a record has no usable date. */
export interface DateCellFault {
  readonly of: 'date' | 'end';
  /** Completes "expected ...". */
  readonly expected: string;
}

/** The dates of a file, each kept once as long as they repeat; records hold the number of theirs. */
export interface DateCells {
  /** The number of the date that two cells stand for; an empty end is none. */
  readonly add: (cell: string, end: string) => number | DateCellFault;
  readonly columns: (codes: Uint32Array) => Steps<DateColumns>;
}

export type DateColumns = Pick<EventColumns, 'start' | 'end' | 'startLatest' | 'endEarliest' | 'anchor' | 'form'> & {
  /** FLAG_DOUBT and FLAG_OPEN by record; undefined where no date has either. */
  readonly dateFlags: Uint8Array | undefined;
  readonly words: TextColumn | undefined;
};

/** Still going on, as EDTF has it. */
const OPEN = '..';
const MOST_KNOWN = 20_000;
const NUMBERS = ['start', 'startLatest', 'endEarliest', 'end', 'anchor'] as const;

/** No dates yet. Without `asOfEnd` an interval that is open can't be used. */
export function makeDateCells(format: CsvDateFormat, asOfEnd: Instant | undefined, t: Translate): DateCells {
  const known = new Map<string, number>();
  const kept = {
    start: growableArray(doubles),
    startLatest: growableArray(doubles),
    endEarliest: growableArray(doubles),
    end: growableArray(doubles),
    anchor: growableArray(doubles),
    form: growableArray((length) => new Uint8Array(length)),
    flags: growableArray((length) => new Uint8Array(length)),
  };
  const words = makeUtf8Strings();
  // Days need a start and nothing else, plain months and years an end, whatever isn't plain all there is.
  let needs: 'start' | 'end' | 'all' = 'start';
  let anyFlags = 0;
  const keep = (date: EventDate): number => {
    const numbers = dateNumbers(date, asOfEnd);
    for (const name of NUMBERS) kept[name].push(numbers[name]);
    kept.form.push(numbers.form);
    const flags = flagsOf(date);
    kept.flags.push(flags);
    anyFlags |= flags;
    if (!isPlain(date)) needs = 'all';
    else if (needs === 'start' && !isDay(numbers)) needs = 'end';
    return words.add(date.edtf);
  };
  return {
    add: (cell, end) => {
      const key = end === '' ? cell : `${cell}\n${end}`;
      const code = known.get(key);
      if (code !== undefined) return code;
      const date = readDate(cell, end, format, t);
      if ('expected' in date) return date;
      if (date.open !== undefined && asOfEnd === undefined)
        return { of: end === '' ? 'date' : 'end', expected: t('expected.asOfForOpen') };
      if (known.size >= MOST_KNOWN) known.clear();
      const added = keep(date);
      known.set(ownText(key), added);
      return added;
    },
    columns: function* columns(codes) {
      const column = (name: (typeof NUMBERS)[number]) =>
        spread(kept[name].view(), codes, new Float64Array(codes.length));
      const start = yield* column('start');
      const dateFlags =
        anyFlags === 0 ? undefined : yield* spread(kept.flags.view(), codes, new Uint8Array(codes.length));
      if (needs === 'start') return { start, dateFlags, words: undefined };
      const end = yield* column('end');
      if (needs === 'end') return { start, end, dateFlags, words: undefined };
      return {
        start,
        end,
        startLatest: yield* column('startLatest'),
        endEarliest: yield* column('endEarliest'),
        anchor: yield* column('anchor'),
        form: yield* spread(kept.form.view(), codes, new Uint8Array(codes.length)),
        dateFlags,
        words: codedColumn(codes.slice(), words),
      };
    },
  };
}

const doubles = (length: number): Float64Array<ArrayBuffer> => new Float64Array(length);

/** What stands by number, for every record. */
function* spread<Kind extends Float64Array | Uint8Array>(values: Kind, codes: Uint32Array, to: Kind): Steps<Kind> {
  for (let record = 0; record < codes.length; record++) {
    if (record % ROWS_A_STEP === 0) yield 0;
    to[record] = valueAt(values, valueAt(codes, record));
  }
  return to;
}

function readDate(cell: string, end: string, format: CsvDateFormat, t: Translate): EventDate | DateCellFault {
  const first = readCell(cell, format);
  if (isDateFault(first)) return { of: 'date', expected: expectedOf(first, format, t) };
  if (end === '') return first;
  const last = end === OPEN ? parseEventDate(`${first.edtf}/${OPEN}`) : readCell(end, format);
  if (isDateFault(last)) return { of: 'end', expected: expectedOf(last, format, t) };
  if (end === OPEN) return last;
  const interval =
    isPlain(first) && isPlain(last) ? plainInterval(first, last) : parseEventDate(`${first.edtf}/${last.edtf}`);
  return isDateFault(interval) ? { of: 'end', expected: t(interval.fault) } : interval;
}

function readCell(cell: string, format: CsvDateFormat): EventDate | DateFault {
  const edtf = edtfOfCell(cell.trim(), format);
  // A word of its own: what was read is remembered by it, long after this part of the file.
  return edtf === undefined ? { fault: 'expected.edtf' } : parseEventDate(ownText(edtf));
}

function expectedOf({ fault }: DateFault, format: CsvDateFormat, t: Translate): string {
  return fault === 'expected.edtf' && format !== 'edtf' ? t('expected.dateFormat', { format }) : t(fault);
}

/**
 * Two plain dates as an interval; the package would take 0.1 ms for each of half a million. The same as
 * `parseEventDate` gives.
 */
function plainInterval(first: EventDate, last: EventDate): EventDate | DateFault {
  if (last.start.end <= first.start.start) return { fault: 'expected.endAfterStart' };
  if (last.start.start === first.start.start && last.start.end === first.start.end) return first;
  return {
    ...first,
    edtf: `${first.edtf}/${last.edtf}`,
    form: 'interval',
    start: timeSpan(first.start.start, Math.min(first.start.end, last.start.end)),
    end: timeSpan(Math.max(last.start.start, first.start.start), last.start.end),
  };
}

/** A year, month or day that is nothing but that: start and end say all of it. */
function isPlain({ form, precision, uncertain, approximate, clock }: EventDate): boolean {
  return (
    form === 'single' &&
    !uncertain &&
    !approximate &&
    clock === undefined &&
    (precision === 'year' || precision === 'month' || precision === 'day')
  );
}

function isDay({ start, end }: DateNumbers): boolean {
  return end - start === DAY_MS;
}

function flagsOf({ form, uncertain, approximate, open }: EventDate): number {
  return (form === 'one-of' || uncertain || approximate ? FLAG_DOUBT : 0) | (open === undefined ? 0 : FLAG_OPEN);
}

const ISO = /^(-?\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ].*)?$/;
const SLASHES = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\s.*)?$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})\d{0,6}$/;

/**
 * A cell as EDTF; undefined where it isn't written in the format. Whether the calendar has the day is for whoever reads
 * the EDTF to say.
 */
function edtfOfCell(cell: string, format: CsvDateFormat): string | undefined {
  switch (format) {
    case 'edtf':
      return cell;
    case 'iso':
      return ISO.exec(cell)?.[1];
    case 'M/D/YYYY':
      return dayOf(SLASHES.exec(cell), [3, 1, 2]);
    case 'D/M/YYYY':
      return dayOf(SLASHES.exec(cell), [3, 2, 1]);
    default:
      return dayOf(DIGITS.exec(cell), [1, 2, 3]);
  }
}

function dayOf(
  match: RegExpExecArray | null,
  [year, month, day]: readonly [number, number, number],
): string | undefined {
  if (match === null) return undefined;
  return `${match[year] ?? ''}-${(match[month] ?? '').padStart(2, '0')}-${(match[day] ?? '').padStart(2, '0')}`;
}
