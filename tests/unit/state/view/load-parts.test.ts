import { describe, expect, test } from 'vitest';
import { timeSpan } from '../../../../src/model/dates/instant';
import type { Rejection } from '../../../../src/model/rejection';
import { chooseActor, chooseEvent, choosePair, hoverActor, pinActor } from '../../../../src/state/view/choose';
import { toggleActor, toggleCountry } from '../../../../src/state/query/filters';
import { undoView } from '../../../../src/state/view/history';
import { startLoading } from '../../../../src/state/view/loading';
import { differInLoadingOnly } from '../../../../src/state/view/differ-in-loading';
import { endLoading, growTable, receivePart } from '../../../../src/state/view/loading-in-parts';
import { setWindow } from '../../../../src/state/view/view-actions';
import { stopLoading, tableOf, tellProgress } from '../../../../src/state/view/loading';
import { EMPTY_STATE } from '../../../../src/state/view/timeline-state';
import { makeActor, makeDataset } from '../../../support/make-dataset';

const actors = [makeActor('anna', { countries: ['AT'] }), makeActor('bela', { countries: ['HU'] })];
const first = { id: 'row-1', date: '2014', participants: ['anna'], countries: ['AT'] };
const second = { id: 'row-2', date: '2015', participants: ['bela'], countries: ['HU'] };
const part = tableOf(makeDataset([first, second], { actors }));
const whole = tableOf(
  makeDataset([first, second, { id: 'row-3', date: '2016', participants: ['carl'], countries: ['DE'] }], { actors }),
);
const other = tableOf(makeDataset([{ ...first, id: 'x' }], { actors: actors.slice(0, 1) }));

const loading = tellProgress(startLoading(EMPTY_STATE, 'rows.csv'), { done: 0.1, rows: 2 });
const shown = receivePart(loading, part, []);

describe('a part of a dataset', () => {
  test('is shown while the rest is loading', () => {
    expect(shown).toMatchObject({
      table: part,
      loading: { phase: 'loading', source: 'rows.csv', progress: { done: 0.1, rows: 2 } },
    });
    expect(tellProgress(shown, { done: 0.5, rows: 9 }).loading).toEqual({
      phase: 'loading',
      source: 'rows.csv',
      progress: { done: 0.5, rows: 9 },
    });
    expect(endLoading(shown).loading).toEqual({ phase: 'ready' });
    expect(stopLoading(shown, 'rows.csv', 9).loading).toEqual({ phase: 'stopped', source: 'rows.csv', rows: 9 });
  });

  test('has no progress to tell when nothing is loading', () => {
    const done = endLoading(shown);
    expect(tellProgress(done, { done: 1, rows: 3 })).toBe(done);
  });

  test('grows into the whole with all that was chosen meanwhile', () => {
    const window = timeSpan(Date.UTC(2014, 5, 1), Date.UTC(2015, 5, 1));
    const chosen = hoverActor(
      pinActor(
        chooseActor(
          chooseEvent(toggleActor(toggleCountry(setWindow(shown, window, true), 'AT'), 'bela'), 'row-2'),
          'bela',
        ),
        'anna',
      ),
      'anna',
    );
    const left: Rejection = {
      where: 'line 9',
      record: undefined,
      field: 'date',
      found: 'soon',
      expected: 'a date',
      effect: 'left-out',
    };
    const grown = growTable(chosen, whole, [left]);
    expect(grown).toEqual({ ...chosen, dataset: whole.dataset, table: whole, rejections: [left] });
    expect(undoView(grown)).toEqual({ ...undoView(chosen), dataset: whole.dataset, table: whole, rejections: [left] });
    expect(grown.filter).toBe(chosen.filter);
  });

  test('gives up only what the other table hasn’t got', () => {
    const chosen = pinActor(
      pinActor(
        chooseEvent(toggleActor(toggleActor(toggleCountry(toggleCountry(shown, 'AT'), 'HU'), 'anna'), 'bela'), 'row-2'),
        'anna',
      ),
      'bela',
    );
    const grown = growTable(chosen, other, []);
    expect([grown.filter.countries, grown.filter.actors, grown.pinned, grown.selected, grown.panel]).toEqual([
      ['AT'],
      ['anna'],
      ['anna'],
      undefined,
      { kind: 'summary' },
    ]);
    expect(grown.past.every(({ filter }) => !filter.actors.includes('bela') && !filter.countries.includes('HU'))).toBe(
      true,
    );
  });

  test('keeps a panel only while all whom it shows are there', () => {
    expect(growTable(choosePair(shown, 'anna', 'bela'), whole, []).panel).toEqual({
      kind: 'pair',
      actors: ['anna', 'bela'],
    });
    expect(growTable(choosePair(shown, 'anna', 'bela'), other, []).panel).toEqual({ kind: 'summary' });
    expect(growTable(chooseActor(shown, 'bela'), other, []).panel).toEqual({ kind: 'summary' });
  });
});

test('states that differ in how far a load is look the same', () => {
  expect(differInLoadingOnly(shown, tellProgress(shown, { done: 0.2, rows: 3 }))).toBe(true);
  expect(differInLoadingOnly(shown, endLoading(shown))).toBe(true);
  expect(differInLoadingOnly(shown, shown)).toBe(false);
  expect(differInLoadingOnly(shown, { ...endLoading(shown), view: 'list' })).toBe(false);
});
