import { describe, expect, test } from 'vitest';
import { openDatasets, switchDatasets } from '../../../../src/state/view/carry-over';
import { setSearchText } from '../../../../src/state/query/filters';
import { takeViewParams, receiveDataset } from '../../../../src/state/view/loading';
import { setSort, setView, setWindow } from '../../../../src/state/view/view-actions';
import type { ViewParams } from '../../../../src/state/address/view-params';
import { EMPTY_STATE } from '../../../../src/state/view/timeline-state';
import { civilDay, timeSpan } from '../../../../src/model/dates/instant';
import { makeDataset } from '../../../support/make-dataset';

const opening = {
  from: civilDay(2011),
  to: civilDay(2017),
  scale: 'calendar' as const,
  group: 'type' as const,
  expanded: ['US'],
};
const first = makeDataset([
  { id: 'shared', participants: ['kerry', 'lavrov'], countries: ['US', 'RU'] },
  { id: 'own', participants: ['peskov'], countries: ['RU'] },
]);
const other = makeDataset(
  [
    { id: 'shared', participants: ['kerry', 'obama'], countries: ['US'] },
    { id: 'else', date: '2012', participants: ['obama'], countries: ['US'] },
  ],
  { id: 'other', opening },
);
const start = { ...receiveDataset(EMPTY_STATE, first, []), datasetIds: ['first'] };
const rejection = {
  where: '/events/0',
  record: undefined,
  field: '',
  found: 'x',
  expected: 'y',
  effect: 'left-out' as const,
};

test('an address that asks for datasets says all of the view: what it doesn’t name is as a new reader finds it', () => {
  const listed = setSort(setView(start, 'list'), 'title');
  const ask = (reader: ViewParams) =>
    openDatasets(listed, other, [], { datasetIds: ['other'], authors: false, author: {}, reader });
  expect(ask({})).toMatchObject({ view: 'auto', sort: 'date' });
  expect(ask({ view: 'list', sort: 'type' })).toMatchObject({ view: 'list', sort: 'type' });
});

describe('going to another dataset', () => {
  test('keeps the choices it knows, and says nothing of those it doesn’t', () => {
    const chosen = takeViewParams(start, {
      event: 'shared',
      actors: ['lavrov', 'kerry'],
      countries: ['RU', 'US'],
      types: ['talks'],
      roles: ['acting', 'location'],
      match: 'all',
      q: 'plan',
      compare: ['peskov', 'kerry'],
    });
    const after = switchDatasets(chosen, other, [rejection], ['other'], {});
    expect(after).toMatchObject({
      datasetIds: ['other'],
      selected: 'shared',
      panel: { kind: 'event' },
      pinned: ['kerry'],
      filter: {
        actors: ['kerry'],
        countries: ['US'],
        types: ['talks'],
        roles: ['acting', 'location'],
        match: 'all',
        text: 'plan',
      },
    });
    expect(after.rejections).toEqual([rejection]);
  });

  test('lets go of an event, an actor or a pair it hasn’t got', () => {
    expect(switchDatasets(takeViewParams(start, { event: 'own' }), other, [], ['other'], {})).toMatchObject({
      selected: undefined,
      panel: { kind: 'summary' },
    });
    expect(switchDatasets(takeViewParams(start, { actor: 'peskov' }), other, [], ['other'], {}).panel).toEqual({
      kind: 'summary',
    });
    expect(
      switchDatasets(takeViewParams(start, { event: 'shared', pair: ['kerry', 'lavrov'] }), other, [], ['other'], {})
        .panel,
    ).toEqual({ kind: 'event' });
    expect(
      switchDatasets(takeViewParams(start, { event: 'shared', actor: 'kerry' }), other, [], ['other'], {}).panel,
    ).toEqual({ kind: 'actor', actor: 'kerry' });
  });

  test('opens in its own window, scale and rows, with nothing to undo; list and order stay', () => {
    const moved = setSort(
      setView(setWindow(setSearchText(start, 'plan'), timeSpan(civilDay(2016), civilDay(2016, 2)), true), 'list'),
      'title',
    );
    expect(switchDatasets(moved, other, [], ['other'], { view: 'timeline' })).toMatchObject({
      window: timeSpan(civilDay(2011), civilDay(2017)),
      scale: 'calendar',
      group: 'type',
      expanded: ['US'],
      past: [],
      view: 'list',
      sort: 'title',
    });
  });

  test('opens in the author’s view where that was made for it, with the reader’s filter', () => {
    const after = switchDatasets(takeViewParams(start, { countries: ['US'] }), other, [], ['other'], {
      group: 'actor',
      countries: ['RU'],
      q: 'x',
    });
    expect(after).toMatchObject({ group: 'actor', filter: { countries: ['US'], text: '' } });
  });
});

describe('an address that asks for datasets', () => {
  const author = { event: 'own', countries: ['RU'] };

  test('has the author’s view over the opening one, and the reader’s over both', () => {
    expect(
      openDatasets(EMPTY_STATE, first, [], {
        datasetIds: ['first'],
        authors: true,
        author,
        reader: { countries: ['US'] },
      }),
    ).toMatchObject({
      datasetIds: ['first'],
      selected: 'own',
      filter: { countries: ['US'] },
      rejections: [],
      past: [],
    });
  });

  test('is told of every id its datasets haven’t got, but not of the author’s in a dataset of the reader’s', () => {
    const fields = (authors: boolean, reader: object) =>
      openDatasets(EMPTY_STATE, other, [rejection], { datasetIds: ['other'], authors, author, reader }).rejections.map(
        ({ field }) => field,
      );
    expect(fields(true, {})).toEqual(['', 'countries', 'event']);
    expect(fields(false, { actors: ['nobody'] })).toEqual(['', 'actors']);
  });
});
