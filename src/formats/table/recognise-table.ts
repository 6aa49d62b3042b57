import { HEAD_BYTES } from '../source-file';
import { headText, isWholeHead } from '../recognise';
import type { Confidence } from '../recognise';
import { delimiterRanks } from './survey/guess-delimiter';
import { markOf, wideByZeros } from './survey/wide-text';

/**
 * A dataset whose events stand in a CSV has `rows` in the place of `events`. Such a file is a page long: one that its
 * head doesn't hold is none.
 */
export function recogniseRowsFile(head: Uint8Array): Confidence {
  if (!isWholeHead(head)) return 'none';
  const text = headText(head, HEAD_BYTES);
  return text.startsWith('{') && /"rows"\s*:/.test(text) ? 'certain' : 'none';
}

/** Bytes that tell a table. */
const TELLING_BYTES = 16_384;
/** Of the first rows as many have equally many cells. */
const MOST_ROWS = 0.6;

/** Delimited text in any encoding: `likely` where most of the first rows have equally many cells. */
export function recogniseTable(head: Uint8Array): Confidence {
  const text = tableText(head);
  if (text === '' || /^[{[<]/.test(text) || text.startsWith('%PDF')) return 'none';
  const [best] = delimiterRanks(text);
  if (best === undefined) return 'none';
  const isSeveral = /[\r\n]+[^\r\n]/.test(text);
  return isSeveral && best.share > MOST_ROWS ? 'likely' : 'possible';
}

/**
 * The beginning of a text by its delimiters and line ends alone, which all encodings but UTF-16 write as ASCII does; empty
 * for bytes that are no text.
 */
function tableText(head: Uint8Array): string {
  const bytes = head.subarray(0, TELLING_BYTES);
  const wide = markOf(bytes);
  const encoding = wide === undefined || wide === 'utf-8' ? wideByZeros(bytes) : wide;
  if (encoding !== undefined) return new TextDecoder(encoding).decode(bytes, { stream: true }).trimStart();
  const own = headText(bytes);
  if (own !== '') return own;
  return isText(bytes) ? new TextDecoder('windows-1252').decode(bytes).replaceAll('\0', '').trimStart() : '';
}

/** Few of its bytes are control characters; a NUL may stray into a text. */
function isText(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) controls += 1;
  return controls <= bytes.length / 500;
}
