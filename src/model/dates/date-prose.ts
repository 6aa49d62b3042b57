import type { MessageKey, MessageParams, Translate } from '../../base/translate';
import {
  boundsInWords,
  dayInWords,
  formFor,
  spanInWords,
  spansInWords,
  weekdayName,
  yearInWords,
  dayOfYearInWords,
} from './calendar-prose';
import type { DateRole, WordLength } from './calendar-prose';
import type { DiplomaticEvent } from '../dataset';
import type { EventDate } from './event-date';
import { timeSpan, DAY_MS } from './instant';
import type { Instant } from './instant';
import { isDateFault, parseEventDate } from './parse-event-date';

/**
 * A date in words: "24 Feb 2016", "since 2014", "23 or 24 Feb 2016?". The author's own `display` wins. The same in
 * every zone. "No date" for an event that has none.
 */
export function dateInWords(date: EventDate | undefined, t: Translate): string {
  if (date === undefined) return t('date.none');
  return ownWords(date, t) ?? wordsOf(date, 'long', t);
}

/** A date for a narrow column: short months, "2014 – 2016". The author's `display` wins here too. */
export function dateShort(date: EventDate | undefined, t: Translate): string {
  if (date === undefined) return t('date.none');
  return ownWords(date, t) ?? wordsOf(date, 'short', t);
}

/** The author's words for a date, for a reader of their language. */
function ownWords({ display, displayLanguage }: EventDate, t: Translate): string | undefined {
  return displayLanguage === undefined || isSameLanguage(displayLanguage, t.locale) ? display : undefined;
}

/** Whether two language tags (BCP 47) name one language, whatever the region: en-GB and en-US. */
export function isSameLanguage(one: string, other: string): boolean {
  return one.split('-')[0] === other.split('-')[0];
}

/** A day with its weekday, "Wed 24 Feb 2016", whatever the machine's zone. */
export function weekdayDate(at: Instant, t: Translate): string {
  return t('date.weekday', { weekday: weekdayName(at, t.locale), date: dayInWords(at, t) });
}

/**
 * An event's date with what is known about it: "since 2014, ongoing on 24 Feb 2016", "announced for 27 Feb 2016", and
 * the hour a source gives. Without `asOf`, or before the start, nothing is called ongoing.
 */
export function eventDateInWords(event: DiplomaticEvent, asOf: EventDate | undefined, t: Translate): string {
  const { date } = event;
  const words = dateInWords(date, t);
  if (date === undefined) return words;
  const { clock } = date;
  const timed =
    clock === undefined
      ? words
      : t(date.form === 'interval' ? 'date.withStartClock' : 'date.withClock', {
          date: words,
          clock: clockInWords(clock, t),
        });
  if (event.announced && date.open === 'ongoing' && date.display === undefined) {
    return t('date.announcedOpen', { date: startInWords(date, t) });
  }
  if (event.announced) return t('date.announcedFor', { date: timed });
  if (asOf === undefined || !isOngoing(date, event.status, asOf)) return timed;
  return t('date.ongoing', { date: timed, asOf: dateInWords(asOf, t) });
}

/** The start of an interval, with its hour where a source gives one. */
function startInWords(date: EventDate, t: Translate): string {
  const start = endInWords(date.edtf.split('/')[0] ?? '', 'long', t, 'since');
  return date.clock === undefined ? start : t('date.withClock', { date: start, clock: clockInWords(date.clock, t) });
}

function isOngoing(date: EventDate, status: DiplomaticEvent['status'], asOf: EventDate): boolean {
  return date.open === 'ongoing' && date.start.start < asOf.start.end && !status.some(({ value }) => value === 'ended');
}

function wordsOf(date: EventDate, length: WordLength, speak: Translate, role: DateRole = 'alone'): string {
  const t = isYearDoubtful(date) ? withYearsInBrackets(speak) : speak;
  switch (date.form) {
    case 'single':
      return signed(singleInWords(date, length, t, role), date, length, t);
    case 'before':
      return beforeInWords(date, length, t);
    case 'after':
      return signed(afterInWords(date, length, t), date, length, t);
    case 'one-of':
    case 'all-of':
      return signed(candidatesInWords(date, date.form, length, t), date, length, t);
    case 'interval':
      return intervalInWords(date, length, speak);
  }
}

function signed(words: string, date: EventDate, length: WordLength, t: Translate): string {
  const about = date.approximate
    ? t(length === 'long' ? 'date.approximate' : 'date.short.approximate', { date: words })
    : words;
  return date.uncertain && !isYearDoubtful(date) ? t('date.uncertain', { date: about }) : about;
}

/**
 * A year with a sign of its own before a month: `2015?-09-30` or `?2015-09-30`, where the source gives the day and not
 * the year.
 */
const SIGNED_YEAR = /(?:\?-?\d{4}|-?\d{4}\?)(?=-\d\d)/g;

/** Whether nothing is in doubt but its years, each of them. Intervals with two ends are asked end by end. */
function isYearDoubtful({ uncertain, edtf }: EventDate): boolean {
  if (!uncertain) return false;
  const sure = edtf.replace(SIGNED_YEAR, '');
  return !/\d{4}|[?%]/.test(sure);
}

/** Speaks of years as historians write those that they have from elsewhere: "30 Sep [2015]". */
function withYearsInBrackets(t: Translate): Translate {
  const { locale, dir, digits, number } = t;
  const translate = (key: MessageKey, params?: MessageParams): string => {
    const words = t(key, params);
    return YEARS.has(key)
      ? words
          .split('|')
          .map((form) => t('date.yearFromElsewhere', { year: form }))
          .join('|')
      : words;
  };
  return Object.assign(translate, { locale, dir, digits, number });
}

const YEARS: ReadonlySet<MessageKey> = new Set(['date.year', 'date.yearCe', 'date.yearBce']);

const SEASON = /^\??~?%?(-?\d{4})[?~%]?-[?~%]?(2[1-9]|3\d|4[01])/;

function singleInWords(date: EventDate, length: WordLength, t: Translate, role: DateRole): string {
  // `1950S2` may stand anywhere in the century, but 1950 is what the source estimates.
  const estimate = /^Y?(-?\d+)S\d/.exec(date.edtf)?.[1];
  if (estimate !== undefined) return yearInWords(Number(estimate), t, role);
  const season = date.precision === 'season' ? SEASON.exec(date.edtf) : null;
  const key = season === null ? undefined : seasonKey(season[2] ?? '');
  if (season === null || key === undefined) return spanInWords(date.start, length, t, role);
  return t('date.season', { season: formFor(role, t(key)), year: yearInWords(Number(season[1]), t) });
}

const SEASON_KEYS = [
  'season.21',
  'season.22',
  'season.23',
  'season.24',
  'season.25',
  'season.26',
  'season.27',
  'season.28',
  'season.29',
  'season.30',
  'season.31',
  'season.32',
  'season.33',
  'season.34',
  'season.35',
  'season.36',
  'season.37',
  'season.38',
  'season.39',
  'season.40',
  'season.41',
] as const satisfies readonly MessageKey[];

function seasonKey(code: string): MessageKey | undefined {
  return SEASON_KEYS.find((key) => key === `season.${code}`);
}

function afterInWords({ edtf, start }: EventDate, length: WordLength, t: Translate): string {
  return edtf.startsWith('{')
    ? t('date.from', { date: spanInWords(start, length, t, 'since') })
    : t('date.onOrAfter', { date: spanInWords(start, length, t, 'by') });
}

/** `[..a]` is on or before it; `../a` and `/a` last until it. */
function beforeInWords(date: EventDate, length: WordLength, t: Translate): string {
  const key = beforeKey(date.edtf, length);
  const role = key === 'date.onOrBefore' || key === 'date.short.before' ? 'by' : 'until';
  return signed(t(key, { date: spanInWords(date.start, length, t, role) }), date, length, t);
}

function beforeKey(edtf: string, length: WordLength): MessageKey {
  if (edtf.startsWith('..') || edtf.startsWith('{')) return 'date.until';
  if (edtf.startsWith('/')) return length === 'long' ? 'date.untilStartUnknown' : 'date.until';
  return length === 'long' ? 'date.onOrBefore' : 'date.short.before';
}

/** Up to this many days are listed; more are counted, or given as the range they fill. */
const MOST_LISTED = 4;

function candidatesInWords(date: EventDate, form: 'one-of' | 'all-of', length: WordLength, t: Translate): string {
  const { candidates, start, end = start } = date;
  const whole = timeSpan(start.start, end.end);
  if (candidates.length > MOST_LISTED || candidates.length < 2) {
    const bounds = boundsInWords(whole, length, t);
    if (isUnbroken(date)) return t(form === 'one-of' ? 'date.within' : 'date.fromTo', bounds);
    return t(form === 'one-of' ? 'date.oneOfMany' : 'date.allOfMany', { ...bounds, n: candidates.length });
  }
  const words = spansInWords(candidates, length, t);
  const head = words.slice(0, -1).reduceRight((rest, first) => t('date.comma', { first, rest }));
  return t(form === 'one-of' ? 'date.or' : 'date.and', { rest: head, last: words[words.length - 1] ?? head });
}

function isUnbroken({ candidates }: EventDate): boolean {
  return candidates.every((span, index) => index === 0 || candidates[index - 1]?.end === span.start);
}

/** Each end in its own words, with its own signs: "about June 2016 to August 2016?". */
function intervalInWords(date: EventDate, length: WordLength, t: Translate): string {
  const [lower = '', upper = ''] = date.edtf.split('/');
  const from = endInWords(lower, length, t, 'since');
  if (date.open === 'ongoing') return t('date.since', { date: from });
  if (date.open === 'unknown') return t('date.endUnknown', { date: from });
  const [first, last] = [endInWords(lower, length, t, 'alone'), endInWords(upper, length, t, 'alone')];
  if (first === last) return first;
  return length === 'long'
    ? t('date.fromTo', { from, to: endInWords(upper, length, t, 'to'), first, last })
    : t('date.short.fromTo', { from: first, to: last });
}

function endInWords(edtf: string, length: WordLength, t: Translate, role: DateRole): string {
  const date = parseEventDate(edtf);
  return isDateFault(date) ? edtf : wordsOf(date, length, t, role);
}

/**
 * The hour a source gives, first as the place's wall clock, then in UTC: "00:00 Damascus (22:00 UTC, 26 Feb)". The
 * place is the zone's own name, or the offset where no zone is given; the UTC day only where it differs.
 */
function clockInWords(clock: NonNullable<EventDate['clock']>, t: Translate): string {
  const { civil, at, zone } = clock;
  const sameDay = Math.floor(civil / DAY_MS) === Math.floor(at / DAY_MS);
  const sameYear = new Date(civil).getUTCFullYear() === new Date(at).getUTCFullYear();
  const utcTime = hourAndMinute(at, t);
  if (civil === at && zone === undefined) return t('date.clockUtc', { time: utcTime });
  const date = sameYear ? dayOfYearInWords(at, t) : dayInWords(at, t);
  const utc = sameDay ? t('date.clockUtc', { time: utcTime }) : t('date.clockUtcOn', { time: utcTime, date });
  return t('date.clock', {
    time: hourAndMinute(civil, t),
    place: zone === undefined ? offsetInWords(civil - at, t) : placeOfZone(zone),
    utc,
  });
}

function hourAndMinute(at: number, t: Translate): string {
  return inDigits(new Date(at).toISOString().slice(-13, -8), t);
}

/** A text with the digits of the reader's locale. */
function inDigits(text: string, t: Translate): string {
  return text.replace(/\d/g, (digit) => t.digits(Number(digit)));
}

/** `America/Argentina/Buenos_Aires` is Buenos Aires. */
function placeOfZone(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

function offsetInWords(offsetMs: number, t: Translate): string {
  const minutes = Math.abs(offsetMs) / 60_000;
  const hours = String(Math.floor(minutes / 60)).padStart(2, '0');
  return t('date.offset', {
    offset: inDigits(`${offsetMs < 0 ? '-' : '+'}${hours}:${String(minutes % 60).padStart(2, '0')}`, t),
  });
}
