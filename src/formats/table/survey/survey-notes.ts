import type { Translate } from '../../../base/translate';
import type { PlanNote } from '../../reader';
import { recordNoteInWords } from '../../record-notes';
import type { RecordHead } from '../../record-source';
import type { TableLayout } from '../table-mapping';
import type { LaidOutSource } from './laid-out-source';

/** What was decided of how a table is read, and what a person should look at, in whole sentences. */
export function surveyNotes(
  { choices, isNamed }: Pick<LaidOutSource, 'choices'> & { readonly isNamed: boolean },
  { header, headers: given }: TableLayout,
  { notes }: RecordHead,
  t: Translate,
): readonly PlanNote[] {
  const found: PlanNote[] = [];
  const encoding = choices.find(({ about }) => about === 'encoding');
  if (encoding !== undefined && encoding.chosen !== 'utf-8')
    found.push({ kind: 'to-settle', text: t('survey.encoding', { encoding: encoding.chosen }) });
  if (header === 'side') found.push({ kind: 'to-settle', text: t('survey.side') });
  else if (header === 'none' && given === undefined && !isNamed)
    found.push({ kind: 'settled', text: t('survey.noHeader') });
  else if (typeof header === 'number' && header > 1)
    found.push({ kind: 'settled', text: t('survey.headerLine', { line: header }) });
  for (const note of notes)
    found.push({ kind: note.about === 'era-1904' ? 'settled' : 'to-settle', text: recordNoteInWords(note, t) });
  return found;
}
