import { morePx } from '../layout/marks/clusters';
import type {
  Scene,
  SceneBar,
  SceneCluster,
  SceneDensity,
  SceneLabel,
  SceneMark,
  SceneRelation,
  SceneRing,
  SceneStem,
} from '../layout/scene';
import type { MarkStyle } from '../layout/scene-input';
import type { Tone } from '../model/vocabulary';
import type { Ink, Stroke, Paint } from './ink';
import { mixed } from './mix-colours';
import type { Theme } from './tokens';

const DASH = [2.5, 2.5] as const;
/** CSS px; with its room it stands 3 px above and below the bar. */
const BAR_SIGN = { sizePx: 9, roomPx: 14, insetPx: 12, leastPx: 28 } as const;
export const FADE_STEPS = [0.28, 0.45, 0.68] as const;

/**
 * Draws a scene, ground first. `top` is how far the lanes are scrolled; only what the scene holds is drawn, nothing is
 * placed here.
 */
export function paintScene(ink: Ink, scene: Scene, theme: Theme, top: number, heightPx: number): void {
  const shifted = shiftedInk(ink, -top, theme.heavierPx);
  paintGround(ink, scene, theme, top, heightPx);
  paintLaneLines(shiftedInk(ink, -top, 0), scene, theme);
  for (const bar of scene.bars) paintBar(shifted, bar, theme);
  for (const stem of scene.stems) paintStem(shifted, stem, theme);
  paintDensity(shifted, scene.density, theme);
  for (const ring of scene.rings) paintRing(shifted, ring, theme);
  for (const relation of scene.relations) paintRelation(shifted, relation, theme);
  for (const mark of scene.marks) paintMark(shifted, mark, theme);
  for (const cluster of scene.clusters) paintCluster(shifted, cluster, theme);
  for (const label of scene.labels) paintLabel(shifted, label, scene, theme);
  for (const relation of scene.relations) paintRelationWord(shifted, relation, theme);
}

/** The colour of a tone; it only repeats what the shape says. */
function toneColour(theme: Theme, tone: Tone): string {
  return theme[tone];
}

function paintGround(ink: Ink, scene: Scene, theme: Theme, scrolled: number, heightPx: number): void {
  ink.rect(0, 0, scene.widthPx, heightPx, { fill: theme.paper });
  if (scene.aheadX !== undefined) {
    const x = Math.max(scene.aheadX, 0);
    ink.rect(x, 0, scene.widthPx - x, heightPx, { fill: theme.ahead });
  }
  for (const { lane, top, height } of scene.lanes) {
    if (scene.hoveredLanes.has(lane.id)) ink.rect(0, top - scrolled, scene.widthPx, height, { fill: theme.raised });
  }
  for (const { x, strong } of scene.grid) crispLine(ink, x, heightPx, strong ? theme.gridStrong : theme.grid);
  for (const { x0, x1 } of scene.folds) {
    ink.rect(x0, 0, x1 - x0, heightPx, { fill: theme.raised });
    zigzag(ink, (x0 + x1) / 2, heightPx, { colour: theme.gridStrong, width: 1 });
  }
  if (scene.aheadX !== undefined && scene.aheadX > 0) {
    // Where it has no ground of its own, its border alone tells it apart.
    const x = Math.round(scene.aheadX) + 0.5;
    ink.line(
      x,
      0,
      x,
      heightPx,
      theme.contrast === 'forced' ? { colour: theme.text, width: 2 } : { colour: theme.meta, width: 1, dash: [2, 3] },
    );
  }
}

function crispLine(ink: Ink, at: number, heightPx: number, colour: string): void {
  const x = Math.round(at) + 0.5;
  ink.line(x, 0, x, heightPx, { colour, width: 1 });
}

function zigzag(ink: Ink, x: number, heightPx: number, stroke: Stroke): void {
  const points: [number, number][] = [];
  for (let y = 0, i = 0; y <= heightPx + 8; y += 8, i++) points.push([x + (i % 2 === 0 ? -3 : 3), y]);
  ink.polyline(points, stroke);
}

function paintLaneLines(ink: Ink, scene: Scene, theme: Theme): void {
  for (const { lane, top } of scene.lanes) {
    const isHead = lane.kind === 'country' || lane.kind === 'heading';
    const y = Math.round(top) + 0.5;
    ink.line(0, y, scene.widthPx, y, { colour: isHead ? theme.gridStrong : theme.grid, width: 1 });
  }
}

function paintBar(ink: Ink, bar: SceneBar, theme: Theme): void {
  const colour = bar.acts ? toneColour(theme, bar.tone) : theme.control;
  const top = bar.y - bar.height / 2;
  const arrow = bar.openEnd && bar.acts ? 7 : 0;
  const solidEnd = bar.endKnownX - arrow;
  stepped(ink, bar.x0, Math.min(bar.startKnownX, solidEnd), top, bar.height, colour, theme.paper);
  if (bar.filled) ink.rect(bar.startKnownX, top, Math.max(solidEnd - bar.startKnownX, 1), bar.height, { fill: colour });
  else
    ink.rect(bar.startKnownX, top + 0.75, Math.max(solidEnd - bar.startKnownX, 1), bar.height - 1.5, {
      stroke: { colour, width: 1.5, ...(bar.dashed ? { dash: DASH } : {}) },
    });
  if (bar.endKnownX < bar.x1) stepped(ink, bar.x1, bar.endKnownX, top, bar.height, colour, theme.paper);
  if (arrow > 0)
    ink.polygon(
      [
        [solidEnd, bar.y - bar.height],
        [bar.x1, bar.y],
        [solidEnd, bar.y + bar.height],
      ],
      { fill: colour },
    );
  if (bar.startKnownX === bar.x0 && bar.acts) {
    ink.line(bar.x0, bar.y - bar.height, bar.x0, bar.y + bar.height, {
      colour,
      width: 2.5,
      ...(bar.dashed ? { dash: [3, 2] } : {}),
    });
  }
  if (bar.acts && solidEnd - bar.startKnownX >= BAR_SIGN.leastPx) paintBarSign(ink, bar, colour, theme.paper);
}

/**
 * A bar has no shape of its own: the sign of its tone stands in it near its start, so that it says the same in grey.
 */
function paintBarSign(ink: Ink, { startKnownX, y, tone, filled }: SceneBar, colour: string, paper: string): void {
  const x = startKnownX + BAR_SIGN.insetPx;
  paintShape(ink, x, y, BAR_SIGN.roomPx, { tone, filled: false, dashed: false }, paper, paper);
  paintShape(ink, x, y, BAR_SIGN.sizePx, { tone, filled, dashed: false }, colour, paper);
}

/** An end that lies somewhere in a span, in three steps from faint to solid: never a bare gradient. */
function stepped(ink: Ink, from: number, to: number, top: number, height: number, colour: string, paper: string): void {
  const width = (to - from) / FADE_STEPS.length;
  if (Math.abs(width) < 0.5) return;
  FADE_STEPS.forEach((share, i) => {
    const x = width > 0 ? from + i * width : from + (i + 1) * width;
    ink.rect(x, top, Math.abs(width), height, { fill: mixed(colour, paper, share) });
  });
}

function paintStem(ink: Ink, { x, y0, y1, tone, dashed, faint }: SceneStem, theme: Theme): void {
  const colour = faint ? theme.meta : toneColour(theme, tone);
  ink.line(x, y0, x, y1, dashed ? { colour, width: faint ? 1 : 1.75, dash: [2, 4] } : { colour, width: 2 });
}

function paintRing(ink: Ink, { kind, shape, x, y, width, height }: SceneRing, theme: Theme): void {
  const stroke = { colour: theme.focus, width: kind === 'selected' ? 2.5 : 1.5 };
  if (shape === 'circle') ink.circle(x, y, width, { stroke });
  else ink.rect(x - width / 2, y - height / 2, width, height, { stroke }, height / 2);
}

function paintMark(ink: Ink, mark: SceneMark, theme: Theme): void {
  const colour = mark.acts ? toneColour(theme, mark.tone) : theme.control;
  if (mark.raised)
    ink.rect(
      mark.x - mark.size / 2 - 3,
      mark.y - mark.size / 2 - 3,
      mark.size + 6,
      mark.size + 6,
      { fill: theme.paper },
      6,
    );
  if (mark.range !== undefined) paintRange(ink, mark, colour);
  if (mark.range?.style === 'before' || mark.range?.style === 'after') return;
  paintShape(ink, mark.x, mark.y, mark.size, mark, colour, theme.paper);
}

/** Draws one mark: shape is tone, fill is deed, dashes are doubt. `size` is its diameter, CSS px. */
export function paintShape(
  ink: Ink,
  x: number,
  y: number,
  size: number,
  style: MarkStyle,
  colour: string,
  paper: string,
): void {
  const width = size > 13 ? 2.5 : size < 10 ? 1.5 : 2;
  const paint = {
    fill: style.filled && !style.dashed ? colour : paper,
    stroke: { colour, width, ...(style.dashed ? { dash: DASH } : {}) },
  };
  switch (style.tone) {
    case 'cooperation':
      return ink.circle(x, y, size - width / 2, paint);
    case 'conflict':
      return ink.diamond(x, y, size, paint);
    case 'neutral':
      return ink.rect(x - size / 2 + 1, y - size / 2 + 1, size - 2, size - 2, paint);
  }
}

function paintRange(ink: Ink, { x, y, range }: SceneMark, colour: string): void {
  if (range === undefined) return;
  const { x0, x1, style } = range;
  const line = { colour, width: 1.5 };
  const tick = (at: number) => ink.line(at, y - 6, at, y + 6, line);
  switch (style) {
    case 'set':
      ink.line(x0, y, x1, y, { ...line, dash: [3, 3] });
      tick(x0 + 1);
      tick(x1 - 1);
      return;
    case 'all':
    case 'whisker':
      ink.line(x0 + 1, y, x1 - 1, y, { colour, width: 1 });
      tick(x0 + 1);
      tick(x1 - 1);
      return;
    case 'span':
      ink.line(x, y, x1, y, { colour, width: 3 });
      tick(x1 - 1);
      return;
    case 'before':
    case 'after': {
      const tip = style === 'before' ? x0 : x1;
      const away = style === 'before' ? 6 : -6;
      ink.line(tip, y, x, y, { ...line, dash: [3, 3] });
      ink.polyline(
        [
          [tip + away, y - 5],
          [tip, y],
          [tip + away, y + 5],
        ],
        line,
      );
      ink.line(x, y - 8, x, y + 8, { colour, width: 2 });
    }
  }
}

function paintCluster(ink: Ink, cluster: SceneCluster, theme: Theme): void {
  ink.rect(
    cluster.x0,
    cluster.y - cluster.height / 2,
    cluster.x1 - cluster.x0,
    cluster.height,
    { fill: theme.surface, stroke: { colour: cluster.acts ? theme.control : theme.gridStrong, width: 1 } },
    cluster.height / 2,
  );
  const count = cluster.shapes.length;
  const room = cluster.x1 - cluster.x0 - 8 - (cluster.more > 0 ? morePx(cluster.more) : 0);
  const step = Math.min(room / count, 22);
  const first = cluster.x0 + 4 + (room - step * count) / 2 + step / 2;
  cluster.shapes.forEach((style, i) =>
    paintShape(
      ink,
      first + i * step,
      cluster.y,
      10,
      style,
      cluster.acts ? toneColour(theme, style.tone) : theme.control,
      theme.surface,
    ),
  );
  if (cluster.more > 0)
    ink.text(`+${cluster.more}`, cluster.x1 - 7, cluster.y, { colour: theme.secondary, sizePx: 12, align: 'right' });
}

const STACK = ['conflict', 'neutral', 'passive', 'cooperation'] as const;
/** A single event beside a thousand can still be seen. */
const LEAST_DENSITY_PX = 2;

/**
 * Cells stand on the foot of their line, their tones one on the other; on whole px, so that thousands of edges stay
 * crisp.
 */
function paintDensity(ink: Ink, cells: readonly SceneDensity[], theme: Theme): void {
  const boxes: Record<(typeof STACK)[number], number[]> = { conflict: [], neutral: [], passive: [], cooperation: [] };
  for (const { x0, x1, y, height, share, total, counts } of cells) {
    const left = Math.round(x0);
    const width = Math.max(Math.round(x1) - left - 1, 1);
    const foot = Math.round(y + height / 2);
    const full = Math.max(height * share, LEAST_DENSITY_PX);
    let below = 0;
    let bottom = foot;
    for (const tone of STACK) {
      if (counts[tone] === 0) continue;
      below += counts[tone];
      const top = Math.min(foot - Math.round((full * below) / total), bottom - 1);
      boxes[tone].push(left, top, width, bottom - top);
      bottom = top;
    }
  }
  for (const tone of STACK) ink.rects(boxes[tone], tone === 'passive' ? theme.control : toneColour(theme, tone));
}

function paintLabel(ink: Ink, label: SceneLabel, scene: Scene, theme: Theme): void {
  // A halo leaves the line between two words; where the line is the label's own range, the words get a ground.
  const ground = scene.aheadX !== undefined && label.x >= scene.aheadX ? theme.ahead : theme.paper;
  if (label.struck)
    ink.rect(label.x - 3, label.y - label.height / 2 + 1, label.width + 6, label.height - 2, { fill: ground });
  const halo = ground;
  ink.text(label.text, label.x, label.y, { colour: theme.text, bold: label.bold, halo });
  if (label.note !== '')
    ink.text(label.note, label.x + label.width, label.y, { colour: theme.secondary, align: 'right', halo });
}

function paintRelationWord(ink: Ink, { text, wordX, wordY }: SceneRelation, theme: Theme): void {
  if (text === '') return;
  ink.text(text, wordX, wordY, { colour: theme.focus, align: 'center', halo: theme.paper, sizePx: 12 });
}

function paintRelation(ink: Ink, { x0, y0, cx, cy, x1, y1 }: SceneRelation, theme: Theme): void {
  ink.curve(x0, y0, cx, cy, x1, y1, { colour: theme.focus, width: 1.5, dash: [1.5, 3] });
  const angle = Math.atan2(y1 - cy, x1 - cx);
  const barb = (turn: number): [number, number] => [x1 - 9 * Math.cos(angle + turn), y1 - 9 * Math.sin(angle + turn)];
  ink.polyline([barb(0.45), [x1, y1], barb(-0.45)], { colour: theme.focus, width: 1.75 });
}

/** An ink that draws on another, moved down by `dy`, with every line so much heavier; both CSS px. */
function shiftedInk(plain: Ink, dy: number, heavierPx: number): Ink {
  const ink = heavierPx === 0 ? plain : heavierInk(plain, heavierPx);
  const shift = (points: readonly (readonly [number, number])[]) => points.map(([x, y]) => [x, y + dy] as const);
  return {
    line: (x0, y0, x1, y1, stroke) => ink.line(x0, y0 + dy, x1, y1 + dy, stroke),
    rect: (x, y, width, height, paint, radius) => ink.rect(x, y + dy, width, height, paint, radius),
    rects: (boxes, fill) =>
      ink.rects(
        boxes.map((value, i) => (i % 4 === 1 ? value + dy : value)),
        fill,
      ),
    circle: (x, y, diameter, paint) => ink.circle(x, y + dy, diameter, paint),
    diamond: (x, y, size, paint) => ink.diamond(x, y + dy, size, paint),
    polygon: (points, paint) => ink.polygon(shift(points), paint),
    polyline: (points, stroke) => ink.polyline(shift(points), stroke),
    curve: (x0, y0, cx, cy, x1, y1, stroke) => ink.curve(x0, y0 + dy, cx, cy + dy, x1, y1 + dy, stroke),
    text: (text, x, y, paint) => ink.text(text, x, y + dy, paint),
    clipped: (x, y, width, height, draw) => ink.clipped(x, y + dy, width, height, draw),
  };
}

function heavierInk(ink: Ink, byPx: number): Ink {
  const stroke = (thin: Stroke): Stroke => ({ ...thin, width: thin.width + byPx });
  const paint = (thin: Paint): Paint => (thin.stroke === undefined ? thin : { ...thin, stroke: stroke(thin.stroke) });
  return {
    ...ink,
    line: (x0, y0, x1, y1, thin) => ink.line(x0, y0, x1, y1, stroke(thin)),
    rect: (x, y, width, height, thin, radius) => ink.rect(x, y, width, height, paint(thin), radius),
    circle: (x, y, diameter, thin) => ink.circle(x, y, diameter, paint(thin)),
    diamond: (x, y, size, thin) => ink.diamond(x, y, size, paint(thin)),
    polygon: (points, thin) => ink.polygon(points, paint(thin)),
    polyline: (points, thin) => ink.polyline(points, stroke(thin)),
    curve: (x0, y0, cx, cy, x1, y1, thin) => ink.curve(x0, y0, cx, cy, x1, y1, stroke(thin)),
  };
}
