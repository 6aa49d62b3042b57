import type { Ink } from './ink';
import { mixed } from './mix-colours';
import { FADE_STEPS, paintShape } from './paint-scene';
import type { Theme } from './tokens';

export const LEGEND_ICONS = [
  'cooperation',
  'conflict',
  'neutral',
  'said',
  'done',
  'passive',
  'dashed',
  'set',
  'fade',
  'stem',
] as const;
export type LegendIcon = (typeof LEGEND_ICONS)[number];

/** Room an icon takes from its left edge, CSS px. */
export function legendIconPx(icon: LegendIcon): number {
  return icon === 'set' || icon === 'fade' ? 26 : 14;
}

/** Draws the example of one entry of the legend; `x` is its left edge, `y` its middle. */
export function paintLegendIcon(ink: Ink, icon: LegendIcon, x: number, y: number, theme: Theme): void {
  const middle = x + legendIconPx(icon) / 2;
  const shape = (tone: 'cooperation' | 'conflict' | 'neutral', filled: boolean, dashed: boolean) =>
    paintShape(ink, middle, y, 12, { tone, filled, dashed }, theme[tone], theme.paper);
  switch (icon) {
    case 'cooperation':
    case 'conflict':
    case 'neutral':
      return shape(icon, false, false);
    case 'said':
      return shape('cooperation', false, false);
    case 'done':
      return shape('cooperation', true, false);
    case 'dashed':
      return shape('cooperation', false, true);
    case 'passive':
      return ink.circle(middle, y, 8, { fill: theme.paper, stroke: { colour: theme.control, width: 1.5 } });
    case 'set': {
      const stroke = { colour: theme.cooperation, width: 1.5 };
      for (const at of [x + 1, x + 25]) ink.line(at, y - 5, at, y + 5, stroke);
      ink.line(x + 1, y, x + 25, y, { ...stroke, dash: [3, 3] });
      return ink.circle(middle, y, 8, {
        fill: theme.paper,
        stroke: { colour: theme.cooperation, width: 2, dash: [2.5, 2.5] },
      });
    }
    case 'fade':
      FADE_STEPS.forEach((share, i) =>
        ink.rect(x + 1 + i * 5, y - 3, 5, 6, { fill: mixed(theme.conflict, theme.paper, share) }),
      );
      return ink.rect(x + 16, y - 3, 9, 6, { fill: theme.conflict });
    case 'stem': {
      const stroke = { colour: theme.cooperation, width: 2 };
      ink.line(middle, y - 5, middle, y + 5, stroke);
      for (const at of [y - 5, y + 5]) ink.circle(middle, at, 6, { fill: theme.paper, stroke });
    }
  }
}
