/** Words of the dataset format. Order is meaning: columns hold an index into these lists. */

export const EVENT_TYPES = [
  'talks',
  'agreement',
  'ceasefire',
  'statement',
  'appeal',
  'criticism',
  'warning',
  'resolution',
  'sanctions',
  'military',
  'humanitarian',
  'appointment',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const TONES = ['cooperation', 'conflict', 'neutral'] as const;
export type Tone = (typeof TONES)[number];

/** Roles of a participant in an event. */
export const ROLES = [
  'initiator',
  'party',
  'speaker',
  'addressee',
  'target',
  'requester',
  'sponsor',
  'mediator',
  'subject',
  'excluded',
  'referenced',
  'source',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles of a country in an event; also the roles a filter can ask for. */
export const COUNTRY_ROLES = ['acting', 'addressee', 'location', 'subject', 'sponsor', 'mentioned'] as const;
export type CountryRole = (typeof COUNTRY_ROLES)[number];

export const ACTOR_KINDS = [
  'person',
  'government',
  'ministry',
  'office',
  'international-organisation',
  'diplomatic-grouping',
  'armed-forces',
  'armed-group',
  'military-coalition',
  'news-agency',
  'category',
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export const DATE_BASES = ['stated', 'resolved', 'inferred', 'external', 'claimed'] as const;
export type DateBasis = (typeof DATE_BASES)[number];

export const STATUSES = [
  'announced',
  'approved',
  'held',
  'made',
  'in-effect',
  'ongoing',
  'ended',
  'violated',
  'disputed',
  'reported',
] as const;
export type StatusValue = (typeof STATUSES)[number];

export const RELATION_TYPES = [
  'announces',
  'takes-effect-from',
  'implements',
  'prepares',
  'responds-to',
  'endorses',
  'disputes',
  'requests',
  'exempts',
  'part-of',
  'continues',
] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

export const CERTAINTIES = ['certain', 'probable', 'possible'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export const CAVEAT_KINDS = ['framing', 'contradiction', 'ambiguity', 'one-sided', 'contested'] as const;
export type CaveatKind = (typeof CAVEAT_KINDS)[number];

export const EVIDENCE_FIELDS = ['date', 'type', 'participants', 'countries', 'summary', 'status', 'relations'] as const;
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number];

export const SOURCE_KINDS = ['news-agency', 'official', 'news', 'reference'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const SOURCE_GRADES = ['A', 'B', 'C'] as const;
export type SourceGrade = (typeof SOURCE_GRADES)[number];

export const SCALES = ['folded', 'calendar'] as const;
export type ScaleKind = (typeof SCALES)[number];

export const GROUPINGS = ['country', 'actor', 'type'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Order of lanes: as the file lists its actors, or those with most events first. */
export const LANE_ORDERS = ['file', 'active'] as const;
export type LaneOrder = (typeof LANE_ORDERS)[number];

/** Roles in which an actor does something, and which carry the stem. The others are only spoken to or of. */
export const ACTING_ROLES: ReadonlySet<Role> = new Set<Role>([
  'initiator',
  'party',
  'speaker',
  'requester',
  'mediator',
  'sponsor',
]);

/** What a participant's role answers to when a reader filters by role. A sponsor acts, and is a sponsor. */
export const ROLE_INVOLVEMENT: Readonly<Record<Role, readonly CountryRole[]>> = {
  initiator: ['acting'],
  party: ['acting'],
  speaker: ['acting'],
  requester: ['acting'],
  mediator: ['acting'],
  sponsor: ['acting', 'sponsor'],
  addressee: ['addressee'],
  target: ['addressee'],
  subject: ['subject'],
  excluded: ['mentioned'],
  referenced: ['mentioned'],
  source: ['mentioned'],
};

/** Roles in the order a reader wants them: who acts, then who is spoken to or of. */
export const ROLE_ORDER: readonly Role[] = [
  ...ROLES.filter((role) => ACTING_ROLES.has(role)),
  ...ROLES.filter((role) => !ACTING_ROLES.has(role)),
];
