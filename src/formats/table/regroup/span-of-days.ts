/** Which of two cells of a column of dates is earlier (negative: the first); undefined where one of them can't be told. */
export type CompareDates = (a: string, b: string) => number | undefined;

export interface SpanColumns {
  /** With the first day, and with the last where a record has one of its own, else the same. */
  readonly first: string;
  readonly last: string;
  /** What the added column with the last day is called. */
  readonly added: string;
  readonly compare: CompareDates;
}

/** The first and the last day of records that become one. */
export interface Span {
  readonly widen: (cells: readonly string[]) => void;
  /** A record with the first day in its column and the last behind all others, empty where there is only one day. */
  readonly close: (cells: readonly string[]) => readonly string[];
}

/** No day yet. A cell that can't be compared leaves the span as it is, unless it is the first. */
export function makeSpan(headers: readonly string[], { first, last, compare }: SpanColumns): Span {
  const firstPlace = headers.indexOf(first);
  const lastPlace = headers.indexOf(last);
  let firstDay = '';
  let lastDay = '';
  return {
    widen: (cells) => {
      const begun = cells[firstPlace]?.trim() ?? '';
      const ended = cells[lastPlace]?.trim() ?? '';
      const latest = ended === '' ? begun : ended;
      if (begun !== '' && (firstDay === '' || isBefore(compare, begun, firstDay))) firstDay = begun;
      if (latest !== '' && (lastDay === '' || isBefore(compare, lastDay, latest))) lastDay = latest;
    },
    close: (cells) => {
      const out = [...cells];
      if (firstDay !== '') out[firstPlace] = firstDay;
      out.push(lastDay === firstDay ? '' : lastDay);
      return out;
    },
  };
}

function isBefore(compare: CompareDates, a: string, b: string): boolean {
  const difference = compare(a, b);
  return difference !== undefined && difference < 0;
}
