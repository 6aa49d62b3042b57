import { crc32 as crcOfNode, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { english } from '../../../../src/base/messages/en';
import { makeTranslate } from '../../../../src/base/translate';
import { crc32 } from '../../../../src/formats/packed/crc32';
import { PACKED_LIMITS } from '../../../../src/formats/packed/packed-limits';
import { unpacked } from '../../../../src/formats/packed/unpacked';
import type { UnpackOptions } from '../../../../src/formats/packed/unpacked';
import type { SourceFile } from '../../../../src/formats/source-file';
import { fileAtHand } from '../../../support/file-at-hand';
import { bytesOf } from '../../../support/read-parts';

const t = makeTranslate('en', english);
const options: UnpackOptions = { t, signal: new AbortController().signal };

async function only(content: Uint8Array, name = 'a.csv.gz', part = 1000, more = {}): Promise<SourceFile> {
  const files = await unpacked(fileAtHand(content, { name, part }), { ...options, ...more });
  if (files === undefined || 'kind' in files) throw new Error(JSON.stringify(files));
  expect(files).toHaveLength(1);
  return files[0]!;
}

async function textOf(content: Uint8Array, part?: number): Promise<string> {
  const { bytes, problem } = await bytesOf(await only(content, 'a.csv.gz', part));
  expect(problem).toBeUndefined();
  return new TextDecoder().decode(bytes);
}

const rows = (n: number): string =>
  Array.from({ length: n }, (_, i) => `2016-02-${i % 28},call ${i * 7919},Ann\n`).join('');
const csv = `date,title,who\n${rows(9000)}`;
const packed = new Uint8Array(gzipSync(csv));

/** A head with a name, further things and a comment in it (RFC 1952). */
function withHead(name: string, body: Uint8Array, extra = false): Uint8Array {
  const head = [0x1f, 0x8b, 8, 8 + 16 + (extra ? 4 : 0), 0, 0, 0, 0, 0, 3];
  const more = extra ? [2, 0, 0x41, 0x42] : [];
  const words = (text: string): number[] => [...Buffer.from(text, 'latin1'), 0];
  return Uint8Array.from([...head, ...more, ...words(name), ...words('a comment'), ...body.subarray(10)]);
}

test('the check sum is that of zlib, part by part', () => {
  const bytes = new TextEncoder().encode(csv);
  expect(crc32(bytes)).toBe(crcOfNode(bytes));
  expect(crc32(bytes.subarray(1000), crc32(bytes.subarray(0, 1000)))).toBe(crcOfNode(bytes));
});

describe('a gzip file', () => {
  test.each([1, 7, 999, 65_536])('is unpacked whole, in parts of %i bytes', async (part) => {
    expect(await textOf(packed, part)).toBe(csv);
  });

  test('has the head of what is in it, and is read from there without a second asking', async () => {
    let opened = 0;
    const file = fileAtHand(packed, { name: 'a.csv.gz' });
    const [part] = (await unpacked(
      { ...file, bytes: (most) => ((opened += 1), file.bytes(most)) },
      options,
    )) as readonly SourceFile[];
    expect(part?.name).toBe('a.csv');
    const head = (await part!.head()) as Uint8Array;
    expect(new TextDecoder().decode(head.subarray(0, 15))).toBe('date,title,who\n');
    expect(await part!.text(1e9)).toBe(csv);
    expect(opened).toBe(1);
    expect(await part!.text(1e9)).toBe(csv);
    expect(opened).toBe(2);
  });

  test('of several members is all of them', async () => {
    const members = ['one,', 'two,', '', csv].map((text) => gzipSync(text));
    for (const part of [1, 5, 65_536])
      expect(await textOf(new Uint8Array(Buffer.concat(members)), part)).toBe(`one,two,${csv}`);
  });

  test('is called as it was before it was packed', async () => {
    expect((await only(withHead('votes.csv', packed))).name).toBe('votes.csv');
    expect((await only(withHead('folder/votes.csv', packed))).name).toBe('votes.csv');
    expect(await textOf(withHead('votes.csv', packed, true), 3)).toBe(csv);
    expect((await only(packed, 'x.tsv.GZ')).name).toBe('x.tsv');
  });

  test('may be filled up with zeros, or have something else behind it', async () => {
    expect(await textOf(new Uint8Array(Buffer.concat([packed, new Uint8Array(700)])), 100)).toBe(csv);
    expect(await textOf(new Uint8Array(Buffer.concat([packed, Buffer.from('signature')])), 100)).toBe(csv);
  });

  test.each([
    ['breaks off in its data', packed.subarray(0, packed.length - 3000)],
    ['lacks its end', packed.subarray(0, packed.length - 8)],
    ['lacks half of its end', packed.subarray(0, packed.length - 4)],
    ['has another check sum', Uint8Array.from(packed, (byte, at) => (at === packed.length - 8 ? byte ^ 1 : byte))],
    ['has another length', Uint8Array.from(packed, (byte, at) => (at === packed.length - 4 ? byte ^ 1 : byte))],
    ['has a changed letter', changedLetter()],
  ])('that %s is told after what can be read of it', async (_, content) => {
    const { bytes, problem } = await bytesOf(await only(content));
    expect(problem).toMatchObject({ kind: 'damaged', source: 'a.csv.gz' });
    expect(problem?.detail).toMatch(/breaks off|damaged/);
    expect(bytes.length).toBeGreaterThan(csv.length / 2);
  });

  test('whose first member is damaged is told, though the second is sound', async () => {
    const first = new Uint8Array(gzipSync('one,'));
    first[first.length - 6]! ^= 1;
    const { problem } = await bytesOf(await only(new Uint8Array(Buffer.concat([first, packed]))));
    expect(problem).toMatchObject({ kind: 'damaged' });
  });

  test('of nothing but its head is damaged, and of nothing at all is empty', async () => {
    const found = await unpacked(fileAtHand(packed.subarray(0, 12), { name: 'a.gz' }), options);
    expect(found).toMatchObject({ kind: 'damaged', source: 'a.gz' });
    expect(await textOf(new Uint8Array(gzipSync('')))).toBe('');
  });

  test('that is packed twice is refused in words', async () => {
    const found = await unpacked(fileAtHand(new Uint8Array(gzipSync(packed)), { name: 'a.gz' }), options);
    expect(found).toMatchObject({ kind: 'archive', source: 'a.gz', detail: '“a” in it is packed as well' });
  });

  test('is stopped at the limit, whatever is asked for, and holds little meanwhile', async () => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(40_000_000)));
    expect(bomb.length).toBeLessThan(50_000);
    const limits = { ...PACKED_LIMITS, unpacked: 10_000_000 };
    const { bytes, problem, largest } = await bytesOf(await only(bomb, 'a.gz', 65_536, { limits }));
    expect(problem).toEqual({
      kind: 'too-large',
      source: 'a.gz',
      detail: 'more than 10 MB when it is unpacked, the most that can be read',
    });
    expect(bytes.length).toBeLessThanOrEqual(10_000_000);
    expect(largest).toBeLessThan(9_000_000);
  });

  test('says how far it is, and lets go of the file when it is closed', async () => {
    let closed = 0;
    const file = fileAtHand(packed, { name: 'a.gz', part: 2000 });
    const watched: SourceFile = {
      ...file,
      bytes: async (most) => {
        const parts = await file.bytes(most);
        return 'kind' in parts ? parts : { ...parts, close: () => ((closed += 1), parts.close()) };
      },
    };
    const files = (await unpacked(watched, options)) as readonly SourceFile[];
    const parts = await files[0]!.bytes(1e9);
    if ('kind' in parts) throw new Error(parts.detail);
    const shares: number[] = [];
    while ((await parts.next()) !== undefined) shares.push(parts.done() ?? -1);
    expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
    expect(shares.at(-1)).toBe(1);
    parts.close();
    expect(closed).toBe(1);
  });

  test('is nobody’s fault where it is stopped', async () => {
    const stop = new AbortController();
    const file = fileAtHand(packed, { name: 'a.gz', part: 500 });
    const stoppable: SourceFile = {
      ...file,
      bytes: async (most) => {
        const parts = await file.bytes(most);
        return 'kind' in parts
          ? parts
          : { ...parts, next: async () => (stop.signal.aborted ? undefined : parts.next()) };
      },
    };
    const files = (await unpacked(stoppable, { ...options, stop: stop.signal })) as readonly SourceFile[];
    const parts = await files[0]!.bytes(1e9);
    if ('kind' in parts) throw new Error(parts.detail);
    await parts.next();
    stop.abort();
    let last: unknown = 0;
    for (let rest = await parts.next(); rest !== undefined; rest = await parts.next()) last = rest;
    expect(last).not.toHaveProperty('kind');
  });
});

/** A deflated block that isn't packed, in which a letter is another: only the check sum knows. */
function changedLetter(): Uint8Array {
  const bytes = new Uint8Array(gzipSync(csv, { level: 0 }));
  bytes[bytes.length - 40]! ^= 1;
  return bytes;
}
