import { makeFreeIds } from '../../base/free-ids';
import type { RecordPlace, RejectionList } from '../rejections';

/** Ids of the records of one list, no two the same. */
export interface UniqueIds {
  /**
   * The record's own id, or one made of it where another record has that: told, and the record is kept. `path` is where
   * the id stands in the record.
   */
  readonly take: (id: string, place: RecordPlace, list: RejectionList, path?: string) => string;
  /** Whether a record has it, by its own word or made. */
  readonly has: (id: string) => boolean;
}

/** `wanted` are the ids that the file's records have: none of them is made for another. `others` are taken from the start. */
export function makeUniqueIds(wanted: Iterable<string | undefined> = [], others: Iterable<string> = []): UniqueIds {
  const all = new Set(wanted);
  const taken = new Set(others);
  const free = makeFreeIds((id) => all.has(id) || taken.has(id));
  return {
    has: (id) => taken.has(id),
    take: (id, place, list, path = '/id') => {
      const made = taken.has(id) ? free(id) : id;
      taken.add(made);
      if (made !== id) list.reject(place, path, id, list.t('expected.uniqueId', { id: made }), 'noted');
      return made;
    },
  };
}
