import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { english } from '../../../../src/base/messages/en';
import { makeTranslate } from '../../../../src/base/translate';
import type { CsvMapping } from '../../../../src/formats/table/mapping';
import { makeTableReading } from '../../../../src/formats/table/table-reading';
import type { TableLimits, TableProblem } from '../../../../src/formats/table/record-reading';
import { readInEnglish } from '../../../../src/formats/json/read-in-english';
import type { ColumnTable } from '../../../../src/model/table-of-columns';
import { datasetHead } from '../../../../src/model/dataset-head';
import type { Dataset, DiplomaticEvent } from '../../../../src/model/dataset';
import type { EventTable } from '../../../../src/model/event-table';
import { finishedTable, tableSoFar } from '../../../support/table-of';

const t = makeTranslate('en', english);
const head = datasetHead({ id: 'rows', title: 'Rows', actors: [], asOf: '2016-02-24' });
const mapping: CsvMapping = { date: 'date', title: 'title', actors: [{ column: 'who' }] };

interface ReadOptions {
  readonly mapping?: Partial<CsvMapping>;
  readonly dataset?: Dataset;
  readonly limits?: TableLimits;
}

function read(
  csv: string,
  { mapping: parts = {}, dataset = head, limits }: ReadOptions = {},
): ColumnTable | TableProblem {
  const table = makeTableReading({ ...mapping, ...parts }, dataset, t, limits);
  table.push(csv);
  return finishedTable(table);
}

function made(csv: string, options?: ReadOptions): ColumnTable {
  const result = read(csv, options);
  if (!('table' in result)) throw new Error(`Refused: ${result.kind}: ${result.detail}`);
  return result;
}

function problem(csv: string, options?: ReadOptions): TableProblem {
  const result = read(csv, options);
  if ('table' in result) throw new Error('Not refused');
  return result;
}

function eventsOf({ table }: { readonly table: EventTable }): DiplomaticEvent[] {
  return Array.from({ length: table.size }, (_, row) => table.eventAt(row));
}

const titles = (result: ColumnTable): string[] => eventsOf(result).map(({ title }) => title);
const faults = ({ rejections }: ColumnTable): string[] =>
  rejections.map(
    ({ where, field, found, expected, effect }) => `${where} | ${field} | ${found} | ${expected} | ${effect}`,
  );

describe('rows of a CSV', () => {
  test('are events, in time order, with the defaults of the format', () => {
    const result = made('who,title,date\nAnna,Later,2016-02-24\nBela,Earlier,2015\n');
    expect(result.rejections).toEqual([]);
    expect(eventsOf(result)).toMatchObject([
      {
        id: 'row-2',
        title: 'Earlier',
        date: { edtf: '2015', precision: 'year' },
        type: undefined,
        tone: 'neutral',
        importance: 2,
        participants: [{ actor: 'bela', role: 'party' }],
        countries: [],
        summary: undefined,
        place: undefined,
      },
      { id: 'row-1', title: 'Later', date: { edtf: '2016-02-24', precision: 'day' } },
    ]);
    expect(result.table.dataset).toMatchObject({
      id: 'rows',
      title: 'Rows',
      actors: [{ id: 'bela' }, { id: 'anna' }].toReversed(),
    });
  });

  test('come out like the same events in JSON', () => {
    const csv =
      'id;when;what;by;to;type;tone;weight;where;more\n' +
      'a;2016-02-24;Talks;Anna Kovač;Béla;talks;;3;Wien;They met\n' +
      'b;2014/2016-02;Fighting;Forces;;military;;1;;\n' +
      'c;[2016-02-23,2016-02-24];Words;Anna Kovač;Forces;statement;conflict;;Genève;\n' +
      'd;2014~/..;Ongoing;UN Council;;;;2;;\n' +
      'e;2017-01-01;Ahead;Anna Kovač;;ceasefire;;2;;\n';
    const rows = made(csv, {
      mapping: {
        id: 'id',
        date: 'when',
        title: 'what',
        actors: [
          { column: 'by', role: 'initiator' },
          { column: 'to', role: 'target' },
        ],
        type: {
          column: 'type',
          values: { talks: 'talks', military: 'military', statement: 'statement', ceasefire: 'ceasefire' },
        },
        tone: { column: 'tone', values: { conflict: 'conflict' } },
        importance: { column: 'weight' },
        place: 'where',
        summary: 'more',
      },
    });
    const base = { schemaVersion: '1.0', asOf: '2016-02-24' };
    const who = (actor: string, role: string) => ({ actor, role });
    const actors = [
      { id: 'anna-kovac', label: 'Anna Kovač' },
      { id: 'bela', label: 'Béla' },
      { id: 'forces', label: 'Forces' },
      { id: 'un-council', label: 'UN Council' },
    ];
    const json = readInEnglish(
      JSON.stringify({
        ...base,
        actors,
        events: [
          {
            id: 'a',
            date: '2016-02-24',
            title: 'Talks',
            type: 'talks',
            importance: 3,
            place: 'Wien',
            summary: 'They met',
            participants: [who('anna-kovac', 'initiator'), who('bela', 'target')],
          },
          {
            id: 'b',
            date: '2014/2016-02',
            title: 'Fighting',
            type: 'military',
            importance: 1,
            participants: [who('forces', 'initiator')],
          },
          {
            id: 'c',
            date: '[2016-02-23,2016-02-24]',
            title: 'Words',
            type: 'statement',
            tone: 'conflict',
            place: 'Genève',
            participants: [who('anna-kovac', 'initiator'), who('forces', 'target')],
          },
          { id: 'd', date: '2014~/..', title: 'Ongoing', participants: [who('un-council', 'initiator')] },
          {
            id: 'e',
            date: '2017-01-01',
            title: 'Ahead',
            type: 'ceasefire',
            status: ['announced'],
            participants: [who('anna-kovac', 'initiator')],
          },
        ],
      }),
      'x',
    );
    if (!json.ok) throw new Error('The JSON is wrong');
    const byId = (list: readonly DiplomaticEvent[]) =>
      new Map(list.map((event) => [event.id, { ...event, status: [] }]));
    expect(byId(eventsOf(rows))).toEqual(byId(json.dataset.events));
    expect(rows.table.dataset.actors).toEqual(json.dataset.actors);
  });

  test('are the same wherever the parts of the text end', () => {
    const csv = `date,title,who\n${Array.from({ length: 40 }, (_, i) => `2016-02-${String(1 + (i % 28)).padStart(2, '0')},"No ""${i}"", é𝒳",Actor ${i % 7}`).join('\r\n')}`;
    const whole = made(csv);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 90 }), { maxLength: 60 }), (lengths) => {
        const table = makeTableReading(mapping, head, t);
        let at = 0;
        for (const length of [...lengths, csv.length]) table.push(csv.slice(at, (at += length)));
        const result = finishedTable(table);
        expect('table' in result && eventsOf(result)).toEqual(eventsOf(whole));
      }),
      { numRuns: 30 },
    );
  });

  test('so far are a table of their own, which what comes later leaves as it is', () => {
    const table = makeTableReading({ ...mapping, title: '{who}: {title}' }, head, t);
    const line = (i: number): string => `2016-02-${String(1 + (i % 28)).padStart(2, '0')},Title ${i},Actor ${i % 50}\n`;
    table.push('date,title,who\n');
    for (let i = 0; i < 3000; i++) table.push(line(i));
    const part = tableSoFar(table);
    const before = eventsOf(part).map((event) => JSON.stringify(event));
    for (let i = 3000; i < 9000; i++) table.push(line(i));
    const whole = finishedTable(table);
    expect([part.table.size, 'table' in whole && whole.table.size, table.size()]).toEqual([3000, 9000, 9000]);
    expect(Array.from({ length: 3000 }, (_, row) => JSON.stringify(part.table.eventAt(row)))).toEqual(before);
    expect('table' in whole && whole.table.rowOf('row-2000') !== undefined && whole.table.dataset.actors.length).toBe(
      50,
    );
  });
});

describe('a title that is a template', () => {
  test('is put together from the columns of its row', () => {
    const result = made('date,country,vote,short\n1971-10-25,China,yes,SEAT\n1971-10-26,Cuba,no,"A, B"\n', {
      mapping: { title: '{country} votes {vote} on {short}', actors: [{ column: 'country' }] },
    });
    expect(titles(result)).toEqual(['China votes yes on SEAT', 'Cuba votes no on A, B']);
  });

  test('may lack some of its columns; one that lacks all is called by its row', () => {
    const result = made('date,a,b,who\n2016,,x,Anna\n2016,,,Anna\n', { mapping: { title: '{a}/{b}' } });
    expect(titles(result)).toEqual(['/x', 'Row 2']);
    expect(faults(result)).toEqual([]);
  });
});

describe('actors', () => {
  test('have the country of their row; the same name in two countries is two', () => {
    const csv =
      'date,title,who,cc\n2016,a,President,US\n2016,b,President,FR\n2016,c,President,US\n2016,d,Namibia,NA\n2016,e,Zanzibar,\n';
    const result = made(csv, { mapping: { actors: [{ column: 'who', kind: 'government', countryColumn: 'cc' }] } });
    expect(
      result.table.dataset.actors.map(({ id, label, kind, countries }) => `${id} ${label} ${kind} ${countries.join()}`),
    ).toEqual([
      'president President government US',
      'president-2 President government FR',
      'namibia Namibia government NA',
      'zanzibar Zanzibar government ',
    ]);
    expect(eventsOf(result).map(({ countries }) => countries.map(({ country }) => country).join())).toEqual([
      'US',
      'FR',
      'US',
      'NA',
      '',
    ]);
    expect(result.rejections).toEqual([]);
  });

  test('of one cell are parted by the separator, and so are their countries', () => {
    const csv = 'date,title,who,cc\n2016,a,Anna; Bela;Anna,HU;AT;HU\n2016,b,Carl; Dora,DE\n';
    const result = made(csv, { mapping: { actors: [{ column: 'who', countryColumn: 'cc', separator: ';' }] } });
    expect(eventsOf(result).map(({ participants }) => participants.map(({ actor }) => actor))).toEqual([
      ['anna', 'bela'],
      ['carl', 'dora'],
    ]);
    expect(result.table.dataset.actors.map(({ countries }) => countries.join())).toEqual(['HU', 'AT', 'DE', 'DE']);
  });

  test('that the dataset lists are known by id, label or another name', () => {
    const dataset = datasetHead({
      id: 'x',
      title: 'x',
      actors: [{ id: 'kerry', label: 'John Kerry', altNames: ['Kerry, John'], countries: ['US'] }],
    });
    const result = made('date,title,who\n2016,a,John Kerry\n2016,b,"Kerry, John"\n2016,c,kerry\n2016,d,Somebody\n', {
      dataset,
    });
    expect(eventsOf(result).map(({ participants }) => participants[0]!.actor)).toEqual([
      'kerry',
      'kerry',
      'kerry',
      'somebody',
    ]);
  });

  test('may be countries by code, and a row may name its countries itself', () => {
    expect(
      made('date,title,cc\n2016,a,SY\n', { mapping: { actors: [{ column: 'cc', country: 'as-actor' }] } }).table
        .countries,
    ).toEqual(['SY']);
    const result = made('date,title,who,in\n2016,a,Anna,SY|RU\n2016,b,Anna,\n', {
      mapping: { countries: { column: 'in', separator: '|' } },
    });
    expect(eventsOf(result).map(({ countries }) => countries)).toEqual([
      [
        { country: 'SY', role: 'acting' },
        { country: 'RU', role: 'acting' },
      ],
      [],
    ]);
  });
});

describe('dates', () => {
  test.each([
    ['iso', '2016-02-24T10:30:00', '2016-02-24'],
    ['iso', '2016-02', '2016-02'],
    ['M/D/YYYY', '2/24/2016', '2016-02-24'],
    ['M/D/YYYY', '2/24/2016 0:00', '2016-02-24'],
    ['D/M/YYYY', '24.2.2016', '2016-02-24'],
    ['YYYYMMDD', '20160224', '2016-02-24'],
    ['YYYYMMDD', '20160224103000', '2016-02-24'],
    ['edtf', '2016-02-24?', '2016-02-24?'],
    ['edtf', '-0330', '-0330'],
  ] as const)('written %s: %s is %s', (format, cell, edtf) => {
    expect(
      eventsOf(made(`date,title,who\n${cell},a,Anna\n`, { mapping: { date: { column: 'date', format } } }))[0]!.date!
        .edtf,
    ).toBe(edtf);
  });

  test.each([
    ['M/D/YYYY', '24/2/2016', 'a date written M/D/YYYY'],
    ['D/M/YYYY', '31/2/2016', 'a day that the calendar has'],
    ['YYYYMMDD', '2016-02-24', 'a date written YYYYMMDD'],
    ['iso', 'soon', 'a date written iso'],
    ['edtf', '24 Feb 2016', 'a date in EDTF'],
    ['edtf', '2016-02-24T10:00', 'a time with its offset'],
  ] as const)('written %s don’t include %j, which stays without a date and is told', (format, cell, expected) => {
    const result = made(`date,title,who\n${cell},a,Anna\n`, { mapping: { date: { column: 'date', format } } });
    expect(eventsOf(result)).toMatchObject([{ title: 'a', date: undefined, extra: { dateText: cell } }]);
    expect(faults(result)).toEqual([expect.stringContaining(`line 2, column 1 | date | ${cell} | ${expected}`)]);
    expect(result.rejections.map(({ effect, line, column }) => [effect, line, column])).toEqual([['noted', 2, 1]]);
  });

  test('that aren’t there are no faults', () => {
    const result = made('date,title,who\n,a,Anna\n', { mapping: { date: { column: 'date', format: 'edtf' } } });
    expect(eventsOf(result)).toMatchObject([{ title: 'a', date: undefined }]);
    expect(eventsOf(result)[0]).not.toHaveProperty('extra');
    expect(faults(result)).toEqual([]);
  });

  test('with an end are intervals, as the format reads them', () => {
    const csv =
      'from,to,title,who\n2016-02-01,2016-02-29,a,Anna\n2016-02-01,,b,Anna\n2016-01,2016-02-03,c,Anna\n2014,2014,d,Anna\n2016-02-05,2016-02-01,e,Anna\n2015-05-05,..,f,Anna\n';
    const result = made(csv, { mapping: { date: 'from', end: 'to' } });
    expect(eventsOf(result).map(({ title, date }) => `${title} ${date!.edtf} ${date!.form}`)).toEqual([
      'd 2014 single',
      'f 2015-05-05/.. interval',
      'c 2016-01/2016-02-03 interval',
      'a 2016-02-01/2016-02-29 interval',
      'b 2016-02-01 single',
      'e 2016-02-05 single',
    ]);
    expect(faults(result)).toEqual([
      'line 6, column 2 | to | 2016-02-01 | an end that is not before the start | dropped',
    ]);
  });

  test('that are open are drawn to the last dated day, where the dataset names none to look from', () => {
    const dataset = datasetHead({ id: 'x', title: 'x', actors: [] });
    const { table } = made('date,title,who\n2014/..,a,Anna\n2016-02,b,Anna\n', { dataset });
    expect([table.dataset.asOf?.edtf, table.end[0]]).toEqual(['2016-02-29', Date.UTC(2016, 2, 1)]);
    expect(made('date,title,who\n2016-02,b,Anna\n', { dataset }).table.dataset.asOf).toBeUndefined();
  });
});

describe('rows with faults', () => {
  test('load without what can’t be used, which is told with line, column, field, what stands there and what was expected', () => {
    const csv =
      'id,date,title,who,cc,type,weight\n' +
      'a,2016,"Two\nlines",Anna,AT,yes,1\n' +
      'b,2016-02-30,Bad day,Anna,AT,yes,1\n' +
      'c,2016,,Anna,AT,yes,1\n' +
      'd,2016,Nobody,,AT,yes,1\n' +
      'a,2016,Twice,Anna,AT,yes,1\n' +
      ',2016,No id,Anna,AT,yes,1\n' +
      '\n' +
      'e,2016,Odd words,Anna,Austria,perhaps,9\n' +
      'f,2016,Too wide,Anna,AT,yes,1,more\n' +
      'g,2016,Short row,Anna\n' +
      'h,2016,Trailing,Anna,AT,yes,1,,\n';
    const result = made(csv, {
      mapping: {
        id: 'id',
        actors: [{ column: 'who', countryColumn: 'cc' }],
        importance: { column: 'weight' },
        type: { column: 'type', values: { yes: 'agreement' } },
      },
    });
    expect(result.table.size).toBe(10);
    expect(eventsOf(result).map(({ id, title }) => `${id} ${title.split('\n')[0] ?? ''}`)).toEqual([
      'a Two',
      'c Row 3',
      'd Nobody',
      'a-2 Twice',
      'row-6 No id',
      'e Odd words',
      'f Too wide',
      'g Short row',
      'h Trailing',
      'b Bad day',
    ]);
    expect(faults(result)).toEqual([
      'line 4, column 2 | date | 2016-02-30 | a date, like 24 February 2016, 24/2/2016 or 2016-02 | noted',
      'line 7, column 1 | id | a | an id that no other record has; this one is called “a-2” here | noted',
      'line 10, column 5 | cc | Austria | a country code of ISO 3166-1 alpha-2: two capital letters | dropped',
      'line 10, column 6 | type | perhaps | one of yes | dropped',
      'line 10, column 7 | weight | 9 | one of 1, 2, 3 | dropped',
      'line 11, column 8 |  | more | a row of 7 cells, as the header has | dropped',
    ]);
  });

  test('with a hyphen before a year of today are read as they stand, and told', () => {
    const result = made('date,title,who\n-2016-02-24,a,Anna\n 2016-02-24 ,b,Anna\n');
    expect(result.table.size).toBe(2);
    expect(faults(result)).toEqual([
      'line 2, column 1 | date | -2016-02-24 | a date; with the hyphen before it, it is 24 Feb 2017 BCE | noted',
    ]);
  });

  test('are told one by one up to ten thousand, and counted beyond', () => {
    const bad = Array.from({ length: 10_500 }, (_, index) => `soon ${index % 7},a,Anna`);
    const { rejections, table } = made(`date,title,who\n${bad.join('\n')}\n2016,good,Anna\n`);
    expect([table.size, table.datedSize, rejections.length]).toEqual([10_501, 1, 10_001]);
    expect(rejections[10_000]).toEqual({
      where: 'line 10002 and after',
      record: undefined,
      field: '',
      found: '500 more',
      expected: 'as in the rows before',
      effect: 'noted',
      count: 500,
      line: 10_002,
    });
  });

  test('of text: all of it is kept up to 20,000 characters, control characters taken out, and nothing is read as markup', () => {
    const long = 'word '.repeat(3990).trim();
    const result = made(
      `date,title,who\n2016,${long},Anna\n2017,<b>bold</b>\u202E,Anna\n2018,${'word '.repeat(4100)},Anna\n`,
    );
    expect(titles(result).slice(0, 2)).toEqual([long, '<b>bold</b>']);
    expect([titles(result)[2]!.length <= 20_000, titles(result)[2]!.endsWith('word…')]).toEqual([true, true]);
    expect(result.rejections.map(({ where, effect, found }) => `${where} ${effect} ${found.length}`)).toEqual([
      'line 4, column 2 noted 80',
    ]);
  });

  test('a quote that nothing closes is told with its line, and costs no row', () => {
    const result = made('date,title,who\n2016,good,Anna\n2016,"lost,Anna\n2017,too,Anna\n');
    expect(titles(result)).toEqual(['good', '"lost', 'too']);
    expect(result.rejections.map(({ where, effect }) => `${where} ${effect}`)).toEqual(['line 3 noted']);
  });
});

describe('a file', () => {
  test('without a column that the mapping names is refused, with that name and those there are', () => {
    expect(problem('Date,Title,Who\n2016,a,Anna\n')).toEqual({
      kind: 'no-column',
      detail: 'no column is called “date”; the columns are “Date”, “Title”, “Who”',
    });
    expect(problem('date,title,who\n2016,a,Anna\n', { mapping: { title: '{title} in {year}' } }).detail).toContain(
      '“year”',
    );
    expect(problem('<!doctype html>\n<title>Not here</title>').detail).toContain('the columns are “<!doctype html>”');
  });

  test.each([
    ['empty', ''],
    ['of a header alone', 'date,title,who\n'],
  ])('that is %s has no row', (_, csv) => {
    expect(problem(csv)).toEqual({ kind: 'no-events', detail: 'there is no row under the header' });
  });

  test.each([
    ['events', { events: 2, text: 1e6, actors: 10 }, 'more than 2 events, the most that can be read'],
    ['actors', { events: 9, text: 1e6, actors: 1 }, 'more than 1 different actors, the most that can be read'],
    ['text', { events: 9, text: 40, actors: 10 }, 'more than 0 MB of text, the most that can be read'],
  ])('of too many %s is refused in words', (_, limits, detail) => {
    const csv = 'date,title,who\n2016,a,Anna\n2016,b,Bela\n2016,c,Carl\n';
    expect(problem(csv, { limits })).toEqual({ kind: 'too-large', detail });
  });

  test.each([
    ['cut', ['line 2 cut-short']],
    ['stopped', []],
  ] as const)('that was %s is what came of it, without the row it breaks off in', (how, told) => {
    const table = makeTableReading(mapping, head, t);
    table.push('date,title,who\n2016,a,Anna\n2016,b,Be');
    const result = finishedTable(table, how);
    if (!('table' in result)) throw new Error('Refused');
    expect(titles(result)).toEqual(['a']);
    expect(result.rejections.map(({ where, effect }) => `${where} ${effect}`)).toEqual(told);
  });

  test('rests on the source that the mapping names, or on the only one', () => {
    const dataset = datasetHead({ id: 'x', title: 'x', actors: [], sources: [{ id: 's1' }, { id: 's2' }] });
    const csv = 'date,title,who\n2016,a,Anna\n';
    expect(made(csv, { dataset, mapping: { restsOn: 's2' } }).table.restsOn).toBe('s2');
    expect(made(csv, { dataset }).table.restsOn).toBeUndefined();
    expect(
      made(csv, { dataset: datasetHead({ id: 'x', title: 'x', actors: [], sources: [{ id: 's1' }] }) }).table.restsOn,
    ).toBe('s1');
  });
});
