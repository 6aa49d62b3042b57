import { describe, expect, test } from 'vitest';
import type { TableSuggestion } from '../../../../src/formats/table/findings';
import type { TableMapping } from '../../../../src/formats/table/table-mapping';
import {
  bookOf,
  separatorsOf,
  titleText,
  withBook,
  withSeparators,
  withTitle,
  withTypeWord,
  withoutSuggestion,
} from '../../../../src/ui/open/mapping/mapping-changes';

describe('what parts names', () => {
  const mapping: TableMapping = { actors: [{ column: 'Who', role: 'initiator' }, { column: 'Whom' }] };

  test('is said of one column, and leaves what else is known of it', () => {
    const changed = withSeparators(mapping, 'Who', [' and ']);
    expect(changed.actors).toEqual([{ column: 'Who', role: 'initiator', separator: ' and ' }, { column: 'Whom' }]);
    expect(separatorsOf(changed, 'Who')).toEqual([' and ']);
    expect(separatorsOf(changed, 'Whom')).toEqual([]);
  });

  test('may be several, of which an empty one is none', () => {
    const changed = withSeparators(mapping, 'Who', [';', '', ' and ']);
    expect(changed.actors?.[0]?.separator).toEqual([';', ' and ']);
    expect(withSeparators(changed, 'Who', ['', '']).actors?.[0]).toEqual({ column: 'Who', role: 'initiator' });
  });
});

describe('what a title is made of', () => {
  test.each([
    ['{What}', 'What'],
    ['{What}: {Who}', '{What}: {Who}'],
    ['Talks in {Where}', 'Talks in {Where}'],
  ])('%s stands in the mapping as %s, and comes back', (text, title) => {
    const mapping = withTitle({}, text);
    expect(mapping).toEqual({ title });
    expect(titleText(mapping)).toBe(text);
  });

  test('is the summary where nothing is said', () => {
    expect(withTitle({ title: 'What', place: 'Where' }, '  ')).toEqual({ place: 'Where' });
    expect(titleText({})).toBe('');
  });
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
