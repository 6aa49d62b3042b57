import type { Translate } from '../../base/translate';
import type { SheetRow, SheetSurvey } from './workbook';

/**
 * Addresses that cells lead to, as columns of their own behind all others: one for each column in which a cell leads
 * elsewhere than it says.
 */
export interface LinkColumns {
  /** Columns with links, each once, in their order. */
  readonly columns: readonly number[];
  /** Columns that the sheet has itself. */
  readonly width: number;
  /** Row whose cells name the columns, where there is one before the first link. */
  readonly headLine: number | undefined;
}

export const NO_LINKS: LinkColumns = { columns: [], width: 0, headLine: undefined };

/** A header stands among so many rows. */
const MOST_BEFORE_HEADER = 20;

/** Takes in all rows of a sheet to see which of its columns have links. */
export function makeLinkColumns(survey: SheetSurvey): {
  readonly take: (row: SheetRow) => void;
  readonly found: () => LinkColumns;
} {
  const columns = new Set<number>();
  const first: { readonly line: number; readonly filled: number }[] = [];
  let width = 0;
  let firstLinked = Infinity;
  return {
    take: (row) => {
      width = Math.max(width, row.cells.length);
      if (first.length < MOST_BEFORE_HEADER)
        first.push({ line: row.line, filled: row.cells.filter((cell) => cell.trim() !== '').length });
      for (const [column, address] of linksOf(row, survey)) {
        if (isSame(row.cells[column] ?? '', address)) continue;
        columns.add(column);
        firstLinked = Math.min(firstLinked, row.line);
      }
    },
    found: () => {
      // A title above the header has fewer cells than it.
      const most = Math.max(0, ...first.map(({ filled }) => filled));
      const head = first.find(({ filled }) => filled * 2 >= most);
      return {
        columns: [...columns].toSorted((a, b) => a - b),
        width,
        headLine: head !== undefined && head.line < firstLinked ? head.line : undefined,
      };
    },
  };
}

/** A row's cells with the links behind them; in the header's row what they are the links of. */
export function withLinks(
  row: SheetRow,
  { columns, width, headLine }: LinkColumns,
  survey: SheetSurvey,
  t: Translate,
): readonly string[] {
  if (columns.length === 0) return row.cells;
  const links = linksOf(row, survey);
  const cells = [...row.cells, ...Array.from({ length: width - row.cells.length }, () => '')];
  for (const column of columns) {
    const header = row.line === headLine ? (row.cells[column] ?? '').trim() : '';
    cells.push(header === '' ? (links.get(column) ?? '') : t('sheet.link', { header }));
  }
  return cells;
}

function linksOf({ line, links }: SheetRow, survey: SheetSurvey): ReadonlyMap<number, string> {
  const beside = survey.links.get(line);
  if (beside === undefined) return links ?? NONE;
  return links === undefined ? beside : new Map([...beside, ...links]);
}

const NONE: ReadonlyMap<number, string> = new Map();

/** A cell that says the address that it leads to. */
function isSame(text: string, address: string): boolean {
  return bare(text) === bare(address);
}

function bare(text: string): string {
  return text
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '')
    .toLowerCase();
}
