import { Gunzip } from 'fflate';
import type { Translate } from '../../base/translate';
import type { LoadProblem } from '../../model/load-problem';
import type { SizedParts } from '../file-of-bytes';
import type { ByteParts } from '../source-file';
import { crc32 } from './crc32';
import { joinedBytes } from '../../base/joined-bytes';
import { FIRST_PACKED, nextPiece } from './inflating';

/** Check sum and length stand behind each member (RFC 1952, section 2.3.1). */
const TRAILER = 8;
/** Head, two bytes of nothing, trailer. */
const SHORTEST = 20;
/** Tapes and some programs fill up with zeros behind the last member: so far back its trailer is looked for. */
const TAIL = 65_536;

/**
 * The bytes of a gzip file, of all its members, unpacked as they are asked for. A check sum that isn't right is a problem
 * after the bytes it is of: fflate looks at none (its issue 174). `isOver` says that nobody wants the rest, which then is
 * nobody's fault.
 */
export function gunzipped(packed: ByteParts, name: string, t: Translate, isOver: () => boolean): SizedParts {
  const members = makeMembers();
  const input = makeInput(packed);
  let piece = FIRST_PACKED;
  let hasEnded = false;
  let fault: GzipFault | undefined;
  const fail = (why: GzipFault): LoadProblem => {
    hasEnded = true;
    packed.close();
    return { kind: 'damaged', source: name, detail: t(`packed.${why}`) };
  };
  const step = (from: Uint8Array | undefined): Uint8Array => {
    const { bytes, fault: found } = from === undefined ? members.finish() : members.push(from);
    fault = found;
    if (from === undefined) hasEnded = true;
    else piece = nextPiece(from.length, bytes.length);
    return bytes;
  };
  const next = async (): Promise<Uint8Array | LoadProblem | undefined> => {
    // What is sound before a fault was handed over.
    if (fault !== undefined) return hasEnded && isOver() ? undefined : fail(fault);
    for (;;) {
      if (hasEnded) return undefined;
      const from = await input(piece);
      if (from !== undefined && 'kind' in from) return from;
      if (from === undefined && isOver()) return undefined;
      const bytes = step(from);
      if (bytes.length > 0) return bytes;
      if (fault !== undefined) return fail(fault);
    }
  };
  return {
    length: undefined,
    done: packed.done,
    close: () => {
      hasEnded = true;
      fault = undefined;
      packed.close();
    },
    next,
  };
}

/** The packed bytes, so many at a time, however they come; the last ones may be fewer. */
function makeInput(packed: ByteParts): (most: number) => Promise<Uint8Array | LoadProblem | undefined> {
  let rest: Uint8Array = new Uint8Array(0);
  let isRead = false;
  return async (most) => {
    while (!isRead && rest.length < FIRST_PACKED) {
      const more = await packed.next();
      if (more !== undefined && 'kind' in more) return more;
      if (more === undefined) isRead = true;
      else rest = joinedBytes([rest, more]);
    }
    const from = rest.subarray(0, most);
    rest = rest.subarray(from.length);
    return from.length === 0 ? undefined : from;
  };
}

type GzipFault = 'damaged' | 'brokenOff' | 'wrongSum';

interface Members {
  readonly push: (packed: Uint8Array) => Unpacked;
  /** What was still to come at the end of the file, usually nothing. */
  readonly finish: () => Unpacked;
}

interface Unpacked {
  readonly bytes: Uint8Array;
  /** What is wrong behind them. */
  readonly fault: GzipFault | undefined;
}

/** Unpacks one member after the other, and holds each against its trailer. */
function makeMembers(): Members {
  let out: Uint8Array[] = [];
  let crc = 0;
  let length = 0;
  let read = 0;
  let tail: Uint8Array = new Uint8Array(0);
  let fault: GzipFault | undefined;
  let isBehind = false;
  const gunzip = new Gunzip((bytes) => {
    out.push(bytes);
    crc = crc32(bytes, crc);
    length += bytes.length;
  });
  gunzip.onmember = (offset) => {
    const end = tail.length - (read - offset);
    if (!isTrailer(tail, end - TRAILER, crc, length)) fault ??= 'wrongSum';
    crc = 0;
    length = 0;
  };
  const run = (packed: Uint8Array, isLast: boolean): Unpacked => {
    out = [];
    try {
      if (!isBehind) gunzip.push(packed, isLast);
    } catch {
      // Behind the trailer of the last member stands something else, which gzip passes over as well.
      isBehind = trailerIn(tail, crc, length);
      if (!isBehind) fault ??= isLast ? 'brokenOff' : 'damaged';
    }
    return { bytes: joinedBytes(out), fault };
  };
  return {
    push: (packed) => {
      read += packed.length;
      tail = joinedBytes([tail.subarray(Math.max(0, tail.length - TAIL)), packed]);
      return run(packed, false);
    },
    finish: () => {
      const { bytes, fault: found } = run(new Uint8Array(0), true);
      return {
        bytes,
        fault:
          found ?? (isBehind || trailerIn(tail, crc, length) ? undefined : read < SHORTEST ? 'brokenOff' : 'wrongSum'),
      };
    },
  };
}

function isTrailer(bytes: Uint8Array, at: number, crc: number, length: number): boolean {
  if (at < 0 || at + TRAILER > bytes.length) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, TRAILER);
  return view.getUint32(0, true) === crc && view.getUint32(4, true) === length % 2 ** 32;
}

/** Whether the last member's trailer stands at the end of the file, or before what fills it up. */
function trailerIn(tail: Uint8Array, crc: number, length: number): boolean {
  for (let at = tail.length - TRAILER; at >= 0; at--) if (isTrailer(tail, at, crc, length)) return true;
  return false;
}
