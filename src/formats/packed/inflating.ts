import { Inflate } from 'fflate';
import { joinedBytes } from '../../base/joined-bytes';

/** Packed bytes handed over at once: of these come 8 MB at most (1,032 times as many), some 50 ms of work. */
const MOST_PACKED = 8192;
export const FIRST_PACKED = 2048;
/** As many as are wanted of one step: a few milliseconds. */
const WANTED = 262_144;

/** How many packed bytes to hand over next, where so many gave that much: what swells gets less at once. */
export function nextPiece(packed: number, unpacked: number): number {
  return Math.max(256, Math.min(MOST_PACKED, Math.round(unpacked > WANTED ? packed / 4 : packed * 2)));
}

/** Unpacks a little at a time: some bytes (perhaps none yet), undefined at the end, or that it can't. */
export type Inflating = () => Uint8Array | 'damaged' | undefined;

/**
 * Deflated bytes (RFC 1951), all of them at hand. fflate's synchronous class, since its other ones want a Worker, and
 * its own reader of ZIP files takes bytes of a part for the next part (its issues 208 and 243).
 */
export function makeInflating(deflated: Uint8Array): Inflating {
  let out: Uint8Array[] = [];
  const inflate = new Inflate((bytes) => void out.push(bytes));
  let at = 0;
  let piece = FIRST_PACKED;
  return () => {
    if (at >= deflated.length) return undefined;
    out = [];
    const end = Math.min(at + piece, deflated.length);
    try {
      inflate.push(deflated.subarray(at, end), end === deflated.length);
    } catch {
      at = deflated.length;
      return 'damaged';
    }
    const unpacked = joinedBytes(out);
    piece = nextPiece(end - at, unpacked.length);
    at = end;
    return unpacked;
  };
}
