import { basename } from 'node:path';
import { runToEnd } from '../base/steps';
import type { Translate } from '../base/translate';
import { idFromName } from '../formats/json/bare-actor';
import { findReading } from '../formats/find-reading';
import type { FoundReading, Plan, PlanNote } from '../formats/reader';
import { recordNoteInWords } from '../formats/record-notes';
import type { SourceFile } from '../formats/source-file';
import type { TableFindings } from '../formats/table/findings';
import { withDate } from '../formats/table/mapping-edits';
import type { DateMapping, TableLayout, TableMapping } from '../formats/table/table-mapping';
import type { TablePlan } from '../formats/table/table-plan';
import { unusedColumns } from '../formats/table/unused-columns';
import type { Dataset, WholeDataset } from '../model/dataset';
import type { LoadProblem } from '../model/load-problem';
import type { Rejection } from '../model/rejection';
import { makeTableBuilder } from '../model/table-builder';
import { wholeDataset } from '../model/whole-dataset';
import type { ConvertOptions } from './command-options';

/** What somebody has said of the data beside it. */
export type Said = Pick<
  ConvertOptions,
  'title' | 'asOf' | 'language' | 'sheet' | 'encoding' | 'delimiter' | 'answer'
> & { readonly mapping?: TableMapping | undefined };

export interface ReadFiles {
  readonly dataset: WholeDataset;
  /** What its people call the format. */
  readonly format: string;
  /** The file that the events stand in. */
  readonly source: string;
  readonly rejections: readonly Rejection[];
  /** Of a table. */
  readonly findings: TableFindings | undefined;
  readonly notes: readonly PlanNote[];
  /** Nobody has said the day that the data stands at, and something open-ended wants one: the last that is dated. */
  readonly isAsOfTaken: boolean;
}

export interface ReadFilesOptions {
  readonly t: Translate;
  readonly signal: AbortSignal;
  /** Told how much is done, 0 to 1; undefined where nobody knows. */
  readonly onProgress: (done: number | undefined) => void;
  readonly said?: Said;
}

/** Reads files as the page does, whatever format they are in, with what was said of them beside. */
export async function readFiles(
  files: readonly SourceFile[],
  { t, signal, onProgress, said = {} }: ReadFilesOptions,
): Promise<ReadFiles | LoadProblem> {
  // Who says what the columns mean has looked at them: then a table is asked nothing.
  const layout = layoutOf(said) ?? (said.mapping && {});
  const found = await findReading(files, { t, signal, canAsk: true, heard: onProgress, ...(layout && { layout }) });
  if ('kind' in found) return found;
  const reading = withSaid(found, said, t);
  if ('kind' in reading) return reading;
  const { plan, reader } = reading;
  const into = makeTableBuilder();
  const { rejections, problem, findings } = await reader.read(reading.files, plan, {
    t,
    signal,
    stop: signal,
    into,
    onProgress: async ({ done }) => onProgress(done),
  });
  if (problem !== undefined) return problem;
  const made = runToEnd(into.build());
  const survey = hasColumns(plan) ? (plan as TablePlan).survey : undefined;
  const notes = survey?.source.notes?.() ?? survey?.notes ?? [];
  return {
    dataset: wholeDataset(made.table),
    format: reading.format,
    source: plan.source,
    rejections: [...rejections, ...made.rejections],
    findings,
    isAsOfTaken: plan.dataset.asOf === undefined && made.table.dataset.asOf !== undefined,
    notes: [
      ...(plan.notes ?? []),
      ...unusedNote(plan, said.mapping === undefined, t),
      ...notes.map((note) => ({ kind: 'to-settle' as const, text: recordNoteInWords(note, t) })),
    ],
  };
}

/** As many columns are named. */
const MOST_NAMED = 12;

/** What nothing came of, where nobody has said that it should be so, and no known layout does. */
function unusedNote(plan: Plan, isGuessed: boolean, t: Translate): readonly PlanNote[] {
  if (!isGuessed || !hasColumns(plan)) return [];
  const { survey, mapping = {} } = plan as TablePlan;
  const unused = survey === undefined || mapping.preset !== undefined ? [] : unusedColumns(survey.columns, mapping);
  const list = unused
    .slice(0, MOST_NAMED)
    .map((header) => header.slice(0, 60))
    .join(', ');
  const more = unused.length > MOST_NAMED ? ', …' : '';
  return unused.length === 0
    ? []
    : [{ kind: 'settled', text: t('convert.unused', { n: unused.length, list: list + more }) }];
}

/** The plan as it was said; a problem where it can't be read so. */
function withSaid(found: FoundReading, said: Said, t: Translate): FoundReading | LoadProblem {
  const { plan, files } = found;
  const dataset = withHead(
    plan.dataset,
    files.map(({ name }) => name),
    said,
  );
  if (!hasColumns(plan)) {
    if (said.mapping === undefined) return { ...found, plan: { ...plan, dataset } };
    return { kind: 'no-column', source: plan.source, detail: t('convert.noColumns', { format: found.format }) };
  }
  const table = plan as TablePlan;
  const sheets = table.survey?.source.choices.find(({ about }) => about === 'sheet')?.options.map(({ value }) => value);
  if (said.sheet !== undefined && sheets !== undefined && !sheets.includes(said.sheet))
    return {
      kind: 'missing',
      source: plan.source,
      detail: t('convert.noSheet', { sheet: said.sheet, list: sheets.join(', ') }),
    };
  const mapping = said.mapping ?? table.mapping;
  if (mapping === undefined || (said.mapping === undefined && mapping.date === undefined))
    return { kind: 'no-dates', source: plan.source, detail: table.columns.map(({ header }) => header).join(', ') };
  return { ...found, plan: { ...table, dataset, questions: [], mapping: withAnswers(mapping, said) } as TablePlan };
}

/** Whether a plan is one of a table, whose columns can be given a meaning. */
function hasColumns(plan: Plan): plan is Plan & { readonly mapping: unknown } {
  return 'mapping' in plan;
}

/** Where the records stand, as far as it was said. */
function layoutOf({ mapping, sheet, encoding, delimiter }: Said): TableLayout | undefined {
  const layout: TableLayout = {
    ...mapping?.layout,
    ...(sheet !== undefined && { sheet }),
    ...(encoding !== undefined && { encoding }),
    ...(delimiter !== undefined && { delimiter }),
  };
  return Object.keys(layout).length === 0 ? undefined : layout;
}

/** A dataset is called after its file, not after the folders that somebody keeps it in. */
function withHead(dataset: Dataset, paths: readonly string[], { title, asOf, language }: Said): Dataset {
  const path = paths.find((each) => dataset.title.startsWith(each) || dataset.id.startsWith(each));
  const short = (text: string): string =>
    path !== undefined && text.startsWith(path)
      ? basename(path).replace(/(.)\.\w+$/, '$1') + text.slice(path.length)
      : text;
  return {
    ...dataset,
    id: dataset.id === path ? idFromName(short(dataset.id)) : dataset.id,
    title: short(dataset.title),
    ...(title !== undefined && { title }),
    ...(asOf !== undefined && { asOf }),
    ...(language !== undefined && { language }),
  };
}

function withAnswers(mapping: TableMapping, said: Said): TableMapping {
  const { answer, language } = said;
  const layout = { ...mapping.layout, ...layoutOf(said) };
  const laidOut: TableMapping = Object.keys(layout).length === 0 ? mapping : { ...mapping, layout };
  if (answer === undefined && language === undefined) return laidOut;
  const answered = (date: DateMapping): DateMapping => ({
    ...date,
    ...(answer !== undefined && { order: answer }),
    ...(language !== undefined && { languages: [...new Set([language, ...(date.languages ?? [])])] }),
  });
  return withDate(withDate(laidOut, 'date', answered), 'end', answered);
}
