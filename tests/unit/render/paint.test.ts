import { describe, expect, test } from 'vitest';
import { layoutAxis } from '../../../src/layout/scale/axis';
import { placeAxisTexts } from '../../../src/layout/scale/axis-texts';
import { layoutOverview } from '../../../src/layout/marks/overview';
import { project } from '../../../src/layout/scale/projection';
import type { Scene } from '../../../src/layout/scene';
import { paintAxis } from '../../../src/render/paint-axis';
import { paintOverview } from '../../../src/render/paint-overview';
import { paintScene, paintShape } from '../../../src/render/paint-scene';
import { DARK, LIGHT, forcedTheme } from '../../../src/render/tokens';
import type { Theme } from '../../../src/render/tokens';
import { evenly, makeChart, makeMixedDataset, sceneOf, shippedDataset, t } from '../../support/make-chart';
import { makeDataset, makeLargeDataset } from '../../support/make-dataset';
import { recordingInk } from '../../support/recording-ink';

const layout = makeChart(shippedDataset(), { expanded: shippedDataset().opening!.expanded! });
const scenes = [
  sceneOf(layout),
  sceneOf(layout, layout.chart.scale.domain, { selected: layout.chart.table.rowOf('ev-lavrov-kerry-call') }),
  sceneOf(makeChart(makeMixedDataset({ seed: 3, events: 40 }))),
  sceneOf(makeChart(makeLargeDataset({ events: 900, years: 2 }), { scale: 'calendar' })),
];

function drawnOf(scene: Scene, theme: Theme = LIGHT, top = 0) {
  const { ink, drawn } = recordingInk();
  paintScene(ink, scene, theme, top, 620);
  return drawn;
}

const textsOf = (scene: Scene) => drawnOf(scene).flatMap((call) => (call.verb === 'text' ? [call.args] : []));

const GREY = forcedTheme('light', {
  canvas: '#ffffff',
  canvasText: '#000000',
  linkText: '#000000',
  highlight: '#000000',
});

/** A shape without its colours: what it is, whether it is filled, what its line is like. */
function outline(tone: 'cooperation' | 'conflict' | 'neutral', filled: boolean, dashed: boolean, theme: Theme): string {
  const { ink, drawn } = recordingInk();
  paintShape(ink, 0, 0, 12, { tone, filled, dashed }, theme[tone], theme.paper);
  const [{ verb, args }] = drawn as [(typeof drawn)[number]];
  const paint = args.find((arg) => typeof arg === 'object' && 'fill' in arg) as {
    fill: string;
    stroke: { dash?: unknown };
  };
  return `${verb} ${paint.fill === theme.paper ? 'hollow' : 'solid'} ${paint.stroke.dash === undefined ? 'whole' : 'dashed'}`;
}

describe('in grey, and in one colour', () => {
  const tones = ['cooperation', 'conflict', 'neutral'] as const;

  test.each([
    ['light', LIGHT],
    ['dark', DARK],
    ['one colour', GREY],
  ] as const)('no two kinds of mark look alike without their colour: %s', (_, theme) => {
    const kinds = tones.flatMap((tone) => [
      outline(tone, true, false, theme),
      outline(tone, false, false, theme),
      outline(tone, false, true, theme),
    ]);
    expect(new Set(kinds).size).toBe(9);
  });

  test('every bar with room for it holds the sign of its tone', () => {
    const bars = scenes.flatMap((scene) =>
      scene.bars
        .filter(({ acts, startKnownX, endKnownX }) => acts && endKnownX - startKnownX > 40)
        .map((bar) => ({ bar, scene })),
    );
    expect(bars.length).toBeGreaterThan(2);
    for (const { bar, scene } of bars) {
      const verbs = drawnOf(scene, GREY)
        .filter(
          ({ args }) =>
            args[1] === bar.y &&
            typeof args[0] === 'number' &&
            args[0] > bar.startKnownX &&
            args[0] < bar.startKnownX + 28,
        )
        .map(({ verb }) => verb);
      if (bar.tone !== 'neutral') expect(verbs).toContain({ cooperation: 'circle', conflict: 'diamond' }[bar.tone]);
    }
  });

  test('a painted chart in one colour says as much by shape and fill as in the colours of its tones', () => {
    const shapes = (scene: Scene, theme: Theme) =>
      drawnOf(scene, theme)
        .filter(({ verb }) => verb === 'circle' || verb === 'diamond')
        .map(({ verb, args }) => `${verb} ${args[0]} ${args[1]}`);
    for (const scene of scenes) expect(shapes(scene, GREY)).toEqual(shapes(scene, LIGHT));
  });
});

describe('a painted scene', () => {
  test('has every label, its note at its right end, each once', () => {
    for (const scene of scenes) {
      const texts = textsOf(scene);
      for (const { text, note, x, y, width, bold } of scene.labels) {
        expect(texts.filter(([word, at, line]) => word === text && at === x && line === y)).toHaveLength(1);
        expect(texts.find(([word, at, line]) => word === text && at === x && line === y)?.[3].bold).toBe(bold);
        if (note !== '')
          expect(
            texts.filter(
              ([word, at, line, { align }]) => word === note && at === x + width && line === y && align === 'right',
            ),
          ).toHaveLength(1);
      }
      const pills = scene.clusters.filter(({ more }) => more > 0).length;
      const words = scene.relations.filter(({ text }) => text !== '').length;
      expect(texts).toHaveLength(
        scene.labels.length + scene.labels.filter(({ note }) => note !== '').length + pills + words,
      );
    }
  });

  test('has every mark once, in its shape, filled if done and hollow if said or ahead', () => {
    for (const scene of scenes) {
      const drawn = drawnOf(scene);
      for (const mark of scene.marks.filter(({ range }) => range?.style !== 'before' && range?.style !== 'after')) {
        const shapes = drawn.filter(({ verb, args }) => {
          if (verb === 'circle')
            return (
              mark.tone === 'cooperation' && args[0] === mark.x && args[1] === mark.y && args[3].fill !== undefined
            );
          if (verb === 'diamond') return mark.tone === 'conflict' && args[0] === mark.x && args[1] === mark.y;
          return (
            verb === 'rect' &&
            mark.tone === 'neutral' &&
            Math.abs(args[0] + args[2] / 2 - mark.x) < 1e-9 &&
            Math.abs(args[1] + args[3] / 2 - mark.y) < 1e-9 &&
            Math.abs(args[2] - (mark.size - 2)) < 1e-9 &&
            args[4].fill !== undefined &&
            args[4].stroke !== undefined
          );
        });
        expect(shapes.length, `mark ${mark.row} in ${mark.lane.lane.id}`).toBe(1);
        const paint = shapes[0]!.args.find((arg) => typeof arg === 'object' && 'fill' in arg) as {
          fill: string;
          stroke: { colour: string; dash?: unknown };
        };
        expect(paint.fill === LIGHT.paper).toBe(!mark.filled || mark.dashed);
        expect(paint.stroke.dash !== undefined).toBe(mark.dashed);
        // Who is only mentioned or excluded isn't cooperating: no colour of the event's tone.
        expect(paint.stroke.colour).toBe(mark.acts ? LIGHT[mark.tone] : LIGHT.control);
      }
    }
  });

  test('has a bracket and an upright for “on or before”, in the colour of its tone', () => {
    const mark = scenes[0]!.marks.find(({ range }) => range?.style === 'before');
    const brackets = drawnOf(scenes[0]!).filter(
      ({ verb, args }) => verb === 'polyline' && args[0].some(([x, y]) => x === mark!.range!.x0 && y === mark!.y),
    );
    expect(brackets).toHaveLength(1);
    expect((brackets[0]!.args[1] as { colour: string }).colour).toBe(LIGHT[mark!.tone]);
  });

  test('has every stem once, dashed where it should be', () => {
    for (const scene of scenes) {
      const lines = drawnOf(scene).flatMap((call) => (call.verb === 'line' ? [call.args] : []));
      for (const { x, y0, y1, dashed } of scene.stems) {
        const found = lines.filter(
          ([x0, from, x1, to, { dash }]) =>
            x0 === x && x1 === x && from === y0 && to === y1 && (dash !== undefined) === dashed,
        );
        expect(found).toHaveLength(
          scene.stems.filter((stem) => stem.x === x && stem.y0 === y0 && stem.y1 === y1 && stem.dashed === dashed)
            .length,
        );
      }
    }
  });

  test('has every bar, none drawn beyond its ends, arrows only where the end is open', () => {
    for (const scene of scenes) {
      const drawn = drawnOf({ ...scene, marks: [], clusters: [], density: [], rings: [] });
      const arrows = drawn.filter(({ verb }) => verb === 'polygon');
      expect(arrows).toHaveLength(scene.bars.filter(({ openEnd, acts }) => openEnd && acts).length);
      for (const bar of scene.bars) {
        const parts = drawn
          .flatMap((call) =>
            call.verb === 'rect' &&
            Math.abs(call.args[1] + call.args[3] / 2 - bar.y) < 1e-9 &&
            call.args[3] <= bar.height
              ? [call.args]
              : [],
          )
          .filter(([x, , width]) => x >= bar.x0 - 1.01 && x + width <= bar.x1 + 1.01);
        expect(parts.length, `bar ${bar.row} in ${bar.lane.lane.id}`).toBeGreaterThan(0);
      }
    }
  });

  test('fades a start that is only known to the year in three steps, from faint to solid', () => {
    const made = sceneOf(
      makeChart(
        makeDataset([
          { date: '2014/2016-02-01', participants: ['a'], tone: 'conflict', deed: true },
          { date: '2013-01-01', participants: ['a'] },
        ]),
        { scale: 'calendar' },
      ),
    );
    const [bar] = made.bars;
    const fills = drawnOf(made).flatMap((call) =>
      call.verb === 'rect' &&
      call.args[0] >= bar!.x0 - 0.01 &&
      call.args[0] + call.args[2] <= bar!.startKnownX + 0.01 &&
      call.args[3] === bar!.height
        ? [call.args[4].fill]
        : [],
    );
    expect(new Set(fills).size).toBe(3);
  });

  test('has every pill and every part of density once', () => {
    for (const scene of scenes) {
      const rects = drawnOf(scene).flatMap((call) => (call.verb === 'rect' ? [call.args] : []));
      for (const { x0, x1, y, height, more } of scene.clusters) {
        expect(
          rects.filter(
            ([x, top, width, , , radius]) =>
              x === x0 && width === x1 - x0 && top === y - height / 2 && radius !== undefined,
          ),
        ).toHaveLength(1);
        if (more > 0)
          expect(
            textsOf(scene).some(([text, at, line]) => text === `+${more}` && at < x1 && at > x0 && line === y),
          ).toBe(true);
      }
      const boxes = drawnOf(scene)
        .flatMap((call) => (call.verb === 'rects' ? [call.args[0]] : []))
        .flatMap((flat) =>
          Array.from(
            { length: flat.length / 4 },
            (_, i) => flat.slice(i * 4, i * 4 + 4) as [number, number, number, number],
          ),
        );
      for (const { x0, y, height, share, counts } of scene.density) {
        const foot = Math.round(y + height / 2);
        const parts = boxes.filter(
          ([x, top, , part]) => x === Math.round(x0) && top >= foot - height - 4 && top + part <= foot,
        );
        const tones = Object.values(counts).filter((count) => count > 0).length;
        expect(parts).toHaveLength(tones);
        // Each tone on a whole px, and none of them less than one.
        expect(
          Math.abs(parts.reduce((sum, [, , , part]) => sum + part, 0) - Math.max(height * share, 2)),
        ).toBeLessThanOrEqual(tones);
      }
    }
  });

  test('keeps the shapes of a pill inside it', () => {
    for (const scene of scenes) {
      for (const { x0, x1, y, shapes } of scene.clusters) {
        const centres = drawnOf({ ...scene, marks: [], bars: [], rings: [], relations: [], density: [] })
          .flatMap((call) =>
            (call.verb === 'circle' || call.verb === 'diamond') && call.args[1] === y ? [call.args[0]] : [],
          )
          .filter((x) => x > x0 && x < x1);
        expect(centres.length).toBe(shapes.filter(({ tone }) => tone !== 'neutral').length);
        for (const x of centres) expect(Math.min(x - x0, x1 - x)).toBeGreaterThanOrEqual(5);
      }
    }
  });

  test('moves up by how far the lanes are scrolled, all but its ground', () => {
    const shift = (top: number) => textsOfAt(top).map(([text, x, y]) => [text, x, y + top]);
    const textsOfAt = (top: number) =>
      drawnOf(scenes[0]!, LIGHT, top).flatMap((call) => (call.verb === 'text' ? [call.args] : []));
    expect(shift(137)).toEqual(shift(0));
    expect(drawnOf(scenes[0]!, LIGHT, 137)[0]).toEqual(drawnOf(scenes[0]!)[0]);
  });

  test('uses the colours of its theme and no other but mixtures', () => {
    const inDark = JSON.stringify(drawnOf(scenes[1]!, DARK));
    for (const colour of [LIGHT.paper, LIGHT.cooperation, LIGHT.conflict, LIGHT.focus])
      expect(inDark.includes(colour), colour).toBe(false);
  });

  test('contains numbers only', () => {
    for (const scene of scenes) {
      for (const { verb, args } of drawnOf(scene))
        for (const arg of args) if (typeof arg === 'number') expect(Number.isFinite(arg), verb).toBe(true);
    }
  });
});

test('what is ahead has a solid border in the reader’s own colours, where it has no ground', () => {
  const { scale, table } = layout.chart;
  const axis = layoutAxis(project(scale, scale.domain, 850), true);
  const isEdge = ({ verb, args }: ReturnType<typeof drawnOf>[number]) =>
    verb === 'line' && args[0] === args[2] && args[1] === 0 && args[4].width >= 2 && args[4].dash === undefined;
  for (const [theme, times] of [
    [GREY, 1],
    [LIGHT, 0],
  ] as const) {
    expect(drawnOf(scenes[0]!, theme).filter(isEdge)).toHaveLength(times);
    const overAxis = recordingInk();
    paintAxis(overAxis.ink, { axis, texts: [], ahead: { x: 700, text: 'ahead' }, widthPx: 850, heightPx: 46 }, theme);
    expect(overAxis.drawn.filter(isEdge)).toHaveLength(times);
    const overSpan = recordingInk();
    paintOverview(overSpan.ink, layoutOverview(table, layout.chart.mask, scale, 850), [], theme, 84);
    expect(overSpan.drawn.filter(isEdge)).toHaveLength(times);
  }
});

test('a painted axis has all its words, ticks at its cells and the words for what is ahead', () => {
  const { scale, table } = layout.chart;
  const axis = layoutAxis(project(scale, scale.domain, 850), true);
  const texts = placeAxisTexts(axis, new Set(), 850, evenly, t);
  const { ink, drawn } = recordingInk();
  paintAxis(ink, { axis, texts, ahead: { x: 700, text: 'ahead' }, widthPx: 850, heightPx: 46 }, LIGHT);
  const words = drawn.flatMap((call) => (call.verb === 'text' ? [call.args[0]] : []));
  expect(words).toEqual([...texts.map(({ text }) => text), 'ahead']);
  expect(drawn.filter(({ verb }) => verb === 'line').length).toBe(axis.cells.length + 1);
  expect(drawn.some(({ verb, args }) => verb === 'rect' && args[0] === 700 && args[4].fill === LIGHT.ahead)).toBe(true);
  expect(table.size).toBe(11);
});

test('a painted overview stacks cooperation and neutral above its line and conflict below, inside its height', () => {
  const { table, scale } = makeChart(makeLargeDataset({ events: 400, years: 3 })).chart;
  const scene = layoutOverview(table, new Uint8Array(table.size).fill(1), scale, 850);
  const { ink, drawn } = recordingInk();
  paintOverview(ink, scene, [], LIGHT, 84);
  const rects = drawn.flatMap((call) => (call.verb === 'rect' ? [call.args] : []));
  const count = (tone: 'cooperation' | 'conflict' | 'neutral') =>
    scene.bins.filter(({ counts }) => counts[tone] > 0).length;
  for (const tone of ['cooperation', 'conflict', 'neutral'] as const)
    expect(rects.filter(([, , , , { fill }]) => fill === LIGHT[tone])).toHaveLength(count(tone));
  const middle = drawn.flatMap((call) => (call.verb === 'line' ? [call.args[1]] : []))[0]!;
  for (const [, y, , height, { fill }] of rects) {
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y + height).toBeLessThanOrEqual(84.01);
    if (fill === LIGHT.conflict) expect(y).toBeGreaterThan(middle - 1);
    if (fill === LIGHT.cooperation || fill === LIGHT.neutral) expect(y + height).toBeLessThanOrEqual(middle);
  }
});
