/** What parts the cells of delimited text. */
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Rows that are looked at: what Papa Parse looks at too. */
const ROWS = 10;
/** No ten rows that tell it are longer. */
const MOST_CHARACTERS = 65_536;

/** A quoted cell as a whole. */
const QUOTED = /(^|[,;\t|\r\n])"(?:[^"]|"")*"(?=[,;\t|\r\n]|$)/g;

/**
 * The delimiter by which most of the first ten rows have equally many cells, more than one; of two by which equally many
 * have, that which gives more cells. A comma where there is none. A first line `sep=;` says it (Excel).
 */
export function guessDelimiter(text: string): string {
  const said = /^\uFEFF?"?sep=([^"\r\n])/i.exec(text)?.[1];
  if (said !== undefined) return said;
  return delimiterRanks(text)[0]?.delimiter ?? ',';
}

export interface DelimiterRank {
  readonly delimiter: string;
  /** Share of the rows that have equally many cells. */
  readonly share: number;
  readonly cells: number;
}

/** Delimiters that part the first rows at all, the likeliest first. */
export function delimiterRanks(text: string): readonly DelimiterRank[] {
  const rows = text
    .slice(0, MOST_CHARACTERS)
    .replaceAll(QUOTED, '$1')
    .split(/\r\n?|\n/)
    .filter((row) => row.trim() !== '')
    .slice(0, ROWS);
  return DELIMITERS.map((delimiter) => rankOf(delimiter, rows))
    .filter(({ cells }) => cells > 1)
    .toSorted((a, b) => b.share - a.share || b.cells - a.cells);
}

function rankOf(delimiter: string, rows: readonly string[]): DelimiterRank {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const cells = row.split(delimiter).length;
    counts.set(cells, (counts.get(cells) ?? 0) + 1);
  }
  counts.delete(1);
  const [cells, count] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  return { delimiter, cells, share: count / Math.max(rows.length, 1) };
}
