import type { Ink } from './ink';
import type { Theme } from './tokens';

/** A lane's header in words that fit; `top` from the first lane's top, CSS px. */
export interface LaneHead {
  readonly top: number;
  readonly height: number;
  /** Countries and headings stand on a ground of their own. */
  readonly isGroup: boolean;
  /** One or two lines. */
  readonly name: readonly string[];
  readonly office: string | undefined;
  readonly count: string;
  /** Nothing is left of it under the filter. */
  readonly isEmpty: boolean;
}

/** Left of the names, and right of the counts, CSS px. */
export const HEAD_INDENT_PX = { group: 20, actor: 32, end: 10 } as const;

/** Draws the column of names beside the lanes, as wide as `widthPx`. */
export function paintLaneHeads(
  ink: Ink,
  heads: readonly LaneHead[],
  widthPx: number,
  heightPx: number,
  theme: Theme,
): void {
  ink.rect(0, 0, widthPx, heightPx, { fill: theme.paper });
  for (const head of heads) paintHead(ink, head, widthPx, theme);
  ink.line(widthPx - 0.5, 0, widthPx - 0.5, heightPx, { colour: theme.gridStrong, width: 1 });
}

function paintHead(
  ink: Ink,
  { top, height, isGroup, name, office, count, isEmpty }: LaneHead,
  widthPx: number,
  theme: Theme,
): void {
  if (isGroup) ink.rect(0, top, widthPx, height, { fill: theme.raised });
  ink.line(0, Math.round(top) + 0.5, widthPx, Math.round(top) + 0.5, {
    colour: isGroup ? theme.gridStrong : theme.grid,
    width: 1,
  });
  const x = isGroup ? HEAD_INDENT_PX.group : HEAD_INDENT_PX.actor;
  const lines = [
    ...name.map((text) => ({ text, colour: isEmpty ? theme.meta : theme.text, bold: isGroup, sizePx: 13 })),
    ...(office === undefined ? [] : [{ text: office, colour: theme.meta, bold: false, sizePx: 12 }]),
  ];
  const middle = top + height / 2;
  lines.forEach(({ text, ...paint }, i) => ink.text(text, x, middle + (i - (lines.length - 1) / 2) * 15.5, paint));
  ink.text(count, widthPx - HEAD_INDENT_PX.end, middle, { colour: theme.meta, sizePx: 12, align: 'right' });
}
