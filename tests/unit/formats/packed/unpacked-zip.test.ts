import { strToU8, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { english } from '../../../../src/base/messages/en';
import { makeTranslate } from '../../../../src/base/translate';
import { PACKED_LIMITS } from '../../../../src/formats/packed/packed-limits';
import { unpacked } from '../../../../src/formats/packed/unpacked';
import type { UnpackOptions } from '../../../../src/formats/packed/unpacked';
import type { SourceFile } from '../../../../src/formats/source-file';
import { fileAtHand } from '../../../support/file-at-hand';
import { bytesOf } from '../../../support/read-parts';

const t = makeTranslate('en', english);
const options: UnpackOptions = { t, signal: new AbortController().signal };
const csv = `date,title,who\n${Array.from({ length: 3000 }, (_, i) => `2016-02-24,call ${i},Ann\n`).join('')}`;

const unpackedFrom = (content: Uint8Array, more: Partial<UnpackOptions> = {}) =>
  unpacked(fileAtHand(content, { name: 'a.zip', part: 1000 }), { ...options, ...more });

async function filesIn(content: Uint8Array, more: Partial<UnpackOptions> = {}): Promise<readonly SourceFile[]> {
  const files = await unpackedFrom(content, more);
  if (files === undefined || 'kind' in files) throw new Error(JSON.stringify(files));
  return files;
}

/** Changes bytes of the only part, in its own head and in the list of contents, by their places in the latter. */
function changed(zip: Uint8Array, changes: Readonly<Record<number, number>>): Uint8Array {
  const copy = zip.slice();
  const entry = Buffer.from(copy).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  for (const [at, value] of Object.entries(changes)) copy[entry + Number(at)] = value;
  return copy;
}

const one = zipSync({ 'votes.csv': strToU8(csv) });

describe('a ZIP file', () => {
  test('of one table is that table', async () => {
    const [file, ...others] = await filesIn(one);
    expect(others).toEqual([]);
    expect(file?.name).toBe('votes.csv');
    expect(await file?.text(1e9)).toBe(csv);
    expect(await file?.text(1e9)).toBe(csv);
  });

  test('of several tables is all of them, without what file managers put beside them', async () => {
    const files = await filesIn(
      zipSync({
        'data/': {},
        'data/a.csv': strToU8('a'),
        'data/b.csv': [strToU8('b'), { level: 0 }],
        'other/b.csv': strToU8('c'),
        '__MACOSX/data/._a.csv': strToU8('x'),
        'data/.DS_Store': strToU8('x'),
        'Thumbs.db': strToU8('x'),
      } as Zippable),
    );
    expect(files.map(({ name }) => name)).toEqual(['a.csv', 'data/b.csv', 'other/b.csv']);
    expect(await Promise.all(files.map((file) => file.text(1e9)))).toEqual(['a', 'b', 'c']);
  });

  test('is looked through for a file that another one in it names', async () => {
    const [json] = await filesIn(zipSync({ 'd/rows.json': strToU8('{}'), 'd/votes.csv': strToU8('v') }));
    expect(await (await json!.beside('./votes.csv')).text(100)).toBe('v');
    expect(await (await json!.beside('elsewhere.csv')).text(100)).toBe('');
  });

  test('has names in whichever letters', async () => {
    const zip = zipSync({ 'Встречи 2016.csv': strToU8('a') });
    expect((await filesIn(zip)).map(({ name }) => name)).toEqual(['Встречи 2016.csv']);
    const latin = zipSync({ 'Deb1t.csv': strToU8('a') });
    const at = Buffer.from(latin).lastIndexOf('Deb1t');
    latin[at + 3] = 0xe9;
    expect((await filesIn(latin)).map(({ name }) => name)).toEqual(['Debét.csv']);
  });

  test('may stand behind something else, have a comment, and tell sizes behind its parts', async () => {
    const behind = new Uint8Array(Buffer.concat([Buffer.from('PK\x03\x04 and more'), one]));
    expect(await (await filesIn(behind))[0]?.text(1e9)).toBe(csv);
    const commented = new Uint8Array(Buffer.concat([one, Buffer.from('comment')]));
    commented[one.length - 2] = 7;
    expect(await (await filesIn(commented))[0]?.text(1e9)).toBe(csv);
  });

  test.each([
    ['has nothing in it', zipSync({}), 'archive', 'there is no file in it'],
    ['has folders alone', zipSync({ 'a/': {} } as Zippable), 'archive', 'there is no file in it'],
    ['breaks off', one.subarray(0, one.length - 30), 'damaged', 'breaks off'],
    ['is a beginning alone', one.subarray(0, 42), 'damaged', 'breaks off'],
    ['is under a password', changed(one, { 8: 1 }), 'protected', 'ZIP'],
    ['is under a stronger password', changed(one, { 10: 99 }), 'protected', 'ZIP'],
    ['is packed otherwise', changed(one, { 10: 14 }), 'archive', 'packed by LZMA'],
    ['is packed in a way nobody knows', changed(one, { 10: 77 }), 'archive', 'packed by 77'],
    ['says a part lies behind its end', changed(one, { 45: 0x70 }), 'damaged', 'breaks off'],
    ['says a part is longer than it is', changed(one, { 23: 0x70 }), 'damaged', 'breaks off'],
    ['says it unpacks to more than the limit', changed(one, { 27: 0x70 }), 'too-large', 'more than 200 MB'],
    ['says it unpacks to less than it does', changed(one, { 24: 9, 25: 0, 26: 0 }), 'damaged', 'length'],
    ['is packed twice', zipSync({ 'b.zip': one }), 'archive', '“b.zip” in it is packed as well'],
  ])('that %s is refused in words', async (_, content, kind, detail) => {
    const found = await unpackedFrom(content);
    expect(found).toMatchObject({ kind, source: 'a.zip' });
    expect((found as { detail: string }).detail).toContain(detail);
  });

  test('that has another check sum is told after what is in it', async () => {
    const [file] = await filesIn(changed(one, { 16: 1, 17: 2 }));
    const { bytes, problem } = await bytesOf(file!);
    expect(problem).toMatchObject({ kind: 'damaged', detail: expect.stringContaining('check sum') });
    expect(bytes.length).toBe(csv.length);
  });

  test('of several, one of which can’t be used, hands over the others; that one says why', async () => {
    const [good, bad] = await filesIn(zipSync({ 'a.csv': strToU8('a'), 'b.zip': one }));
    expect(await good?.text(10)).toBe('a');
    for (const said of [await bad?.head(), await bad?.text(1e6), await bad?.open(1e6), await bad?.bytes(1e6)])
      expect(said).toMatchObject({ kind: 'archive', source: 'b.zip' });
  });

  test('with more names or files than anybody has is refused', async () => {
    const many = zipSync(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}.csv`, strToU8('a')])));
    expect(await unpackedFrom(many)).toMatchObject({ kind: 'archive', detail: expect.stringContaining('60 files') });
    const limits = { ...PACKED_LIMITS, entries: 20 };
    expect(await unpackedFrom(many, { limits })).toMatchObject({ kind: 'too-large' });
  });

  test('that is too large to hold is refused before it is read whole', async () => {
    const limits = { ...PACKED_LIMITS, packed: 5000 };
    const large = zipSync({ 'a.csv': [strToU8(csv), { level: 0 }] });
    expect(await unpackedFrom(large, { limits })).toMatchObject({ kind: 'too-large', source: 'a.zip' });
  });

  test('that lies about its size is stopped while it is unpacked, with little held', async () => {
    // 40 MB of nothing, said to be 20 MB.
    const bomb = changed(zipSync({ 'a.csv': new Uint8Array(40_000_000) }), { 24: 0, 25: 0x2d, 26: 0x31, 27: 1 });
    expect(bomb.length).toBeLessThan(100_000);
    const [file] = await filesIn(bomb);
    const { bytes, problem, largest } = await bytesOf(file!);
    expect(problem).toMatchObject({ kind: 'damaged' });
    expect(bytes.length).toBeLessThanOrEqual(20_000_000);
    expect(largest).toBeLessThan(9_000_000);
  });

  test('ends with the reason of the signal', async () => {
    const gone = new AbortController();
    gone.abort(new Error('gone'));
    await expect(unpackedFrom(one, { signal: gone.signal })).rejects.toThrow('gone');
  });
});

test.each([
  ['text', strToU8('date,title\n')],
  ['nothing', new Uint8Array(0)],
  ['a spreadsheet', zipSync({ '[Content_Types].xml': strToU8('<a/>'), 'xl/workbook.xml': strToU8('<a/>') })],
  [
    'a spreadsheet of OpenDocument',
    zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }] }),
  ],
])('%s isn’t packed', async (_, content) => {
  expect(await unpackedFrom(content)).toBeUndefined();
});
