import { valueAt } from '../../base/value-at';
import type { EventTable } from '../../model/event-table';
import { participantLists, postingsBy, postingsOf } from '../../model/postings';
import { COUNTRY_ROLES } from '../../model/vocabulary';

/** Actors under one heading, as indices into `table.actors`; an `id` of "" is no group but all actors side by side. */
export interface Group {
  readonly id: string;
  readonly kind: 'country' | 'heading';
  readonly actors: readonly number[];
}

/** Table rows in time order, each once, and whether somebody acts in each. */
export type Involved = ReturnType<typeof postingsOf>;

/** All rows of each group, whoever of it takes part, and what its country does without any of its actors. */
export interface HeadRows {
  readonly all: (group: number) => Involved;
  /** Of an open group: the rows of the given actors, and what the country does without any. */
  readonly own: (group: number, actors: readonly number[]) => Involved;
}

/**
 * A country that acts although none of its own actors takes part does so on its own lane: as acting where no actor is
 * named at all, as involved where somebody else (a coalition) acts for it. O(participants and countries).
 */
export function headRows(table: EventTable, groups: readonly Group[], involved: (actor: number) => Involved): HeadRows {
  const groupOf = new Int32Array(table.actors.length).fill(-1);
  groups.forEach((group, index) => {
    if (group.id !== '') for (const at of group.actors) groupOf[at] = index;
  });
  const byGroup = postingsBy(participantLists(table), groupOf, groups.length);
  const alone = uncoveredRows(table, groups, groupOf);
  return {
    all: (group) => united([postingsOf(byGroup, group), alone(group)]),
    own: (group, actors) => united([...actors.map(involved), alone(group)]),
  };
}

function uncoveredRows(table: EventTable, groups: readonly Group[], groupOf: Int32Array): (group: number) => Involved {
  const groupIndex = new Map(groups.map(({ id }, index) => [id, index]));
  const groupOfCountry = Int32Array.from(table.countries, (code) => groupIndex.get(code) ?? -1);
  const { participantOffset, participantActor, countryOffset, countryIndex, countryRole } = table;
  const acting = COUNTRY_ROLES.indexOf('acting');
  const found = groups.map(() => ({ rows: [] as number[], acts: [] as number[] }));
  for (let row = 0; row < table.size; row++) {
    const from = valueAt(participantOffset, row);
    const to = valueAt(participantOffset, row + 1);
    for (let c = valueAt(countryOffset, row), end = valueAt(countryOffset, row + 1); c < end; c++) {
      const group = groupOfCountry[valueAt(countryIndex, c)] ?? -1;
      if (group < 0 || countryRole[c] !== acting) continue;
      let covered = false;
      for (let i = from; i < to && !covered; i++) covered = groupOf[valueAt(participantActor, i)] === group;
      const own = found[group];
      if (covered || own === undefined || own.rows.at(-1) === row) continue;
      own.rows.push(row);
      own.acts.push(from === to ? 1 : 0);
    }
  }
  return (group) => ({
    rows: Uint32Array.from(found[group]?.rows ?? []),
    acts: Uint8Array.from(found[group]?.acts ?? []),
  });
}

/**
 * Sorted lists of rows as one, each row once, acting where it acts in any; the very list where only one holds anything.
 */
function united(lists: readonly Involved[]): Involved {
  const filled = lists.filter(({ rows }) => rows.length > 0);
  const [first, second, ...others] = filled;
  if (first === undefined) return { rows: new Uint32Array(), acts: new Uint8Array() };
  return second === undefined ? first : united([merged(first, second), ...others]);
}

function merged(a: Involved, b: Involved): Involved {
  const rows = new Uint32Array(a.rows.length + b.rows.length);
  const acts = new Uint8Array(rows.length);
  let length = 0;
  for (let i = 0, j = 0; i < a.rows.length || j < b.rows.length;) {
    const left = a.rows[i] ?? Infinity;
    const right = b.rows[j] ?? Infinity;
    rows[length] = Math.min(left, right);
    acts[length++] = (left <= right ? valueAt(a.acts, i++) : 0) | (right <= left ? valueAt(b.acts, j++) : 0);
  }
  return { rows: rows.slice(0, length), acts: acts.slice(0, length) };
}
