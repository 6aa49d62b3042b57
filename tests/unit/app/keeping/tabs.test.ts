import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TabChannel, TabMessage } from '../../../../src/app/keeping/tab-channel';
import { makeTabs } from '../../../../src/app/keeping/tabs';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Tabs that hear each other `ms` later. */
function someTabs(ms = 1) {
  const hearers = new Map<string, (message: TabMessage) => void>();
  const log: string[] = [];
  const channel = (tab: string): TabChannel => ({
    tab,
    tell: (id, says, since = 0) =>
      setTimeout(() => {
        for (const [other, hear] of hearers) if (other !== tab) hear({ tab, id, says, since });
      }, ms),
    listen: (hear) => {
      hearers.set(tab, hear);
      return () => void hearers.delete(tab);
    },
    close: () => undefined,
  });
  const make = (tab: string) =>
    makeTabs(channel(tab), () => {
      log.push(`${tab} writes what it has`);
      return Promise.resolve();
    });
  return { make, log };
}

async function settled<Value>(promise: Promise<Value>): Promise<Value> {
  await vi.advanceTimersByTimeAsync(1000);
  return promise;
}

test('the second tab of a draft only reads, until it takes over from the first', async () => {
  const { make, log } = someTabs();
  const [one, two] = [make('one'), make('two')];
  expect(await settled(one.open('lake'))).toBe(false);
  expect(await settled(two.open('lake'))).toBe(true);
  expect([one.isElsewhere(), two.isElsewhere(), one.isOpenElsewhere('lake')]).toEqual([false, true, true]);
  await settled(two.take());
  expect([one.isElsewhere(), two.isElsewhere()]).toEqual([true, false]);
  expect(log).toEqual(['one writes what it has']);
});

test('of tabs that begin at once one writes', async () => {
  const { make } = someTabs();
  const all = [make('b'), make('a'), make('c')];
  const reading = await settled(Promise.all(all.map((tabs) => tabs.open('lake'))));
  expect(reading.filter((isElsewhere) => !isElsewhere)).toHaveLength(1);
});

test('an answer that comes later than anybody waits for it is heard all the same', async () => {
  const { make } = someTabs(1500);
  const [one, two] = [make('one'), make('two')];
  expect(await settled(one.open('lake'))).toBe(false);
  // Nobody has answered in time.
  expect(await settled(two.open('lake'))).toBe(false);
  await vi.advanceTimersByTimeAsync(5000);
  expect([one.isElsewhere(), two.isElsewhere()]).toEqual([false, true]);
});

test('a tab that closes leaves it to one that reads; one that was killed is asked in vain', async () => {
  const { make } = someTabs();
  const [one, two] = [make('one'), make('two')];
  await settled(one.open('lake'));
  await settled(two.open('lake'));
  one.close();
  await settled(Promise.resolve());
  expect(two.isElsewhere()).toBe(false);
  expect(await settled(make('three').open('lake'))).toBe(true);
});

test('different drafts have nothing to do with each other', async () => {
  const { make } = someTabs();
  const [one, two] = [make('one'), make('two')];
  await settled(one.open('lake'));
  expect(await settled(two.open('river'))).toBe(false);
  two.ask(['lake', 'sea']);
  await settled(Promise.resolve());
  expect([two.isOpenElsewhere('lake'), two.isOpenElsewhere('sea')]).toEqual([true, false]);
});
