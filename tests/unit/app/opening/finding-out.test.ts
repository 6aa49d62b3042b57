import { expect, test } from 'vitest';
import { findingOut } from '../../../../src/app/opening/count-ahead';
import { english } from '../../../../src/base/messages/en';
import { makeTranslate } from '../../../../src/base/translate';
import { tableReader } from '../../../../src/formats/table/table-reader';
import { makeTableBuilder } from '../../../../src/model/table-builder';
import { fileAtHand } from '../../../support/file-at-hand';

test('what reading a table finds out is asked for ten times a second and at the end, however many pauses it makes', async () => {
  const t = makeTranslate('en', english);
  const { signal } = new AbortController();
  const rows = Array.from({ length: 8000 }, (_, n) => `${1 + (n % 28)}/${1 + (n % 12)}/2015,Talks of the day ${n}`);
  const file = fileAtHand(`Date,Title\n${rows.join('\n')}\n`);
  const survey = await tableReader.survey([file], { t, signal });
  if (survey?.ok !== true) throw new Error('The table has no plan');
  let now = 0;
  let pauses = 0;
  const heard: number[] = [];
  const reader = findingOut(tableReader, ({ records }) => heard.push(records), { now: () => now });
  await reader.read([file], survey.plan, {
    t,
    signal,
    stop: signal,
    into: makeTableBuilder(),
    onProgress: async () => {
      pauses += 1;
      now += 10;
    },
  });
  expect(pauses).toBeGreaterThan(20);
  expect(heard).toHaveLength(Math.ceil(pauses / 10) + 1);
  expect(heard.at(-1)).toBe(8000);
});
