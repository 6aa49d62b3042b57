import { expect, test } from 'vitest';
import { stanceOfCameo, stanceOfType } from '../../../src/model/tone';
import { EVENT_TYPES } from '../../../src/model/vocabulary';

const words = ({ tone, deed }: { tone: string; deed: boolean }) => `${tone} ${deed ? 'deed' : 'word'}`;

test('CAMEO roots fall into the four quad classes, and 01 is neutral', () => {
  const classes = Array.from({ length: 20 }, (_, i) => words(stanceOfCameo(`${String(i + 1).padStart(2, '0')}0`)!));
  const list = (count: number, what: string) => Array.from({ length: count }, () => what);
  expect(classes).toEqual([
    ...list(1, 'neutral word'),
    ...list(4, 'cooperation word'),
    ...list(3, 'cooperation deed'),
    ...list(5, 'conflict word'),
    ...list(7, 'conflict deed'),
  ]);
});

test('a code that is no CAMEO code has no stance', () => {
  for (const code of ['', '0', '00', '21', '99', 'ab', ' 04', '-1', '1'])
    expect(stanceOfCameo(code), code).toBeUndefined();
  expect(words(stanceOfCameo('0871')!)).toBe('cooperation deed');
});

test('types speak for themselves', () => {
  expect(Object.fromEntries(EVENT_TYPES.map((type) => [type, words(stanceOfType(type, undefined))]))).toEqual({
    talks: 'cooperation word',
    agreement: 'cooperation word',
    ceasefire: 'cooperation deed',
    statement: 'neutral word',
    appeal: 'cooperation word',
    criticism: 'conflict word',
    warning: 'conflict word',
    resolution: 'cooperation word',
    sanctions: 'conflict deed',
    military: 'conflict deed',
    humanitarian: 'cooperation deed',
    appointment: 'neutral deed',
  });
});

test('a demand and a veto are conflict, whatever their type; other modes change nothing', () => {
  expect(words(stanceOfType('appeal', 'demand'))).toBe('conflict word');
  expect(words(stanceOfType('resolution', 'vetoed'))).toBe('conflict word');
  expect(words(stanceOfType('statement', 'demand'))).toBe('neutral word');
  expect(words(stanceOfType('appeal', 'constructor'))).toBe('cooperation word');
});
