import { expect, test } from 'vitest';
import type { Steps } from '../../../../src/base/steps';
import { runInSlices } from '../../../../src/ui/kit/run-in-slices';

function* counting(to: number, seen: number[] = []): Steps<number> {
  for (let i = 0; i < to; i += 1) {
    seen.push(i);
    yield i / to;
  }
  return to;
}

test('does all the steps, in slices that the caller hears of', async () => {
  const shares: number[] = [];
  expect(await runInSlices(counting(5), { sliceMs: 0, onShare: (share) => shares.push(share) })).toBe(5);
  expect(shares).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
});

test('begins after the caller is done', async () => {
  const seen: number[] = [];
  const done = runInSlices(counting(3, seen));
  expect(seen).toEqual([]);
  await done;
  expect(seen).toEqual([0, 1, 2]);
});

test('ends where it is told to, with the reason', async () => {
  const end = new AbortController();
  const seen: number[] = [];
  const done = runInSlices(counting(100, seen), {
    signal: end.signal,
    sliceMs: 0,
    onShare: (share) => {
      if (share >= 0.1) end.abort(new Error('another dataset'));
    },
  });
  await expect(done).rejects.toThrow('another dataset');
  expect(seen).toHaveLength(11);
});

test('gives on what the work throws', async () => {
  function* failing(): Steps<void> {
    yield 0;
    throw new RangeError('no such row');
  }
  await expect(runInSlices(failing())).rejects.toThrow(new RangeError('no such row'));
});
