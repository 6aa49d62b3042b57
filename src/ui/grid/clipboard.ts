import { escapeMarkup } from '../../base/escape-markup';

/** Rows of cells as spreadsheets take them: tabs between cells; a cell with tabs, breaks or quotes stands in quotes. */
export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\r\n');
}

function quoted(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The same as a table of HTML, for editors of texts. */
export function toHtml(rows: readonly (readonly string[])[]): string {
  return `<table><tbody>${rows.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`).join('')}</tbody></table>`;
}

function htmlCell(text: string): string {
  return `<td>${escapeMarkup(text).replaceAll('\n', '<br>')}</td>`;
}

/**
 * Rows of cells as spreadsheets and tables of pages give them: tabs between cells, and quotes only about a cell that has
 * breaks, tabs or quotes. A break at the end begins no row. Linear in the text.
 */
export function fromTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let from = 0;
  const length = text.replace(/\r?\n$/, '').length;
  const body = text.slice(0, length);
  while (from <= body.length) {
    const { cell, end } = cellAt(body, from);
    row.push(cell);
    const sign = body.charAt(end);
    if (sign !== '\t') {
      rows.push(row);
      row = [];
    }
    from = end + (sign === '\r' && body.charAt(end + 1) === '\n' ? 2 : 1);
    if (sign === '') break;
  }
  return rows;
}

function cellAt(text: string, from: number): { readonly cell: string; readonly end: number } {
  if (text.charAt(from) === '"') {
    const whole = QUOTED;
    whole.lastIndex = from;
    const found = whole.exec(text);
    if (found !== null)
      return { cell: (found[1] ?? '').replaceAll('""', '"').replaceAll('\r\n', '\n'), end: whole.lastIndex };
  }
  BARE.lastIndex = from;
  const cell = BARE.exec(text)?.[0] ?? '';
  return { cell, end: from + cell.length };
}

/** A cell in quotes, up to a sign that ends it; quotes inside are doubled. */
const QUOTED = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;
const BARE = /[^\t\r\n]*/y;
