import type { Steps } from '../../base/steps';
import type { ExactDate } from '../imported/exact-date';
import { makeImportedReader } from '../imported/imported-reader';
import type { ImportedEnd } from '../imported/imported-reader';
import type { ImportedEvents } from '../imported-events';
import { addCalendarEvent } from './calendar-event';
import { calendarParts } from './calendar-entries';
import type { CalendarEntry } from './calendar-entries';
import { readCalendarTime } from './calendar-time';

/** Reads iCalendar (RFC 5545): all entries of all calendars in the file. */
export const icalendarReader = makeImportedReader({ name: 'iCalendar', read: readCalendars });

/** Lines between two places to stop: each costs some microseconds. */
const PARTS_A_STEP = 128;
/** Reading the lines, of all there is to do. */
const LINES = 0.8;

function* readCalendars(text: string, into: ImportedEvents): Steps<ImportedEnd> {
  const { t } = into;
  const entries: CalendarEntry[] = [];
  const lines = text.length / 40;
  let parts = 0;
  for (const part of calendarParts(text)) {
    if (++parts % PARTS_A_STEP === 0) yield Math.min(parts / lines, 1) * LINES;
    if ('entry' in part) entries.push(part.entry);
    else if ('property' in part) describe(part.property.name, part.property.values[0], into);
    else
      into.reject({
        where: t('position.line', { line: part.line }),
        field: '',
        found: part.badLine,
        expected: t('imported.expected.property'),
        effect: 'dropped',
      });
  }
  const events = entries.filter(({ kind }) => kind === 'vevent');
  if (events.length === 0) {
    const kinds = [...new Set(entries.map(({ kind }) => kind.toUpperCase()))].join(', ');
    const detail = kinds === '' ? t('imported.problem.calendar') : t('imported.problem.calendarKinds', { kinds });
    return { problem: 'no-events', detail };
  }
  const told = toldOccurrences(events);
  for (const [index, entry] of entries.entries()) {
    if (index % PARTS_A_STEP === 0) yield LINES + (1 - LINES) * (index / entries.length);
    if (entry.kind === 'vevent') addCalendarEvent(entry, told.get(uidOf(entry) ?? '') ?? [], into);
    else rejectEntry(entry, into);
  }
  return { records: entries.length };
}

/** Of several calendars the first that says its name. */
function describe(name: string, escaped: string | undefined, into: ImportedEvents): void {
  // Of names that begin with X nobody says that they are text; all that read them take them for it.
  const value = escaped?.replace(/\\([,;\\])/g, '$1').replace(/\\n/gi, '\n');
  if (value === undefined || value.trim() === '') return;
  if (name === 'x-wr-calname' || name === 'name') into.describe({ title: value });
  if (name === 'x-wr-caldesc' || name === 'description') into.describe({ description: value });
}

/** Tasks, journals and busy times are no events; what they are is told. */
function rejectEntry({ kind, line, properties }: CalendarEntry, into: ImportedEvents): void {
  const { t } = into;
  const summary = properties.find(({ name }) => name === 'summary')?.values[0];
  into.reject({
    where: t('position.line', { line }),
    record: summary,
    field: '',
    found: kind.toUpperCase(),
    expected: t('imported.expected.vevent'),
    effect: 'left-out',
  });
}

/** By the id of a repeated entry, the occurrences that entries of their own tell (`RECURRENCE-ID`). */
function toldOccurrences(events: readonly CalendarEntry[]): ReadonlyMap<string, readonly ExactDate[]> {
  const told = new Map<string, ExactDate[]>();
  for (const entry of events) {
    const which = entry.properties.find(({ name }) => name === 'recurrence-id');
    const date = which && readCalendarTime(which);
    const uid = uidOf(entry);
    if (date === undefined || uid === undefined) continue;
    const others = told.get(uid);
    if (others === undefined) told.set(uid, [date]);
    else others.push(date);
  }
  return told;
}

function uidOf({ properties }: CalendarEntry): string | undefined {
  return properties.find(({ name }) => name === 'uid')?.values[0];
}
