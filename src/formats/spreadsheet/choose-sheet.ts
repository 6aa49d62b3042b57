import { isOwnHeader } from '../table/presets/own-columns';
import type { LoadProblem } from '../../model/load-problem';
import type { RecordChoice } from '../record-source';
import type { Sheet, SheetRow } from './workbook';

/** What the first rows of each sheet are, or why they can't be read. */
export type FirstRows = readonly SheetRow[] | LoadProblem;

/** Cells of a sheet's first rows that are dates, of which there are so many at least. */
const LEAST_DATES = 2;
/** Characters of a row that stand for the sheet where one is chosen. */
const SAMPLE = 120;

/**
 * The sheet named, else that of the events in a workbook of our own, else the first with dates that is shown, else the first with anything in it; and all of them to choose
 * from where there are several.
 */
export function chooseSheet(
  sheets: readonly Sheet[],
  firsts: readonly FirstRows[],
  named: string | undefined,
): { readonly chosen: Sheet; readonly choices: readonly RecordChoice[] } {
  const ranked = sheets.map((sheet, index) => ({ sheet, rank: rankOf(sheet, firsts[index] ?? []) }));
  const [best] = ranked.toSorted((a, b) => b.rank - a.rank);
  const chosen = sheets.find(({ name }) => name === named) ?? best?.sheet;
  if (chosen === undefined) throw new Error('A workbook without a sheet');
  if (sheets.length < 2) return { chosen, choices: [] };
  const options = sheets.map(({ name }, index) => ({ value: name, sample: sampleOf(firsts[index] ?? []) }));
  return { chosen, choices: [{ about: 'sheet', chosen: chosen.name, options }] };
}

/** A hidden sheet is chosen before an empty one alone. */
function rankOf({ isHidden }: Sheet, rows: FirstRows): number {
  if ('kind' in rows || rows.length === 0) return 0;
  if (isHidden) return 1;
  if (rows.some(({ cells }) => isOwnHeader(cells))) return 4;
  return rows.reduce((sum, row) => sum + datesIn(row), 0) >= LEAST_DATES ? 3 : 2;
}

/** Days by their format, or texts that look like a day or a year. */
function datesIn({ cells, dates }: SheetRow): number {
  return dates.length > 0 ? dates.length : cells.filter(looksLikeDate).length;
}

function looksLikeDate(cell: string): boolean {
  const text = cell.trim();
  if (text.length < 4 || text.length > 30) return false;
  return (
    /^(?:1[0-9]|20)\d\d$/.test(text) ||
    (/\d/.test(text) && /^(?:\d{1,4}([-./])\d{1,2}\1\d{1,4}|.*\b(?:1[0-9]|20)\d\d)\b/.test(text))
  );
}

/** Its first rows' cells, as far as there is room: of a sheet that can't be read, why. */
function sampleOf(rows: FirstRows): string {
  if ('kind' in rows) return rows.detail;
  // A row of one cell is a title; what tells sheets apart is what stands under it.
  const row = rows.find(({ cells }) => cells.filter((cell) => cell !== '').length > 1) ?? rows[0];
  const words = (row?.cells ?? [])
    .filter((cell) => cell !== '')
    .join(' | ')
    .replaceAll(/\s+/g, ' ');
  return words.length > SAMPLE ? `${words.slice(0, SAMPLE)}…` : words;
}
