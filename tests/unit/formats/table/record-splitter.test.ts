import { csvFormatRows, csvParseRows, dsvFormat } from 'd3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CsvDelimiter } from '../../../../src/formats/table/mapping';
import { makeRecordSplitter } from '../../../../src/formats/table/record-splitter';

interface Read {
  readonly rows: string[][];
  readonly lines: number[];
  readonly unclosed: number | undefined;
}

function read(parts: readonly string[], delimiter?: string): Read {
  const rows: string[][] = [];
  const lines: number[] = [];
  const reader = makeRecordSplitter({
    delimiter,
    onRecord: (cells, line) => {
      rows.push([...cells]);
      lines.push(line);
    },
  });
  for (const part of parts) reader.push(part);
  return { rows, lines, unclosed: reader.finish() };
}

/** The text in parts that end after so many characters each, the last one as long as need be. */
function cut(text: string, lengths: readonly number[]): string[] {
  const parts: string[] = [];
  let at = 0;
  for (const length of lengths) {
    parts.push(text.slice(at, at + length));
    at += length;
  }
  return [...parts, text.slice(at)];
}

const cell = fc.string({
  unit: fc.constantFrom('a', 'é', '𝒳', ' ', ',', ';', '\t', '"', '\r', '\n', '\uFEFF'),
  maxLength: 6,
});
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });
const cuts = fc.array(fc.nat({ max: 5 }), { maxLength: 40 });

describe('a delimited text', () => {
  test('reads as d3 reads it whole, wherever its parts end', () => {
    fc.assert(
      fc.property(rows, cuts, fc.constantFrom('\n', '\r\n', '\r'), (cells, lengths, newline) => {
        const text = cells.map((row) => csvFormatRows([row])).join(newline);
        fc.pre(!text.startsWith('\uFEFF') && text !== '');
        expect(read(cut(text, lengths), ',').rows).toEqual(csvParseRows(text));
      }),
    );
  });

  test.each<CsvDelimiter>([',', ';', '\t'])(
    'of any characters reads as d3 reads it, unless a quote is out of place: %j',
    (delimiter) => {
      const loose = fc.string({
        unit: fc.constantFrom('a', 'b', '𝒳', ',', ';', '\t', '\r', '\n'),
        minLength: 1,
        maxLength: 30,
      });
      fc.assert(
        fc.property(loose, cuts, (text, lengths) => {
          fc.pre(!/^[\r\n]*$/.test(text));
          expect(read(cut(text, lengths), delimiter).rows).toEqual(dsvFormat(delimiter).parseRows(text));
        }),
      );
    },
  );

  test('says on which line each record starts, and is the same in one part and in many', () => {
    fc.assert(
      fc.property(rows, cuts, fc.constantFrom('\n', '\r\n', '\r'), (cells, lengths, newline) => {
        const text = cells.map((row) => csvFormatRows([row])).join(newline);
        const expected = cells.map(
          (_, index) =>
            linesIn(
              cells
                .slice(0, index)
                .map((row) => csvFormatRows([row]) + newline)
                .join(''),
            ) + 1,
        );
        fc.pre(!text.startsWith('\uFEFF') && text !== '' && !text.endsWith('\n') && !text.endsWith('\r'));
        expect(read([text], ',').lines).toEqual(expected);
        expect(read(cut(text, lengths), ',').lines).toEqual(expected);
      }),
    );
  });

  test.each([
    [
      'a byte order mark is no text',
      '\uFEFFa,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['lines may end in three ways', 'a\r\nb\nc\rd', [['a'], ['b'], ['c'], ['d']]],
    ['the last line may end or not', 'a,b\n', [['a', 'b']]],
    ['a blank line is a record of one empty cell', 'a\n\nb', [['a'], [''], ['b']]],
    ['a quote inside a cell is text', 'a 5" gun,b', [['a 5" gun', 'b']]],
    ['what follows a closing quote is text', '"a"b,c', [['ab', 'c']]],
    ['an empty cell at the end counts', 'a,', [['a', '']]],
    ['nothing is nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(read([text], ',').rows).toEqual(expected);
    expect(read([...text], ',').rows).toEqual(expected);
  });

  test('tells the line of a quote that nothing closes, which is text there and costs no other line', () => {
    expect(read(['a,b\n1,"2\n3\n'])).toEqual({
      rows: [['a', 'b'], ['1', '"2'], ['3']],
      lines: [1, 2, 3],
      unclosed: 2,
    });
    expect(read(['a,b\n1,"2"']).unclosed).toBeUndefined();
  });

  test.each<[string, string, string[][], number[]]>([
    [
      'the next quoted cell shows it',
      'a,b\n1,"two\n3,four\n5,"six, six"\n7,8',
      [
        ['a', 'b'],
        ['1', '"two'],
        ['3', 'four'],
        ['5', 'six, six'],
        ['7', '8'],
      ],
      [2],
    ],
    [
      'two of them cost two lines',
      'a,b\n1,"2\n3,4\n5,"6\n7,8\n',
      [
        ['a', 'b'],
        ['1', '"2'],
        ['3', '4'],
        ['5', '"6'],
        ['7', '8'],
      ],
      [2, 4],
    ],
    [
      'in the last cell of the last line',
      'a,b\n1,"2',
      [
        ['a', 'b'],
        ['1', '"2'],
      ],
      [2],
    ],
    [
      'the cells after it on its line are cells',
      'a,b,c\n1,"2,3\n4,5,6\n7,"8",9\n',
      [
        ['a', 'b', 'c'],
        ['1', '"2', '3'],
        ['4', '5', '6'],
        ['7', '8', '9'],
      ],
      [2],
    ],
    [
      'after a cell that spans lines and is sound',
      'a,b\n"x\ny","2\n3,4\n5,"6"\n',
      [
        ['a', 'b'],
        ['x\ny', '"2'],
        ['3', '4'],
        ['5', '6'],
      ],
      [3],
    ],
    [
      'one on every line, which nothing closes',
      'a,b\n1,"x""\n2,"x""\n3,"x""',
      [
        ['a', 'b'],
        ['1', '"x""'],
        ['2', '"x""'],
        ['3', '"x""'],
      ],
      [2, 3, 4],
    ],
  ])('of which the rest is read: %s', (_, text, expected, lines) => {
    for (const parts of [[text], [...text]]) {
      const told: number[] = [];
      const found: string[][] = [];
      const splitter = makeRecordSplitter({
        delimiter: ',',
        onRecord: (cells) => found.push([...cells]),
        onUnclosed: (line) => told.push(line),
      });
      for (const part of parts) splitter.push(part);
      expect(splitter.finish()).toBe(lines[0]);
      expect(found).toEqual(expected);
      expect(told).toEqual(lines);
    }
  });

  test('loses no record after a quote that is open for longer than any cell of a spreadsheet', () => {
    const records = Array.from({ length: 12_000 }, (_, n) => `${n},name ${n}`);
    const whole = read([['a,b', 'x,"y', ...records].join('\n')], ',');
    expect(whole.unclosed).toBe(2);
    expect(whole.rows.length).toBe(12_002);
    expect(whole.rows.at(-1)).toEqual(['11999', 'name 11999']);
  });

  test('takes as long as it is, however many quotes stay open', () => {
    let records = 0;
    const splitter = makeRecordSplitter({ delimiter: ',', onRecord: () => (records += 1) });
    splitter.push('a,b\n');
    for (let n = 0; n < 40_000; n++) splitter.push('"x""\n');
    splitter.finish();
    expect(records).toBe(40_001);
  });

  test.each<[string, string, string[][]]>([
    [
      'quotes that nobody doubled',
      '"He said "no" to it",b\n1,2',
      [
        ['He said "no" to it', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'the same over two lines',
      'a,b,c\nx,"He\n"said" no",c',
      [
        ['a', 'b', 'c'],
        ['x', 'He\n"said" no', 'c'],
      ],
    ],
    ['a blank before a quote', 'a, "b, c" ,"d"', [['a', ' "b', ' c" ', 'd']]],
    ['a blank before a quote that closes', 'a, "b, c", "d"', [['a', 'b, c', 'd']]],
  ])('is read as people write it: %s', (_, text, expected) => {
    expect(read([text], ',').rows).toEqual(expected);
    expect(read([...text], ',').rows).toEqual(expected);
  });

  test('has no record in the line by which Excel is told the delimiter', () => {
    expect(read(['sep=;\r\na;b\r\n1;2\r\n'])).toEqual({
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
      lines: [2, 3],
      unclosed: undefined,
    });
    expect(read(['\uFEFF"sep=\t"\na\tb,c']).rows).toEqual([['a', 'b,c']]);
  });

  test.each([
    [',', 'date,"a;b;c;d",title\n'],
    [';', 'date;title;a,b\n'],
    ['\t', 'date\ttitle\twho\n'],
    ['|', 'a|b\n1|2, 3\n'],
    [',', 'date\n1;2;3\n'],
  ])('goes by the delimiter %j that its first line has most of, outside quotes', (delimiter, text) => {
    const expected = dsvFormat(delimiter).parseRows(text);
    expect(read([text]).rows).toEqual(expected);
    expect(read([...text]).rows).toEqual(expected);
  });
});

function linesIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
