import type { Translate } from '../../base/translate';
import type { LoadProblem } from '../../model/load-problem';
import { MOST_HEAD_RECORDS } from '../record-source';
import type { RecordChoice, RecordHead, RecordNote, RecordSource } from '../record-source';
import type { SourceFile } from '../source-file';
import { chooseSheet } from './choose-sheet';
import { openWorkbook } from './open-workbook';
import type { OpenedWorkbook, SpreadsheetOptions } from './open-workbook';
import { NO_LINKS, makeLinkColumns, withLinks } from './sheet-links';
import type { LinkColumns } from './sheet-links';
import { noCounts } from './workbook';
import type { CellCounts, Sheet, SheetSurvey } from './workbook';

/** As many characters as a head has at most. */
const MOST_HEAD = 1_000_000;

/**
 * A sheet of a spreadsheet as records: the one named, else the first that has dates. Its `choices` say which others there
 * are. Opens the file and looks at each sheet's first rows, in slices.
 */
export async function spreadsheetSource(
  file: SourceFile,
  options: SpreadsheetOptions & { readonly sheet?: string | undefined },
): Promise<RecordSource | LoadProblem> {
  const book = await openWorkbook(file, options);
  if ('kind' in book) return book;
  const { sheets, breathe } = book;
  const firsts = [];
  for (const sheet of sheets) firsts.push(await sheet.first(breathe));
  const { chosen, choices } = chooseSheet(sheets, firsts, options.sheet);
  return sheetSource(book, chosen, { choices, file: file.name, t: options.t });
}

interface SheetContext {
  readonly choices: readonly RecordChoice[];
  readonly file: string;
  readonly t: Translate;
}

function sheetSource(book: OpenedWorkbook, sheet: Sheet, context: SheetContext): RecordSource {
  const { file, t } = context;
  const { breathe, sheets, notes } = book;
  let counts = noCounts();
  let surveyed: Promise<Surveyed | LoadProblem> | undefined;
  const survey = (): Promise<Surveyed | LoadProblem> => (surveyed ??= surveySheet(sheet, breathe));
  const allNotes = (found: SheetSurvey | undefined): readonly RecordNote[] => [
    ...notes,
    ...notesOf(sheets, found, counts),
  ];
  const choices = context.choices.map((choice) => ({ ...choice, chosen: sheet.name }));
  return {
    name: sheets.length === 1 ? file : t('sheet.name', { file, sheet: sheet.name }),
    format: book.format,
    headers: undefined,
    choices,
    with: (settings) => {
      const other = sheets.find(({ name }) => name === settings.sheet);
      return other === undefined || other === sheet
        ? sheetSource(book, sheet, context)
        : sheetSource(book, other, context);
    },
    notes: () => allNotes(undefined),
    head: async () => {
      const found = await survey();
      if ('kind' in found) return found;
      const read = await readHead(sheet, found, breathe, t);
      if ('kind' in read) return read;
      counts = read.counts;
      return { ...read.head, notes: allNotes(found.survey) };
    },
    read: async (take, turn) => {
      const found = await survey();
      if ('kind' in found) return found;
      const reading = await sheet.read((row) => {
        take(withLinks(row, found.links, found.survey, t), row.line);
        return true;
      }, turn);
      counts = reading.counts;
      return reading.problem;
    },
  };
}

interface Surveyed {
  readonly survey: SheetSurvey;
  readonly links: LinkColumns;
}

async function surveySheet(sheet: Sheet, breathe: () => Promise<void>): Promise<Surveyed | LoadProblem> {
  const survey = await sheet.survey(breathe);
  if ('kind' in survey) return survey;
  if (survey.links.size === 0 && !survey.hasLinksInCells) return { survey, links: NO_LINKS };
  const columns = makeLinkColumns(survey);
  await sheet.read(
    (row) => {
      columns.take(row);
      return true;
    },
    () => breathe().then(() => true),
  );
  return { survey, links: columns.found() };
}

async function readHead(
  sheet: Sheet,
  { survey, links }: Surveyed,
  breathe: () => Promise<void>,
  t: Translate,
): Promise<{ readonly head: Omit<RecordHead, 'notes'>; readonly counts: CellCounts } | LoadProblem> {
  const records: RecordHead['records'][number][] = [];
  let characters = 0;
  const { problem, isWhole, counts } = await sheet.read(
    (row) => {
      const cells = withLinks(row, links, survey, t);
      characters += cells.reduce((sum, { length }) => sum + length + 1, 0);
      records.push({ cells, line: row.line });
      return records.length < MOST_HEAD_RECORDS && characters < MOST_HEAD;
    },
    () => breathe().then(() => true),
  );
  if (problem !== undefined && records.length === 0) return problem;
  return { counts, head: { records, isWhole, count: isWhole ? records.length : undefined } };
}

/** What a person should know; of counts only those that aren't nothing. */
function notesOf(
  sheets: readonly Sheet[],
  survey: SheetSurvey | undefined,
  { errors, withoutValue, unseenYears, unseenDays }: CellCounts,
): readonly RecordNote[] {
  const notes: readonly RecordNote[] = [
    { about: 'hidden-rows', n: survey?.hiddenRows ?? 0 },
    { about: 'hidden-sheets', n: sheets.filter(({ isHidden }) => isHidden).length },
    { about: 'merged-cells', n: survey?.mergedCells ?? 0 },
    { about: 'formula-errors', n: errors },
    { about: 'no-value', n: withoutValue },
    { about: 'unseen-years', n: unseenYears },
    { about: 'unseen-days', n: unseenDays },
  ];
  return notes.filter(({ n }) => n > 0);
}
