import type { EventDate } from '../../model/dates/event-date';
import type { ActorKind, CaveatKind, EventType, Role, SourceKind, StatusValue, Tone } from '../../model/vocabulary';

/** What a file says of one happening, in the words that it has; all but `where` may be absent. */
export interface ImportedEvent {
  /** As the file has it; made where it has none, renamed where another record has it. */
  readonly id?: string | undefined;
  /** Absent or empty: the first sentence of the summary, else who takes part. */
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
  /** Undefined: the event stands on the shelf "No date". */
  readonly date: EventDate | undefined;
  /** The file's own words for the date; told with their place where there is no date for them. */
  readonly dateText?: string | undefined;
  /** Where there is no `date`, `dateText` may be one in words, or however people write it (`readDate`). */
  readonly mayBeWords?: boolean | undefined;
  readonly participants?: readonly ImportedParty[] | undefined;
  readonly type?: EventType | undefined;
  readonly tone?: Tone | undefined;
  readonly status?: readonly StatusValue[] | undefined;
  readonly place?: string | { readonly label: string; readonly country?: string | undefined } | undefined;
  /** What it rests on, its date included. */
  readonly source?: ImportedSource | undefined;
  /** Further ones; nobody says that they give the date. */
  readonly sources?: readonly ImportedSource[] | undefined;
  /** Words of `source`. */
  readonly quote?: string | undefined;
  /** A picture, film or page to look at: it becomes a source with its address, and is never fetched. */
  readonly media?: ImportedSource | undefined;
  readonly caveats?: readonly { readonly kind: CaveatKind; readonly text: string }[] | undefined;
  /** The id, as the file gives it, of the event that it is a part of. */
  readonly partOf?: string | undefined;
  readonly importance?: 1 | 2 | 3 | undefined;
  /** What our format has no field for, kept as it is and written back. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
  /** JSON pointer, or `line 12`. */
  readonly where: string;
  /**
   * Whether texts are HTML (`html`), plain text (`none`), or HTML where they have its tags; the last where absent.
   */
  readonly markup?: 'html' | 'none' | undefined;
}

export interface ImportedParty {
  readonly name: string;
  /** `party` where absent. */
  readonly role?: Role | undefined;
  /** Guessed from the name where absent. */
  readonly kind?: ActorKind | undefined;
  /** ISO 3166-1 alpha-2, in any case; other words are dropped. */
  readonly country?: string | undefined;
  readonly office?: string | undefined;
}

/** One without an address is told apart from others by title, publisher and note; one without any of these is none. */
export interface ImportedSource {
  /** An address that isn't one of the web becomes the note. */
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  /** EDTF. */
  readonly published?: string | undefined;
  readonly kind?: SourceKind | undefined;
  readonly note?: string | undefined;
}

export interface ImportedPeriod {
  readonly label: string;
  readonly date: EventDate;
  /** ISO 3166-1 alpha-2. */
  readonly countries?: readonly string[];
}
