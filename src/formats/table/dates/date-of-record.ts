import type { MessageKey, MessageParams } from '../../../base/translate';
import { ownText } from '../../../base/utf8-strings';
import type { DateFault } from '../../../model/dates/date-forms';
import type { EventDate } from '../../../model/dates/event-date';
import { dateOfSpan } from '../../../model/dates/edtf-of-span';
import { DAY_MS, instant, timeSpan } from '../../../model/dates/instant';
import type { Instant, TimeSpan } from '../../../model/dates/instant';
import { isDateFault, parseEventDate } from '../../../model/dates/parse-event-date';
import type { DateReadingContext } from '../../../model/dates/reading/date-reading';
import type { BoundDate } from '../bind-mapping';
import { minutesOf } from './date-parts';
import type { DateText } from './date-parts';
import { readFixedDate } from './fixed-dates';
import { readCell } from './free-dates';
import type { ReadEnd } from './free-dates';

/** What a person should know of a record's date. */
export interface DateTrouble {
  readonly of: 'date' | 'end';
  readonly part: 'date' | 'time' | 'precision';
  readonly found: string;
  /** Completes "expected ...". */
  readonly key: MessageKey;
  readonly params?: MessageParams;
  readonly effect: 'dropped' | 'noted';
}

/** What a record's cells say of when. */
export interface RecordDate {
  /** Undefined where nothing was understood. */
  readonly date: EventDate | undefined;
  /** The hour of the wall clock, where the table gives one without saying where. */
  readonly civil: Instant | undefined;
  /** Words in the place of ours; of what wasn't understood, what stands there. */
  readonly display: string;
  readonly troubles: readonly DateTrouble[];
  /** It can be read in two ways, and is. */
  readonly isEither: boolean;
  /** It is otherwise with another context. */
  readonly depends: boolean;
}

/** How the two ends of a record are read. */
export interface DateReadingPlan {
  readonly date: BoundDate | undefined;
  readonly end: BoundDate | undefined;
}

export interface DateContexts {
  readonly date: DateReadingContext;
  readonly end: DateReadingContext;
}

/** Still going on, as EDTF has it. */
const OPEN = '..';
const NOTHING: ReadEnd = {
  date: undefined,
  ways: [],
  display: undefined,
  civilTime: undefined,
  fault: undefined,
  hasBadPrecision: false,
  notes: [],
  depends: false,
};

/** Reads a record's date and end; whatever is wrong costs no more than it must, and is told. */
export function dateOfRecord(date: DateText, end: DateText, plan: DateReadingPlan, contexts: DateContexts): RecordDate {
  const troubles: DateTrouble[] = [];
  const first = readEnd(date, plan.date, contexts.date);
  const last = isCensored(end, plan.end) ? { ...NOTHING, isOpen: true } : lastOf(end, plan.end, contexts.end);
  tellEnd('date', date, first, plan.date, troubles);
  tellEnd('end', end, last, plan.end, troubles);
  const joined = joinEnds(date, end, first, last, troubles);
  const time = joined.date?.form === 'single' ? civilOf(joined.date, date, first, troubles) : undefined;
  const unread = joined.date === undefined ? textsOf(date, end) : undefined;
  return {
    date: joined.date,
    civil: time?.civil,
    display: unread ?? (date.display || joined.display || (time?.words ?? '')),
    troubles,
    isEither: joined.date !== undefined && (first.ways.length > 1 || last.ways.length > 1),
    depends: first.depends || last.depends,
  };
}

function readEnd({ text, precision }: DateText, bound: BoundDate | undefined, context: DateReadingContext): ReadEnd {
  if (text === '' || bound === undefined) return NOTHING;
  if (bound.format === undefined) return readCell(text, precision, bound.mapping, context);
  const read = readFixedDate(text, bound.format);
  return isDateFault(read) ? { ...NOTHING, fault: read } : { ...NOTHING, date: read };
}

function lastOf(end: DateText, bound: BoundDate | undefined, context: DateReadingContext) {
  return end.text === OPEN ? { ...NOTHING, isOpen: true } : { ...readEnd(end, bound, context), isOpen: false };
}

/** The last day that the data knows is no end: it only says that it lasted so long. */
function isCensored({ text }: DateText, bound: BoundDate | undefined): boolean {
  const day = bound?.mapping.censoredAt;
  if (day === undefined || text === '') return false;
  const read = readFixedDate(text, bound?.format ?? 'iso');
  return text === day || (!isDateFault(read) && read.edtf === day);
}

interface Joined {
  readonly date: EventDate | undefined;
  readonly display: string;
}

function joinEnds(
  date: DateText,
  end: DateText,
  first: ReadEnd,
  last: ReadEnd & { readonly isOpen: boolean },
  troubles: DateTrouble[],
): Joined {
  const start = first.date;
  if (last.isOpen && start !== undefined) return openFrom(start, first, troubles);
  if (last.date === undefined) return { date: start, display: first.display ?? '' };
  if (start === undefined) {
    // Nobody says when it began: until then, or by then.
    const until = date.text === '' ? parseEventDate(`/${earliestOf(last).edtf}`) : last.date;
    return { date: isDateFault(until) ? last.date : until, display: last.display ?? '' };
  }
  const isEither = first.ways.length > 1 || last.ways.length > 1;
  const exact = isEither ? undefined : intervalOf(start, last.date);
  const isDoubtful = exact === undefined || (isDateFault(exact) && exact.fault !== 'expected.endAfterStart');
  const interval = isDoubtful ? hullOf(first, last) : exact;
  if (isDateFault(interval)) {
    troubles.push({ of: 'end', part: 'date', found: end.text, key: interval.fault, effect: 'dropped' });
    return { date: start, display: first.display ?? '' };
  }
  const hasWords = isDoubtful || first.display !== undefined || last.display !== undefined;
  return {
    date: interval,
    display: hasWords ? `${first.display ?? date.text} – ${last.display ?? end.text}` : '',
  };
}

function openFrom(start: EventDate, first: ReadEnd, troubles: DateTrouble[]): Joined {
  const open = parseEventDate(`${earliestOf(first).edtf}/${OPEN}`);
  if (!isDateFault(open)) return { date: open, display: '' };
  troubles.push({ of: 'end', part: 'date', found: OPEN, key: open.fault, effect: 'dropped' });
  return { date: start, display: first.display ?? '' };
}

function earliestOf({ date, ways }: ReadEnd): Pick<EventDate, 'edtf'> {
  return ways.toSorted((a, b) => a.start.start - b.start.start)[0] ?? date ?? { edtf: '' };
}

/**
 * Of ends that can be read in two ways, or are one of several days: from the first day it may have begun on to the last it
 * may have ended on, in doubt.
 */
function hullOf(first: ReadEnd, last: ReadEnd): EventDate | DateFault {
  const start = Math.min(...waysOf(first).map((way) => way.start.start));
  const end = Math.max(...waysOf(last).map((way) => (way.end ?? way.start).end));
  const from = waysOf(first).find((way) => way.start.start === start);
  const to = waysOf(last).find((way) => (way.end ?? way.start).end === end);
  if (from === undefined || to === undefined) return { fault: 'expected.edtf' };
  const isSet = [from, to].some(({ form }) => form !== 'single');
  return parseEventDate(`${signed(from, from.start, isSet)}/${signed(to, to.end ?? to.start, isSet)}`);
}

function waysOf({ date, ways }: ReadEnd): readonly EventDate[] {
  return ways.length > 1 ? ways : date === undefined ? [] : [date];
}

/** A plain date as it stands, of any other its first or last day; with the sign that it may be another. */
function signed({ form, edtf }: EventDate, span: TimeSpan, isSet: boolean): string {
  if (form === 'single') return isSet || /[?~%]/.test(edtf) ? edtf : `${edtf}?`;
  return `${dateOfSpan(span).edtf}?`;
}

function intervalOf(first: EventDate, last: EventDate): EventDate | DateFault {
  if (isPlain(first) && isPlain(last)) return plainInterval(first, last);
  return parseEventDate(`${first.edtf}/${last.edtf}`);
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
export function isPlain({ form, precision, uncertain, approximate, clock }: EventDate): boolean {
  return (
    form === 'single' &&
    !uncertain &&
    !approximate &&
    clock === undefined &&
    (precision === 'year' || precision === 'month' || precision === 'day')
  );
}

/** The hour of a day, drawn at its place; in words it stands as the table has it, since nobody says in which zone. */
function civilOf(
  day: EventDate,
  { text, time }: DateText,
  { civilTime }: ReadEnd,
  troubles: DateTrouble[],
): { readonly civil: Instant; readonly words: string } | undefined {
  if (time === '' && civilTime === undefined) return undefined;
  const minutes = minutesOf(time === '' ? (civilTime ?? '') : time);
  if (minutes === undefined || day.precision !== 'day') {
    if (time !== '')
      troubles.push({ of: 'date', part: 'time', found: time, key: 'expected.timeOfDay', effect: 'dropped' });
    return undefined;
  }
  // Midnight is what programs write where there is no hour.
  if (minutes === 0 && time === '') return undefined;
  return {
    civil: instant(day.start.start + (minutes / (24 * 60)) * DAY_MS),
    words: time === '' ? text : `${text} ${time}`,
  };
}

function textsOf(date: DateText, end: DateText): string {
  const texts = [date.display || [date.text, date.time].join(' ').trim() || date.stray, end.text || end.stray];
  return ownText(texts.filter((text) => text !== '').join(' – '));
}

/** What a person should know of one end by itself. */
function tellEnd(
  of: 'date' | 'end',
  { text, stray, noMonth, precision }: DateText,
  { fault, notes, hasBadPrecision }: ReadEnd,
  bound: BoundDate | undefined,
  troubles: DateTrouble[],
): void {
  const tell = (key: MessageKey, params?: MessageParams, effect: DateTrouble['effect'] = 'noted'): void => {
    troubles.push({ of, part: 'date', found: text, key, effect, ...(params && { params }) });
  };
  if (fault !== undefined) {
    const effect = of === 'end' ? 'dropped' : 'noted';
    const format = bound?.format;
    if (fault.fault === 'expected.edtf' && format !== undefined && format !== 'edtf')
      tell('expected.dateFormat', { format }, effect);
    else tell(format === undefined ? 'expected.someDate' : fault.fault, undefined, effect);
  }
  const tellPart = (found: string, key: MessageKey): void => {
    if (found !== '') troubles.push({ of, part: 'date', found, key, effect: text === '' ? 'noted' : 'dropped' });
  };
  tellPart(stray, 'expected.dayInMonth');
  tellPart(noMonth, 'expected.monthNumber');
  if (hasBadPrecision)
    troubles.push({
      of,
      part: 'precision',
      found: precision,
      key: 'expected.precision',
      params: { book: bound?.mapping.precision?.book ?? '' },
      effect: 'dropped',
    });
  for (const note of notes) if (note.about === 'weekday') tell('expected.weekday', { weekday: note.is });
}
