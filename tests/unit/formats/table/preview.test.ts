import { describe, expect, test } from 'vitest';
import { english } from '../../../../src/base/messages/en';
import { makeTranslate } from '../../../../src/base/translate';
import type { ReadOutcome } from '../../../../src/formats/reader';
import { previewTable } from '../../../../src/formats/table/preview';
import type { TablePreview } from '../../../../src/formats/table/preview';
import type { TableMapping } from '../../../../src/formats/table/table-mapping';
import type { TablePlan } from '../../../../src/formats/table/table-plan';
import { tableReader } from '../../../../src/formats/table/table-reader';
import { makeTableBuilder } from '../../../../src/model/table-builder';
import type { TableBuilder } from '../../../../src/model/table-builder';
import { runToEnd } from '../../../../src/base/steps';
import { fileAtHand } from '../../../support/file-at-hand';

const t = makeTranslate('en', english);
const { signal } = new AbortController();

async function surveyed(
  csv: string,
): Promise<{ readonly plan: TablePlan; readonly preview: (mapping: TableMapping) => TablePreview }> {
  const survey = await tableReader.survey([fileAtHand(csv, { name: 'a.csv' })], { t, signal });
  if (survey?.ok !== true || survey.plan.survey === undefined) throw new Error('Refused');
  const { plan } = survey;
  const own = survey.plan.survey;
  return { plan, preview: (mapping) => previewTable(own, mapping, t) };
}

async function readAll(
  csv: string,
  plan: TablePlan,
  mapping: TableMapping,
): Promise<{ readonly outcome: ReadOutcome; readonly into: TableBuilder; readonly turns: number }> {
  const into = makeTableBuilder();
  let turns = 0;
  const onProgress = async () => void (turns += 1);
  const outcome = await tableReader.read(
    [fileAtHand(csv)],
    { ...plan, mapping },
    { t, into, signal, stop: signal, onProgress },
  );
  return { outcome, into, turns };
}

const when = (n: number) => `${1 + (n % 12)}/${1 + (n % 12)}/2016`;

describe('a preview', () => {
  test('has the events of the sample as reading has them, and each row under one head', async () => {
    const csv = 'When,What\n2016-02-24,a\n3/4/2016,b\n,c\n2015,d\nsoon,e\n';
    const { plan, preview } = await surveyed(csv);
    const mapping = { date: 'When', title: 'What' };
    const { table, rows, findings, rejections } = preview(mapping);
    const titles = (list: readonly number[]) => list.map((row) => table.titleAt(row));
    expect([titles(rows.first), titles(rows.toSettle), titles(rows.undated)]).toEqual([['d', 'a'], ['b'], ['c', 'e']]);
    expect([findings.records, findings.undated, rejections.length]).toEqual([5, 2, 1]);
    const { outcome, into } = await readAll(csv, plan, mapping);
    const whole = runToEnd(into.build()).table;
    expect(outcome.findings).toMatchObject({ ...findings });
    expect(Array.from({ length: whole.size }, (_, row) => whole.eventAt(row))).toEqual(
      Array.from({ length: table.size }, (_, row) => table.eventAt(row)),
    );
  });

  test('asks how 3/4/2016 is meant, and not once somebody has said it', async () => {
    const { preview } = await surveyed(`When,What\n3/4/2016,a\n5/6/2016,b\n`);
    expect(preview({ date: 'When', title: 'What' }).questions).toMatchObject([{ about: 'day-order', of: 'date' }]);
    expect(preview({ date: { column: 'When', order: 'day-first' } }).questions).toEqual([]);
    const settled = await surveyed('When,What\n3/4/2016,a\n13/4/2016,b\n');
    expect(settled.preview({ date: 'When' }).questions).toEqual([]);
  });

  test('asks whether two columns of dates are two events a row', async () => {
    const { preview } = await surveyed(
      'Country,Signed,Ratified\nPeru,2016-02-24,2017-01-02\nChad,2016-02-25,\nCuba,2016-02-26,2018-01-02\n',
    );
    const mapping = { date: 'Signed', title: 'Country' };
    expect(preview(mapping).questions).toEqual([
      { about: 'spreading', columns: ['Signed', 'Ratified'], rows: 3, events: 5 },
    ]);
    const spread = preview({
      ...mapping,
      regroup: { spread: { columns: ['Signed', 'Ratified'], title: '{Country}: {}' } },
    });
    expect(Array.from({ length: spread.table.size }, (_, row) => spread.table.titleAt(row))).toEqual([
      'Peru: Signed',
      'Chad: Signed',
      'Cuba: Signed',
      'Peru: Ratified',
      'Cuba: Ratified',
    ]);
    expect(spread.questions).toEqual([]);
  });

  test('suggests one event of rows in which only who took part differs', async () => {
    const votes = Array.from(
      { length: 12 },
      (_, n) => `${Math.floor(n / 4)},2016-0${1 + Math.floor(n / 4)}-24,Call ${Math.floor(n / 4)},C${n}`,
    );
    const { preview } = await surveyed(`rcid,date,name,country\n${votes.join('\n')}\n`);
    const mapping: TableMapping = { date: 'date', title: 'name', actors: [{ column: 'country' }] };
    expect(preview(mapping).suggestions).toContainEqual({ about: 'grouping', by: ['rcid'], rows: 12, events: 3 });
    const grouped = preview({ ...mapping, regroup: { group: { by: ['rcid'] } } });
    expect([grouped.table.size, grouped.table.eventAt(0).participants.length, grouped.findings.merged]).toEqual([
      3, 4, 9,
    ]);
  });

  test('suggests one event of A-B and B-A, and says how many that are', async () => {
    const rows = Array.from(
      { length: 8 },
      (_, n) => `2016-02-${10 + Math.floor(n / 2)},${n % 2 === 0 ? 'A,B' : 'B,A'}`,
    );
    const { preview } = await surveyed(`date,from,to\n${rows.join('\n')}\n`);
    const mapping: TableMapping = { date: 'date', actors: [{ column: 'from' }, { column: 'to' }] };
    expect(preview(mapping).suggestions).toContainEqual({ about: 'mirrored', rows: 8, events: 4 });
    expect(preview({ ...mapping, regroup: { mirrored: true } }).table.size).toBe(4);
  });

  test('suggests that the last day of many is the end of the data, and that names of countries are read', async () => {
    const rows = Array.from(
      { length: 20 },
      (_, n) => `200${n % 10}-03-0${1 + (n % 7)},${n < 9 ? '2015-12-31' : `2011-0${1 + (n % 8)}-11`},Peru`,
    );
    const { preview } = await surveyed(`from,to,in\n${rows.join('\n')}\n`);
    const { suggestions } = preview({ date: 'from', end: 'to', countries: 'in' });
    expect(suggestions).toContainEqual({ about: 'censored', column: 'to', day: '2015-12-31', count: 9 });
    expect(suggestions).toContainEqual({ about: 'country-names', column: 'in', names: ['Peru'] });
  });

  test('of a mapping that names a column which isn’t there is made of the others', async () => {
    const { preview } = await surveyed('When,What\n2016-02-24,a\n');
    expect(preview({ date: 'When', title: '{Gone}: {What}', place: 'Nowhere' }).table.titleAt(0)).toBe('a');
  });
});

describe('a table that was surveyed', () => {
  test('is read in slices that end on whole records, each with what was found so far', async () => {
    const csv = `When,What\n${Array.from({ length: 4000 }, (_, n) => `${when(n)},Title ${n}`).join('\n')}\n`;
    const { plan } = await surveyed(csv);
    const { outcome, into, turns } = await readAll(csv, plan, { date: 'When', title: 'What' });
    expect([outcome.problem, into.size(), outcome.findings?.records]).toEqual([undefined, 4000, 4000]);
    // One turn for each 8,192 characters: work is bounded by what is read, not by how many records there are before.
    expect(turns).toBeGreaterThanOrEqual(Math.floor(csv.length / 8192));
    expect(turns).toBeLessThan(csv.length / 4096);
  });

  test('tells cells beyond its header though its rows are regrouped', async () => {
    const csv = 'When,What\n2016-02-24,a,lost\n2016-02-25,b\n';
    const { plan } = await surveyed('When,What\n2016-02-24,a\n2016-02-25,b\n');
    const laid = await surveyed(csv);
    expect(plan.columns.length).toBe(2);
    const { outcome } = await readAll(csv, laid.plan, {
      date: 'When',
      title: 'What',
      regroup: { only: { column: 'What', values: ['a'] } },
    });
    expect([outcome.findings?.passedOver, outcome.findings?.events]).toEqual([1, 1]);
  });

  test('without a column that its mapping groups by is refused, with that name', async () => {
    const csv = 'When,What\n2016-02-24,a\n2016-02-25,b\n';
    const { plan } = await surveyed(csv);
    const { outcome } = await readAll(csv, plan, { date: 'When', regroup: { group: { by: ['rcid'] } } });
    expect(outcome.problem).toMatchObject({
      kind: 'no-column',
      detail: 'no column is called “rcid”; the columns are “When”, “What”',
    });
  });
});
