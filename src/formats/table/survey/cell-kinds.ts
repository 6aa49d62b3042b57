import { looksLikeDate } from './date-shapes';

/** What a cell holds, by its looks. */
export type CellKind = 'empty' | 'date' | 'year' | 'number' | 'address' | 'text';

const NUMBER = /^[-+−]?(?:\d{1,3}(?:[ \u00A0\u202F,.']\d{3})+|\d+)(?:[.,]\d+)?(?:[eE][-+]?\d+)?\s*%?$/;
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i;

/** The kind of a cell; a bare year is one for itself, since numbers of other things look the same. O(its length). */
export function cellKind(cell: string): CellKind {
  const text = cell.trim();
  if (text === '') return 'empty';
  if (isAddress(text)) return 'address';
  const date = looksLikeDate(text);
  if (date === 'year') return 'year';
  if (date !== undefined) return 'date';
  return NUMBER.test(text) ? 'number' : 'text';
}

/** Whether a cell is one address on the web, or several and nothing else. */
function isAddress(text: string): boolean {
  return text.split(/[\s;,|]+(?=https?:|www\.)/i).every((part) => ADDRESS.test(part));
}
