import { memoByObject } from './memo';

/**
 * Entries of a dataset's list, each with a key for React. Entries have no id and may repeat (merged files, imports),
 * and a dataset's lists never change their order: their place is the key.
 */
export function keyed<Item>(items: readonly Item[]): readonly { readonly key: string; readonly item: Item }[] {
  return items.map((item, place) => ({ key: String(place), item }));
}

let made = 0;

/**
 * A key for React that is another one for every object: what is drawn of one dataset must not be taken for a part of
 * the next.
 */
export const objectKey = memoByObject((_object: object): string => {
  made += 1;
  return String(made);
});
