import type { RecordStep, TakeRegrouped } from './record-step';
import { nothingHeldBack } from './record-step';

/** The records of another table by their key, and what its columns are called. */
export interface JoinedTable {
  readonly headers: readonly string[];
  readonly byKey: ReadonlyMap<string, readonly string[]>;
}

/**
 * Lays another table's columns beside each record whose cell in `on` is the other's key; a record without a partner is
 * handed on with empty cells and counted. A column that both have keeps its name in the first and is called after its file in
 * the other.
 */
export function joinStep(
  headers: readonly string[],
  on: string,
  joined: { readonly headers: readonly string[]; readonly table: () => JoinedTable },
  onMissing: () => void,
): RecordStep {
  const place = headers.indexOf(on);
  return {
    headers: [...headers, ...joined.headers],
    begin: (next) => {
      const { byKey } = joined.table();
      const nothing = joined.headers.map(() => '');
      const take: TakeRegrouped = (cells, line, members) => {
        const key = cells[place]?.trim() ?? '';
        const found = byKey.get(key);
        if (found === undefined) onMissing();
        next(padded(cells, headers.length, found ?? nothing), line, members);
      };
      return { take, end: nothingHeldBack };
    },
  };
}

/** A record may be shorter or longer than its header; what is added to it must stand where the header says. */
export function padded(cells: readonly string[], width: number, added: readonly string[]): readonly string[] {
  const out = cells.slice(0, width);
  while (out.length < width) out.push('');
  out.push(...added);
  return out;
}

/** Headers of the joined table beside those of the first: what would stand twice is called after its file. */
export function joinedHeaders(headers: readonly string[], other: readonly string[], file: string): readonly string[] {
  return other.map((header) => (headers.includes(header) ? `${header} (${file})` : header));
}
