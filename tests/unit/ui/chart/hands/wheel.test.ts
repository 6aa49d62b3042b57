import { describe, expect, test } from 'vitest';
import { readWheel } from '../../../../../src/ui/chart/hands/wheel';
import type { WheelInput } from '../../../../../src/ui/chart/hands/wheel';

const wheel = (parts: Partial<WheelInput>): WheelInput => ({
  deltaX: 0,
  deltaY: 0,
  deltaMode: 0,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...parts,
});

describe('a wheel event', () => {
  test('alone is the page’s, up, down, aslant and not at all', () => {
    for (const parts of [{ deltaY: 100 }, { deltaY: -3, deltaMode: 1 }, { deltaY: 10, deltaX: 12 }, {}])
      expect(readWheel(wheel(parts), false)).toBeUndefined();
  });

  test('alone zooms where the chart is greedy', () => {
    expect(readWheel(wheel({ deltaY: -100 }), true)).toEqual({ kind: 'zoom', power: 0.2 });
  });

  test.each([
    ['ctrlKey', -5, 0.1],
    ['metaKey', -100, 0.2],
    ['ctrlKey', 5, -0.1],
  ] as const)('with %s zooms, by %s: 2 to the power of %s', (key, deltaY, power) => {
    const read = readWheel(wheel({ [key]: true, deltaY }), false);
    expect(read).toMatchObject({ kind: 'zoom' });
    expect(read?.kind === 'zoom' ? read.power : undefined).toBeCloseTo(power);
  });

  test('zooms by a half power of 2 at most, in lines and pages too', () => {
    expect(readWheel(wheel({ ctrlKey: true, deltaY: -4000 }), false)).toEqual({ kind: 'zoom', power: 0.5 });
    expect(readWheel(wheel({ metaKey: true, deltaY: 3, deltaMode: 1 }), false)).toMatchObject({
      power: expect.closeTo(-0.15),
    });
    expect(readWheel(wheel({ metaKey: true, deltaY: 3, deltaMode: 2 }), false)).toEqual({ kind: 'zoom', power: -0.5 });
  });

  test('with shift, or clearly sideways, pans; greedy or not', () => {
    for (const greedy of [false, true]) {
      expect(readWheel(wheel({ shiftKey: true, deltaY: 40 }), greedy)).toEqual({ kind: 'pan', px: 40 });
      // A browser may turn it sideways itself.
      expect(readWheel(wheel({ shiftKey: true, deltaX: 40 }), greedy)).toEqual({ kind: 'pan', px: 40 });
      expect(readWheel(wheel({ deltaX: -31, deltaY: 20 }), greedy)).toEqual({ kind: 'pan', px: -31 });
      expect(readWheel(wheel({ deltaX: 2, deltaMode: 1 }), greedy)).toEqual({ kind: 'pan', px: 32 });
    }
  });
});
