import type { RecordHead } from '../../record-source';
import type { ColumnProfile } from '../table-plan';
import { cellKind } from './cell-kinds';
import { isCountryName } from './country-words';
import { meaningsOf } from './header-words';
import type { Meaning } from './header-words';
import { looksLikeDate } from './date-shapes';

/** A column with all that a guess goes by. */
export interface GuessColumn {
  readonly profile: ColumnProfile;
  readonly header: string;
  readonly at: number;
  /** Cells that aren't empty, trimmed, in the file's order. */
  readonly cells: readonly string[];
  readonly meanLength: number;
  /** Shares of the filled cells. */
  readonly texts: number;
  readonly countryNames: number;
  /** Of all records, those with a cell. */
  readonly fill: number;
}

/** A sample that is large enough to tell by; the profile has seen more. */
const MOST_CELLS = 400;

/** The columns of a sample. O(cells). */
export function guessColumns(
  profiles: readonly ColumnProfile[],
  records: RecordHead['records'],
): readonly GuessColumn[] {
  return profiles.map((profile, at) => {
    const cells: string[] = [];
    for (const { cells: row } of records) {
      const cell = row[at]?.trim() ?? '';
      if (cell !== '' && cells.length < MOST_CELLS) cells.push(cell);
    }
    return {
      profile,
      header: profile.header,
      at,
      cells,
      meanLength: cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(cells.length, 1),
      texts: share(cells, (cell) => cellKind(cell) === 'text'),
      countryNames: share(cells, (cell) => isCountryName(cell)),
      fill: profile.filled / Math.max(records.length, 1),
    };
  });
}

/** Share of the cells that something holds for; 0 of none. */
export function share(cells: readonly string[], holds: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(holds).length / cells.length;
}

/** A column that would have a meaning, and how much speaks for it, by header and cells: 0 to 1. */
export interface Fit {
  readonly column: GuessColumn;
  readonly meaning: Meaning;
  readonly score: number;
}

/** Under this a header says too little. */
const LEAST = 0.45;

/** What each column may mean by its header, where its cells don't speak against it; the likeliest first. */
export function fitsByHeader(columns: readonly GuessColumn[]): readonly Fit[] {
  return columns
    .flatMap((column) =>
      meaningsOf(column.header).map(({ meaning, strength }): Fit => {
        return { column, meaning, score: strength * fit(column, meaning) };
      }),
    )
    .filter(({ score }) => score >= LEAST)
    .toSorted((a, b) => b.score - a.score || a.column.at - b.column.at);
}

const MONTH_WORDS = /^\p{L}{3,}\.?$/u;

/** How well a column's cells agree with a meaning: 1 well, 0 not at all. */
export function fit(column: GuessColumn, meaning: Meaning): number {
  const { profile, cells, texts, meanLength } = column;
  const { dates, years = 0, numbers, addresses } = profile;
  if (cells.length === 0) return meaning === 'other' ? 1 : 0;
  const isText = texts >= 0.5 ? 1 : 0;
  switch (meaning) {
    case 'date':
      return dates >= 0.6 ? (years > 0.5 ? 0.8 : 1) : dates >= 0.3 ? 0.6 : 0;
    case 'end':
    case 'published':
      return dates >= 0.5 ? 1 : 0;
    case 'year':
    case 'endYear':
      return years >= 0.7 || share(cells, (cell) => /^-?\d{1,4}$/.test(cell)) >= 0.9 ? 1 : 0;
    case 'month':
    case 'endMonth':
      return between(cells, 0, 12) >= 0.9 || share(cells, (cell) => isMonthWord(cell)) >= 0.7 ? 1 : 0;
    case 'day':
    case 'endDay':
      return between(cells, 0, 31) >= 0.9 ? 1 : 0;
    case 'time':
      return share(cells, (cell) => /^\d{1,2}[:.h]\d{2}/.test(cell)) >= 0.6 ? 1 : 0;
    case 'display':
    case 'other':
      return 1;
    case 'precision':
      return between(cells, 0, 14) >= 0.9 ? 1 : 0;
    case 'importance':
      return between(cells, 1, 3) === 1 ? 1 : 0;
    case 'id':
      return profile.distinct === profile.filled && column.fill >= 0.9 && meanLength <= 60 ? 1 : 0;
    case 'code':
      return share(cells, (cell) => /^\d{2,4}$/.test(cell)) >= 0.8 ? 1 : 0;
    case 'address':
      return addresses >= 0.6 ? 1 : 0;
    case 'title':
      return isText * (meanLength > 250 ? 0.5 : 1);
    case 'type':
      return isText && profile.distinct <= Math.max(12, profile.filled * 0.6) && meanLength <= 50 ? 1 : 0;
    case 'country':
      return column.profile.countryCodes >= 0.6 || column.countryNames >= 0.5
        ? 1
        : isText && meanLength <= 60
          ? 0.8
          : 0;
    case 'actor':
    case 'mediator':
    case 'initiator':
    case 'addressee':
      return isText && meanLength <= 150 ? 1 : 0;
    case 'place':
      return isText && meanLength <= 100 ? 1 : 0;
    case 'sourceName':
    case 'sourceTitle':
      return numbers + dates + addresses < 0.5 ? (isQuoted(cells) ? 0.5 : 1) : 0;
    case 'quote':
      return numbers + dates + addresses < 0.5 ? (isQuoted(cells) ? 1 : 0.9) : 0;
    case 'summary':
      return numbers + dates + addresses < 0.5 ? (meanLength < SHORT_TEXT ? 0.9 : 1) : 0;
  }
}

/** Shorter texts are rather called something than told. */
export const SHORT_TEXT = 60;

function isQuoted(cells: readonly string[]): boolean {
  return share(cells, (cell) => /^[«“„"'‘「]/u.test(cell)) >= 0.5;
}

function between(cells: readonly string[], least: number, most: number): number {
  return share(cells, (cell) => /^\d{1,2}$/.test(cell) && Number(cell) >= least && Number(cell) <= most);
}

/** A month's name alone: beside a year it reads as a date. */
export function isMonthWord(cell: string): boolean {
  return MONTH_WORDS.test(cell) && looksLikeDate(`1 ${cell} 2000`) === 'day';
}
