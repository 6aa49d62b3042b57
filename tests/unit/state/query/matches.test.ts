import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WholeDataset, DiplomaticEvent } from '../../../../src/model/dataset';
import { FACETS, NO_FILTER } from '../../../../src/model/filter';
import type { Facet, Filter } from '../../../../src/model/filter';
import { makeEventTable } from '../../../../src/model/table-builder';
import { COUNTRY_ROLES, EVENT_TYPES, ROLE_INVOLVEMENT, ROLES, TONES } from '../../../../src/model/vocabulary';
import { countsOf, roleCountsOf } from '../../../../src/state/query/facet-counts';
import { matchEvents } from '../../../../src/state/query/matches';
import { tableOf } from '../../../../src/state/view/loading';
import { makeActor, makeDataset, makeLargeDataset } from '../../../support/make-dataset';

// The slow way: the words of Filter's documentation over plain objects, one facet at a time.

function valuesOf(event: DiplomaticEvent, facet: Facet, filter: Filter): Set<string> {
  switch (facet) {
    case 'types':
      return new Set(event.type === undefined ? [] : [event.type]);
    case 'tones':
      return new Set([event.tone]);
    case 'countries':
      return new Set(event.countries.filter(({ role }) => filter.roles.includes(role)).map(({ country }) => country));
    case 'actors':
      return new Set(
        event.participants
          .filter(({ role }) => ROLE_INVOLVEMENT[role].some((involved) => filter.roles.includes(involved)))
          .map(({ actor }) => actor),
      );
  }
}

function passesFacet(event: DiplomaticEvent, facet: Facet, filter: Filter): boolean {
  const chosen: readonly string[] = filter[facet];
  const values = valuesOf(event, facet, filter);
  if (chosen.length === 0) return true;
  const asksAll = filter.match === 'all' && (facet === 'countries' || facet === 'actors');
  return asksAll ? chosen.every((value) => values.has(value)) : chosen.some((value) => values.has(value));
}

function passes(event: DiplomaticEvent, filter: Filter): boolean {
  return (
    FACETS.every((facet) => passesFacet(event, facet, filter)) &&
    filter.text
      .toLowerCase()
      .split(' ')
      .every((word) => event.title.toLowerCase().includes(word))
  );
}

/** The filter under which the number beside a choice is what a reader would get. */
function withChoice(filter: Filter, facet: Facet, value: string): Filter {
  const adds = filter.match === 'all' && (facet === 'countries' || facet === 'actors');
  return { ...filter, [facet]: adds ? [...filter[facet], value] : [value] };
}

const COUNTRY_CODES = ['RU', 'US', 'SY', 'IQ'];
const ACTORS = ['a', 'b', 'c', '__proto__', 'constructor'];
const someOf = <Item>(items: readonly Item[]) => fc.array(fc.constantFrom(...items), { maxLength: 3 });

const datasets: fc.Arbitrary<WholeDataset> = fc
  .array(
    fc.record({
      title: fc.constantFrom('Phone call', 'Joint statement', 'Air strikes'),
      date: fc.constantFrom('2014/..', '2016-02-22', '2016-02', '[2016-02-23,2016-02-24]'),
      type: fc.option(fc.constantFrom(...EVENT_TYPES.slice(0, 4)), { nil: undefined }),
      tone: fc.constantFrom(...TONES),
      participants: fc.array(fc.tuple(fc.constantFrom(...ACTORS), fc.constantFrom(...ROLES)), { maxLength: 5 }),
      countries: fc.array(fc.tuple(fc.constantFrom(...COUNTRY_CODES), fc.constantFrom(...COUNTRY_ROLES)), {
        maxLength: 4,
      }),
    }),
    { maxLength: 12 },
  )
  .map((events) => makeDataset(events));

const filters: fc.Arbitrary<Filter> = fc.record({
  countries: someOf([...COUNTRY_CODES, 'XX']),
  actors: someOf([...ACTORS, 'nobody']),
  types: someOf(EVENT_TYPES.slice(0, 5)),
  tones: someOf(TONES),
  roles: fc.uniqueArray(fc.constantFrom(...COUNTRY_ROLES), { minLength: 1 }),
  match: fc.constantFrom('any', 'all'),
  text: fc.constantFrom('', '', 'call', 'phone call', 'strikes air', 'nothing'),
});

describe('against a slow oracle', () => {
  test('a row passes exactly when its event passes every facet', () => {
    fc.assert(
      fc.property(datasets, filters, (dataset, filter) => {
        const table = makeEventTable(dataset);
        const { mask, count } = matchEvents(table, filter);
        const expected = Array.from({ length: table.size }, (_, row) => Number(passes(table.eventAt(row), filter)));
        expect([...mask]).toEqual(expected);
        expect(count).toBe(dataset.events.filter((event) => passes(event, filter)).length);
      }),
      { numRuns: 500 },
    );
  });

  test('the number beside a choice is what that choice would give', () => {
    fc.assert(
      fc.property(datasets, filters, (dataset, filter) => {
        const table = makeEventTable(dataset);
        const counts = countsOf(matchEvents(table, filter), table);
        const values: Record<Facet, readonly string[]> = {
          countries: table.countries,
          actors: table.actors,
          types: EVENT_TYPES,
          tones: TONES,
        };
        for (const facet of FACETS) {
          const expected = values[facet].map(
            (value) => dataset.events.filter((event) => passes(event, withChoice(filter, facet, value))).length,
          );
          expect([...counts[facet]], facet).toEqual(expected);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('the number beside a role is what that role alone would give', () => {
    fc.assert(
      fc.property(datasets, filters, (dataset, filter) => {
        const roles = roleCountsOf(matchEvents(makeEventTable(dataset), filter));
        const expected = COUNTRY_ROLES.map(
          (role) => dataset.events.filter((event) => passes(event, { ...filter, roles: [role] })).length,
        );
        expect([...roles]).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});

test('"Russia" means that Russia acts, until further roles are ticked', () => {
  const table = tableOf(
    makeDataset([
      { id: 'acts', countries: ['RU'] },
      { id: 'is addressed', countries: ['US', ['RU', 'addressee']] },
      { id: 'both', countries: ['RU', ['RU', 'location']] },
    ]),
  );
  const russia = { ...NO_FILTER, countries: ['RU'] };
  expect(namesOf(russia)).toEqual(['acts', 'both']);
  expect(namesOf({ ...russia, roles: ['acting', 'addressee'] })).toEqual(['acts', 'is addressed', 'both']);
  expect(countsOf(matchEvents(table, russia), table).countries[table.countries.indexOf('RU')]).toBe(2);

  function namesOf(filter: Filter): readonly string[] {
    const { mask } = matchEvents(table, filter);
    return Array.from({ length: table.size }, (_, row) => row)
      .filter((row) => mask[row] === 1)
      .map((row) => table.eventAt(row).id);
  }
});

describe('words', () => {
  const dataset = makeDataset(
    [
      {
        id: 'call',
        title: 'Phone call',
        date: '2016-02-24',
        participants: ['lavrov'],
        statements: [{ speaker: 'lavrov', kind: 'direct', text: 'Naïve to expect a “plan B”', quote: undefined }],
        claims: [{ id: 'cl', claimedBy: undefined, text: 'Nobody prepared it', about: undefined }],
      },
      {
        id: 'strikes',
        title: 'Air strikes',
        summary: 'Since 2014.',
        date: '2014/..',
        place: { label: 'Aleppo', country: 'SY' },
      },
    ],
    { actors: [makeActor('lavrov', { label: 'Sergey Lavrov', altNames: ['Сергей Лавров'] })] },
  );

  test.each([
    ['CALL phone', 1],
    ['sergey', 1],
    ['ЛАВРОВ', 1],
    ['naive', 1],
    ['"plan b"', 1],
    ['prepared', 1],
    ['aleppo', 1],
    ['24 feb 2016', 1],
    ['february', 1],
    ['2016-02-24', 1],
    ['2014', 1],
    ['call aleppo', 0],
    ['', 2],
    ['   ', 2],
    ['.*', 0],
    ['(', 0],
    ['\\', 0],
  ])('"%s" is found in %i', (text, count) => {
    expect(matchEvents(tableOf(dataset), { ...NO_FILTER, text }).count).toBe(count);
  });

  test('a table without a dataset is searched by ids', () => {
    expect(matchEvents(makeEventTable(dataset), { ...NO_FILTER, text: 'lavrov' }).count).toBe(1);
  });
});

test('the same table and filter give the same answer object', () => {
  const table = tableOf(makeDataset([{}, {}]));
  const filter = { ...NO_FILTER };
  expect(matchEvents(table, filter)).toBe(matchEvents(table, filter));
  expect(matchEvents(table, { ...filter })).toBe(matchEvents(table, filter));
  expect(matchEvents(table, { ...filter, match: 'all' })).not.toBe(matchEvents(table, filter));
});

test('an empty table has nothing to give', () => {
  const table = tableOf(makeDataset([]));
  const matches = matchEvents(table, { ...NO_FILTER, countries: ['RU'] });
  expect([matches.mask.length, matches.count, countsOf(matches, table).countries.length]).toEqual([0, 0, 0]);
});

test('events without a type count for no type', () => {
  const table = tableOf(makeDataset([{ type: undefined }, { type: 'talks' }]));
  const counts = countsOf(matchEvents(table, NO_FILTER), table);
  expect(counts.types[EVENT_TYPES.indexOf('talks')]).toBe(1);
  expect(counts.types.reduce((sum, count) => sum + count)).toBe(1);
});

test('twenty thousand events filter as their oracle does', () => {
  const dataset = makeLargeDataset({ events: 20_000, seed: 7 });
  const table = tableOf(dataset);
  const filter: Filter = {
    ...NO_FILTER,
    countries: ['AA', 'AB'],
    types: ['talks', 'warning'],
    roles: ['acting', 'addressee'],
  };
  const { count } = matchEvents(table, filter);
  expect(count).toBe(dataset.events.filter((event) => passes(event, filter)).length);
  expect(count).toBeGreaterThan(0);
});
