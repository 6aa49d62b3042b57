import type { QuestionAnswer, TableFindings, TableQuestion, TableSuggestion } from '../../../formats/table/findings';
import type { DayOrder } from '../../../model/dates/reading/date-reading';
import type { TablePreview } from '../../../formats/table/preview';
import { dateMappingOf } from './mapping-changes';
import { questionKey, suggestionKey } from './mapping-state';
import type { MappingChoice } from './mapping-state';

/** A question with what was answered, if it was. */
export interface OpenQuestion {
  readonly question: TableQuestion;
  readonly answer: QuestionAnswer | undefined;
}

/** A suggestion, and whether it was followed. */
export interface OpenSuggestion {
  readonly suggestion: TableSuggestion;
  readonly isTaken: boolean;
}

/** What somebody may settle, and what they have settled here, which can be settled otherwise. */
export interface OpenPoints {
  readonly questions: readonly OpenQuestion[];
  readonly suggestions: readonly OpenSuggestion[];
}

/**
 * What is to be settled by what was found, and what was settled in this visit or by the mapping's file, which stays in
 * its place.
 */
export function openPoints(
  { questions, suggestions }: Pick<TablePreview, 'questions' | 'suggestions'>,
  { dates }: Pick<TableFindings, 'dates'>,
  { mapping, answers, taken }: Pick<MappingChoice, 'mapping' | 'answers' | 'taken'>,
): OpenPoints {
  const asked = new Map<string, OpenQuestion>();
  for (const question of questions) asked.set(questionKey(question), { question, answer: undefined });
  for (const { of, decision } of dates) {
    const order = dateMappingOf(mapping, of)?.order;
    const question = { about: 'day-order', of, decision } as const;
    if (order !== undefined && decision.example !== undefined)
      asked.set(questionKey(question), { question, answer: { about: 'day-order', of, order } });
  }
  for (const { question, answer } of answers) {
    const key = questionKey(question);
    asked.set(key, { question: asked.get(key)?.question ?? question, answer });
  }
  const suggested = new Map<string, OpenSuggestion>();
  for (const suggestion of suggestions) suggested.set(suggestionKey(suggestion), { suggestion, isTaken: false });
  for (const suggestion of taken) suggested.set(suggestionKey(suggestion), { suggestion, isTaken: true });
  return { questions: inOrder(asked), suggestions: inOrder(suggested) };
}

/** Settled or not, each keeps its place, and with it the focus. */
function inOrder<Point>(points: ReadonlyMap<string, Point>): readonly Point[] {
  return [...points].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, point]) => point);
}

/** Those that nobody has answered, or followed. */
export function countOpen({ questions, suggestions }: OpenPoints): {
  readonly questions: number;
  readonly suggestions: number;
} {
  return {
    questions: questions.filter(({ answer }) => answer === undefined || isLeftOpen(answer)).length,
    suggestions: suggestions.filter(({ isTaken }) => !isTaken).length,
  };
}

function isLeftOpen(answer: QuestionAnswer): boolean {
  return answer.about === 'day-order' && answer.order === 'either';
}

/** The order that was answered; undefined where dates with two readings are shown as either. */
export function orderOf(answer: QuestionAnswer | undefined): DayOrder | undefined {
  return answer?.about !== 'day-order' || answer.order === 'either' ? undefined : answer.order;
}

/** The column that a question or suggestion stands beside; undefined for what is about rows as a whole. */
export function columnOf(point: TableQuestion | TableSuggestion, { dates }: TableFindings): string | undefined {
  switch (point.about) {
    case 'day-order':
    case 'century':
    case 'heap':
      return dates.find(({ of }) => of === point.of)?.column;
    case 'one-name':
    case 'country-names':
    case 'censored':
    case 'only':
      return point.column;
    case 'grouping':
    case 'spreading':
    case 'mirrored':
      return undefined;
  }
}
