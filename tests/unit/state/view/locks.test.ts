import { describe, expect, test } from 'vitest';
import { civilDay, timeSpan } from '../../../../src/model/dates/instant';
import { undoView } from '../../../../src/state/view/history';
import {
  setSearchText,
  toggleActor,
  toggleCountry,
  toggleRole,
  toggleTone,
  toggleType,
} from '../../../../src/state/query/filters';
import { takeViewParams, receiveDataset, resetView } from '../../../../src/state/view/loading';
import { withoutLocked } from '../../../../src/state/view/locks';
import type { Lockable } from '../../../../src/state/view/locks';
import { setGroup, setWindow } from '../../../../src/state/view/view-actions';
import { createTimelineStore } from '../../../../src/state/view/store';
import type { TimelineState } from '../../../../src/state/view/timeline-state';
import { EMPTY_STATE } from '../../../../src/state/view/timeline-state';
import { makeDataset } from '../../../support/make-dataset';

const dataset = makeDataset([{ id: 'a', participants: ['kerry'], countries: ['US', 'RU'] }]);
const february = timeSpan(civilDay(2016, 2), civilDay(2016, 3));
const authors = receiveDataset(EMPTY_STATE, dataset, [], { countries: ['US'], from: february.start, to: february.end });
const storeWith = (...locks: Lockable[]) => createTimelineStore(authors, new Set(locks));

describe('locked filters', () => {
  test.each<[string, (state: TimelineState) => TimelineState]>([
    ['a country', (state) => toggleCountry(state, 'RU')],
    ['an actor', (state) => toggleActor(state, 'kerry')],
    ['a type', (state) => toggleType(state, 'talks')],
    ['a tone', (state) => toggleTone(state, 'conflict')],
    ['a role', (state) => toggleRole(state, 'mentioned')],
    ['words', (state) => setSearchText(state, 'plan')],
    ['an address', (state) => takeViewParams(state, { countries: [], q: 'plan' })],
    ['an undo', (state) => undoView(toggleCountry(state, 'US'))],
    ['a new start', resetView],
  ])('stay as the author set them, whatever asks: %s', (_, step) => {
    const store = storeWith('filters');
    store.apply(step);
    expect(store.getState().filter).toEqual(authors.filter);
  });

  test('leave everything else free, and nothing to undo where nothing else changed', () => {
    const store = storeWith('filters');
    store.apply(toggleCountry, 'RU');
    expect(store.getState().past).toEqual([]);
    store.apply((state) => setGroup(toggleCountry(state, 'RU'), 'type'));
    store.apply(setWindow, undefined, true);
    expect(store.getState()).toMatchObject({ group: 'type', window: undefined, filter: authors.filter });
    expect(store.getState().past.length).toBeGreaterThan(0);
  });

  test('don’t bind the author, nor a dataset that comes with its own view', () => {
    const store = storeWith('filters', 'range');
    store.applyUnlocked(toggleCountry, 'RU');
    expect(store.getState().filter.countries).toEqual(['US', 'RU']);
    store.apply((state) => receiveDataset(state, { ...dataset }, []));
    expect(store.getState()).toMatchObject({ filter: { countries: [] }, window: undefined });
  });
});

test('a locked range is the author’s window, whatever moves it', () => {
  const store = storeWith('range');
  for (const window of [undefined, timeSpan(0, 1)]) store.apply(setWindow, window, true);
  store.apply(takeViewParams, { from: null, to: null, countries: ['RU'] });
  expect(store.getState()).toMatchObject({ window: february, filter: { countries: ['RU'] } });
});

test('of a reader’s address what is locked is left out, and named', () => {
  const view = { q: 'plan', countries: ['RU'], from: february.start, group: 'type', match: 'all' } as const;
  expect(withoutLocked(view, ['filters'])).toEqual({
    view: { from: february.start, group: 'type' },
    left: ['countries', 'match', 'q'],
  });
  expect(withoutLocked(view, ['range'])).toMatchObject({ left: ['from'] });
  expect(withoutLocked(view, [])).toEqual({ view, left: [] });
});
