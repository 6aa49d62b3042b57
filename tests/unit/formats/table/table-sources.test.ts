import { describe, expect, test } from 'vitest';
import { english } from '../../../../src/base/messages/en';
import { makeTranslate } from '../../../../src/base/translate';
import type { SourceMapping } from '../../../../src/formats/table/table-mapping';
import { datasetHead } from '../../../../src/model/dataset-head';
import { textMask } from '../../../../src/state/search/event-text';
import { basisInWords, sourceBasis } from '../../../../src/written/source-prose';
import { readCsv } from '../../../support/read-csv';

const t = makeTranslate('en', english);
const read = (rows: string, source: SourceMapping, options?: Parameters<typeof readCsv>[2]) =>
  readCsv(`date,link,who,quote,title,day\n${rows}`, { date: 'date', source }, options);

describe('sources of rows', () => {
  test('have their day without the hour that a machine wrote beside it, and in words', () => {
    const { table } = read(
      '2016,https://a.example/1,,,,2016-03-01 10:00:00\n2016,https://a.example/2,,,,22 February 2016\n2016,https://a.example/3,,,,3/4/2016\n',
      { address: 'link', published: 'day' },
    );
    // Of two ways none is chosen.
    expect(table.dataset.sources.map(({ published }) => published)).toEqual(['2016-03-01', '2016-02-22', '3/4/2016']);
  });

  test('are one a distinct address, of grade C, with a publisher suggested by the host’s name', () => {
    const { table, events, findings } = read(
      '2016,https://www.tass.com/a,,,,\n2017,https://www.tass.com/a,,,,\n2018,http://user@News.Example.org:80/b?c=d,,,,\n2019,,,,,\n',
      { address: 'link', kind: 'news' },
    );
    expect(table.dataset.sources).toMatchObject([
      {
        id: 'source-1',
        url: 'https://www.tass.com/a',
        publisher: 'tass.com',
        grade: 'C',
        kind: 'news',
        extra: { publisherSuggested: true },
      },
      { id: 'source-2', url: 'http://user@News.Example.org:80/b?c=d', publisher: 'news.example.org' },
    ]);
    expect(events.map(({ evidence }) => evidence.map(({ source }) => source))).toEqual([
      ['source-1'],
      ['source-1'],
      ['source-2'],
      [],
    ]);
    expect(findings.sources).toEqual({ addresses: 2, rowsWith: 3 });
  });

  test('have the name, title and day that the table gives, and then nothing is suggested', () => {
    const { table } = read('2016,https://tass.com/a,TASS,,A statement,2016-02-24\n', {
      address: 'link',
      name: 'who',
      title: 'title',
      published: 'day',
      grade: 'B',
    });
    expect(table.dataset.sources).toMatchObject([
      { publisher: 'TASS', title: 'A statement', published: '2016-02-24', url: 'https://tass.com/a', grade: 'B' },
    ]);
    expect(table.dataset.sources[0]).not.toHaveProperty('extra');
  });

  test.each([['javascript:alert(1)'], ['Archive, box 12'], ['ftp://example.org/a'], ['www.example.org/a']])(
    'are named by what is no web address, which leads nowhere: %s',
    (cell) => {
      const { table } = read(`2016,"${cell}",,,,\n`, { address: 'link' });
      expect(table.dataset.sources).toMatchObject([{ publisher: cell, url: undefined }]);
    },
  );

  test('are several where a cell has several', () => {
    const { events, table } = read('2016,"https://a.org/1 https://b.org/2",,,,\n2017,,AP; TASS,,,\n', {
      address: 'link',
      name: 'who',
      separator: ';',
    });
    expect(events.map(({ evidence }) => evidence.length)).toEqual([2, 2]);
    expect(table.dataset.sources.map(({ publisher, url }) => publisher ?? url)).toEqual([
      'a.org',
      'b.org',
      'AP',
      'TASS',
    ]);
  });

  test('that the dataset lists are known by address and name', () => {
    const dataset = datasetHead({
      id: 'x',
      title: 'x',
      actors: [],
      sources: [
        { id: 'ria', publisher: 'RIA', grade: 'B' },
        { id: 'doc', url: 'https://un.org/doc' },
      ],
    });
    const { events, table } = read(
      '2016,,RIA,,,\n2017,https://un.org/doc,,,,\n',
      { address: 'link', name: 'who' },
      { dataset },
    );
    expect(events.map(({ evidence }) => evidence[0]?.source)).toEqual(['ria', 'doc']);
    expect(table.dataset.sources.length).toBe(2);
  });

  test('carry the words that are quoted, whoever said them', () => {
    const { events } = read('2016,https://a.org/1,,We agree,,\n2017,,,They agree,,\n', {
      address: 'link',
      quote: 'quote',
    });
    expect(events.map(({ evidence }) => evidence.map(({ quote }) => quote))).toEqual([['We agree'], ['They agree']]);
  });

  test('stand with their rows in whatever order these come', () => {
    const { events } = read('2019,https://a.org/1,,,,\n2017,https://b.org/2,,,,\n2018,,,,,\n', { address: 'link' });
    expect(events.map(({ date, evidence }) => [date?.edtf, evidence.map(({ source }) => source)])).toEqual([
      ['2017', ['source-2']],
      ['2018', []],
      ['2019', ['source-1']],
    ]);
  });
});

describe('a table with sources a row', () => {
  const rows = '2016,https://tass.com/1,,Plan A,,\n2017,https://reuters.com/2,,,,\n2018,,,,,\n';

  test('is found by who publishes and by what is quoted', () => {
    const { table } = read(rows, { address: 'link', quote: 'quote' });
    const found = (query: string) => [...(textMask(table, query) ?? [])];
    expect([found('tass'), found('reuters'), found('plan'), found('https')]).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [1, 0, 0],
      [0, 0, 0],
    ]);
  });

  test('says what it rests on, and how many rows rest on nothing', () => {
    const { table } = read(rows, { address: 'link' });
    expect(sourceBasis(table)).toEqual({ kind: 'several', sources: 2, eventsWithout: 1 });
    expect(basisInWords(sourceBasis(table), table, t).join(' ')).toMatch(/2 sources.*1 /);
    const single = read('2016,https://tass.com/1,,,,\n2017,https://tass.com/1,,,,\n', { address: 'link' }).table;
    expect(sourceBasis(single)).toMatchObject({ kind: 'single', source: { publisher: 'tass.com' } });
  });
});

test('an undated row is found by what stands where its date should be', () => {
  const { table } = readCsv('date,title\nsometime in Ramadan,a\n2016,b\n', { date: 'date', title: 'title' });
  expect([...(textMask(table, 'ramadan') ?? [])]).toEqual([0, 1]);
});
