import { numberInWords, serialInWords, shown } from './cell-words';
import type { CellWords } from './cell-words';
import { GENERAL, isDateFormat } from './number-format';
import type { NumberFormat } from './number-format';
import type { OdsStyles } from './ods-styles';
import { makeOdsText } from './ods-texts';
import type { XmlListener } from './read-xml';
import { makeRowMaker } from './row-maker';
import type { RowMaker } from './row-maker';
import { SHEET_LIMITS } from './sheet-limits';
import { noCounts } from './workbook';
import type { CellCounts, TakeRow } from './workbook';

export interface OdsRows {
  readonly listener: XmlListener;
  readonly counts: CellCounts;
  /** Whether nothing more is wanted, or the table has ended. */
  readonly isOver: () => boolean;
  readonly hasEnded: () => boolean;
  readonly excess: RowMaker['excess'];
}

type Attributes = Readonly<Record<string, string>>;

/** A date of which nobody says what the cell shows. */
const ALL_OF_IT: NumberFormat = { ...GENERAL, hasYear: true, hasMonth: true, hasDay: true, hasTime: true };

/**
 * Listens to one table, beginning with its own element, and hands over its rows. Cells and rows may say that they are
 * repeated: what is empty then takes no room, and what isn't is counted.
 */
export function makeOdsRows(styles: OdsStyles, take: TakeRow): OdsRows {
  const rows = makeRowMaker(take);
  const counts = noCounts();
  const words = makeOdsText();
  const columnStyles = makeColumnStyles();
  let depth = 0;
  let isOver = false;
  let hasEnded = false;
  let line = 1;
  let rowTimes = 1;
  let rowStyle: string | undefined;
  let column = 0;
  let cell: Attributes | undefined;
  let isCovered = false;
  const endCell = (attributes: Attributes): void => {
    const times = repeated(attributes['table:number-columns-repeated']);
    const style = attributes['table:style-name'] ?? rowStyle ?? columnStyles.at(column);
    const isError = attributes['calcext:value-type'] === 'error';
    if (isError) counts.errors += 1;
    const format = styles.formatOf(style);
    const { text, unseen } = isCovered || isError ? { text: '' } : valueInWords(attributes, words.text(), format);
    if (unseen === 'year') counts.unseenYears += 1;
    if (unseen === 'day') counts.unseenDays += 1;
    const formula = attributes['table:formula'];
    if (formula !== undefined && text === '' && attributes['office:value-type'] === undefined) counts.withoutValue += 1;
    const about = {
      isDate: attributes['office:value-type'] === 'date',
      link: isCovered ? undefined : (words.link() ?? linkInFormula(formula)),
    };
    if (text !== '' || about.link !== undefined) {
      for (let at = column; at < column + times && rows.excess() === undefined; at++) rows.put(at, text, about);
    }
    column += times;
  };
  const openInTable = (name: string, attributes: Attributes): void => {
    if (name === 'table-row') {
      rowTimes = repeated(attributes['table:number-rows-repeated']);
      rowStyle = attributes['table:default-cell-style-name'];
      column = 0;
      rows.begin(line);
    } else if (name === 'table-column')
      columnStyles.add(
        repeated(attributes['table:number-columns-repeated']),
        attributes['table:default-cell-style-name'],
      );
    else if (name === 'table-cell' || name === 'covered-table-cell') {
      cell = attributes;
      isCovered = name === 'covered-table-cell';
      words.begin();
    } else if (name === 'table') depth += 1;
  };
  /** A table in a cell is none of this one. */
  let inCell = 0;
  return {
    counts,
    isOver: () => isOver || hasEnded,
    hasEnded: () => hasEnded,
    excess: rows.excess,
    listener: {
      open: (name, attributes) => {
        if (isOver || hasEnded) return;
        if (cell !== undefined) {
          inCell += 1;
          words.open(name, attributes);
        } else openInTable(name, attributes);
      },
      close: (name) => {
        if (isOver || hasEnded) return;
        if (inCell > 0) {
          inCell -= 1;
          words.close(name);
        } else if (cell !== undefined) {
          endCell(cell);
          cell = undefined;
        } else if (name === 'table-row') {
          isOver = !rows.end(rowTimes) || isOver;
          line += rowTimes;
        } else if (name === 'table') {
          depth -= 1;
          hasEnded = depth === 0;
        }
      },
      text: words.add,
    },
  };
}

/** How often; once where it says nothing, or nonsense. */
function repeated(times: string | undefined): number {
  const number = Number(times ?? 1);
  return Number.isInteger(number) && number > 0 ? Math.min(number, SHEET_LIMITS.rows + 1) : 1;
}

/** Styles of cells that have none of their own, by their column. */
function makeColumnStyles() {
  const runs: { readonly end: number; readonly style: string | undefined }[] = [];
  return {
    add: (times: number, style: string | undefined) => void runs.push({ end: (runs.at(-1)?.end ?? 0) + times, style }),
    at: (column: number): string | undefined => runs.find(({ end }) => column < end)?.style,
  };
}

/** By the type that the cell says (Open Document Format 1.3, part 3, section 19.389). */
function valueInWords(attributes: Attributes, text: string, format: NumberFormat | undefined): CellWords {
  const value = attributes['office:value'] ?? '';
  switch (attributes['office:value-type']) {
    case 'date':
      return dateInWords(attributes['office:date-value'] ?? '', text, format);
    case 'time':
      return timeInWords(attributes['office:time-value'] ?? '', text, format);
    case 'percentage':
      return numberInWords(value, { ...GENERAL, isPercent: true }, 'plain');
    case 'float':
    case 'currency':
      return numberInWords(value, format === undefined || isDateFormat(format) ? GENERAL : format, 'plain');
    case 'boolean':
      return { text: attributes['office:boolean-value'] === 'true' ? 'TRUE' : 'FALSE' };
    default:
      return { text: attributes['office:string-value'] ?? text };
  }
}

function dateInWords(value: string, text: string, format = ALL_OF_IT): CellWords {
  const [, date, time = ''] = /^(-?\d{4,}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?))?/.exec(value) ?? [];
  if (date === undefined) return { text: text === '' ? value : text };
  const seen = isDateFormat(format) ? format : ALL_OF_IT;
  const hour = /^00:00(?::00)?$/.test(time) ? '' : time.length > 5 ? time.replace(/:00$/, '') : time;
  return shown(date, seen.hasTime ? hour : '', seen);
}

/** `PT14H30M00S`. */
function timeInWords(value: string, text: string, format: NumberFormat | undefined): CellWords {
  const [, hours, minutes = '0', seconds = '0'] = /^PT(\d+)H(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/.exec(value) ?? [];
  if (hours === undefined) return { text };
  const days = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  const isElapsed = format?.isElapsed === true || Number(hours) >= 24;
  return serialInWords(days, { ...GENERAL, hasTime: true, isElapsed }, '1900') ?? { text };
}

function linkInFormula(formula: string | undefined): string | undefined {
  return /HYPERLINK\(\s*"(https?:\/\/[^"]+)"/i.exec(formula ?? '')?.[1];
}
