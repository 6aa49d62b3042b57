import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { csvParseRows } from 'd3';
import { describe, expect, test } from 'vitest';
import { isFull } from '../../../support/full';
import { datasetOf, writerOf, written } from '../../../support/exported';

const hasOffice = spawnSync('soffice', ['--version'], { timeout: 60_000 }).status === 0;

test.runIf(!isFull || !hasOffice)(
  'no table of events was judged by LibreOffice: npm run test:full, where soffice is',
  () => undefined,
);

const dataset = datasetOf({
  id: 'traps',
  title: 'Traps',
  sources: [{ id: 's1', publisher: 'A "quoted", name', url: 'https://a.example/1' }],
  events: [
    { id: 'day', title: '=1+1', date: '2016-02-24', evidence: ['s1'] },
    { id: 'month', title: '@SUM(A1)', date: '2016-02' },
    { id: 'year', title: '+7 999', date: '2014', summary: 'two\nlines' },
    { id: 'open', title: '-1', date: '2014/..', participants: ['Anna', 'Béla'] },
    { id: 'either', title: '東京 عربي', date: '[2016-02-23,2016-02-24]' },
  ],
});

describe.runIf(isFull && hasOffice)('a table of events in LibreOffice', () => {
  test.each(['csv', 'xlsx'] as const)(
    'has the texts that were written, and no formula: %s',
    { timeout: 180_000 },
    async (id) => {
      const folder = mkdtempSync(join(tmpdir(), 'office-'));
      const writer = await writerOf(id);
      writeFileSync(join(folder, `events.${id}`), written(writer, dataset));
      // Commas, quotes, UTF-8, from the first line, nothing said of columns, English (United States), special numbers read.
      const reading = id === 'csv' ? ['--infilter=CSV:44,34,76,1,,1033,false,true'] : [];
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
      const args = [
        '--headless',
        '--norestore',
        profile,
        ...reading,
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76,1',
      ];
      const out = join(folder, 'out');
      expect(
        spawnSync('soffice', [...args, '--outdir', out, join(folder, `events.${id}`)], { timeout: 170_000 }).status,
      ).toBe(0);
      const [, ...rows] = csvParseRows(readFileSync(join(out, 'events.csv'), 'utf8').replace(/^\uFEFF/, ''));
      const plain = rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\d])/, '')));
      expect(plain.map(([event, date, , title]) => [event, date, title])).toEqual(
        dataset.events.map((event) => [event.id, event.date?.edtf, event.title]),
      );
      rmSync(folder, { recursive: true });
    },
  );
});
