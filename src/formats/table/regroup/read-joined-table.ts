import type { LoadProblem } from '../../../model/load-problem';
import type { RecordSource } from '../../record-source';
import type { JoinedTable } from './join-records';

/** Between the values of several records that have one key. */
const BETWEEN = '; ';

/**
 * All of a table by the column `key`, its other columns in their order. Records without a key are none; where several have
 * the same, their values stand beside each other. Gives the problem where it can't be read.
 */
export async function readJoinedTable(
  source: RecordSource,
  key: string,
  turn: (done: number | undefined) => Promise<boolean>,
): Promise<JoinedTable | LoadProblem> {
  const joined = makeJoinedTable(source.headers ?? [], key);
  // The share that is told is that of the table which the events stand in.
  const problem = await source.read(joined.take, () => turn(0));
  return problem ?? joined.table;
}

/** A table by its key that is being filled. */
export function makeJoinedTable(
  headers: readonly string[],
  key: string,
): { readonly take: (cells: readonly string[]) => void; readonly table: JoinedTable } {
  const keyPlace = headers.indexOf(key);
  const places = headers.map((_, place) => place).filter((place) => place !== keyPlace);
  const byKey = new Map<string, readonly string[]>();
  return {
    table: { headers: places.map((place) => headers[place] ?? ''), byKey },
    take: (cells) => {
      const id = cells[keyPlace]?.trim() ?? '';
      if (id === '') return;
      const own = places.map((place) => cells[place] ?? '');
      const before = byKey.get(id);
      byKey.set(id, before === undefined ? own : own.map((cell, index) => beside(before[index] ?? '', cell)));
    },
  };
}

function beside(before: string, cell: string): string {
  if (cell === '' || before === cell || before.split(BETWEEN).includes(cell)) return before;
  return before === '' ? cell : before + BETWEEN + cell;
}
