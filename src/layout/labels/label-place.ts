import type { MarkGroup } from '../marks/clusters';
import type { PlacedLane } from '../lanes/lane-heights';

/** Width in CSS px of a text in the label's font, plain or bold. */
export type MeasureText = (text: string, bold: boolean) => number;

export interface LabelText {
  readonly text: string;
  readonly note: string;
  readonly bold: boolean;
}

export const LABEL_HEIGHT_PX = 16;
/** From a mark's centre to its label. */
export const MARK_GAP_PX = 12;
/** Air between a label and whatever stands next to it. */
export const AIR_PX = 5;
/** Between words and the plot's edges: nothing is written nearer. */
export const EDGE_PX = 6;
/** From a track's line to the line above or below. */
const LINE_PX = 17;

/** Where a label hangs on its mark or pill, true for every zoom of the level and wherever the window stands. */
export interface LabelPlace {
  readonly row: number;
  readonly lane: PlacedLane;
  readonly track: number;
  readonly side: 'right' | 'left';
  /** -1 above, 0 beside, 1 below; halves where two names stand beside one pill. */
  readonly line: -1 | -0.5 | 0 | 0.5 | 1;
  /** Whether it stands over a stem, which its ground then interrupts; only where no other place was left. */
  readonly overStem: boolean;
  /** What it hangs on at this level. */
  readonly anchor: LabelAnchor;
  readonly text: LabelText;
  readonly width: number;
}

/** A place that a label may hang on: one event's mark (or the pill it stands in) in one lane. */
export interface LabelAnchor {
  readonly row: number;
  readonly lane: PlacedLane;
  readonly group: MarkGroup;
  /** Ends of the mark with its range, or of the pill, as shares of the domain. */
  readonly leftUnit: number;
  readonly rightUnit: number;
  /** From those ends to the drawn edge, px (half a mark). */
  readonly reachPx: number;
}

/** Width of a label with its note. */
export function widthOf(measure: MeasureText, { text, note, bold }: LabelText): number {
  return measure(text, bold) + (note === '' ? 0 : measure(note, false));
}

/** Left edge of a placed label, in px from the domain's start, at any zoom within the level. */
export function labelLeft(
  { anchor, line, side, width }: Pick<LabelPlace, 'anchor' | 'line' | 'side' | 'width'>,
  domainPx: number,
): number {
  const beside = Math.abs(line) < 1 ? Math.max(anchor.reachPx + AIR_PX, MARK_GAP_PX) : AIR_PX;
  return side === 'right' ? anchor.rightUnit * domainPx + beside : anchor.leftUnit * domainPx - beside - width;
}

/** Distance of a label's line from its track's middle, px. */
export function lineOffset(line: LabelPlace['line']): number {
  return line * LINE_PX;
}
