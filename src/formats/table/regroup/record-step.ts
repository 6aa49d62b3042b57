import type { Steps } from '../../../base/steps';

/**
 * A record, and what of others went into it: their cells under the same headers, in the file's order, empty in columns that
 * say nothing of who takes part and who says so.
 */
export type TakeRegrouped = (cells: readonly string[], line: number, members?: readonly (readonly string[])[]) => void;

/** Something that is done to records one after the other, before they are read as events. */
export interface RecordStep {
  /** Of the records that it hands on. */
  readonly headers: readonly string[];
  readonly begin: (next: TakeRegrouped) => RunningStep;
}

export interface RunningStep {
  readonly take: TakeRegrouped;
  /** After the last record: hands on what was held back. */
  readonly end: () => Steps<void>;
}

/** Of a step that holds nothing back. */
// oxlint-disable-next-line require-yield
export function* nothingHeldBack(): Steps<void> {}

/** Where each of these headers stands, -1 for one that doesn't. */
export function placesOf(headers: readonly string[], wanted: readonly string[]): readonly number[] {
  return wanted.map((header) => headers.indexOf(header));
}

/** A header that isn't there yet: `Last`, else `Last (2)`. */
export function freeHeader(headers: readonly string[], wanted: string): string {
  let header = wanted;
  for (let n = 2; headers.includes(header); n++) header = `${wanted} (${n})`;
  return header;
}

const UNIT = '\u001F';
const ESCAPE = '\u001E';

/** Cells as one text, equal where all cells are, and `cellsOf` gives them back: a quarter of the memory of a list. */
export function packCells(cells: readonly string[]): string {
  const text = cells.join(UNIT);
  // Nearly no file holds such signs: one look at the whole text, rather than one a cell.
  if (countUnits(text) === cells.length - 1 && !text.includes(ESCAPE)) return text;
  return cells
    .map((cell) =>
      cell.includes(UNIT) || cell.includes(ESCAPE)
        ? cell.replaceAll(ESCAPE, `${ESCAPE}0`).replaceAll(UNIT, `${ESCAPE}1`)
        : cell,
    )
    .join(UNIT);
}

/** The cells that `packCells` made a text of. */
export function cellsOf(packed: string): readonly string[] {
  const cells = packed.split(UNIT);
  if (!packed.includes(ESCAPE)) return cells;
  return cells.map((cell) => cell.replaceAll(`${ESCAPE}1`, UNIT).replaceAll(`${ESCAPE}0`, ESCAPE));
}

function countUnits(text: string): number {
  let count = 0;
  for (let at = text.indexOf(UNIT); at >= 0; at = text.indexOf(UNIT, at + 1)) count += 1;
  return count;
}
