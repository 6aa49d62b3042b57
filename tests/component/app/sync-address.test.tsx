import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { english } from '../../../src/base/messages/en';
import { makeTranslate } from '../../../src/base/translate';
import { readText } from '../../../src/app/shipped-datasets';
import { syncAddress } from '../../../src/app/sync-address';
import { chooseActor, chooseEvent, showSummary } from '../../../src/state/view/choose';
import { toggleCountry } from '../../../src/state/query/filters';
import { takeViewParams, receiveDataset, startLoading } from '../../../src/state/view/loading';
import type { ViewParams } from '../../../src/state/address/view-params';
import { createTimelineStore } from '../../../src/state/view/store';

const loaded = await readText(
  readFileSync('data/syria-cessation-2016.json', 'utf8'),
  'here',
  makeTranslate('en', english),
);
let stop = (): void => undefined;

/** `view` is what the address brought. */
function start(view: ViewParams = {}) {
  if (!loaded.ok) throw new Error('The shipped dataset loads');
  const store = createTimelineStore();
  store.apply(receiveDataset, loaded.dataset, []);
  store.apply(takeViewParams, view);
  const written = { push: vi.spyOn(history, 'pushState'), replace: vi.spyOn(history, 'replaceState') };
  stop = syncAddress({}, { store });
  return { store, written };
}

beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, '', '/');
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
  history.replaceState(null, '', '/');
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

test('never comes near Safari’s 100 changes in 30 s, and the last view always stands in the address', () => {
  const { store, written } = start();
  const writtenAt: number[] = [];
  for (const spy of [written.push, written.replace]) {
    spy.mockImplementation(function refuseLikeSafari(this: History, ...[mark, unused, url]) {
      const now = performance.now();
      writtenAt.push(now);
      if (writtenAt.filter((at) => now - at < 30_000).length > 90) throw new DOMException('too many', 'SecurityError');
      const how = spy === written.push ? 'pushState' : 'replaceState';
      return Reflect.apply(History.prototype[how], history, [mark, unused, url]);
    });
  }
  const events = ['ev-lavrov-kerry-call', 'ev-kerry-plan-b'];
  for (let time = 0; time < 60_000; time += 50) {
    store.apply(toggleCountry, 'RU');
    if (time % 200 === 0) store.apply(chooseEvent, events[(time / 200) % 2]!);
    vi.advanceTimersByTime(50);
  }
  store.apply(toggleCountry, 'US');
  vi.advanceTimersByTime(40_000);
  expect(
    Math.max(...writtenAt.map((at) => writtenAt.filter((other) => other <= at && at - other < 30_000).length)),
  ).toBeLessThan(90);
  expect(location.hash).toContain(`event=${store.getState().selected}`);
  expect(location.hash).toContain('US');
});

test('goes on after the browser refused, whoever used up what may be written', () => {
  const { store, written } = start();
  written.replace.mockImplementation(() => {
    throw new DOMException('too many', 'SecurityError');
  });
  written.push.mockImplementation(() => undefined);
  store.apply(toggleCountry, 'RU');
  store.apply(chooseEvent, 'ev-lavrov-kerry-call');
  vi.advanceTimersByTime(1000);
  expect(location.hash, 'Chromium drops it without a word').toBe('');
  vi.mocked(written.push).mockRestore();
  vi.mocked(written.replace).mockRestore();
  vi.advanceTimersByTime(5000);
  expect(location.hash).toBe('#countries=RU&event=ev-lavrov-kerry-call');
  expect(history.state, 'an entry of its own, which Back takes back').toBe('diplomatic-timeline 1');
});

test('choosing other datasets makes an entry, and the one that is left keeps the view as it was left', () => {
  if (!loaded.ok) throw new Error('The shipped dataset loads');
  const store = createTimelineStore();
  const show = (datasetIds: readonly string[]) =>
    store.apply((state) => ({ ...receiveDataset(state, { ...dataset }, []), datasetIds }));
  const { dataset } = loaded;
  show(['a']);
  const set = (id: string) => ({ id, title: id, events: 1, from: 2016, to: 2016 });
  const open = vi.fn(async () => undefined);
  stop = syncAddress(
    {},
    {
      store,
      datasets: { catalogue: { own: 'a', datasets: [set('a'), set('b')], together: 2 }, usual: ['a'], open },
    },
  );
  const entries: string[] = [];
  vi.spyOn(history, 'pushState').mockImplementation(
    (_state, _unused, url) => void entries.push(`push ${String(url).split('#')[1] ?? ''}`),
  );
  vi.spyOn(history, 'replaceState').mockImplementation(
    (_state, _unused, url) => void entries.push(`replace ${String(url).split('#')[1] ?? ''}`),
  );
  store.apply(toggleCountry, 'RU');
  show(['b']);
  expect(entries).toEqual(['replace countries=RU', 'push set=b']);
  vi.advanceTimersByTime(1000);
  expect(entries).toHaveLength(2);
});

test('Back to an entry of other datasets asks for them, and makes no entry when they are there', () => {
  const { store, written } = start();
  stop();
  store.apply((state) => ({ ...state, datasetIds: ['b'] }));
  const set = (id: string) => ({ id, title: id, events: 1, from: 2016, to: 2016 });
  const open = vi.fn(async () => undefined);
  stop = syncAddress(
    {},
    {
      store,
      datasets: { catalogue: { own: 'a', datasets: [set('a'), set('b')], together: 2 }, usual: ['a'], open },
    },
  );
  store.apply(toggleCountry, 'RU');
  written.replace.mockClear();
  window.dispatchEvent(new PopStateEvent('popstate', { state: 'diplomatic-timeline' }));
  expect(open).toHaveBeenCalledExactlyOnceWith(['a']);
  store.apply(startLoading, 'a');
  vi.advanceTimersByTime(1000);
  expect(written.replace, 'the view that is being left, into the entry gone back to').not.toHaveBeenCalled();
  if (loaded.ok) store.apply((state) => ({ ...receiveDataset(state, { ...loaded.dataset }, []), datasetIds: ['a'] }));
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

describe('letting an event go', () => {
  /** Once the browser has gone to another entry. */
  const arrived = () =>
    new Promise((resolve) => {
      window.addEventListener('popstate', resolve, { once: true });
    });
  const CALL = 'ev-lavrov-kerry-call';
  const STATEMENT = 'ev-joint-statement';
  const hash = (): string => location.hash.slice(1);

  beforeEach(() => {
    vi.useRealTimers();
    // An entry of the page before.
    history.pushState(null, '', '/page/');
  });

  test('goes back to before it was chosen, past the events stepped through, and the view stays', async () => {
    const { store } = start();
    store.apply(chooseEvent, CALL);
    store.apply(chooseEvent, STATEMENT);
    store.apply(toggleCountry, 'RU');
    const back = arrived();
    store.apply(showSummary);
    await back;
    expect(hash()).toBe('countries=RU');
    expect(store.getState()).toMatchObject({ selected: undefined, filter: { countries: ['RU'] } });
    // Forward leads to what was let go; Back from it, and once more, out of the page.
    const steps: string[] = [];
    for (const go of [1, 1, -1, -1, -1]) {
      const next = arrived();
      history.go(go);
      await next;
      steps.push(`${location.pathname} ${new URLSearchParams(hash()).get('event') ?? ''}`);
    }
    expect(steps).toEqual([`/page/ ${CALL}`, `/page/ ${STATEMENT}`, `/page/ ${CALL}`, '/page/ ', '/ ']);
  });

  test('does not show the actor again from whose panel it was chosen', async () => {
    const { store } = start();
    store.apply(chooseActor, 'john-kerry');
    store.apply(chooseEvent, CALL);
    const back = arrived();
    store.apply(showSummary);
    await back;
    expect(store.getState().panel).toEqual({ kind: 'summary' });
    expect(hash()).toBe('');
  });

  test('and choosing another at once, before the browser is back, leaves one entry for it', async () => {
    const { store } = start();
    store.apply(chooseEvent, CALL);
    const back = arrived();
    store.apply(showSummary);
    store.apply(chooseEvent, STATEMENT);
    await back;
    expect(hash()).toBe(`event=${STATEMENT}`);
    const before = arrived();
    history.back();
    await before;
    expect([location.pathname, hash(), store.getState().selected]).toEqual(['/page/', '', undefined]);
  });

  test('that came with the address stays on its entry', () => {
    vi.useFakeTimers();
    history.replaceState(null, '', `/page/#event=${CALL}`);
    const { store } = start({ event: CALL });
    const go = vi.spyOn(history, 'go');
    store.apply(showSummary);
    vi.advanceTimersByTime(1000);
    expect(hash()).toBe('');
    expect(go).not.toHaveBeenCalled();
  });

  test('goes back after the page was loaded again, too', async () => {
    const { store } = start();
    store.apply(chooseEvent, CALL);
    stop();
    const again = start({ event: CALL });
    const back = arrived();
    again.store.apply(showSummary);
    await back;
    expect(hash()).toBe('');
    const out = arrived();
    history.back();
    await out;
    expect(location.pathname).toBe('/');
  });

  test('leaves the page scrolled as it is: the browser goes back to where it stood when the event was chosen', async () => {
    const { store } = start();
    store.apply(chooseEvent, CALL);
    vi.stubGlobal('scrollY', 1600);
    const scrollTo = vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
    window.addEventListener('popstate', () => void vi.stubGlobal('scrollY', 0), { once: true, capture: true });
    store.apply(showSummary);
    await vi.waitFor(() => expect(scrollTo).toHaveBeenCalledWith({ left: 0, top: 1600, behavior: 'instant' }));
    vi.unstubAllGlobals();
  });

  test('is written where it stands when the browser has forgotten the entry before', () => {
    vi.useFakeTimers();
    const { store } = start();
    vi.spyOn(history, 'go').mockImplementation(() => undefined);
    store.apply(chooseEvent, CALL);
    store.apply(showSummary);
    store.apply(toggleCountry, 'RU');
    vi.advanceTimersByTime(5000);
    expect(hash()).toBe('countries=RU');
  });
});
