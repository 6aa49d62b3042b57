import { describe, expect, test } from 'vitest';
import { SLICE_MS, makeSlices, runInSlices } from '../../../src/base/slices';
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

function* counting(to: number, seen: number[] = []): Steps<number> {
  for (let i = 0; i < to; i += 1) {
    seen.push(i);
    yield i / to;
  }
  return to;
}

/** A clock by which every look at it is a slice later. */
function hurriedClock(): () => number {
  let now = 0;
  return () => (now += 100);
}

describe('one piece of work in slices', () => {
  const { signal } = new AbortController();

  test('does all the steps, and says how far it has come', async () => {
    const shares: number[] = [];
    const done = runInSlices(counting(5), { signal, now: hurriedClock() }, (share) => shares.push(share));
    expect(await done).toBe(5);
    expect(shares).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
  });

  test('begins after the caller is done', async () => {
    const seen: number[] = [];
    const done = runInSlices(counting(3, seen), { signal });
    await Promise.resolve();
    expect(seen).toEqual([]);
    await done;
    expect(seen).toEqual([0, 1, 2]);
  });

  test('ends where it is told to, with the reason', async () => {
    const end = new AbortController();
    const seen: number[] = [];
    const done = runInSlices(counting(100, seen), { signal: end.signal, now: hurriedClock() }, (share) => {
      if (share >= 0.1) end.abort(new Error('another dataset'));
    });
    await expect(done).rejects.toThrow('another dataset');
    expect(seen).toHaveLength(11);
  });

  test('that nobody wants before it begins does nothing', async () => {
    const end = new AbortController();
    const seen: number[] = [];
    const done = runInSlices(counting(3, seen), { signal: end.signal });
    end.abort(new Error('another dataset'));
    await expect(done).rejects.toThrow('another dataset');
    expect(seen).toEqual([]);
  });

  test('gives on what the work throws', async () => {
    function* failing(): Steps<void> {
      yield 0;
      throw new RangeError('no such row');
    }
    await expect(runInSlices(failing(), { signal })).rejects.toThrow(new RangeError('no such row'));
  });
});
