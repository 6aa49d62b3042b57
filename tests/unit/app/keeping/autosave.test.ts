import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeAutosave } from '../../../../src/app/keeping/autosave';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Writes that take so long, and what was there to write at each. */
function recorder(lastsMs: number) {
  const written: { readonly at: number; readonly version: number; readonly isLast: boolean }[] = [];
  let running = 0;
  let most = 0;
  const state = { version: 0 };
  const autosave = makeAutosave({
    waitMs: () => 300,
    write: async (isLast) => {
      const { version } = state;
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => {
        setTimeout(resolve, lastsMs);
      });
      running -= 1;
      written.push({ at: Date.now(), version, isLast });
    },
  });
  return { autosave, state, written, most: () => most };
}

test('typing without a pause is written all the while, and never more than a second behind', async () => {
  const { autosave, state, written, most } = recorder(50);
  const began = Date.now();
  const changedAt: number[] = [began];
  for (let key = 1; key <= 100; key += 1) {
    state.version = key;
    changedAt[key] = Date.now();
    autosave.changed();
    await vi.advanceTimersByTimeAsync(80);
  }
  expect(written.length).toBeGreaterThan(10);
  expect(most()).toBe(1);
  // At any moment what isn't written is younger than a second.
  for (const [at, { version, at: when }] of written.entries()) {
    const next = written[at + 1];
    if (next !== undefined) expect(next.at - (changedAt[version + 1] ?? when)).toBeLessThan(1000);
  }
  await vi.advanceTimersByTimeAsync(1000);
  expect(written.at(-1)?.version).toBe(100);
  expect(autosave.isPending()).toBe(false);
});

test('what is flushed is written at once, and not again', async () => {
  const { autosave, state, written } = recorder(50);
  state.version = 1;
  autosave.changed();
  const flushed = autosave.flush();
  await vi.advanceTimersByTimeAsync(60);
  await flushed;
  expect(written).toMatchObject([{ version: 1, isLast: true }]);
  await vi.advanceTimersByTimeAsync(2000);
  expect(written).toHaveLength(1);
});

test('what is stopped is not written', async () => {
  const { autosave, written } = recorder(1);
  autosave.changed();
  autosave.stop();
  await vi.advanceTimersByTimeAsync(2000);
  expect(written).toEqual([]);
});
