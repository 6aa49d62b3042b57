import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { english } from '../../src/base/messages/en';
import { makeTranslate } from '../../src/base/translate';
import { readText } from '../../src/app/load-dataset';
import { syncAddress } from '../../src/app/sync-address';
import { chooseEvent } from '../../src/state/choose';
import { toggleCountry } from '../../src/state/filters';
import { receiveDataset, startLoading } from '../../src/state/load';
import { createTimelineStore } from '../../src/state/store';

const loaded = await readText(readFileSync('data/syria-cessation-2016.json', 'utf8'), 'here', makeTranslate('en', english));
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

test('choosing other datasets makes an entry, and the one that is left keeps the view as it was left', () => {
  if (!loaded.ok) throw new Error('The shipped dataset loads');
  const store = createTimelineStore();
  const show = (sets: readonly string[]) => store.apply((state) => ({ ...receiveDataset(state, { ...dataset }, []), sets }));
  const { dataset } = loaded;
  show(['a']);
  const set = (id: string) => ({ id, title: id, events: 1, from: 2016, to: 2016 });
  const open = vi.fn(async () => undefined);
  stop = syncAddress(store, {}, { catalogue: { own: 'a', sets: [set('a'), set('b')], together: 2 }, usual: ['a'], choose: open, open });
  const entries: string[] = [];
  vi.spyOn(history, 'pushState').mockImplementation((_state, _unused, url) => void entries.push(`push ${String(url).split('#')[1] ?? ''}`));
  vi.spyOn(history, 'replaceState').mockImplementation((_state, _unused, url) => void entries.push(`replace ${String(url).split('#')[1] ?? ''}`));
  store.apply(toggleCountry, 'RU');
  show(['b']);
  expect(entries).toEqual(['replace countries=RU', 'push set=b']);
  vi.advanceTimersByTime(1000);
  expect(entries).toHaveLength(2);
});

test('Back to an entry of other datasets asks for them, and makes no entry when they are there', () => {
  const { store, written } = start();
  stop();
  store.apply((state) => ({ ...state, sets: ['b'] }));
  const set = (id: string) => ({ id, title: id, events: 1, from: 2016, to: 2016 });
  const open = vi.fn(async () => undefined);
  stop = syncAddress(store, {}, { catalogue: { own: 'a', sets: [set('a'), set('b')], together: 2 }, usual: ['a'], choose: open, open });
  store.apply(toggleCountry, 'RU');
  written.replace.mockClear();
  window.dispatchEvent(new PopStateEvent('popstate', { state: 'diplomatic-timeline' }));
  expect(open).toHaveBeenCalledExactlyOnceWith(['a']);
  store.apply(startLoading, 'a');
  vi.advanceTimersByTime(1000);
  expect(written.replace, 'the view that is being left, into the entry gone back to').not.toHaveBeenCalled();
  if (loaded.ok) store.apply((state) => ({ ...receiveDataset(state, { ...loaded.dataset }, []), sets: ['a'] }));
  vi.advanceTimersByTime(1000);
  expect(written.push).not.toHaveBeenCalled();
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
