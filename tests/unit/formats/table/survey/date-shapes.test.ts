import { expect, test } from 'vitest';
import { looksLikeDate } from '../../../../../src/formats/table/survey/date-shapes';

test('three numbers between points are a day, and between colons a clock', () => {
  expect(['22.02.16', '3.4.16', '22:02:16', '22:02', '22.02', '10h30:15'].map(looksLikeDate)).toEqual([
    'day',
    'day',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
