import { expect, test, vi } from 'vitest';
import { readCsv } from '../../../support/read-csv';

const counted = vi.hoisted(() => ({ reads: 0 }));

vi.mock(import('../../../../src/model/dates/reading/read-date'), async (original) => {
  const code = await original();
  return {
    ...code,
    readDate: (text, context) => {
      counted.reads += 1;
      return code.readDate(text, context);
    },
  };
});

test('a date is read once for each distinct text, and once more where later cells decide how it is meant', () => {
  const days = Array.from({ length: 20_000 }, (_, n) => `${1 + (n % 12)}/${1 + (n % 10)}/${2000 + (n % 5)}`);
  const ambiguous = new Set(days.filter((day) => day.split('/')[0] !== day.split('/')[1]));
  const distinct = new Set([...days, '12/31/2004']);
  const { table } = readCsv(`when\n${days.join('\n')}\n12/31/2004\n`, { date: 'when' });
  expect([table.size, table.datedSize]).toEqual([20_001, 20_001]);
  expect(counted.reads).toBe(distinct.size + ambiguous.size);
});
