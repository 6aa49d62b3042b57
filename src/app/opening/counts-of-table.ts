import { valueAt } from '../../base/value-at';
import type { TableFindings } from '../../formats/table/findings';
import type { EventTable } from '../../model/event-table';
import type { PlanCount } from '../../ui/open/open-services';

/** So many bars at most; more are gathered by decade, century or millennium. */
const MOST_BARS = 24;
const UNITS = [1, 10, 100, 1000] as const;

/** What a table holds, for who has not seen it yet. O(rows). */
export function countsOfTable(table: EventTable): PlanCount {
  const named = new Set(table.participantActor.subarray(0, valueAt(table.participantOffset, table.size)));
  return {
    events: table.size,
    undated: table.size - table.datedSize,
    names: named.size,
    rowsWithNames: rowsWithNames(table),
    sources: table.dataset.sources.length,
    years: barsOf(yearsOf(table)),
  };
}

/** The same of a table that is still being read: names by column, since nobody has laid them together yet. */
export function countOfFindings({ events, undated, names, records, sources, years }: TableFindings): PlanCount {
  return {
    events,
    undated,
    names: names.reduce((sum, { distinct }) => sum + distinct, 0),
    rowsWithNames: Math.max(0, ...names.map(({ rowsWithout }) => records - rowsWithout)),
    sources: sources.addresses,
    years,
  };
}

function rowsWithNames({ size, participantOffset }: EventTable): number {
  let rows = 0;
  for (let row = 0; row < size; row++)
    if (valueAt(participantOffset, row + 1) > valueAt(participantOffset, row)) rows += 1;
  return rows;
}

function yearsOf({ datedSize, start }: EventTable): ReadonlyMap<number, number> {
  const years = new Map<number, number>();
  for (let row = 0; row < datedSize; row++) {
    const year = new Date(valueAt(start, row)).getUTCFullYear();
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  return years;
}

/** Years with how many events begin in them, every one from the first to the last, in the smallest unit that fits. */
function barsOf(years: ReadonlyMap<number, number>): PlanCount['years'] {
  const known = [...years.keys()].toSorted((a, b) => a - b);
  const [first = 0, last = first] = [known[0], known.at(-1)];
  const unit = UNITS.find((each) => Math.floor(last / each) - Math.floor(first / each) < MOST_BARS) ?? 1000;
  if (known.length === 0) return { unit, counts: [] };
  const counts = new Map<number, number>();
  // Of thousands of years only those are shown that hold something.
  const isDense = Math.floor(last / unit) - Math.floor(first / unit) < MOST_BARS;
  if (isDense) for (let at = Math.floor(first / unit); at <= Math.floor(last / unit); at++) counts.set(at * unit, 0);
  for (const [year, events] of years) {
    const at = Math.floor(year / unit) * unit;
    counts.set(at, (counts.get(at) ?? 0) + events);
  }
  return {
    unit,
    counts: [...counts].map(([year, events]) => ({ year, events })).toSorted((a, b) => a.year - b.year),
  };
}
