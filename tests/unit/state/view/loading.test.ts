import { describe, expect, test } from 'vitest';
import { NO_FILTER } from '../../../../src/model/filter';
import { civilDay, timeSpan } from '../../../../src/model/dates/instant';
import type { Rejection } from '../../../../src/model/rejection';
import { chooseActor, chooseEvent, hoverActor, pinActor } from '../../../../src/state/view/choose';
import { toggleCountry } from '../../../../src/state/query/filters';
import { undoView } from '../../../../src/state/view/history';
import {
  takeViewParams,
  failLoading,
  receiveDataset,
  resetView,
  startLoading,
} from '../../../../src/state/view/loading';
import { setSort, setView, setWindow } from '../../../../src/state/view/view-actions';
import { decodeAddress } from '../../../../src/state/address/address';
import { EMPTY_STATE } from '../../../../src/state/view/timeline-state';
import { makeActor, makeDataset } from '../../../support/make-dataset';

const events = [
  { id: 'old', date: '2014', participants: ['obama'], countries: ['US'] },
  { id: 'call', date: '2016-02-24', participants: ['kerry', 'lavrov'], countries: ['US', 'RU'] },
];
const opening = {
  from: civilDay(2016, 2, 22),
  to: civilDay(2016, 2, 29),
  scale: 'calendar',
  group: 'actor',
  expanded: ['RU'],
} as const;
const dataset = makeDataset(events, { id: 'one', opening });
const start = receiveDataset(EMPTY_STATE, dataset, []);
const viewIn = (query: string) => decodeAddress(new URLSearchParams(query)).view;

describe('a dataset', () => {
  test("opens in its author's view", () => {
    expect(start).toMatchObject({
      window: timeSpan(civilDay(2016, 2, 22), civilDay(2016, 2, 29)),
      scale: 'calendar',
      group: 'actor',
      expanded: ['RU'],
      loading: { phase: 'ready' },
      filter: NO_FILTER,
      past: [],
    });
    expect(start.table?.size).toBe(2);
  });

  test('without an opening shows all of it, folded, by country', () => {
    const state = receiveDataset(EMPTY_STATE, makeDataset(events), []);
    expect([state.window, state.scale, state.group, state.expanded]).toEqual([
      undefined,
      'folded',
      'country',
      undefined,
    ]);
  });

  test.each([
    [
      'from alone',
      { from: civilDay(2016, 2, 1), to: undefined },
      timeSpan(civilDay(2016, 2, 1), civilDay(2016, 2, 25)),
    ],
    ['to alone', { from: undefined, to: civilDay(2015) }, timeSpan(civilDay(2014), civilDay(2015))],
    ['from after everything', { from: civilDay(2020), to: undefined }, undefined],
  ])('with an opening of %s', (_, ends, window) => {
    expect(receiveDataset(EMPTY_STATE, makeDataset(events, { opening: { ...opening, ...ends } }), []).window).toEqual(
      window,
    );
  });

  test('takes the place of the one before, and so of all that was chosen in it', () => {
    const busy = setSort(
      setView(
        toggleCountry(pinActor(hoverActor(chooseActor(chooseEvent(start, 'call'), 'kerry'), 'lavrov'), 'obama'), 'RU'),
        'list',
      ),
      'title',
    );
    const next = receiveDataset(busy, makeDataset([{ id: 'call', participants: ['kerry'] }], { id: 'two' }), []);
    expect(next).toMatchObject({
      selected: undefined,
      panel: { kind: 'summary' },
      pinned: [],
      hover: { event: undefined, actor: undefined },
      filter: NO_FILTER,
      past: [],
      view: 'list',
      sort: 'title',
    });
  });

  test('brings what was left out of it', () => {
    const left: Rejection = {
      where: '/events/3',
      record: undefined,
      field: 'date',
      found: 'soon',
      expected: 'a date',
      effect: 'left-out',
    };
    expect(receiveDataset(EMPTY_STATE, dataset, [left]).rejections).toEqual([left]);
  });
});

describe('a part of a view', () => {
  test('lies over the opening', () => {
    const state = receiveDataset(
      EMPTY_STATE,
      dataset,
      [],
      viewIn('from=2016-02-23&countries=RU&event=call&actor=kerry&compare=kerry,lavrov&view=list'),
    );
    expect(state).toMatchObject({
      window: timeSpan(civilDay(2016, 2, 23), civilDay(2016, 2, 29)),
      scale: 'calendar',
      selected: 'call',
      panel: { kind: 'actor', actor: 'kerry' },
      pinned: ['kerry', 'lavrov'],
      view: 'list',
      past: [],
    });
    expect(state.filter.countries).toEqual(['RU']);
  });

  test('of which ids are unknown is laid over without those, and says so', () => {
    const state = receiveDataset(
      EMPTY_STATE,
      dataset,
      [],
      viewIn(
        'countries=RU,XX&actors=__proto__&event=toString&actor=nobody&pair=kerry,x&compare=lavrov,y&expanded=US,zz,bodies',
      ),
    );
    expect(state.filter).toEqual({ ...NO_FILTER, countries: ['RU'] });
    expect([state.selected, state.panel, state.pinned, state.expanded]).toEqual([
      undefined,
      { kind: 'summary' },
      ['lavrov'],
      ['US', 'bodies'],
    ]);
    expect(state.rejections.map(({ where, field, found, effect }) => [where, field, found, effect])).toEqual([
      ['address', 'expanded', 'zz', 'noted'],
      ['address', 'countries', 'XX', 'noted'],
      ['address', 'actors', '__proto__', 'noted'],
      ['address', 'event', 'toString', 'noted'],
      ['address', 'pair', 'x', 'noted'],
      ['address', 'actor', 'nobody', 'noted'],
      ['address', 'compare', 'y', 'noted'],
    ]);
  });

  test('from a host page is one step of undo, and its faults are told once', () => {
    const once = takeViewParams(start, viewIn('countries=RU,XX'));
    const twice = takeViewParams(takeViewParams(once, viewIn('countries=XX')), viewIn('countries=XX'));
    expect(twice.rejections).toHaveLength(1);
    expect(undoView(once).filter).toEqual(NO_FILTER);
  });

  test('with empty values takes away what the opening or the author chose', () => {
    const chosen = takeViewParams(start, viewIn('countries=RU&event=call&pair=kerry,lavrov'));
    const state = takeViewParams(chosen, viewIn('countries=&event=&pair=&from=&to=&expanded=default'));
    expect([state.filter.countries, state.selected, state.panel.kind, state.window, state.expanded]).toEqual([
      [],
      undefined,
      'summary',
      undefined,
      undefined,
    ]);
  });

  test("whose end lies before the opening's start is left out and told", () => {
    const state = receiveDataset(EMPTY_STATE, dataset, [], viewIn('to=2015-01-01'));
    expect(state.window).toEqual(start.window);
    expect(state.rejections).toMatchObject([{ where: 'address', field: 'to', effect: 'noted' }]);
  });

  test('before there is a dataset is not laid over anything', () => {
    expect(takeViewParams(EMPTY_STATE, viewIn('event=call'))).toBe(EMPTY_STATE);
  });

  test('opens a folded group of a country that only actors have', () => {
    const withMember = makeDataset(events, { actors: [makeActor('assad', { countries: ['SY'] })] });
    expect(receiveDataset(EMPTY_STATE, withMember, [], viewIn('expanded=SY')).rejections).toEqual([]);
  });
});

test("a dataset that can't be had leaves the one on screen", () => {
  const problem = { kind: 'network', source: 'x.json', detail: '404' } as const;
  const failed = failLoading(startLoading(chooseEvent(start, 'call'), 'x.json'), problem);
  expect(failed.loading).toEqual({ phase: 'failed', problem });
  expect([failed.dataset, failed.table, failed.selected]).toEqual([start.dataset, start.table, 'call']);
  expect(startLoading(start, 'x.json').loading).toEqual({ phase: 'loading', source: 'x.json' });
});

test('resetting goes back to the opening view', () => {
  expect(resetView(chooseEvent(toggleCountry(setWindow(start, undefined, true), 'RU'), 'call'))).toEqual(start);
});
