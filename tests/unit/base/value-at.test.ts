import { expect, test, vi } from 'vitest';
import { valueAt } from '../../../src/base/value-at';

test('gives the number at a row', () => {
  expect(valueAt(Float64Array.of(1, 2.5), 1)).toBe(2.5);
  expect(valueAt([7], 0)).toBe(7);
});

test.each([-1, 2, Number.NaN])('row %s, which is not there, is our mistake in a test', (row) => {
  expect(() => valueAt(Uint8Array.of(1, 2), row)).toThrow(`there is no row ${row} in a column of 2`);
});

test('and costs a reader no page', async () => {
  vi.resetModules();
  const { valueAt: onPage } = await import('../../../src/base/value-at');
  expect(onPage(Uint8Array.of(1, 2), 9)).toBe(0);
});
