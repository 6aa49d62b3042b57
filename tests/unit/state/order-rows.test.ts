import { expect, test } from 'vitest';
import { NO_FILTER } from '../../../src/model/filter';
import { matchEvents } from '../../../src/state/matches';
import { orderRows } from '../../../src/state/order-rows';
import { tableOf } from '../../../src/state/table-of';
import { SORTS } from '../../../src/state/timeline-state';
import { makeDataset, makeLargeDataset } from '../../support/make-dataset';

const table = tableOf(makeDataset([
  { id: 'b', title: 'Éclair', date: '2016-02-24', type: undefined, tone: 'neutral', importance: 1 },
  { id: 'c', title: 'item 1', date: '2016-02-22', type: 'warning', tone: 'cooperation', importance: 3 },
  { id: 'a', title: 'Item 2', date: '2016-02-24', type: 'talks', tone: 'conflict', importance: 3 },
]));
const everything = matchEvents(table, NO_FILTER).mask;

test.each([
  ['date', 'cba'], ['date-desc', 'bac'], ['title', 'bca'], ['type', 'acb'], ['tone', 'cab'], ['importance', 'cab'],
] as const)('by %s', (sort, ids) => {
  expect(orderRows(table, everything, sort).map((row) => table.eventAt(row).id).join('')).toBe(ids);
});

test('latest first puts “23 or 24” before the 23rd, oldest first after it', () => {
  const days = tableOf(makeDataset([{ id: 'later', date: '2016-02-24' }, { id: 'either', date: '[2016-02-23,2016-02-24]' }, { id: 'sooner', date: '2016-02-23' }]));
  const all = new Uint8Array(3).fill(1);
  const ids = (sort: 'date' | 'date-desc') => orderRows(days, all, sort).map((row) => days.eventAt(row).id);
  expect(ids('date-desc')).toEqual(['later', 'either', 'sooner']);
  expect(ids('date').at(-1)).toBe('later');
});

test('only what passes is there, in any order', () => {
  const large = tableOf(makeLargeDataset({ events: 1000, seed: 2 }));
  const { mask, count } = matchEvents(large, { ...NO_FILTER, types: ['talks'] });
  for (const sort of SORTS) {
    const rows = orderRows(large, mask, sort);
    expect(new Set(rows).size, sort).toBe(count);
    expect(rows.every((row) => mask[row] === 1), sort).toBe(true);
  }
});
