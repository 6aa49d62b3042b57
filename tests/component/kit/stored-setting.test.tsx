import { afterEach, describe, expect, test, vi } from 'vitest';
import { storedSetting } from '../../../src/ui/kit/stored-setting';

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe('a reader’s setting', () => {
  test('is there for the next visit, and gone when it is taken back', () => {
    storedSetting('a').set('off');
    expect(storedSetting('a').get()).toBe('off');
    expect(storedSetting('b').get()).toBeUndefined();
    storedSetting('a').set(undefined);
    expect(storedSetting('a').get()).toBeUndefined();
    expect(localStorage.length).toBe(0);
  });

  test('is told to all who listen, until they stop', () => {
    const choice = storedSetting('a');
    const listener = vi.fn();
    const stop = choice.subscribe(listener);
    choice.set('off');
    stop();
    choice.set(undefined);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['naming storage throws', () => vi.stubGlobal('localStorage', undefined)],
    [
      'reading and writing throw',
      () => {
        for (const method of ['getItem', 'setItem', 'removeItem'] as const)
          vi.spyOn(Storage.prototype, method).mockImplementation(() => {
            throw new DOMException('denied', 'SecurityError');
          });
      },
    ],
  ])('holds as long as the page where %s', (_, deny) => {
    deny();
    const choice = storedSetting('a');
    expect(choice.get()).toBeUndefined();
    choice.set('off');
    expect(choice.get()).toBe('off');
    choice.set(undefined);
    expect(choice.get()).toBeUndefined();
  });
});
