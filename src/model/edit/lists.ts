import { cleanText } from '../../base/clean-text';
import { makeFreeIds } from '../../base/free-ids';
import type { WholeDataset } from '../dataset';
import type { ListName, RecordLists } from './edit';

/** As `map`, but the list itself where each item stays the same object. */
export function mapSame<Item>(list: readonly Item[], change: (item: Item) => Item): readonly Item[] {
  let isSame = true;
  const changed = list.map((item) => {
    const next = change(item);
    if (next !== item) isSame = false;
    return next;
  });
  return isSame ? list : changed;
}

/** As `filter`, but the list itself where all of it stays. */
export function filterSame<Item>(list: readonly Item[], isKept: (item: Item) => boolean): readonly Item[] {
  return list.every(isKept) ? list : list.filter(isKept);
}

/** The record with some fields changed; itself where they say what it says already. */
export function withFields<Item extends object>(record: Item, fields: NoInfer<Partial<Item>>): Item {
  const keys = Object.keys(fields) as (keyof Item)[];
  const isSame = keys.every((key) => isSameValue(record[key], fields[key]));
  return isSame ? record : { ...record, ...fields };
}

/** Whether two values of fields say the same, in whatever objects. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** The dataset with other lists and fields; itself where none of them is another object. */
export function withLists(dataset: WholeDataset, fields: Partial<WholeDataset>): WholeDataset {
  const keys = Object.keys(fields) as (keyof WholeDataset)[];
  return keys.every((key) => dataset[key] === fields[key]) ? dataset : { ...dataset, ...fields };
}

/** One field's text as a file may have it, undefined for nothing. */
export function textOrNothing(text: string | undefined): string | undefined {
  const clean = cleanText(text ?? '').trim();
  return clean === '' ? undefined : clean;
}

/** The record of a list with this id; undefined where there is none. O(records). */
export function recordOf<Name extends ListName>(
  dataset: WholeDataset,
  list: Name,
  id: string,
): RecordLists[Name] | undefined {
  const records: readonly RecordLists[Name][] = recordsOf(dataset, list);
  return records.find((record) => record.id === id);
}

/** A list by its name. */
export function recordsOf<Name extends ListName>(dataset: WholeDataset, list: Name): readonly RecordLists[Name][] {
  // The lists of a dataset are those of `RecordLists` by the same names.
  return dataset[list] as unknown as readonly RecordLists[Name][];
}

/** An id that no record of the list has yet: the one wanted, or that with a number. Claims share the ids of events. */
export function newId(dataset: WholeDataset, list: ListName, wanted: string): string {
  const taken = new Set<string>(dataset[list].map(({ id }) => id));
  if (list === 'events') for (const { claims } of dataset.events) for (const { id } of claims) taken.add(id);
  const short = wanted.slice(0, LONGEST_ID);
  return taken.has(short) ? makeFreeIds((id) => taken.has(id))(short) : short;
}

/** Numbers have room after it. */
const LONGEST_ID = 100;
