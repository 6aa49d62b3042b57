import { growing } from '../../base/growable-array';
import type { Growing } from '../../base/growable-array';

/** Lists of values with a role each, one list a record, as compressed sparse rows that grow. */
export interface CsvPairs {
  readonly offset: Growing<Uint32Array>;
  readonly value: Growing<Uint32Array>;
  readonly role: Growing<Uint8Array>;
  readonly push: (value: number, role: number) => void;
  /** Ends the list of the next record. */
  readonly close: () => void;
}

/** No lists yet. */
export function makeCsvPairs(): CsvPairs {
  const offset = growing((length) => new Uint32Array(length));
  const value = growing((length) => new Uint32Array(length));
  const role = growing((length) => new Uint8Array(length));
  offset.push(0);
  return {
    offset,
    value,
    role,
    push: (index, its) => {
      value.push(index);
      role.push(its);
    },
    close: () => offset.push(value.length()),
  };
}
