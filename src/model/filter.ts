import type { CountryRole, EventType, Tone } from './vocabulary';

/** Facets: a clause knows which one it comes from, so that a facet never filters its own counts. */
export const FACETS = ['countries', 'actors', 'types', 'tones'] as const;
export type Facet = (typeof FACETS)[number];

/**
 * What the reader asks for. OR inside a facet (AND for countries and actors when `match` is `all`), AND across facets.
 * An empty list asks for nothing and lets everything through.
 */
export interface Filter {
  /** ISO 3166-1 alpha-2 codes. */
  readonly countries: readonly string[];
  readonly actors: readonly string[];
  readonly types: readonly EventType[];
  readonly tones: readonly Tone[];
  /** In which roles a country or actor must be involved to count; starts as `acting` alone. */
  readonly roles: readonly CountryRole[];
  readonly match: 'any' | 'all';
  /** Words that must all occur in the event's text, its actors, date or statements; case and accents don't matter. */
  readonly text: string;
}

export const NO_FILTER: Filter = {
  countries: [],
  actors: [],
  types: [],
  tones: [],
  roles: ['acting'],
  match: 'any',
  text: '',
};
