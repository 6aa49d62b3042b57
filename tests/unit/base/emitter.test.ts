import { expect, test, vi } from 'vitest';
import { makeEmitter } from '../../../src/base/emitter';

test('tells all who listen, once each, until they stop', () => {
  const { subscribe, emit } = makeEmitter();
  const [first, second] = [vi.fn(), vi.fn()];
  const stop = subscribe(first);
  subscribe(first);
  subscribe(second);
  emit();
  stop();
  emit();
  expect(first).toHaveBeenCalledTimes(1);
  expect(second).toHaveBeenCalledTimes(2);
});

test('who stops listening while it is told is told no more', () => {
  const { subscribe, emit } = makeEmitter();
  const stop = subscribe(() => stop());
  const second = vi.fn();
  subscribe(second);
  emit();
  emit();
  expect(second).toHaveBeenCalledTimes(2);
});

test('after clearing nobody is told', () => {
  const { subscribe, emit, clear } = makeEmitter();
  const listener = vi.fn();
  subscribe(listener);
  clear();
  emit();
  expect(listener).not.toHaveBeenCalled();
});

test('what is needed while somebody listens begins with the first and ends with the last', () => {
  const log: string[] = [];
  const { subscribe, clear } = makeEmitter(() => {
    log.push('begun');
    return () => void log.push('ended');
  });
  const [first, second] = [subscribe(() => undefined), subscribe(() => undefined)];
  expect(log).toEqual(['begun']);
  first();
  first();
  expect(log).toEqual(['begun']);
  second();
  expect(log).toEqual(['begun', 'ended']);
  subscribe(() => undefined);
  clear();
  expect(log).toEqual(['begun', 'ended', 'begun', 'ended']);
});
