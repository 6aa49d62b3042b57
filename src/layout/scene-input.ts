import { valueAt } from '../base/value-at';
import type { Translate } from '../base/translate';
import { FLAG_ANNOUNCED, FLAG_DEED, FLAG_DOUBT } from '../model/event-table';
import type { EventTable } from '../model/event-table';
import type { TimeSpan } from '../model/dates/instant';
import { TONES } from '../model/vocabulary';
import type { Tone } from '../model/vocabulary';
import type { ClusterRules } from './marks/clusters';
import type { LabelText, MeasureText } from './labels/label-place';
import type { EventLanes } from './lanes/event-lanes';
import type { ContentOf } from './lanes/lane-set';
import type { PlacedLane } from './lanes/lane-heights';
import type { Projection } from './scale/projection';
import type { TimeScale } from './scale/time-scale';
import type { ZoomLevel } from './scale/zoom-level';

/** What a scene is laid out from, apart from the window: constant while the reader pans and zooms. */
export interface Chart {
  readonly table: EventTable;
  /** 1 for rows that pass the filter. */
  readonly mask: Uint8Array;
  readonly lanes: readonly PlacedLane[];
  readonly scale: TimeScale;
  readonly clusters: ClusterRules;
  readonly measure: MeasureText;
  /** The label of a table row; bars get a note that says since when. */
  readonly labelOf: (row: number) => LabelText;
  /** False for strips too small to write on. */
  readonly labelled: boolean;
}

/** What changes from frame to frame. */
export interface SceneInput {
  readonly window: TimeSpan;
  /** The part of the lanes in sight, from the first lane's top, CSS px. */
  readonly top: number;
  readonly bottom: number;
  /** Table rows and actor ids. */
  readonly selected: number | undefined;
  readonly hovered: number | undefined;
  readonly hoveredActor: string | undefined;
}

/** What one frame is laid out from. */
export interface SceneContext {
  readonly chart: Chart;
  readonly projection: Projection;
  readonly input: SceneInput;
  readonly level: ZoomLevel;
  readonly contentOf: ContentOf;
  readonly lanesOf: (row: number) => EventLanes;
  readonly t: Translate;
}

/** Shape, fill and outline of an event, wherever it is drawn. */
export interface MarkStyle {
  readonly tone: Tone;
  readonly filled: boolean;
  readonly dashed: boolean;
}

/** How an event looks, from its columns. */
export function markStyleOf({ table }: Chart, row: number): MarkStyle {
  const flags = valueAt(table.flags, row);
  return {
    tone: TONES[valueAt(table.tone, row)] ?? 'neutral',
    filled: (flags & FLAG_DEED) !== 0,
    dashed: (flags & (FLAG_DOUBT | FLAG_ANNOUNCED)) !== 0,
  };
}

/** In the window by its dates. */
export function touches({ table }: Chart, { window }: SceneInput, row: number): boolean {
  return valueAt(table.start, row) < window.end && valueAt(table.end, row) > window.start;
}

/** Whether something drawn from x0 to x1 can be seen. */
export function reaches({ widthPx }: Projection, x0: number, x1: number): boolean {
  return x1 > 0 && x0 < widthPx;
}
