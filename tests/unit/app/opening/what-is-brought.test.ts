import { describe, expect, test } from 'vitest';
import { faultsCsv } from '../../../../src/app/opening/faults-csv';
import { whatIsIn } from '../../../../src/app/opening/what-is-in';
import { english } from '../../../../src/base/messages/en';
import open from '../../../../src/base/messages/en/open.json';
import { makeTranslate } from '../../../../src/base/translate';
import type { Rejection } from '../../../../src/model/rejection';

const t = makeTranslate('en', { ...english, ...open });
const NOTHING = { how: 'drop', files: [], text: '', html: '', addresses: '' } as const;
const file = (name: string) => ({ file: new File(['x'], name), isFolder: false });

describe('what somebody brought', () => {
  test('is its files, where it has words as well', () => {
    const found = whatIsIn({ ...NOTHING, files: [file('a.csv'), file('b.csv')], text: 'https://news.example/' });
    expect('files' in found && found.files.map(({ name }) => name)).toEqual(['a.csv', 'b.csv']);
    expect(found).toMatchObject({ text: undefined });
  });

  test('is the files beside a folder; a folder alone is named', () => {
    const folder = { file: new File([], 'letters'), isFolder: true };
    const found = whatIsIn({ ...NOTHING, files: [folder, file('a.csv')] });
    expect('files' in found && found.files.map(({ name }) => name)).toEqual(['a.csv']);
    expect(whatIsIn({ ...NOTHING, files: [folder] })).toEqual({ about: 'folder', name: 'letters' });
  });

  test.each([
    ['rows', 'When\tWhat\n2016\tA call'],
    ['JSON', '{"events":[]}'],
    ['markup', '<timeline/>'],
    ['a calendar', 'BEGIN:VCALENDAR'],
    ['one line that begins with a date', '2016-02-22: A call'],
  ])('is data where it looks like it: %s', (_, text) => {
    expect(whatIsIn({ ...NOTHING, how: 'paste', text })).toEqual({ files: [], text });
  });

  test.each([
    ['nothing', {}, 'nothing', ''],
    ['blanks', { text: ' \n ' }, 'nothing', ''],
    ['an address', { text: ' https://news.example/a.csv ' }, 'link', 'https://news.example/a.csv'],
    ['a picture of a page', { addresses: 'https://news.example/a.png' }, 'link', 'https://news.example/a.png'],
    ['a word', { text: 'hostilities' }, 'no-data', 'hostilities'],
    ['a sentence with a year', { text: 'It was in 2016' }, 'no-data', 'It was in 2016'],
  ])('is refused where it is %s', (_, what, about, name) => {
    expect(whatIsIn({ ...NOTHING, ...what })).toEqual({ about, name });
  });
});

describe('the file of what could not be used', () => {
  const rejection: Rejection = {
    where: 'line 12, column 5',
    record: undefined,
    field: 'When',
    found: '31/2/2016',
    expected: 'a day that there is',
    effect: 'left-out',
  };
  const linesOf = (rejections: readonly Rejection[]) => faultsCsv(rejections, t).split('\r\n');

  test('begins with the mark of UTF-8 and a head, and has a line for each', () => {
    const [head = '', first, end] = linesOf([rejection]);
    expect(head.startsWith('\uFEFF')).toBe(true);
    expect(head.split(',')).toHaveLength(6);
    expect(first).toBe(`12,When,,31/2/2016,a day that there is,${t('open.effect.left-out')}`);
    expect(end).toBe('');
  });

  test.each(['=1+1', '+1', '-1', '@sum', '\t=1'])('runs nothing in a spreadsheet: %j', (found) => {
    expect(linesOf([{ ...rejection, found }])[1]).toContain(`,'${found},`);
  });

  test('quotes what would end a cell, and keeps a place that has no line', () => {
    const found = 'a, "b"\nc';
    expect(faultsCsv([{ ...rejection, where: '/events/3/date', found }], t)).toContain(
      '/events/3/date,When,,"a, ""b""\nc",',
    );
  });
});
