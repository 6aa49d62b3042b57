import fc from 'fast-check';
import { expect, test } from 'vitest';
import { english } from '../../../../src/base/messages/en';
import { makeTranslate } from '../../../../src/base/translate';
import { DAY_MS } from '../../../../src/model/dates/instant';
import type { EventTable } from '../../../../src/model/event-table';
import { orderRows } from '../../../../src/state/query/order-rows';
import { tableOf } from '../../../../src/state/view/loading';
import { plainItems } from '../../../../src/ui/list/list-items';
import type { ListItems } from '../../../../src/ui/list/list-items';
import { headingOf } from '../../../../src/ui/list/list-prose';
import { monthItems } from '../../../../src/ui/list/month-items';
import { makeDataset } from '../../../support/make-dataset';

const t = makeTranslate('en', english);
const DATES = [
  '2014/..',
  '2016-02',
  '2016',
  '2015-12-31',
  '2016-01-01',
  '2016-01-02',
  '2016-02-23',
  '2016-02-24?',
  '[2016-02-23,2016-02-26]',
  '2015-11-20/2016-01-15',
  '2016-21',
  '2014~',
  '-0232-05-01',
  '0000',
  '201X',
  '2016-02-2X',
  '2015-12-31/2016-02',
];

/** The slow way: what stands in the list, line by line, from the events themselves. */
function slowly(table: EventTable, rows: readonly number[], down: boolean): string[] {
  const events = rows.map((row) => ({ row, event: table.eventAt(row) }));
  const running = events.filter(({ event }) => event.date!.open !== undefined);
  const dated = events.filter(({ event }) => event.date!.open === undefined);
  const monthOf = ({ row, event }: (typeof events)[number]): string => {
    const knows = ['minute', 'day', 'month'].includes(event.date!.precision);
    const date = new Date(table.start[row]!);
    return new Intl.DateTimeFormat('en', {
      ...(knows ? { month: 'long' as const } : {}),
      year: 'numeric',
      timeZone: 'UTC',
    }).format(date);
  };
  const lines: string[] =
    running.length === 0 ? [] : [`running ${running.length}`, ...running.map(({ event }) => event.id)];
  dated.forEach((each, index) => {
    const above = dated[index - 1];
    if (above !== undefined) {
      const [earlier, later] = down ? [each, above] : [above, each];
      const before = dated.filter((_, at) => (down ? at >= dated.indexOf(earlier) : at <= dated.indexOf(earlier)));
      const days = Math.floor(
        (table.start[later.row]! - Math.max(...before.map(({ row }) => table.end[row]!))) / DAY_MS,
      );
      if (days >= 2) lines.push(`gap ${days}`);
    }
    if (above === undefined || monthOf(above) !== monthOf(each))
      lines.push(`month ${dated.filter((other) => monthOf(other) === monthOf(each)).length}`);
    lines.push(each.event.id);
  });
  return lines;
}

function linesOf(table: EventTable, items: ListItems): string[] {
  return Array.from({ length: items.count }, (_, index) => {
    const item = items.itemAt(index);
    switch (item.kind) {
      case 'event':
        return table.idAt(items.rows[item.position]!);
      case 'gap':
        return `gap ${item.gapDays}`;
      case 'head':
        return `${items.sections[item.section]!.kind} ${items.sections[item.section]!.total}`;
    }
  });
}

test('months, gaps and what is running stand as reading the events one by one puts them', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...DATES), { maxLength: 14 }), fc.boolean(), (dates, down) => {
      const table = tableOf(makeDataset(dates.map((date, index) => ({ id: `e${index}`, date }))));
      const rows = orderRows(table, new Uint8Array(table.size).fill(1), down ? 'date-desc' : 'date');
      const items = monthItems(table, rows, down);
      expect(linesOf(table, items)).toEqual(slowly(table, [...rows], down));
      for (let position = 0; position < rows.length; position += 1) {
        const index = items.indexOf(position);
        expect(items.itemAt(index)).toEqual({ kind: 'event', position });
        const run = items.runAt(index);
        expect(Array.from({ length: index - run }, (_, i) => items.kindAt(run + i))).toEqual(
          Array.from({ length: index - run }, () => 0),
        );
        expect(run === 0 ? 1 : items.kindAt(run - 1)).not.toBe(0);
        expect(items.sections[items.sectionAt(index)!]!.headIndex).toBeLessThan(index);
      }
    }),
    { numRuns: 400 },
  );
});

test('a heading names the month or the year, long ago too', () => {
  const table = tableOf(makeDataset([{ date: '-0232-05-01' }, { date: '2014' }, { date: '2016-02-03' }]));
  const { sections } = monthItems(table, Uint32Array.of(0, 1, 2), false);
  expect(sections.map((section) => headingOf(section, table.dataset, t))).toEqual([
    'May 233 BCE',
    '2014',
    'February 2016',
  ]);
});

test('without months, rows stand one under another', () => {
  const items = plainItems(Uint32Array.of(5, 3));
  expect([items.count, items.itemAt(1), items.indexOf(1), items.sectionAt(0), items.runAt(1)]).toEqual([
    2,
    { kind: 'event', position: 1 },
    1,
    undefined,
    0,
  ]);
});
