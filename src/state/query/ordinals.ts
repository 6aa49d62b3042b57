import { memoByObject } from '../../base/memo';
import type { EventTable } from '../../model/event-table';
import { actorPostings, postingsOf } from '../../model/postings';

/** Where ids stand in the table's lists: `actors.get('john-kerry')` is an index into `table.actors`. */
export interface Ordinals {
  readonly actors: ReadonlyMap<string, number>;
  readonly countries: ReadonlyMap<string, number>;
}

/** Indices of actors and countries by id; worked out once a table. An id that isn't in the table has none. */
export const ordinalsOf = memoByObject((table: EventTable): Ordinals => ({
  actors: indexById(table.actors),
  countries: indexById(table.countries),
}));

/** Rows in which an actor takes part in any role, in order; none for one that isn't in the table. */
export function rowsOfActor(table: EventTable, id: string): Uint32Array {
  const own = ordinalsOf(table).actors.get(id);
  return own === undefined ? new Uint32Array() : postingsOf(actorPostings(table), own).rows;
}

function indexById(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id, index) => [id, index]));
}
