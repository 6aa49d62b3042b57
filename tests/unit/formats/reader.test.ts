import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { english } from '../../../src/base/messages/en';
import { runToEnd } from '../../../src/base/steps';
import { makeTranslate } from '../../../src/base/translate';
import { JSON_FORMAT } from '../../../src/formats/json/json-reader';
import { ROWS_FILE_READER } from '../../../src/formats/lazy-readers';
import { TABLE_READER } from '../../../src/formats/table/lazy-table-reader';
import type { Plan, ReadOptions, ReadOutcome, ReadProgress, Reader } from '../../../src/formats/reader';
import type { SourceFile } from '../../../src/formats/source-file';
import { mappedPlan } from '../../../src/formats/table/table-plan';
import { datasetHead } from '../../../src/model/dataset-head';
import { makeTableBuilder } from '../../../src/model/table-builder';
import type { TableBuilder } from '../../../src/model/table-builder';
import { fileAtHand } from '../../support/file-at-hand';

const t = makeTranslate('en', english);
const mapping = { date: 'date', title: 'title', actors: [{ column: 'who' }] };
const header = 'date,title,who\n';
const csvOf = (records: number): string =>
  header + Array.from({ length: records }, (_, i) => `2016-02-24,Title ${i},Actor ${i % 9}\n`).join('');
const rowsFile = JSON.stringify({ title: 'Votes', colour: 'red', rows: { csv: 'votes.csv', mapping } });
const tablePlan = mappedPlan('a.csv', datasetHead({ id: 'a', title: 'A', actors: [] }), mapping);

const jsonReader = await JSON_FORMAT.load();
const tableReader = await TABLE_READER.load();
const rowsFileReader = await ROWS_FILE_READER.load();

async function planOf(reader: Reader, file: SourceFile): Promise<Plan> {
  const survey = await reader.survey([file], { t, signal: new AbortController().signal });
  if (survey?.ok !== true) throw new Error(survey?.problem.detail ?? 'something else');
  return survey.plan;
}

interface Read {
  readonly outcome: ReadOutcome;
  readonly into: TableBuilder;
  readonly progress: readonly ReadProgress[];
}

async function read(
  reader: Reader,
  file: SourceFile,
  plan: Plan,
  { signal, stop, onProgress }: Partial<ReadOptions> = {},
): Promise<Read> {
  const into = makeTableBuilder();
  const progress: ReadProgress[] = [];
  const outcome = await reader.read([file], plan, {
    t,
    into,
    signal: signal ?? new AbortController().signal,
    stop: stop ?? new AbortController().signal,
    onProgress: async (told) => {
      progress.push(told);
      await onProgress?.(told);
    },
  });
  return { outcome, into, progress };
}

describe('our JSON', () => {
  const file = fileAtHand(readFileSync('data/syria-cessation-2016.json', 'utf8'), { name: 'syria.json' });

  test('has a plan without questions, and says how many events would come', async () => {
    const plan = await planOf(jsonReader, file);
    expect(plan).toMatchObject({
      source: 'syria.json',
      dataset: { id: 'syria-cessation-2016' },
      columns: [],
      questions: [],
      counts: { records: 11, events: 11 },
      rejections: [],
      isRead: true,
    });
    expect('events' in plan.dataset).toBe(false);
  });

  test('at hand is surveyed and read without a pause', () => {
    const survey = jsonReader.survey([file], { t, signal: new AbortController().signal });
    expect(survey).not.toBeInstanceOf(Promise);
    const { plan } = survey as { readonly plan: Plan };
    const into = makeTableBuilder();
    const signal = new AbortController().signal;
    const options = { t, into, signal, stop: signal, onProgress: () => Promise.resolve() };
    expect(jsonReader.read([file], plan, options)).toEqual({ rejections: [], problem: undefined });
    const { table } = runToEnd(into.build());
    expect([table.size, table.dataset.id, table.detailed.length > 0]).toEqual([11, 'syria-cessation-2016', true]);
  });

  test('is read again from the same plan into another table', async () => {
    const plan = await planOf(jsonReader, file);
    const first = await read(jsonReader, file, plan);
    const second = await read(jsonReader, file, plan);
    expect([first.into.size(), second.into.size()]).toEqual([11, 11]);
  });

  test('counts the records that are left out', async () => {
    const plan = await planOf(jsonReader, fileAtHand(readFileSync('tests/fixtures/half-bad.json', 'utf8')));
    expect(plan.counts.records).toBeGreaterThan(plan.counts.events ?? Infinity);
    expect(plan.rejections.length).toBeGreaterThan(0);
  });

  test.each([
    ['an HTML page', '<!doctype html>', 'not-json'],
    ['nothing', '', 'not-json'],
    ['a list', '[]', 'wrong-shape'],
    ['no events', '{}', 'no-events'],
    ['a newer version', '{"schemaVersion":"7.0","events":[]}', 'newer-version'],
  ])('is refused in words: %s', async (_, text, kind) => {
    const survey = await jsonReader.survey([fileAtHand(text, { name: 'x' })], {
      t,
      signal: new AbortController().signal,
    });
    expect(survey).toMatchObject({ ok: false, problem: { kind, source: 'x' } });
  });
});

describe('a table', () => {
  test('is surveyed by its head: columns with values, a sample, and what they mean as far as that shows', async () => {
    const text = 'date;title;who\n2016;"Talks;\nat last";\n\n2017;More;Anna\n';
    expect(await planOf(tableReader, fileAtHand(text, { name: 'a.csv' }))).toMatchObject({
      source: 'a.csv',
      columns: [
        { header: 'date', values: ['2016', '2017'] },
        { header: 'title', values: ['Talks;\nat last', 'More'] },
        { header: 'who', values: ['Anna'] },
      ],
      sample: [
        ['2016', 'Talks;\nat last', ''],
        ['2017', 'More', 'Anna'],
      ],
      mapping: { date: 'date', title: 'title', actors: [{ column: 'who' }] },
      questions: [],
      counts: { records: 2, events: undefined },
      isRead: false,
    });
  });

  test('whose head is not all of it is counted by reading only', async () => {
    const plan = await planOf(tableReader, fileAtHand(csvOf(60_000)));
    expect([plan.counts.records, plan.sample.length]).toEqual([undefined, 20]);
  });

  test('without a meaning of its columns can’t be read', async () => {
    const file = fileAtHand(csvOf(2));
    const plan = { ...(await planOf(tableReader, file)), mapping: undefined };
    await expect(read(tableReader, file, plan)).rejects.toThrow('been given a meaning');
  });

  test('tells progress that only grows, where whole records are in the builder', async () => {
    const { outcome, into, progress } = await read(tableReader, fileAtHand(csvOf(4000), { part: 5000 }), tablePlan);
    expect([outcome.problem, outcome.rejections, into.size()]).toEqual([undefined, [], 4000]);
    expect(progress.length).toBeGreaterThan(10);
    const shares = progress.map(({ done = 0 }) => done);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test('stopped gives what came, without the record it breaks off in', async () => {
    const stop = new AbortController();
    const { outcome, into } = await read(tableReader, fileAtHand(csvOf(4000), { part: 5000 }), tablePlan, {
      stop: stop.signal,
      onProgress: async () => stop.abort(),
    });
    expect(outcome).toMatchObject({ rejections: [], problem: undefined, findings: { events: into.size() } });
    expect(into.size() > 100 && into.size() < 4000).toBe(true);
    expect(runToEnd(into.build()).table.size).toBe(into.size());
  });

  test('that nobody wants any more rejects with the reason', async () => {
    const leave = new AbortController();
    let told = 0;
    const reading = read(tableReader, fileAtHand(csvOf(4000), { part: 5000 }), tablePlan, {
      signal: leave.signal,
      onProgress: async () => {
        told += 1;
        leave.abort(new Error('gone'));
      },
    });
    await expect(reading).rejects.toThrow('gone');
    expect(told).toBe(1);
  });

  test('that isn’t one has no usable column, in words', async () => {
    const { outcome, into } = await read(tableReader, fileAtHand('a,b\n1,2\n'), tablePlan);
    expect([outcome.problem?.kind, outcome.problem?.source, into.size()]).toEqual(['no-column', 'a.csv', 0]);
  });
});

describe('a dataset whose rows stand in a CSV', () => {
  const file = fileAtHand(rowsFile, {
    name: 'data/votes.json',
    beside: { 'votes.csv': `${csvOf(3)}soon,Some,Anna\n` },
  });

  test('has no questions, and is read from the file beside it', async () => {
    const plan = await planOf(rowsFileReader, file);
    expect(plan).toMatchObject({
      source: 'votes.csv',
      dataset: { id: 'votes', title: 'Votes' },
      questions: [],
      isRead: false,
    });
    const { outcome, into } = await read(rowsFileReader, file, plan);
    expect(into.size()).toBe(4);
    expect(outcome.rejections.map(({ where, effect }) => `${where} ${effect}`)).toEqual([
      ...plan.rejections.map(({ where, effect }) => `${where} ${effect}`),
      'line 5, column 1 noted',
    ]);
  });

  test('is something else where it has no rows of its own', async () => {
    const other = fileAtHand('{"note":{"rows":1},"events":[]}');
    expect(await rowsFileReader.survey([other], { t, signal: new AbortController().signal })).toBeUndefined();
  });

  test('is refused in words where rows can’t be read by it', async () => {
    const survey = await rowsFileReader.survey([fileAtHand('{"rows":[]}', { name: 'x' })], {
      t,
      signal: new AbortController().signal,
    });
    expect(survey).toMatchObject({ ok: false, problem: { kind: 'wrong-shape', source: 'x' } });
  });
});
