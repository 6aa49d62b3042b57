import type { Steps } from '../../../base/steps';
import type { RecordHead } from '../../record-source';
import type { ColumnProfile } from '../table-plan';
import { cellKind } from './cell-kinds';
import type { CellKind } from './cell-kinds';
import { isCountryCode } from './country-words';

const VALUES = 3;
/** So many cells a step, of which one takes some microseconds where its kind is asked for. */
const CELLS_A_STEP = 500;
/** Kinds of cells are told by the first so many that aren't empty. */
const MOST_KINDS = 400;

/** Columns by what stands in the records of a sample, in slices. O(cells). */
export function* profileColumns(
  headers: readonly string[],
  records: RecordHead['records'],
): Steps<readonly ColumnProfile[]> {
  const profiles: ColumnProfile[] = [];
  let done = 0;
  for (const [at, header] of headers.entries()) {
    const kinds = new Map<CellKind, number>();
    const distinct = new Map<string, CellKind | undefined>();
    let filled = 0;
    let longest = 0;
    let codes = 0;
    for (const { cells } of records) {
      const cell = cells[at]?.trim() ?? '';
      done += 1;
      if (done % CELLS_A_STEP === 0) yield done / (records.length * headers.length);
      if (cell === '') continue;
      filled += 1;
      longest = Math.max(longest, cell.length);
      const kind = filled > MOST_KINDS ? undefined : (distinct.get(cell) ?? cellKind(cell));
      distinct.set(cell, kind);
      if (kind === undefined) continue;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (isCountryCode(cell)) codes += 1;
    }
    const looked = Math.min(filled, MOST_KINDS);
    const share = (count = 0): number => (looked === 0 ? 0 : count / looked);
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
