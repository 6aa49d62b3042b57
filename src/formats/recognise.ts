import { HEAD_BYTES } from './source-file';

/**
 * How sure a format is, by a file's first bytes, that the file is one of its own: `certain` where they say so in as
 * many words, `likely` where they look like it, `possible` where nothing speaks against it.
 */
export type Confidence = 'certain' | 'likely' | 'possible' | 'none';

/** Formats are told apart by their first words. */
const TELLING_BYTES = 65_536;

/**
 * The beginning of a file as text, for `recognise`: UTF-8 without its byte order mark and the white space before
 * anything. Empty for bytes that are no such text: those of a picture, an archive, UTF-16.
 */
export function headText(head: Uint8Array, mostBytes = TELLING_BYTES): string {
  const bytes = head.subarray(0, mostBytes);
  if (bytes.includes(0)) return '';
  try {
    // A stream: the last character may be cut in two.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true }).trimStart();
  } catch {
    return '';
  }
}

/** Whether the head is all there is of its file. */
export function isWholeHead(head: Uint8Array): boolean {
  return head.length < HEAD_BYTES;
}
