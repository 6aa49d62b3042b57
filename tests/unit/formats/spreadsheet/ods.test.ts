import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cellsOf, headOf, ods, sheetOf, sourceOf } from '../../../support/make-sheets';

const STYLES =
  '<number:date-style style:name="N1"><number:year number:style="long"/><number:text>-</number:text><number:month/><number:text>-</number:text><number:day/></number:date-style>' +
  '<number:date-style style:name="N2"><number:month number:textual="true"/><number:text> </number:text><number:year/></number:date-style>' +
  '<number:date-style style:name="N3"><number:year/></number:date-style>' +
  '<number:date-style style:name="N4"><number:day/><number:month/></number:date-style>' +
  '<number:number-style style:name="N5"><number:number number:min-integer-digits="3"/></number:number-style>' +
  '<number:time-style style:name="N6" number:truncate-on-overflow="false"><number:hours/><number:minutes/></number:time-style>' +
  '<number:date-style style:name="N7"><number:year/><number:month/><number:day/><number:hours/><number:minutes/></number:date-style>' +
  [1, 2, 3, 4, 5, 6, 7]
    .map((n) => `<style:style style:name="ce${n}" style:family="table-cell" style:data-style-name="N${n}"/>`)
    .join('') +
  '<style:style style:name="child" style:family="table-cell" style:parent-style-name="ce2"/>' +
  '<style:style style:name="away" style:family="table"><style:table-properties table:display="false"/></style:style>';

const table = (rows: string, name = 'Sheet1', more = ''): string =>
  `<table:table table:name="${name}"${more}>${rows}</table:table>`;
const row = (cells: string, more = ''): string => `<table:table-row${more}>${cells}</table:table-row>`;
const text = (words: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${words}</text:p></table:table-cell>`;
const rowsIn = async (tables: string) => (await cellsOf(await sheetOf(ods(STYLES, tables)))).rows;
const cell = async (xml: string): Promise<string | undefined> => (await rowsIn(table(row(xml))))[0]?.[0];

describe('the text of a cell', () => {
  test.each([
    ['a paragraph', text('a &amp; b'), 'a & b'],
    [
      'several paragraphs, with blanks, tabs and breaks',
      text('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p><text:p>e  \n f'),
      'a   b\tc\nd\ne f',
    ],
    ['spans and links', text('a <text:span>b</text:span> <text:a xlink:href="x">c</text:a>'), 'a b c'],
    [
      'no annotation',
      text('a').replace('<text:p>', '<office:annotation><text:p>no</text:p></office:annotation><text:p>'),
      'a',
    ],
    [
      'no pronunciation',
      text('<text:ruby><text:ruby-base>東京</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>'),
      '東京',
    ],
    [
      'no drawing',
      text('a<draw:frame xmlns:draw="d"><draw:text-box><text:p>no</text:p></draw:text-box></draw:frame>'),
      'a',
    ],
    ['no more blanks than anybody writes', text('a<text:s text:c="900000000"/>b'), `a${' '.repeat(100)}b`],
    [
      'a number as it was typed',
      '<table:table-cell office:value-type="float" office:value="0.30000000000000004"><text:p>0,3</text:p></table:table-cell>',
      '0.3',
    ],
    [
      'a number with leading zeros',
      '<table:table-cell table:style-name="ce5" office:value-type="float" office:value="10"><text:p>010</text:p></table:table-cell>',
      '010',
    ],
    [
      'percent',
      '<table:table-cell office:value-type="percentage" office:value="0.125"><text:p>13 %</text:p></table:table-cell>',
      '12.5%',
    ],
    [
      'money',
      '<table:table-cell office:value-type="currency" office:value="1234.5"><text:p>1.234,50 €</text:p></table:table-cell>',
      '1234.5',
    ],
    [
      'true',
      '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell>',
      'TRUE',
    ],
    [
      'an hour',
      '<table:table-cell office:value-type="time" office:time-value="PT14H30M00S"><text:p>x</text:p></table:table-cell>',
      '14:30',
    ],
    [
      'many hours',
      '<table:table-cell table:style-name="ce6" office:value-type="time" office:time-value="PT30H05M00S"><text:p>x</text:p></table:table-cell>',
      '30:05',
    ],
  ])('%s', async (_, xml, expected) => {
    expect(await cell(xml)).toBe(expected);
  });
});

describe('a day', () => {
  test.each([
    ['ce1', '2016-02-22', '2016-02-22'],
    ['ce1', '2016-02-22T14:30:00', '2016-02-22'],
    ['ce7', '2016-02-22T14:30:00', '2016-02-22T14:30'],
    ['ce7', '2016-02-22T00:00:00', '2016-02-22'],
    ['ce2', '2016-02-22', '2016-02'],
    ['child', '2016-02-22', '2016-02'],
    ['ce3', '2016-02-22', '2016'],
    ['ce4', '2016-02-22', '2016-02-22'],
    ['ce1', '1899-12-31', '1899-12-31'],
    ['ce1', '-0044-03-15', '-0044-03-15'],
    ['gone', '2016-02-22T14:30:05', '2016-02-22T14:30:05'],
  ])('in a cell of style %s: %s', async (style, value, expected) => {
    const xml = `<table:table-cell table:style-name="${style}" office:value-type="date" office:date-value="${value}"><text:p>x</text:p></table:table-cell>`;
    expect(await cell(xml)).toBe(expected);
  });

  test('has the style of its column or row where it has none itself', async () => {
    const date = '<table:table-cell office:value-type="date" office:date-value="2016-02-22"/>';
    const rows = await rowsIn(
      table(
        `<table:table-column table:number-columns-repeated="2" table:default-cell-style-name="ce1"/><table:table-column table:default-cell-style-name="ce2"/>${row(
          date + date + date,
        )}${row(date + date + date, ' table:default-cell-style-name="ce3"')}`,
      ),
    );
    expect(rows).toEqual([
      ['2016-02-22', '2016-02-22', '2016-02'],
      ['2016', '2016', '2016'],
    ]);
  });
});

describe('a table', () => {
  test('repeats cells and rows, and what is empty takes no room', async () => {
    const source = await sheetOf(
      ods(
        STYLES,
        table(
          row(
            '<table:table-cell table:number-columns-repeated="2"/>' +
              text('a').replace('string"', 'string" table:number-columns-repeated="2"') +
              '<table:table-cell table:number-columns-repeated="16380"/>',
          ) +
            row('<table:table-cell table:number-columns-repeated="16384"/>', ' table:number-rows-repeated="40"') +
            row(text('b'), ' table:number-rows-repeated="2"') +
            row('<table:table-cell table:number-columns-repeated="16384"/>', ' table:number-rows-repeated="1048533"'),
        ),
      ),
    );
    const { rows, lines } = await cellsOf(source);
    expect([rows, lines]).toEqual([
      [['', '', 'a', 'a'], ['b'], ['b']],
      [1, 42, 43],
    ]);
  });

  test('says what is hidden, merged, wrong and not shown', async () => {
    const source = await sheetOf(
      ods(
        STYLES,
        table(
          row(
            text('date').replace('string"', 'string" table:number-columns-spanned="2" table:number-rows-spanned="1"') +
              '<table:covered-table-cell><text:p>under</text:p></table:covered-table-cell>',
          ) +
            row(text('a'), ' table:visibility="collapse" table:number-rows-repeated="3"') +
            row(text('b'), ' table:visibility="filter"') +
            row(
              '<table:table-cell table:formula="of:=X" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>' +
                '<table:table-cell table:style-name="ce4" office:value-type="date" office:date-value="2016-02-22"/>' +
                '<table:table-cell table:style-name="ce2" office:value-type="date" office:date-value="2016-02-22"/>' +
                '<table:table-cell table:formula="of:=NOW()"/>',
            ),
        ) + table(row(text('x')), 'Other &amp; more', ' table:style-name="away"'),
      ),
    );
    expect((await headOf(source)).notes).toEqual([
      { about: 'hidden-rows', n: 4 },
      { about: 'hidden-sheets', n: 1 },
      { about: 'merged-cells', n: 1 },
      { about: 'formula-errors', n: 1 },
      { about: 'no-value', n: 1 },
      { about: 'unseen-years', n: 1 },
      { about: 'unseen-days', n: 1 },
    ]);
    expect((await cellsOf(source)).rows).toEqual([['date'], ['a'], ['a'], ['a'], ['b'], ['', '2016-02-22', '2016-02']]);
    expect(source.choices[0]?.options.map(({ value }) => value)).toEqual(['Sheet1', 'Other & more']);
  });

  test('has its links in columns behind all others', async () => {
    const rows = await rowsIn(
      table(
        row(text('Source') + text('n')) +
          row(text('<text:a xlink:href="https://a.example/1">BBC</text:a>') + text('1')) +
          row(text('AP') + text('<text:a xlink:href="https://b.example">https://b.example/</text:a>')) +
          row(
            '<table:table-cell table:formula="of:=HYPERLINK(&quot;https://c.example&quot;;&quot;TASS&quot;)" office:value-type="string" office:string-value="TASS"/>',
          ),
      ),
    );
    expect(rows).toEqual([
      ['Source', 'n', 'Source (link)'],
      ['BBC', '1', 'https://a.example/1'],
      ['AP', 'https://b.example/', ''],
      ['TASS', '', 'https://c.example'],
    ]);
  });

  test('in another table’s cell is none of it', async () => {
    const inner = table(row(text('inner')), 'Inner', ' table:is-sub-table="true"');
    const rows = await rowsIn(
      table(row(`<table:table-cell>${inner}<text:p>outer</text:p></table:table-cell>`) + row(text('next'))),
    );
    expect(rows).toEqual([['outer'], ['next']]);
  });

  test('of several is found by its place, however long the others are', async () => {
    const long = table(Array.from({ length: 2000 }, (_, i) => row(text(`row ${i}`))).join(''), 'Long');
    const dated = table(
      row(text('date')) +
        [22, 23, 24]
          .map((day) =>
            row(
              `<table:table-cell table:style-name="ce1" office:value-type="date" office:date-value="2016-02-${day}"/>`,
            ),
          )
          .join(''),
      'Dated',
    );
    const bytes = ods(STYLES, `${long}<table:table table:name="None"/>${dated}${long.replace('Long', 'Last')}`);
    const source = await sheetOf(bytes);
    expect(source.choices[0]).toMatchObject({
      chosen: 'Dated',
      options: [{ value: 'Long' }, { value: 'Dated' }, { value: 'Last' }],
    });
    expect((await cellsOf(source)).rows).toEqual([['date'], ['2016-02-22'], ['2016-02-23'], ['2016-02-24']]);
    const last = source.with({ sheet: 'Last' });
    expect(await headOf(last)).toMatchObject({ isWhole: false, count: undefined });
    expect((await cellsOf(last)).rows).toHaveLength(2000);
  });

  test('may be packed anew, without saying its type aloud', async () => {
    const bytes = zipSync(unzipSync(ods(STYLES, table(row(text('a'))))));
    expect((await cellsOf(await sheetOf(bytes))).rows).toEqual([['a']]);
  });

  test('under a password is refused in words', async () => {
    const manifest =
      '<manifest:manifest xmlns:manifest="m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    const bytes = ods('', table(row(text('a'))), { 'META-INF/manifest.xml': manifest });
    expect(await sourceOf(bytes)).toMatchObject({ kind: 'protected', source: 'a.xlsx' });
  });
});
