import { dateFormatOf } from '../../../base/messages/locale-formats';
import { listInWords } from '../../../base/translate';
import type { Translate } from '../../../base/translate';
import { dateInWords } from '../date-prose';
import type { EventDate } from '../event-date';
import { isDateFault, parseEventDate } from '../parse-event-date';
import type { DateNote, DateReading } from './date-reading';

/**
 * What was understood of a date, in words, as it stands under the field or the cell it was typed in: "23 or 24 Feb 2016:
 * one event, on one of these days"; "since some day in 2014, still going on 24 Feb 2016", with the as-of day where there
 * is one; "22 Feb 2016 was a Monday, not a Tuesday". Wants the messages of the unit `faults`.
 */
export function readingInWords(reading: DateReading, t: Translate, asOf?: EventDate): string {
  const { edtf } = reading;
  if (edtf === undefined) return t('reading.unread');
  const date = eventDateOf(edtf);
  const what = reading.sure === 'two-ways' ? waysInWords(reading, t) : sureInWords(reading, edtf, date, t, asOf);
  const notes = reading.notes.map((note) => noteInWords(note, t));
  return listInWords([what, ...notes.filter((words) => words !== undefined)], t, 'list.semicolon');
}

/** One of the ways to read a date, in words. */
function wayInWords(edtf: string, t: Translate): string {
  const date = eventDateOf(edtf);
  return date === undefined ? edtf : dateInWords(date, t);
}

function eventDateOf(edtf: string): EventDate | undefined {
  const date = parseEventDate(edtf);
  return isDateFault(date) ? undefined : date;
}

function waysInWords({ alternatives }: DateReading, t: Translate): string {
  const ways = alternatives.map(({ edtf }) => wayInWords(edtf, t));
  const [last = '', ...before] = ways.toReversed();
  return t('reading.twoWays', { ways: t('date.or', { rest: listInWords(before.toReversed(), t), last }) });
}

function sureInWords(
  { display, civilTime }: DateReading,
  edtf: string,
  date: EventDate | undefined,
  t: Translate,
  asOf: EventDate | undefined,
): string {
  if (date === undefined) return display ?? edtf;
  const words = dateInWords(date, t);
  if (display !== undefined) return t('reading.drawnAs', { words: display, date: words });
  if (date.open === 'ongoing') return ongoingInWords(date, words, t, asOf);
  if (date.form === 'one-of')
    return t(date.precision === 'day' ? 'reading.oneOfDays' : 'reading.oneOfTimes', { date: words });
  if (date.form === 'all-of') return t('reading.allOf', { date: words });
  return civilTime === undefined ? words : t('date.withClock', { date: words, clock: inDigits(civilTime, t) });
}

function ongoingInWords(date: EventDate, words: string, t: Translate, asOf: EventDate | undefined): string {
  const start = wayInWords(date.edtf.replace(/\/.*$/, ''), t);
  const isDay = date.precision === 'day';
  if (asOf === undefined || asOf.start.end <= date.start.start)
    return t(isDay ? 'reading.sinceDay' : 'reading.sinceSome', { date: words, start });
  return t(isDay ? 'reading.sinceDayAsOf' : 'reading.sinceSomeAsOf', {
    date: words,
    start,
    asOf: dateInWords(asOf, t),
  });
}

function noteInWords(note: DateNote, t: Translate): string | undefined {
  switch (note.about) {
    case 'weekday':
      return t('reading.weekday', {
        date: wayInWords(note.day, t),
        is: weekdayInWords(note.is, t),
        said: weekdayInWords(note.said, t),
      });
    case 'zone':
      return t('reading.zone', { zone: note.zone });
    case 'century':
      return t('reading.century', { year: t.digits(note.year) });
    case 'serial':
      return t('reading.serial');
    case 'unknown-part':
      return t('reading.unknownPart');
    case 'midnight':
      return t('reading.midnight');
  }
}

/** The whole name; 7 January 2001 was a Sunday. */
function weekdayInWords(weekday: number, { locale }: Translate): string {
  return dateFormatOf(locale, { weekday: 'long' }).format(new Date(Date.UTC(2001, 0, 7 + weekday)));
}

function inDigits(text: string, t: Translate): string {
  return text.replace(/\d/g, (digit) => t.digits(Number(digit)));
}
