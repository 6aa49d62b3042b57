import { expect, test, vi } from 'vitest';
import { english } from '../../../../src/base/messages/en';
import { runToEnd } from '../../../../src/base/steps';
import { makeTranslate } from '../../../../src/base/translate';
import type { ReadProgress } from '../../../../src/formats/reader';
import { groupStep } from '../../../../src/formats/table/regroup/group-records';
import { tableReader } from '../../../../src/formats/table/table-reader';
import { makeTableBuilder } from '../../../../src/model/table-builder';
import { fileAtHand } from '../../../support/file-at-hand';

const t = makeTranslate('en', english);
const { signal } = new AbortController();
const ROWS = 20_000;
const PLACES = ['Paris', 'Geneva', 'Munich', 'Vienna'];

/** Dates with two readings, which a last row settles; names by " and "; a link each. */
function bigTable(): string {
  const rows = Array.from({ length: ROWS - 1 }, (_, n) => {
    const day = `${1 + (n % 12)}/${1 + (n % 11)}/${1990 + (n % 30)}`;
    return `${day},Meeting ${n},${PLACES[n % 4]} and ${PLACES[(n + 1) % 4]},https://example.org/${n % 500}`;
  });
  return `Date,Title,Who,Link\n${rows.join('\n')}\n12/31/2019,Last,Paris,https://example.org/last\n`;
}

async function readBig(onProgress: (progress: ReadProgress, size: number) => void) {
  const file = fileAtHand(bigTable());
  const survey = await tableReader.survey([file], { t, signal });
  if (survey?.ok !== true) throw new Error('The table has no plan');
  const into = makeTableBuilder();
  const outcome = await tableReader.read([file], survey.plan, {
    t,
    signal,
    stop: signal,
    into,
    onProgress: async (progress) => onProgress(progress, into.size()),
  });
  return { outcome, into };
}

test('a long table can be shown when a fifth of its records are read, and pauses for each few hundred', async () => {
  const sizes: number[] = [0];
  const { into } = await readBig((_, size) => sizes.push(size));
  expect(into.size()).toBe(ROWS);
  expect(sizes.find((size) => size > 0)).toBeLessThanOrEqual(ROWS / 5);
  const steps = sizes.slice(1).map((size, index) => size - (sizes[index] ?? 0));
  expect(Math.max(...steps)).toBeLessThanOrEqual(500);
});

test('what is found out on the way costs no look at every record, and is right on the way and at the end', async () => {
  const years = vi.spyOn(Date.prototype, 'getUTCFullYear');
  let most = 0;
  const { outcome, into } = await readBig(({ findings }, size) => {
    years.mockClear();
    const found = findings?.();
    most = Math.max(most, years.mock.calls.length);
    expect(found?.years.counts.reduce((sum, { events }) => sum + events, found.undated)).toBe(size);
  });
  years.mockRestore();
  expect(most).toBeLessThan(10);
  runToEnd(into.build());
  expect(outcome.findings).toMatchObject({ records: ROWS, undated: 0 });
  expect(outcome.findings?.years.counts).toHaveLength(30);
});

test('a group of many records is handed on in steps of so many records, and not of so many groups', () => {
  const step = groupStep(['call', 'who'], { by: ['call'], kept: ['who'] }, () => undefined);
  const given: number[] = [];
  const { take, end } = step.begin((_, __, members = []) => given.push(1 + members.length));
  for (let call = 0; call < 100; call++)
    for (let who = 0; who < 200; who++) take([`${call}`, `state ${who}`], call + 1);
  const steps: number[] = [];
  let before = 0;
  for (const work = end(); work.next().done !== true;) {
    const records = given.reduce((sum, count) => sum + count, 0);
    steps.push(records - before);
    before = records;
  }
  expect(given).toEqual(Array.from({ length: 100 }, () => 200));
  expect(Math.max(...steps)).toBeLessThanOrEqual(600);
});
