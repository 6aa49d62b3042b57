import type { Steps } from '../../base/steps';
import type { WholeDataset } from '../../model/dataset';
import { guardedCell } from '../table/guarded-cells';
import type { WriteOptions, WriterHead } from '../writer';
import { TABLE_LEAVES_OUT, eventColumns, heldByTable } from './event-rows';
import { makeWriter } from './make-writer';

/** A table of events as comma-separated values. */
export function csvWriter(head: WriterHead) {
  return makeWriter(head, { held: heldByTable, leavesOut: TABLE_LEAVES_OUT, write: csvSteps });
}

const ROWS_A_STEP = 256;

/**
 * RFC 4180 with the mark of UTF-8 that spreadsheets want: a record an event, each ended by CR LF. What a spreadsheet
 * would run, or make a day of, has an apostrophe before it, unless `isRaw` says otherwise; our own reader takes it off.
 */
function* csvSteps(dataset: WholeDataset, { t, isRaw = false }: WriteOptions): Steps<string> {
  const held = heldByTable(dataset);
  const columns = eventColumns(held, t);
  const guard = isRaw ? (text: string): string => text : guardedCell;
  const line = (cells: readonly string[]): string => `${cells.map((text) => quoted(guard(text))).join(',')}\r\n`;
  const texts = ['\uFEFF', line(columns.map(({ header }) => header))];
  const { events } = held;
  for (let from = 0; from < events.length; from += ROWS_A_STEP) {
    yield from / events.length;
    for (const event of events.slice(from, from + ROWS_A_STEP))
      texts.push(line(columns.map(({ cell }) => cell(event))));
  }
  return texts.join('');
}

function quoted(text: string): string {
  // Blanks at an end are seen, and a line end or comma is no part of the table.
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
