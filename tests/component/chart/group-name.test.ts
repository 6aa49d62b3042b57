import { expect, test } from 'vitest';
import { groupName } from '../../../src/ui/chart/mark-name';
import { makeDataset } from '../../support/make-dataset';
import { t, tableFor } from '../../support/make-chart';

const nameOf = (dates: readonly string[]): string =>
  groupName(
    { kind: 'density', rows: Uint32Array.from(dates, (_, row) => row) },
    tableFor(makeDataset(dates.map((date) => ({ date })))),
    t,
  );

test('a stretch of events says its days, and one day once', () => {
  expect(nameOf(['2016-02-23', '2016-02-24'])).toBe('2 events, 23 Feb 2016 to 24 Feb 2016');
  expect(nameOf(['2016-02-24', '2016-02-24'])).toBe('2 events, 24 Feb 2016');
});
