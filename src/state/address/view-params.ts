import type { Instant } from '../../model/dates/instant';
import type { CountryRole, EventType, Grouping, LaneOrder, ScaleKind, Tone } from '../../model/vocabulary';
import type { Filter } from '../../model/filter';
import type { Sort, View } from '../view/timeline-state';

/**
 * What an address says of the view, each key under its name in the address. A key is there only if the address has it.
 */
export interface ViewParamFields {
  /** Ends of the window, `to` not inside; null is all of it. */
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly scale: ScaleKind;
  readonly group: Grouping;
  /** Of the lanes; the list's is `sort`. */
  readonly order: LaneOrder;
  /** Ids of open groups of lanes; null is the default. */
  readonly expanded: readonly string[] | null;
  readonly actors: readonly string[];
  readonly countries: readonly string[];
  readonly roles: readonly CountryRole[];
  readonly types: readonly EventType[];
  readonly tones: readonly Tone[];
  readonly match: Filter['match'];
  readonly q: string;
  /** The selected event; null for none, whatever the author's address selects. */
  readonly event: string | null;
  /** The actor whose panel is open. */
  readonly actor: string | null;
  /** Pinned actors. */
  readonly compare: readonly string[];
  readonly pair: readonly [string, string] | null;
  readonly sort: Sort;
  readonly view: View;
}

export type ViewParam = keyof ViewParamFields;

/** A part of the view, as an address or a host page states it; later ones are laid over earlier ones. */
export type ViewParams = { readonly [Field in ViewParam]?: ViewParamFields[Field] };

export const HIDEABLE = [
  'title',
  'search',
  'filters',
  'legend',
  'overview',
  'details',
  'zoom',
  'credit',
  'download',
] as const;
export const LOCKABLE = ['filters', 'range'] as const;
/** What an author lets a reader do with data of their own; on a page of the timeline's own nobody has to. */
export const ALLOWABLE = ['open', 'edit'] as const;
export const THEMES = ['auto', 'light', 'dark', 'contrast'] as const;
export type ThemeName = (typeof THEMES)[number];
export const GESTURES = ['auto', 'cooperative', 'greedy'] as const;
export type GestureChoice = (typeof GESTURES)[number];
export const MOTIONS = ['auto', 'reduced', 'full'] as const;

/** What an address says beside the view: which dataset, and how the page is set up. Not part of the state. */
export interface PageOptions {
  /** Ids of shipped datasets, laid together where there are several. */
  readonly set?: readonly string[];
  /** A file's address, as written; whether it may be fetched is for whoever fetches it to say. */
  readonly data?: string;
  readonly embed?: boolean;
  readonly hide?: readonly (typeof HIDEABLE)[number][];
  readonly lock?: readonly (typeof LOCKABLE)[number][];
  readonly theme?: ThemeName;
  /** BCP 47, as Intl writes it. */
  readonly lang?: string;
  readonly gestures?: GestureChoice;
  readonly allow?: readonly (typeof ALLOWABLE)[number][];
  readonly motion?: (typeof MOTIONS)[number];
}
