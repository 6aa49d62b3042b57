/**
 * Entries of a dataset's list, each with a key for React. Entries have no id and may repeat (merged files, imports),
 * and a dataset's lists never change their order: their place is the key.
 */
export function keyed<Item>(items: readonly Item[]): readonly { readonly key: string; readonly item: Item }[] {
  return items.map((item, place) => ({ key: String(place), item }));
}

const keys = new WeakMap<object, string>();
let made = 0;

/**
 * A key for React that is another one for every object: what is drawn of one dataset must not be taken for a part of
 * the next.
 */
export function objectKey(object: object): string {
  const known = keys.get(object);
  if (known !== undefined) return known;
  made += 1;
  const key = String(made);
  keys.set(object, key);
  return key;
}
