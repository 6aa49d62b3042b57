import { andThen } from '../../base/awaitable';
import type { Awaitable } from '../../base/awaitable';
import { makeSlices } from '../../base/slices';
import type { Translate } from '../../base/translate';
import type { LoadProblem } from '../../model/load-problem';
import { fileOfBytes } from '../file-of-bytes';
import type { SizedParts } from '../file-of-bytes';
import type { ByteParts, SourceFile } from '../source-file';
import { gunzipped } from './gzip-bytes';
import { joinedBytes } from '../../base/joined-bytes';
import { packedKind } from './packed-kind';
import { PACKED_LIMITS } from './packed-limits';
import type { PackedLimits } from './packed-limits';
import { readZipDirectory } from './zip-directory';
import type { ZipEntry } from './zip-directory';
import { openZipPart } from './zip-part';

export interface UnpackOptions {
  /** In whose language faults are told. */
  readonly t: Translate;
  /** Ends all that is done with the files. */
  readonly signal: AbortSignal;
  /** Ends reading them part by part: what came is wanted. */
  readonly stop?: AbortSignal;
  readonly limits?: PackedLimits;
}

/**
 * The files in a packed one: one of a gzip file, those of a ZIP file but for what file managers put beside them. Undefined
 * for a file that isn't packed, spreadsheets among them; a problem where nothing in it can be used. What is wrong with
 * one file of several that file says itself. Unpacked while they are read, and counted; one that is packed itself is
 * refused. Aborting rejects with the signal's reason.
 */
export function unpacked(
  file: SourceFile,
  options: UnpackOptions,
): Awaitable<readonly SourceFile[] | LoadProblem | undefined> {
  return andThen(file.head(), (head) => {
    if ('kind' in head) return head;
    const kind = packedKind(head);
    if (kind === undefined) return undefined;
    return kind === 'gzip' ? gzipFile(file, head, options) : zipFiles(file, options);
  });
}

async function gzipFile(
  file: SourceFile,
  head: Uint8Array,
  options: UnpackOptions,
): Promise<readonly SourceFile[] | LoadProblem> {
  const { t, signal, stop, limits = PACKED_LIMITS } = options;
  const name = nameInGzip(head) ?? nameWithin(file.name);
  const isOver = (): boolean => signal.aborted || stop?.aborted === true;
  const open = async (): Promise<SizedParts | LoadProblem> => {
    const packed = await file.bytes(Infinity);
    if ('kind' in packed) return packed;
    return upTo(gunzipped(packed, file.name, t, isOver), limits, file.name, t);
  };
  const part = fileOfBytes({ name, open, beside: file.beside, signal, stop });
  return (await faultOf(part, file.name, t)) ?? [part];
}

/** A name with the ending of what it is packed in taken off. */
function nameWithin(name: string): string {
  return name.replace(/\.(?:gz|gzip)$/i, '').replace(/\.tgz$/i, '.tar');
}

/** gzip keeps the name that a file had (RFC 1952, section 2.3: FNAME), unless somebody renamed the packed one. */
function nameInGzip(head: Uint8Array): string | undefined {
  const flags = head[3] ?? 0;
  // Bit 3: a name; bit 2: something of unknown length before it.
  if ((flags & 8) === 0 || (flags & 4) !== 0) return undefined;
  const end = head.indexOf(0, 10);
  if (end <= 10 || end > 265) return undefined;
  return new TextDecoder('windows-1252').decode(head.subarray(10, end)).split(/[\\/]/).at(-1);
}

async function zipFiles(file: SourceFile, options: UnpackOptions): Promise<readonly SourceFile[] | LoadProblem> {
  const { t, signal, stop, limits = PACKED_LIMITS } = options;
  const zip = await allBytes(file, { t, signal, limits });
  if ('kind' in zip) return zip;
  const entries = readZipDirectory(zip, limits.entries);
  if (typeof entries === 'string') {
    const kind = entries === 'tooMany' ? 'too-large' : entries === 'split' ? 'archive' : 'damaged';
    return { kind, source: file.name, detail: t(`packed.${entries}`, { max: limits.entries }) };
  }
  const wanted = entries.filter(({ name }) => !isBeside(name));
  if (wanted.length === 0) return { kind: 'archive', source: file.name, detail: t('packed.nothingInside') };
  if (wanted.length > limits.parts)
    return {
      kind: 'archive',
      source: file.name,
      detail: t('packed.manyInside', { n: wanted.length, max: limits.parts }),
    };
  const files = new Map<string, SourceFile>();
  const make = (entry: ZipEntry): SourceFile =>
    withoutPacked(
      fileOfBytes({
        name: shortName(entry.name, wanted),
        open: () => openZipPart(zip, entry, limits, t),
        // A file of rows names the table that stands beside it in the same ZIP file.
        beside: (address) => files.get(besideIn(entry.name, address)) ?? file.beside(address),
        signal,
        stop,
      }),
      t,
    );
  for (const entry of wanted) files.set(entry.name, make(entry));
  const [only, ...others] = files.values();
  const fault = only !== undefined && others.length === 0 ? await faultOf(only, file.name, t) : undefined;
  return fault ?? [...files.values()];
}

/** All of a file at once, in slices; one with more than the limits' bytes is refused. */
export async function allBytes(
  file: SourceFile,
  { t, signal, limits = PACKED_LIMITS }: Pick<UnpackOptions, 't' | 'signal' | 'limits'>,
): Promise<Uint8Array | LoadProblem> {
  const parts = await file.bytes(limits.packed);
  if ('kind' in parts) return parts;
  const slices = makeSlices({ signal });
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const chunk = await slices.wait(parts.next());
    if (chunk === undefined) return joinedBytes(chunks);
    if ('kind' in chunk) return chunk;
    length += chunk.length;
    if (length > limits.packed) {
      parts.close();
      return { kind: 'too-large', source: file.name, detail: t('packed.morePacked', { max: limits.packed / 1e6 }) };
    }
    chunks.push(chunk);
    await slices.breathe();
  }
}

/** Folders, and what file managers keep for themselves. */
function isBeside(name: string): boolean {
  const parts = name.split(/[\\/]/);
  const last = parts.at(-1) ?? '';
  return (
    last === '' || last.startsWith('.') || parts.includes('__MACOSX') || /^(?:thumbs\.db|desktop\.ini)$/i.test(last)
  );
}

/** Without its folders, where no other file is called so. */
function shortName(name: string, entries: readonly ZipEntry[]): string {
  const isOne = entries.filter((entry) => lastName(entry.name) === lastName(name)).length === 1;
  return isOne ? lastName(name) : name;
}

function lastName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** The name that an address leads to from another file of the same ZIP file. */
function besideIn(name: string, address: string): string {
  const folders = name.split('/').slice(0, -1);
  for (const part of address.split('/')) {
    if (part === '..') folders.pop();
    else if (part !== '.' && part !== '') folders.push(part);
  }
  return folders.join('/');
}

function upTo(parts: SizedParts, limits: PackedLimits, source: string, t: Translate): SizedParts {
  let read = 0;
  return {
    ...parts,
    next: async () => {
      const bytes = await parts.next();
      if (bytes === undefined || 'kind' in bytes) return bytes;
      read += bytes.length;
      if (read <= limits.unpacked) return bytes;
      parts.close();
      return { kind: 'too-large', source, detail: t('packed.moreUnpacked', { max: limits.unpacked / 1e6 }) };
    },
  };
}

/** A file in a packed one that is packed itself is no further opened. */
function withoutPacked(file: SourceFile, t: Translate): SourceFile {
  const refused = (): Promise<LoadProblem | undefined> => faultOf(file, file.name, t);
  return {
    ...file,
    head: async () => (await refused()) ?? file.head(),
    text: async (mostBytes) => (await refused()) ?? file.text(mostBytes),
    open: async (mostBytes) => (await refused()) ?? file.open(mostBytes),
    bytes: async (mostBytes): Promise<ByteParts | LoadProblem> => (await refused()) ?? file.bytes(mostBytes),
  };
}

/** Why a part can't be used at all, told of the file that somebody has. */
async function faultOf(part: SourceFile, source: string, t: Translate): Promise<LoadProblem | undefined> {
  const head = await part.head();
  if ('kind' in head) return { ...head, source };
  if (packedKind(head) === undefined) return undefined;
  return { kind: 'archive', source, detail: t('packed.nested', { name: part.name }) };
}
