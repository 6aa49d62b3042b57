import { useEffect, useMemo, useRef, useState } from 'react';
import { invariant } from '../../../base/invariant';
import type { QuestionAnswer, TableFindings, TableQuestion, TableSuggestion } from '../../../formats/table/findings';
import type { MappingFile } from '../../../formats/table/mapping-file';
import type { TableLayout, TableMapping } from '../../../formats/table/table-mapping';
import type { TablePlan, TableSurvey } from '../../../formats/table/table-plan';
import type { TablePreview } from '../../../formats/table/preview';
import type { MappingStepProps, TableTools } from '../table-tools';
import { withoutSuggestion } from './mapping-changes';
import { beginHistory, choose, redo, suggestionKey, undo, withAnswer, withSurvey } from './mapping-state';
import type { MappingChoice, MappingHistory, MappingOrigin } from './mapping-state';
import { openPoints } from './open-points';
import type { OpenPoints } from './open-points';
import { rememberMapping, rememberedMapping } from './remembered-mappings';

/** The mapping step at work: what is chosen, what comes of it, and all that can be done. */
export interface Mapping {
  readonly choice: MappingChoice;
  readonly tools: TableTools;
  readonly preview: TablePreview;
  /** Of all rows where these were read, else of the sample. */
  readonly findings: TableFindings;
  /** Whether the findings are those of all rows. */
  readonly isWhole: boolean;
  readonly points: OpenPoints;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** How many changes there were, back and forth. */
  readonly turns: number;
  /** `run`: what is being typed, whose letters are one step back. */
  readonly change: (mapping: TableMapping, run?: string) => void;
  readonly answer: (question: TableQuestion, answer: QuestionAnswer) => void;
  readonly take: (suggestion: TableSuggestion) => void;
  readonly retract: (suggestion: TableSuggestion) => void;
  readonly relayout: (layout: TableLayout) => void;
  /** A mapping from a file, which holds from now on where it can be used. */
  readonly fromFile: (text: string) => MappingFile;
  readonly startAfresh: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Keeps how the table is read for the next one with its headings. */
  readonly remember: () => void;
}

export function useMapping(props: MappingStepProps): Mapping {
  const { tools, progress } = props;
  const { history, turns, update } = useHistory(props);
  const { now } = history;
  const { survey, mapping } = now;
  const preview = useMemo(() => tools.preview(survey, mapping), [tools, survey, mapping]);
  const isWhole = survey.isWhole || (progress.isWhole && progress.findings !== undefined);
  const whole = survey.isWhole || !progress.isWhole ? undefined : progress.findings;
  const points = useMemo(() => {
    const open = whole === undefined ? preview : tools.open(survey, mapping, whole);
    return openPoints(open, whole ?? preview.findings, now);
  }, [preview, whole, now, tools, survey, mapping]);
  return {
    choice: now,
    tools,
    preview,
    findings: whole ?? preview.findings,
    isWhole,
    points,
    turns,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: () => update(undo),
    redo: () => update(redo),
    relayout: props.onRelayout,
    remember: () => rememberMapping(keyOf(survey, tools), tools.mappingText(mapping)),
    ...changesOf(now, tools, update),
  };
}

type Update = (change: (history: MappingHistory) => MappingHistory) => void;

type Changes = Pick<Mapping, 'change' | 'answer' | 'take' | 'retract' | 'fromFile' | 'startAfresh'>;

function changesOf(
  { survey, mapping, taken, answers, origin }: MappingChoice,
  tools: TableTools,
  update: Update,
): Changes {
  const now = { survey, mapping, taken, answers, origin };
  const begin = (begun: TableMapping, from: MappingOrigin) =>
    update((history) => choose(history, { mapping: begun, answers: [], taken: [], origin: from }));
  return {
    change: (changed, run) => update((history) => choose(history, { mapping: changed }, run)),
    answer: (question, answer) =>
      update((history) =>
        choose(history, { mapping: tools.answered(mapping, answer), ...withAnswer(now, question, answer) }),
      ),
    take: (suggestion) =>
      update((history) =>
        choose(history, { mapping: tools.accepted(mapping, suggestion), taken: [...taken, suggestion] }),
      ),
    retract: (suggestion) =>
      update((history) =>
        choose(history, {
          mapping: withoutSuggestion(mapping, suggestion),
          taken: taken.filter((each) => suggestionKey(each) !== suggestionKey(suggestion)),
        }),
      ),
    fromFile: (text) => {
      const read = tools.readMapping(text);
      if (read.ok) begin({ ...read.mapping, layout: survey.layout }, 'file');
      return read;
    },
    startAfresh: () => {
      rememberMapping(keyOf(survey, tools), undefined);
      begin(tools.guess(survey), 'guessed');
    },
  };
}

/** The history of the visit, which follows the plan it is given, and tells of what it comes to. */
function useHistory({ plan, tools, onChange, onRelayout }: MappingStepProps) {
  const survey = surveyOf(plan.survey);
  const guess = useMemo(() => plan.mapping ?? tools.guess(survey), [plan.mapping, tools, survey]);
  const [state, setState] = useState(() => ({ history: beginning(survey, guess, tools), survey, turns: 0 }));
  // A plan of another layout of the table.
  if (state.survey !== survey) setState({ ...state, survey, history: withSurvey(state.history, survey, guess) });
  const { now } = state.history;
  const told = useRef<{ readonly plan: TablePlan; readonly mapping: TableMapping | undefined }>(undefined);
  useEffect(() => {
    // A plan brings the mapping that its owner knows.
    const known = told.current?.plan === plan ? told.current.mapping : plan.mapping;
    told.current = { plan, mapping: now.mapping };
    if (known !== now.mapping) onChange(now.mapping);
  }, [plan, now.mapping, onChange]);
  const isElsewhere = now.survey !== survey;
  useEffect(() => {
    if (isElsewhere) onRelayout(now.survey.layout);
  }, [isElsewhere, now.survey, onRelayout]);
  const update: Update = (change) =>
    setState((was) => {
      const history = change(was.history);
      return history === was.history ? was : { ...was, history, turns: was.turns + 1 };
    });
  return { history: state.history, turns: state.turns, update };
}

function surveyOf(survey: TableSurvey | undefined): TableSurvey {
  invariant(survey, 'the mapping step has a table that nobody has looked at');
  return survey;
}

/** As tables with these headings were read last time, if any were. */
function beginning(survey: TableSurvey, guess: TableMapping, tools: TableTools): MappingHistory {
  const text = rememberedMapping(keyOf(survey, tools));
  const read = text === undefined ? undefined : tools.readMapping(text);
  if (read?.ok !== true) return beginHistory(survey, guess, 'guessed');
  const mapping = { ...read.mapping, layout: survey.layout };
  // The plan may have it already, by which the whole file is being read.
  const isPlanned = tools.mappingText(mapping) === tools.mappingText(guess);
  return beginHistory(survey, isPlanned ? guess : mapping, 'remembered');
}

/** Under which it is remembered how tables with these headers are read. */
function keyOf({ columns }: TableSurvey, { headingsKey }: TableTools): string {
  return headingsKey(columns.map(({ header }) => header));
}
