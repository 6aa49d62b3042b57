import { expect, test } from 'vitest';
import type { ColumnProfile } from '../../../../src/formats/table/table-plan';
import { unusedColumns } from '../../../../src/formats/table/unused-columns';

const column = (header: string, filled = 2): ColumnProfile => ({
  header,
  values: [],
  filled,
  distinct: filled,
  longest: 3,
  dates: 0,
  numbers: 0,
  addresses: 0,
  countryCodes: 0,
});

test('a column with cells that a mapping doesn’t name is not used; one of a composed title or of a list is', () => {
  const columns = ['when', 'a', 'b', 'who', 'rest', '__proto__'].map((header) => column(header));
  expect(
    unusedColumns([...columns, column('empty', 0)], {
      date: { column: 'when' },
      title: '{a}: {b}',
      actors: [{ column: 'who' }],
      layout: { headers: ['rest'], header: 'none' },
    }),
  ).toEqual(['rest', '__proto__']);
});
