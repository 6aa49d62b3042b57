import { languageFacts } from '../../base/messages/languages';
import { dateFormatOf } from '../../base/messages/locale-formats';
import type { MessageKey, Translate } from '../../base/translate';
import { DAY_MS, civilDay } from './instant';
import type { Instant, TimeSpan } from './instant';

/** Long writes a month standing alone in full ("February 2016"); days have short months in both. */
export type WordLength = 'long' | 'short';

/**
 * Where in a sentence a date stands. Languages with cases or articles write it otherwise after "since" or "until": a
 * message of a date gives the forms it needs in this order with `|` between them; one that is missing is the first.
 */
const DATE_ROLES = ['alone', 'since', 'to', 'until', 'by'] as const;
export type DateRole = (typeof DATE_ROLES)[number];

type Unit = 'day' | 'month' | 'year' | 'decade';

/** How much of a date a list leaves to its last entry: "23 or 24 Feb 2016". */
type Shared = 'nothing' | 'year' | 'month';

interface CivilDate {
  readonly year: number;
  /** From 0. */
  readonly month: number;
  readonly day: number;
}

/** A day in words, "24 Feb 2016", whatever the machine's zone. An instant inside the day gives the same. */
export function dayInWords(at: Instant, t: Translate): string {
  return unitInWords('day', civilDate(at), 'long', 'nothing', t);
}

/** The day and month, "26 Feb". */
export function dayOfYearInWords(at: Instant, t: Translate): string {
  return unitInWords('day', civilDate(at), 'long', 'year', t);
}

/** The weekday of an instant's civil day, "Wed". */
export function weekdayName(at: Instant, locale: string): string {
  return formatter(locale, { weekday: 'short' }).format(new Date(at));
}

/** A span in the words of the day, month, year or decade it fills; "between ... and ..." where it fills none. */
export function spanInWords(span: TimeSpan, length: WordLength, t: Translate, role: DateRole = 'alone'): string {
  const unit = unitOf(span);
  return unit === undefined
    ? t('date.within', boundsInWords(span, length, t))
    : unitInWords(unit, civilDate(span.start), length, 'nothing', t, role);
}

/** The first and last day (month, year) of a span, each in words: as they stand after "from" and "to", and alone. */
export function boundsInWords(
  span: TimeSpan,
  length: WordLength,
  t: Translate,
): Readonly<Record<'from' | 'to' | 'first' | 'last', string>> {
  const last = span.end - 1;
  const [start, end] = [civilDate(span.start), civilDate(last)];
  const unit =
    (['year', 'month'] as const).find(
      (each) => unitStart(span.start, each) === span.start && unitStart(span.end, each) === span.end,
    ) ?? 'day';
  const words = (date: CivilDate, role: DateRole) => unitInWords(unit, date, length, 'nothing', t, role);
  return { from: words(start, 'since'), to: words(end, 'to'), first: words(start, 'alone'), last: words(end, 'alone') };
}

/** Each span in words; where all are days (or months) of one month or year, all but the last leave that out. */
export function spansInWords(spans: readonly TimeSpan[], length: WordLength, t: Translate): readonly string[] {
  const units = spans.map(unitOf);
  const [unit] = units;
  const dates = spans.map((span) => civilDate(span.start));
  const shared = unit === undefined || units.some((other) => other !== unit) ? 'nothing' : sharedPart(unit, dates);
  return spans.map((span, index) => {
    const date = dates[index];
    if (unit === undefined || date === undefined || shared === 'nothing' || index === spans.length - 1)
      return spanInWords(span, length, t);
    return unitInWords(unit, date, length, shared, t);
  });
}

function sharedPart(unit: Unit, dates: readonly CivilDate[]): Shared {
  const [first] = dates;
  if (first === undefined || unit === 'year' || unit === 'decade' || dates.some(({ year }) => year !== first.year))
    return 'nothing';
  return unit === 'day' && dates.every(({ month }) => month === first.month) ? 'month' : 'year';
}

/** The year of an astronomical count as a reader knows it: 0 is 1 BCE; years of one to three digits say CE. */
export function yearInWords(year: number, t: Translate, role: DateRole = 'alone'): string {
  if (year <= 0) return formFor(role, t('date.yearBce', { year: t.digits(1 - year) }));
  return formFor(role, t(year < 1000 ? 'date.yearCe' : 'date.year', { year: t.digits(year) }));
}

/** The form that a message of a date has for a place in a sentence: see `DateRole`. */
export function formFor(role: DateRole, message: string): string {
  const forms = message.split('|');
  return forms[DATE_ROLES.indexOf(role)] ?? forms[0] ?? '';
}

function unitInWords(
  unit: Unit,
  date: CivilDate,
  length: WordLength,
  shared: Shared,
  t: Translate,
  role: DateRole = 'alone',
): string {
  const year = yearInWords(date.year, t);
  switch (unit) {
    case 'day': {
      const month = monthInDay(date.month, dayMonthLength(length, t), t.locale);
      return formFor(role, t(DAY_KEYS[shared], { day: dayNumber(date.day, t), month, year }));
    }
    case 'month': {
      const months = {
        month: monthName(date.month, length, t.locale),
        monthOf: monthInDay(date.month, length, t.locale),
      };
      return formFor(role, shared === 'nothing' ? t('date.month', { ...months, year }) : t('date.monthOfYear', months));
    }
    case 'year':
      return yearInWords(date.year, t, role);
    case 'decade':
      return formFor(role, t('date.decade', { year: t.digits(date.year) }));
  }
}

/** The day of a month: "24", "1er" in French. */
export function dayNumber(day: number, t: Translate): string {
  return t('date.dayNumber', { n: day });
}

/**
 * English writes short months beside a day everywhere; other languages have room for them only in words that are long.
 */
function dayMonthLength(length: WordLength, t: Translate): WordLength {
  return languageFacts(t.locale).hasShortMonths ? 'short' : length;
}

const DAY_KEYS = {
  nothing: 'date.day',
  year: 'date.dayOfYear',
  month: 'date.dayOfMonth',
} as const satisfies Readonly<Record<Shared, MessageKey>>;

/** The unit a span fills exactly; part of a day counts as its day. */
function unitOf(span: TimeSpan): Unit | undefined {
  const { start, end } = span;
  if (end - start <= DAY_MS && unitStart(start, 'day') === unitStart(end - 1, 'day')) return 'day';
  if (unitStart(start, 'month') !== start) return undefined;
  const { year, month } = civilDate(start);
  if (civilDay(year, month + 2) === end) return 'month';
  if (month !== 0) return undefined;
  if (civilDay(year + 1) === end) return 'year';
  return year >= 1000 && year % 10 === 0 && civilDay(year + 10) === end ? 'decade' : undefined;
}

function unitStart(at: number, unit: 'day' | 'month' | 'year'): number {
  const { year, month, day } = civilDate(at);
  return civilDay(year, unit === 'year' ? 1 : month + 1, unit === 'day' ? day : 1);
}

function civilDate(at: number): CivilDate {
  const date = new Date(at);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}

/** Named from a day of 2001, so that no calendar reform of the past can shift it. */
function monthName(month: number, length: WordLength, locale: string): string {
  return formatter(locale, { month: length }).format(new Date(Date.UTC(2001, month, 15)));
}

/** The month as it stands beside a day, which in Russian is another case: "24 февраля". */
export function monthInDay(month: number, length: WordLength, locale: string): string {
  const parts = formatter(locale, { month: length, day: 'numeric' }).formatToParts(new Date(Date.UTC(2001, month, 15)));
  return parts.find(({ type }) => type === 'month')?.value ?? monthName(month, length, locale);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Remembered: making one takes a thousand times as long as using it. */
function formatter(
  locale: string,
  part: { readonly month: WordLength; readonly day?: 'numeric' } | { readonly weekday: 'short' },
): Intl.DateTimeFormat {
  const key = `${locale} ${Object.values(part).join()} ${Object.keys(part).join()}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = dateFormatOf(locale, part);
  formatters.set(key, made);
  return made;
}
