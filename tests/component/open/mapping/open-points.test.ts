import { describe, expect, test } from 'vitest';
import type { TableQuestion, TableSuggestion } from '../../../../src/formats/table/findings';
import type { MappingChoice } from '../../../../src/ui/open/mapping/mapping-state';
import { columnOf, countOpen, openPoints } from '../../../../src/ui/open/mapping/open-points';
import { decisionOf, findingsOf } from '../../../support/make-findings';

const NOTHING: Pick<MappingChoice, 'mapping' | 'answers' | 'taken'> = { mapping: {}, answers: [], taken: [] };
const NO_DATES = findingsOf({});
const asked = decisionOf({ either: 12 });
const ORDER: TableQuestion = { about: 'day-order', of: 'date', decision: asked };
const HEAP: TableSuggestion = { about: 'heap', of: 'date', at: '01-01', count: 8, dates: 57 };

function found(parts: {
  readonly questions?: readonly TableQuestion[];
  readonly suggestions?: readonly TableSuggestion[];
}) {
  return { questions: [], suggestions: [], ...parts };
}

describe('what is to be settled', () => {
  test('is what the sample asks and suggests', () => {
    const points = openPoints(found({ questions: [ORDER], suggestions: [HEAP] }), NO_DATES, NOTHING);
    expect(points.questions).toEqual([{ question: ORDER, answer: undefined }]);
    expect(points.suggestions).toEqual([{ suggestion: HEAP, isTaken: false }]);
    expect(countOpen(points)).toEqual({ questions: 1, suggestions: 1 });
  });

  test('stays when it is settled, and counts no more, unless both readings are left open', () => {
    const settled = {
      mapping: {},
      answers: [{ question: ORDER, answer: { about: 'day-order', of: 'date', order: 'day-first' } as const }],
      taken: [HEAP],
    };
    const points = openPoints(found({}), NO_DATES, settled);
    expect(points.questions).toEqual([settled.answers[0]]);
    expect(points.suggestions).toEqual([{ suggestion: HEAP, isTaken: true }]);
    expect(countOpen(points)).toEqual({ questions: 0, suggestions: 0 });
    const open = openPoints(found({ questions: [ORDER] }), NO_DATES, {
      ...settled,
      answers: [{ question: ORDER, answer: { about: 'day-order', of: 'date', order: 'either' } }],
    });
    expect(countOpen(open).questions).toBe(1);
  });

  test('keeps its place when it is settled, so that the focus stays', () => {
    const other: TableSuggestion = { about: 'heap', of: 'date', at: '01', count: 9, dates: 57 };
    const keys = (taken: readonly TableSuggestion[]) =>
      openPoints(found({ suggestions: [HEAP, other] }), NO_DATES, { ...NOTHING, taken }).suggestions.map(
        ({ suggestion }) => suggestion.about === 'heap' && suggestion.at,
      );
    expect(keys([HEAP])).toEqual(keys([]));
    expect(keys([other])).toEqual(keys([]));
  });

  test('can be settled otherwise where a mapping from elsewhere has settled it', () => {
    const findings = findingsOf({
      dates: [{ column: 'When', of: 'date', decision: decisionOf({ either: 12 }, { order: 'given' }) }],
    });
    const { questions } = openPoints(found({}), findings, {
      ...NOTHING,
      mapping: { date: { column: 'When', order: 'month-first' } },
    });
    expect(questions[0]?.answer).toEqual({ about: 'day-order', of: 'date', order: 'month-first' });
  });
});

test('what is about one column stands beside it, and what is about rows beside none', () => {
  const findings = findingsOf({ dates: [{ column: 'When', of: 'date', decision: asked }] });
  expect(columnOf(ORDER, findings)).toBe('When');
  expect(columnOf(HEAP, findings)).toBe('When');
  expect(columnOf({ about: 'one-name', column: 'Who', whole: 'A', names: [], count: 1 }, findings)).toBe('Who');
  expect(columnOf({ about: 'mirrored', rows: 2, events: 1 }, findings)).toBeUndefined();
});
