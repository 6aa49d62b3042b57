import type { Translate } from '../../base/translate';
import type { DiplomaticEvent } from '../dataset';
import { dateInWords } from '../dates/date-prose';
import type { EventDate } from '../dates/event-date';
import { extraOfAll, uniteBy, uniteRecords } from './merge-records';
import { isDateFault, parseEventDate } from '../dates/parse-event-date';
import { stanceOf } from '../event-stance';

/** An event as one dataset tells it. */
export interface Telling {
  readonly event: DiplomaticEvent;
  /** The dataset's title, and the day it looks from. */
  readonly set: string;
  readonly asOf: EventDate | undefined;
}

/**
 * One event of all its tellings, the widest dataset's first: title, date, type, participants and what follows from them
 * are the first's, the rest is of all, each entry once. Whether it is announced only, the telling that looks from the
 * latest day decides. `asOf` is the day that they are all looked at from.
 */
export function mergeTellings(
  first: Telling,
  others: readonly Telling[],
  asOf: EventDate | undefined,
  t: Translate,
): DiplomaticEvent {
  const { event } = first;
  const date = seenFrom([first, ...others].find((telling) => telling.event.date !== undefined) ?? first, asOf, t);
  if (others.length === 0) return date === event.date ? event : { ...event, date };
  const all = [first, ...others];
  const events = all.map((telling) => telling.event);
  const firstOf = <Value>(read: (one: DiplomaticEvent) => Value | undefined): Value | undefined =>
    events.map(read).find((value) => value !== undefined);
  const { announced } = latest(all).event;
  return {
    ...event,
    date,
    announced,
    deed: announced ? false : event.announced ? stanceOf(event, false).deed : event.deed,
    summary: firstOf(({ summary }) => summary),
    place: firstOf(({ place }) => place),
    cameo: firstOf(({ cameo }) => cameo),
    attribution: firstOf(({ attribution }) => attribution),
    media: firstOf(({ media }) => media),
    status: byDay(uniteRecords(...events.map(({ status }) => status))),
    evidence: uniteRecords(...events.map(({ evidence }) => evidence)),
    statements: uniteRecords(...events.map(({ statements }) => statements)),
    claims: uniteRecords(...events.map(({ claims }) => claims)),
    caveats: uniteRecords(
      ...events.map(({ caveats }) => caveats),
      others.flatMap((other) => otherDate(event.date, other, t)),
    ),
    relations: uniteBy(({ type, to }) => JSON.stringify([type, to]), ...events.map(({ relations }) => relations)),
    ...extraOfAll(events),
  };
}

/**
 * The telling of the dataset that looks from the latest day, the first of several; one without such a day looks from
 * the earliest.
 */
function latest(tellings: readonly Telling[]): Telling {
  return tellings.reduce((best, other) => (dayEnd(other.asOf) > dayEnd(best.asOf) ? other : best));
}

function dayEnd(day: EventDate | undefined): number {
  return day?.start.end ?? -Infinity;
}

/**
 * What goes on is known to go on until its dataset's own day. Seen from a later one its end is unknown: nobody has said
 * that it still goes on.
 */
function seenFrom(
  { event: { date, status }, set, asOf }: Telling,
  from: EventDate | undefined,
  t: Translate,
): EventDate | undefined {
  if (
    date?.open !== 'ongoing' ||
    asOf === undefined ||
    dayEnd(asOf) >= dayEnd(from) ||
    status.some(({ value }) => value === 'ended')
  )
    return date;
  const then = t('merge.ongoingThen', { date: dateInWords(asOf, t), set });
  return {
    ...date,
    edtf: date.edtf.replace(/\/\.\.$/, '/'),
    open: 'unknown',
    note: date.note === undefined ? then : `${date.note} ${then}`,
  };
}

/** Statuses in time order, undated ones first, as files list them. */
function byDay(status: DiplomaticEvent['status']): DiplomaticEvent['status'] {
  const placed = status.map((entry) => ({ entry, at: entry.asOf === undefined ? -Infinity : startOf(entry.asOf) }));
  return placed.toSorted((a, b) => (a.at === b.at ? 0 : a.at - b.at)).map(({ entry }) => entry);
}

function startOf(edtf: string): number {
  const date = parseEventDate(edtf);
  return isDateFault(date) ? -Infinity : date.start.start;
}

/** The date that isn't shown, in words beside the event; none where it is the same. */
function otherDate(
  shown: EventDate | undefined,
  { event: { date }, set }: Telling,
  t: Translate,
): DiplomaticEvent['caveats'] {
  if (shown === undefined || date === undefined || spansOf(date) === spansOf(shown)) return [];
  const apart = outerEnd(date) <= shown.start.start || outerEnd(shown) <= date.start.start;
  return [
    { kind: apart ? 'contradiction' : 'ambiguity', text: t('merge.otherDate', { set, date: dateInWords(date, t) }) },
  ];
}

function spansOf({ form, start, end, open, uncertain, approximate }: EventDate): string {
  return JSON.stringify([form, start, end, open, uncertain, approximate]);
}

function outerEnd({ start, end, open, form }: EventDate): number {
  return open !== undefined || form === 'after' ? Infinity : (end?.end ?? start.end);
}
