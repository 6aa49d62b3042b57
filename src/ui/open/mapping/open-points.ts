import type { QuestionAnswer, TableFindings, TableQuestion, TableSuggestion } from '../../../formats/table/findings';
import type { DayOrder } from '../../../model/dates/reading/date-reading';
import type { TablePreview } from '../table-tools';
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
 * What is to be settled, of the sample, or of all rows as soon as these were read: `whole` has the last word on what
 * they can tell alone. What was settled in this visit stays, in its place.
 */
export function openPoints(
  preview: Pick<TablePreview, 'findings' | 'questions' | 'suggestions'>,
  whole: TableFindings | undefined,
  { mapping, answers, taken }: Pick<MappingChoice, 'mapping' | 'answers' | 'taken'>,
): OpenPoints {
  const asked = new Map<string, OpenQuestion>();
  const ask = (question: TableQuestion, answer?: QuestionAnswer) =>
    asked.set(questionKey(question), { question, answer: answer ?? asked.get(questionKey(question))?.answer });
  const found = whole ?? preview.findings;
  for (const question of preview.questions) ask(question);
  for (const question of dateQuestions(found)) ask(question);
  for (const { of, decision } of found.dates) {
    const order = dateMappingOf(mapping, of)?.order;
    if (order !== undefined && decision.example !== undefined)
      ask({ about: 'day-order', of, decision }, { about: 'day-order', of, order });
  }
  for (const { question, answer } of answers) ask(asked.get(questionKey(question))?.question ?? question, answer);

  const suggested = new Map<string, OpenSuggestion>();
  for (const suggestion of taken) suggested.set(suggestionKey(suggestion), { suggestion, isTaken: true });
  for (const suggestion of [...preview.suggestions, ...(whole === undefined ? [] : found.dates.flatMap(heapsOf))]) {
    const key = suggestionKey(suggestion);
    if (suggested.get(key)?.isTaken !== true) suggested.set(key, { suggestion, isTaken: false });
  }
  return { questions: inOrder(asked), suggestions: inOrder(suggested) };
}

/** Settled or not, each keeps its place, and with it the focus. */
function inOrder<Point>(points: ReadonlyMap<string, Point>): readonly Point[] {
  return [...points].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, point]) => point);
}

function dateQuestions({ dates }: TableFindings): readonly TableQuestion[] {
  return dates
    .filter(({ decision }) => decision.order === 'asked' && decision.example !== undefined)
    .map(({ of, decision }) => ({ about: 'day-order', of, decision }));
}

function heapsOf({ of, decision }: TableFindings['dates'][number]): readonly TableSuggestion[] {
  return decision.heaps.map(({ at, count, of: dates }) => ({ about: 'heap', of, at, count, dates }));
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
