import type { QuestionAnswer, TableQuestion, TableSuggestion } from '../../../formats/table/findings';
import type { TableLayout, TableMapping } from '../../../formats/table/table-mapping';
import type { TableSurvey } from '../../../formats/table/table-plan';

/** All that somebody has said of a table, or the page has guessed. */
export interface MappingChoice {
  readonly survey: TableSurvey;
  readonly mapping: TableMapping;
  /** What was asked and answered, so that the question stays where it stood and can be answered otherwise. */
  readonly answers: readonly AnsweredQuestion[];
  /** Suggestions that were followed, so that each can be taken back where it stood. */
  readonly taken: readonly TableSuggestion[];
  readonly origin: MappingOrigin;
}

/** Where it began: with a guess, as a table with the same headings was read last time, or with a mapping's file. */
export type MappingOrigin = 'guessed' | 'remembered' | 'file';

export interface AnsweredQuestion {
  readonly question: TableQuestion;
  readonly answer: QuestionAnswer;
}

/** The choices of one visit to the mapping step, each of which can be gone back to. */
export interface MappingHistory {
  /** Oldest first. */
  readonly past: readonly MappingChoice[];
  readonly now: MappingChoice;
  /** What was taken back, the nearest first. */
  readonly future: readonly MappingChoice[];
  /** What is being typed: changes of one run are one step back. */
  readonly run: string | undefined;
}

export function beginHistory(survey: TableSurvey, mapping: TableMapping, origin: MappingOrigin): MappingHistory {
  return { past: [], now: { survey, mapping, answers: [], taken: [], origin }, future: [], run: undefined };
}

/** A further choice. Those of a run, which are typed letter by letter, make one step together. */
export function choose(history: MappingHistory, change: Partial<MappingChoice>, run?: string): MappingHistory {
  const now = { ...history.now, ...change };
  const isSameRun = run !== undefined && run === history.run;
  return { past: isSameRun ? history.past : [...history.past, history.now], now, future: [], run };
}

/** The last choice taken back; the same history where there is none. */
export function undo(history: MappingHistory): MappingHistory {
  const now = history.past.at(-1);
  if (now === undefined) return history;
  return { past: history.past.slice(0, -1), now, future: [history.now, ...history.future], run: undefined };
}

/** What was taken back last chosen again; the same history where there is nothing. */
export function redo(history: MappingHistory): MappingHistory {
  const [now, ...future] = history.future;
  if (now === undefined) return history;
  return { past: [...history.past, history.now], now, future, run: undefined };
}

/** A question answered; another answer to one that was answered before takes the place of the first. */
export function withAnswer(
  { answers }: MappingChoice,
  question: TableQuestion,
  answer: QuestionAnswer,
): Pick<MappingChoice, 'answers'> {
  const key = questionKey(question);
  return { answers: [...answers.filter((each) => questionKey(each.question) !== key), { question, answer }] };
}

/**
 * The table looked at anew, as it is said to be laid out. Where its columns are the same (other letters, another
 * delimiter that parts them alike) all that was said of them holds; else the new guess does. A table that only follows a
 * choice that was gone back to is no step of its own.
 */
export function withSurvey(history: MappingHistory, survey: TableSurvey, guess: TableMapping): MappingHistory {
  const { now } = history;
  if (now.survey === survey) return history;
  if (isSameLayout(now.survey.layout, survey.layout)) return { ...history, now: { ...now, survey } };
  if (headingsOf(now.survey) === headingsOf(survey))
    return choose(history, { survey, mapping: { ...now.mapping, layout: survey.layout } });
  return choose(history, { survey, mapping: guess, answers: [], taken: [], origin: 'guessed' });
}

function isSameLayout(one: TableLayout, other: TableLayout): boolean {
  return (
    one.encoding === other.encoding &&
    one.delimiter === other.delimiter &&
    one.sheet === other.sheet &&
    one.header === other.header &&
    (one.headers ?? []).join('\n') === (other.headers ?? []).join('\n')
  );
}

/** The columns of a table by their headings, as one text that other tables with the same columns have too. */
function headingsOf({ columns }: Pick<TableSurvey, 'columns'>): string {
  return columns.map(({ header }) => header).join('\n');
}

/** One text for a question, whatever its numbers are at the moment. */
export function questionKey(question: TableQuestion): string {
  switch (question.about) {
    case 'day-order':
    case 'century':
      return `${question.about} ${question.of}`;
    case 'grouping':
      return `grouping ${question.by.join('\n')}`;
    case 'spreading':
      return `spreading ${question.columns.join('\n')}`;
  }
}

/** The same for a suggestion. */
export function suggestionKey(suggestion: TableSuggestion): string {
  switch (suggestion.about) {
    case 'heap':
      return `heap ${suggestion.of} ${suggestion.at}`;
    case 'one-name':
      return `one-name ${suggestion.column}\n${suggestion.whole}`;
    case 'mirrored':
      return 'mirrored';
    case 'grouping':
      return `grouping ${suggestion.by.join('\n')}`;
    case 'only':
      return `only ${suggestion.column}`;
    case 'country-names':
      return `country-names ${suggestion.column}`;
    case 'censored':
      return `censored ${suggestion.column} ${suggestion.day}`;
  }
}
