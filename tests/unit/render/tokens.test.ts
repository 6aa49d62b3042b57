import { readFileSync } from 'node:fs';
import { converter, differenceCiede2000, wcagContrast } from 'culori';
import type { Color } from 'culori';
import { describe, expect, test } from 'vitest';
import { mixed } from '../../../src/render/mix-colours';
import { FADE_STEPS } from '../../../src/render/paint-scene';
import { CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, forcedTheme, themeVariables } from '../../../src/render/tokens';
import type { Theme } from '../../../src/render/tokens';

const GROUNDS = ['paper', 'surface', 'raised', 'ahead', 'cooperationTint', 'conflictTint'] as const;
const TONES = ['cooperation', 'conflict', 'neutral'] as const;
const PAIRS = [
  ['cooperation', 'conflict'],
  ['cooperation', 'neutral'],
  ['conflict', 'neutral'],
] as const;
const USUAL = [
  ['light', LIGHT],
  ['dark', DARK],
] as const;
const MORE = [
  ['high contrast, light', CONTRAST_LIGHT],
  ['high contrast, dark', CONTRAST_DARK],
] as const;

const linear = converter('lrgb');
const lightness = (colour: string) => converter('lab65')(colour)!.l;
const difference = differenceCiede2000();

/**
 * Machado, Oliveira, Fernandes (2009), severity 1, which are for linear light; culori's own filters take them for coded
 * values.
 */
const SIGHT = new Map<string, readonly (readonly [number, number, number])[]>([
  [
    'usual',
    [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
  ],
  [
    'protan',
    [
      [0.152286, 1.052583, -0.204868],
      [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
  ],
  [
    'deutan',
    [
      [0.367322, 0.860646, -0.227968],
      [0.280085, 0.672501, 0.047413],
      [-0.01182, 0.04294, 0.968881],
    ],
  ],
  [
    'tritan',
    [
      [1.255528, -0.076749, -0.178779],
      [-0.078411, 0.930809, 0.147602],
      [0.004733, 0.691367, 0.3039],
    ],
  ],
]);

function seen(colour: string, kind: string): Color {
  const { r, g, b } = linear(colour)!;
  const [red = 0, green = 0, blue = 0] = SIGHT.get(kind)!.map(([x, y, z]) =>
    Math.min(Math.max(x * r + y * g + z * b, 0), 1),
  );
  return { mode: 'lrgb', r: red, g: green, b: blue };
}

const apart = (a: string, b: string, kind: string) => difference(seen(a, kind), seen(b, kind));

/** Over the four kinds of colour vision, the least difference (ΔE2000) of any two. */
function leastApart(colours: readonly string[]): number {
  return Math.min(
    ...[...SIGHT.keys()].flatMap((kind) =>
      colours.flatMap((a, at) => colours.slice(at + 1).map((b) => apart(a, b, kind))),
    ),
  );
}

function least(theme: Theme, names: readonly (keyof Theme)[], grounds: readonly (typeof GROUNDS)[number][]): number {
  return Math.min(
    ...names.flatMap((name) => grounds.map((ground) => wcagContrast(theme[name] as string, theme[ground]))),
  );
}

describe.each([...USUAL, ...MORE])('the %s theme', (_, theme) => {
  const isMore = theme.contrast === 'more';

  test('every word can be read on every ground that it stands on', () => {
    expect(least(theme, ['text'], GROUNDS)).toBeGreaterThanOrEqual(7);
    expect(least(theme, ['secondary', 'meta', 'focus', 'conflict', 'cooperation'], GROUNDS)).toBeGreaterThanOrEqual(
      isMore ? 7 : 4.5,
    );
  });

  test('marks, borders and the focus can be seen on every ground that they stand on', () => {
    const grounds = ['paper', 'surface', 'raised', 'ahead'] as const;
    expect(least(theme, [...TONES, 'control', 'focus'], grounds)).toBeGreaterThanOrEqual(isMore ? 4.5 : 3);
    if (isMore) {
      expect(least(theme, ['gridStrong'], grounds)).toBeGreaterThanOrEqual(4.5);
      expect(least(theme, ['grid'], grounds)).toBeGreaterThanOrEqual(3);
    }
  });

  test('what fades goes in steps from faint to solid, each told from the one before', () => {
    const steps = [0, ...FADE_STEPS, 1].map((share) => mixed(theme.conflict, theme.paper, share));
    for (const [at, step] of steps.entries())
      if (at > 0) expect(wcagContrast(step, steps[at - 1]!), String(at)).toBeGreaterThan(1.2);
  });

  test('cooperation and conflict are equally light, so that neither is louder', () => {
    expect(Math.abs(lightness(theme.cooperation) - lightness(theme.conflict))).toBeLessThan(2.5);
    expect(
      Math.abs(wcagContrast(theme.text, theme.cooperationTint) - wcagContrast(theme.text, theme.conflictTint)),
    ).toBeLessThan(1.2);
  });

  test.each([...SIGHT.keys()])('tones are told apart with %s sight', (kind) => {
    // By shape in any case; the colour that repeats it says no less than twice what is just told apart side by side.
    for (const [a, b] of PAIRS) expect(apart(theme[a], theme[b], kind), `${a}, ${b}`).toBeGreaterThan(11);
  });

  test('actors are five different colours that show on paper', () => {
    for (const colour of theme.actors)
      expect(wcagContrast(colour, theme.paper), colour).toBeGreaterThanOrEqual(isMore ? 4.5 : 3);
    // As the design says, to its one decimal.
    expect(Math.round(leastApart(theme.actors) * 10) / 10).toBe(theme.scheme === 'light' ? 17.2 : 19.5);
  });

  test('becomes CSS variables under the names of the design', () => {
    const variables = themeVariables(theme);
    expect(Object.keys(variables).toSorted()).toEqual(
      [
        'paper',
        'surface',
        'raised',
        'text',
        'secondary',
        'meta',
        'control',
        'grid',
        'grid-strong',
        'focus',
        'cooperation',
        'cooperation-tint',
        'conflict',
        'conflict-tint',
        'neutral',
        'ahead',
        'actor-1',
        'actor-2',
        'actor-3',
        'actor-4',
        'actor-5',
      ]
        .map((name) => `--${name}`)
        .toSorted(),
    );
    expect([variables['--grid-strong'], variables['--actor-5']]).toEqual([theme.gridStrong, theme.actors[4]]);
    for (const value of Object.values(variables)) expect(value).toMatch(/^#[\dA-F]{6}$/);
  });
});

test('marks of those who don’t act stand back, but not out of sight', () => {
  for (const [, theme] of [...USUAL, ...MORE])
    for (const name of ['cooperation', 'conflict'] as const)
      expect(wcagContrast(mixed(theme[name], theme.paper, 0.72), theme.paper), name).toBeGreaterThanOrEqual(3);
});

test('high contrast has more of it than the usual theme, in every word and line', () => {
  for (const [usual, more] of [
    [LIGHT, CONTRAST_LIGHT],
    [DARK, CONTRAST_DARK],
  ] as const) {
    for (const name of ['text', 'secondary', 'meta', 'control', 'grid', 'gridStrong', 'focus', ...TONES] as const) {
      expect(wcagContrast(more[name], more.paper), name).toBeGreaterThan(wcagContrast(usual[name], usual.paper));
    }
    expect(more.heavierPx).toBeGreaterThan(usual.heavierPx);
  }
});

test('in the reader’s own colours nothing is painted but those, and lines between text and ground', () => {
  const system = { canvas: '#000000', canvasText: '#ffffff', linkText: '#ffff00', highlight: '#1aebff' };
  const { grid, gridStrong, actors: _, scheme, contrast, heavierPx, ...colours } = forcedTheme('dark', system);
  expect(new Set(Object.values(colours))).toEqual(new Set(['#000000', '#ffffff', '#1aebff']));
  expect([grid, gridStrong]).toEqual(['#737373', '#b3b3b3']);
  expect([scheme, contrast, heavierPx > 0]).toEqual(['dark', 'forced', true]);
  expect(
    forcedTheme('dark', { ...system, highlight: '#000000' }).focus,
    'what is chosen is never the ground’s colour',
  ).toBe('#ffff00');
});

test('the page is painted in the paper of its theme before any script has run', () => {
  const css = readFileSync('src/ui/shell/page.css', 'utf8');
  expect(/^html\s*\{[^}]*background:\s*(#[\da-f]{6})/im.exec(css)?.[1]?.toUpperCase()).toBe(LIGHT.paper);
  expect(
    /prefers-color-scheme:\s*dark\)\s*\{\s*html\s*\{[^}]*background:\s*(#[\da-f]{6})/i.exec(css)?.[1]?.toUpperCase(),
  ).toBe(DARK.paper);
});

test('colours mix by shares', () => {
  expect(mixed('#000000', '#ffffff', 0)).toBe('#ffffff');
  expect(mixed('#123456', '#ffffff', 1)).toBe('#123456');
  expect(mixed('#000000', '#ffffff', 0.5)).toBe('#808080');
  expect(mixed('#0A0000', '#000000', 0.5)).toBe('#050000');
});
