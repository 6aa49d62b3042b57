import type { MessageKey, Translate } from '../base/translate';
import { DAY_MS, civilDay } from './instant';
import type { Instant, TimeSpan } from './instant';

/** Long writes a month standing alone in full ("February 2016"); days have short months in both. */
export type WordLength = 'long' | 'short';

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
export function spanInWords(span: TimeSpan, length: WordLength, t: Translate): string {
  const unit = unitOf(span);
  return unit === undefined
    ? t('date.within', boundsInWords(span, length, t))
    : unitInWords(unit, civilDate(span.start), length, 'nothing', t);
}

/** The first and last day (month, year) of a span, each in words. */
export function boundsInWords(span: TimeSpan, length: WordLength, t: Translate): { readonly from: string; readonly to: string } {
  const last = span.end - 1;
  const [start, end] = [civilDate(span.start), civilDate(last)];
  const unit = (['year', 'month'] as const).find((each) => unitStart(span.start, each) === span.start && unitStart(span.end, each) === span.end) ?? 'day';
  return { from: unitInWords(unit, start, length, 'nothing', t), to: unitInWords(unit, end, length, 'nothing', t) };
}

/** Each span in words; where all are days (or months) of one month or year, all but the last leave that out. */
export function spansInWords(spans: readonly TimeSpan[], length: WordLength, t: Translate): readonly string[] {
  const units = spans.map(unitOf);
  const [unit] = units;
  const dates = spans.map((span) => civilDate(span.start));
  const shared = unit === undefined || units.some((other) => other !== unit) ? 'nothing' : sharedPart(unit, dates);
  return spans.map((span, index) => {
    const date = dates[index];
    if (unit === undefined || date === undefined || shared === 'nothing' || index === spans.length - 1) return spanInWords(span, length, t);
    return unitInWords(unit, date, length, shared, t);
  });
}

function sharedPart(unit: Unit, dates: readonly CivilDate[]): Shared {
  const [first] = dates;
  if (first === undefined || unit === 'year' || unit === 'decade' || dates.some(({ year }) => year !== first.year)) return 'nothing';
  return unit === 'day' && dates.every(({ month }) => month === first.month) ? 'month' : 'year';
}

/** The year of an astronomical count as a reader knows it: 0 is 1 BCE; years of one to three digits say CE. */
export function yearInWords(year: number, t: Translate): string {
  if (year <= 0) return t('date.yearBce', { year: String(1 - year) });
  return t(year < 1000 ? 'date.yearCe' : 'date.year', { year: String(year) });
}

function unitInWords(unit: Unit, date: CivilDate, length: WordLength, shared: Shared, t: Translate): string {
  const year = yearInWords(date.year, t);
  const day = String(date.day);
  switch (unit) {
    case 'day': return t(DAY_KEYS[shared], { day, month: monthName(date.month, 'short', t.locale), year });
    case 'month': {
      const month = monthName(date.month, length, t.locale);
      return shared === 'nothing' ? t('date.month', { month, year }) : t('date.monthOfYear', { month });
    }
    case 'year': return year;
    case 'decade': return t('date.decade', { year: String(date.year) });
  }
}

const DAY_KEYS = {
  nothing: 'date.day', year: 'date.dayOfYear', month: 'date.dayOfMonth',
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

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Remembered: making one takes a thousand times as long as using it. */
function formatter(locale: string, part: { readonly month: WordLength } | { readonly weekday: 'short' }): Intl.DateTimeFormat {
  const key = `${locale} ${Object.values(part).join()} ${Object.keys(part).join()}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { ...part, timeZone: 'UTC', calendar: 'gregory' });
  formatters.set(key, made);
  return made;
}
