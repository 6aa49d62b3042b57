import type { Edit, ListName, RecordChange } from './edit';

/** Two edits, the second made after the first, as one. Undoing it gives what was there before the first. */
export function joinEdits(first: Edit, second: Edit): Edit {
  const changes = new Map(first.changes.map((change) => [keyOf(change), change]));
  for (const change of second.changes) {
    const key = keyOf(change);
    const before = changes.get(key);
    const joined = before === undefined ? change : { ...change, before: before.before };
    // What came and went again is nothing.
    if (joined.before === joined.after) changes.delete(key);
    else changes.set(key, joined);
  }
  const lists = new Set<ListName>([...first.orders, ...second.orders].map(({ list }) => list));
  return {
    about: second.about,
    head:
      second.head && first.head ? { before: first.head.before, after: second.head.after } : (second.head ?? first.head),
    changes: [...changes.values()],
    orders: [...lists].map((list) => joinedOrder(list, first, second)),
  };
}

function keyOf({ list, id }: RecordChange): string {
  return `${list} ${id}`;
}

/** A list whose order one of them leaves alone has the same ids on both of its sides. */
function joinedOrder(list: ListName, first: Edit, second: Edit): Edit['orders'][number] {
  const one = first.orders.find((each) => each.list === list);
  const other = second.orders.find((each) => each.list === list);
  return { list, before: (one ?? other)?.before ?? [], after: (other ?? one)?.after ?? [] };
}
