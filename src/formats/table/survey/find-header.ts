import type { RecordHead } from '../../record-source';
import type { TableLayout } from '../table-mapping';
import { cellKind } from './cell-kinds';
import type { CellKind } from './cell-kinds';
import { isKnownHeader } from './header-words';
import { filledWidth } from './column-headers';
import { MOST_SIDE_HEADERS } from './turned-records';

type Records = RecordHead['records'];

/** The header stands in one of the first so many records: titles and notes may stand above it. */
const HEADER_WITHIN = 20;
/** Records under a header that are looked at. */
const BODY = 60;
/** A header is a name, no text. */
const LONGEST_HEADER = 120;
/** Share of a column's cells that are of one kind. */
const MOSTLY = 0.7;
/** Full rows above a header: one may name groups of columns, more are rows of the table. */
const MOST_ROWS_ABOVE = 1;
/** So many figures in a short text: a date or number in words that nobody here reads. */
const NUMBERED = /^(?=(?:\P{Nd}*\p{Nd}){3})[^]{1,60}$/u;

/**
 * Where a table's headers stand: on the line of a record, nowhere, or down the side where a row reads as dates and no column
 * does. A header is told by what stands under it: names over numbers, dates and addresses, or names that people give
 * columns. O(records looked at).
 */
export function findHeader(records: Records): Exclude<TableLayout['header'], undefined> {
  const kinds = records.slice(0, HEADER_WITHIN + BODY).map(({ cells }) => cells.map(cellKind));
  if (standsOnItsSide(kinds, records)) return 'side';
  const looked = records.slice(0, HEADER_WITHIN + BODY);
  const width = usualWidth(looked) - blankColumns(looked, usualWidth(looked));
  let best: { readonly line: number; readonly score: number } | undefined;
  let fullRows = 0;
  for (let at = 0; at < Math.min(HEADER_WITHIN, records.length); at++) {
    const record = records[at];
    if (record === undefined || fullRows > MOST_ROWS_ABOVE) break;
    if (width > 1 && filledIn(record.cells) >= width) fullRows += 1;
    const under = looked.slice(at + 1, at + 1 + BODY).map(({ cells }) => cells);
    const score = headerScore(record.cells, kinds.slice(at + 1, at + 1 + BODY), under, width);
    // Of rows that are equally good the first.
    if (score !== undefined && (best === undefined || score > best.score)) best = { line: record.line, score };
  }
  return best?.line ?? 'none';
}

/** Columns left empty, as sheets have them for their looks, within a width. */
function blankColumns(records: Records, width: number): number {
  return Array.from({ length: width }, (_, column) =>
    records.some(({ cells }) => (cells[column] ?? '').trim() !== ''),
  ).filter((isUsed) => !isUsed).length;
}

function filledIn(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

/** Cells of most records. */
function usualWidth(records: Records): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) {
    const width = filledWidth(cells);
    if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1;
}

/** How much a row looks like the header of what is under it; undefined where it doesn't. */
function headerScore(
  cells: readonly string[],
  body: readonly (readonly CellKind[])[],
  texts: readonly (readonly string[])[],
  width: number,
): number | undefined {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.length < Math.max(Math.min(2, width), width * 0.5)) return undefined;
  if (filled.some((cell) => cell.length > LONGEST_HEADER)) return undefined;
  const named = filled.filter(isKnownHeader).length;
  let contrasts = 0;
  let against = 0;
  cells.forEach((cell, column) => {
    const own = cellKind(cell);
    if (own === 'empty') return;
    const under = mainKind(body, column);
    if (own === 'date' || own === 'address') against += 1;
    // Dates of other calendars and languages look like text: they have figures, and what is over them has none.
    else if (own === 'text' && isNumbered(texts, column)) {
      if (NUMBERED.test(cell.trim())) against += 1;
      else if (!/\p{Nd}/u.test(cell)) contrasts += 1;
    } else if (under === undefined || under === 'text') return;
    else if (own === 'text') contrasts += 1;
    // A year may be a column's name: one of numbers that are none.
    else if (own !== 'year' || yearsIn(body, column) > 0.5) against += 1;
  });
  if (against > 0 && against >= contrasts + named) return undefined;
  const distinct = new Set(filled.map((cell) => cell.toLowerCase())).size;
  const score = named * 2 + contrasts + (distinct === filled.length ? 0.5 : -1) + filled.length / width - against * 2;
  return contrasts + named === 0 ? unnamedScore(filled, body, distinct) : score;
}

/** Texts over texts: the first row is the header where all of its cells differ; a row of data seldom is so short. */
function unnamedScore(
  filled: readonly string[],
  body: readonly (readonly CellKind[])[],
  distinct: number,
): number | undefined {
  const isAllText = body.every((kinds) => kinds.every((kind) => kind === 'text' || kind === 'empty'));
  return isAllText && body.length > 0 && distinct === filled.length && filled.every((cell) => cell.length <= 40)
    ? 0.1
    : undefined;
}

function isNumbered(rows: readonly (readonly string[])[], column: number): boolean {
  const filled = rows.map((cells) => (cells[column] ?? '').trim()).filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter((cell) => NUMBERED.test(cell)).length > filled.length / 2;
}

/** The kind of most filled cells of a column; undefined where none prevails. */
function mainKind(body: readonly (readonly CellKind[])[], column: number): CellKind | undefined {
  const counts = new Map<CellKind, number>();
  let filled = 0;
  for (const kinds of body) {
    const kind = kinds[column] ?? 'empty';
    if (kind === 'empty') continue;
    filled += 1;
    const counted = kind === 'year' ? 'number' : kind;
    counts.set(counted, (counts.get(counted) ?? 0) + 1);
  }
  const [kind, count] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [undefined, 0];
  return count >= filled * MOSTLY ? kind : undefined;
}

function yearsIn(body: readonly (readonly CellKind[])[], column: number): number {
  return share(
    body.map((kinds) => kinds[column]),
    (kind) => kind === 'year',
  );
}

function isDate(kind: CellKind | undefined): boolean {
  return kind === 'date' || kind === 'year';
}

/** A row of dates, under which stands what happened on each; and no column that has any. */
function standsOnItsSide(kinds: readonly (readonly CellKind[])[], records: Records): boolean {
  if (records.length > MOST_SIDE_HEADERS || records.length < 2) return false;
  const rows = kinds.map((row) => share(row.slice(1), isDate));
  const bestRow = Math.max(0, ...rows);
  const datedRow = kinds[rows.indexOf(bestRow)] ?? [];
  if (bestRow < 0.8 || datedRow.filter(isDate).length < 2 || isDate(datedRow[0])) return false;
  const width = Math.max(0, ...kinds.map(({ length }) => length));
  const bestColumn = Math.max(
    ...Array.from({ length: width }, (_, column) =>
      share(
        kinds.map((row) => row[column]),
        isDate,
      ),
    ),
  );
  // A header of years over numbers is none of dates: under dates stand texts.
  const texts = share(
    kinds.filter((row) => row !== datedRow).flatMap((row) => row.slice(1)),
    (kind) => kind === 'text' || kind === 'address',
  );
  return bestColumn < Math.min(0.6, bestRow) && texts >= 0.5;
}

function share(kinds: readonly (CellKind | undefined)[], is: (kind: CellKind | undefined) => boolean): number {
  const filled = kinds.filter((kind) => kind !== undefined && kind !== 'empty');
  return filled.length === 0 ? 0 : filled.filter(is).length / filled.length;
}
