import type { Translate } from '../../base/translate';
import type { LoadProblem } from '../../model/load-problem';
import type { SizedParts } from '../file-of-bytes';
import { crc32 } from './crc32';
import { makeInflating } from './inflating';
import type { Inflating } from './inflating';
import type { PackedLimits } from './packed-limits';
import { packedBytes } from './zip-directory';
import type { ZipEntry } from './zip-directory';

/** What people call the other ways to pack (APPNOTE, section 4.4.5). */
const METHODS: ReadonlyMap<number, string> = new Map([
  [1, 'Shrink'],
  [6, 'Implode'],
  [9, 'Deflate64'],
  [12, 'bzip2'],
  [14, 'LZMA'],
  [93, 'Zstandard'],
  [95, 'xz'],
  [98, 'PPMd'],
]);
const WITH_PASSWORD = 99;

/** Opens one file of a ZIP file; what it says of itself is held against what comes. */
export function openZipPart(
  zip: Uint8Array,
  entry: ZipEntry,
  limits: Pick<PackedLimits, 'unpacked'>,
  t: Translate,
): SizedParts | LoadProblem {
  const { name: source, method, unpacked } = entry;
  if (entry.isEncrypted || method === WITH_PASSWORD) return { kind: 'protected', source, detail: 'ZIP' };
  if (method !== 0 && method !== 8)
    return { kind: 'archive', source, detail: t('packed.method', { method: METHODS.get(method) ?? String(method) }) };
  if (unpacked > limits.unpacked) return tooLarge(source, limits, t);
  const packed = packedBytes(zip, entry);
  if (packed === undefined) return { kind: 'damaged', source, detail: t('packed.brokenOff') };
  return countedPart(entry, packed, limits, t);
}

function tooLarge(source: string, limits: Pick<PackedLimits, 'unpacked'>, t: Translate): LoadProblem {
  return { kind: 'too-large', source, detail: t('packed.moreUnpacked', { max: limits.unpacked / 1e6 }) };
}

function countedPart(
  { name: source, method, crc: said, unpacked }: ZipEntry,
  packed: Uint8Array,
  limits: Pick<PackedLimits, 'unpacked'>,
  t: Translate,
): SizedParts {
  const pull = method === 0 ? asItIs(packed) : makeInflating(packed);
  let read = 0;
  let crc = 0;
  let isOver = false;
  const fail = (problem: LoadProblem): LoadProblem => {
    isOver = true;
    return problem;
  };
  const take = (): Uint8Array | LoadProblem | undefined => {
    let bytes = pull();
    while (bytes !== undefined && bytes.length === 0) bytes = pull();
    if (bytes === 'damaged') return fail({ kind: 'damaged', source, detail: t('packed.damaged') });
    if (bytes === undefined) {
      isOver = true;
      const isRight = crc === said && read === unpacked;
      return isRight ? undefined : { kind: 'damaged', source, detail: t('packed.wrongSum') };
    }
    read += bytes.length;
    if (read > limits.unpacked) return fail(tooLarge(source, limits, t));
    // It says less of itself than comes: nobody knows how much more.
    if (read > unpacked) return fail({ kind: 'damaged', source, detail: t('packed.wrongSum') });
    crc = crc32(bytes, crc);
    return bytes;
  };
  return {
    length: unpacked,
    done: () => (unpacked === 0 ? undefined : Math.min(read / unpacked, 1)),
    close: () => {
      isOver = true;
    },
    next: async () => (isOver ? undefined : take()),
  };
}

const PART = 65_536;

function asItIs(bytes: Uint8Array): Inflating {
  let at = 0;
  return () => (at >= bytes.length ? undefined : bytes.subarray(at, (at += PART)));
}
