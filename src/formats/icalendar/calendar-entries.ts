import { contentLines } from './content-lines';
import { readProperty } from './calendar-property';
import type { CalendarProperty } from './calendar-property';

/** A component that stands in a calendar: `vevent`, `vtodo`, `vjournal`, `vfreebusy` ... */
export interface CalendarEntry {
  readonly kind: string;
  /** On which it begins, from 1. */
  readonly line: number;
  /** In the file's order, without those of what is inside it (alarms). */
  readonly properties: readonly CalendarProperty[];
  /** Whether the file says where it ends. */
  readonly isWhole: boolean;
}

/** What a file has in all its calendars. */
export type CalendarPart =
  | { readonly entry: CalendarEntry }
  /** Of a calendar itself: its name. */
  | { readonly property: CalendarProperty }
  /** A line that is no property, in an entry or beside it. */
  | { readonly badLine: string; readonly line: number };

/** What no entry is: a zone's rules and what only wakes somebody. */
const INNER: ReadonlySet<string> = new Set(['valarm', 'standard', 'daylight', 'vtimezone', 'vlocation', 'participant']);

interface Open {
  readonly kind: string;
  readonly line: number;
  readonly properties: CalendarProperty[];
}

/** The calendars of a text one line after the other; what is open at its end, or where another begins, ends there. */
export function* calendarParts(text: string): Generator<CalendarPart, void> {
  let entry: Open | undefined;
  let inner: string | undefined;
  for (const { text: row, line } of contentLines(text)) {
    const [, verb, name] = /^(begin|end)\s*:\s*([\w-]+)\s*$/i.exec(row) ?? [];
    if (verb !== undefined && name !== undefined) {
      const kind = name.toLowerCase();
      const begins = verb.toLowerCase() === 'begin';
      if (inner !== undefined) {
        if (!begins && kind === inner) inner = undefined;
      } else if (begins && INNER.has(kind)) inner = kind;
      else if (kind.startsWith('vcalendar') || begins) {
        if (entry !== undefined) yield { entry: { ...entry, isWhole: false } };
        entry = kind.startsWith('vcalendar') ? undefined : { kind, line, properties: [] };
      } else if (entry !== undefined) {
        yield { entry: { ...entry, isWhole: true } };
        entry = undefined;
      }
      continue;
    }
    if (inner !== undefined) continue;
    const property = readProperty(row, line);
    if (property === undefined) yield { badLine: row, line };
    else if (entry === undefined) yield { property };
    else entry.properties.push(property);
  }
  if (entry !== undefined) yield { entry: { ...entry, isWhole: false } };
}
