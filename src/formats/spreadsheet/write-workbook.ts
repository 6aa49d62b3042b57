import { escapeMarkup } from '../../base/escape-markup';
import { stored } from '../packed/stored-zip';

/*
 * Texts as a workbook (ECMA-376, the least that it asks for), which every spreadsheet opens. All cells are texts and stay
 * so while somebody types: a date is what was typed, and nothing that a spreadsheet made of it; what looks like a formula is
 * none.
 */

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A file of the archive that a workbook is. */
export type WorkbookPart = readonly [path: string, text: string];

/** Texts as a workbook of one sheet, whose first row is its head. */
export function sheetBytes(rows: readonly (readonly string[])[], name: string): Uint8Array<ArrayBuffer> {
  const columns = Math.max(1, ...rows.map((cells) => cells.length));
  const body = rows.map((cells, row) => rowXml(cells, row === 0));
  return stored([...workbookParts([name]), [sheetPath(0), `${sheetStart(columns)}${body.join('')}${SHEET_END}`]]);
}

/** All parts of a workbook but its sheets, which stand at `sheetPath`. */
export function workbookParts(names: readonly string[]): readonly WorkbookPart[] {
  const sheets = names.map((_, index): readonly [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]);
  return [
    ['[Content_Types].xml', contentTypes(names.length)],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook(names)],
    ['xl/_rels/workbook.xml.rels', relations([...sheets, ['styles', 'styles.xml']])],
    ['xl/styles.xml', styles()],
  ];
}

/** Where the sheet of this index stands. */
export function sheetPath(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

/** What stands before the rows of a sheet with so many columns: its first row stays in sight. */
export function sheetStart(columns: number): string {
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${columns}" width="28" style="1" customWidth="1"/></cols><sheetData>`;
}

/** A row of texts, one under the other in the order they are written in. */
export function rowXml(cells: readonly string[], isHead: boolean): string {
  const all = cells.map((text) =>
    text === ''
      ? `<c s="${isHead ? 2 : 1}"/>`
      : `<c s="${isHead ? 2 : 1}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`,
  );
  return `<row>${all.join('')}</row>`;
}

export const SHEET_END = '</sheetData></worksheet>';

/** A cell holds so many characters; a program that finds more calls the whole file broken. */
const LONGEST_CELL = 32_767;

/** An underscore before what would be read as a letter's number, and a CR, which XML would lose, are written as numbers. */
function cellText(text: string): string {
  const short = text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text;
  return escapeMarkup(short.replaceAll(/_(?=x[\da-f]{4}_)/gi, '_x005F_')).replaceAll('\r', '_x000D_');
}

function contentTypes(sheets: number): string {
  const own = Array.from({ length: sheets }, (_, index) => typeOf(`worksheets/sheet${index + 1}`, 'worksheet'));
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${typeOf('workbook', 'sheet.main')}${own.join('')}${typeOf('styles', 'styles')}</Types>`;
}

function typeOf(path: string, kind: string): string {
  return `<Override PartName="/xl/${path}.xml" ContentType="${TYPE}.${kind}+xml"/>`;
}

function relations(to: readonly (readonly [type: string, target: string])[]): string {
  const all = to.map(
    ([type, target], at) => `<Relationship Id="r${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

/** A sheet's name has 31 characters at most, and none of these. */
function workbook(names: readonly string[]): string {
  const sheets = names.map((name, index) => {
    const called = escapeMarkup(name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31));
    return `<sheet name="${called}" sheetId="${index + 1}" r:id="r${index + 1}"/>`;
  });
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

/** Number format 49 is text: `3/4/2016` that is typed into it stays `3/4/2016`. */
function styles(): string {
  return `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;
}
