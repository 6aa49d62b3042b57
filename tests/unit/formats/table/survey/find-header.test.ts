import { describe, expect, test } from 'vitest';
import type { RecordSource } from '../../../../../src/formats/record-source';
import { uniqueHeaders } from '../../../../../src/formats/table/survey/column-headers';
import { findHeader } from '../../../../../src/formats/table/survey/find-header';
import { layOut } from '../../../../../src/formats/table/survey/layout';
import { textRecords } from '../../../../../src/formats/table/survey/text-records';
import type { TableLayout } from '../../../../../src/formats/table/table-mapping';
import { fileAtHand } from '../../../../support/file-at-hand';

async function sourceOf(text: string): Promise<RecordSource> {
  const source = await textRecords(fileAtHand(text));
  if ('kind' in source) throw new Error(source.kind);
  return source;
}

async function headerOf(text: string): Promise<TableLayout['header']> {
  const head = await (await sourceOf(text)).head();
  if ('kind' in head) throw new Error(head.kind);
  return findHeader(head.records);
}

describe('the header of a table', () => {
  test.each<[string, string, TableLayout['header']]>([
    ['on the first line', 'when,what\n2016-02-22,Talks\n2016-02-24,Call\n', 1],
    ['in words nobody knows, over dates', 'foo,bar\n2016-02-22,Talks\n2016-02-24,Call\n', 1],
    ['over texts alone', 'Full Name,Gender\nAnna,f\nBo,m\n', 1],
    [
      'on line 7, under a title, notes and blank lines',
      'Talks 2016;;\nCompiled by the desk;;\n\nAuthor;A. Lee;\nUpdated;2016-03-01;\n\nDate;Event;Place\n2016-02-22;Talks;Bonn\n2016-02-24;Call;Rome\n2016-02-25;Visit;Bonn\n',
      7,
    ],
    ['under one of groups', 'Time,,Contents,\nStart,End,Title,Text\n2016-02-22,,Talks,a\n2016-02-24,,Call,b\n', 2],
    ['nowhere: dates from the first line on', '2016-02-22,Talks\n2016-02-24,Call\n', 'none'],
    [
      'nowhere: eight figures and an address',
      '20160222\t1\thttps://a.example\n20160223\t2\thttps://b.example\n',
      'none',
    ],
    ['with years as names of columns', 'Country,1990,1991\nChile,4,5\nPeru,3,2\n', 1],
    ['down the side', 'Date,12 May 2014,14 May 2014\nEvent,Talks,Ceasefire\n', 'side'],
    ['of one record', 'date,title\n', 1],
    ['over columns left empty', ',,Date,,Event,,\n,,2016-02-22,,Talks,,\n,,2016-02-24,,Call,,\n', 1],
    [
      'over dates of another calendar, some of which could be ours',
      'วันที่,เหตุการณ์,ประเทศ\n24 กุมภาพันธ์ พ.ศ. 2559,โทรศัพท์,สหรัฐ\n27 ก.พ. 2559,หยุดยิง,ซีเรีย\n2559-02-28,พบกัน,ไทย\n',
      1,
    ],
    ['over dates in a language nobody reads', 'תאריך,אירוע\n22 בפברואר 2016,הצהרה\nתשע"ו,שיחה\n24.2.2016,פגישה\n', 1],
    ['over Persian days', 'تاریخ,رویداد\n۱۳۹۴/۱۲/۰۳,بیانیه\n۳ اسفند ۱۳۹۴,تماس\n۲۲ فوریه ۲۰۱۶,دیدار\n', 1],
  ])('stands %s', async (_, text, expected) => {
    expect(await headerOf(text)).toBe(expected);
  });

  test('gives each column a name of its own', () => {
    expect(uniqueHeaders(['When', ' When ', '', 'When (2)', ''])).toEqual(['When', 'When (3)', '3', 'When (2)', '5']);
  });
});

describe('a table that is laid out', () => {
  async function laid(text: string, layout: TableLayout) {
    const found = await layOut(await sourceOf(text), layout);
    if ('kind' in found) throw new Error(found.kind);
    const rows: [number, ...string[]][] = [];
    await found.read(
      (cells, line) => rows.push([line, ...cells]),
      async () => true,
    );
    const head = await found.head();
    if ('kind' in head) throw new Error(head.kind);
    return { headers: found.headers, rows, count: head.count, found };
  }

  test('has the records under its header, with the lines of the file', async () => {
    const { headers, rows, count } = await laid('Title;\n\nDate;What\n1;a\n\n2;b;c\n', { header: 3 });
    expect(headers).toEqual(['Date', 'What', '3']);
    expect(rows).toEqual([
      [4, '1', 'a'],
      [6, '2', 'b', 'c'],
    ]);
    expect(count).toBe(2);
  });

  test('without a header has all of them, under numbers or the names it is given', async () => {
    expect((await laid('1;a\n2;b\n', { header: 'none' })).headers).toEqual(['1', '2']);
    const { headers, rows } = await laid('1;a\n2;b\n', { header: 'none', headers: ['n', 'what'] });
    expect([headers, rows.length]).toEqual([['n', 'what'], 2]);
  });

  test('is turned where its headers stand down the side', async () => {
    const { headers, rows, count } = await laid('Date;1 May 2014;2 May 2014\nWhat;a;b\n', { header: 'side' });
    expect(headers).toEqual(['Date', 'What']);
    expect(rows).toEqual([
      [2, '1 May 2014', 'a'],
      [3, '2 May 2014', 'b'],
    ]);
    expect(count).toBe(2);
  });

  test('is what it is where it is laid out once more', async () => {
    const { found } = await laid('a;b\n1;2\n', {});
    const again = await layOut(found, {});
    expect('headers' in again && again.headers).toEqual(['a', 'b']);
    expect(again).toMatchObject({ headers: ['a', 'b'] });
  });
});
