import { makeDateColumn } from '../../../model/dates/reading/date-column';
import type { DateReading, DayOrder } from '../../../model/dates/reading/date-reading';
import type { LineReader } from './line-reader';
import type { TextBlock } from './text-blocks';

/** What all dates of a text together decide about those that can be read more than one way. */
export interface DateDecided {
  readonly order: DayOrder | undefined;
  /** The last year that two figures may stand for. */
  readonly lastYear: number | undefined;
}

/** What one text says for the order of all: counted once for each text. */
interface Cell {
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly isCut: boolean;
}

/** Dates of figures, and years of two. */
const OF_FIGURES = /\d[./-]\d{1,2}(?:[./-]|$)|(?<!\d)\d\d(?:\D*$)/;

/**
 * Decides for a whole text. What a text of a date speaks for is remembered, so that one more date in many costs what one
 * costs.
 */
export function makeDateDecider(languages: readonly string[]): {
  readonly decide: (blocks: readonly TextBlock[], asOf: string | undefined) => DateDecided;
} {
  const known = new Map<string, Cell>();
  const cellOf = (text: string): Cell => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const column = makeDateColumn({ languages });
    column.add(text);
    const { counts } = column.decide(undefined);
    const cell = { dayFirst: counts.dayFirst, monthFirst: counts.monthFirst, isCut: counts.twoDigitYears > 0 };
    known.set(text, cell);
    return cell;
  };
  return {
    decide: (blocks, asOf) => {
      let dayFirst = 0;
      let monthFirst = 0;
      const cut = new Set<string>();
      for (const { dateText, date } of blocks) {
        if (dateText === undefined || date === undefined || !OF_FIGURES.test(dateText)) continue;
        const cell = cellOf(dateText);
        dayFirst += cell.dayFirst;
        monthFirst += cell.monthFirst;
        if (cell.isCut) cut.add(dateText);
      }
      const isOneSided = dayFirst > 0 !== monthFirst > 0;
      return {
        order: isOneSided ? (dayFirst > 0 ? 'day-first' : 'month-first') : undefined,
        lastYear: cut.size === 0 || asOf === undefined ? undefined : lastYearOf(cut, asOf, languages),
      };
    },
  };
}

function lastYearOf(texts: ReadonlySet<string>, asOf: string, languages: readonly string[]): number | undefined {
  const column = makeDateColumn({ languages });
  for (const text of texts) column.add(text);
  return column.decide(Number.parseInt(asOf, 10)).context.lastYear;
}

/** A date of a block as all dates together let it be read. */
export function decidedDate(
  { date, dateText, heading }: TextBlock,
  { order, lastYear }: DateDecided,
  reader: LineReader,
): DateReading | undefined {
  if (date === undefined || dateText === undefined) return date;
  if (order === undefined && lastYear === undefined) return date;
  const isOpen = date.sure === 'two-ways' || date.notes.some(({ about }) => about === 'century');
  return isOpen ? reader.date(dateText, { order, lastYear, within: heading }) : date;
}
