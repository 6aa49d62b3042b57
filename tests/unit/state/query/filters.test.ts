import { describe, expect, test } from 'vitest';
import { NO_FILTER } from '../../../../src/model/filter';
import {
  clearFacet,
  clearFilter,
  setMatch,
  setSearchText,
  toggleActor,
  toggleCountry,
  toggleRole,
  toggleTone,
  toggleType,
} from '../../../../src/state/query/filters';
import { canUndo, undoView } from '../../../../src/state/view/history';
import { receiveDataset } from '../../../../src/state/view/loading';
import { EMPTY_STATE } from '../../../../src/state/view/timeline-state';
import type { TimelineState } from '../../../../src/state/view/timeline-state';
import { makeDataset } from '../../../support/make-dataset';

const start = receiveDataset(
  EMPTY_STATE,
  makeDataset([{ participants: ['kerry', 'lavrov'], countries: ['US', 'RU'] }]),
  [],
);
const type = (state: TimelineState, text: string): TimelineState =>
  [...text].reduce((typed, letter) => setSearchText(typed, typed.filter.text + letter), state);

test('a choice is taken and taken back, each one step of undo', () => {
  const chosen = toggleTone(toggleType(toggleActor(toggleCountry(start, 'RU'), 'kerry'), 'talks'), 'conflict');
  expect(chosen.filter).toEqual({
    ...NO_FILTER,
    countries: ['RU'],
    actors: ['kerry'],
    types: ['talks'],
    tones: ['conflict'],
  });
  expect(chosen.past).toHaveLength(4);
  expect(toggleCountry(chosen, 'RU').filter.countries).toEqual([]);
  expect(undoView(chosen).filter).toEqual({ ...chosen.filter, tones: [] });
});

test("a country or actor that the dataset hasn't got changes nothing", () => {
  expect(toggleCountry(start, 'XX')).toBe(start);
  expect(toggleActor(start, '__proto__')).toBe(start);
  expect(toggleCountry(EMPTY_STATE, 'RU')).toBe(EMPTY_STATE);
});

test('without any role left, a country counts when it acts', () => {
  const place = toggleRole(toggleRole(start, 'location'), 'acting');
  expect(place.filter.roles).toEqual(['location']);
  expect(toggleRole(place, 'location').filter.roles).toEqual(['acting']);
  expect(toggleRole(start, 'acting')).toBe(start);
});

test('what changes nothing leaves no step of undo', () => {
  expect(setMatch(start, 'any')).toBe(start);
  expect(clearFilter(start)).toBe(start);
  expect(clearFacet(start, 'types')).toBe(start);
  expect(setSearchText(start, '')).toBe(start);
});

test('clearing a facet leaves the others', () => {
  const chosen = setMatch(toggleActor(toggleCountry(start, 'RU'), 'kerry'), 'all');
  expect(clearFacet(chosen, 'countries').filter).toEqual({ ...NO_FILTER, actors: ['kerry'], match: 'all' });
  expect(clearFilter(chosen).filter).toEqual(NO_FILTER);
});

describe('typing', () => {
  test('is one step of undo, not one a letter', () => {
    const typed = type(toggleCountry(start, 'RU'), 'plan b');
    expect(typed.past).toHaveLength(2);
    expect(undoView(typed).filter).toEqual({ ...NO_FILTER, countries: ['RU'] });
  });

  test('and emptying the box is another, which can be undone', () => {
    const emptied = setSearchText(type(start, 'plan'), '');
    expect(undoView(emptied).filter.text).toBe('plan');
    expect(undoView(undoView(emptied)).filter.text).toBe('');
  });

  test('after another choice begins a new step', () => {
    const typed = type(toggleCountry(type(start, 'ab'), 'RU'), 'c');
    expect(typed.filter.text).toBe('abc');
    expect(undoView(typed).filter).toEqual({ ...NO_FILTER, countries: ['RU'], text: 'ab' });
  });

  test('undone to nothing leaves nothing to undo', () => {
    expect(canUndo(undoView(type(start, 'ab')))).toBe(false);
  });
});
