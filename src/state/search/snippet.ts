import { findFolded } from './fold-text';

/**
 * A piece of text with what was looked for in it, to be highlighted: `text.slice(start, end)`. UTF-16 units, end not
 * inside.
 */
export interface Snippet {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Enough for a line or two in a list of results. */
const AROUND = 48;

/**
 * The words around the first of `needles` (folded) that occurs in a text, with "…" where it is cut; undefined where
 * none does. `around` is how many characters are left on either side at most; Infinity leaves the text whole.
 */
export function snippetOf(text: string, needles: readonly string[], around = AROUND): Snippet | undefined {
  for (const needle of needles) {
    const hit = findFolded(text, needle);
    if (hit !== undefined) return cutAround(text, hit.start, hit.end, around);
  }
  return undefined;
}

function cutAround(text: string, start: number, end: number, around: number): Snippet {
  const from = start <= around ? 0 : wordStart(text, start - around, start);
  const to = text.length - end <= around ? text.length : wordEnd(text, end + around, end);
  const lead = from === 0 ? '' : '…';
  const tail = to === text.length ? '' : '…';
  return { text: lead + text.slice(from, to) + tail, start: start - from + lead.length, end: end - from + lead.length };
}

/** The first beginning of a word at or after `at`; `limit` where a word fills all of it. */
function wordStart(text: string, at: number, limit: number): number {
  const space = text.indexOf(' ', at - 1);
  return space === -1 || space + 1 > limit ? limit : space + 1;
}

/** The last end of a word at or before `at`; `limit` where a word fills all of it. */
function wordEnd(text: string, at: number, limit: number): number {
  const space = text.lastIndexOf(' ', at);
  return space < limit ? limit : space;
}
