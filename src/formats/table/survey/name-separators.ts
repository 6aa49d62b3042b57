import { NAME_SEPARATORS } from '../../../base/messages/name-separators';

/** Signs that seldom stand in a name: they part names wherever they stand. */
const PLAIN: ReadonlySet<string> = new Set(['\n', ';', '|', '\u061B', '\u3001']);

export interface NameSplit {
  readonly separators: readonly string[];
  /** Cells that hold one of them and are one name: nothing that it would part them into is a name elsewhere. */
  readonly whole: readonly string[];
}

/**
 * What parts several names in the cells of a column: those signs and words that give names which stand elsewhere in the
 * column too, alone or in other company. Nothing where it would only part single names (`Land and Water Board`) or
 * surnames from first names. O(cells).
 */
export function findSeparators(cells: readonly string[]): NameSplit {
  const distinct = [...new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))];
  const separators: string[] = [];
  let pieces: readonly string[] = distinct;
  for (const separator of NAME_SEPARATORS) {
    if (!pieces.some((piece) => parts(piece, separator).length > 1)) continue;
    if (!PLAIN.has(separator) && !givesNames(pieces, separator)) continue;
    separators.push(separator);
    pieces = [...new Set(pieces.flatMap((piece) => parts(piece, separator)))];
  }
  return { separators, whole: separators.length === 0 ? [] : wholeNames(distinct, separators) };
}

function parts(text: string, separator: string): readonly string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Most of the cells that it parts give a name that stands elsewhere; and not always on the same side of it. */
function givesNames(pieces: readonly string[], separator: string): boolean {
  const split = pieces.map((piece) => parts(piece, separator));
  const joined = split.filter(({ length }) => length > 1);
  if (/^[/–-]$/.test(separator.trim()) && joined.flat().some((name) => /\d|^.{1,2}$/.test(name))) return false;
  const standing = countNames(split);
  const elsewhere = (name: string): boolean => (standing.get(name) ?? 0) > 1;
  const known = joined.filter((names) => names.some(elsewhere)).length;
  if (known * 2 < joined.length) return false;
  return !separator.startsWith(',') || !areInverted(split, joined);
}

function countNames(split: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const names of split) for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** `Lavrov, Sergey`; `Washington, D.C.`: what follows the comma never stands before one, nor alone. */
function areInverted(split: readonly (readonly string[])[], joined: readonly (readonly string[])[]): boolean {
  if (joined.some(({ length }) => length > 2)) return false;
  const first = new Set(split.map(([name]) => name));
  return !joined.some(([, second]) => first.has(second));
}

const MOST_WHOLE = 50;

function wholeNames(cells: readonly string[], separators: readonly string[]): readonly string[] {
  const unsure = separators.filter((separator) => !PLAIN.has(separator));
  if (unsure.length === 0) return [];
  const plain = separators.filter((separator) => PLAIN.has(separator));
  const pieces = splitBy(cells, plain);
  const standing = countNames(pieces.map((piece) => splitBy([piece], unsure)));
  return pieces
    .filter((piece) => {
      const names = splitBy([piece], unsure);
      return names.length > 1 && names.every((name) => (standing.get(name) ?? 0) < 2);
    })
    .slice(0, MOST_WHOLE);
}

function splitBy(cells: readonly string[], separators: readonly string[]): readonly string[] {
  let pieces: readonly string[] = cells;
  for (const separator of separators) pieces = pieces.flatMap((piece) => parts(piece, separator));
  return [...new Set(pieces)];
}
