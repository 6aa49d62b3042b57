import { afterEach, expect, test, vi } from 'vitest';
import { createTimelineStore } from '../../../src/state/view/store';
import { createChartControl } from '../../../src/ui/context/chart-control';

afterEach(() => vi.useRealTimers());

/** What a promise has come to so far. */
async function outcome(promise: Promise<boolean>): Promise<boolean | 'pending'> {
  return Promise.race([promise, Promise.resolve('pending' as const)]);
}

test('whoever waits hears of the paint, of being out of sight, and of the end', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  let isSeen = true;
  const store = createTimelineStore();
  const control = createChartControl(store, { isStill: () => true, isSeen: () => isSeen });
  const painted = control.whenPainted();
  vi.advanceTimersByTime(10_000);
  expect(await outcome(painted)).toBe('pending');
  control.notePainted(store.getState());
  expect(await painted).toBe(true);
  store.setState({ sort: 'title' });
  const older = control.whenPainted();
  isSeen = false;
  expect(await outcome(older)).toBe('pending');
  vi.advanceTimersByTime(500);
  expect(await outcome(older)).toBe(false);
  // What could be made ready is: drawn, and not seen.
  const made = control.whenPainted();
  control.notePainted(store.getState());
  expect(await outcome(made)).toBe(false);
  isSeen = true;
  expect(await control.whenPainted()).toBe(true);
  store.setState({ sort: 'date' });
  const last = control.whenPainted();
  control.destroy();
  expect(await outcome(last)).toBe(false);
  expect(await outcome(control.whenPainted())).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});
