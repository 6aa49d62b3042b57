import type { RegroupMapping } from '../table-mapping';
import type { ColumnProfile } from '../table-plan';
import type { LookedAt } from './look-at-table';

export interface ChosenTables {
  /** The one that the events stand in; undefined where there are none. */
  readonly main: LookedAt | undefined;
  /** Columns of others that are laid beside its rows. */
  readonly joins: NonNullable<RegroupMapping['join']>;
}

/**
 * Which of several tables the events stand in: the one whose rows point at those of others (by a column of one name, whose
 * values each stand once in the other) and that nothing points at, the one with dates before those without, the longest
 * of several. O(columns of all pairs).
 */
export function chooseTables(tables: readonly LookedAt[]): ChosenTables {
  const links = tables.flatMap((from) => tables.flatMap((to) => (from === to ? [] : linkBetween(from, to))));
  const isPointedAt = (table: LookedAt): boolean => links.some(({ to }) => to === table);
  const points = (table: LookedAt): number => links.filter(({ from }) => from === table).length;
  const [main] = tables.toSorted(
    (a, b) =>
      Number(isPointedAt(a)) - Number(isPointedAt(b)) ||
      Number(isDated(b, links)) - Number(isDated(a, links)) ||
      Math.sign(points(b)) - Math.sign(points(a)) ||
      sizeOf(b) - sizeOf(a),
  );
  const joins = links.filter(({ from }) => from === main).map(({ to, key, on }) => ({ file: to.laid.name, key, on }));
  return { main, joins };
}

interface Link {
  readonly from: LookedAt;
  readonly to: LookedAt;
  readonly key: string;
  readonly on: string;
}

function linkBetween(from: LookedAt, to: LookedAt): readonly Link[] {
  for (const column of from.columns) {
    const key = to.columns.find(({ header }) => header.toLowerCase() === column.header.toLowerCase());
    if (key === undefined || !isKey(key, to) || isKey(column, from)) continue;
    if (key.dates > 0.9 && (key.years ?? 0) < key.dates) continue;
    return [{ from, to, key: key.header, on: column.header }];
  }
  return [];
}

function isKey({ distinct, filled }: ColumnProfile, { head }: LookedAt): boolean {
  return filled > 0 && distinct === filled && filled === head.records.length;
}

function isDated(table: LookedAt, links: readonly Link[]): boolean {
  return hasDates(table) || links.some(({ from, to }) => from === table && hasDates(to));
}

function hasDates({ columns }: LookedAt): boolean {
  return columns.some(({ dates, filled, years = 0 }) => filled > 0 && dates >= 0.6 && (dates > years || years > 0.9));
}

/** Records, of a file that isn't here whole more than any that is. */
function sizeOf({ head }: LookedAt): number {
  return head.count ?? Infinity;
}
