import type { EventDate } from './dates/event-date';
import type { Instant } from './dates/instant';
import type {
  ActorKind,
  CaveatKind,
  Certainty,
  CountryRole,
  EventType,
  EvidenceField,
  Grouping,
  RelationType,
  Role,
  ScaleKind,
  SourceGrade,
  SourceKind,
  StatusValue,
  Tone,
} from './vocabulary';

/**
 * A dataset after reading, without its events, which are an EventTable: short forms are spelled out, references
 * resolve, dates are parsed. See data.md.
 */
export interface Dataset {
  readonly schemaVersion: string;
  readonly id: string;
  readonly title: string;
  readonly description: string | undefined;
  /** Of titles, summaries, names and quotations, BCP 47; absent where the file doesn't say. */
  readonly language?: string | undefined;
  /** The day the dataset looks from; absent when the file has none (then nothing is open-ended). */
  readonly asOf: EventDate | undefined;
  readonly licence: string | undefined;
  readonly opening: Opening | undefined;
  readonly curators: readonly string[];
  readonly modified: string | undefined;
  readonly version: string | undefined;
  readonly corrections: readonly { readonly date: string; readonly text: string }[];
  readonly sources: readonly Source[];
  readonly actors: readonly Actor[];
}

/** A dataset with its events as a file lists them. */
export interface WholeDataset extends Dataset {
  /** In file order. */
  readonly events: readonly DiplomaticEvent[];
}

/** The author's opening view; each part may be absent. `to` is the end of the day named, not inside. */
export interface Opening {
  readonly from: Instant | undefined;
  readonly to: Instant | undefined;
  readonly scale: ScaleKind | undefined;
  readonly group: Grouping | undefined;
  readonly expanded: readonly string[] | undefined;
}

export interface Source {
  readonly id: string;
  readonly kind: SourceKind | undefined;
  readonly publisher: string | undefined;
  readonly ownership: string | undefined;
  readonly title: string | undefined;
  readonly dateline: string | undefined;
  /** EDTF as written. */
  readonly published: string | undefined;
  /** http(s) only; undefined with a `note` saying why. */
  readonly url: string | undefined;
  readonly note: string | undefined;
  readonly grade: SourceGrade | undefined;
}

export interface Actor {
  readonly id: string;
  readonly label: string;
  readonly kind: ActorKind;
  /** ISO 3166-1 alpha-2; none for groups, the UN and coalitions. */
  readonly countries: readonly string[];
  readonly altNames: readonly string[];
  readonly memberOf: readonly string[];
  readonly offices: readonly {
    readonly title: string;
    readonly country: string | undefined;
    readonly asOf: string | undefined;
  }[];
  readonly designations: readonly {
    readonly by: string;
    readonly what: string | undefined;
    readonly accordingTo: string | undefined;
  }[];
  readonly note: string | undefined;
}

export interface Participant {
  readonly actor: string;
  readonly role: Role;
  /** The office held at the time of the event, as the source gives it. */
  readonly office: string | undefined;
  readonly claimedBy: string | undefined;
}

export interface Evidence {
  readonly source: string;
  readonly locator: string | undefined;
  readonly find: string | undefined;
  readonly quote: string | undefined;
  readonly supports: readonly EvidenceField[];
}

export interface Statement {
  readonly speaker: string;
  readonly kind: 'direct' | 'indirect';
  readonly text: string | undefined;
  readonly quote: string | undefined;
}

export interface Claim {
  readonly id: string;
  readonly claimedBy: string | undefined;
  readonly text: string;
  readonly about: string | undefined;
}

export interface Relation {
  readonly type: RelationType;
  /** An event's or a claim's id; always resolves. */
  readonly to: string;
  readonly certainty: Certainty;
}

export interface DiplomaticEvent {
  readonly id: string;
  readonly title: string;
  /** At most 32 characters: the chart's word for it; made from the title where the file gives none. */
  readonly label: string;
  readonly summary: string | undefined;
  readonly date: EventDate;
  readonly type: EventType | undefined;
  readonly mode: string | undefined;
  /** Worked out from type, mode, CAMEO code and status, or the file's explicit `tone`. */
  readonly tone: Tone;
  /** Done, not only said; anything not yet in effect is a word. */
  readonly deed: boolean;
  /** Announced for a day after the dataset's as-of day and not said to have happened. */
  readonly announced: boolean;
  readonly cameo:
    | {
        readonly code: string;
        readonly fit: 'exact' | 'good' | 'fair' | undefined;
        readonly alternates: readonly string[];
      }
    | undefined;
  readonly status: readonly { readonly value: StatusValue; readonly asOf: string | undefined }[];
  readonly participants: readonly Participant[];
  readonly countries: readonly { readonly country: string; readonly role: CountryRole }[];
  readonly place: { readonly label: string; readonly country: string | undefined } | undefined;
  readonly evidence: readonly Evidence[];
  readonly statements: readonly Statement[];
  readonly claims: readonly Claim[];
  readonly attribution: { readonly voice: string; readonly via: string | undefined } | undefined;
  readonly caveats: readonly { readonly kind: CaveatKind; readonly text: string }[];
  readonly relations: readonly Relation[];
  readonly importance: 1 | 2 | 3;
}
