import type { TableFindings } from '../../src/formats/table/findings';
import type { DateCounts, DateDecision } from '../../src/model/dates/reading/date-reading';

/** What reading a table found out, of which a test names only what it is about. */
export function findingsOf(parts: Partial<TableFindings>): TableFindings {
  return {
    records: 60,
    events: 60,
    undated: 3,
    dates: [],
    names: [],
    types: undefined,
    sources: { addresses: 0, rowsWith: 0 },
    titles: { distinct: 60, longest: 37, made: 0 },
    renamed: 0,
    merged: 0,
    passedOver: 0,
    years: { unit: 1, counts: [] },
    ...parts,
  };
}

/** A column in which 3/4/2016 stands, and nothing decides. */
export function decisionOf(counts: Partial<DateCounts>, parts: Partial<DateDecision> = {}): DateDecision {
  return {
    context: { languages: ['en'] },
    counts: {
      cells: 60,
      empty: 3,
      read: 57,
      unread: 0,
      dayFirst: 0,
      monthFirst: 0,
      either: 0,
      twoDigitYears: 0,
      ...counts,
    },
    order: 'asked',
    inRowOrder: { dayFirst: 12, monthFirst: 1, of: 12 },
    heaps: [],
    example: {
      text: '3/4/2016',
      alternatives: [
        { edtf: '2016-04-03', order: 'day-first' },
        { edtf: '2016-03-04', order: 'month-first' },
      ],
    },
    ...parts,
  };
}
