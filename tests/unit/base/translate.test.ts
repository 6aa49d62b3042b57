import { describe, expect, test, vi } from 'vitest';
import { invariant, unreachable } from '../../../src/base/invariant';
import { english } from '../../../src/base/messages/en';
import { makeTranslate } from '../../../src/base/translate';
import type { Message } from '../../../src/base/messages/message';
import type { Catalogue } from '../../../src/base/translate';

const t = makeTranslate('en', english);
const messages: [string, Message][] = Object.entries(english);

describe('a translation', () => {
  test('chooses the plural by the number', () => {
    expect(t('lane.events', { n: 1 })).toBe('1 event');
    expect(t('lane.events', { n: 0 })).toBe('0 events');
    expect(t('lane.events', { n: 2 })).toBe('2 events');
  });

  test('chooses among the plurals of other languages, and takes “other” where one is missing', () => {
    const polish = makeTranslate('pl', {
      ...english,
      'lane.events': { one: '{n} wydarzenie', few: '{n} wydarzenia', other: '{n} wydarzeń' },
    } satisfies Catalogue);
    expect([1, 3, 5, 22].map((n) => polish('lane.events', { n }))).toEqual([
      '1 wydarzenie',
      '3 wydarzenia',
      '5 wydarzeń',
      '22 wydarzenia',
    ]);
  });

  test('writes numbers as the locale does, and text as it is', () => {
    expect(t('lane.events', { n: 12_345 })).toBe('12,345 events');
    expect(makeTranslate('de', english)('lane.events', { n: 12_345 })).toBe('12.345 events');
    expect(t('chart.name', { title: '2016' })).toBe('Timeline of 2016');
    expect(t('chart.name', { title: '{n} $& $1' })).toBe('Timeline of {n} $& $1');
  });

  test('has an ellipsis for what isn’t given, and tells the console which', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    expect(t('chart.name')).toBe('Timeline of …');
    expect(t('lane.events')).toBe('… events');
    expect(warn.mock.calls).toEqual([
      ['The message "chart.name" wants "title"'],
      ['The message "lane.events" wants "n"'],
    ]);
  });

  test('of a message that isn’t there is the words of its key, with what it is said of', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const silent = makeTranslate('en', {});
    expect(silent('lane.pinFull')).toBe('pin full');
    expect(silent('filters.count', { n: 3, total: 11 })).toBe('count (3, 11)');
    expect(silent('position')).toBe('position');
    expect(warn.mock.calls.map(([text]) => text as string)).toEqual(
      ['lane.pinFull', 'filters.count', 'position'].map((key) => `There is no message "${key}"`),
    );
  });

  test('knows its locale', () => expect(makeTranslate('fr-CA', english).locale).toBe('fr-CA'));
});

describe('the English catalogue', () => {
  test('has keys of an area and a thing', () => {
    for (const [key] of messages) expect(key).toMatch(/^[a-z][\w.-]*$/i);
  });
});

test('a broken promise throws and says which', () => {
  expect(() => invariant(false, 'x is 3')).toThrow('Broken promise in our code: x is 3');
  expect(() => invariant(true, 'never')).not.toThrow();
  expect(() => unreachable('new case' as never)).toThrow('new case');
});
