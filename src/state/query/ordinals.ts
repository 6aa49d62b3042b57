import type { EventTable } from '../../model/event-table';

/** Where ids stand in the table's lists: `actors.get('john-kerry')` is an index into `table.actors`. */
export interface Ordinals {
  readonly actors: ReadonlyMap<string, number>;
  readonly countries: ReadonlyMap<string, number>;
}

const remembered = new WeakMap<EventTable, Ordinals>();

/** Indices of actors and countries by id; worked out once a table. An id that isn't in the table has none. */
export function ordinalsOf(table: EventTable): Ordinals {
  let ordinals = remembered.get(table);
  if (ordinals === undefined) {
    ordinals = { actors: indexById(table.actors), countries: indexById(table.countries) };
    remembered.set(table, ordinals);
  }
  return ordinals;
}

function indexById(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id, index) => [id, index]));
}
