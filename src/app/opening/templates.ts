import type { Translate } from '../../base/translate';
import { withoutIsolates } from '../../base/translate';
import type { TemplateKind } from '../../ui/open/open-services';
import { notebookLines } from '../notebook-lines';
import { csvCell } from './faults-csv';
import { fileText } from './file-names';
import { sheetBytes } from '../../formats/spreadsheet/write-workbook';

const COLUMNS = ['date', 'what', 'who', 'kind', 'place', 'link', 'source'] as const;

/** The head of a table and three rows that work, in the words of the page. */
function templateRows(t: Translate): readonly (readonly string[])[] {
  const rows = (['first', 'second', 'third'] as const).map((row) =>
    [
      t(`open.template.${row}.date`),
      t(`open.template.${row}.what`),
      t(`open.template.${row}.who`),
      t(`open.template.${row}.kind`),
      '',
      'https://news.example/1',
      t('open.template.source'),
    ].map(withoutIsolates),
  );
  return [COLUMNS.map((column) => t(`open.template.${column}`)), ...rows];
}

/** A notebook, or a table to fill in: as plain text with the mark that spreadsheets want, or as a sheet. */
export async function templateFile(kind: TemplateKind, t: Translate): Promise<File> {
  const rows = templateRows(t);
  const name = t('open.template.name');
  if (kind === 'csv') {
    const text = rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
    return fileText(`\uFEFF${text}`, `${name}.csv`, 'text/csv');
  }
  if (kind === 'notebook') return fileText(`${notebookLines(t)}\n`, `${name}.txt`, 'text/plain');
  return new File([sheetBytes(rows, name)], `${name}.xlsx`, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
}
