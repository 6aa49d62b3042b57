import { describe, expect, test } from 'vitest';
import { runToEnd } from '../../../src/base/steps';
import { columnSource, makeColumnTable } from '../../../src/model/table-of-columns';
import { datedPart, datedRowOf } from '../../../src/model/dated-part';
import { DAY_MS } from '../../../src/model/dates/instant';
import type { EventTable } from '../../../src/model/event-table';
import { makeEventTable, makeTableBuilder } from '../../../src/model/table-builder';
import { textColumnOf } from '../../../src/model/text-column';
import { makeDataset, makeEvent } from '../../support/make-dataset';

const rows = (table: EventTable) => Array.from({ length: table.size }, (_, row) => table.idAt(row));

const dataset = makeDataset([
  { id: 'late', date: '2016-02-24', participants: ['anna'] },
  { id: 'shelf-1', date: null, participants: ['boris'] },
  { id: 'early', date: '2014' },
  { id: 'shelf-2', date: null, participants: [['anna', 'addressee']] },
]);

describe('events without a date', () => {
  const table = makeEventTable(dataset);

  test('are the last rows, in the file’s order', () => {
    expect(rows(table)).toEqual(['early', 'late', 'shelf-1', 'shelf-2']);
    expect([table.size, table.datedSize]).toEqual([4, 2]);
    expect(rows(table).map((id) => table.rowOf(id))).toEqual([0, 1, 2, 3]);
  });

  test('say nothing of time, and all else that they say', () => {
    expect([2, 3].map((row) => [table.start[row], table.end[row], table.anchor[row]])).toEqual([
      [NaN, NaN, NaN],
      [NaN, NaN, NaN],
    ]);
    expect(table.eventAt(2)).toBe(dataset.events[1]);
    expect(table.actors[table.participantActor[table.participantOffset[2]!]!]).toBe('boris');
  });

  test('count nothing towards the table’s extent', () => {
    const dated = makeEventTable(makeDataset(dataset.events.filter(({ date }) => date !== undefined)));
    expect(table.extent).toEqual(dated.extent);
    const none = makeEventTable(makeDataset([{ date: null }]));
    expect([none.size, none.datedSize, none.extent.end - none.extent.start]).toEqual([1, 0, DAY_MS]);
  });

  test('are no part of the dated rows, which a table without them is itself', () => {
    const part = datedPart(table);
    expect([part.size, rows(part), part.participantActor.length]).toEqual([2, ['early', 'late'], 1]);
    expect(datedPart(table)).toBe(part);
    expect(datedPart(part)).toBe(part);
    expect([datedRowOf(table, 'late'), datedRowOf(table, 'shelf-1'), datedRowOf(table, 'x')]).toEqual([
      1,
      undefined,
      undefined,
    ]);
  });

  test('come in columns as starts that are no number', () => {
    const { events: _events, ...head } = makeDataset([]);
    const made = makeColumnTable({
      dataset: head,
      start: Float64Array.of(NaN, 2 * DAY_MS, DAY_MS),
      participantOffset: new Uint32Array(4),
      participantActor: new Uint32Array(),
      texts: { title: textColumnOf(['none', 'second', 'first']) },
    });
    expect(made.rejections).toEqual([]);
    expect([0, 1, 2].map(made.table.titleAt)).toEqual(['first', 'second', 'none']);
    expect([made.table.datedSize, made.table.eventAt(2).date, made.table.eventAt(1).date?.edtf]).toEqual([
      2,
      undefined,
      '1970-01-03',
    ]);
  });
});

describe('a table builder', () => {
  test('gives what has come so far, and more when more has come', () => {
    const builder = makeTableBuilder();
    const { events: _events, ...head } = makeDataset([]);
    builder.setDataset(head);
    builder.add(makeEvent({ id: 'b', date: '2016' }));
    const first = runToEnd(builder.build()).table;
    builder.add(makeEvent({ id: 'a', date: '2015' }));
    expect([rows(first), rows(runToEnd(builder.build()).table), builder.size()]).toEqual([['b'], ['a', 'b'], 2]);
  });

  test('asks columns anew at each build', () => {
    const { events: _events, ...head } = makeDataset([]);
    const titles = ['one'];
    const columns = () => ({
      dataset: head,
      start: Float64Array.from(titles, (_, day) => day * DAY_MS),
      participantOffset: new Uint32Array(titles.length + 1),
      participantActor: new Uint32Array(),
      texts: { title: textColumnOf([...titles]) },
    });
    const builder = makeTableBuilder();
    builder.setColumns(
      columnSource({
        size: () => titles.length,
        // oxlint-disable-next-line require-yield
        *columns() {
          return columns();
        },
      }),
    );
    const first = runToEnd(builder.build()).table;
    titles.push('two');
    expect([first.size, runToEnd(builder.build()).table.size, builder.size()]).toEqual([1, 2, 2]);
    expect(() => builder.add(makeEvent({ id: 'x' }))).toThrow('Event "x" was added to a table of columns');
  });

  test('throws for a participant who is nobody', () => {
    const event = makeEvent({ id: 'x', participants: ['ghost'] });
    expect(() => makeEventTable({ ...makeDataset([]), events: [event] })).toThrow(
      'event "x" has a participant "ghost" who is no actor of the dataset',
    );
  });
});
