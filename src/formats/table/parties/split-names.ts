/**
 * The names of a cell, parted by any of the separators. One that is a word (` and `) parts in any case of its letters. A name
 * of `whole` is one, though it holds a separator. Blanks about names are no part of them; empty ones stay, so that two cells
 * can be parted alike.
 */
export function splitNames(
  cell: string,
  separators: readonly string[],
  whole: readonly string[] = [],
): readonly string[] {
  if (!separators.some((separator) => hasSeparator(cell, separator))) return [cell.trim()];
  const { text, names } = whole.length === 0 ? { text: cell, names: [] } : withoutWhole(cell, whole);
  const parts = text.split(patternOf(separators));
  if (names.length === 0) return parts.map((part) => part.trim());
  return parts.map((part) =>
    part.replaceAll(/\uE001(\d+)\uE001/g, (_, index: string) => names[Number(index)] ?? '').trim(),
  );
}

function hasSeparator(cell: string, separator: string): boolean {
  return cell.includes(separator) || (isWord(separator) && cell.toLowerCase().includes(separator.toLowerCase()));
}

function isWord(separator: string): boolean {
  return /\p{L}/u.test(separator);
}

const patterns = new Map<string, RegExp>();

function patternOf(separators: readonly string[]): RegExp {
  const key = separators.join('\n');
  const known = patterns.get(key);
  if (known !== undefined) return known;
  // The longest first: `, and ` before `,`.
  const alternatives = separators
    .toSorted((a, b) => b.length - a.length)
    .map((separator) =>
      separator.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`),
    );
  const pattern = new RegExp(alternatives.join('|'), 'i');
  patterns.set(key, pattern);
  return pattern;
}

/** The cell with its whole names replaced by marks that hold no separator. */
function withoutWhole(
  cell: string,
  whole: readonly string[],
): { readonly text: string; readonly names: readonly string[] } {
  const names: string[] = [];
  let text = cell.replaceAll('\uE001', '');
  for (const name of whole.filter((each) => each !== '').toSorted((a, b) => b.length - a.length)) {
    let at = text.indexOf(name);
    while (at >= 0) {
      if (isByItself(text, at, name.length)) {
        text = `${text.slice(0, at)}\uE001${names.length}\uE001${text.slice(at + name.length)}`;
        names.push(name);
        at = text.indexOf(name, at);
      } else at = text.indexOf(name, at + 1);
    }
  }
  return { text, names };
}

/** `Land and Water` isn't in `Finland and Water`. */
function isByItself(text: string, at: number, length: number): boolean {
  return !isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(at + length));
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
