import type { DiplomaticEvent } from '../../model/dataset';
import type { EventDate } from '../../model/dates/event-date';
import { isAfter } from '../../model/event-stance';
import type { RecordPlace, RejectionList } from '../rejections';

/** What a curator should look at in an event that loads all the same; each becomes a noted rejection. */
export function checkEvent(
  event: DiplomaticEvent,
  asOf: EventDate | undefined,
  place: RecordPlace,
  list: RejectionList,
): void {
  const { t } = list;
  const note = (path: string, found: unknown, expected: string): void =>
    list.reject(place, path, found, expected, 'noted');
  const { date, status } = event;
  if (!isDateSupported(event)) note('/evidence', supportedFields(event), t('expected.evidenceForDate'));
  const weekday = date === undefined ? undefined : wrongWeekday(date);
  if (weekday !== undefined) note('/date/note', weekday.found, t('expected.weekday', { weekday: weekday.expected }));
  if (isAfter(date, asOf) && status[0]?.value !== 'announced') {
    note(status.length === 0 ? '/status' : '/status/0', status[0]?.value, t('expected.announcedFirst'));
  }
}

/**
 * A date that is said to stand in a source needs its evidence; so does any date where the file gives evidence but none
 * for it.
 */
function isDateSupported({ date, evidence }: DiplomaticEvent): boolean {
  if (date === undefined) return true;
  if (date.basis === 'inferred' || date.basis === 'external') return true;
  if (date.basis === undefined && evidence.length === 0) return true;
  return evidence.some(({ supports }) => supports.includes('date'));
}

function supportedFields({ evidence }: DiplomaticEvent): readonly string[] | undefined {
  return evidence.length === 0 ? undefined : [...new Set(evidence.flatMap(({ supports }) => supports))];
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

const WEEKDAY = /\b(Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b/g;
/** "Thursday, 25 February" or "Thursday, February 25": this weekday belongs to a date of its own. */
const DATE_AFTER =
  /^,?\s+(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s+\d)/;

/**
 * The weekday (English names) in the note of a date that is one day, when none named there is that day's; with the
 * right one. Weekdays that stand with another date, "Thursday, 25 February", say nothing about this one. After rule D.2
 * (6) of the curators.
 */
function wrongWeekday(date: EventDate): { readonly found: string; readonly expected: string } | undefined {
  const { note, form, start, precision } = date;
  if (note === undefined || form !== 'single' || !(precision === 'day' || precision === 'minute')) return undefined;
  const expected = WEEKDAYS[new Date(start.start).getUTCDay()] ?? WEEKDAYS[0];
  const named = [...note.matchAll(WEEKDAY)]
    .filter(
      (match) =>
        !DATE_AFTER.test(note.slice(match.index + match[0].length)) ||
        namesSameDay(note.slice(match.index), start.start),
    )
    .map(([weekday]) => weekday);
  const [found] = named;
  return found === undefined || named.includes(expected) ? undefined : { found, expected };
}

/** "Sunday, 22 February" of a date on the 22nd is about this date. */
function namesSameDay(text: string, at: number): boolean {
  return Number(/\d{1,2}/.exec(text)?.[0]) === new Date(at).getUTCDate();
}
