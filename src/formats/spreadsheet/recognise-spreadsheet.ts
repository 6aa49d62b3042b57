import { officeKind } from '../packed/packed-kind';
import type { Confidence } from '../recognise';

/** What Excel (since 2007), LibreOffice, Numbers and Google's sheets write: XLSX and ODS. */
export function recogniseSpreadsheet(head: Uint8Array): Confidence {
  const kind = officeKind(head);
  return kind === 'xlsx' || kind === 'ods' ? 'certain' : 'none';
}
