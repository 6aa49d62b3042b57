import type { SourceFile, TextParts } from '../../src/formats/source-file';

/** A file for readers of formats, whose text comes in parts of so many characters. */
export function fileAtHand(
  text: string,
  { name = 'file', part = 65_536, beside = {} }: { name?: string; part?: number; beside?: Record<string, string> } = {},
): SourceFile {
  return {
    name,
    head: () => new TextEncoder().encode(text).subarray(0, 1_000_000),
    text: () => text,
    open: () => partsOf(text, part),
    beside: (address) => fileAtHand(beside[address] ?? '', { name: address, part }),
  };
}

function partsOf(text: string, length: number): TextParts {
  let at = 0;
  return {
    next: async () => (at < text.length ? text.slice(at, (at += length)) : undefined),
    done: () => Math.min(at / text.length, 1),
    close: () => {
      at = text.length;
    },
  };
}
