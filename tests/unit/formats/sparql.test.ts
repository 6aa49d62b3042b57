import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fixturePlan, importOf, importPlan, linesOf } from '../../support/import-file';

type Cell = readonly [value: string, datatype?: string];

/** Results of a query with one row an entry. */
function results(rows: readonly Readonly<Record<string, Cell>>[]): string {
  const term = ([value, datatype]: Cell): object =>
    datatype === 'uri'
      ? { type: 'uri', value }
      : {
          type: 'literal',
          value,
          ...(datatype === undefined ? {} : { datatype: `http://www.w3.org/2001/XMLSchema#${datatype}` }),
        };
  const bindings = rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, term(cell)])));
  return JSON.stringify({
    head: { vars: [...new Set(rows.flatMap((row) => Object.keys(row)))] },
    results: { bindings },
  });
}

describe('results of a SPARQL query', async () => {
  const plan = await fixturePlan('sparql/traps.json');

  test('are as exact as their precision says, with nothing filled in', () => {
    expect(linesOf(plan.events)).toEqual([
      '2016-02-24 A day',
      '2016-02 A month',
      '2014/2016-03-05 A year, to a day',
      '199X A decade',
      '-0043-03-15 Before our era',
      '- Nobody knows when',
      '- Unknown by address',
      '- Older than any date',
      '2015-05-05 Without an address',
      '/1990-05-05 Only an end',
      '2016-02-27 The same thing, another day',
    ]);
  });

  test('put rows about one thing at one time together, and count them', () => {
    const [first] = plan.events;
    expect(first?.participants.map(({ actor }) => actor)).toEqual(['russia', 'united-states']);
    expect(first?.summary).toBe('known to the day\n\ncasualties: 12; 14');
    expect(plan.notes?.map(({ text }) => text)).toContain(
      '12 rows give 11 events: rows that say more of one thing are put together',
    );
    expect(plan.counts).toEqual({ records: 12, events: 11 });
  });

  test('have addresses as sources, places, and ids of their own', () => {
    expect(plan.events[0]).toMatchObject({ id: 'Q1', place: { label: 'Geneva' } });
    expect(plan.events.at(-1)?.id).toBe('Q1-2');
    expect(plan.dataset.sources.slice(0, 2).map(({ url, title, kind }) => [url, title, kind])).toEqual([
      ['http://www.wikidata.org/entity/Q1', 'A day', 'reference'],
      ['https://en.wikipedia.org/wiki/A_day', undefined, undefined],
    ]);
  });

  test('tell a date that is none', () => {
    expect(plan.rejections.map(({ where, found }) => `${where} ${found}`)).toEqual([
      '/results/bindings/8 -9000-01-01T00:00:00Z',
    ]);
  });

  test.each<[string, Cell, string]>([
    ['a year', ['1903', 'gYear'], '1903'],
    ['a year with a zone', ['1903Z', 'gYear'], '1903'],
    ['a month', ['1903-05', 'gYearMonth'], '1903-05'],
    ['a day with a zone', ['2016-02-24+01:00', 'date'], '2016-02-24'],
    ['a number', ['1937', 'integer'], '1937'],
    ['an hour', ['2016-02-24T18:30:00+02:00', 'dateTime'], '2016-02-24'],
  ])('read %s', async (_, cell, edtf) => {
    const { events } = await importPlan(results([{ item: ['http://example.org/1', 'uri'], year: cell }]));
    expect(events[0]?.date?.edtf).toBe(edtf);
  });

  test('without a precision, many of them on 1 January, are asked about', async () => {
    const rows = Array.from({ length: 8 }, (_, at): Readonly<Record<string, Cell>> => ({
      event: [`http://example.org/${at}`, 'uri'],
      date: [`${1900 + at}-01-01T00:00:00Z`, 'dateTime'],
    }));
    const asked = await importPlan(results(rows));
    expect(asked.notes?.filter(({ kind }) => kind === 'to-settle').map(({ text }) => text)).toEqual([
      '8 of 8 dates fall on 1 January, and nothing says how exact they are: perhaps only the year is known',
    ]);
  });

  test('name what they are about by its address where they have no label', async () => {
    const { events, dataset } = await importPlan(
      results([{ country: ['http://dbpedia.org/resource/United_States', 'uri'], date: ['2016-02-24', 'date'] }]),
    );
    expect([events[0]?.title, dataset.actors[0]?.label]).toEqual(['United States', 'United States']);
  });

  test.each([
    [results([{ item: ['x'], label: ['y'] }]), 'SPARQL results without a variable of dates; they have item, label'],
    ['{"head":{"vars":["a"]},"results":{"bindings":[]}}', 'SPARQL results without a row'],
  ])('are refused in words: %#', async (text, detail) => {
    expect(await importOf(text)).toMatchObject({ format: 'sparql', survey: { ok: false, problem: { detail } } });
  });
});

const SAMPLES = '../shared/samples/wikidata-entity-json';

describe.skipIf(!existsSync(SAMPLES))('sample results of SPARQL', () => {
  test.each([
    ['multi_vars_sparql_results.json', ['1903 Ercole Patti', '1970 FAKE BNODE', '1937 Paul Bailey']],
    ['sparql_results_with_optional_values.json', ['2013-01-01 Tarzan']],
  ])('%s', async (name, lines) => {
    expect(linesOf((await importPlan(readFileSync(`${SAMPLES}/${name}`, 'utf8'))).events)).toEqual(lines);
  });
});
