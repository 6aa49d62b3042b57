import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_ID, makeUniqueIds } from '../../../../src/formats/table/unique-ids';
import { composedColumn } from '../../../../src/formats/table/title-cells';
import { LONGEST_WORD, makeUtf8Strings } from '../../../../src/base/utf8-strings';
import { makeTextStore } from '../../../../src/formats/table/text-store';
import { textColumnOf } from '../../../../src/model/text-column';
import type { TextColumn } from '../../../../src/model/text-column';

const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { maxLength: 60 });

function filled(list: readonly string[]): TextColumn {
  const store = makeTextStore();
  for (const text of list) store.add(text);
  return store.column();
}

function listOf(column: TextColumn): string[] {
  return Array.from({ length: column.size }, (_, record) => column.at(record));
}

describe('packed words', () => {
  test('are given back as they came, in any script', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const words = makeUtf8Strings();
        expect(list.map((text) => words.add(text))).toEqual(list.map((_, index) => index));
        expect(list.map((_, index) => words.at(index))).toEqual(list);
      }),
    );
  });

  test('are found by their bytes, the first of several', () => {
    fc.assert(
      fc.property(texts, fc.string({ unit: 'grapheme', maxLength: 2 }), (list, wanted) => {
        const words = makeUtf8Strings();
        for (const text of list) words.add(text);
        const index = list.indexOf(wanted);
        expect(words.find(wanted)).toBe(index < 0 ? undefined : index);
      }),
    );
  });

  test('fill page after page, none crossing into the next', () => {
    const words = makeUtf8Strings();
    const list = Array.from({ length: 200 }, (_, index) => `${index} ${'é𝒳x'.repeat(900)}`);
    for (const text of list) words.add(text);
    expect(list.every((text, index) => words.at(index) === text)).toBe(true);
    expect(words.find(list[150]!)).toBe(150);
  });

  test('too long or not there are mistakes', () => {
    const words = makeUtf8Strings();
    expect(words.at(words.add('é'.repeat(LONGEST_WORD)))).toHaveLength(LONGEST_WORD);
    expect(() => words.add('x'.repeat(LONGEST_WORD + 1))).toThrow(RangeError);
    expect(() => words.at(7)).toThrow(RangeError);
  });
});

describe('a column of texts that is being filled', () => {
  test('reads and finds like a list', () => {
    fc.assert(
      fc.property(texts, fc.string({ unit: 'grapheme', maxLength: 2 }), (list, wanted) => {
        const column = filled(list);
        expect(listOf(column)).toEqual(list);
        expect(column.find(wanted)).toBe(textColumnOf(list).find(wanted));
      }),
    );
  });

  test.each([
    ['that repeat', (index: number) => `word ${index % 70}`],
    ['that repeat in the ten thousands', (index: number) => `word ${index % 40_000}`],
    ['of which each is its own', (index: number) => `word ${index}`],
    ['that repeat only after many that didn’t', (index: number) => `word ${index < 5000 ? index : index % 10}`],
  ])('keeps texts %s', (_, textOf) => {
    const list = Array.from({ length: 120_000 }, (__, index) => textOf(index));
    const column = filled(list);
    expect(column.size).toBe(list.length);
    expect(list.findIndex((text, record) => column.at(record) !== text)).toBe(-1);
    expect([column.find('word 9'), column.find(list[4321]!), column.find('no such')]).toEqual([
      9,
      list.indexOf(list[4321]!),
      undefined,
    ]);
    expect(() => column.at(list.length)).toThrow(RangeError);
  });

  test('isn’t changed by what comes later', () => {
    const store = makeTextStore();
    store.add('a');
    const early = store.column();
    for (let i = 0; i < 3000; i++) store.add(`b${i}`);
    expect([early.size, early.at(0), early.find('b7')]).toEqual([1, 'a', undefined]);
    expect(() => early.at(1)).toThrow(RangeError);
  });
});

describe('ids', () => {
  test('are taken once, like those of a set; what stands twice gets one of its own', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ unit: 'grapheme', maxLength: 3 }).filter((id) => id.length <= LONGEST_ID),
          { maxLength: 200 },
        ),
        (list) => {
          const ids = makeUniqueIds();
          const seen = new Set<string>();
          for (const id of list) {
            const taken = ids.take(id);
            expect(taken === id).toBe(!seen.has(id));
            expect(seen.has(taken)).toBe(false);
            seen.add(taken);
          }
          expect(listOf(ids.column())).toEqual([...seen]);
        },
      ),
    );
  });

  test('are told apart when the table of them has grown', () => {
    const ids = makeUniqueIds();
    const list = Array.from({ length: 20_000 }, (_, index) => `id-${index}`);
    expect(list.every((id) => ids.take(id) === id)).toBe(true);
    expect(list.some((id) => ids.take(id) === id)).toBe(false);
    expect([ids.take('id-7'), ids.take('id-7')]).toEqual(['id-7-3', 'id-7-4']);
    expect(ids.column().find('id-12345')).toBe(12_345);
  });
});

test('composed texts are put together when asked for, and cut where they are too long', () => {
  const column = composedColumn(
    ['The ', textColumnOf(['cat', 'dog']), ' and the ', textColumnOf(['mouse', 'rather long hedgehog'])],
    2,
    24,
  );
  expect(listOf(column)).toEqual(['The cat and the mouse', 'The dog and the rather…']);
  expect([column.find('The cat and the mouse'), column.find('The cat')]).toEqual([0, undefined]);
  expect(() => column.at(2)).toThrow(RangeError);
});
