import type { Dataset } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import type { Filter } from '../../model/filter';
import { NO_FILTER } from '../../model/filter';
import type { TimeSpan } from '../../model/dates/instant';
import type { LoadProblem } from '../../model/load-problem';
import type { Rejection } from '../../model/rejection';
import type { Grouping, LaneOrder, ScaleKind } from '../../model/vocabulary';

/** How far a file is that comes row by row, or that is wanted whole before there are any. */
export interface LoadProgress {
  /** Share of it that was read, 0 to 1; undefined where nobody says how long it is. */
  readonly done: number | undefined;
  /** Rows that can be used, so far; undefined where nobody can say before all of it is here. */
  readonly rows: number | undefined;
  /** Bytes that have come, where there are no rows yet. */
  readonly bytes?: number;
}

export type Loading =
  /** With `progress` it can be stopped, and its first part may be on screen already. */
  | { readonly phase: 'loading'; readonly source: string; readonly progress?: LoadProgress }
  | { readonly phase: 'ready' }
  /** The reader stopped it; on screen are the rows that had come. */
  | { readonly phase: 'stopped'; readonly source: string; readonly rows: number }
  | { readonly phase: 'failed'; readonly problem: LoadProblem };

export const SORTS = ['date', 'date-desc', 'title', 'type', 'tone', 'importance'] as const;
export type Sort = (typeof SORTS)[number];

/**
 * `auto` is the list where the page is too narrow for lanes, else the timeline; a link made on a phone opens as a
 * timeline elsewhere.
 */
export const VIEWS = ['auto', 'timeline', 'list'] as const;
export type View = (typeof VIEWS)[number];

/** What the details panel shows. An event stays selected while one of its actors is looked at. */
export type Panel =
  | { readonly kind: 'summary' }
  | { readonly kind: 'event' }
  | { readonly kind: 'actor'; readonly actor: string }
  | { readonly kind: 'pair'; readonly actors: readonly [string, string] };

/** What undo restores: the view, not what is chosen. */
export interface ViewSnapshot {
  readonly window: TimeSpan | undefined;
  readonly scale: ScaleKind;
  readonly group: Grouping;
  readonly laneOrder: LaneOrder;
  readonly expanded: readonly string[] | undefined;
  readonly filter: Filter;
}

/** Everything a reader has chosen, and what was loaded; nothing that could be computed from it. */
export interface TimelineState extends ViewSnapshot {
  readonly dataset: Dataset | undefined;
  readonly table: EventTable | undefined;
  /**
   * Ids of the page's shipped datasets that are on screen, in the catalogue's order; none when the data came from
   * elsewhere.
   */
  readonly datasetIds: readonly string[];
  readonly rejections: readonly Rejection[];
  readonly loading: Loading;
  /** Undefined is "all of it": the time scale's own domain. */
  readonly window: TimeSpan | undefined;
  /**
   * Ids of open groups of lanes (country codes, `bodies`, `armed-groups`, `others`, `mentioned`); undefined is the
   * default.
   */
  readonly expanded: readonly string[] | undefined;
  /** Id of the selected event. */
  readonly selected: string | undefined;
  readonly panel: Panel;
  readonly panelOpen: boolean;
  /** At most MAX_PINNED actor ids, in the order they were pinned. */
  readonly pinned: readonly string[];
  readonly hover: { readonly event: string | undefined; readonly actor: string | undefined };
  readonly view: View;
  readonly sort: Sort;
  /** Oldest first, at most UNDO_STEPS. */
  readonly past: readonly ViewSnapshot[];
}

export const MAX_PINNED = 3;
export const UNDO_STEPS = 50;

export const EMPTY_STATE: TimelineState = {
  dataset: undefined,
  table: undefined,
  datasetIds: [],
  rejections: [],
  loading: { phase: 'loading', source: '' },
  window: undefined,
  scale: 'folded',
  group: 'country',
  laneOrder: 'file',
  expanded: undefined,
  filter: NO_FILTER,
  selected: undefined,
  panel: { kind: 'summary' },
  panelOpen: true,
  pinned: [],
  hover: { event: undefined, actor: undefined },
  view: 'auto',
  sort: 'date',
  past: [],
};
