import { Deflate, FlateErrorCode, Inflate } from 'fflate';
import { joinedBytes } from '../../base/joined-bytes';
import type { Steps } from '../../base/steps';
import { crc32 } from '../packed/crc32';
import { FIRST_PACKED, nextPiece } from '../packed/inflating';
import { fromBase64Url, toBase64Url } from './base64url';

/** Stands before the data, with a full stop. */
const VERSION = 1;

/** What is wrong with a text that an address claims to carry. */
export type CarriedFault =
  /** It is of a version that this page doesn't know. */
  | 'newer'
  /** Its end is missing. */
  | 'cut'
  /** Something else stands there than what was written. */
  | 'damaged'
  /** It is longer, or unpacks to more, than the text of any timeline that fits into an address. */
  | 'swollen';

export type Carried =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fault'; readonly fault: CarriedFault };

/** Characters of data, more than `packText` ever writes: beyond them nobody looks. */
const LONGEST_DATA = 48_000;
/** Unpacked bytes at which reading ends, whatever the data says of itself. */
const MOST_BYTES = 4_000_000;
/** Of the check sum as many bytes stand behind the deflated ones: enough to tell a link that was cut or changed. */
const SUM_BYTES = 3;
/** Bytes packed at once: some milliseconds. */
const PACKED_A_STEP = 65_536;

/**
 * A text as it stands in an address: version, full stop, and in base64url its UTF-8 deflated (RFC 1951), with a check sum
 * behind it. Undefined where that has more than `most` characters; of a long text no more is packed than it takes to tell.
 */
export function* packText(text: string, most: number): Steps<string | undefined> {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > MOST_BYTES) return undefined;
  const out: Uint8Array[] = [];
  let length = 0;
  const deflate = new Deflate({ level: 9, mem: 4 }, (piece) => {
    out.push(piece);
    length += piece.length;
  });
  for (let from = 0; from === 0 || from < bytes.length; from += PACKED_A_STEP) {
    yield from / Math.max(bytes.length, 1);
    const to = Math.min(from + PACKED_A_STEP, bytes.length);
    deflate.push(bytes.subarray(from, to), to === bytes.length);
    if (length > most) return undefined;
  }
  const packed = `${VERSION}.${toBase64Url(joinedBytes([...out, sumOf(bytes)]))}`;
  return packed.length > most ? undefined : packed;
}

/**
 * The text that `packText` packed, or what is wrong. Never throws, whatever stands there, and unpacks no more than
 * MOST_BYTES. What mail and chat programs do to a link is forgiven where the check sum is right all the same: line breaks
 * inside, a full stop or a bracket behind.
 */
export function* unpackText(packed: string): Steps<Carried> {
  if (packed.length > LONGEST_DATA) return faulty('swollen');
  const [, version = '', rest = ''] = /^(\d{1,9})\.(.*)$/su.exec(packed.replaceAll(/\s|%(?:20|0[AaDd])/gu, '')) ?? [];
  if (version === '') return faulty('damaged');
  if (Number(version) > VERSION) return faulty('newer');
  const data = rest.replace(/[^\w-]+$/u, '');
  const bytes = Number(version) === VERSION && /^[\w-]*$/u.test(data) ? fromBase64Url(wholeGroups(data)) : undefined;
  if (bytes === undefined) return faulty('damaged');
  if (bytes.length <= SUM_BYTES) return faulty('cut');
  const deflated = bytes.subarray(0, -SUM_BYTES);
  const inflated = yield* inflatedBytes(deflated);
  if (typeof inflated === 'string') return faulty(inflated);
  if (sumOf(inflated).some((byte, at) => byte !== bytes[deflated.length + at])) return faulty('cut');
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(inflated) };
  } catch {
    return faulty('damaged');
  }
}

function faulty(fault: CarriedFault): Carried {
  return { kind: 'fault', fault };
}

/** A single letter at the end holds no byte: of a link that was cut there, the rest tells that. */
function wholeGroups(data: string): string {
  return data.length % 4 === 1 ? data.slice(0, -1) : data;
}

function sumOf(bytes: Uint8Array): Uint8Array {
  const sum = crc32(bytes);
  return Uint8Array.of(sum & 0xff, (sum >>> 8) & 0xff, (sum >>> 16) & 0xff);
}

/** Piece by piece, so that what swells is let go before it fills the memory. */
function* inflatedBytes(deflated: Uint8Array): Steps<Uint8Array | CarriedFault> {
  const out: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((bytes) => {
    out.push(bytes);
    length += bytes.length;
  });
  let piece = FIRST_PACKED;
  for (let at = 0; at < deflated.length;) {
    yield at / deflated.length;
    const end = Math.min(at + piece, deflated.length);
    const before = length;
    try {
      inflate.push(deflated.subarray(at, end), end === deflated.length);
    } catch (error) {
      return isEndMissing(error) ? 'cut' : 'damaged';
    }
    if (length > MOST_BYTES) return 'swollen';
    piece = nextPiece(end - at, length - before);
    at = end;
  }
  return joinedBytes(out);
}

function isEndMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === FlateErrorCode.UnexpectedEOF;
}
