import type { AxisText } from '../layout/scale/axis-texts';
import type { OverviewScene } from '../layout/marks/overview';
import type { Ink, Paint } from './ink';
import type { Theme } from './tokens';

/** Height of the line of words at the bottom, CSS px. */
const WORDS_PX = 22;

/** Where every tone has the one colour of text, what is neutral is hollow. */
function neutralFill(theme: Theme): Paint {
  return theme.contrast === 'forced'
    ? { fill: theme.paper, stroke: { colour: theme.neutral, width: 1 } }
    : { fill: theme.neutral };
}

/** Draws the histogram: cooperation and neutral above the line, conflict below it; and the periods under it. */
export function paintOverview(
  ink: Ink,
  scene: OverviewScene,
  texts: readonly AxisText[],
  theme: Theme,
  heightPx: number,
): void {
  ink.rect(0, 0, scene.widthPx, heightPx, { fill: theme.paper });
  if (scene.aheadX !== undefined)
    ink.rect(scene.aheadX, 0, scene.widthPx - scene.aheadX, heightPx, { fill: theme.ahead });
  for (const { x0, x1 } of scene.folds) ink.rect(x0, 0, x1 - x0, heightPx, { fill: theme.raised });
  const chartPx = heightPx - WORDS_PX;
  const middle = Math.round(chartPx * 0.6);
  ink.line(0, middle + 0.5, scene.widthPx, middle + 0.5, { colour: theme.gridStrong, width: 1 });
  const perEvent = Math.min((middle - 9) / scene.most, (chartPx - middle - 2) / scene.most, 9);
  for (const { x0, x1, counts } of scene.bins) {
    const x = x0 + 0.5;
    const width = Math.max(x1 - x0 - 1.5, 2);
    const up = counts.cooperation * perEvent;
    if (up > 0) ink.rect(x, middle - up, width, up, { fill: theme.cooperation });
    const neutral = counts.neutral * perEvent;
    if (neutral > 0) ink.rect(x, middle - up - neutral, width, neutral, neutralFill(theme));
    const down = counts.conflict * perEvent;
    if (down > 0) ink.rect(x, middle + 1, width, down, { fill: theme.conflict });
  }
  if (scene.aheadX !== undefined && theme.contrast === 'forced')
    ink.line(scene.aheadX, 0, scene.aheadX, heightPx, { colour: theme.text, width: 2 });
  for (const { text, x } of texts)
    ink.text(text, x, heightPx - WORDS_PX / 2 - 2, { colour: theme.secondary, sizePx: 12 });
}
