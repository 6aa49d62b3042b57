/** What is told of a row that a column hasn't got; undefined where nobody listens. */
let onMissing: ((message: string) => void) | undefined;

/**
 * The number in a column at a row. A row that isn't there is our mistake: it throws once `throwForMissingRows` was called, as in every
 * test; a reader gets 0, since a mark in a wrong place is better than no page.
 */
export function valueAt(column: ArrayLike<number>, row: number): number {
  const value = column[row];
  if (value !== undefined) return value;
  onMissing?.(`there is no row ${row} in a column of ${column.length}`);
  return 0;
}

/** From now on `valueAt` throws a RangeError for a row that isn't there. */
export function throwForMissingRows(): void {
  onMissing = (message) => {
    throw new RangeError(message);
  };
}
