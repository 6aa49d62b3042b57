import type { RecordSource } from '../../record-source';

/** A table whose columns have names; its records are those under the header alone. */
export interface LaidOutSource extends RecordSource {
  /** No two are the same, and no cell of the head stands beyond them. */
  readonly headers: readonly string[];
}
