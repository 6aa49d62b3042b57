import { strToU8, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import { english } from '../../src/base/messages/en';
import { makeTranslate } from '../../src/base/translate';
import type { RecordHead, RecordSource } from '../../src/formats/record-source';
import { spreadsheetSource } from '../../src/formats/spreadsheet/spreadsheet-source';
import type { LoadProblem } from '../../src/model/load-problem';
import { fileAtHand } from './file-at-hand';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface XlsxSheet {
  readonly name: string;
  /** What stands between the tags of `worksheet`: `sheetData` and what surrounds it. */
  readonly xml: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** Addresses by the ids of relations. */
  readonly links?: Readonly<Record<string, string>>;
}

export interface XlsxBook {
  readonly sheets: readonly XlsxSheet[];
  /** Entries of `sst`. */
  readonly texts?: readonly string[];
  /** Codes of number formats: of cells with the styles 1, 2, 3 ...; numbers are built-in ones. */
  readonly formats?: readonly (string | number)[];
  readonly is1904?: boolean;
  readonly more?: Readonly<Record<string, string>>;
}

/** An XLSX file of XML that a test writes by hand. */
export function xlsx({ sheets, texts, formats = [], is1904 = false, more = {} }: XlsxBook): Uint8Array {
  const relations = [
    ...sheets.map((_, i) => relation(`rId${i + 1}`, `${OFFICE}/worksheet`, `worksheets/sheet${i + 1}.xml`)),
    relation('rIdS', `${OFFICE}/styles`, 'styles.xml'),
    ...(texts === undefined ? [] : [relation('rIdT', `${OFFICE}/sharedStrings`, 'sharedStrings.xml')]),
  ];
  const files: Record<string, string> = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relationsXml([relation('rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml')]),
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, i) =>
          `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsXml(relations),
    'xl/styles.xml': styles(formats),
    ...(texts === undefined ? {} : { 'xl/sharedStrings.xml': `${XML}<sst xmlns="${MAIN}">${texts.join('')}</sst>` }),
  };
  for (const [i, { xml, links }] of sheets.entries()) {
    files[`xl/worksheets/sheet${i + 1}.xml`] =
      `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${xml}</worksheet>`;
    if (links !== undefined)
      files[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] = relationsXml(
        Object.entries(links).map(([id, target]) =>
          relation(id, `${OFFICE}/hyperlink`, target, ' TargetMode="External"'),
        ),
      );
  }
  return zipSync(packed({ ...files, ...more }));
}

/** An ODS file: the automatic styles and the tables are a test's own. */
export function ods(styleXml: string, tables: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    ...packed({
      'content.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:number="n" xmlns:calcext="c" xmlns:xlink="l"><office:automatic-styles>${styleXml}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
      'META-INF/manifest.xml': '<manifest:manifest xmlns:manifest="m"/>',
      ...more,
    }),
  } as Zippable);
}

function packed(files: Readonly<Record<string, string>>): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
}

function relation(id: string, type: string, target: string, more = ''): string {
  return `<Relationship Id="${id}" Type="${type}" Target="${target}"${more}/>`;
}

function relationsXml(relations: readonly string[]): string {
  return `${XML}<Relationships xmlns="${PACKAGE}">${relations.join('')}</Relationships>`;
}

function styles(formats: readonly (string | number)[]): string {
  const own = formats.map((format, i) => ({ format, id: typeof format === 'number' ? format : 164 + i }));
  const codes = own
    .filter(({ format }) => typeof format === 'string')
    .map(({ format, id }) => `<numFmt numFmtId="${id}" formatCode="${String(format).replaceAll('"', '&quot;')}"/>`);
  const xfs = ['<xf numFmtId="0"/>', ...own.map(({ id }) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`)];
  return `${XML}<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`;
}

const t = makeTranslate('en', english);

/** The sheet of a file as records. */
export async function sheetOf(
  bytes: Uint8Array,
  sheet?: string,
  signal = new AbortController().signal,
): Promise<RecordSource> {
  const source = await sourceOf(bytes, sheet, signal);
  if ('kind' in source) throw new Error(JSON.stringify(source));
  return source;
}

export function sourceOf(
  bytes: Uint8Array,
  sheet?: string,
  signal = new AbortController().signal,
): Promise<RecordSource | LoadProblem> {
  return spreadsheetSource(fileAtHand(bytes, { name: 'a.xlsx' }), { t, signal, sheet });
}

export async function headOf(source: RecordSource): Promise<RecordHead> {
  const head = await source.head();
  if ('kind' in head) throw new Error(JSON.stringify(head));
  return head;
}

/** All cells of all records, read as a reader of tables reads them. */
export async function cellsOf(source: RecordSource): Promise<{
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly problem: LoadProblem | undefined;
  readonly turns: number;
}> {
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  let turns = 0;
  const problem = await source.read(
    (cells, line) => {
      rows.push(cells);
      lines.push(line);
    },
    async () => {
      turns += 1;
      return true;
    },
  );
  return { rows, lines, problem, turns };
}
