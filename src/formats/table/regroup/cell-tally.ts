import { composeText } from './compose-text';

export interface TallyColumn {
  /** Whose values are counted. */
  readonly column: string;
  /** Where the count goes: a column that is there already, else a new one behind all others. */
  readonly as: string;
  /** Text round the count, which is `{}`, with other columns. */
  readonly compose?: string;
}

/** How often each value stood in a column. */
export interface Tally {
  readonly count: (cells: readonly string[]) => void;
  /** A record with the count in its column: `yes 29, no 18`, the most frequent first, empty cells nowhere. */
  readonly close: (cells: readonly string[]) => readonly string[];
}

const COUNT = '\u0000';

/** Counts the cells of one column. */
export function makeTally(headers: readonly string[], { column, as, compose = '{}' }: TallyColumn): Tally {
  const place = headers.indexOf(column);
  const target = headers.indexOf(as);
  const text = composeText(compose.replaceAll('{}', `{${COUNT}}`), [COUNT, ...headers]);
  const counts = new Map<string, number>();
  return {
    count: (cells) => {
      const cell = cells[place]?.trim() ?? '';
      if (cell !== '') counts.set(cell, (counts.get(cell) ?? 0) + 1);
    },
    close: (cells) => {
      const words = [...counts].toSorted(([, a], [, b]) => b - a).map(([value, count]) => `${value} ${count}`);
      const out = [...cells];
      out[target < 0 ? out.length : target] = text([words.join(', '), ...cells]);
      return out;
    },
  };
}
