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
 * Fields of a record that this version doesn't know, as the file has them: written back, never drawn. Absent where
 * there are none.
 */
export interface Extended {
  readonly extra?: Readonly<Record<string, unknown>>;
}

/**
 * A dataset after reading, without its events, which are an EventTable: short forms are spelled out, references
 * resolve, dates are parsed. See docs/data.md.
 */
export interface Dataset extends Extended {
  /** Path of the JSON Schema that the file names, for editors. */
  readonly $schema?: string | undefined;
  readonly schemaVersion: string;
  readonly id: string;
  readonly title: string;
  readonly description: string | undefined;
  /** Of titles, summaries, names and quotations, BCP 47 (`lang` of the file); absent where it doesn't say. */
  readonly language?: string | undefined;
  /** The day the dataset looks from; absent when the file has none (then nothing is open-ended). */
  readonly asOf: EventDate | undefined;
  readonly licence: string | undefined;
  readonly opening: Opening | undefined;
  readonly curators: readonly string[];
  readonly modified: string | undefined;
  readonly version: string | undefined;
  readonly corrections: readonly (Extended & { readonly date: string; readonly text: string })[];
  readonly sources: readonly Source[];
  readonly actors: readonly Actor[];
  /** Titled spans that lead through the whole, in reading order. */
  readonly chapters: readonly Chapter[];
  /** What the author writes beside an event or a span. */
  readonly notes: readonly Note[];
  /** Spans that stand behind the events: a war, a term of office. */
  readonly periods: readonly Period[];
}

/** A dataset with its events as a file lists them. */
export interface WholeDataset extends Dataset {
  /** In file order. */
  readonly events: readonly DiplomaticEvent[];
}

/** The author's opening view; each part may be absent. `to` is the end of the day named, not inside. */
export interface Opening extends Extended {
  readonly from: Instant | undefined;
  readonly to: Instant | undefined;
  readonly scale: ScaleKind | undefined;
  readonly group: Grouping | undefined;
  readonly expanded: readonly string[] | undefined;
}

/** A titled span of the telling; what it says rests on evidence like any event. */
export interface Chapter extends Extended {
  readonly id: string;
  readonly title: string;
  /** First and last day, month or year it spans; either may be absent. */
  readonly from: EventDate | undefined;
  readonly to: EventDate | undefined;
  readonly text: string | undefined;
  /** The view it is read in, as an address of the page has it: `group=actor&type=talks`. */
  readonly view: string | undefined;
  /** Ids of the events it speaks of; always resolve. */
  readonly events: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** A remark of the author's: on an event, on a span, or (with neither) on the dataset. */
export interface Note extends Extended {
  readonly id: string;
  readonly text: string;
  /** An event's id; always resolves. */
  readonly event: string | undefined;
  readonly from: EventDate | undefined;
  readonly to: EventDate | undefined;
  readonly evidence: readonly Evidence[];
}

/** A span with a name, behind the events. */
export interface Period extends Extended {
  readonly id: string;
  readonly label: string;
  readonly date: EventDate;
  /** ISO 3166-1 alpha-2; none for a period of everybody's. */
  readonly countries: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** A picture of an event; drawn by `<img>` only. */
export interface Media extends Extended {
  /** An address relative to the page, or a data URL of png, jpeg, webp or avif. */
  readonly src: string;
  /** What it shows, for who doesn't see it. */
  readonly description: string | undefined;
  readonly credit: string | undefined;
  readonly licence: string | undefined;
}

export interface Source extends Extended {
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

export interface Actor extends Extended {
  readonly id: string;
  readonly label: string;
  readonly kind: ActorKind;
  /** ISO 3166-1 alpha-2; none for groups, the UN and coalitions. */
  readonly countries: readonly string[];
  readonly altNames: readonly string[];
  readonly memberOf: readonly string[];
  readonly offices: readonly Office[];
  readonly designations: readonly Designation[];
  readonly note: string | undefined;
}

export interface Office extends Extended {
  readonly title: string;
  readonly country: string | undefined;
  /** EDTF as written. */
  readonly asOf: string | undefined;
}

export interface Designation extends Extended {
  readonly by: string;
  readonly what: string | undefined;
  readonly accordingTo: string | undefined;
}

export interface Participant extends Extended {
  readonly actor: string;
  readonly role: Role;
  /** The office held at the time of the event, as the source gives it. */
  readonly office: string | undefined;
  readonly claimedBy: string | undefined;
}

export interface Evidence extends Extended {
  readonly source: string;
  readonly locator: string | undefined;
  readonly find: string | undefined;
  readonly quote: string | undefined;
  readonly supports: readonly EvidenceField[];
}

export interface Statement extends Extended {
  readonly speaker: string;
  readonly kind: 'direct' | 'indirect';
  readonly text: string | undefined;
  readonly quote: string | undefined;
}

export interface Claim extends Extended {
  readonly id: string;
  readonly claimedBy: string | undefined;
  readonly text: string;
  readonly about: string | undefined;
}

export interface Relation extends Extended {
  readonly type: RelationType;
  /** An event's or a claim's id; always resolves. */
  readonly to: string;
  readonly certainty: Certainty;
}

export interface Cameo extends Extended {
  /** As text: "010" is not "10". */
  readonly code: string;
  readonly fit: 'exact' | 'good' | 'fair' | undefined;
  readonly alternates: readonly string[];
}

export interface EventStatus extends Extended {
  readonly value: StatusValue;
  /** EDTF as written. */
  readonly asOf: string | undefined;
}

export interface EventCountry extends Extended {
  readonly country: string;
  readonly role: CountryRole;
}

export interface Place extends Extended {
  readonly label: string;
  readonly country: string | undefined;
}

export interface Attribution extends Extended {
  readonly voice: string;
  readonly via: string | undefined;
}

export interface Caveat extends Extended {
  readonly kind: CaveatKind;
  readonly text: string;
}

export interface DiplomaticEvent extends Extended {
  readonly id: string;
  readonly title: string;
  /** The chart's word for it, whole: it is shortened where it is drawn (`EventTable.labelAt`). */
  readonly label: string;
  readonly summary: string | undefined;
  /** Undefined for an event that stands on the shelf "No date". */
  readonly date: EventDate | undefined;
  readonly type: EventType | undefined;
  readonly mode: string | undefined;
  /** Worked out from type, mode, CAMEO code and status, or the file's explicit `tone`. */
  readonly tone: Tone;
  /** Done, not only said; anything not yet in effect is a word. */
  readonly deed: boolean;
  /** Announced for a day after the dataset's as-of day and not said to have happened. */
  readonly announced: boolean;
  readonly cameo: Cameo | undefined;
  readonly status: readonly EventStatus[];
  /** None where nobody is named. */
  readonly participants: readonly Participant[];
  readonly countries: readonly EventCountry[];
  readonly place: Place | undefined;
  readonly evidence: readonly Evidence[];
  readonly statements: readonly Statement[];
  readonly claims: readonly Claim[];
  readonly attribution: Attribution | undefined;
  readonly caveats: readonly Caveat[];
  readonly relations: readonly Relation[];
  readonly media: Media | undefined;
  readonly importance: 1 | 2 | 3;
}
