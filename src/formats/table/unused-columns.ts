import type { TableMapping } from './table-mapping';
import type { ColumnProfile } from './table-plan';

/**
 * Headers of columns that have cells in the sample and of which a mapping says nothing: what nothing comes of. A column
 * named inside a composed title is used. O(columns and the mapping's size).
 */
export function unusedColumns(columns: readonly ColumnProfile[], mapping: TableMapping): readonly string[] {
  const used = new Set<string>();
  collect({ ...mapping, layout: undefined }, used);
  return columns.filter(({ header, filled }) => filled > 0 && !used.has(header)).map(({ header }) => header);
}

/** Every text in a mapping, and what stands between braces in it. */
function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') {
    into.add(value);
    for (const [, name = ''] of value.matchAll(/\{([^{}]*)\}/g)) into.add(name);
  } else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) collect(part, into);
}
