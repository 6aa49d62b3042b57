import type { RecordSource } from '../../src/formats/record-source';

/** A table of these rows, the first under the header on line 2, that reports a turn after each `each` rows. */
export function recordSourceOf(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  { name = 'table.csv', each = 1000 }: { readonly name?: string; readonly each?: number } = {},
): RecordSource {
  const source: RecordSource = {
    name,
    format: 'CSV',
    headers,
    choices: [],
    with: () => source,
    head: () => ({
      records: rows.slice(0, 1000).map((cells, index) => ({ cells, line: index + 2 })),
      isWhole: rows.length <= 1000,
      count: rows.length,
      notes: [],
    }),
    read: async (take, turn) => {
      for (let at = 0; at < rows.length; at++) {
        take(rows[at] ?? [], at + 2);
        if (at % each === each - 1 && !(await turn((at + 1) / rows.length))) return undefined;
      }
      return undefined;
    },
  };
  return source;
}
