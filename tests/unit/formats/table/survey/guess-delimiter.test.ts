import { describe, expect, test } from 'vitest';
import { delimiterRanks, guessDelimiter } from '../../../../../src/formats/table/survey/guess-delimiter';

describe('the delimiter of a table', () => {
  test.each([
    ['a title stands above the header', ';', 'Talks, letters, and notes 2016\n\ndate;who\n1;a, b\n2;c\n3;d\n'],
    ['decimal commas are as many', ';', 'a;b\n1,5;2,5\n3,5;4,5\n'],
    ['a cell holds the others in quotes', ',', 'date,what\n1,"a;b;c"\n2,"d;e;f"\n'],
    ['a quoted cell spans lines', ';', 'a;b\n1;"x,y\nz,w\nv,u"\n2;3\n'],
    ['a spreadsheet was pasted', '\t', 'date\twhat\n1\ta, b\n2\tc; d\n'],
    ['there are bars', '|', '| a | b |\n|---|---|\n| 1 | 2, 3 |\n'],
    ['lines end in CR alone', '\t', 'a\tb\r1\t2\r'],
    ['Excel was told', '|', 'sep=|\na|b,c;d\n'],
    ['there is one column', ',', 'date\n2016\n'],
    ['there is nothing', ',', ''],
  ])('is found where %s', (_, delimiter, text) => {
    expect(guessDelimiter(text)).toBe(delimiter);
  });

  test('is the first of those that part the rows at all', () => {
    expect(delimiterRanks('a;b\n1,5;2,5\n3,5;4,5\n').map(({ delimiter }) => delimiter)).toEqual([';', ',']);
  });
});
