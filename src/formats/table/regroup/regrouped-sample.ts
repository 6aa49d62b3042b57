import { runToEnd } from '../../../base/steps';
import type { RecordHead, RecordSource } from '../../record-source';
import type { TableQuestion, TableSuggestion } from '../findings';
import type { TableMapping } from '../table-mapping';
import { lookUpsAtHand, loadLookUps } from './look-ups';
import { makeCounts, planSteps } from './plan-steps';
import type { RegroupCounts, World } from './plan-steps';
import { makeJoinedTable } from './read-joined-table';
import { beginSteps } from './regrouped';
import type { TakeRegrouped } from './record-step';

/** A sample of a table, its records made as all of them will be. */
export interface RegroupedSample {
  readonly headers: readonly string[];
  readonly mapping: TableMapping;
  readonly missing: readonly string[];
  /** Hands them over, all at once. */
  readonly read: (take: TakeRegrouped) => void;
  readonly counts: () => RegroupCounts;
  readonly offers: () => { readonly asked: readonly TableQuestion[]; readonly suggested: readonly TableSuggestion[] };
}

/**
 * What `regrouped` does to all records, done to a sample without a pause: of tables beside it what their heads hold, of
 * lookups those that are here (`prepareSample` brings both).
 */
export function regroupedSample(
  source: Pick<RecordSource, 'name' | 'headers'>,
  sample: RecordHead['records'],
  others: readonly RecordSource[],
  mapping: TableMapping,
): RegroupedSample {
  const counts = makeCounts();
  const world: World = {
    joined: [],
    lookUps: lookUpsAtHand(mapping.derive ?? []),
    watch: undefined,
    groupings: undefined,
  };
  const { steps, joins, ...planned } = planSteps(source as RecordSource, others, mapping, counts, world);
  return {
    ...planned,
    counts: () => ({ ...counts }),
    offers: () => ({ asked: world.groupings?.asked() ?? [], suggested: world.groupings?.suggested() ?? [] }),
    read: (take) => {
      world.joined = joins.map(({ other, key }) => {
        const { take: fill, table } = makeJoinedTable(other.headers ?? [], key);
        for (const { cells } of headAtHand(other)) fill(cells);
        return table;
      });
      const { first, all } = beginSteps(steps, (cells, line, members) => {
        counts.given += 1;
        take(cells, line, members);
      });
      for (const { cells, line } of sample) {
        counts.records += 1;
        first(cells, line);
      }
      for (const { end } of all) runToEnd(end());
    },
  };
}

/** Brings what a sample is regrouped with. Rejects with `CodeMissing`. */
export async function prepareSample(others: readonly RecordSource[], { derive = [] }: TableMapping): Promise<void> {
  await Promise.all([loadLookUps(derive), ...others.map((other) => other.head())]);
}

function headAtHand(other: RecordSource): RecordHead['records'] {
  const head = other.head();
  return head instanceof Promise || 'kind' in head ? [] : head.records;
}
