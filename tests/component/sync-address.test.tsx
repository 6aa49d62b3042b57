import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readText } from '../../src/app/load-dataset';
import { syncAddress } from '../../src/app/sync-address';
import { chooseEvent } from '../../src/state/choose';
import { toggleCountry } from '../../src/state/filters';
import { receiveDataset } from '../../src/state/load';
import { createTimelineStore } from '../../src/state/store';

const loaded = readText(readFileSync('data/syria-cessation-2016.json', 'utf8'), 'here');
let stop = (): void => undefined;

function start() {
  if (!loaded.ok) throw new Error('The shipped dataset loads');
  const store = createTimelineStore();
  store.apply(receiveDataset, loaded.dataset, []);
  const written = { push: vi.spyOn(history, 'pushState'), replace: vi.spyOn(history, 'replaceState') };
  stop = syncAddress(store, {});
  return { store, written };
}

beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, '', '/');
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

test('on a page of its own, choosing an event makes an entry, and other changes only mend the last one, together', () => {
  const { store, written } = start();
  written.replace.mockClear();
  store.apply(chooseEvent, 'ev-lavrov-kerry-call');
  expect(written.push).toHaveBeenCalledTimes(1);
  expect(location.hash).toBe('#event=ev-lavrov-kerry-call');
  store.apply(toggleCountry, 'RU');
  store.apply(toggleCountry, 'US');
  expect(written.replace).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(written.replace).toHaveBeenCalledTimes(1);
  expect(written.push).toHaveBeenCalledTimes(1);
  expect(location.hash).toBe('#countries=RU,US&event=ev-lavrov-kerry-call');
});

test('in a frame nothing is written: it would grow the history of the page around it', () => {
  vi.spyOn(window, 'parent', 'get').mockReturnValue({} as Window & typeof globalThis);
  const { store, written } = start();
  store.apply(chooseEvent, 'ev-lavrov-kerry-call');
  store.apply(toggleCountry, 'RU');
  vi.advanceTimersByTime(1000);
  expect(written.push).not.toHaveBeenCalled();
  expect(written.replace).not.toHaveBeenCalled();
  expect(location.hash).toBe('');
});
