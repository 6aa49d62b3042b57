/** How many cells there are up to the last that isn't empty. */
export function filledWidth(cells: readonly string[]): number {
  let width = cells.length;
  while (width > 0 && cells[width - 1]?.trim() === '') width -= 1;
  return width;
}

/** `When`, `When (2)`; a column without a header goes by its number, from 1. */
export function uniqueHeaders(cells: readonly string[]): readonly string[] {
  const wanted = cells.map((cell, at) => cell.trim() || String(at + 1));
  const taken = new Set<string>();
  return wanted.map((header) => {
    let name = header;
    for (let n = 2; taken.has(name) || (n > 2 && wanted.includes(name)); n += 1) name = `${header} (${n})`;
    taken.add(name);
    return name;
  });
}
