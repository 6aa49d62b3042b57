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

function read(parts: readonly string[], delimiter?: CsvDelimiter): Read {
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

  test('tells the line of a quote that nothing closes', () => {
    expect(read(['a,b\n1,"2\n3\n'])).toEqual({
      rows: [
        ['a', 'b'],
        ['1', '2\n3\n'],
      ],
      lines: [1, 2],
      unclosed: 2,
    });
    expect(read(['a,b\n1,"2"']).unclosed).toBeUndefined();
  });

  test.each([
    [',', 'date,"a;b;c;d",title\n'],
    [';', 'date;title;a,b\n'],
    ['\t', 'date\ttitle\twho\n'],
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
