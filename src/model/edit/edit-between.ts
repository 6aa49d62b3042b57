import type { WholeDataset } from '../dataset';
import { LIST_NAMES } from './edit';
import type { DatasetFields, Edit, EditAbout, ListName, RecordChange } from './edit';

/**
 * The edit that makes `after` of `before`; undefined where nothing differs. Records that are the same object are taken
 * as unchanged, so that a step that leaves them alone costs a comparison each: O(records).
 */
export function editBetween(before: WholeDataset, after: WholeDataset, about: EditAbout): Edit | undefined {
  if (before === after) return undefined;
  const changes: RecordChange[] = [];
  const orders: Edit['orders'][number][] = [];
  for (const list of LIST_NAMES) {
    if (before[list] === after[list]) continue;
    changes.push(...changesOf(list, before[list], after[list]));
    const order = orderChange(list, before[list], after[list]);
    if (order !== undefined) orders.push(order);
  }
  const head = headChange(before, after);
  return changes.length === 0 && orders.length === 0 && head === undefined
    ? undefined
    : { about, head, changes, orders };
}

/** The records of one list that are new, gone or another object. */
function changesOf(
  list: ListName,
  before: readonly { readonly id: string }[],
  after: readonly { readonly id: string }[],
): readonly RecordChange[] {
  const was = new Map(before.map((record) => [record.id, record]));
  const changes: object[] = [];
  for (const record of after) {
    const old = was.get(record.id);
    was.delete(record.id);
    if (old !== record) changes.push({ list, id: record.id, before: old, after: record });
  }
  for (const [id, record] of was) changes.push({ list, id, before: record, after: undefined });
  // Both sides are of the same list.
  return changes as RecordChange[];
}

/** Where those that stay come in another order, or a new one doesn't stand last. */
function orderChange(
  list: ListName,
  before: readonly { readonly id: string }[],
  after: readonly { readonly id: string }[],
): Edit['orders'][number] | undefined {
  const isSame = before.length === after.length && before.every(({ id }, at) => after[at]?.id === id);
  return isSame ? undefined : { list, before: before.map(({ id }) => id), after: after.map(({ id }) => id) };
}

function headChange(before: WholeDataset, after: WholeDataset): Edit['head'] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const keys = new Set([...Object.keys(was), ...Object.keys(is)]);
  const differs = [...keys].some((key) => was[key as keyof DatasetFields] !== is[key as keyof DatasetFields]);
  return differs ? { before: was, after: is } : undefined;
}

function fieldsOf(dataset: WholeDataset): DatasetFields {
  const { events: _, sources: __, actors: ___, chapters: ____, notes: _____, periods: ______, ...fields } = dataset;
  return fields;
}
