import type { ByteParts, SourceFile, TextParts } from '../../src/formats/source-file';

/** A file for readers of formats, whose text comes in parts of so many characters, and its bytes of so many bytes. */
export function fileAtHand(
  content: string | Uint8Array,
  { name = 'file', part = 65_536, beside = {} }: { name?: string; part?: number; beside?: Record<string, string> } = {},
): SourceFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  return {
    name,
    head: () => bytes.subarray(0, 1_000_000),
    text: () => text,
    open: () => textPartsOf(text, part),
    bytes: () => bytePartsOf(bytes, part),
    beside: (address) => fileAtHand(beside[address] ?? '', { name: address, part }),
  };
}

function textPartsOf(text: string, length: number): TextParts {
  let at = 0;
  return {
    next: async () => (at < text.length ? text.slice(at, (at += length)) : undefined),
    done: () => Math.min(at / text.length, 1),
    close: () => {
      at = text.length;
    },
  };
}

function bytePartsOf(bytes: Uint8Array, length: number): ByteParts {
  let at = 0;
  return {
    next: async () => (at < bytes.length ? bytes.subarray(at, (at += length)) : undefined),
    done: () => Math.min(at / bytes.length, 1),
    close: () => {
      at = bytes.length;
    },
  };
}
