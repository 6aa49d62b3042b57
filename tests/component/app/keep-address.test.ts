import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { english } from '../../../src/base/messages/en';
import { makeTranslate } from '../../../src/base/translate';
import { keepAddress } from '../../../src/app/keep-address';
import { readText } from '../../../src/app/shipped-datasets';
import { toggleCountry } from '../../../src/state/query/filters';
import { receiveDataset } from '../../../src/state/view/loading';
import { chooseEvent } from '../../../src/state/view/choose';
import { createTimelineStore } from '../../../src/state/view/store';

const loaded = await readText(
  readFileSync('data/syria-cessation-2016.json', 'utf8'),
  'here',
  makeTranslate('en', english),
);
let stop = (): void => undefined;

/** `paint` tells that the first picture is there. */
function start() {
  if (!loaded.ok) throw new Error('The shipped dataset loads');
  const store = createTimelineStore();
  store.apply(receiveDataset, loaded.dataset, []);
  let paint = (): void => undefined;
  const painted = new Promise<boolean>((resolve) => (paint = () => resolve(true)));
  stop = keepAddress({ whenPainted: () => painted }, {}, { store });
  return { store, paint };
}

beforeEach(() => history.replaceState(null, '', '/'));
afterEach(() => {
  stop();
  history.replaceState(null, '', '/');
});

test('what was chosen before the first picture stands in the address once it is there', async () => {
  const { store, paint } = start();
  store.apply(chooseEvent, 'ev-lavrov-kerry-call');
  expect(location.hash).toBe('');
  paint();
  await expect.poll(() => location.hash).toBe('#event=ev-lavrov-kerry-call');
});

test('an address that the page has written itself meanwhile is no arrival at another', async () => {
  const { store, paint } = start();
  store.apply(toggleCountry, 'RU');
  history.replaceState(null, '', '#lang=en');
  paint();
  await expect.poll(() => location.hash).toBe('#lang=en&countries=RU');
  expect([...store.getState().filter.countries]).toEqual(['RU']);
});

test('a hash that is followed before the first picture is shown', async () => {
  const { store } = start();
  history.pushState(null, '', '#countries=US');
  window.dispatchEvent(new PopStateEvent('popstate', { state: null }));
  await expect.poll(() => [...store.getState().filter.countries]).toEqual(['US']);
});

test('nothing is written after the page has gone', async () => {
  const { store, paint } = start();
  store.apply(chooseEvent, 'ev-lavrov-kerry-call');
  stop();
  paint();
  await vi.dynamicImportSettled();
  expect(location.hash).toBe('');
});
