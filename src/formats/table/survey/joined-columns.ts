import type { RegroupMapping } from '../table-mapping';
import type { Guessable } from './guess';
import type { LookedAt } from './look-at-table';

/**
 * The columns of a table with those that are laid beside them, and the records of its sample as far as those of the others
 * are in theirs. Headers are called as `joinStep` (regroup/) calls them.
 */
export function joinedColumns(
  main: LookedAt,
  others: readonly LookedAt[],
  joins: NonNullable<RegroupMapping['join']>,
): Guessable {
  const columns = [...main.columns];
  let sample = main.head.records;
  for (const { file, key, on } of joins) {
    const other = others.find(({ laid }) => laid.name === file);
    if (other === undefined) continue;
    const place = columns.findIndex(({ header }) => header === on);
    const keyPlace = other.laid.headers.indexOf(key);
    const byKey = new Map(other.head.records.map(({ cells }) => [cells[keyPlace]?.trim(), cells]));
    const names = new Set(columns.map(({ header }) => header));
    const width = columns.length;
    sample = sample.map(({ cells, line }) => {
      const beside = byKey.get(cells[place]?.trim())?.filter((_, at) => at !== keyPlace) ?? [];
      return { line, cells: [...Array.from({ length: width }, (_, at) => cells[at] ?? ''), ...beside] };
    });
    const added = other.columns.filter((_, at) => at !== keyPlace);
    for (const column of added)
      columns.push({ ...column, header: names.has(column.header) ? `${column.header} (${file})` : column.header });
  }
  return { columns, sample };
}
