import type { Steps } from '../../../base/steps';
import type { RecordHead } from '../../record-source';
import type { ColumnProfile } from '../table-plan';
import { cellKind } from './cell-kinds';
import type { CellKind } from './cell-kinds';
import { isCountryCode } from './country-words';

const VALUES = 3;
/** A distinct cell's kind is found once; so many of them a step. */
const CELLS_A_STEP = 2000;

/** Columns by what stands in the records of a sample, in slices. O(cells). */
export function* profileColumns(
  headers: readonly string[],
  records: RecordHead['records'],
): Steps<readonly ColumnProfile[]> {
  const profiles: ColumnProfile[] = [];
  let done = 0;
  for (const [at, header] of headers.entries()) {
    const kinds = new Map<CellKind, number>();
    const distinct = new Map<string, CellKind>();
    let longest = 0;
    let codes = 0;
    for (const { cells } of records) {
      const cell = cells[at]?.trim() ?? '';
      done += 1;
      if (done % CELLS_A_STEP === 0) yield done / (records.length * headers.length);
      if (cell === '') continue;
      const kind = distinct.get(cell) ?? cellKind(cell);
      distinct.set(cell, kind);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      longest = Math.max(longest, cell.length);
      if (isCountryCode(cell)) codes += 1;
    }
    const filled = [...kinds.values()].reduce((sum, count) => sum + count, 0);
    const share = (count = 0): number => (filled === 0 ? 0 : count / filled);
    const years = kinds.get('year') ?? 0;
    profiles.push({
      header,
      values: [...distinct.keys()].slice(0, VALUES),
      filled,
      distinct: distinct.size,
      longest,
      dates: share((kinds.get('date') ?? 0) + years),
      years: share(years),
      numbers: share((kinds.get('number') ?? 0) + years),
      addresses: share(kinds.get('address')),
      countryCodes: share(codes),
    });
  }
  return profiles;
}
