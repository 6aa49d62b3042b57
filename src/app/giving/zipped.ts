import type { Slices } from '../../base/slices';
import { crc32 } from '../../formats/packed/crc32';

/** A file for an archive. */
export interface ZippedFile {
  readonly name: string;
  readonly content: Blob;
}

/** Of local headers, of the central directory, of its end (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16). */
const SIGNATURES = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
/** Names are UTF-8. */
const FLAGS = 0x800;
/** 1 January 1980, the first day that the format knows: the same files make the same archive. */
const DAY = 0x21;
const DEFLATED = 8;
/** 2.0: deflation. */
const VERSION = 20;
/** Bytes that are summed between two places to stop. */
const PART = 262_144;

/**
 * Files as a ZIP archive, deflated (RFC 1951) by the browser, their check sums reckoned in slices. Rejects where the
 * archive would be larger than ZIP without extensions can say, 4 GB, and with the signal's reason.
 */
export async function zipped(files: readonly ZippedFile[], slices: Slices): Promise<Blob> {
  const parts: (Blob | Uint8Array<ArrayBuffer>)[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const { name, content } of files) {
    const called = new TextEncoder().encode(name);
    const sum = await checkSum(content, slices);
    const packed = await slices.wait(deflated(content));
    const about = [VERSION, FLAGS, DEFLATED, 0, DAY].map(two);
    const sizes = [sum, packed.size, content.size].map(four);
    const local = fields([four(SIGNATURES.local), ...about, ...sizes, two(called.length), two(0)]);
    directory.push(
      fields([
        four(SIGNATURES.central),
        two(VERSION),
        ...about,
        ...sizes,
        ...[called.length, 0, 0, 0, 0].map(two),
        four(0),
        four(at),
      ]),
      called,
    );
    parts.push(local, called, packed);
    at += local.length + called.length + packed.size;
  }
  const length = directory.reduce((sum, each) => sum + each.length, 0);
  if (at + length > 0xffffffff) throw new RangeError('Too much for a ZIP file');
  const counts = [0, 0, files.length, files.length].map(two);
  const end = fields([four(SIGNATURES.end), ...counts, four(length), four(at), two(0)]);
  return new Blob([...parts, ...directory, end], { type: 'application/zip' });
}

async function checkSum(content: Blob, slices: Slices): Promise<number> {
  let sum = 0;
  for (let from = 0; from < content.size; from += PART) {
    sum = crc32(new Uint8Array(await slices.wait(content.slice(from, from + PART).arrayBuffer())), sum);
    await slices.breathe();
  }
  return sum;
}

function deflated(content: Blob): Promise<Blob> {
  return new Response(content.stream().pipeThrough(new CompressionStream('deflate-raw'))).blob();
}

type Field = readonly [value: number, bytes: 2 | 4];

function two(value: number): Field {
  return [value, 2];
}

function four(value: number): Field {
  return [value, 4];
}

function fields(all: readonly Field[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(all.reduce((sum, [, bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [value, bytes] of all) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}
