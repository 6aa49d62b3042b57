import type { WholeDataset } from '../dataset';
import { LIST_NAMES } from './edit';
import type { Edit, ListName, RecordChange } from './edit';

/**
 * The dataset after an edit. Made for the dataset that the edit was made from (or one with the same records where it
 * changes anything); records that it doesn't concern stay the same objects. O(records) of the lists it concerns.
 */
export function applyEdit(dataset: WholeDataset, edit: Edit): WholeDataset {
  const lists: Partial<Record<ListName, readonly unknown[]>> = {};
  for (const list of LIST_NAMES) {
    const changes = edit.changes.filter((change) => change.list === list);
    const order = edit.orders.find((each) => each.list === list)?.after;
    if (changes.length > 0 || order !== undefined) lists[list] = changedList(dataset[list], changes, order);
  }
  const { events, sources, actors, chapters, notes, periods } = dataset;
  const head = edit.head?.after ?? dataset;
  return { ...head, events, sources, actors, chapters, notes, periods, ...lists } as WholeDataset;
}

function changedList(
  records: readonly { readonly id: string }[],
  changes: readonly RecordChange[],
  order: readonly string[] | undefined,
): readonly { readonly id: string }[] {
  const changed = new Map(changes.map(({ id, after }) => [id, after]));
  const stay = records.flatMap((record) => (changed.has(record.id) ? (changed.get(record.id) ?? []) : record));
  if (order === undefined) return stay;
  const byId = new Map(stay.map((record) => [record.id, record]));
  for (const { id, after } of changes) if (after !== undefined) byId.set(id, after);
  const placed = order.flatMap((id) => byId.get(id) ?? []);
  // Whatever the order doesn't know stays, at the end.
  for (const id of order) byId.delete(id);
  return [...placed, ...byId.values()];
}

/** The edit that takes another back. */
export function invertEdit({ about, head, changes, orders }: Edit): Edit {
  return {
    about,
    head: head && { before: head.after, after: head.before },
    changes: changes.map(({ list, id, before, after }) => ({ list, id, before: after, after: before })),
    orders: orders.map(({ list, before, after }) => ({ list, before: after, after: before })),
  };
}
