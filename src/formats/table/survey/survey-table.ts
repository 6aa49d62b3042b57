import { runInSlices } from '../../../base/slices';
import { datasetHead } from '../../../model/dataset-head';
import type { LoadProblem } from '../../../model/load-problem';
import type { PlanQuestion, Survey, SurveyOptions } from '../../reader';
import type { RecordHead, RecordSource } from '../../record-source';
import type { TableLayout, TableMapping } from '../table-mapping';
import type { ColumnProfile, TablePlan } from '../table-plan';
import { prepareSample } from '../regroup/regrouped-sample';
import { chooseTables } from './choose-tables';
import type { NamedTable } from './choose-tables';
import { findHeader } from './find-header';
import { guessMapping } from './guess';
import type { LaidOutSource } from './laid-out-source';
import { layOut } from './layout';
import { profileColumns } from './profile';
import { surveyNotes } from './survey-notes';

export interface TableSurveyOptions extends SurveyOptions {
  /** As somebody has chosen it for the table that the events stand in; what it doesn't say is found out. */
  readonly layout?: TableLayout;
}

/** As many records as somebody looks at to see what the columns are. */
const SAMPLE = 20;

/**
 * What tables of one drop are: which of them the events stand in, where its headers are, and what its columns mean, as
 * far as that shows. Undefined where none has two columns. A table in which nothing at all looks like a date is refused,
 * unless a layout was chosen: then somebody is looking at it. Rejects with the signal's reason.
 */
export async function surveyTable(
  sources: readonly RecordSource[],
  options: TableSurveyOptions,
): Promise<Survey<TablePlan> | undefined> {
  const tables: NamedTable[] = [];
  for (const [at, source] of sources.entries()) {
    const table = await lookAt(source, at === 0 ? options.layout : undefined, options);
    if ('problem' in table) return { ok: false, problem: table.problem };
    tables.push(table);
  }
  const { main, others, joins } = chooseTables(tables);
  if (main === undefined || (main.laid.headers.length < 2 && options.layout === undefined)) return undefined;
  const mapping = { ...mappingOf(main, others, joins), ...mappedLayout(main.layout) };
  if (options.layout === undefined && !hasAnyDate([main, ...others]))
    return { ok: false, problem: { kind: 'no-dates', source: main.laid.name, detail: main.laid.headers.join(', ') } };
  // What a look at the sample takes for granted.
  await prepareSample(
    others.map(({ laid }) => laid),
    mapping,
  );
  return { ok: true, plan: planOf(main, others, mapping, options) };
}

async function lookAt(
  source: RecordSource,
  given: TableLayout | undefined,
  options: TableSurveyOptions,
): Promise<NamedTable | { readonly problem: LoadProblem }> {
  const raw = await layOut(source, { ...given, header: 'none' });
  if ('kind' in raw) return { problem: raw };
  const rawHead = await raw.head();
  if ('kind' in rawHead) return { problem: rawHead };
  const header = given?.header ?? (source.headers === undefined ? findHeader(rawHead.records) : 'none');
  const layout: TableLayout = { ...given, header };
  const laid = await layOut(source, layout);
  if ('kind' in laid) return { problem: laid };
  const head = await laid.head();
  if ('kind' in head) return { problem: head };
  const columns = await runInSlices(profileColumns(laid.headers, head.records), options, options.heard);
  return { source, laid, layout, head, columns, above: linesAbove(rawHead, layout) };
}

/** Titles and notes over the header. */
function linesAbove({ records }: RecordHead, { header }: TableLayout): RecordHead['records'] {
  return typeof header === 'number' ? records.filter(({ line }) => line < header) : [];
}

function mappingOf(main: NamedTable, others: readonly NamedTable[], joins: JoinsOf): TableMapping {
  if (joins.length === 0) return guessMapping({ columns: main.columns, sample: main.head.records });
  const joined = joinedColumns(main, others, joins);
  return { ...guessMapping(joined), regroup: { join: joins } };
}

type JoinsOf = NonNullable<NonNullable<TableMapping['regroup']>['join']>;

/** The columns of a table with those that are laid beside them, record by record of the sample. */
function joinedColumns(
  main: NamedTable,
  others: readonly NamedTable[],
  joins: JoinsOf,
): { readonly columns: readonly ColumnProfile[]; readonly sample: RecordHead['records'] } {
  let { columns } = main;
  let sample = main.head.records;
  for (const { file, key, on } of joins) {
    const other = others.find(({ laid }) => laid.name === file);
    if (other === undefined) continue;
    const place = columns.findIndex(({ header }) => header === on);
    const keyPlace = other.laid.headers.indexOf(key);
    const byKey = new Map(other.head.records.map(({ cells }) => [cells[keyPlace]?.trim(), cells]));
    const names = new Set(columns.map(({ header }) => header));
    const width = columns.length;
    sample = sample.map(({ cells, line }) => {
      const beside = byKey.get(cells[place]?.trim())?.filter((_, at) => at !== keyPlace) ?? [];
      return { line, cells: [...Array.from({ length: width }, (_, at) => cells[at] ?? ''), ...beside] };
    });
    columns = [
      ...columns,
      ...other.columns
        .filter((_, at) => at !== keyPlace)
        .map((column) => ({
          ...column,
          header: names.has(column.header) ? `${column.header} (${file})` : column.header,
        })),
    ];
  }
  return { columns, sample };
}

/** What a mapping has to say of where the headers are: nothing of the usual place. */
function mappedLayout({ header, headers, sheet }: TableLayout): Pick<TableMapping, 'layout'> {
  const isUsual = header === undefined || header === 1;
  if (isUsual && headers === undefined && sheet === undefined) return {};
  return {
    layout: {
      ...(isUsual ? undefined : { header }),
      ...(headers !== undefined && { headers }),
      ...(sheet !== undefined && { sheet }),
    },
  };
}

/** A cell that is a date beyond doubt, or a column of years: codes and counts have years among them. */
function hasAnyDate(tables: readonly NamedTable[]): boolean {
  return tables.some(({ columns }) =>
    columns.some(({ dates, years = 0, filled }) => filled > 0 && (dates > years || years >= 0.9)),
  );
}

function planOf(
  main: NamedTable,
  others: readonly NamedTable[],
  mapping: TableMapping,
  { t }: TableSurveyOptions,
): TablePlan {
  const { laid, layout, head, columns, above } = main;
  const title = titleAbove(above) ?? laid.name;
  const questions: PlanQuestion[] = mapping.date === undefined ? [{ about: 'no-dates' }] : [];
  return {
    source: laid.name,
    dataset: datasetHead({ id: laid.name, title, actors: [] }),
    mapping,
    survey: {
      source: main.source,
      others: others.map((other) => other.laid),
      layout,
      columns,
      sample: head.records,
      isWhole: head.isWhole,
      notes: head.notes,
    },
    columns: columns.map(({ header, values }) => ({ header, values })),
    sample: head.records.slice(0, SAMPLE).map(({ cells }) => padded(cells, columns.length)),
    questions,
    counts: { records: head.count, events: undefined },
    rejections: [],
    format: laid.format,
    notes: surveyNotes(laid, layout, head, t),
    isRead: false,
  };
}

function padded(cells: readonly string[], width: number): readonly string[] {
  return Array.from({ length: width }, (_, at) => cells[at]?.trim() ?? '');
}

const LONGEST_TITLE = 120;

/** The one line over a header that isn't parted into cells is what the table is called. */
function titleAbove(above: RecordHead['records']): string | undefined {
  const [first] = above;
  const texts = first?.cells.map((cell) => cell.trim()).filter((cell) => cell !== '') ?? [];
  const [text] = texts;
  return texts.length === 1 && text !== undefined && text.length <= LONGEST_TITLE ? text : undefined;
}

export type { LaidOutSource };
