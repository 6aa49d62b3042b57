import { headText, isWholeHead } from '../recognise';
import type { Confidence } from '../recognise';
import { HEAD_BYTES } from '../source-file';

/**
 * Our own JSON says its version, or has events with participants; any other may be meant as ours, and its reader says
 * what is missing. With `rows` in the place of events it is another's (table/recognise-table.ts).
 */
export function recogniseJson(head: Uint8Array): Confidence {
  const text = headText(head, HEAD_BYTES);
  if (!/^[{[]/.test(text)) return 'none';
  const has = (key: string): boolean => new RegExp(`"${key}"\\s*:`).test(text);
  if (isWholeHead(head) && has('rows')) return 'likely';
  if (has('schemaVersion') || (has('events') && has('participants'))) return 'certain';
  return has('events') ? 'likely' : 'possible';
}
