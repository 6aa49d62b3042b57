import type { MessageKey, MessageParams, Translate } from '../../base/translate';
import type { Evidence, WholeDataset } from '../../model/dataset';
import type { DateReading } from '../../model/dates/reading/date-reading';
import type { EventType, Role, StatusValue } from '../../model/vocabulary';
import type { LineKind, OwnerKind } from './reading/line-kinds';
import type { NotebookMemory } from './notebook-memory';

export type { LineKind, OwnerKind } from './reading/line-kinds';

/** In whose language faults are told, and whose words are read beside those of the document's language. */
export interface NotebookContext {
  readonly t: Translate;
}

/** The record that a line belongs to; the head's id is empty. */
export interface LineOwner {
  readonly kind: OwnerKind;
  readonly id: string;
}

/** One line of the text and the record it belongs to; undefined for headings, comments, blank and unread lines. */
export interface NotebookLine {
  readonly text: string;
  readonly owner: LineOwner | undefined;
}

/**
 * A text and the dataset that it is a view of. A value: `retype`, `resetTo` and `settle` make another, and an older one
 * can be taken up again (undo).
 */
export interface Notebook {
  readonly lines: readonly NotebookLine[];
  readonly dataset: WholeDataset;
  /** One a line. */
  readonly readings: readonly LineReading[];
  readonly counts: NotebookCounts;
  /** How many lines had to be read for it that had not been read before. */
  readonly linesRead: number;
  /** What is remembered from one text to the next; nobody else's business. */
  readonly memory: NotebookMemory;
}

export interface NotebookCounts {
  /** That aren't blank. */
  readonly lines: number;
  readonly events: number;
  /** Lines that name a source. */
  readonly sources: number;
  readonly headings: number;
  /** Lines that say which day is looked from. */
  readonly asOf: number;
  readonly unread: number;
  /** Dates that can be read two ways. */
  readonly toSettle: number;
  /** Events that rest on a source. */
  readonly withSource: number;
}

/** What was understood of a line. */
export interface LineReading {
  readonly kind: LineKind;
  readonly owner: LineOwner | undefined;
  /** Of a line that says more of what another begins: that line, counted from 0. */
  readonly of: number | undefined;
  /** What is read of the date in it; undefined where it has none. */
  readonly date: DateReading | undefined;
  /** From which column to which (not inside) the date stands; undefined where it has none. */
  readonly dateAt: readonly [number, number] | undefined;
  /** Of the head line of an event. */
  readonly event: EventReading | undefined;
  /** Of a line of evidence; `undefined` else. */
  readonly source: SourceReading | undefined;
  /** Why a line isn't read, or what of it isn't; the first is the gravest. */
  readonly problems: readonly LineProblem[];
}

/** Of an event, what its lines say. */
export interface EventReading {
  readonly title: string;
  readonly parties: readonly { readonly actor: string; readonly label: string; readonly role: Role }[];
  readonly type: EventType | undefined;
  readonly status: readonly StatusValue[];
  readonly sources: readonly SourceReading[];
  /** How much more is known of it than its lines say: claims, relations ...; by fields of the file, those with none left out. */
  readonly more: readonly { readonly field: MoreField; readonly count: number }[];
}

export const MORE_FIELDS = [
  'claims',
  'relations',
  'statements',
  'caveats',
  'countries',
  'place',
  'attribution',
  'cameo',
  'mode',
  'media',
  'label',
  'tone',
  'importance',
  'participants',
  'date',
  'evidence',
  'other',
] as const;
export type MoreField = (typeof MORE_FIELDS)[number];

export interface SourceReading {
  readonly id: string;
  /** Who publishes it: as the text says, or as only the name of the host suggests. */
  readonly publisher: string | undefined;
  readonly isSuggested: boolean;
  readonly url: string | undefined;
  readonly published: string | undefined;
  readonly quote: Evidence['quote'];
}

/** A reason in words: `t(key, params)`. */
export interface LineProblem {
  readonly key: MessageKey;
  readonly params: MessageParams;
}
