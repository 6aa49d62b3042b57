import { ownText } from '../../../base/utf8-strings';
import type { Actor } from '../../../model/dataset';
import type { NameFindings } from '../findings';

/** How often a column names whom. */
export interface NameCounts {
  /** By the actor's index. */
  readonly count: (actor: number) => void;
  /** A cell that was parted, and into what. */
  readonly together: (cell: string, names: readonly string[]) => void;
  /** A record whose cell is empty. */
  readonly without: () => void;
  readonly findings: (column: string, actors: readonly Actor[]) => NameFindings;
}

const MOST_NAMES = 1000;
/** Past so many neighbours a column is a list of names, and nobody looks at each pair. */
const MOST_PAIRS = 20_000;
/** Once may be by chance. */
const OFTEN = 2;

/** Nobody yet. */
export function makeNameCounts(): NameCounts {
  let counts = new Uint32Array(64);
  let rowsWithout = 0;
  const pairs = new Map<string, { readonly names: readonly [string, string]; readonly whole: string; count: number }>();
  const cellsWith = new Map<string, number>();
  return {
    count: (actor) => {
      if (actor >= counts.length) {
        const wider = new Uint32Array(Math.max(counts.length * 2, actor + 1));
        wider.set(counts);
        counts = wider;
      }
      counts[actor] = (counts[actor] ?? 0) + 1;
    },
    without: () => {
      rowsWithout += 1;
    },
    together: (cell, names) => {
      if (pairs.size >= MOST_PAIRS) return;
      for (const name of new Set(names)) cellsWith.set(ownText(name), (cellsWith.get(name) ?? 0) + 1);
      names.forEach((name, index) => {
        const next = names[index + 1];
        if (next === undefined || name === '' || next === '' || name === next) return;
        const key = `${name}\n${next}`;
        const known = pairs.get(key);
        if (known !== undefined) known.count += 1;
        else
          pairs.set(ownText(key), {
            names: [ownText(name), ownText(next)],
            whole: wholeOf(cell, name, next),
            count: 1,
          });
      });
    },
    findings: (column, actors) => {
      const named = [...counts.subarray(0, actors.length)]
        .map((count, index) => ({ name: actors[index]?.label ?? '', count }))
        .filter(({ count }) => count > 0)
        .toSorted((a, b) => b.count - a.count);
      const countOf = new Map(named.map(({ name, count }) => [name, count]));
      const together =
        pairs.size >= MOST_PAIRS
          ? []
          : [...pairs.values()]
              .filter(
                ({ names, count }) =>
                  count >= OFTEN && names.every((name) => cellsWith.get(name) === count && countOf.get(name) === count),
              )
              .toSorted((a, b) => b.count - a.count);
      return { column, names: named.slice(0, MOST_NAMES), distinct: named.length, rowsWithout, together };
    },
  };
}

/** The two as the cell has them, with what stands between. */
function wholeOf(cell: string, first: string, second: string): string {
  const from = cell.indexOf(first);
  const to = cell.indexOf(second, from + first.length);
  return ownText(from < 0 || to < 0 ? `${first} ${second}` : cell.slice(from, to + second.length));
}
