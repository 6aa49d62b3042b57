import { cleanText } from '../../base/clean-text';
import { withoutIsolates } from '../../base/translate';
import type { Translate } from '../../base/translate';
import type { DiplomaticEvent, WholeDataset } from '../../model/dataset';
import { dateInWords } from '../../model/dates/date-prose';
import type { EventDate } from '../../model/dates/event-date';
import type { DateReading, DateReadingContext } from '../../model/dates/reading/date-reading';
import { readDate } from '../../model/dates/reading/read-date';
import { DATE_TEXT } from '../../model/event-columns';
import { eventDateOf } from '../chronology/chronicle-event';
import { writeDate } from '../json/write-event';
import type { CellContext, CellOutcome } from './cell-types';

/** What is known of the dates of a dataset before one of them is read. */
export function dateContext({ language }: Pick<WholeDataset, 'language'>, { t }: CellContext): DateReadingContext {
  return { languages: language === undefined ? [t.locale] : [t.locale, language] };
}

/**
 * An event's date as somebody would type it: the author's own words or ours, where they are read as that date, else its
 * EDTF. What couldn't be read is the text as it stood.
 */
export function dateText({ date, extra }: DiplomaticEvent, dataset: WholeDataset, { t }: CellContext): string {
  if (date === undefined) {
    const unread = extra?.[DATE_TEXT];
    return typeof unread === 'string' ? unread : '';
  }
  return spelled(date, dateContext(dataset, { t }), t);
}

/** A date of EDTF alone, in words. */
export function spelled(date: EventDate, context: DateReadingContext, t: Translate): string {
  return spellings(date, t).find((text) => isRead(text, date, context)) ?? date.edtf;
}

function spellings(date: EventDate, t: Translate): readonly string[] {
  const { display, clock } = date;
  const words = withoutIsolates(dateInWords({ ...date, display: undefined }, t));
  if (clock !== undefined) {
    const hour = new Date(clock.civil).toISOString().slice(11, 16);
    const place = clock.zone?.slice(clock.zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
    const time = timeOf(date);
    return [
      ...(place === undefined ? [] : [`${words}, ${hour} ${place}`, `${words}, ${hour} ${clock.zone ?? ''}`]),
      ...(time === undefined ? [] : [time]),
    ];
  }
  return display === undefined ? [words] : [display, words];
}

function timeOf(date: EventDate): string | undefined {
  const written = writeDate(date);
  return typeof written !== 'string' && typeof written['time'] === 'string' ? written['time'] : undefined;
}

/** Whether a text says a date, its hour and own words included. */
function isRead(text: string, date: EventDate, context: DateReadingContext): boolean {
  const reading = readDate(text, context);
  const found = reading.sure === 'sure' ? eventDateOf(reading) : undefined;
  return (
    found !== undefined &&
    found.edtf === date.edtf &&
    (found.display === undefined || found.display === date.display) &&
    found.clock?.at === date.clock?.at &&
    found.clock?.civil === date.clock?.civil
  );
}

/** What of an event a text for its date makes. */
export interface DateSet extends CellOutcome {
  readonly date: EventDate | undefined;
  /** The text of a date that wasn't read. */
  readonly unread: string | undefined;
}

/**
 * Reads a date that was typed. One that can't be read is none, and its text is kept; one that can be read two ways is
 * one of them, with both in its reading. How the old one was known isn't said of a new one.
 */
export function readDateCell(
  text: string,
  was: EventDate | undefined,
  context: DateReadingContext,
  t: Translate,
): DateSet {
  const plain = cleanText(text).trim();
  if (plain === '') return { date: undefined, unread: undefined };
  const reading = readDate(plain, context);
  // Its own text, which may not say all of it: an hour that something begins at.
  if (was !== undefined && spelled(was, context, t) === plain) return { date: was, unread: undefined, reading };
  const found = eventDateOf(reading);
  if (found === undefined)
    return { date: undefined, unread: plain, reading, problem: { key: 'cell.problem.date', params: {} } };
  return { date: isSame(found, was) ? was : found, unread: undefined, reading };
}

/** The same date typed another way leaves what else is known of it, its own words too. */
function isSame(found: EventDate, was: EventDate | undefined): boolean {
  return (
    was !== undefined &&
    found.edtf === was.edtf &&
    (found.display === undefined || found.display === was.display) &&
    found.clock?.at === was.clock?.at
  );
}

/** Reads the text again, for who edits it. */
export function readingOf(text: string, context: DateReadingContext): DateReading {
  return readDate(cleanText(text).trim(), context);
}
