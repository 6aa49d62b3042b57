import type { Translate } from '../base/translate';
import type { RecordNote } from './record-source';

/** What a person should know of a table, in a whole sentence. Those of the unit `faults`. */
export function recordNoteInWords({ about, n, lines = 1 }: RecordNote, t: Translate): string {
  return isOfALine(about) ? t(`survey.${about}`, { line: n, n: lines }) : t(`recordNote.${about}`, { n });
}

/** Whether a note's number is that of a line. */
function isOfALine(about: RecordNote['about']): about is (typeof OF_LINES)[number] {
  return OF_LINES.some((one) => one === about);
}

const OF_LINES = ['unclosed-quote', 'other-encoding', 'lost-letters', 'nul', 'no-json'] as const;
