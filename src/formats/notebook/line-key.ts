import type { UnitKey } from './layout';
import type { LineOwner } from './notebook-types';

/** What a record is called among the units of a text. */
export function keyOf({ kind, id }: LineOwner): UnitKey {
  return kind === 'head' ? 'head' : `${kind}:${id}`;
}
