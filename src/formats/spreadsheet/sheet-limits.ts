/** What a sheet may be, whatever its file says of itself. */
export interface SheetLimits {
  /** Columns and rows that the largest of the programs know. */
  readonly columns: number;
  readonly rows: number;
  /** Characters of all cells together, each counting one more: what a cell that repeats itself comes to. */
  readonly text: number;
  /** Elements inside each other. */
  readonly depth: number;
  /** Characters between two ends of elements. */
  readonly element: number;
  /** Texts that cells share, and cells with a link. */
  readonly shared: number;
  readonly links: number;
}

export const SHEET_LIMITS: SheetLimits = {
  columns: 16_384,
  rows: 1_048_576,
  text: 200_000_000,
  depth: 200,
  element: 4_000_000,
  shared: 3_000_000,
  links: 200_000,
};
