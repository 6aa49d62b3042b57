import { expect, test } from 'vitest';
import { makeEventTable } from '../../../../src/model/table-builder';
import { isTwoWays, previewRows } from '../../../../src/ui/open/mapping/preview-rows';
import { makeDataset } from '../../../support/make-dataset';

test.each([
  ['[2016-03-04,2016-04-03]', true],
  ['[1916-03-04,2016-03-04]', true],
  ['[1916-03-04,2016-04-03]', true],
  ['[2016-02-23,2016-02-24]', false],
  ['[2016-03-04,2017-04-03]', false],
  ['2016-03-04', false],
  ['2016', false],
])('%s is two readings of one text: %s', (edtf, isTwo) => {
  expect(isTwoWays(edtf)).toBe(isTwo);
});

test('each row of a preview stands under one head, and none is to be settled where nothing is asked', () => {
  const table = makeEventTable(
    makeDataset([
      { date: '[2016-03-04,2016-04-03]' },
      { date: null },
      { date: '2015' },
      { date: '[2016-02-23,2016-02-24]' },
    ]),
  );
  expect(previewRows(table, true)).toEqual({ first: [0, 1], toSettle: [2], undated: [3] });
  expect(previewRows(table, false)).toEqual({ first: [0, 1, 2], toSettle: [], undated: [3] });
});
