import { invariant } from '../../../base/invariant';
import type { Translate } from '../../../base/translate';
import type { LoadProblem } from '../../../model/load-problem';
import type { RecordSource } from '../../record-source';
import type { TableQuestion, TableSuggestion } from '../findings';
import type { TableMapping } from '../table-mapping';
import { loadLookUps } from './look-ups';
import { makeCounts, planSteps } from './plan-steps';
import type { RegroupCounts, World } from './plan-steps';
import { readJoinedTable } from './read-joined-table';
import type { RecordStep, RunningStep, TakeRegrouped } from './record-step';

/** A table whose records are one event each, whatever they were in the file. */
export interface RegroupedSource {
  /** The table's own columns and, behind them, those that were joined or made. */
  readonly headers: readonly string[];
  /** By which its records are read: without `derive` and `regroup`, and with what these lead to. */
  readonly mapping: TableMapping;
  /** Names of files and columns that the mapping asks for and that aren't there; it can't be read while there are any. */
  readonly missing: readonly string[];
  /**
   * Hands over the records as RecordSource does; what has to be held back to the end comes after `turn` was told that all is
   * read, and comes too where `turn` ended the reading early. Rejects with `CodeMissing` where a lookup can't be loaded.
   */
  readonly read: (
    take: TakeRegrouped,
    turn: (done: number | undefined) => Promise<boolean>,
  ) => Promise<LoadProblem | undefined>;
  /** So far; of the last reading. */
  readonly counts: () => RegroupCounts;
  /** What else could be made of the rows that were read so far, with the counts that would result. */
  readonly offers: () => { readonly asked: readonly TableQuestion[]; readonly suggested: readonly TableSuggestion[] };
  /** What the community of a known layout should be told of the rows that were read so far, in whole sentences. */
  readonly told: (t: Translate) => readonly string[];
}

/**
 * A table as its mapping says that its records make events: joined, with columns that are made of others, some only, spread,
 * grouped, mirrored pairs merged, in this order. Without any of these it hands on what it is given. Both the table and those
 * beside it know their headers, else it throws.
 */
export function regrouped(
  source: RecordSource,
  others: readonly RecordSource[],
  mapping: TableMapping,
): RegroupedSource {
  const counts = makeCounts();
  const world: World = { joined: [], lookUps: new Map(), watch: undefined, groupings: undefined };
  const { steps, headers, mapping: after, joins, missing } = planSteps(source, others, mapping, counts, world);
  return {
    headers,
    mapping: after,
    missing,
    counts: () => ({ ...counts }),
    offers: () => ({ asked: world.groupings?.asked() ?? [], suggested: world.groupings?.suggested() ?? [] }),
    told: (t) => world.watch?.told(t) ?? [],
    read: async (take, turn) => {
      invariant(missing.length === 0 || undefined, `"${source.name}" can't be regrouped without ${missing.join(', ')}`);
      Object.assign(counts, makeCounts());
      world.lookUps = await loadLookUps(mapping.derive ?? []);
      world.joined = [];
      for (const { other, key } of joins) {
        const table = await readJoinedTable(other, key, turn);
        if ('kind' in table) return table;
        world.joined.push(table);
      }
      const { first, all } = beginSteps(steps, (cells, line, members) => {
        counts.given += 1;
        take(cells, line, members);
      });
      const problem = await source.read((cells, line) => {
        counts.records += 1;
        first(cells, line);
      }, turn);
      await endAll(all, turn);
      return problem;
    },
  };
}

/** Begins steps: the last first, since each is begun with what comes after it. */
export function beginSteps(
  steps: readonly RecordStep[],
  take: TakeRegrouped,
): { readonly first: TakeRegrouped; readonly all: readonly RunningStep[] } {
  const all: RunningStep[] = [];
  let next = take;
  for (const step of steps.toReversed()) {
    const running = step.begin(next);
    all.unshift(running);
    next = running.take;
  }
  return { first: next, all };
}

async function endAll(
  steps: readonly RunningStep[],
  turn: (done: number | undefined) => Promise<boolean>,
): Promise<void> {
  for (const { end } of steps) {
    for (const work = end(); work.next().done !== true;) {
      // Whoever stops reading wants what was read: only a rejection ends this.
      await turn(1);
    }
  }
}
