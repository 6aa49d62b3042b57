import { expect, test } from 'vitest';
import type { DateMapping } from '../../../../src/formats/table/table-mapping';
import { readCsv } from '../../../support/read-csv';

test('a date is read once for each distinct text, and once more where later cells decide how it is meant', () => {
  const days = Array.from({ length: 20_000 }, (_, n) => `${1 + (n % 12)}/${1 + (n % 10)}/${2000 + (n % 5)}`);
  const distinct = new Set([...days, '12/31/2004']);
  const either = [...distinct].filter((day) => day.split('/')[0] !== day.split('/')[1] && day !== '12/31/2004').length;
  // Asked of the mapping once for each date that is worked out.
  let workedOut = 0;
  const date: DateMapping = {
    column: 'when',
    get coarse() {
      workedOut += 1;
      return [];
    },
  };
  const { table } = readCsv(`when\n${days.join('\n')}\n12/31/2004\n`, { date });
  expect([table.size, table.datedSize]).toEqual([20_001, 20_001]);
  // Of a text with two ways both, and their range; then the one.
  expect(workedOut).toBe(distinct.size - either + either * (2 + 1 + 1));
});
