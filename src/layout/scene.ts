import type { RelationType, Tone } from '../model/vocabulary';
import type { PlacedLane } from './lanes/lane-heights';
import type { ToneCounts } from './marks/tone-sums';

/** All x and y of a Scene are **view** space: CSS px from the plot's top left, y counted from the first lane's top. */

/** One event in one lane. */
export interface SceneMark {
  readonly row: number;
  readonly lane: PlacedLane;
  readonly x: number;
  readonly y: number;
  /** Diameter, CSS px. */
  readonly size: number;
  readonly tone: Tone;
  readonly filled: boolean;
  readonly dashed: boolean;
  readonly acts: boolean;
  readonly range: SceneRange | undefined;
  /** Whether it stands over the density it is counted in, because it matters. */
  readonly raised: boolean;
  /** False for a mark that only hangs over the edge: drawn, so that nothing pops, but not counted as in the window. */
  readonly inWindow: boolean;
}

/**
 * What surrounds a mark whose day isn't one: `span` is how long it lasted, `set` is one of several days (dashed, end
 * ticks), `all` each of several, `whisker` anywhere in a day, month or year, `before` and `after` a bracket open to one
 * side.
 */
export interface SceneRange {
  readonly style: 'set' | 'all' | 'whisker' | 'before' | 'after' | 'span';
  readonly x0: number;
  readonly x1: number;
}

/** A mark with duration. */
export interface SceneBar {
  readonly row: number;
  readonly lane: PlacedLane;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly height: number;
  readonly tone: Tone;
  readonly filled: boolean;
  readonly dashed: boolean;
  readonly acts: boolean;
  /** Where the span its start lies in ends; x0 for a start known to the day. Drawn in steps up to there. */
  readonly startKnownX: number;
  /** Where the span its end lies in begins; x1 for an exact end. */
  readonly endKnownX: number;
  readonly openEnd: boolean;
}

/** Events too close to tell apart in a lane. */
export interface SceneCluster {
  readonly lane: PlacedLane;
  /**
   * Members in the window; a pill at the edge may hold more, and shows them, so that it doesn't change while panning.
   */
  readonly rows: Uint32Array;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly height: number;
  /** Up to four members' shapes, the most important first, in time order. */
  readonly shapes: readonly { readonly tone: Tone; readonly filled: boolean; readonly dashed: boolean }[];
  /** Members without a shape of their own. */
  readonly more: number;
  readonly acts: boolean;
}

/** A cell of a lane where there are more events than room for a pill; all of them counted by tone. */
export interface SceneDensity {
  readonly lane: PlacedLane;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly height: number;
  readonly counts: ToneCounts;
  readonly total: number;
  /** How high it is drawn, 0 to 1: the square root of its share of what the fullest cells hold at this zoom. */
  readonly share: number;
}

/** Some cells of a density side by side: what a person can point at, tab to and choose. */
export interface SceneStretch {
  readonly lane: PlacedLane;
  /** All events counted in its cells, by place. */
  readonly rows: Uint32Array;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly height: number;
}

/** The line that ties the marks of one event across lanes. */
export interface SceneStem {
  readonly row: number;
  readonly x: number;
  readonly y0: number;
  readonly y1: number;
  readonly tone: Tone;
  /** Announced or doubted events, and roles that don't act. */
  readonly dashed: boolean;
  readonly faint: boolean;
}

export interface SceneLabel {
  readonly row: number;
  readonly lane: PlacedLane;
  readonly text: string;
  /** A second, quieter part after the text ("since 2014", "+2"); may be empty. */
  readonly note: string;
  readonly bold: boolean;
  /** Whether it stands over the range of its own mark, or over density, and so needs a ground. */
  readonly struck: boolean;
  /** Left edge of the text. */
  readonly x: number;
  /** Middle of the line. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A relation of the selected event, from its mark to the other's. */
export interface SceneRelation {
  readonly type: RelationType;
  readonly from: number;
  readonly to: number;
  readonly x0: number;
  readonly y0: number;
  /** Control point of the quadratic curve. */
  readonly cx: number;
  readonly cy: number;
  readonly x1: number;
  readonly y1: number;
  /** The middle of the word, on the curve; the text is empty where none had room. */
  readonly wordX: number;
  readonly wordY: number;
  readonly text: string;
}

/** A ring about a mark, bar or pill: selected (thick), or pointed at, or selected where nobody acts (thin). */
export interface SceneRing {
  readonly kind: 'selected' | 'hovered';
  readonly shape: 'circle' | 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * What a frame draws, as plain data; its size follows the plot and the lanes in sight. In each of those the distinct
 * events in marks, bars, clusters and stretches of density are exactly the events that pass the filter and touch the
 * lane and the window.
 */
export interface Scene {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly lanes: readonly PlacedLane[];
  /** Ids of lanes to be shown as pointed at. */
  readonly hoveredLanes: ReadonlySet<string>;
  readonly folds: readonly { readonly x0: number; readonly x1: number }[];
  /** x of grid lines; strong ones begin a period. */
  readonly grid: readonly { readonly x: number; readonly strong: boolean }[];
  /** Left edge of the time after the as-of day; undefined when it isn't in sight or the dataset has none. */
  readonly aheadX: number | undefined;
  readonly marks: readonly SceneMark[];
  readonly bars: readonly SceneBar[];
  readonly clusters: readonly SceneCluster[];
  readonly density: readonly SceneDensity[];
  /** What the cells of density amount to, in pieces of about 100 to 200 px. */
  readonly stretches: readonly SceneStretch[];
  readonly stems: readonly SceneStem[];
  readonly labels: readonly SceneLabel[];
  readonly relations: readonly SceneRelation[];
  readonly rings: readonly SceneRing[];
}
