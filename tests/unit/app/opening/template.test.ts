import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { templateFile } from '../../../../src/app/opening/templates';
import { sheetBytes } from '../../../../src/formats/spreadsheet/write-workbook';
import { english } from '../../../../src/base/messages/en';
import open from '../../../../src/base/messages/en/open.json';
import { makeTranslate } from '../../../../src/base/translate';
import { isFull } from '../../../support/full';
import { cellsOf, sheetOf } from '../../../support/make-sheets';

const t = makeTranslate('en', { ...english, ...open });
const HEAD = ['When', 'What happened', 'Who', 'Kind', 'Where', 'Link', 'Source'];
/** What a spreadsheet would rather make something else of. */
const TRAPS = [
  ['3/4/2016', '007', '=1+1', '  two  ', 'a "b", <c> & d', 'Café 東京 العربية', ''],
  ['1E5', '-', 'TRUE', '', '', '', 'end'],
];

async function bytesOf(kind: 'xlsx' | 'csv'): Promise<Uint8Array> {
  return new Uint8Array(await (await templateFile(kind, t)).arrayBuffer());
}

describe('the table to fill in', () => {
  test('is a workbook that the page itself reads, with a head and three rows of texts', async () => {
    const { rows, problem } = await cellsOf(await sheetOf(await bytesOf('xlsx')));
    expect(problem).toBeUndefined();
    expect(rows[0]).toHaveLength(HEAD.length);
    expect(rows).toHaveLength(4);
    for (const [when = '', what = ''] of rows.slice(1)) {
      expect(when).toMatch(/\d{4}/);
      expect(what).not.toBe('');
    }
  });

  test('says the same as CSV, with the mark by which spreadsheets know its letters', async () => {
    const bytes = await bytesOf('csv');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head = ''] = new TextDecoder().decode(bytes).split('\r\n');
    const { rows } = await cellsOf(await sheetOf(await bytesOf('xlsx')));
    expect(head.split(',')).toEqual(rows[0]);
  });

  test('is an archive whose sums are right, and cells stay what they are', async () => {
    const bytes = sheetBytes(TRAPS, 'A name: with / signs, and more of them than a sheet may have');
    expect(Object.keys(unzipSync(bytes))).toContain('xl/worksheets/sheet1.xml');
    const { rows } = await cellsOf(await sheetOf(bytes));
    expect(rows.map((row) => Array.from({ length: 7 }, (_, at) => row[at] ?? ''))).toEqual(TRAPS);
  });
});

const hasOffice = isFull && spawnSync('soffice', ['--version'], { timeout: 60_000 }).status === 0;

test.runIf(!hasOffice)('no template was opened by LibreOffice: npm run test:full, where soffice is', () => undefined);

test.runIf(hasOffice)('LibreOffice opens it, and makes nothing else of what is in it', { timeout: 180_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'office-'));
  writeFileSync(join(folder, 'template.xlsx'), sheetBytes(TRAPS, 'Template'));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const to = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true';
  const args = ['--headless', '--norestore', profile, '--convert-to', to, '--outdir', folder];
  expect(spawnSync('soffice', [...args, join(folder, 'template.xlsx')], { timeout: 170_000 }).status).toBe(0);
  expect(readFileSync(join(folder, 'template.csv'), 'utf8').trim().split('\n')).toEqual([
    '3/4/2016,007,=1+1,  two  ,"a ""b"", <c> & d",Café 東京 العربية,',
    '1E5,-,TRUE,,,,end',
  ]);
  rmSync(folder, { recursive: true });
});
