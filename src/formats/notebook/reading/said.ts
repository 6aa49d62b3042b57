import { countWords } from '../../../base/clean-text';
import type { DateReading } from '../../../model/dates/reading/date-reading';
import type { EventType, Role, StatusValue } from '../../../model/vocabulary';
import { eventDateOf } from '../../chronology/chronicle-event';
import type { LineEvidence } from '../../chronology/line-evidence';
import { writeDate } from '../../json/write-event';
import type { FileRecord } from '../../json/write-event';
import { unmasked } from './masked';
import type { TextBlock } from './text-blocks';

/** What a line says of a source. */
export interface SourceSaid {
  readonly quote: string | undefined;
  readonly publisher: string | undefined;
  /** EDTF. */
  readonly published: string | undefined;
  readonly url: string | undefined;
  /** The words of a link. */
  readonly title: string | undefined;
}

export interface MediaSaid {
  readonly src: string;
  readonly description: string | undefined;
  readonly credit: string | undefined;
}

/** What the lines of an event say, no more: compared with what they said before, it tells what somebody has changed. */
export interface EventSaid {
  /** As a file has it; null for an event that has none. */
  readonly date: string | FileRecord | null;
  readonly title: string;
  readonly parties: readonly { readonly name: string; readonly role: Role }[];
  readonly type: EventType | undefined;
  readonly status: readonly StatusValue[];
  readonly tags: readonly string[];
  readonly evidence: readonly SourceSaid[];
  readonly summary: string | undefined;
  readonly media: MediaSaid | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What the lines of a chapter, note or period say, and of a source or an actor. */
export interface RecordSaid {
  /** EDTF; undefined where it has none. */
  readonly date: string | undefined;
  readonly text: string;
  readonly evidence: readonly SourceSaid[];
  readonly summary: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Most words that are quoted; of more the first stand. */
export const MOST_QUOTED = 10;

/** The words of a quote, at most ten of them. */
export function shortQuote(quote: string): string {
  return countWords(quote) <= MOST_QUOTED ? quote : `${quote.split(/\s+/).slice(0, MOST_QUOTED).join(' ')} …`;
}

/** What the lines of an event say, its date as it was decided. */
export function eventSaid(block: TextBlock, date: DateReading | undefined): EventSaid {
  const { parts } = block;
  const found = date === undefined ? undefined : eventDateOf(date);
  return {
    date: found === undefined ? null : writeDate(found),
    title: parts?.title ?? '',
    parties: parts?.names ?? [],
    type: parts?.type,
    status: parts?.status ?? [],
    tags: parts?.tags ?? [],
    evidence: evidenceSaid(block),
    summary: summaryOf(block),
    media: block.media.map(({ text }) => mediaSaid(text)).find((media) => media !== undefined),
    fields: fieldsOf(block),
  };
}

export function recordSaid(block: TextBlock, date: DateReading | undefined): RecordSaid {
  return {
    date: date?.edtf,
    text: block.text,
    evidence: evidenceSaid(block),
    summary: summaryOf(block),
    fields: fieldsOf(block),
  };
}

function evidenceSaid({ parts, evidence }: TextBlock): readonly SourceSaid[] {
  return [
    ...(parts?.links ?? []).map(({ url, words }): SourceSaid => ({
      quote: undefined,
      publisher: undefined,
      published: undefined,
      url,
      title: words,
    })),
    ...evidence.map(({ said }) => sourceSaid(said)),
  ];
}

function sourceSaid({ quote, publisher, published, url }: LineEvidence): SourceSaid {
  return { quote: quote === undefined ? undefined : shortQuote(quote), publisher, published, url, title: undefined };
}

function summaryOf({ summary }: TextBlock): string | undefined {
  return summary.length === 0 ? undefined : summary.map(({ text }) => text).join('\n');
}

export function fieldsOf({ fields }: TextBlock): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fields.map(({ field }) => [field.key, field.value]));
}

const MEDIA = /^(\S+)(?:\s+"([^"]*)")?(?:\s+\(([^()]*)\))?$/;

/** `map.webp "What it shows" (who made it)`, masked; undefined for anything else. */
function mediaSaid(text: string): MediaSaid | undefined {
  const [, src, description, credit] = MEDIA.exec(text) ?? [];
  if (src === undefined) return undefined;
  return { src: unmasked(src), description: plainPart(description), credit: plainPart(credit) };
}

function plainPart(part: string | undefined): string | undefined {
  return part === undefined || part === '' ? undefined : unmasked(part);
}
