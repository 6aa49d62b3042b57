/**
 * The cells of a row between bars, as Markdown and Jira write it: bars at both ends part nothing, two bars in a row are a
 * header's, and the row of dashes under a header is none (undefined). A row without bars at its ends is as it is.
 */
export function pipeCells(cells: readonly string[]): readonly string[] | undefined {
  if (cells.every((cell) => /^\s*:?-+:?\s*$|^\s*$/.test(cell)) && cells.some((cell) => cell.includes('-')))
    return undefined;
  const first = cells[0]?.trim();
  const last = cells.at(-1)?.trim();
  if (cells.length < 3 || first !== '' || last !== '') return cells;
  const trimmed = cells.map((cell) => cell.trim());
  const isHeaderOfJira = cells.length > 4 && trimmed.every((cell, at) => at % 2 === 0 || cell === '');
  return isHeaderOfJira ? trimmed.filter((_, at) => at % 2 === 0).slice(1, -1) : trimmed.slice(1, -1);
}
