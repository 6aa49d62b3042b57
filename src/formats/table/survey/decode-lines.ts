import { joinedBytes } from '../../../base/joined-bytes';
import { likeliestLegacy } from './encodings';

/** Bytes of a text on their way to being letters. */
export interface LineDecoder {
  /** Takes the next bytes; gives the text of the lines that end in them, or of all of them in UTF-16. */
  readonly push: (bytes: Uint8Array) => string;
  /** The text after the last line's end. */
  readonly finish: () => string;
  /** Lines of what was given last that aren't in the file's encoding, counted from 0 there. */
  readonly others: () => readonly number[];
}

const LF = 0x0a;
const CR = 0x0d;

/**
 * Reads a text line by line in an encoding. A line that isn't valid in it is read in the likeliest other one: files are
 * put together from parts, and past a head of plain ASCII anything may come. So nothing is lost where it can be read at
 * all; NUL characters stay. O(bytes); a line is held in memory.
 */
export function makeLineDecoder(encoding: string): LineDecoder {
  return /^utf-16/i.test(encoding) ? wideDecoder(encoding) : narrowDecoder(encoding);
}

function wideDecoder(encoding: string): LineDecoder {
  const decoder = new TextDecoder(encoding);
  return {
    push: (bytes) => decoder.decode(bytes, { stream: true }),
    finish: () => decoder.decode(),
    others: () => [],
  };
}

function narrowDecoder(encoding: string): LineDecoder {
  const held: Uint8Array[] = [];
  let others: number[] = [];
  let legacy: string | undefined;
  let isFirst = true;
  const decode = (bytes: Uint8Array): string => {
    others = [];
    const strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: !isFirst });
    isFirst &&= bytes.length === 0;
    try {
      return decodeAll(strict, encoding, bytes);
    } catch {
      legacy ??= encoding === 'utf-8' ? likeliestLegacy(bytes) : undefined;
      return linesOf(bytes)
        .map((line, at) => {
          try {
            return decodeAll(strict, encoding, line);
          } catch {
            if (legacy !== undefined) others.push(at);
            return decodeAll(new TextDecoder(legacy ?? encoding), legacy ?? encoding, line);
          }
        })
        .join('');
    }
  };
  return {
    push: (bytes) => {
      const end = Math.max(bytes.lastIndexOf(LF), bytes.lastIndexOf(CR)) + 1;
      if (end === 0) {
        others = [];
        held.push(bytes);
        return '';
      }
      const lines = joinedBytes([...held, bytes.subarray(0, end)]);
      held.length = 0;
      if (end < bytes.length) held.push(bytes.subarray(end));
      return decode(lines);
    },
    finish: () => decode(joinedBytes(held.splice(0))),
    others: () => others,
  };
}

/**
 * All letters of some bytes. In windows-1252 each byte is one, so nothing is held back by a stream; without one Node 20
 * takes its quotes and dashes for control characters.
 */
function decodeAll(decoder: TextDecoder, encoding: string, bytes: Uint8Array): string {
  return decoder.decode(bytes, { stream: encoding === 'windows-1252' });
}

/** Lines with their ends. */
function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== LF && (bytes[at] !== CR || bytes[at + 1] === LF)) continue;
    lines.push(bytes.subarray(start, at + 1));
    start = at + 1;
  }
  if (start < bytes.length) lines.push(bytes.subarray(start));
  return lines;
}
