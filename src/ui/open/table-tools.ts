import type { DateReading, DateReadingContext } from '../../model/dates/reading/date-reading';
import type { ColumnMeaning } from '../../formats/table/column-meanings';
import type { QuestionAnswer, TableFindings, TableSuggestion } from '../../formats/table/findings';
import type { MappingFile } from '../../formats/table/mapping-file';
import type { TablePreview } from '../../formats/table/preview';
import type { TableLayout, TableMapping } from '../../formats/table/table-mapping';
import type { TablePlan, TableSurvey } from '../../formats/table/table-plan';

/**
 * What is known of tables and their mappings, for the mapping step: rooms take no code from readers of formats, the page
 * hands it over. Nothing here changes what it is given.
 */
export interface TableTools {
  /** Under 100 ms for the sample of a survey, whatever the size of the file. */
  readonly preview: (survey: TableSurvey, mapping: TableMapping) => TablePreview;
  /** What is to be settled by what reading has found, of a sample or of all rows. */
  readonly open: (
    survey: TableSurvey,
    mapping: TableMapping,
    findings: TableFindings,
  ) => Pick<TablePreview, 'questions' | 'suggestions'>;
  /** What the columns most likely mean. */
  readonly guess: (survey: TableSurvey) => TableMapping;
  readonly meaningOf: (mapping: TableMapping, column: string) => ColumnMeaning;
  readonly withMeaning: (mapping: TableMapping, column: string, meaning: ColumnMeaning) => TableMapping;
  readonly answered: (mapping: TableMapping, answer: QuestionAnswer) => TableMapping;
  readonly accepted: (mapping: TableMapping, suggestion: TableSuggestion) => TableMapping;
  /** What parts the names of a column; empty texts part nothing. */
  readonly withSeparator: (mapping: TableMapping, column: string, separators: readonly string[]) => TableMapping;
  /** Titles made of a text with columns in braces; of an empty one, of the summary. */
  readonly withTitle: (mapping: TableMapping, text: string) => TableMapping;
  /** One text for all tables with these headers, in whatever order. */
  readonly headingsKey: (headers: readonly string[]) => string;
  readonly readDate: (text: string, context: DateReadingContext) => DateReading;
  /** The file that holds a mapping, and the command line takes. */
  readonly mappingText: (mapping: TableMapping) => string;
  /** What such a file says; or which of its fields can't be used, with what stands there and what was expected. */
  readonly readMapping: (text: string) => MappingFile;
}

/** Something of a column that can be settled in the mapping step; `column`: what it means. */
export interface SettlePlace {
  readonly about: 'day-order' | 'century' | 'heap' | 'one-name' | 'column';
  readonly column: string;
}

/** What the mapping step is given (mapping/MappingStep.tsx). */
export interface MappingStepProps {
  readonly plan: TablePlan;
  readonly tools: TableTools;
  /** Opens the table, read by this mapping. */
  readonly onOpen: (mapping: TableMapping) => void;
  readonly onCancel: () => void;
  /** Looks at the table anew, as it is said to be laid out: the step then gets another plan, and keeps what still fits. */
  readonly onRelayout: (layout: TableLayout) => void;
  /** Told of each change, so that the whole file is counted by it in the background. */
  readonly onChange: (mapping: TableMapping) => void;
  /** Ends the reading of the whole file; absent where nobody can. */
  readonly onStop?: () => void;
  /** How far the whole file has been read by the mapping last told. */
  readonly progress: ReadingProgress;
  /** What somebody came here for, which has the focus first. */
  readonly place?: SettlePlace | undefined;
}

/** What is known of the whole file while one looks at the plan. */
export interface ReadingProgress {
  /** 0 to 1; undefined where nobody knows how long the file is. */
  readonly done: number | undefined;
  readonly findings: TableFindings | undefined;
  /** It has come to its end: the findings are those of all rows. */
  readonly isWhole: boolean;
}
