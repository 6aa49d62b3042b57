import { escapeMarkup } from '../../base/escape-markup';
import { stored } from './stored-zip';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Texts as a workbook of one sheet (ECMA-376, the least that it asks for), which every spreadsheet opens. All cells are
 * texts and stay so while somebody types: a date is what was typed, and nothing that a spreadsheet made of it.
 */
export function sheetBytes(rows: readonly (readonly string[])[], name: string): Uint8Array<ArrayBuffer> {
  return stored([
    ['[Content_Types].xml', contentTypes()],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook(name)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', styles()],
    ['xl/worksheets/sheet1.xml', sheet(rows)],
  ]);
}

function contentTypes(): string {
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${typeOf('workbook', 'sheet.main')}${typeOf('worksheets/sheet1', 'worksheet')}${typeOf('styles', 'styles')}</Types>`;
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
function workbook(name: string): string {
  const called = escapeMarkup(name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31));
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${called}" sheetId="1" r:id="r1"/></sheets></workbook>`;
}

/** Number format 49 is text: `3/4/2016` that is typed into it stays `3/4/2016`. */
function styles(): string {
  return `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;
}

function sheet(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(1, ...rows.map((cells) => cells.length));
  const body = rows.map((cells, row) => {
    const all = cells.map(
      (text) =>
        `<c s="${row === 0 ? 2 : 1}" t="inlineStr"><is><t xml:space="preserve">${escapeMarkup(text)}</t></is></c>`,
    );
    return `<row>${all.join('')}</row>`;
  });
  return `${HEAD}<worksheet xmlns="${MAIN}"><cols><col min="1" max="${columns}" width="28" style="1" customWidth="1"/></cols><sheetData>${body.join('')}</sheetData></worksheet>`;
}
