import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bindMapping } from '../../../../src/formats/table/bind-mapping';
import {
  COLUMN_MEANINGS,
  mappingThatFits,
  meaningOf,
  withMeaning,
} from '../../../../src/formats/table/column-meanings';
import type { TableSuggestion } from '../../../../src/formats/table/findings';
import { answered, withSeparator, withSuggestion, withTitle } from '../../../../src/formats/table/mapping-edits';
import type { TableMapping } from '../../../../src/formats/table/table-mapping';

const whole: TableMapping = {
  layout: { header: 3 },
  date: { column: 'When', languages: ['de'], order: 'day-first', display: 'Shown' },
  end: 'Until',
  title: '{What}: {Who}',
  actors: [
    { column: 'Who', role: 'initiator', separator: ';', countryColumn: 'Land' },
    { column: 'To', role: 'target' },
  ],
  source: { address: 'Link', grade: 'B' },
  preset: 'mine',
};

describe('an answer', () => {
  test('sets what it answers and leaves all else', () => {
    expect(answered(whole, { about: 'day-order', of: 'end', order: 'month-first' })).toEqual({
      ...whole,
      end: { column: 'Until', order: 'month-first' },
    });
    expect(answered(whole, { about: 'day-order', of: 'date', order: 'either' }).date).toEqual({
      column: 'When',
      languages: ['de'],
      display: 'Shown',
    });
    expect(answered(whole, { about: 'century', of: 'date', lastYear: 1999 }).date).toMatchObject({
      lastYear: 1999,
      order: 'day-first',
    });
  });

  test('about rows is taken back by “rows”', () => {
    const grouped = answered(whole, { about: 'grouping', by: ['rcid'] });
    expect(grouped.regroup).toEqual({ group: { by: ['rcid'] } });
    expect(answered(grouped, { about: 'grouping', by: 'rows' })).toEqual(whole);
    const spread = answered(whole, { about: 'spreading', columns: ['Signed', 'Ratified'] });
    expect(spread.regroup).toEqual({ spread: { columns: ['Signed', 'Ratified'] } });
    expect(answered(spread, { about: 'spreading', columns: 'rows' })).toEqual(whole);
  });

  test('of a date that no column says changes nothing', () => {
    expect(answered({ title: 'What' }, { about: 'century', of: 'date', lastYear: 2016 })).toEqual({ title: 'What' });
  });
});

test.each<[TableSuggestion, Partial<TableMapping>]>([
  [{ about: 'heap', of: 'end', at: '12-31', count: 9, dates: 20 }, { end: { column: 'Until', coarse: ['12-31'] } }],
  [
    { about: 'one-name', column: 'Who', whole: 'Land; Water', names: ['Land', 'Water'], count: 3 },
    { actors: [{ ...whole.actors![0]!, whole: ['Land; Water'] }, whole.actors![1]!] },
  ],
  [{ about: 'mirrored', rows: 9, events: 5 }, { regroup: { mirrored: true } }],
  [{ about: 'grouping', by: ['rcid'], rows: 9, events: 3 }, { regroup: { group: { by: ['rcid'] } } }],
  [
    { about: 'only', column: 'Root', values: ['1'], events: 3 },
    { regroup: { only: { column: 'Root', values: ['1'] } } },
  ],
  [{ about: 'country-names', column: 'In', names: ['Peru'] }, { countries: { column: 'In', names: true } }],
  [
    { about: 'censored', column: 'Until', day: '2015-12-31', count: 9 },
    { end: { column: 'Until', censoredAt: '2015-12-31' } },
  ],
])('a suggestion that is followed changes what it says and nothing else: %j', (suggestion, change) => {
  expect(withSuggestion(whole, suggestion)).toEqual({ ...whole, ...change });
  expect(withSuggestion(withSuggestion(whole, suggestion), suggestion)).toEqual({ ...whole, ...change });
});

test('a separator is one, several or none', () => {
  const one = (separator: Parameters<typeof withSeparator>[2]) =>
    withSeparator(whole, 'Who', separator).actors?.[0]?.separator;
  expect([one(','), one([',', ' and ']), one(['', ';']), one(''), one(undefined)]).toEqual([
    ',',
    [',', ' and '],
    ';',
    undefined,
    undefined,
  ]);
});

test('a title is a column, a text with columns, or made from the summary', () => {
  expect([withTitle(whole, '{What}').title, withTitle(whole, '{a}: {b}').title]).toEqual(['What', '{a}: {b}']);
  expect(withTitle(whole, ' ')).not.toHaveProperty('title');
});

describe('a column', () => {
  const columns = ['When', 'Until', 'What', 'Who', 'To', 'Land', 'Link', 'Shown', 'More'];
  const column = fc.constantFrom(...columns);
  const meaning = fc.constantFrom(...COLUMN_MEANINGS);

  test('means what it is made to mean, whatever was said of it and of others before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(column, meaning), { maxLength: 8 }), column, meaning, (steps, last, wanted) => {
        let mapping = whole;
        for (const [each, its] of steps) mapping = withMeaning(mapping, each, its);
        expect(meaningOf(withMeaning(mapping, last, wanted), last)).toBe(wanted);
      }),
    );
  });

  test('takes a meaning from no other column but one that only one may have', () => {
    fc.assert(
      fc.property(column, meaning, (chosen, wanted) => {
        const before = new Map(columns.map((each) => [each, meaningOf(whole, each)]));
        const changed = withMeaning(whole, chosen, wanted);
        for (const other of columns.filter((each) => each !== chosen)) {
          const kept = meaningOf(changed, other);
          expect(kept === before.get(other) || before.get(other) === wanted || kept === 'nothing').toBe(true);
        }
        expect([changed.layout, changed.preset]).toEqual([whole.layout, whole.preset]);
      }),
    );
  });

  test('that becomes the date takes the place of the one before, whose own settings go', () => {
    expect(withMeaning(whole, 'More', 'date').date).toEqual({ column: 'More', languages: ['de'], display: 'Shown' });
    expect(meaningOf(withMeaning(whole, 'More', 'date'), 'When')).toBe('nothing');
  });

  test('that says who, to whom or with whom keeps how its names are parted', () => {
    expect(withMeaning(whole, 'Who', 'actor').actors).toEqual([
      { column: 'To', role: 'target' },
      { column: 'Who', separator: ';', countryColumn: 'Land' },
    ]);
  });

  test('that a table hasn’t got says nothing of it any more', () => {
    fc.assert(
      fc.property(fc.subarray(columns), (headers) => {
        const rich: TableMapping = {
          ...whole,
          actors: [...whole.actors!, { column: 'More', roleBy: { column: 'Shown', values: {} } }],
          type: { column: 'More', values: {} },
          countries: { column: 'Land' },
        };
        expect(bindMapping(mappingThatFits(rich, headers), headers)).not.toHaveProperty('missing');
      }),
    );
    expect(mappingThatFits(whole, columns)).toBe(whole);
  });
});
