/**
 * Entries of a dataset's list, each with a key for React. Entries have no id and may repeat (merged files, imports), and a
 * dataset's lists never change their order: their place is the key.
 */
export function keyed<Item>(items: readonly Item[]): readonly { readonly key: string; readonly item: Item }[] {
  return items.map((item, place) => ({ key: String(place), item }));
}
