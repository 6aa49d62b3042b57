import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mixed } from '../../../src/render/mixed';
import { DARK, LIGHT, themeVariables } from '../../../src/render/tokens';

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

describe.each([['light', LIGHT], ['dark', DARK]] as const)('the %s theme', (_, theme) => {
  const grounds = ['paper', 'surface', 'raised'] as const;

  test.each([
    ['text', 7], ['secondary', 4.5], ['meta', 4.5], ['cooperation', 3], ['conflict', 3], ['neutral', 3], ['control', 3], ['focus', 3],
  ] as const)('%s has a contrast of at least %d on paper, surface and raised', (name, least) => {
    for (const ground of grounds) expect(contrast(theme[name], theme[ground]), ground).toBeGreaterThanOrEqual(least);
  });

  test('words and marks can be told from the ground of what is ahead as well', () => {
    expect(contrast(theme.secondary, theme.ahead)).toBeGreaterThanOrEqual(4.5);
    for (const name of ['cooperation', 'conflict', 'neutral'] as const) expect(contrast(theme[name], theme.ahead), name).toBeGreaterThanOrEqual(3);
  });

  test('links read as text', () => expect(contrast(theme.focus, theme.paper)).toBeGreaterThanOrEqual(4.5));

  test('cooperation and conflict are equally light', () => {
    expect(Math.abs(contrast(theme.cooperation, theme.paper) - contrast(theme.conflict, theme.paper))).toBeLessThan(0.6);
    expect(Math.abs(contrast(theme.text, theme.cooperationTint) - contrast(theme.text, theme.conflictTint))).toBeLessThan(1.2);
  });

  test('marks of those who don’t act stand back, but not out of sight', () => {
    for (const name of ['cooperation', 'conflict'] as const) expect(contrast(mixed(theme[name], theme.paper, 0.72), theme.paper), name).toBeGreaterThanOrEqual(3);
  });

  test('actors are five different colours that show on paper', () => {
    expect(new Set(theme.actors).size).toBe(5);
    for (const colour of theme.actors) expect(contrast(colour, theme.paper), colour).toBeGreaterThanOrEqual(3);
  });

  test('becomes CSS variables under the names of the design', () => {
    const variables = themeVariables(theme);
    expect(Object.keys(variables).toSorted()).toEqual([
      'paper', 'surface', 'raised', 'text', 'secondary', 'meta', 'control', 'grid', 'grid-strong', 'focus',
      'cooperation', 'cooperation-tint', 'conflict', 'conflict-tint', 'neutral', 'ahead', 'actor-1', 'actor-2', 'actor-3', 'actor-4', 'actor-5',
    ].map((name) => `--${name}`).toSorted());
    expect([variables['--grid-strong'], variables['--actor-5']]).toEqual([theme.gridStrong, theme.actors[4]]);
    for (const value of Object.values(variables)) expect(value).toMatch(/^#[\dA-F]{6}$/);
  });
});

test('the page is painted in the paper of its theme before any script has run', () => {
  const css = readFileSync('src/ui/page.css', 'utf8');
  expect(/^html\s*\{[^}]*background:\s*(#[\da-f]{6})/im.exec(css)?.[1]?.toUpperCase()).toBe(LIGHT.paper);
  expect(/prefers-color-scheme:\s*dark\)\s*\{\s*html\s*\{[^}]*background:\s*(#[\da-f]{6})/i.exec(css)?.[1]?.toUpperCase()).toBe(DARK.paper);
});

test('colours mix by shares', () => {
  expect(mixed('#000000', '#ffffff', 0)).toBe('#ffffff');
  expect(mixed('#123456', '#ffffff', 1)).toBe('#123456');
  expect(mixed('#000000', '#ffffff', 0.5)).toBe('#808080');
  expect(mixed('#0A0000', '#000000', 0.5)).toBe('#050000');
});
