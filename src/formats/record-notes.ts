import type { Translate } from '../base/translate';
import type { RecordNote } from './record-source';

/** What a person should know of a table, in words. Those of the unit `faults`. */
export function recordNoteInWords({ about, n }: RecordNote, t: Translate): string {
  return t(`recordNote.${about}`, { n });
}
