import { describe, expect, test } from 'vitest';
import { BestFew, rankIn, rankNames } from '../../../../src/state/search/search-rank';

test.each([
  ['plan b', 'plan', 0],
  ['the plan', 'plan', 1],
  ['a “plan', 'plan', 1],
  ['airplane', 'plan', 2],
  ['airplane plan', 'plan', 1],
  ['x', 'plan', undefined],
  ['plan b', 'plan b', 0],
  ['b plan', 'plan b', 1],
  ['kerry, john', 'john kerry', 1],
])('"%s" fits "%s" with rank %s', (name, words, rank) => {
  expect(rankNames([name], words.split(' '))).toBe(rank);
});

test('what stands only after the title ranks behind all titles', () => {
  expect(rankIn('airplane\nplan', 8, ['plan'])).toBe(2);
  expect(rankIn('call\nplan', 4, ['plan'])).toBe(3);
  expect(rankIn('call\nairplane', 4, ['plan'])).toBe(4);
  expect(rankIn('call\nairplane plan', 4, ['call', 'plan'])).toBe(3);
});

test('a second name is as good as the first, and words may be spread over names', () => {
  expect(rankNames(['russia', 'us'], ['us'])).toBe(0);
  expect(rankNames(['sergey lavrov', 'сергей лавров'], ['sergey', 'лавров'])).toBe(3);
});

describe('the best few', () => {
  test('are those a sort would put first, in the order they came where equal', () => {
    const numbers = Array.from({ length: 200 }, (_, index) => ({ index, value: (index * 37) % 10 }));
    const few = new BestFew<(typeof numbers)[number]>(7, (a, b) => a.value < b.value);
    for (const number of numbers) few.offer(number);
    expect(few.items).toEqual(numbers.toSorted((a, b) => a.value - b.value || a.index - b.index).slice(0, 7));
  });
});
