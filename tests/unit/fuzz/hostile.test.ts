import { expect, test, vi } from 'vitest';
import { fetchAllowed } from '../../../src/app/loading/fetch-allowed';
import { cleanText, hasUnwantedCharacters } from '../../../src/base/clean-text';
import { english } from '../../../src/base/messages/en';
import { makeTranslate } from '../../../src/base/translate';
import { decodeHostMessage } from '../../../src/embed/iframe/host-message';
import { makeTableReading } from '../../../src/formats/table/table-reading';
import { readInEnglish } from '../../../src/formats/json/read-in-english';
import { datasetHead } from '../../../src/model/dataset-head';
import { takeViewParams, receiveDataset } from '../../../src/state/view/loading';
import { ADDRESS_LIMIT, decodeAddress, encodeViewParams, VIEW_PARAMS } from '../../../src/state/address/address';
import { EMPTY_STATE } from '../../../src/state/view/timeline-state';
import { HOSTILE_STRINGS } from '../../fixtures/hostile-strings';
import { hostileDatasets } from '../../support/hostile-datasets';
import { makeDataset } from '../../support/make-dataset';
import { finishedTable } from '../../support/table-of';

/**
 * Every hostile string, one by one, through every way in that needs no page; tests/browser/hostile.test.ts has those
 * that do.
 */
const start = receiveDataset(
  EMPTY_STATE,
  makeDataset([{ id: 'talks', participants: ['kerry'], countries: ['US'] }]),
  [],
);
const FIELDS = Object.keys(VIEW_PARAMS);
const OPTIONS = ['set', 'data', 'embed', 'hide', 'lock', 'theme', 'lang', 'gestures', 'motion'];

test('each in every field of a dataset is read, cleaned, and leaves out no event', () => {
  for (const set of hostileDatasets(150)) {
    const read = readInEnglish(JSON.stringify(set), 'hostile.json');
    if (!read.ok) return expect.fail(read.problem.detail);
    expect(read.dataset.events.map(({ title }) => title)).toEqual(
      set.events.map(({ title }) => cleanText(String(title))),
    );
    expect(read.rejections.filter(({ effect }) => effect !== 'noted')).toEqual([]);
  }
});

test('each as the value of every key of an address, and as a key', () => {
  for (const text of HOSTILE_STRINGS) {
    for (const params of [
      ...[...FIELDS, ...OPTIONS].map((key) => new URLSearchParams([[key, text]])),
      new URLSearchParams([[text, text]]),
    ]) {
      const { view, rejections } = decodeAddress(params);
      const opened = takeViewParams(start, view);
      expect(encodeViewParams(opened, { kept: params }).toString().length).toBeLessThan(ADDRESS_LIMIT);
      for (const { field, found } of [...rejections, ...opened.rejections])
        expect([field.length <= 80, found.length <= 80, hasUnwantedCharacters(field + found)]).toEqual([
          true,
          true,
          false,
        ]);
    }
  }
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('each as every part of a message', () => {
  for (const text of HOSTILE_STRINGS) {
    const messages = [
      text,
      { type: text },
      { type: 'select', id: text },
      { type: 'setTheme', theme: text },
      { type: 'setState', state: { [text]: text } },
      { type: 'setState', [text]: {} },
      ...FIELDS.flatMap((field) =>
        [text, [text, text]].map((value) => ({ type: 'setState', state: { [field]: value } })),
      ),
    ];
    for (const message of messages) {
      const decoded = decodeHostMessage(message);
      if (decoded.ok && decoded.message.type === 'setState')
        expect(takeViewParams(start, decoded.message.state).table).toBe(start.table);
    }
  }
});

test('each as a file’s address asks the page’s own host, or nobody', async () => {
  const asked: string[] = [];
  vi.stubGlobal('self', { location: new URL('https://page.example/a/b/'), origin: 'https://page.example' });
  vi.stubGlobal('fetch', (url: URL) => {
    asked.push(url.href);
    return Promise.resolve(new Response('', { status: 404 }));
  });
  for (const text of HOSTILE_STRINGS) expect(await fetchAllowed(text, undefined)).toHaveProperty('kind');
  expect(asked.filter((href) => !href.startsWith('https://page.example/'))).toEqual([]);
  expect(asked.length).toBeGreaterThan(100);
});

test('each in a cell of a CSV, as title and as actor', () => {
  const made = makeTableReading(
    { date: 'date', title: 'title', actors: [{ column: 'who' }] },
    datasetHead({ id: 'rows', title: 'Rows', actors: [] }),
    makeTranslate('en', english),
  );
  const shown = HOSTILE_STRINGS.filter((text) => cleanText(text).trim() !== '' && text.length <= 500);
  made.push('date,title,who\n');
  for (const text of shown) made.push(`2016-02-24,"${text.replaceAll('"', '""')}","${text.replaceAll('"', '""')}"\n`);
  const finished = finishedTable(made);
  if (!('table' in finished)) return expect.fail(finished.detail);
  const { table } = finished;
  expect(table.size).toBe(shown.length);
  const titles = Array.from({ length: table.size }, (_, row) => table.titleAt(row));
  expect(titles.filter(hasUnwantedCharacters)).toEqual([]);
  expect(titles.map((title) => title.trim())).toEqual(shown.map((text) => cleanText(text).trim()));
});
