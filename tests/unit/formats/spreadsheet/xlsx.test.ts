import { describe, expect, test } from 'vitest';
import { cellsOf, headOf, sheetOf, xlsx } from '../../../support/make-sheets';
import type { XlsxBook } from '../../../support/make-sheets';

const rowsIn = async (book: XlsxBook, sheet?: string) => (await cellsOf(await sheetOf(xlsx(book), sheet))).rows;
const data = (rows: string): string => `<sheetData>${rows}</sheetData>`;
const one = (xml: string, more: Partial<XlsxBook> = {}): XlsxBook => ({ sheets: [{ name: 'Sheet1', xml }], ...more });
/** The only cell of a sheet, given its XML. */
const cell = async (xml: string, more: Partial<XlsxBook> = {}): Promise<string | undefined> =>
  (await rowsIn(one(data(`<row r="1">${xml}</row>`), more)))[0]?.[0];

describe('the text of a cell', () => {
  test.each([
    ['shared', '<c r="A1" t="s"><v>0</v></c>', 'Talks & more'],
    ['of several runs, without how it is pronounced', '<c r="A1" t="s"><v>1</v></c>', 'Tokyo 東京'],
    ['in the cell', '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>', ' a '],
    [
      'in the cell, of several runs',
      '<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>x</t></rPh></is></c>',
      'ab',
    ],
    ['of a formula', '<c r="A1" t="str"><f>A2&amp;"b"</f><v>ab</v></c>', 'ab'],
    ['with letters that XML has not', '<c r="A1" t="s"><v>2</v></c>', 'a\rb_x000D_'],
    ['true', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ['false', '<c r="A1" t="b"><v>0</v></c>', 'FALSE'],
    ['a number', '<c r="A1"><v>12.5</v></c>', '12.5'],
    ['a number of a formula', '<c r="A1"><f>1+1</f><v>2</v></c>', '2'],
    ['a number with an exponent', '<c r="A1"><v>1E+05</v></c>', '100000'],
    ['a small number', '<c r="A1"><v>1.5E-7</v></c>', '0.00000015'],
    ['a number that can’t be had exactly', '<c r="A1"><v>0.30000000000000004</v></c>', '0.3'],
    ['a number of fifteen digits', '<c r="A1"><v>123456789012345</v></c>', '123456789012345'],
    ['a negative number', '<c r="A1"><v>-0.5</v></c>', '-0.5'],
    ['nought', '<c r="A1"><v>0</v></c>', '0'],
  ])('%s', async (_, xml, expected) => {
    const texts = [
      '<si><t>Talks &amp; more</t></si>',
      '<si><r><t xml:space="preserve">Tokyo </t></r><r><rPr><b/></rPr><t>東京</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>',
      '<si><t>a_x000D_b_x005F_x000D_</t></si>',
    ];
    expect(await cell(xml, { texts })).toBe(expected);
  });

  test.each([
    ['0%', '0.25', '25%'],
    ['0.0%', '0.125', '12.5%'],
    ['0%', '0.07', '7%'],
    ['000', '10', '010'],
    ['00000', '7', '00007'],
    ['000', '1234', '1234'],
    ['0.00', '1.5', '1.5'],
    ['#,##0.00', '1234.5', '1234.5'],
    ['#,##0 "days"', '12', '12'],
    ['"day" 0', '12', '12'],
    ['[Red]-0;0', '3', '3'],
    ['0.00E+00', '123456', '123456'],
    ['@', '5', '5'],
    ['General', '2016', '2016'],
    ['# ?/?', '0.5', '0.5'],
    ['_-* #,##0_-', '7', '7'],
    ['\\d0', '7', '7'],
  ])('a number in the format %s', async (format, value, expected) => {
    expect(await cell(`<c r="A1" s="1"><v>${value}</v></c>`, { formats: [format] })).toBe(expected);
  });
});

describe('a day', () => {
  const day = (value: string, format: string | number, is1904 = false) =>
    cell(`<c r="A1" s="1"><v>${value}</v></c>`, { formats: [format], is1904 });

  // 22 February 2016 is day 42422 of 1900's count, and 40960 of 1904's.
  test.each<[string | number, string, string]>([
    [14, '42422', '2016-02-22'],
    [15, '42422', '2016-02-22'],
    [22, '42422', '2016-02-22'],
    [22, '42422.604166666664', '2016-02-22T14:30'],
    [14, '42422.604166666664', '2016-02-22'],
    [31, '42422', '2016-02-22'],
    [57, '42422', '2016-02-22'],
    [17, '42401', '2016-02'],
    [17, '42422', '2016-02'],
    [20, '0.60416666666666663', '14:30'],
    [21, '0.60417824074074078', '14:30:01'],
    [46, '1.25', '30:00'],
    ['yyyy-mm-dd', '42422', '2016-02-22'],
    ['dd/mm/yy', '42422', '2016-02-22'],
    ['[$-F800]dddd, mmmm dd, yyyy', '42422', '2016-02-22'],
    ['[$-409]d\\-mmm\\-yyyy;@', '42422', '2016-02-22'],
    ['mmmm yyyy', '42422', '2016-02'],
    ['yyyy', '42422', '2016'],
    ['yyyy"年"m"月"d"日"', '42422', '2016-02-22'],
    ['dd.mm.yyyy hh:mm:ss', '42422.999999999', '2016-02-23'],
    ['d/m/yyyy h:mm AM/PM', '42422.5', '2016-02-22T12:00'],
    ['yyyy-mm-dd\\Thh:mm', '42422.25', '2016-02-22T06:00'],
    ['h:mm', '42422.25', '06:00'],
    ['mm:ss', '0.00069444444', '00:01'],
    ['dddd', '42422', '2016-02-22'],
    ['"d"0', '42422', '42422'],
    ['[Red]0', '42422', '42422'],
    ['0 "m"', '5', '5'],
    ['yyyy-mm-dd', '-1', '-1'],
    ['yyyy-mm-dd', '0', '0'],
    ['yyyy-mm-dd', '2958466', '2958466'],
    ['yyyy-mm-dd', '2958465', '9999-12-31'],
  ])('in the format %s is %s: %s', async (format, value, expected) => {
    expect(await day(value, format)).toBe(expected);
  });

  test.each([
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['60', '1900-02-29'],
    ['61', '1900-03-01'],
  ])('before March 1900 is as Excel counts it: %s', async (value, expected) => {
    expect(await day(value, 14)).toBe(expected);
  });

  test.each([
    ['1', '1899-12-31'],
    ['0', '1899-12-30'],
    ['60', '1900-02-28'],
    ['61', '1900-03-01'],
    ['-36522.5', '1799-12-31'],
    ['42422', '2016-02-22'],
  ])('is counted otherwise by LibreOffice: %s', async (value, expected) => {
    const more = { 'docProps/app.xml': '<Properties><Application>LibreOffice/25.2$Linux</Application></Properties>' };
    expect(await cell(`<c r="A1" s="1"><v>${value}</v></c>`, { formats: [14], more })).toBe(expected);
    const excel = { 'docProps/app.xml': '<Properties><Application>Microsoft Excel</Application></Properties>' };
    expect(await cell('<c r="A1" s="1"><v>60</v></c>', { formats: [14], more: excel })).toBe('1900-02-29');
  });

  test.each([
    ['0', '1904-01-01'],
    ['40960', '2016-02-22'],
    ['60', '1904-03-01'],
  ])('counted from 1904: %s', async (value, expected) => {
    expect(await day(value, 14, true)).toBe(expected);
  });

  test.each([
    ['2016-02-22', 14, '2016-02-22'],
    ['2016-02-22T00:00:00', 22, '2016-02-22'],
    ['2016-02-22T14:30:00.000', 22, '2016-02-22T14:30'],
    ['2016-02-22T14:30:05', 22, '2016-02-22T14:30:05'],
    ['2016-02-22T00:00:00', 17, '2016-02'],
    ['2016-02-22', 0, '2016-02-22'],
  ])('written as ISO 8601: %s', async (value, format, expected) => {
    expect(await cell(`<c r="A1" t="d" s="1"><v>${value}</v></c>`, { formats: [format] })).toBe(expected);
  });

  test('is one by its cell’s format alone: a year, a code and a number stay what they are', async () => {
    expect(await day('2016', 0)).toBe('2016');
    expect(await day('42422', 1)).toBe('42422');
    expect(await day('42422', '#,##0')).toBe('42422');
  });
});

describe('a sheet', () => {
  test('stands where its cells say: rows and columns without anything are left out, lines stay', async () => {
    const { rows, lines } = await cellsOf(
      await sheetOf(
        xlsx(
          one(
            data(
              '<row r="3"><c r="B3" t="str"><v>date</v></c><c r="D3" t="str"><v>who</v></c></row>' +
                '<row r="4"><c r="B4" s="1"/></row>' +
                '<row r="7"><c r="D7" t="str"><v>Ann</v></c><c r="F7" s="1"/></row>',
            ),
          ),
        ),
      ),
    );
    expect(rows).toEqual([
      ['', 'date', '', 'who'],
      ['', '', '', 'Ann'],
    ]);
    expect(lines).toEqual([3, 7]);
  });

  test('may leave out the names of its rows and cells', async () => {
    const { rows, lines } = await cellsOf(
      await sheetOf(xlsx(one(data('<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>')))),
    );
    expect([rows, lines]).toEqual([
      [['1', '2'], ['3']],
      [1, 3],
    ]);
  });

  test('may have prefixes, and parts named otherwise', async () => {
    const prefixed = `<?xml version="1.0"?><x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(await rowsIn(one('', { more: { 'xl/worksheets/sheet1.xml': prefixed } }))).toEqual([['5']]);
  });

  test('may be in UTF-16', async () => {
    const { zipSync, unzipSync } = await import('fflate');
    const files = unzipSync(xlsx(one(data('<row r="1"><c r="A1" t="str"><v>Café</v></c></row>'))));
    const text = new TextDecoder().decode(files['xl/worksheets/sheet1.xml']).replace('UTF-8', 'UTF-16');
    files['xl/worksheets/sheet1.xml'] = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    expect((await cellsOf(await sheetOf(zipSync(files)))).rows).toEqual([['Café']]);
  });

  test('says what is hidden, merged, wrong, without a value and not shown, and reads all of it', async () => {
    const source = await sheetOf(
      xlsx({
        formats: [16, 17],
        is1904: true,
        sheets: [
          {
            name: 'Shown',
            xml: `${data(
              '<row r="1"><c r="A1" t="str"><v>date</v></c><c r="B1" t="str"><v>b</v></c></row>' +
                '<row r="2" hidden="1"><c r="A2" s="1"><v>40960</v></c><c r="B2" t="e"><v>#N/A</v></c></row>' +
                '<row r="3" ht="12" hidden="true"><c r="A3" s="2"><v>40960</v></c><c r="B3"><f>NOW()</f></c></row>' +
                '<row r="4" hidden="0"><c r="A4" s="2"><v>40939</v></c><c r="B4" t="str"><f>""</f><v></v></c></row>',
            )}<mergeCells count="2"><mergeCell ref="A1:A2"/><mergeCell ref="B3:C9"/></mergeCells>`,
          },
          { name: 'Other', state: 'veryHidden', xml: data('') },
        ],
      }),
    );
    const head = await headOf(source);
    expect(head.notes).toEqual([
      { about: 'era-1904', n: 1 },
      { about: 'hidden-rows', n: 2 },
      { about: 'hidden-sheets', n: 1 },
      { about: 'merged-cells', n: 2 },
      { about: 'formula-errors', n: 1 },
      { about: 'no-value', n: 1 },
      { about: 'unseen-years', n: 1 },
      { about: 'unseen-days', n: 1 },
    ]);
    expect(head).toMatchObject({ isWhole: true, count: 4 });
    expect((await cellsOf(source)).rows).toEqual([['date', 'b'], ['2016-02-22'], ['2016-02'], ['2016-02']]);
  });

  test('has the addresses that its cells lead to in columns behind all others', async () => {
    const source = await sheetOf(
      xlsx({
        sheets: [
          {
            name: 'S',
            links: {
              r1: 'https://a.example/1',
              r2: 'https://b.example/',
              r3: 'mailto:a@b.example',
              r4: 'https://c.example/3',
            },
            xml: `${data(
              '<row r="1"><c r="A1" t="str"><v>A title</v></c></row>' +
                '<row r="2"><c r="A2" t="str"><v>Source</v></c><c r="B2" t="str"><v>url</v></c><c r="C2" t="str"><v>n</v></c></row>' +
                '<row r="3"><c r="A3" t="str"><v>BBC</v></c><c r="B3" t="str"><v>http://b.example</v></c></row>' +
                '<row r="4"><c r="A4" t="str"><v>TASS</v></c><c r="C4" t="str"><f>HYPERLINK("https://d.example/x","more")</f><v>more</v></c></row>' +
                '<row r="5"><c r="A5" t="str"><v>AP</v></c></row>',
            )}<hyperlinks><hyperlink ref="A3" r:id="r1"/><hyperlink ref="B3" r:id="r2"/><hyperlink ref="A4" r:id="r3"/><hyperlink ref="A5:A5" r:id="r4" location="part"/><hyperlink ref="A1" location="Sheet2!A1"/></hyperlinks>`,
          },
        ],
      }),
    );
    expect((await cellsOf(source)).rows).toEqual([
      ['A title', '', '', '', ''],
      ['Source', 'url', 'n', 'Source (link)', 'n (link)'],
      ['BBC', 'http://b.example', '', 'https://a.example/1', ''],
      ['TASS', '', 'more', '', 'https://d.example/x'],
      ['AP', '', '', 'https://c.example/3#part', ''],
    ]);
    expect((await headOf(source)).records[1]?.cells).toEqual(['Source', 'url', 'n', 'Source (link)', 'n (link)']);
  });
});

describe('of several sheets', () => {
  const words = data('<row r="1"><c r="A1" t="str"><v>Read me first, please</v></c></row>');
  const dated = (day: number): string =>
    data(
      `<row r="1"><c r="A1" t="str"><v>date</v></c><c r="B1" t="str"><v>title</v></c></row>${[0, 1, 2].map((i) => `<row r="${i + 2}"><c r="A${i + 2}" s="1"><v>${day + i}</v></c><c r="B${i + 2}" t="str"><v>call</v></c></row>`).join('')}`,
    );
  const book = xlsx({
    formats: [14],
    sheets: [
      { name: 'Notes', xml: words },
      { name: 'Old', xml: dated(1000), state: 'hidden' },
      { name: 'Calls &amp; talks', xml: dated(42422) },
      { name: 'More', xml: dated(42500) },
      { name: 'Empty', xml: data('') },
    ],
  });

  test('the first that has dates and is shown is read, and all can be chosen from', async () => {
    const source = await sheetOf(book);
    expect(source).toMatchObject({ name: 'a.xlsx, sheet Calls & talks', format: 'XLSX', headers: undefined });
    expect(source.choices).toEqual([
      {
        about: 'sheet',
        chosen: 'Calls & talks',
        options: [
          { value: 'Notes', sample: 'Read me first, please' },
          { value: 'Old', sample: 'date | title' },
          { value: 'Calls & talks', sample: 'date | title' },
          { value: 'More', sample: 'date | title' },
          { value: 'Empty', sample: '' },
        ],
      },
    ]);
    expect((await cellsOf(source)).rows[1]).toEqual(['2016-02-22', 'call']);
  });

  test('another is read when it is asked for', async () => {
    const more = (await sheetOf(book)).with({ sheet: 'More' });
    expect([more.name, more.choices[0]?.chosen]).toEqual(['a.xlsx, sheet More', 'More']);
    expect((await cellsOf(more)).rows[1]).toEqual(['2016-05-10', 'call']);
    expect((await cellsOf(await sheetOf(book, 'Old'))).rows[1]).toEqual(['1902-09-26', 'call']);
    expect((await sheetOf(book, 'Gone')).choices[0]?.chosen).toBe('Calls & talks');
  });

  test('dates that are texts count as well', async () => {
    const texts = data(
      ['24.02.2016', '3 March 2016', '2016']
        .map((text, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="str"><v>${text}</v></c></row>`)
        .join(''),
    );
    const source = await sheetOf(
      xlsx({
        sheets: [
          { name: 'Notes', xml: words },
          { name: 'Texts', xml: texts },
        ],
      }),
    );
    expect(source.choices[0]?.chosen).toBe('Texts');
  });

  test('a chart on a sheet of its own is none of them', async () => {
    const bytes = xlsx({
      sheets: [
        { name: 'A', xml: words },
        { name: 'Chart', xml: '' },
      ],
      more: {
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
      },
    });
    const source = await sheetOf(bytes);
    expect([source.name, source.choices]).toEqual(['a.xlsx', []]);
  });
});
