import { MOST_HEAD_RECORDS } from '../../record-source';
import type { RecordHead, RecordSource } from '../../record-source';
import { uniqueHeaders } from './column-headers';
import type { LaidOutSource } from './laid-out-source';

/** A table whose headers stand down its side has few rows; further ones are no fields of anything. */
export const MOST_SIDE_HEADERS = 200;

/**
 * A table turned about its corner: each row is a column under the name in its first cell, and each column from the second
 * on a record, whose line is its number. All of it is held in memory, at most MOST_SIDE_HEADERS rows.
 */
export function turned(source: RecordSource, head: RecordHead): LaidOutSource {
  const rows = head.records.slice(0, MOST_SIDE_HEADERS).map(({ cells }) => cells);
  const records = recordsOf(rows);
  return {
    ...source,
    headers: uniqueHeaders(rows.map(([header = '']) => header)),
    head: () => ({
      ...head,
      records: records.slice(0, MOST_HEAD_RECORDS),
      isWhole: head.isWhole && records.length <= MOST_HEAD_RECORDS,
      count: head.isWhole ? records.length : undefined,
    }),
    read: async (take, turn) => {
      const all: (readonly string[])[] = [];
      const problem = await source.read((cells) => {
        if (all.length < MOST_SIDE_HEADERS) all.push(cells);
      }, turn);
      for (const { cells, line } of recordsOf(all)) take(cells, line);
      return problem;
    },
  };
}

function recordsOf(rows: readonly (readonly string[])[]): RecordHead['records'] {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  return Array.from({ length: Math.max(width - 1, 0) }, (_, at) => ({
    cells: rows.map((row) => row[at + 1] ?? ''),
    line: at + 2,
  })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}
