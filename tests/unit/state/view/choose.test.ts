import { describe, expect, test } from 'vitest';
import {
  chooseActor,
  chooseEvent,
  choosePair,
  hoverActor,
  hoverEvent,
  pinActor,
  setPanelOpen,
  showEvent,
  showSummary,
  unpinActor,
} from '../../../../src/state/view/choose';
import { receiveDataset } from '../../../../src/state/view/loading';
import { EMPTY_STATE, MAX_PINNED } from '../../../../src/state/view/timeline-state';
import { makeDataset } from '../../../support/make-dataset';

const dataset = makeDataset([
  { id: 'call', participants: ['kerry', 'lavrov'] },
  { id: '__proto__', participants: ['constructor', 'assad'] },
]);
const start = receiveDataset(EMPTY_STATE, dataset, []);

describe('choosing an event', () => {
  test('selects it and opens its panel, folded or not', () => {
    const state = chooseEvent(setPanelOpen(start, false), 'call');
    expect([state.selected, state.panel.kind, state.panelOpen]).toEqual(['call', 'event', true]);
  });

  test('works for an event that is called __proto__', () => {
    expect(chooseEvent(start, '__proto__').selected).toBe('__proto__');
  });

  test('twice is once', () => {
    const state = chooseEvent(start, 'call');
    expect(chooseEvent(state, 'call')).toBe(state);
  });

  test("undefined selects nothing and shows the summary, but leaves an actor's panel", () => {
    expect(chooseEvent(chooseEvent(start, 'call'), undefined)).toEqual(start);
    const onActor = chooseActor(chooseEvent(start, 'call'), 'kerry');
    expect(chooseEvent(onActor, undefined).panel).toEqual({ kind: 'actor', actor: 'kerry' });
  });
});

test.each([
  ['an event', (state = start) => chooseEvent(state, 'toString')],
  ['an actor', (state = start) => chooseActor(state, '__proto__')],
  ['one of a pair', (state = start) => choosePair(state, 'kerry', 'nobody')],
  ['a pin', (state = start) => pinActor(state, 'nobody')],
  ['a hovered event', (state = start) => hoverEvent(state, 'nothing')],
  ['a hovered actor', (state = start) => hoverActor(state, 'nobody')],
])('an unknown id of %s changes nothing', (_, transition) => {
  expect(transition()).toBe(start);
});

test('before a dataset is there, nothing can be chosen', () => {
  expect(chooseEvent(EMPTY_STATE, 'call')).toBe(EMPTY_STATE);
  expect(chooseActor(EMPTY_STATE, 'kerry')).toBe(EMPTY_STATE);
});

test('an event stays selected while its actor and a pair are looked at, and one step leads back', () => {
  const pair = choosePair(chooseActor(chooseEvent(start, 'call'), 'kerry'), 'kerry', 'lavrov');
  expect([pair.selected, pair.panel]).toEqual(['call', { kind: 'pair', actors: ['kerry', 'lavrov'] }]);
  expect(showEvent(pair).panel).toEqual({ kind: 'event' });
  expect(showSummary(pair)).toEqual(start);
});

test('an actor and itself are no pair', () => {
  expect(choosePair(start, 'kerry', 'kerry')).toBe(start);
});

test('without a selected event there is none to go back to', () => {
  expect(showEvent(start)).toBe(start);
  expect(showSummary(start)).toBe(start);
});

test('at most three actors are pinned, in order, each once', () => {
  const full = ['kerry', 'lavrov', 'constructor'].reduce(pinActor, start);
  expect(full.pinned).toHaveLength(MAX_PINNED);
  expect(pinActor(full, 'assad')).toBe(full);
  expect(pinActor(full, 'kerry')).toBe(full);
  expect(pinActor(unpinActor(full, 'kerry'), 'assad').pinned).toEqual(['lavrov', 'constructor', 'assad']);
  expect(unpinActor(full, 'assad')).toBe(full);
});

test('hovering an event leaves the hovered actor, and leaving is undefined', () => {
  const state = hoverEvent(hoverActor(start, 'kerry'), 'call');
  expect(state.hover).toEqual({ event: 'call', actor: 'kerry' });
  expect(hoverEvent(state, 'call')).toBe(state);
  expect(hoverActor(hoverEvent(state, undefined), undefined).hover).toEqual({ event: undefined, actor: undefined });
});
