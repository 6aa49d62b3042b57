import { andThen } from '../base/awaitable';
import type { Awaitable } from '../base/awaitable';
import { lazyCode } from '../base/lazy-code';
import type { Translate } from '../base/translate';
import type { LoadProblem } from '../model/load-problem';
import type { RecordSource } from './record-source';
import type { SourceFile } from './source-file';
import { recogniseSpreadsheet } from './spreadsheet/recognise-spreadsheet';
import { textRecords } from './table/survey/text-records';

const SPREADSHEETS = lazyCode(() =>
  import('./spreadsheet/spreadsheet-source').then(({ spreadsheetSource }) => spreadsheetSource),
);

/** The records of a table: of a sheet where the file is a spreadsheet, else of its text. Rejects with the signal's reason. */
export function recordsOfFile(
  file: SourceFile,
  options: { readonly t: Translate; readonly signal: AbortSignal },
): Awaitable<RecordSource | LoadProblem> {
  return andThen(file.head(), (head) => {
    if ('kind' in head) return head;
    if (recogniseSpreadsheet(head) === 'none') return textRecords(file);
    return SPREADSHEETS.load().then((spreadsheetSource) => spreadsheetSource(file, options));
  });
}
