import { HEAD_BYTES } from '../source-file';
import { headText, isWholeHead } from '../recognise';
import type { Confidence } from '../recognise';

/**
 * A dataset whose events stand in a CSV has `rows` in the place of `events`. Such a file is a page long: one that its
 * head doesn't hold is none.
 */
export function recogniseRowsFile(head: Uint8Array): Confidence {
  if (!isWholeHead(head)) return 'none';
  const text = headText(head, HEAD_BYTES);
  return text.startsWith('{') && /"rows"\s*:/.test(text) ? 'certain' : 'none';
}

/** Delimited text: `likely` where the first two lines have equally many cells. */
export function recogniseTable(head: Uint8Array): Confidence {
  const text = headText(head);
  if (/^[{[<]/.test(text)) return 'none';
  const [first = '', second = ''] = text.split(/\r\n?|\n/, 2).map((line) => line.replaceAll(/"(?:[^"]|"")*"/g, ''));
  const counts = [',', ';', '\t'].map((delimiter) => [first, second].map((line) => line.split(delimiter).length - 1));
  if (counts.every(([inFirst]) => inFirst === 0)) return 'none';
  return counts.some(([inFirst = 0, inSecond]) => inFirst > 0 && inFirst === inSecond) ? 'likely' : 'possible';
}
