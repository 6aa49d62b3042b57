import { describe, expect, test } from 'vitest';
import { english } from '../../../../src/base/messages/en';
import russian from '../../../../src/base/messages/ru/faults.json';
import { makeTranslate } from '../../../../src/base/translate';
import { readCsv } from '../../../support/read-csv';

describe('a row without a date', () => {
  test('stands at the end, and keeps what stood where the date should be, word for word', () => {
    const { events, table, findings, faults } = readCsv(
      'date,title\n2016-02-24,a\n,b\n"some time in the spring, or later",c\n',
      { date: 'date', title: 'title' },
    );
    expect(events.map(({ title, date, extra }) => [title, date?.edtf, extra])).toEqual([
      ['a', '2016-02-24', undefined],
      ['b', undefined, undefined],
      ['c', undefined, { dateText: 'some time in the spring, or later' }],
    ]);
    expect([table.datedSize, table.wordsAt(2).display, findings.undated]).toEqual([
      1,
      'some time in the spring, or later',
      2,
    ]);
    expect(faults).toEqual([
      'line 4, column 1 | some time in the spring, or later | a date, like 24 February 2016, 24/2/2016 or 2016-02 | noted',
    ]);
  });

  test('is one of a table that has no column of dates at all', () => {
    const { events, findings } = readCsv('what\nTalks\nMore talks\n', { title: 'what' });
    expect(events.map(({ title, date }) => [title, date])).toEqual([
      ['Talks', undefined],
      ['More talks', undefined],
    ]);
    expect([findings.events, findings.undated, findings.dates]).toEqual([2, 2, []]);
  });

  test('keeps both texts where neither end can be read', () => {
    const { events } = readCsv('from,to,title\nonce,whenever,a\n', { date: 'from', end: 'to', title: 'title' });
    expect(events[0]?.extra).toEqual({ dateText: 'once – whenever' });
  });
});

describe('a row without names', () => {
  test('is an event of nobody, and is counted', () => {
    const { events, findings } = readCsv('date,title,who\n2016,a,\n2017,b,Anna\n', {
      date: 'date',
      title: 'title',
      actors: [{ column: 'who' }],
    });
    expect(events.map(({ participants }) => participants.length)).toEqual([0, 1]);
    expect(findings.names).toMatchObject([
      { column: 'who', rowsWithout: 1, distinct: 1, names: [{ name: 'Anna', count: 1 }] },
    ]);
  });
});

describe('a row without a title', () => {
  test('is called by the first sentence of its summary, which stays whole', () => {
    const text = 'Mr. Lavrov met Mr. Kerry in Geneva. They spoke for 3.5 hours.';
    const { events, findings } = readCsv(`date,title,text\n2016,,"${text}"\n2017,b,more\n`, {
      date: 'date',
      title: 'title',
      summary: 'text',
    });
    expect([events[0]?.title, events[0]?.summary]).toEqual(['Mr. Lavrov met Mr. Kerry in Geneva.', text]);
    expect(findings.titles).toMatchObject({ made: 1, distinct: 2, longest: 35 });
  });

  test('is called by its longest text that has no meaning yet, which then is its summary', () => {
    const { events } = readCsv(
      'date,link,note,long\n2016,https://example.org/a-very-long-address-of-a-page-that-is-no-title,short,First. And second.\n',
      { date: 'date' },
    );
    expect([events[0]?.title, events[0]?.summary]).toEqual(['First.', 'First. And second.']);
  });

  test('is called by its number where it has no text, in the language of the page', () => {
    const csv = 'date,n\n2016,1\n2017,2\n';
    expect(readCsv(csv, { date: 'date' }).events.map(({ title }) => title)).toEqual(['Row 1', 'Row 2']);
    const t = makeTranslate('ru', { ...english, 'table.row': russian['table.row'] });
    expect(readCsv(csv, { date: 'date' }, { t }).events.map(({ title }) => title)).toEqual(['Строка 1', 'Строка 2']);
  });

  test('of a table without a column of titles keeps the title it was given when more rows come with one', () => {
    const { events } = readCsv('date,title\n2015,\n2016,Named\n', { date: 'date', title: 'title' });
    expect(events.map(({ title }) => title)).toEqual(['Row 1', 'Named']);
  });
});

describe('ids', () => {
  test('that are missing are made, that stand twice are renamed and counted, that are too long are shortened and told', () => {
    const long = 'x'.repeat(150);
    const { events, findings, faults } = readCsv(
      `id,date,title\na,2011,1\na,2012,2\n,2013,3\n${long},2014,4\nrow-3,2015,5\n`,
      {
        id: 'id',
        date: 'date',
        title: 'title',
      },
    );
    expect(events.map(({ id }) => id)).toEqual(['a', 'a-2', 'row-3', 'x'.repeat(128), 'row-3-2']);
    expect(findings.renamed).toBe(2);
    expect(faults.map((line) => line.split(' | ')[0])).toEqual([
      'line 3, column 1',
      'line 5, column 1',
      'line 6, column 1',
    ]);
  });
});

describe('names', () => {
  test('are of any length, and of more than 256 in a row the others are told', () => {
    const long = `Committee ${'of the whole '.repeat(60).trim()}`;
    const many = Array.from({ length: 260 }, (_, n) => `P${n}`).join(';');
    const { events, table, faults } = readCsv(`date,title,who\n2016,a,${long}\n2017,b,${many}\n`, {
      date: 'date',
      title: 'title',
      actors: [{ column: 'who', separator: ';' }],
    });
    expect(table.dataset.actors[0]?.label).toBe(long);
    expect(events[1]?.participants.length).toBe(256);
    expect(faults).toEqual([expect.stringMatching(/^line 3, column 3 .*256 entries, not 260.* \| dropped$/)]);
  });

  test('are parted by several separators, words in any case, and one that holds a separator stays whole', () => {
    const { table, findings } = readCsv(
      'date,title,who\n2016,a,"Russia AND Turkey, Land and Water Board"\n2017,b,Land and Water Board\n2018,c,Finland and Water\n',
      {
        date: 'date',
        title: 'title',
        actors: [{ column: 'who', separator: [',', ' and '], whole: ['Land and Water Board'] }],
      },
    );
    expect(table.dataset.actors.map(({ label }) => label)).toEqual([
      'Russia',
      'Turkey',
      'Land and Water Board',
      'Finland',
      'Water',
    ]);
    expect(findings.names[0]?.names[0]).toEqual({ name: 'Land and Water Board', count: 2 });
  });

  test('that only ever stand together are said to, those that also stand alone aren’t', () => {
    const { findings } = readCsv(
      'date,who\n2016,Land and Water Board\n2017,Land and Water Board and Anna\n2018,Anna and Bela\n2019,Bela and Anna\n',
      { date: 'date', actors: [{ column: 'who', separator: ' and ' }] },
    );
    expect(findings.names[0]?.together).toEqual([
      { names: ['Land', 'Water Board'], whole: 'Land and Water Board', count: 2 },
    ]);
  });

  test('have the role that another column says', () => {
    const { events, faults } = readCsv('date,who,vote\n2016,Cuba,no\n2016,Peru,yes\n2016,Chad,absent\n', {
      date: 'date',
      actors: [{ column: 'who', roleBy: { column: 'vote', values: { no: 'target', yes: 'sponsor' } } }],
    });
    expect(events.map(({ participants }) => participants[0]?.role)).toEqual(['target', 'sponsor', 'party']);
    expect(faults).toEqual(['line 4, column 3 | absent | one of no, yes | noted']);
  });
});

describe('words and codes', () => {
  test('a type is known by our own words, another stays with the event and is counted, without a fault', () => {
    const { events, findings, faults } = readCsv(
      'date,kind\n2016,Talks and calls\n2017,SANCTIONS\n2018,soundings\n2019,soundings\n',
      {
        date: 'date',
        type: { column: 'kind', values: {}, known: true },
      },
    );
    expect(events.map(({ type, extra }) => [type, extra])).toEqual([
      ['talks', undefined],
      ['sanctions', undefined],
      [undefined, { typeText: 'soundings' }],
      [undefined, { typeText: 'soundings' }],
    ]);
    expect(findings.types).toEqual({
      column: 'kind',
      words: [
        { word: 'soundings', count: 2, type: undefined },
        { word: 'Talks and calls', count: 1, type: 'talks' },
        { word: 'SANCTIONS', count: 1, type: 'sanctions' },
      ],
    });
    expect(faults).toEqual([]);
  });

  test('a CAMEO code stays text and gives tone and deed; 010 isn’t 10', () => {
    const { events, faults } = readCsv('date,code\n2011,010\n2012,10\n2013,190\n2014,145]\n2015,---\n2016,0874\n', {
      date: 'date',
      cameo: { column: 'code', scheme: 'cameo' },
    });
    expect(events.map(({ cameo, tone, deed }) => [cameo?.code, tone, deed])).toEqual([
      ['010', 'neutral', false],
      ['10', 'conflict', false],
      ['190', 'conflict', true],
      ['145', 'conflict', true],
      [undefined, 'neutral', false],
      ['0874', 'cooperation', true],
    ]);
    expect(faults.map((line) => line.replace(/\|.*\|/, '|'))).toEqual([
      'line 5, column 2 | noted',
      'line 6, column 2 | dropped',
    ]);
  });

  test('a WEIS code is no CAMEO code: 01 is yielding and a deed', () => {
    const { events } = readCsv('date,code\n2011,012\n2012,023\n2013,121\n2014,223\n', {
      date: 'date',
      cameo: { column: 'code', scheme: 'weis' },
    });
    expect(events.map(({ cameo, extra, tone, deed }) => [cameo, extra, tone, deed])).toEqual([
      [undefined, { weis: '012' }, 'cooperation', true],
      [undefined, { weis: '023' }, 'cooperation', false],
      [undefined, { weis: '121' }, 'conflict', false],
      [undefined, { weis: '223' }, 'conflict', true],
    ]);
  });

  test('a type says more than a code', () => {
    const { events } = readCsv('date,code\n2016,190\n', {
      date: 'date',
      type: 'talks',
      cameo: { column: 'code', scheme: 'cameo' },
    });
    expect(events.map(({ type, tone, deed }) => [type, tone, deed])).toEqual([['talks', 'cooperation', false]]);
  });

  test('countries stand there by code in either case, and by name in the page’s languages where the mapping says so', () => {
    const csv = 'date,in\n2011,na\n2012,the Netherlands\n2013,Сирия\n2014,Yugoslavia\n2015,Côte d’Ivoire\n2016,مصر\n';
    const named = readCsv(csv, { date: 'date', countries: { column: 'in', names: true } });
    expect(named.events.map(({ countries }) => countries.map(({ country }) => country).join())).toEqual([
      'NA',
      'NL',
      'SY',
      '',
      'CI',
      'EG',
    ]);
    expect(named.faults).toEqual(['line 5, column 2 | Yugoslavia | the code or name of a country | dropped']);
    const coded = readCsv(csv, { date: 'date', countries: 'in' });
    expect(coded.events.map(({ countries }) => countries.length)).toEqual([1, 0, 0, 0, 0, 0]);
  });

  test('an actor that is a country by name has it; any other loses nothing', () => {
    const { table, faults } = readCsv('date,who\n2016,Russia\n2017,USSR\n2018,FR\n', {
      date: 'date',
      actors: [{ column: 'who', country: 'as-actor' }],
    });
    expect(table.dataset.actors.map(({ label, countries }) => `${label} ${countries.join()}`)).toEqual([
      'Russia RU',
      'USSR ',
      'FR FR',
    ]);
    expect(faults).toEqual([]);
  });

  test('a place keeps its country', () => {
    const { events } = readCsv('date,city,cc\n2016,Geneva,CH\n2017,Atlantis,\n', {
      date: 'date',
      place: 'city',
      placeCountry: 'cc',
    });
    expect(events.map(({ place }) => place)).toEqual([
      { label: 'Geneva', country: 'CH' },
      { label: 'Atlantis', country: undefined },
    ]);
  });
});

test('cells beyond the header are told with all they hold, and their row is kept', () => {
  const { events, faults } = readCsv('date,title\n2016,a,b,,c\n2017,d,,\n', { date: 'date', title: 'title' });
  expect(events.map(({ title }) => title)).toEqual(['a', 'd']);
  expect(faults).toEqual(['line 2, column 3 | b |  | c | a row of 2 cells, as the header has | dropped']);
});

test('a row of empty cells is none', () => {
  const { events, findings } = readCsv('date,title\n,\n2016,a\n , \n', { date: 'date', title: 'title' });
  expect([events.length, findings.records]).toEqual([1, 1]);
});
