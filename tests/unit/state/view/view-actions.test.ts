import { describe, expect, test } from 'vitest';
import { civilDay, timeSpan } from '../../../../src/model/dates/instant';
import type { TimeSpan } from '../../../../src/model/dates/instant';
import { chooseEvent } from '../../../../src/state/view/choose';
import { toggleCountry } from '../../../../src/state/query/filters';
import { canUndo, rememberView, undoView } from '../../../../src/state/view/history';
import { receiveDataset, resetView } from '../../../../src/state/view/loading';
import {
  setExpanded,
  setGroup,
  setLaneOrder,
  setScale,
  setSort,
  setView,
  setWindow,
  toggleGroup,
} from '../../../../src/state/view/view-actions';
import { EMPTY_STATE, UNDO_STEPS } from '../../../../src/state/view/timeline-state';
import { makeDataset } from '../../../support/make-dataset';

const start = receiveDataset(EMPTY_STATE, makeDataset([{ id: 'call', countries: ['RU'] }]), []);
const days = (from: number, to: number): TimeSpan => timeSpan(civilDay(2016, 2, from), civilDay(2016, 2, to));

describe('the window', () => {
  test('of the same span is no change, whatever object it is', () => {
    const state = setWindow(start, days(22, 28), true);
    expect(setWindow(state, days(22, 28), true)).toBe(state);
  });

  test('during a gesture leaves no steps: undo goes to where the hand began', () => {
    const before = setWindow(start, days(1, 28), true);
    let dragged = rememberView(before);
    for (let day = 2; day < 20; day += 1) dragged = setWindow(dragged, days(day, 28), false);
    expect(undoView(dragged).window).toEqual(days(1, 28));
    expect(undoView(undoView(dragged)).window).toBeUndefined();
  });

  test.each([days(3, 3), days(4, 3), timeSpan(NaN, 1), timeSpan(0, Infinity)])('%o is our own mistake', (window) => {
    expect(() => setWindow(start, window, true)).toThrow('a window from');
  });
});

describe('undo', () => {
  test('restores window, scale, group, order of lanes, open lanes and filter, and leaves what is chosen', () => {
    const looked = toggleGroup(
      setLaneOrder(setGroup(setScale(setWindow(start, days(1, 2), true), 'calendar'), 'actor'), 'active'),
      'bodies',
      ['RU'],
    );
    const changed = chooseEvent(toggleCountry(looked, 'RU'), 'call');
    let state = changed;
    for (let step = 0; step < 6; step += 1) state = undoView(state);
    expect(state).toEqual({ ...start, selected: 'call', panel: { kind: 'event' } });
    expect(undoView(state)).toBe(state);
  });

  test('passes over a view that was remembered and not left', () => {
    const state = rememberView(setScale(start, 'calendar'));
    expect(undoView(state).scale).toBe('folded');
    expect(canUndo(rememberView(start))).toBe(false);
  });

  test('remembers a view once', () => {
    const state = rememberView(start);
    expect(rememberView(state)).toBe(state);
  });

  test('goes back fifty steps at most', () => {
    let state = start;
    for (let step = 1; step <= UNDO_STEPS + 20; step += 1) state = setWindow(state, timeSpan(0, step), true);
    expect(state.past).toHaveLength(UNDO_STEPS);
    let steps = 0;
    while (canUndo(state)) {
      state = undoView(state);
      steps += 1;
    }
    expect([steps, state.window]).toEqual([UNDO_STEPS, timeSpan(0, 20)]);
  });
});

test('a group of lanes opens and closes against what is open on screen', () => {
  expect(toggleGroup(start, 'bodies', ['RU', 'US']).expanded).toEqual(['RU', 'US', 'bodies']);
  expect(toggleGroup(start, 'RU', ['RU', 'US']).expanded).toEqual(['US']);
  expect(toggleGroup(start, 'RU', ['RU']).expanded).toEqual([]);
});

test('all groups open, or close, in one step of undo, and none when they stand so already', () => {
  const open = setExpanded(start, ['RU', 'US', 'bodies']);
  expect([open.expanded, open.past.length]).toEqual([['RU', 'US', 'bodies'], 1]);
  expect(setExpanded(open, ['RU', 'US', 'bodies'])).toBe(open);
  expect(setExpanded(open, []).expanded).toEqual([]);
  expect(undoView(setExpanded(open, []))).toEqual(open);
  // By default some are open that nobody has named: closing all is a change.
  expect(setExpanded(start, []).expanded).toEqual([]);
});

test('lanes stand as the file has them until a reader asks for the most active first', () => {
  expect(start.laneOrder).toBe('file');
  const active = setLaneOrder(start, 'active');
  expect(setLaneOrder(active, 'active')).toBe(active);
  expect([active.laneOrder, undoView(active).laneOrder, resetView(active).laneOrder]).toEqual([
    'active',
    'file',
    'file',
  ]);
});

test("timeline or list, and the list's order, are no steps of undo", () => {
  const state = setSort(setView(start, 'list'), 'title');
  expect([state.view, state.sort, state.past]).toEqual(['list', 'title', []]);
  expect(setSort(setView(state, 'list'), 'title')).toBe(state);
});
