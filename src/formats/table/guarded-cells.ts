/**
 * What a spreadsheet takes for a formula or a command (OWASP, CSV injection), however many apostrophes stand before it
 * already, and a month alone (`2016-02`), which it makes a day of.
 */
const WANTS_GUARD = /^'*(?:\s*[=+\-@\t\r]|\d{4}-\d\d$)/;
const GUARDED = /^'+(?:\s*[=+\-@\t\r]|\d{4}-\d\d$)/;
const APOSTROPHE = 39;

/** A cell as text that a spreadsheet leaves alone: with an apostrophe before it, where it needs one. */
export function guardedCell(text: string): string {
  return WANTS_GUARD.test(text) ? `'${text}` : text;
}

/** The cell that was guarded so; any other as it is. */
function unguardedCell(cell: string): string {
  return cell.charCodeAt(0) === APOSTROPHE && GUARDED.test(cell) ? cell.slice(1) : cell;
}

/** The same of a record; the very record where none of its cells was guarded. */
export function unguardedCells(cells: readonly string[]): readonly string[] {
  return cells.some((cell) => cell.charCodeAt(0) === APOSTROPHE) ? cells.map(unguardedCell) : cells;
}
