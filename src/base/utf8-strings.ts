import { growableArray } from './growable-array';

/**
 * Texts as UTF-8 in a few large buffers: half a million strings would be half a million objects for the collector to
 * visit.
 */
export interface Utf8Strings {
  readonly size: () => number;
  /** Adds a text and gives its index; one of more than LONGEST_WORD characters throws a RangeError. */
  readonly add: (text: string) => number;
  /** Throws a RangeError for an index that isn't there. */
  readonly at: (index: number) => string;
  /** The first index of exactly this text; O(size), comparing bytes. */
  readonly find: (text: string) => number | undefined;
  /** Whether the text at an index is the first `count` of these bytes. */
  readonly is: (index: number, bytes: Uint8Array, count: number) => boolean;
}

/**
 * Large enough that pages are few, small enough that making one is nothing. A text never crosses from one into the
 * next.
 */
const PAGE_BYTES = 1 << 19;
/** So that no text is more bytes than 16 bits can count. */
export const LONGEST_WORD = 21_845;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** No texts yet. */
export function makeUtf8Strings(): Utf8Strings {
  const pages: Uint8Array<ArrayBuffer>[] = [];
  const start = growableArray((length) => new Uint32Array(length));
  const lengths = growableArray((length) => new Uint16Array(length));
  let page = new Uint8Array(0);
  let used = PAGE_BYTES;
  const pageOf = (from: number): Uint8Array<ArrayBuffer> => pages[Math.floor(from / PAGE_BYTES)] ?? page;
  const is = (index: number, bytes: Uint8Array, count: number): boolean => {
    if (lengths.at(index) !== count) return false;
    const from = start.at(index) ?? 0;
    const own = pageOf(from);
    const within = from % PAGE_BYTES;
    for (let i = 0; i < count; i++) if (own[within + i] !== bytes[i]) return false;
    return true;
  };
  return {
    size: start.length,
    add: (text) => {
      if (text.length > LONGEST_WORD)
        throw new RangeError(`A text of ${text.length} characters; at most ${LONGEST_WORD} can be packed`);
      if (used + text.length * 3 > PAGE_BYTES) {
        page = new Uint8Array(PAGE_BYTES);
        pages.push(page);
        used = 0;
      }
      const count = writeText(text, page, used);
      start.push((pages.length - 1) * PAGE_BYTES + used);
      lengths.push(count);
      used += count;
      return start.length() - 1;
    },
    at: (index) => {
      const from = start.at(index);
      if (from === undefined) throw new RangeError(`No text at ${index}: there are ${start.length()}`);
      const within = from % PAGE_BYTES;
      return decoder.decode(pageOf(from).subarray(within, within + (lengths.at(index) ?? 0)));
    },
    find: (text) => {
      const bytes = encoder.encode(text);
      for (let index = 0; index < lengths.length(); index++) if (is(index, bytes, bytes.length)) return index;
      return undefined;
    },
    is,
  };
}

/**
 * Writes a text as UTF-8 from `at` on, where there must be room for three bytes a character; gives how many bytes it
 * took.
 */
export function writeText(text: string, to: Uint8Array<ArrayBuffer>, at: number): number {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Calling the encoder takes longer than a short text of ASCII does.
    if (code > 0x7f) return encoder.encodeInto(text, to.subarray(at)).written;
    to[at + i] = code;
  }
  return text.length;
}

/**
 * The same text in memory of its own. A browser keeps a cell as a window on the part of the file it was cut from, so
 * that whoever remembers ten letters holds on to the whole part.
 */
export function ownText(text: string): string {
  return decoder.decode(encoder.encode(text));
}
