import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cellsOf, headOf, ods, sheetOf, sourceOf, xlsx } from '../../../support/make-sheets';

const data = (rows: string): string => `<sheetData>${rows}</sheetData>`;
const sheet = (xml: string): Uint8Array => xlsx({ sheets: [{ name: 'S', xml }] });
const problemOf = async (bytes: Uint8Array) => {
  const source = await sourceOf(bytes);
  if ('kind' in source) return source;
  return (await cellsOf(source)).problem;
};
const withPart = (bytes: Uint8Array, name: string, content: string | undefined): Uint8Array => {
  const files = unzipSync(bytes);
  if (content === undefined) delete files[name];
  else files[name] = strToU8(content);
  return zipSync(Object.fromEntries(Object.entries(files).map(([part, bytesOf]) => [part, [bytesOf, { level: 0 }]])));
};
const good = sheet(data('<row r="1"><c r="A1"><v>1</v></c></row>'));
const odsRow = (cell: string, more = ''): string =>
  `<table:table table:name="S"><table:table-row${more}>${cell}</table:table-row></table:table>`;
const words = '<table:table-cell office:value-type="string"><text:p>bomb</text:p></table:table-cell>';

describe('a spreadsheet that is damaged', () => {
  test.each([
    ['breaks off', good.subarray(0, good.length - 40), 'damaged', 'breaks off'],
    ['has nothing but its beginning', good.subarray(0, 42), 'damaged', 'breaks off'],
    ['lacks its workbook', withPart(good, 'xl/workbook.xml', undefined), 'damaged', 'xl/workbook.xml'],
    [
      'has a workbook that is none',
      withPart(good, 'xl/workbook.xml', 'PK not XML'),
      'damaged',
      'xl/workbook.xml, line 1, column 1',
    ],
    ['lacks its sheet', withPart(good, 'xl/worksheets/sheet1.xml', undefined), 'damaged', 'xl/worksheets/sheet1.xml'],
    ['has no sheets', withPart(good, 'xl/workbook.xml', '<workbook/>'), 'no-events', 'no sheet of cells'],
    ['lacks its content', withPart(ods('', ''), 'content.xml', undefined), 'damaged', 'content.xml'],
    ['has no tables', ods('', ''), 'no-events', 'no sheet of cells'],
  ])('that %s is refused in words', async (_, bytes, kind, detail) => {
    const problem = await problemOf(bytes);
    expect(problem).toMatchObject({ kind, source: 'a.xlsx' });
    expect(problem?.detail).toContain(detail);
  });

  test('in the middle of a sheet gives what stands before, and the place', async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>\n`,
    ).join('');
    const source = await sheetOf(sheet(data(`${rows}<row><c></row>`)));
    const { rows: read, problem } = await cellsOf(source);
    expect(read.length).toBe(3000);
    expect(problem).toMatchObject({ kind: 'damaged' });
    expect(problem?.detail).toMatch(/^xl\/worksheets\/sheet1\.xml, line 3,002, column \d+: it isn’t XML any more$/);
    expect(await headOf(source)).toMatchObject({ isWhole: false });
  });
});

describe('a spreadsheet that swells', () => {
  test('has no entities of its own', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>`;
    const bytes = xlsx({ sheets: [{ name: 'S', xml: data('') }], texts: [] });
    expect(await problemOf(withPart(bytes, 'xl/sharedStrings.xml', laughs))).toMatchObject({ kind: 'damaged' });
    const outside =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst><si><t>&a;</t></si></sst>';
    expect(await problemOf(withPart(bytes, 'xl/sharedStrings.xml', outside))).toMatchObject({ kind: 'damaged' });
  });

  test('by elements in elements, or one without end, is stopped', async () => {
    expect(await problemOf(sheet(data('<a>'.repeat(300) + '</a>'.repeat(300))))).toMatchObject({ kind: 'damaged' });
    const endless = `${data('<row r="1"><c r="A1"><v>1</v></c></row>')}<!--${'x'.repeat(4_200_000)}-->`;
    expect(await problemOf(sheet(endless))).toMatchObject({ kind: 'damaged' });
  });

  test('by a cell that is repeated a thousand million times takes its room and no more', async () => {
    const wide = ods('', odsRow(words.replace('string"', 'string" table:number-columns-repeated="1000000000"')));
    expect(await problemOf(wide)).toMatchObject({
      kind: 'too-large',
      detail: 'more than 16,384 columns, the most that a sheet has',
    });
    const source = await sheetOf(ods('', odsRow(words, ' table:number-rows-repeated="1000000000"')));
    expect(await headOf(source)).toMatchObject({ isWhole: false, records: { length: 1000 } });
    let read = 0;
    const problem = await source.read(
      () => void (read += 1),
      async () => true,
    );
    expect([read, problem?.kind]).toEqual([1_048_576, 'too-large']);
  });

  test('by rows of many cells that are repeated is stopped by all its letters', async () => {
    const bytes = ods(
      '',
      odsRow(
        words.replace('string"', 'string" table:number-columns-repeated="10000"').replace('bomb', 'bomb'.repeat(100)),
        ' table:number-rows-repeated="1000000"',
      ),
    );
    const source = await sheetOf(bytes);
    let read = 0;
    const problem = await source.read(
      () => void (read += 1),
      async () => true,
    );
    expect(problem).toMatchObject({
      kind: 'too-large',
      detail: 'more than 200 million characters in a sheet, the most that can be read',
    });
    expect(read).toBeLessThan(60);
  });

  test('by names of columns that nobody has, or rows', async () => {
    expect(await problemOf(sheet(data('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>')))).toMatchObject({
      kind: 'too-large',
    });
    expect(await problemOf(sheet(data('<row r="99999999"><c r="A99999999"><v>1</v></c></row>')))).toMatchObject({
      kind: 'too-large',
    });
  });

  test('by links over areas is looked at so far', async () => {
    const bytes = xlsx({
      sheets: [
        {
          name: 'S',
          links: { r: 'https://a.example' },
          xml: `${data('<row r="1"><c r="A1" t="str"><v>a</v></c></row><row r="2"><c r="A2" t="str"><v>b</v></c></row>')}<hyperlinks>${'<hyperlink ref="A1:XFD1048576" r:id="r"/>'.repeat(50)}</hyperlinks>`,
        },
      ],
    });
    expect((await cellsOf(await sheetOf(bytes))).problem).toBeUndefined();
  });
});

describe('a large sheet', () => {
  const large = (rows: number): Uint8Array =>
    sheet(
      data(
        Array.from({ length: rows }, (_, i) => {
          const n = i + 1;
          return `<row r="${n}"><c r="A${n}" t="str"><v>2016-02-24</v></c><c r="B${n}" t="str"><v>Talks ${i}</v></c><c r="C${n}"><v>${i}</v></c></row>`;
        }).join(''),
      ),
    );
  const rows = 60_000;
  const bytes = large(rows);

  test('is read in turns, a few hundred rows each, and says how far it is', async () => {
    const source = await sheetOf(bytes);
    const aTurn: number[] = [];
    const shares: number[] = [];
    let since = 0;
    const problem = await source.read(
      () => void (since += 1),
      async (done) => {
        aTurn.push(since);
        since = 0;
        shares.push(done ?? -1);
        return true;
      },
    );
    expect(problem).toBeUndefined();
    expect(aTurn.reduce((sum, n) => sum + n, since)).toBe(rows);
    expect(Math.max(...aTurn)).toBeLessThan(250);
    expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
    expect(shares.at(-1)).toBe(1);
  });

  test('ends where it is told to, and where nobody wants it any more', async () => {
    const source = await sheetOf(bytes);
    let read = 0;
    let turns = 0;
    const problem = await source.read(
      () => void (read += 1),
      async () => (turns += 1) < 5,
    );
    expect([problem, turns, read < 1000]).toEqual([undefined, 5, true]);
    const gone = new AbortController();
    gone.abort(new Error('gone'));
    await expect(sourceOf(bytes, undefined, gone.signal)).rejects.toThrow('gone');
  });

  test('shows its head without being read', async () => {
    const head = await headOf(await sheetOf(bytes));
    expect(head).toMatchObject({ isWhole: false, count: undefined, records: { length: 1000 } });
  });

  test('may be ten thousand columns wide', async () => {
    const wide = data(
      [1, 2]
        .map((n) => `<row r="${n}">${Array.from({ length: 10_000 }, (_, i) => `<c><v>${i}</v></c>`).join('')}</row>`)
        .join(''),
    );
    const { rows: read, problem } = await cellsOf(await sheetOf(sheet(wide)));
    expect([read.map(({ length }) => length), problem]).toEqual([[10_000, 10_000], undefined]);
  });
});
