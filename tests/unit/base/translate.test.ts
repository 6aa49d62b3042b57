import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { invariant, unreachable } from '../../../src/base/invariant';
import { english } from '../../../src/base/messages/en';
import { makeTranslate } from '../../../src/base/translate';
import type { Catalogue, Message } from '../../../src/base/translate';

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

  test('throws when a message wants what isn’t given, naming both', () => {
    expect(() => t('chart.name')).toThrow('"chart.name" wants "title"');
    expect(() => t('lane.events')).toThrow('wants "n"');
  });

  test('knows its locale', () => expect(makeTranslate('fr-CA', english).locale).toBe('fr-CA'));
});

describe('the English catalogue', () => {
  test('has keys of an area and a thing', () => {
    for (const [key] of messages) expect(key).toMatch(/^[a-z][\w.-]*$/i);
  });

  test('has no message that nothing uses', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('messages'))
      .map((name) => readFileSync(join('src', name), 'utf8'))
      .join('\n');
    // Keys put together from parts: `tool.scale.${kind}` uses all that begin and end alike.
    const made = [...sources.matchAll(/`([a-zA-Z]+\.[^`\n]*\$\{[^`\n]*)`/g)].map((match) => {
      const parts = match[1]!.split(/\$\{[^}]*\}/);
      return { starts: parts[0]!, ends: parts.at(-1)! };
    });
    const unused = messages
      .map(([key]) => key)
      .filter(
        (key) =>
          !sources.includes(`'${key}'`) &&
          !made.some(({ starts, ends }) => key.startsWith(starts) && key.endsWith(ends)),
      );
    expect(unused).toEqual([]);
  });
});

test('a broken promise throws and says which', () => {
  expect(() => invariant(false, 'x is 3')).toThrow('Broken promise in our code: x is 3');
  expect(() => invariant(true, 'never')).not.toThrow();
  expect(() => unreachable('new case' as never)).toThrow('new case');
});
