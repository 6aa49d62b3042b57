import { describe, expect, test } from 'vitest';
import type { TableQuestion } from '../../../../src/formats/table/findings';
import type { TableLayout } from '../../../../src/formats/table/table-mapping';
import type { TableSurvey } from '../../../../src/formats/table/table-plan';
import {
  beginHistory,
  choose,
  redo,
  undo,
  withAnswer,
  withSurvey,
} from '../../../../src/ui/open/mapping/mapping-state';
import { makeSurvey } from '../../../support/make-survey';

const survey = surveyOf(['When', 'What'], { header: 1, encoding: 'utf-8' });

function surveyOf(headers: readonly string[], layout: TableLayout): TableSurvey {
  return { ...makeSurvey(headers, []), layout };
}

describe('the history of a mapping', () => {
  test('goes back and forth change by change, and a new change forgets what was taken back', () => {
    const begun = beginHistory(survey, {}, 'guessed');
    const two = choose(choose(begun, { mapping: { date: 'When' } }), { mapping: { date: 'When', title: 'What' } });
    const back = undo(two);
    expect(back.now.mapping).toEqual({ date: 'When' });
    expect(redo(back).now.mapping).toEqual({ date: 'When', title: 'What' });
    expect(undo(undo(back)).now.mapping).toEqual({});
    const other = choose(back, { mapping: { title: 'What' } });
    expect(other.future).toEqual([]);
    expect(undo(other).now.mapping).toEqual({ date: 'When' });
  });

  test('has nothing to go to at either end', () => {
    const begun = beginHistory(survey, {}, 'guessed');
    expect(undo(begun)).toBe(begun);
    expect(redo(begun)).toBe(begun);
  });

  test('takes letters typed one after another for one step, and those typed elsewhere for another', () => {
    let history = beginHistory(survey, {}, 'guessed');
    for (const title of ['a', 'ab', 'abc']) history = choose(history, { mapping: { title } }, 'title');
    for (const place of ['x', 'xy']) history = choose(history, { mapping: { title: 'abc', place } }, 'place');
    expect(undo(history).now.mapping).toEqual({ title: 'abc' });
    expect(undo(undo(history)).now.mapping).toEqual({});
  });

  test('begins another step where the same field is typed in after going back', () => {
    const typed = choose(beginHistory(survey, {}, 'guessed'), { mapping: { title: 'a' } }, 'title');
    const again = choose(undo(typed), { mapping: { title: 'b' } }, 'title');
    expect(undo(again).now.mapping).toEqual({});
  });
});

describe('a table that is laid out otherwise', () => {
  const said = choose(beginHistory(survey, {}, 'guessed'), { mapping: { date: 'What' } });

  test('keeps what was said of columns that stay as they are', () => {
    const read = surveyOf(['When', 'What'], { header: 1, encoding: 'windows-1251' });
    const { now, past } = withSurvey(said, read, { date: 'When' });
    expect(now.mapping).toEqual({ date: 'What', layout: read.layout });
    expect(past).toHaveLength(2);
  });

  test('is guessed anew where its columns are others, with nothing answered', () => {
    const asked = choose(said, withAnswer(said.now, QUESTION, { about: 'grouping', by: 'rows' }));
    const read = surveyOf(['1', '2'], { header: 'none', encoding: 'utf-8' });
    const { now } = withSurvey(asked, read, { title: '2' });
    expect(now).toMatchObject({ mapping: { title: '2' }, answers: [], taken: [], survey: read });
    expect(undo(withSurvey(asked, read, {})).now).toEqual(asked.now);
  });

  test('that only follows a choice that was gone back to is no step of its own', () => {
    const read = surveyOf(['1', '2'], { header: 'none' });
    const back = undo(withSurvey(said, read, {}));
    const followed = withSurvey(back, { ...survey }, { date: 'When' });
    expect(followed.now.mapping).toEqual({ date: 'What' });
    expect(followed.future).toHaveLength(1);
  });
});

const QUESTION: TableQuestion = { about: 'grouping', by: ['Call'], rows: 9, events: 3 };

test('another answer to a question takes the place of the first', () => {
  const { now } = beginHistory(survey, {}, 'guessed');
  const once = withAnswer(now, QUESTION, { about: 'grouping', by: 'rows' });
  const twice = withAnswer({ ...now, ...once }, { ...QUESTION, events: 4 }, { about: 'grouping', by: ['Call'] });
  expect(twice.answers).toEqual([
    { question: { ...QUESTION, events: 4 }, answer: { about: 'grouping', by: ['Call'] } },
  ]);
});
