import { headText } from '../recognise';
import type { Confidence } from '../recognise';

/**
 * A list of objects, or one inside an object, may be a table; a record on each line is one (JSON Lines). What its keys
 * say of events of our own or others' is for their readers.
 */
export function recogniseJsonRecords(head: Uint8Array): Confidence {
  const text = headText(head);
  if (isLines(text)) return 'likely';
  if (text.startsWith('{') && OURS.test(text)) return 'none';
  return /^\[\s*\{\s*"/.test(text) || /^\{[^[]*\[\s*\{\s*"/.test(text) ? 'possible' : 'none';
}

/** Keys of our own files. */
const OURS = /"(?:schemaVersion|events|rows)"\s*:/;

function isLines(text: string): boolean {
  const end = text.indexOf('\n');
  if (end < 0 || !text.startsWith('{') || text.slice(end).trim() === '') return false;
  try {
    JSON.parse(text.slice(0, end));
    return true;
  } catch {
    return false;
  }
}
