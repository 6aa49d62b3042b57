import { describe, expect, test } from 'vitest';
import type { TableSuggestion } from '../../../../src/formats/table/findings';
import type { TableMapping } from '../../../../src/formats/table/table-mapping';
import {
  bookOf,
  separatorsOf,
  titleText,
  withBook,
  withTypeWord,
  withoutSuggestion,
} from '../../../../src/ui/open/mapping/mapping-changes';

test('what parts names is one text, several, or none', () => {
  const mapping: TableMapping = {
    actors: [{ column: 'Who', separator: ' and ' }, { column: 'Whom', separator: [';', ','] }, { column: 'By' }],
  };
  expect(separatorsOf(mapping, 'Who')).toEqual([' and ']);
  expect(separatorsOf(mapping, 'Whom')).toEqual([';', ',']);
  expect(separatorsOf(mapping, 'By')).toEqual([]);
});

test.each([
  ['What', '{What}'],
  ['{What}: {Who}', '{What}: {Who}'],
  [undefined, ''],
])('a title of %s is written %s in its field', (title, text) => {
  expect(titleText(title === undefined ? {} : { title })).toBe(text);
});

test('a word for a type is said once, changed and taken back, and leaves the others', () => {
  const one = withTypeWord({}, 'Kind', 'sit-down', 'talks');
  expect(one.type).toEqual({ column: 'Kind', known: true, values: { 'sit-down': 'talks' } });
  const two = withTypeWord(one, 'Kind', 'pact', 'agreement');
  expect(withTypeWord(two, 'Kind', 'sit-down', undefined).type).toEqual({
    column: 'Kind',
    known: true,
    values: { pact: 'agreement' },
  });
});

test('the code book of a column of precisions holds for each date that is told by it', () => {
  const mapping: TableMapping = {
    date: { column: 'From', precision: { column: 'prec', book: 'ucdp' } },
    end: { column: 'To', precision: { column: 'endprec', book: 'ucdp' } },
  };
  expect(bookOf(mapping, 'prec')).toBe('ucdp');
  expect(bookOf(mapping, 'From')).toBeUndefined();
  expect(withBook(mapping, 'prec', 'wikidata')).toEqual({
    ...mapping,
    date: { column: 'From', precision: { column: 'prec', book: 'wikidata' } },
  });
});

describe('a suggestion that was followed can be taken back', () => {
  const date = { column: 'When', order: 'day-first' } as const;
  test.each<[string, TableSuggestion, TableMapping, TableMapping]>([
    [
      'a heap',
      { about: 'heap', of: 'date', at: '01-01', count: 8, dates: 57 },
      { date: { ...date, coarse: ['01', '01-01'] } },
      { date: { ...date, coarse: ['01'] } },
    ],
    [
      'the only heap',
      { about: 'heap', of: 'end', at: '12-31', count: 8, dates: 57 },
      { date: 'When', end: { column: 'Until', coarse: ['12-31'] } },
      { date: 'When', end: { column: 'Until' } },
    ],
    [
      'one name',
      { about: 'one-name', column: 'Who', whole: 'Land and Water', names: ['Land', 'Water'], count: 2 },
      { actors: [{ column: 'Who', separator: ' and ', whole: ['A and B', 'Land and Water'] }] },
      { actors: [{ column: 'Who', separator: ' and ', whole: ['A and B'] }] },
    ],
    ['mirrored rows', { about: 'mirrored', rows: 9, events: 5 }, { regroup: { mirrored: true } }, {}],
    [
      'grouped rows',
      { about: 'grouping', by: ['Call'], rows: 9, events: 5 },
      { regroup: { mirrored: true, group: { by: ['Call'] } } },
      { regroup: { mirrored: true } },
    ],
    [
      'a choice of rows',
      { about: 'only', column: 'Root', values: ['1'], events: 5 },
      { title: 'What', regroup: { only: { column: 'Root', values: ['1'] } } },
      { title: 'What' },
    ],
    [
      'ends that are the end of the data',
      { about: 'censored', column: 'Until', day: '2015-12-31', count: 3 },
      { end: { column: 'Until', censoredAt: '2015-12-31' } },
      { end: { column: 'Until' } },
    ],
    [
      'names of countries',
      { about: 'country-names', column: 'State', names: ['France'] },
      { countries: { column: 'State', separator: ';', names: true } },
      { countries: { column: 'State', separator: ';' } },
    ],
  ])('%s', (_, suggestion, taken, left) => {
    expect(withoutSuggestion(taken, suggestion)).toEqual(left);
  });
});
