import type { Extended } from '../dataset';

/** A record's content as text: the same for records that say the same, whatever order their fields stand in. */
export function contentOf(record: object): string {
  return JSON.stringify(
    Object.entries(record)
      .filter(([, value]) => value !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The records of several lists, each content once, in order of first use. */
export function uniteRecords<Item extends object>(...lists: readonly (readonly Item[])[]): readonly Item[] {
  return uniteBy(contentOf, ...lists);
}

/** The records of several lists, of those with the same key the first, in order of first use. */
export function uniteBy<Item>(keyOf: (item: Item) => string, ...lists: readonly (readonly Item[])[]): readonly Item[] {
  const first = new Map<string, Item>();
  for (const item of lists.flat()) {
    const key = keyOf(item);
    if (!first.has(key)) first.set(key, item);
  }
  return [...first.values()];
}

/** The fields of several records that nobody knows, each as the first has it, as `extra`; nothing where there are none. */
export function extraOfAll(records: readonly Extended[]): Extended {
  const fields = new Map<string, unknown>();
  for (const { extra = {} } of records)
    for (const [key, value] of Object.entries(extra)) if (!fields.has(key)) fields.set(key, value);
  return fields.size === 0 ? {} : { extra: Object.fromEntries(fields) };
}

/** The texts of several lists, each once, in order of first use. */
export function uniteTexts(...lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())];
}

/**
 * An id that nothing has yet, made of a taken one and the dataset that wanted it; always the same for the same
 * datasets.
 */
export function freeId(id: string, dataset: string, isTaken: (id: string) => boolean): string {
  let free = `${id}@${dataset}`;
  for (let n = 2; isTaken(free); n++) free = `${id}@${dataset}@${n}`;
  return free;
}
