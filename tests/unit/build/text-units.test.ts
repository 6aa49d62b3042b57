import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inTextUnits, textUnits } from '../../../src/build/text-units';

test('sizes of type are counted in the reader’s own text size', () => {
  expect(inTextUnits('13px')).toBe('calc(13 * var(--dt-px, 0.0625rem))');
  expect(
    inTextUnits('14px/20px Arial, "Font 12px"').startsWith(
      'calc(14 * var(--dt-px, 0.0625rem))/calc(20 * var(--dt-px, 0.0625rem)) Arial',
    ),
  ).toBe(true);
  expect(inTextUnits('12.5px')).toBe('calc(12.5 * var(--dt-px, 0.0625rem))');
});

test('what follows the text already stays as it is', () => {
  for (const value of ['inherit', '1.5', '120%', '0.9em', 'calc(13 * var(--dt-px))'])
    expect(inTextUnits(value)).toBe(value);
});

test('of a stylesheet it takes type and lines, and the widths at which the layout changes', () => {
  const { Declaration, AtRule } = textUnits();
  const declared = (prop: string) => {
    const declaration = { prop, value: '16px' };
    Declaration(declaration);
    return declaration.value;
  };
  for (const prop of ['font', 'font-size', 'line-height']) expect(declared(prop)).toContain('--dt-px');
  for (const prop of ['padding', 'inline-size', 'letter-spacing', 'border-width']) expect(declared(prop)).toBe('16px');
  const rule = { name: 'media', params: 'screen and (max-width: 640px)' };
  AtRule.media(rule);
  expect(rule.params).toBe('screen and (max-width: 40em)');
});

test('every build that has the stylesheet counts so', () => {
  for (const file of ['vite.config.ts', 'vite.lib.config.ts', 'src/build/host-scripts.ts'])
    expect(readFileSync(file, 'utf8')).toContain('plugins: [textUnits()]');
});
