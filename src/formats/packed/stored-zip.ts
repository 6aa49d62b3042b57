import { crc32 } from './crc32';

/** Of local headers, of the central directory, of its end (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16). */
const SIGNATURES = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
/** Names are UTF-8. */
const FLAGS = 0x800;
/** 1 January 1980, the first day that the format knows. */
const DAY = 0x21;

/** Files as a ZIP archive that holds them as they are: a few small ones need no packing. */
export function stored(files: readonly (readonly [name: string, text: string])[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [name, text] of files) {
    const [called, bytes] = [encoder.encode(name), encoder.encode(text)];
    const about = [FLAGS, 0, 0, DAY] as const;
    const sizes = [crc32(bytes), bytes.length, bytes.length] as const;
    const local = fields([SIGNATURES.local, 4], [20, 2], ...twos(about), ...fours(sizes), [called.length, 2], [0, 2]);
    directory.push(
      fields(
        [SIGNATURES.central, 4],
        ...twos([20, 20, ...about]),
        ...fours(sizes),
        ...twos([called.length, 0, 0, 0, 0]),
        ...fours([0, at]),
      ),
      called,
    );
    parts.push(local, called, bytes);
    at += local.length + called.length + bytes.length;
  }
  const length = lengthOf(directory);
  const end = fields([SIGNATURES.end, 4], ...twos([0, 0, files.length, files.length]), ...fours([length, at]), [0, 2]);
  return joined([...parts, ...directory, end]);
}

type Field = readonly [value: number, bytes: 2 | 4];
const twos = (values: readonly number[]): readonly Field[] => values.map((value) => [value, 2]);
const fours = (values: readonly number[]): readonly Field[] => values.map((value) => [value, 4]);

function fields(...all: readonly Field[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(all.reduce((sum, [, bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [value, bytes] of all) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(lengthOf(parts));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
