import { valueAt } from '../base/value-at';
import { ROWS_A_STEP } from '../base/steps';
import type { Steps } from '../base/steps';

/**
 * Lists of values with a role each, as compressed sparse rows: those of record r are from `offset[r]` up to, not
 * including, `offset[r + 1]`.
 */
export interface Pairs {
  readonly offset: Uint32Array;
  readonly value: Uint32Array | Uint16Array;
  readonly role?: Uint8Array | undefined;
}

/** The same with every role known. */
export interface PackedPairs {
  readonly offset: Uint32Array;
  readonly value: Uint32Array | Uint16Array;
  readonly role: Uint8Array;
}

/** The lists in another order of records (the same arrays where there is none), every value with a role. */
export function* packPairs(
  { offset, value, role }: Pairs,
  order: Uint32Array | undefined,
  usualRole: number,
): Steps<PackedPairs> {
  if (order === undefined) return { offset, value, role: role ?? new Uint8Array(value.length).fill(usualRole) };
  const packed = new Uint32Array(order.length + 1);
  for (let row = 0; row < order.length; row++) {
    if (row % ROWS_A_STEP === 0) yield 0.8;
    const record = valueAt(order, row);
    packed[row + 1] = valueAt(packed, row) + valueAt(offset, record + 1) - valueAt(offset, record);
  }
  const length = valueAt(packed, order.length);
  const values = value instanceof Uint16Array ? new Uint16Array(length) : new Uint32Array(length);
  const roles = new Uint8Array(length).fill(usualRole);
  for (let row = 0; row < order.length; row++) {
    if (row % ROWS_A_STEP === 0) yield 0.8;
    const record = valueAt(order, row);
    let to = valueAt(packed, row);
    for (let from = valueAt(offset, record); from < valueAt(offset, record + 1); from++, to++) {
      values[to] = valueAt(value, from);
      if (role !== undefined) roles[to] = valueAt(role, from);
    }
  }
  return { offset: packed, value: values, role: roles };
}

/** Lists written one after the other, of unknown length together. */
export interface OpenLists {
  readonly offset: Uint32Array;
  readonly push: (value: number) => void;
  /** Ends the list of a record; records are ended in order. */
  readonly close: (record: number) => void;
  readonly values: () => Uint32Array;
}

/** Room for the lists of `records` records; `guess` is how many values there may be, and grows when there are more. */
export function packOffsets(records: number, guess: number): OpenLists {
  const offset = new Uint32Array(records + 1);
  let values = new Uint32Array(Math.max(guess, 16));
  let length = 0;
  return {
    offset,
    push: (value) => {
      if (length === values.length) {
        const grown = new Uint32Array(values.length * 2);
        grown.set(values);
        values = grown;
      }
      values[length++] = value;
    },
    close: (record) => {
      offset[record + 1] = length;
    },
    values: () => values.subarray(0, length),
  };
}
