import { describe, expect, test } from 'vitest';
import { makeTableTools } from '../../../../src/app/opening/table-tools';
import { english } from '../../../../src/base/messages/en';
import { makeTranslate } from '../../../../src/base/translate';
import type { TableSuggestion } from '../../../../src/formats/table/findings';
import type { TableMapping } from '../../../../src/formats/table/table-mapping';
import { withoutSuggestion } from '../../../../src/ui/open/mapping/mapping-changes';
import { openPoints } from '../../../../src/ui/open/mapping/open-points';
import { makeSurvey } from '../../../support/make-survey';

const tools = makeTableTools(makeTranslate('en', english));
const HEADERS = ['When', 'Until', 'What', 'Who', 'State'];
const MAPPING: TableMapping = {
  date: 'When',
  end: { column: 'Until' },
  title: 'What',
  actors: [{ column: 'Who', separator: ' and ' }],
  countries: { column: 'State' },
};
const survey = makeSurvey(HEADERS, [
  ['3/4/2016', '', 'Round two', 'Arvia and Land and Water Board', 'France'],
  ['6/5/2016', '', 'Fishing zone', 'Land and Water Board', 'Kenya'],
  ['March 2014', '', 'Joint text', 'Arvia', ''],
  ['to be agreed', '', 'Review', '', ''],
]);

describe('what is known of tables, as the step uses it', () => {
  test('an answer leaves nothing asked, and both readings left open ask again', () => {
    const asked = tools.preview(survey, MAPPING);
    const [question] = asked.questions;
    expect(question).toMatchObject({ about: 'day-order', of: 'date' });
    expect(asked.rows.toSettle).toHaveLength(2);
    const mapping = tools.answered(MAPPING, { about: 'day-order', of: 'date', order: 'day-first' });
    const settled = tools.preview(survey, mapping);
    expect(settled.questions).toEqual([]);
    expect(settled.rows.toSettle).toEqual([]);
    // The mapping alone says what was answered: as from a file.
    const { questions } = openPoints(settled, settled.findings, { mapping, answers: [], taken: [] });
    expect(questions.map(({ answer }) => answer)).toEqual([{ about: 'day-order', of: 'date', order: 'day-first' }]);
    const again = tools.answered(mapping, { about: 'day-order', of: 'date', order: 'either' });
    expect(tools.preview(survey, again).questions).toHaveLength(1);
  });

  test('what is to be settled of all rows is what the sample says where it is all', () => {
    const { findings, questions, suggestions } = tools.preview(survey, MAPPING);
    expect(tools.open(survey, MAPPING, findings)).toEqual({ questions, suggestions });
  });

  test('a row without a date keeps its words, and stands last', () => {
    const { table, rows } = tools.preview(survey, MAPPING);
    expect(rows.undated.map((row) => [table.titleAt(row), table.eventAt(row).extra])).toEqual([
      ['Review', { dateText: 'to be agreed' }],
    ]);
  });

  test('a preview of a thousand rows reads each once', () => {
    let read = 0;
    const sample = Array.from({ length: 1000 }, (_, at) => ({
      line: at + 2,
      get cells() {
        read += 1;
        return [`${1 + (at % 28)} March 2016`, '', `Event ${at}`, 'Arvia and Besmar', ''];
      },
    }));
    const { findings } = tools.preview({ ...survey, sample }, MAPPING);
    expect(findings.events).toBe(1000);
    // Once to read it, and once each for what is asked and suggested of rows as a whole.
    expect(read).toBeLessThan(12_000);
  });
});

test.each<TableSuggestion>([
  { about: 'heap', of: 'date', at: '01-01', count: 8, dates: 57 },
  { about: 'heap', of: 'end', at: '12-31', count: 8, dates: 57 },
  { about: 'one-name', column: 'Who', whole: 'Land and Water Board', names: ['Land', 'Water Board'], count: 2 },
  { about: 'mirrored', rows: 9, events: 5 },
  { about: 'grouping', by: ['What'], rows: 9, events: 5 },
  { about: 'only', column: 'State', values: ['1'], events: 5 },
  { about: 'country-names', column: 'State', names: ['France'] },
  { about: 'censored', column: 'Until', day: '2015-12-31', count: 9 },
])('following a suggestion and taking it back changes nothing: $about', (suggestion) => {
  const long: TableMapping = { ...MAPPING, date: { column: 'When' } };
  const followed = tools.accepted(long, suggestion);
  expect(followed).not.toEqual(long);
  expect(withoutSuggestion(followed, suggestion)).toEqual(long);
});
