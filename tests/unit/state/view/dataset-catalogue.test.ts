import { expect, test } from 'vitest';
import { knownDatasets, sameDatasets } from '../../../../src/state/view/dataset-catalogue';

const set = (id: string) => ({ id, title: id, events: 1, from: 2016, to: 2016 });
const catalogue = { own: 'b', datasets: [set('a'), set('b'), set('__proto__')], together: 3 };

test('an address asks for shipped datasets in any order; for none, or none there is, it gets the page’s own', () => {
  expect(knownDatasets(['b', 'a'], catalogue)).toEqual({ ids: ['a', 'b'], rejections: [] });
  expect(knownDatasets(['__proto__'], catalogue).ids).toEqual(['__proto__']);
  expect(knownDatasets(undefined, catalogue)).toEqual({ ids: ['b'], rejections: [] });
  expect(knownDatasets(['constructor'], catalogue).ids).toEqual(['b']);
});

test('each unknown one is told, with those that there are', () => {
  const { ids, rejections } = knownDatasets(['x', 'a', 'y'], catalogue);
  expect(ids).toEqual(['a']);
  expect(
    rejections.map(({ where, field, found, expected, effect }) => [where, field, found, expected, effect]),
  ).toEqual([
    ['address', 'set', 'x', 'a shipped data set: a, b, __proto__', 'dropped'],
    ['address', 'set', 'y', 'a shipped data set: a, b, __proto__', 'dropped'],
  ]);
});

test('lists are the same when they hold the same', () => {
  expect(sameDatasets(['a', 'b'], ['a', 'b'])).toBe(true);
  expect(sameDatasets(['a'], ['a', 'b'])).toBe(false);
  expect(sameDatasets(['a', 'c'], ['a', 'b'])).toBe(false);
});
