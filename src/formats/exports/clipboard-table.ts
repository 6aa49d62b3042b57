import { escapeMarkup } from '../../base/escape-markup';
import type { Steps } from '../../base/steps';
import type { Translate } from '../../base/translate';
import type { WholeDataset } from '../../model/dataset';
import { guardedCell } from '../table/guarded-cells';
import { eventColumns, heldByTable } from './event-rows';

const ROWS_A_STEP = 256;

/** The table of the events as the clipboard takes it, for whatever it is pasted into: a spreadsheet, a page, a letter. */
export interface ClipboardTable {
  /** Cells parted by tabs, records by line ends; what a spreadsheet would run has an apostrophe before it. */
  readonly text: string;
  readonly html: string;
}

/** Both of it, in slices. */
export function* clipboardTable(dataset: WholeDataset, t: Translate): Steps<ClipboardTable> {
  const held = heldByTable(dataset);
  const columns = eventColumns(held, t);
  const heads = columns.map(({ header }) => header);
  const lines = [heads.map(tabbed).join('\t')];
  const rows = [`<tr>${heads.map((head) => `<th>${escapeMarkup(head)}</th>`).join('')}</tr>`];
  for (const [index, event] of held.events.entries()) {
    if (index % ROWS_A_STEP === 0) yield index / held.events.length;
    const cells = columns.map(({ cell }) => guardedCell(cell(event)));
    lines.push(cells.map(tabbed).join('\t'));
    rows.push(`<tr>${cells.map((text) => `<td>${markup(text)}</td>`).join('')}</tr>`);
  }
  return { text: `${lines.join('\r\n')}\r\n`, html: `<table>${rows.join('')}</table>` };
}

function tabbed(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function markup(text: string): string {
  return escapeMarkup(text).replaceAll(/\r\n|\r|\n/g, '<br>');
}
