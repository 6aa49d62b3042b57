import { PACKED_LIMITS } from './packed-limits';

/** A file in a ZIP file, as the list of contents has it. */
export interface ZipEntry {
  readonly name: string;
  /** 0: as it is, 8: deflated; others can't be unpacked here. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  /** Bytes that it says it unpacks to. */
  readonly unpacked: number;
  /** Where its own head begins. */
  readonly at: number;
}

/** Why a ZIP file can't be read: it breaks off or isn't whole; it has more names than anybody's; it is one of several pieces. */
export type ZipFault = 'brokenOff' | 'tooMany' | 'split';

const END = 0x06054b50;
const END_LENGTH = 22;
const MOST_COMMENT = 65_535;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const PART = 0x04034b50;
const PART_LENGTH = 30;

/**
 * The list of contents of a ZIP file (PKWARE's APPNOTE 6.3.10, section 4.3), which alone tells where each part is and how
 * long: the heads of the parts needn't. Also where the list is as long as it needs to be for ZIP64.
 */
export function readZipDirectory(bytes: Uint8Array, most = PACKED_LIMITS.entries): readonly ZipEntry[] | ZipFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return 'brokenOff';
  const { at, count, size, offset } = end;
  if (end.isSplit) return 'split';
  if (count > most) return 'tooMany';
  // What stands before the first part (a program that unpacks itself) is counted by none of the offsets.
  const before = at - size - offset;
  if (before < 0 || at - size < 0) return 'brokenOff';
  const entries: ZipEntry[] = [];
  let place = at - size;
  for (let index = 0; index < count; index++) {
    if (place + ENTRY_LENGTH > at || view.getUint32(place, true) !== ENTRY) return 'brokenOff';
    const entry = readEntry(view, bytes, place, before);
    if (entry === undefined) return 'brokenOff';
    entries.push(entry.entry);
    place = entry.next;
  }
  return entries;
}

/** Its packed bytes; undefined where it has no head of its own at that place, or they would reach beyond the file. */
export function packedBytes(bytes: Uint8Array, { at, packed }: ZipEntry): Uint8Array | undefined {
  if (at < 0 || at + PART_LENGTH > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(at, true) !== PART) return undefined;
  const from = at + PART_LENGTH + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return from + packed > bytes.length ? undefined : bytes.subarray(from, from + packed);
}

interface DirectoryEnd {
  /** Where the list of contents ends. */
  readonly at: number;
  readonly count: number;
  readonly size: number;
  readonly offset: number;
  readonly isSplit: boolean;
}

function endOfDirectory(view: DataView): DirectoryEnd | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= 0 && at >= last - MOST_COMMENT; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const end: DirectoryEnd = {
      at,
      count: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
      isSplit:
        view.getUint16(at + 4, true) !== view.getUint16(at + 6, true) || view.getUint16(at + 4, true) % 0xffff > 0,
    };
    return endOf64(view, at) ?? end;
  }
  return undefined;
}

/** Where there are more than 65,535 files or 4 GB, or a program writes so anyway. */
function endOf64(view: DataView, end: number): DirectoryEnd | undefined {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return undefined;
  // Its place is told, and wrong where something stands before the first part: then it is right before this.
  const places = [uint64(view, locator + 8), locator - 56];
  const at = places.find((place) => place >= 0 && place + 56 <= locator && view.getUint32(place, true) === END_64);
  if (at === undefined) return undefined;
  return {
    at,
    count: uint64(view, at + 32),
    size: uint64(view, at + 40),
    offset: uint64(view, at + 48),
    isSplit: view.getUint32(at + 16, true) !== view.getUint32(at + 20, true),
  };
}

function readEntry(
  view: DataView,
  bytes: Uint8Array,
  place: number,
  before: number,
): { readonly entry: ZipEntry; readonly next: number } | undefined {
  const flags = view.getUint16(place + 8, true);
  const [nameLength = 0, extraLength = 0, commentLength = 0] = [28, 30, 32].map((at) =>
    view.getUint16(place + at, true),
  );
  const nameAt = place + ENTRY_LENGTH;
  const next = nameAt + nameLength + extraLength + commentLength;
  if (next > view.byteLength) return undefined;
  const extras = extrasIn(view, nameAt + nameLength, extraLength);
  const sizes = longSizes(view, extras.get(1), {
    unpacked: view.getUint32(place + 24, true),
    packed: view.getUint32(place + 20, true),
    at: view.getUint32(place + 42, true),
  });
  const raw = bytes.subarray(nameAt, nameAt + nameLength);
  return {
    next,
    entry: {
      name: unicodeName(view, bytes, extras.get(0x7075)) ?? nameOf(raw),
      method: view.getUint16(place + 10, true),
      isEncrypted: flags % 2 === 1,
      crc: view.getUint32(place + 16, true),
      ...sizes,
      at: sizes.at + before,
    },
  };
}

interface Extra {
  readonly at: number;
  readonly length: number;
}

function extrasIn(view: DataView, from: number, length: number): ReadonlyMap<number, Extra> {
  const extras = new Map<number, Extra>();
  for (let at = from; at + 4 <= from + length;) {
    const size = view.getUint16(at + 2, true);
    if (at + 4 + size <= from + length) extras.set(view.getUint16(at, true), { at: at + 4, length: size });
    at += 4 + size;
  }
  return extras;
}

type Sizes = Pick<ZipEntry, 'unpacked' | 'packed' | 'at'>;

/** Those that don't fit into four bytes stand in ZIP64's own place, in this order. */
function longSizes(view: DataView, extra: Extra | undefined, sizes: Sizes): Sizes {
  let at = extra?.at ?? 0;
  const end = at + (extra?.length ?? 0);
  const long = (size: number): number => {
    if (size !== 0xffffffff || at + 8 > end) return size;
    at += 8;
    return uint64(view, at - 8);
  };
  const unpacked = long(sizes.unpacked);
  const packed = long(sizes.packed);
  return { unpacked, packed, at: long(sizes.at) };
}

function uint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

/** Info-ZIP's Unicode path: a version, a check sum, and the name. */
function unicodeName(view: DataView, bytes: Uint8Array, extra: Extra | undefined): string | undefined {
  if (extra === undefined || extra.length <= 5 || view.getUint8(extra.at) !== 1) return undefined;
  return new TextDecoder().decode(bytes.subarray(extra.at + 5, extra.at + extra.length));
}

/** Many programs write UTF-8 and don't say so; where it is none, nobody knows what it is. */
function nameOf(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder('windows-1252').decode(raw);
  }
}
