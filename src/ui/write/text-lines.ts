import { lowerBound } from '../../base/sorted';
import type { Notebook } from '../../formats/notebook/notebook-types';
import { memoByObject } from '../../base/memo';

/** Where each line of a text begins, in UTF-16 units. Linear in the text. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line that a place in the text lies in, from 0. */
export function lineAt(starts: readonly number[], offset: number): number {
  return Math.max(lowerBound(starts, offset + 1) - 1, 0);
}

/** Of events, the line that each begins with. */
export const headLines = memoByObject(
  ({ readings }: Notebook): ReadonlyMap<string, number> =>
    new Map(
      readings.flatMap(({ kind, owner }, line) =>
        kind === 'event' && owner !== undefined ? [[owner.id, line] as const] : [],
      ),
    ),
);

/** Lines that somebody has to look at: dates with two readings, and what isn't read. */
export const linesToSettle = memoByObject(({ readings }: Notebook): readonly number[] =>
  readings.flatMap(({ kind, date }, line) => (kind === 'unread' || date?.sure === 'two-ways' ? [line] : [])),
);

/** The text with the line under or over it in its place, and the caret where it was in it; undefined at the end. */
export function movedLine(
  text: string,
  caret: { readonly start: number; readonly end: number },
  by: 1 | -1,
): { readonly text: string; readonly caret: { readonly start: number; readonly end: number } } | undefined {
  const starts = lineStarts(text);
  const lines = text.split('\n');
  const first = lineAt(starts, caret.start);
  const last = lineAt(starts, caret.end);
  const other = by === 1 ? last + 1 : first - 1;
  const passed = lines[other];
  if (passed === undefined) return undefined;
  const moved = lines.slice(first, last + 1);
  const order = by === 1 ? [passed, ...moved] : [...moved, passed];
  lines.splice(Math.min(first, other), order.length, ...order);
  const shift = by * (passed.length + 1);
  return { text: lines.join('\n'), caret: { start: caret.start + shift, end: caret.end + shift } };
}

const LINK = /^https?:\/\/[^\s<>"]+$/i;

/** An address and nothing else; undefined for other texts. */
export function onlyLink(text: string): string | undefined {
  const bare = text.trim();
  return LINK.test(bare) ? bare : undefined;
}

/**
 * Where evidence of the event of a line is added: behind the lines that tell of its evidence already, under its first
 * one. Undefined where the line is no event's.
 */
export function evidencePlace(
  { readings }: Notebook,
  line: number,
): { readonly event: string; readonly after: number } | undefined {
  const owner = readings[line]?.owner;
  if (owner?.kind !== 'event') return undefined;
  let head = line;
  while (head > 0 && readings[head]?.kind !== 'event') head -= 1;
  if (readings[head]?.owner?.id !== owner.id) return undefined;
  let after = head;
  while (readings[after + 1]?.kind === 'evidence' && readings[after + 1]?.owner?.id === owner.id) after += 1;
  return { event: owner.id, after };
}
