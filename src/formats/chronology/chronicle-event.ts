import { firstSentence } from '../../base/first-sentence';
import type { EventDate } from '../../model/dates/event-date';
import type { DateExtras } from '../../model/dates/parse-event-date';
import type { DateReading } from '../../model/dates/reading/date-reading';
import { dateOf } from '../imported/exact-date';
import type { ImportedSource } from '../imported/imported-event';
import type { ImportedEvents } from '../imported-events';
import { isZone } from '../zone-offset';
import { offsetAtWall } from '../zone-wall';
import type { ChronicleEvent } from './chronicle';
import type { LineEvidence } from './line-evidence';
import { linkedText } from './line-links';
import type { LineLink } from './line-links';
import { withoutEmphasis } from './line-marks';

/** A title longer than this, of several sentences, is a text: its first sentence is the title, the whole is kept. */
const LONGEST_TITLE = 120;

/** Hands an event of a chronology over: what stands on its line, the lines under it, and what it rests on. */
export function addChronicleEvent(event: ChronicleEvent, into: ImportedEvents): void {
  const { head, line, date, dateText } = event;
  const below = textBelow(event.text);
  const title = head?.title ?? '';
  const isText = title.length > LONGEST_TITLE && firstSentence(title) !== title;
  const summary = [isText ? title : '', below.text].filter((part) => part !== '').join('\n');
  const sources = [
    ...event.evidence.map(sourceOfEvidence),
    ...[...(head?.links ?? []), ...below.links].map(sourceOfLink),
  ].filter((source) => source !== undefined);
  const [source, ...others] = sources;
  const [evidence] = event.evidence;
  into.add({
    where: into.t('position.line', { line }),
    title: isText ? undefined : title,
    summary: summary === '' ? undefined : summary,
    date: eventDateOf(date),
    dateText,
    participants: head?.names ?? [],
    type: head?.type,
    status: head?.status ?? [],
    source,
    sources: others,
    ...(evidence?.quote === undefined ? {} : { quote: evidence.quote }),
    ...(head === undefined || head.tags.length === 0 ? {} : { extra: { tags: head.tags } }),
    markup: 'none',
  });
}

function textBelow(lines: readonly string[]): { readonly text: string; readonly links: readonly LineLink[] } {
  const links: LineLink[] = [];
  const plain = lines.map((line) => {
    const linked = linkedText(line, new Map());
    links.push(...linked.links);
    return withoutEmphasis(linked.text);
  });
  return { text: plain.join('\n').trim(), links };
}

function sourceOfLink({ url, words }: LineLink): ImportedSource {
  return { url, title: words };
}

/** The words of a second piece of evidence stand in its note: an event has those of one. */
function sourceOfEvidence(
  { url, publisher, published, quote }: LineEvidence,
  index: number,
): ImportedSource | undefined {
  const note = index > 0 && quote !== undefined ? `“${quote}”` : undefined;
  if (url === undefined && publisher === undefined && published === undefined && note === undefined) return undefined;
  return { url, publisher, published, note };
}

/** A date as read, with its hour where the text says whose it is, else with the hour in the note; undefined where there is none. */
export function eventDateOf({ edtf, display, time, civilTime, notes }: DateReading): EventDate | undefined {
  const place = notes.find(({ about }) => about === 'zone');
  const zone = place?.about === 'zone' && isZone(place.zone) && place.zone.includes('/') ? place.zone : undefined;
  const extras: DateExtras = display === undefined ? {} : { display };
  if (time !== undefined) return dateOf(edtf, { ...extras, time }) ?? dateOf(edtf, extras);
  if (civilTime === undefined || edtf === undefined) return dateOf(edtf, extras);
  const day = /^\d{4}-\d\d-\d\d/.exec(edtf)?.[0];
  const offset = zone === undefined || day === undefined ? undefined : offsetAtWall(day, civilTime, zone);
  const timed =
    offset === undefined || day === undefined
      ? undefined
      : dateOf(edtf, { ...extras, time: `${day}T${civilTime}:00${offset}`, zone });
  return timed ?? dateOf(edtf, { ...extras, note: civilTime });
}
