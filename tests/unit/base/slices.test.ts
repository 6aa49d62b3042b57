import { describe, expect, test } from 'vitest';
import { SLICE_MS, makeSlices } from '../../../src/base/slices';
import type { Slices } from '../../../src/base/slices';
import type { Steps } from '../../../src/base/steps';

interface FakePage {
  readonly slices: Slices;
  readonly abort: (reason: Error) => void;
  /** What happened, in order: `work`, and `page` where the page had its turn. */
  readonly log: string[];
  readonly pass: (ms: number) => void;
  readonly steps: (count: number, ms: number) => Steps<string>;
}

/** A page whose clock goes only when somebody lets it. */
function fakePage(): FakePage {
  let now = 0;
  const log: string[] = [];
  const controller = new AbortController();
  const slices = makeSlices({
    signal: controller.signal,
    now: () => now,
    nextTask: async () => {
      log.push('page');
      now += 100;
    },
  });
  return {
    slices,
    log,
    abort: (reason) => controller.abort(reason),
    pass: (ms) => void (now += ms),
    steps: function* steps(count, ms) {
      for (let i = 0; i < count; i++) {
        now += ms;
        log.push('work');
        yield (i + 1) / count;
      }
      return 'done';
    },
  };
}

describe('work in slices', () => {
  test('lets the page have its turn when a slice has lasted long enough', async () => {
    const { slices, steps, log } = fakePage();
    expect(await slices.run(steps(5, SLICE_MS / 2))).toBe('done');
    expect(log).toEqual(['work', 'work', 'page', 'work', 'work', 'page', 'work']);
  });

  test('that is short never waits', async () => {
    const { slices, steps, log } = fakePage();
    await slices.run(steps(7, 1));
    await slices.breathe();
    expect(log).not.toContain('page');
  });

  test('is one slice after the other, however many pieces of work they hold', async () => {
    const { slices, steps, log } = fakePage();
    for (let i = 0; i < 4; i++) {
      await slices.run(steps(1, SLICE_MS / 2));
      await slices.breathe();
    }
    expect(log).toEqual(['work', 'work', 'page', 'work', 'work', 'page']);
  });

  test('tells the share done at most ten times a second', async () => {
    const { slices, steps } = fakePage();
    const heard: number[] = [];
    await slices.run(steps(60, 4), (share) => heard.push(Math.round(share * 60)));
    expect(heard.length).toBeGreaterThan(10);
    expect(heard.every((at, index) => index === 0 || at - (heard[index - 1] ?? 0) >= 2)).toBe(true);
  });

  test('stops where it is when nobody wants it any more', async () => {
    const { slices, steps, log, abort } = fakePage();
    const running = slices.run(steps(100, SLICE_MS));
    abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
    expect(log.filter((word) => word === 'work').length).toBeLessThan(5);
    await expect(slices.breathe()).rejects.toThrow('enough');
  });

  test('counts its slices and the longest, and nothing that isn’t its own', async () => {
    const { slices, steps, pass } = fakePage();
    await slices.run(steps(2, SLICE_MS));
    await slices.wait(Promise.resolve().then(() => pass(5000)));
    pass(3);
    await slices.aside(() => pass(7000));
    expect(slices.record()).toEqual({ slices: 4, longestMs: SLICE_MS, totalMs: 2 * SLICE_MS + 3 });
  });
});
