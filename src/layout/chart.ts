import type { EventTable } from '../model/event-table';
import type { ClusterRules } from './marks/clusters';
import type { LabelText, MeasureText } from './labels/label-place';
import type { PlacedLane } from './lanes/lane-heights';
import type { TimeScale } from './scale/time-scale';

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
