import type { EventDate } from '../../model/dates/event-date';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

const WEEKDAY = /\b(Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b/g;
/** "Thursday, 25 February" or "Thursday, February 25": this weekday belongs to a date of its own. */
const DATE_AFTER =
  /^,?\s+(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s+\d)/;

/**
 * The weekday (English names) in the note of a date that is one day, when none named there is that day's; with the right one.
 * Weekdays that stand with another date, "Thursday, 25 February", say nothing about this one. After rule D.2 (6) of the curators.
 */
export function wrongWeekday(date: EventDate): { readonly found: string; readonly expected: string } | undefined {
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
