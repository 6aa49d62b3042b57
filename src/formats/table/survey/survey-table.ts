import { datasetHead } from '../../../model/dataset-head';
import type { LoadProblem } from '../../../model/load-problem';
import type { Survey, SurveyOptions } from '../../reader';
import type { RecordHead, RecordSource } from '../../record-source';
import type { FoundPreset } from '../presets/preset';
import { presetOf, presetOfDrop } from '../presets/registry';
import { loadLookUps } from '../regroup/look-ups';
import type { TableLayout, TableMapping } from '../table-mapping';
import type { ColumnProfile, TablePlan } from '../table-plan';
import { chooseTables } from './choose-tables';
import { guessMapping } from './guess';
import { isKnownHeader } from './header-words';
import { joinedColumns } from './joined-columns';
import { lookAtTable, presetLook } from './look-at-table';
import type { LookedAt } from './look-at-table';
import { surveyNotes } from './survey-notes';

/** As many records as somebody looks at to see what the columns are. */
const SAMPLE = 20;

/**
 * What tables of one drop are: which of them the events stand in, where its headers are, and what its columns mean: by a
 * known layout of columns, else by a guess. Undefined where no table has two columns. A table in which nothing at all
 * looks like a date is refused, unless somebody has chosen its layout, who may know better: then it is a question. A
 * chosen layout is that of the table which the events stand in. Rejects with the signal's reason.
 */
export async function surveyTable(
  sources: readonly RecordSource[],
  options: SurveyOptions,
): Promise<Survey<TablePlan> | undefined> {
  const tables: LookedAt[] = [];
  for (const source of sources) {
    const table = await lookAtTable(source, {}, options);
    if ('kind' in table) return { ok: false, problem: table };
    tables.push(table);
  }
  const found = await choose(tables, options);
  if (found === undefined) return undefined;
  if ('kind' in found) return { ok: false, problem: found };
  const { main, preset } = found;
  if (options.layout === undefined && isNoTable(main)) return undefined;
  const source = main.laid.name;
  const missing = preset?.missing?.(options.t);
  if (missing !== undefined) return { ok: false, problem: { kind: 'not-events', source, detail: missing } };
  if (options.layout === undefined && !hasAnyDate(found))
    return { ok: false, problem: { kind: 'no-dates', source, detail: headersInWords(main.laid.headers) } };
  // Who looks at the sample by this mapping doesn't wait for what its codes stand for.
  await loadLookUps(found.mapping.derive ?? []);
  return { ok: true, plan: planOf(found, options) };
}

/** One column, or one line without a date, of which no cell is called as columns are: prose with a comma in it. */
function isNoTable({ laid, head, columns, layout }: LookedAt): boolean {
  if (laid.headers.length < 2) return true;
  const lines = head.records.length + (typeof layout.header === 'number' ? 1 : 0);
  return lines < 2 && !columns.some(holdsDates) && !laid.headers.some(isKnownHeader);
}

/** The table that the events stand in, how it is read, and those that are laid beside it. */
interface Chosen {
  readonly main: LookedAt;
  readonly others: readonly LookedAt[];
  readonly mapping: TableMapping;
  readonly preset: FoundPreset | undefined;
}

async function choose(tables: readonly LookedAt[], options: SurveyOptions): Promise<Chosen | LoadProblem | undefined> {
  const looks = tables.map(presetLook);
  const known = presetOfDrop(looks);
  const { main: first, joins } = chooseTables(tables);
  const at = known?.at ?? tables.findIndex((table) => table === first);
  const main = tables[at];
  if (main === undefined) return undefined;
  const layout = { ...options.layout, ...namedBy(known?.preset, options.layout) };
  const laid = Object.keys(layout).length === 0 ? main : await lookAtTable(main.source, layout, options);
  if ('kind' in laid) return laid;
  const rest = tables.filter((table) => table !== main);
  const preset =
    known === undefined || options.layout !== undefined
      ? presetOf(presetLook(laid), looks.toSpliced(at, 1))
      : known.preset;
  const files = new Set((preset?.mapping.regroup?.join ?? (preset === undefined ? joins : [])).map(({ file }) => file));
  const others = rest.filter((table) => files.has(table.laid.name));
  return { main: laid, others, preset, mapping: preset?.mapping ?? guessed(laid, others, joins) };
}

/** The headers that a preset gives to a table which has none. */
function namedBy(preset: FoundPreset | undefined, layout: TableLayout | undefined): TableLayout {
  return preset?.headers === undefined || layout?.header !== undefined
    ? {}
    : { header: 'none', headers: preset.headers };
}

function guessed(
  main: LookedAt,
  others: readonly LookedAt[],
  join: NonNullable<NonNullable<TableMapping['regroup']>['join']>,
): TableMapping {
  if (join.length === 0) return guessMapping({ columns: main.columns, sample: main.head.records });
  return { ...guessMapping(joinedColumns(main, others, join)), regroup: { join } };
}

/** A cell that is a date beyond doubt, or a column of years: codes and counts have years among them. */
function hasAnyDate({ main, others, mapping }: Chosen): boolean {
  if (mapping.date !== undefined) return true;
  return [main, ...others].some(({ columns }) => columns.some(holdsDates));
}

function holdsDates({ dates, years = 0, filled }: ColumnProfile): boolean {
  return filled > 0 && (dates > years || years >= 0.9);
}

const MOST_HEADERS = 30;

function headersInWords(headers: readonly string[]): string {
  const words = headers.slice(0, MOST_HEADERS).map((header) => header.slice(0, 60));
  return words.join(', ') + (headers.length > MOST_HEADERS ? ' …' : '');
}

function planOf({ main, others, mapping: meant, preset }: Chosen, { t, layout: given }: SurveyOptions): TablePlan {
  const { source, laid, layout, head, columns } = main;
  const mapping: TableMapping = { ...meant, ...(source.headers === undefined && mappedLayout(layout, given)) };
  return {
    source: laid.name,
    dataset: datasetHead({
      id: laid.name,
      title: titleAbove(main.above) ?? laid.name,
      actors: [],
      ...preset?.dataset,
    }),
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
    questions: mapping.date === undefined && mapping.regroup?.spread === undefined ? [{ about: 'no-dates' }] : [],
    counts: { records: head.count, events: undefined },
    rejections: [],
    format: preset?.name ?? laid.format,
    notes: [
      ...surveyNotes({ choices: laid.choices, isNamed: main.source.headers !== undefined }, layout, head, t),
      ...(preset?.notes(t) ?? []),
    ],
    isRead: false,
  };
}

/**
 * What a mapping has to say of where the headers are: that there are none, or what somebody has chosen. The line that was
 * found is another one in the next file of its kind.
 */
function mappedLayout({ header, headers }: TableLayout, given: TableLayout = {}): Pick<TableMapping, 'layout'> {
  const layout: TableLayout = {
    ...given,
    ...(typeof header === 'string' && { header }),
    ...(headers !== undefined && { headers }),
  };
  return Object.keys(layout).length === 0 ? {} : { layout };
}

function padded(cells: readonly string[], width: number): readonly string[] {
  return Array.from({ length: width }, (_, at) => cells[at]?.trim() ?? '');
}

const LONGEST_TITLE = 120;

/** The first line over a header, where it isn't parted into cells, is what the table is called. */
function titleAbove([first]: RecordHead['records']): string | undefined {
  const texts = first?.cells.map((cell) => cell.trim()).filter((cell) => cell !== '') ?? [];
  const [text] = texts;
  return texts.length === 1 && text !== undefined && text.length <= LONGEST_TITLE ? text : undefined;
}
