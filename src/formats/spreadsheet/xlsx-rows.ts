import { GENERAL, isDateFormat } from './number-format';
import { numberInWords, shown } from './cell-words';
import type { CellWords, DayEra } from './cell-words';
import type { XmlListener } from './read-xml';
import { makeRowMaker } from './row-maker';
import type { RowMaker } from './row-maker';
import { noCounts } from './workbook';
import type { CellCounts, TakeRow } from './workbook';
import type { CellFormats } from './xlsx-styles';
import { makeTextRun, withoutEscapes } from './xlsx-texts';

/** What cells refer to. */
export interface XlsxContext {
  readonly texts: readonly string[];
  readonly formats: CellFormats;
  readonly era: DayEra;
}

export interface XlsxRows {
  readonly listener: XmlListener;
  readonly counts: CellCounts;
  /** Whether nothing more is wanted. */
  readonly isOver: () => boolean;
  readonly excess: RowMaker['excess'];
}

/** Listens to a sheet's XML and hands over its rows. */
export function makeXlsxRows(context: XlsxContext, take: TakeRow): XlsxRows {
  const rows = makeRowMaker(take);
  const counts = noCounts();
  const run = makeTextRun();
  let isOver = false;
  let line = 0;
  let column = -1;
  let type = 'n';
  let style = 0;
  let value = '';
  let formula = '';
  let hasFormula = false;
  let inside: 'v' | 'f' | undefined;
  const beginCell = (attributes: Readonly<Record<string, string>>): void => {
    const said = columnOf(attributes['r'] ?? '');
    column = said ?? column + 1;
    type = attributes['t'] ?? 'n';
    style = Number(attributes['s'] ?? 0);
    value = '';
    formula = '';
    hasFormula = false;
    run.begin();
  };
  const endCell = (): void => {
    if (hasFormula && value === '' && type !== 'str') counts.withoutValue += 1;
    const format = context.formats[style] ?? GENERAL;
    const { text, unseen } = type === 'inlineStr' ? { text: run.text() } : valueInWords(type, value, format, context);
    if (type === 'e') counts.errors += 1;
    if (unseen === 'year') counts.unseenYears += 1;
    if (unseen === 'day') counts.unseenDays += 1;
    rows.put(column, text, {
      isDate: (type === 'n' || type === 'd') && text !== '' && isDateFormat(format),
      link: linkInFormula(formula),
    });
  };
  return {
    counts,
    isOver: () => isOver,
    excess: rows.excess,
    listener: {
      open: (name, attributes) => {
        if (isOver) return;
        if (name === 'c') beginCell(attributes);
        else if (name === 'v') inside = 'v';
        else if (name === 'f') {
          inside = 'f';
          hasFormula = true;
        } else if (name === 'row') {
          line = Number(attributes['r'] ?? line + 1);
          column = -1;
          rows.begin(line);
        } else run.open(name);
      },
      close: (name) => {
        if (isOver) return;
        if (name === 'c') endCell();
        else if (name === 'v' || name === 'f') inside = undefined;
        else if (name === 'row') isOver = !rows.end() || isOver;
        else run.close(name);
      },
      text: (words) => {
        if (inside === 'v') value += words;
        else if (inside === 'f') formula += words;
        else run.add(words);
      },
    },
  };
}

/** By the cell's type (ECMA-376, part 1, section 18.18.11). */
function valueInWords(type: string, value: string, format: CellFormats[number], context: XlsxContext): CellWords {
  switch (type) {
    case 's':
      return { text: context.texts[Number(value)] ?? '' };
    case 'b':
      return { text: value === '1' || value === 'true' ? 'TRUE' : value === '' ? '' : 'FALSE' };
    case 'e':
      return { text: '' };
    case 'str':
      return { text: withoutEscapes(value) };
    case 'd':
      return dateInWords(value, format);
    default:
      return value === '' ? { text: '' } : numberInWords(value, format, context.era);
  }
}

/** A cell that holds a date in ISO 8601, as the strict form of the format writes them. */
function dateInWords(value: string, format: CellFormats[number]): CellWords {
  const [, date, time = ''] = /^(-?\d{4,}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?))?/.exec(value) ?? [];
  if (date === undefined) return { text: value };
  const hour = /^00:00(?::00)?$/.test(time) ? '' : time.length > 5 ? time.replace(/:00$/, '') : time;
  return isDateFormat(format)
    ? shown(date, format.hasTime ? hour : '', format)
    : { text: hour === '' ? date : `${date}T${hour}` };
}

/** `D7` is 3; undefined where there is no such name. */
export function columnOf(reference: string): number | undefined {
  let column = 0;
  let at = 0;
  for (; at < reference.length && at < 6; at++) {
    const letter = reference.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + (letter - 64);
  }
  return at === 0 ? undefined : column - 1;
}

/** Google's and many other programs' sheets link by a formula. */
function linkInFormula(formula: string): string | undefined {
  return /^\s*HYPERLINK\(\s*"(https?:\/\/[^"]+)"/i.exec(formula)?.[1];
}
