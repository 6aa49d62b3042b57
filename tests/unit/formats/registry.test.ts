import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { FORMATS, formatsOf } from '../../../src/formats/registry';
import { headText } from '../../../src/formats/recognise';
import { HEAD_BYTES } from '../../../src/formats/source-file';

const encoder = new TextEncoder();
const bytes = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? encoder.encode(content) : content;
const recognised = (content: string | Uint8Array): Record<string, string> =>
  Object.fromEntries(FORMATS.map(({ id, recognise }) => [id, recognise(bytes(content))]));
const order = (content: string | Uint8Array): string[] => formatsOf(bytes(content)).map(({ id }) => id);

/** No format takes it for its own. */
const nobodys = Object.fromEntries(FORMATS.map(({ id }) => [id, 'none']));

const article = readFileSync('data/syria-cessation-2016.json');
const rowsFile =
  '{"schemaVersion":"1.0","title":"Votes","rows":{"csv":"v.csv","mapping":{"date":"d","title":"t","actors":[{"column":"a"}]}}}';
const csv = 'date,title,who\n2016-02-24,"Talks, at last",Anna\n';
const html = '<!doctype html><html lang="en"><title>Not found, sorry</title><p>404, nothing</p></html>';
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52]);
const latin1 = Uint8Array.from([0xe9, 0x2c, 0x61, 0x0a, 0xe8, 0x2c, 0x62, 0x0a]);
const utf16 = new Uint8Array(
  Uint16Array.from('\uFEFFdate,title\n2016,Talks\n', (letter) => letter.charCodeAt(0)).buffer,
);

const spreadsheet = zipSync({ '[Content_Types].xml': strToU8('<a/>'), 'xl/workbook.xml': strToU8('<a/>') });
const document = zipSync({ '[Content_Types].xml': strToU8('<a/>'), 'word/document.xml': strToU8('<a/>') });
const openDocument = zipSync({
  mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
});

describe('a file is recognised by its first bytes', () => {
  test.each<[string, string | Uint8Array, Record<string, string>]>([
    ['a shipped dataset', article, { rows: 'none', json: 'certain', table: 'none' }],
    ['one after a byte order mark', `\uFEFF${article.toString()}`, { rows: 'none', json: 'certain', table: 'none' }],
    ['one after blank lines', `\r\n\n  ${article.toString()}`, { rows: 'none', json: 'certain', table: 'none' }],
    ['one that breaks off', article.subarray(0, 400), { rows: 'none', json: 'certain', table: 'none' }],
    [
      'one in short',
      '{"events":[{"id":"a","title":"b","date":"2016","participants":["c"]}]}',
      { rows: 'none', json: 'certain', table: 'none' },
    ],
    [
      'events of another kind',
      '{"events":[{"start_date":{"year":"2016"}}]}',
      { timelinejs: 'certain', json: 'likely' },
    ],
    ['any other JSON', '{"type":"FeatureCollection","features":[]}', { rows: 'none', json: 'possible', table: 'none' }],
    ['a list', '[1,2]', { rows: 'none', json: 'possible', table: 'none' }],
    ['a dataset of rows', rowsFile, { rows: 'certain', json: 'likely', table: 'none' }],
    ['the word rows alone', '{"schemaVersion":"1.0","title":"rows"}', { rows: 'none', json: 'certain', table: 'none' }],
    ['a CSV', csv, { rows: 'none', json: 'none', table: 'likely' }],
    ['a CSV after a byte order mark', `\uFEFF${csv}`, { rows: 'none', json: 'none', table: 'likely' }],
    ['semicolons', 'a;b\r\n1;2\r\n', { rows: 'none', json: 'none', table: 'likely' }],
    ['tabs and bare CR', 'a\tb\r1\t2\r', { rows: 'none', json: 'none', table: 'likely' }],
    ['a CSV that breaks off in its header', 'date,title,w', { rows: 'none', json: 'none', table: 'possible' }],
    [
      'a chronology',
      '22 Feb 2016: Talks, at last - Anna\n24 Feb 2016: More, and more\n',
      { chronology: 'likely', table: 'likely' },
    ],
    ['prose', 'Dear reader, so it goes.\nAnd so on.\n', { rows: 'none', json: 'none', table: 'possible' }],
    ['a word', 'Hello', { rows: 'none', json: 'none', table: 'none' }],
    ['an HTML page', html, { rows: 'none', json: 'none', table: 'none' }],
    ['a picture', png, { rows: 'none', json: 'none', table: 'none' }],
    ['a table that is no UTF-8', latin1, { rows: 'none', json: 'none', table: 'likely' }],
    ['a table in UTF-16', utf16, { rows: 'none', json: 'none', table: 'likely' }],
    ['a spreadsheet', spreadsheet, { spreadsheet: 'certain' }],
    ['an OpenDocument spreadsheet', openDocument, { spreadsheet: 'certain' }],
    ['a text document', document, {}],
    ['a ZIP file of a table', zipSync({ 'a.csv': strToU8(csv) }), {}],
    ['nothing', '', { rows: 'none', json: 'none', table: 'none' }],
    ['blanks', ' \n\t ', { rows: 'none', json: 'none', table: 'none' }],
  ])('%s', (_, content, expected) => {
    expect(recognised(content)).toEqual({ ...nobodys, ...expected });
  });

  test('the surest format is asked first, and our own JSON last where nobody knows it', () => {
    expect(order(rowsFile)).toEqual(['rows', 'json']);
    expect(order(article)).toEqual(['json']);
    expect(order(csv)).toEqual(['table', 'json']);
    expect(order(html)).toEqual(['json']);
    expect(order(png)).toEqual(['json']);
    expect(order('')).toEqual(['json']);
  });

  test('a file of rows is a page long: what may go on after the head is none', () => {
    const long = rowsFile.padEnd(HEAD_BYTES + 5).slice(0, HEAD_BYTES);
    expect(recognised(long)).toEqual({ ...nobodys, json: 'certain' });
  });

  test('a head may end inside a letter', () => {
    expect(headText(encoder.encode('{"é').subarray(0, 3))).toBe('{"');
  });

  test('every format has an id of its own and a reader that loads', async () => {
    expect(new Set(FORMATS.map(({ id }) => id)).size).toBe(FORMATS.length);
    for (const { load, now } of FORMATS) {
      const reader = await load();
      expect(now()).toBe(reader);
    }
  });
});
