/** What records' dates come to together, so that nobody has to run through all of them to say so. */
export interface DateTally {
  /** So many records more have a date from `start` up to `end`, ms; NaN is none. `year` is that of its start. O(1). */
  readonly add: (start: number, end: number, year: number, records: number) => void;
  readonly counts: () => DateTallyCounts;
}

export interface DateTallyCounts {
  readonly undated: number;
  /** Dated records by the year in which they begin, in no order. */
  readonly byYear: ReadonlyMap<number, number>;
  /** The latest end, ms, and how many records end there; `-Infinity` and 0 where no record has a date. */
  readonly lastEnd: { readonly at: number; readonly records: number };
}

/** No records yet. */
export function makeDateTally(): DateTally {
  const byYear = new Map<number, number>();
  let undated = 0;
  let lastEnd = { at: -Infinity, records: 0 };
  return {
    add: (start, end, year, records) => {
      if (Number.isNaN(start)) {
        undated += records;
        return;
      }
      byYear.set(year, (byYear.get(year) ?? 0) + records);
      if (end > lastEnd.at) lastEnd = { at: end, records: 0 };
      if (end === lastEnd.at) lastEnd.records += records;
    },
    counts: () => ({ undated, byYear, lastEnd }),
  };
}
