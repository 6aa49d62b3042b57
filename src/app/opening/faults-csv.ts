import type { Translate } from '../../base/translate';
import { withoutIsolates } from '../../base/translate';
import type { Rejection } from '../../model/rejection';

/** A spreadsheet would take what begins so for a formula, or a command (OWASP, CSV injection). */
const FORMULA = /^[\s]*[=+\-@\t\r]/;

/**
 * What became of the rows that couldn't be used as they are, as CSV (RFC 4180, with the mark of UTF-8 that spreadsheets
 * want): line, column, record, found, expected, what became of it.
 */
export function faultsCsv(rejections: readonly Rejection[], t: Translate): string {
  const head = (['line', 'column', 'record', 'found', 'expected', 'effect'] as const).map((name) =>
    t(`open.csv.${name}`),
  );
  const rows = rejections.map(({ where, field, record = '', found, expected, effect }) => [
    lineOf(where),
    field,
    record,
    found,
    expected,
    t(`open.effect.${effect}`),
  ]);
  return `\uFEFF${[head, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`;
}

/** `12` of `line 12, column 5`; a place in JSON as it is. */
function lineOf(where: string): string {
  return /^line (\d+)/.exec(where)?.[1] ?? where;
}

/** Quoted where it must be; an apostrophe keeps a spreadsheet from running it. */
export function csvCell(text: string): string {
  const plain = withoutIsolates(text);
  const guarded = FORMULA.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
