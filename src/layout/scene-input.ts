import { valueAt } from '../base/value-at';
import type { Translate } from '../base/translate';
import { FLAG_ANNOUNCED, FLAG_DEED, FLAG_DOUBT } from '../model/event-table';
import type { TimeSpan } from '../model/dates/instant';
import { TONES } from '../model/vocabulary';
import type { Tone } from '../model/vocabulary';
import type { Chart } from './chart';
import type { EventLanes } from './lanes/event-lanes';
import type { LaneContent } from './lanes/lane-content';
import type { PlacedLane } from './lanes/lane-heights';
import type { Projection } from './scale/projection';
import type { ZoomLevel } from './scale/zoom-level';

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
export interface Making {
  readonly chart: Chart;
  readonly projection: Projection;
  readonly frame: SceneInput;
  readonly level: ZoomLevel;
  /** What of a lane passes the filter; taken in when first asked for. */
  readonly contentOf: (lane: PlacedLane) => LaneContent;
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
