import type { AxisAhead, AxisText } from '../layout/scale/axis-texts';
import type { Axis } from '../layout/scale/axis';
import type { Ink } from './ink';
import type { Theme } from './tokens';

/** Height of the axis, CSS px. */
export const AXIS_PX = 46;

/** Middles of the two lines of words, CSS px from the axis' top. */
const LINE_Y = [14, 33] as const;

export interface AxisPaint {
  readonly axis: Axis;
  readonly texts: readonly AxisText[];
  readonly ahead: AxisAhead | undefined;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Draws the axis: periods above, units below, ticks at their borders, folds on their own ground. */
export function paintAxis(ink: Ink, { axis, texts, ahead, widthPx, heightPx }: AxisPaint, theme: Theme): void {
  ink.rect(0, 0, widthPx, heightPx, { fill: theme.paper });
  if (ahead !== undefined) {
    const x = Math.max(ahead.x, 0);
    ink.rect(x, 0, widthPx - x, heightPx, { fill: theme.ahead });
  }
  for (const { x0 } of axis.cells) {
    const x = Math.round(x0) + 0.5;
    ink.line(x, heightPx - 5, x, heightPx, { colour: theme.gridStrong, width: 1 });
  }
  for (const { x0, x1 } of axis.folds) ink.rect(x0, 0, x1 - x0, heightPx, { fill: theme.raised });
  ink.line(0, heightPx - 0.5, widthPx, heightPx - 0.5, { colour: theme.gridStrong, width: 1 });
  for (const { text, x, line, bold, quiet } of texts) {
    ink.text(text, x, LINE_Y[line], {
      colour: quiet ? theme.secondary : theme.text,
      bold,
      sizePx: line === 0 ? 13 : 12.5,
    });
  }
  if (ahead !== undefined && ahead.x > 0 && theme.contrast === 'forced')
    ink.line(ahead.x, 0, ahead.x, heightPx, { colour: theme.text, width: 2 });
  if (ahead?.text !== undefined) ink.text(ahead.text, ahead.x + 6, LINE_Y[0], { colour: theme.secondary, sizePx: 12 });
}
