import { EVENT_TYPES } from '../../model/vocabulary';
import type { EventDate } from '../../model/dates/event-date';
import type { ExactDate } from '../imported/exact-date';
import { singleDate } from '../imported/exact-date';
import { webAddress } from '../imported/html-text';
import type { ImportedEvent, ImportedSource } from '../imported/imported-event';
import type { ImportedEvents } from '../imported-events';
import type { CalendarEntry } from './calendar-entries';
import { partiesOf } from './calendar-parties';
import type { CalendarProperty } from './calendar-property';
import { calendarDate, readCalendarTime, readDuration } from './calendar-time';
import type { CalendarEnd } from './calendar-time';
import { OWN_EVENT, OWN_PRIORITY, OWN_REST } from './own-properties';
import { firstOccurrence, readRecurrence, recurrenceInWords } from './recurrence';

/** Read into fields of an event; all others are kept as they are. */
const READ: ReadonlySet<string> = new Set(
  'uid summary description dtstart dtend duration location url attendee organizer attach'.split(' '),
);
/** What programs keep for themselves. */
const BOOKKEEPING: ReadonlySet<string> = new Set('dtstamp created last-modified sequence transp'.split(' '));

/** `told`: occurrences of this entry that have entries of their own. */
export function addCalendarEvent(entry: CalendarEntry, told: readonly ExactDate[], into: ImportedEvents): void {
  const { t } = into;
  const { properties, line, isWhole } = entry;
  const where = t('position.line', { line });
  const of = (name: string): string | undefined => {
    const value = properties.find((property) => property.name === name)?.values.join(', ');
    return value === undefined || value.trim() === '' ? undefined : value;
  };
  const occurrence = of('recurrence-id');
  const title = of('summary');
  const url = of('url');
  const uid = of('uid');
  const own = of(OWN_EVENT.toLowerCase());
  if (!isWhole)
    into.reject({
      where,
      record: title,
      field: '',
      found: undefined,
      expected: t('imported.expected.end'),
      effect: 'noted',
    });
  into.add({
    id: own ?? (uid === undefined || occurrence === undefined ? uid : `${uid} ${occurrence}`),
    title,
    summary: [own === undefined ? of('description') : ownSummary(of('description')), stateInWords(of('status'), into)]
      .filter((part) => part !== undefined)
      .join('\n\n'),
    ...dateOfEntry(entry, title, told, into),
    participants: partiesOf(properties),
    place: of('location'),
    source: url === undefined ? undefined : { url },
    sources: attachments(properties),
    ...(own === undefined ? { extra: restOf(properties) } : ownFields(of)),
    where,
  });
}

/** What our own calendars say of an event in properties that others mean otherwise by. */
function ownFields(of: (name: string) => string | undefined): Partial<ImportedEvent> {
  const importance = ([1, 2, 3] as const).find((each) => OWN_PRIORITY[each] === of('priority'));
  return { type: EVENT_TYPES.find((type) => type === of('categories')), importance, markup: 'none' };
}

/** Without what stands there for people alone. */
function ownSummary(description: string | undefined): string | undefined {
  const at = description?.lastIndexOf(OWN_REST) ?? -1;
  return at < 0 ? description : description?.slice(0, at);
}

/** What is cancelled is no less in the file: it is said where it is read. */
function stateInWords(status: string | undefined, into: ImportedEvents): string | undefined {
  const { t } = into;
  switch (status?.trim().toUpperCase()) {
    case 'CANCELLED':
      into.note('settled', t('imported.note.cancelled'));
      return t('imported.state.cancelled');
    case 'TENTATIVE':
      into.note('settled', t('imported.note.tentative'));
      return t('imported.state.tentative');
    default:
      return undefined;
  }
}

function attachments(properties: readonly CalendarProperty[]): readonly ImportedSource[] {
  return properties.flatMap(({ name, values, parameter }) => {
    const url = name === 'attach' ? webAddress(values[0]) : undefined;
    return url === undefined ? [] : [{ url, title: parameter('filename') }];
  });
}

function restOf(properties: readonly CalendarProperty[]): ImportedEvent['extra'] {
  const rest: Record<string, string> = {};
  for (const { name, raw, values } of properties) {
    const isKept = name === 'attach' && webAddress(values[0]) === undefined;
    if ((READ.has(name) && !isKept) || BOOKKEEPING.has(name) || raw.trim() === '') continue;
    const known = Object.hasOwn(rest, name) ? rest[name] : undefined;
    rest[name] = known === undefined ? raw : `${known},${raw}`;
  }
  return Object.keys(rest).length === 0 ? undefined : { icalendar: rest };
}

function dateOfEntry(
  { properties, line }: CalendarEntry,
  record: string | undefined,
  told: readonly ExactDate[],
  into: ImportedEvents,
): { readonly date: EventDate | undefined; readonly dateText?: string | undefined } {
  const { t } = into;
  const named = (name: string): readonly CalendarProperty[] => properties.filter((each) => each.name === name);
  const drop = (property: CalendarProperty, expected: string): void =>
    into.reject({
      where: t('position.line', { line: property.line }),
      record,
      field: property.name.toUpperCase(),
      found: property.raw,
      expected,
      effect: 'dropped',
    });
  const [first, ...others] = named('dtstart');
  for (const other of others) drop(other, t('imported.expected.oneStart', { line }));
  if (first === undefined) {
    const [end] = named('dtend');
    if (end !== undefined) drop(end, t('imported.expected.start'));
    return { date: undefined };
  }
  const start = readCalendarTime(first);
  if (start === undefined) return { date: undefined, dateText: first.raw };
  const isOverride = named('recurrence-id').length > 0;
  const recurrence = isOverride ? undefined : readRecurrence(properties, told);
  if (recurrence !== undefined) into.note('settled', t('imported.note.repeats'));
  const shown = recurrence === undefined ? start : firstOccurrence(start, recurrence);
  const note = recurrence === undefined ? undefined : recurrenceInWords(recurrence, start, t);
  const extras = note === undefined ? {} : { note };
  const end = endOf(named, start, shown, drop, into);
  const date = calendarDate(shown, end, extras);
  if (date !== undefined) return { date };
  const [last] = [...named('dtend'), ...named('duration')];
  if (last !== undefined) drop(last, t('expected.endAfterStart'));
  return { date: singleDate(shown, extras) };
}

/** The end of the occurrence that is shown; it lasts as long as the one that the file gives. */
function endOf(
  named: (name: string) => readonly CalendarProperty[],
  start: ExactDate,
  shown: ExactDate,
  drop: (property: CalendarProperty, expected: string) => void,
  { t }: ImportedEvents,
): CalendarEnd | undefined {
  const [end] = named('dtend');
  if (end !== undefined) {
    const at = readCalendarTime(end);
    if (at === undefined) drop(end, t('imported.expected.date'));
    else if (shown === start) return { at };
    else return { at: { ...at, edtf: dayAfter(shown.edtf, daysBetween(start.edtf, at.edtf)) } };
    return undefined;
  }
  const [duration] = named('duration');
  const seconds = readDuration(duration?.values[0]);
  if (seconds !== undefined) return { seconds };
  if (duration !== undefined) drop(duration, t('imported.expected.duration'));
  return undefined;
}

const DAY_MS = 86_400_000;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY_MS);
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
