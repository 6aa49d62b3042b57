import { expect, test } from 'vitest';
import { nearestName } from '../../../src/base/nearest-name';

const NAMES = ['from', 'to', 'actors', 'countries', 'types', 'theme', 'lang'];

test.each<[string, string | undefined]>([
  ['actor', 'actors'],
  ['Actors', 'actors'],
  ['contries', 'countries'],
  ['tpyes', 'types'],
  ['language', undefined],
  ['', undefined],
  ['x'.repeat(1_000_000), undefined],
])('%s is nearest to %s', (written, name) => {
  expect(nearestName(written, NAMES)).toBe(name);
});
