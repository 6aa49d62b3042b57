import { makeSlices } from '../../base/slices';
import type { Translate } from '../../base/translate';
import type { LoadProblem } from '../../model/load-problem';
import { officeKind } from '../packed/packed-kind';
import type { SourceFile } from '../source-file';
import { openOds } from './ods-workbook';
import type { Workbook } from './workbook';
import { openXlsx } from './xlsx-workbook';
import { zipParts } from './zip-parts';

export interface SpreadsheetOptions {
  /** In whose language faults are told. */
  readonly t: Translate;
  /** Ends all that is done with the file. */
  readonly signal: AbortSignal;
}

export interface OpenedWorkbook extends Workbook {
  /** Lets the page have its turn now and then. */
  readonly breathe: () => Promise<void>;
}

/** Opens a spreadsheet: what its sheets are, none of which is read. In slices; aborting rejects with the signal's reason. */
export async function openWorkbook(
  file: SourceFile,
  { t, signal }: SpreadsheetOptions,
): Promise<OpenedWorkbook | LoadProblem> {
  const { breathe } = makeSlices({ signal });
  const head = await file.head();
  if ('kind' in head) return head;
  const zip = await zipParts(file, { t, signal, breathe });
  if ('kind' in zip) return zip;
  const book =
    officeKind(head) === 'ods' ? await openOds(zip, file.name, t, breathe) : await openXlsx(zip, file.name, t);
  if ('kind' in book) return book;
  if (book.sheets.length === 0) return { kind: 'no-events', source: file.name, detail: t('sheet.none') };
  return { ...book, breathe };
}
