import type { DiplomaticEvent } from './dataset';
import type { EventDate } from './dates/event-date';
import { isDateFault, parseEventDate } from './dates/parse-event-date';
import { stanceOfCameo, stanceOfType } from './tone';
import type { Stance } from './tone';
import type { EventType, StatusValue, Tone } from './vocabulary';

/**
 * Tone and deed of an event: type and mode, else the CAMEO code; an explicit tone overrules; what is only announced is
 * a word.
 */
export function stanceOf(event: Kind & { readonly tone?: Tone | undefined }, announced: boolean): Stance {
  const usual = usualStance(event);
  return { tone: event.tone ?? usual.tone, deed: usual.deed && !announced && event.mode !== 'announced' };
}

/** What an event's stance follows from, as far as its file says it. */
interface Kind {
  readonly type?: EventType | undefined;
  readonly mode?: string | undefined;
  readonly cameo?: { readonly code: string } | undefined;
}

/** The stance of an event of which nobody says more than what kind of thing it is. */
function usualStance({ type, mode, cameo }: Kind): Stance {
  const none: Stance = { tone: 'neutral', deed: false };
  if (type !== undefined) return stanceOfType(type, mode);
  return cameo === undefined ? none : (stanceOfCameo(cameo.code) ?? none);
}

/** Statuses by which something has happened or is happening; the others leave it open. */
const HAPPENED: ReadonlySet<StatusValue> = new Set<StatusValue>([
  'held',
  'made',
  'in-effect',
  'ongoing',
  'ended',
  'violated',
]);

/**
 * Whether an event is only announced on the as-of day: it lies ahead and isn't said to have happened, or its latest
 * status by then is "announced".
 */
export function isAnnounced(
  date: EventDate | undefined,
  status: DiplomaticEvent['status'],
  asOf: EventDate | undefined,
): boolean {
  const standing = standingOf(status, asOf);
  return standing === 'announced' || (standing === 'open' && isAfter(date, asOf));
}

/** What the latest status by the as-of day says: only announced, happened, or neither. */
export function standingOf(
  status: DiplomaticEvent['status'],
  asOf: EventDate | undefined,
): 'announced' | 'happened' | 'open' {
  const latest = latestStatus(status, asOf);
  if (latest === 'announced') return 'announced';
  return latest !== undefined && HAPPENED.has(latest) ? 'happened' : 'open';
}

/** Whether all of a date lies after the as-of day; never without either. */
export function isAfter(date: EventDate | undefined, asOf: EventDate | undefined): boolean {
  return asOf !== undefined && date !== undefined && date.form !== 'before' && date.start.start >= asOf.start.end;
}

/** The status with the latest day up to the as-of day; undated ones come first, later in the list wins. */
function latestStatus(status: DiplomaticEvent['status'], asOf: EventDate | undefined): StatusValue | undefined {
  let latest: StatusValue | undefined;
  let latestStart = -Infinity;
  for (const { value, asOf: day } of status) {
    const start = day === undefined ? -Infinity : startOf(day);
    if (asOf !== undefined && start >= asOf.start.end) continue;
    if (start < latestStart) continue;
    latest = value;
    latestStart = start;
  }
  return latest;
}

function startOf(edtf: string): number {
  const date = parseEventDate(edtf);
  return isDateFault(date) ? -Infinity : date.start.start;
}
