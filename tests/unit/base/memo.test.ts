import { expect, test, vi } from 'vitest';
import { memoByObject, memoOfLast, once } from '../../../src/base/memo';

test('once makes a value when it is asked for, and never again, also where it is undefined', () => {
  const make = vi.fn(() => undefined);
  const value = once(make);
  expect(make).not.toHaveBeenCalled();
  expect([value(), value()]).toEqual([undefined, undefined]);
  expect(make).toHaveBeenCalledTimes(1);
});

test('an object keeps what was made of it, and another object gets its own', () => {
  const make = vi.fn((key: { readonly name: string }, ending: string) => ({ text: key.name + ending }));
  const textOf = memoByObject(make);
  const a = { name: 'a' };
  expect(textOf(a, '!')).toBe(textOf(a, '!'));
  expect(textOf({ name: 'a' }, '!')).not.toBe(textOf(a, '!'));
  expect(make).toHaveBeenCalledTimes(2);
});

test('of many keys those asked for last are known, and one that is asked for again stays', () => {
  const make = vi.fn((key: string) => ({ key }));
  const known = memoOfLast(2, make);
  const a = known('a');
  known('b');
  expect(known('a')).toBe(a);
  known('c');
  expect(known('a')).toBe(a);
  expect(make).toHaveBeenCalledTimes(3);
  known('b');
  expect(make).toHaveBeenCalledTimes(4);
});

test('keys are the same that are said to be', () => {
  const make = vi.fn((key: readonly number[]) => key.length);
  const known = memoOfLast(1, make, (a, b) => a.join() === b.join());
  known([1, 2]);
  known([1, 2]);
  expect(make).toHaveBeenCalledTimes(1);
});
