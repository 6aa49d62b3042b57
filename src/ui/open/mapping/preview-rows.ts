import type { EventTable } from '../../../model/event-table';

/** Rows of a preview by what somebody wants to look at; every row stands under one head. */
export interface PreviewRows {
  readonly first: readonly number[];
  /** Dates that can be read two ways, while that is asked. */
  readonly toSettle: readonly number[];
  readonly undated: readonly number[];
}

/** O(n): of a sample. */
export function previewRows(table: EventTable, isAsked: boolean): PreviewRows {
  const first: number[] = [];
  const toSettle: number[] = [];
  for (let row = 0; row < table.datedSize; row += 1) {
    const isOpen = isAsked && isTwoWays(table.eventAt(row).date?.edtf ?? '');
    (isOpen ? toSettle : first).push(row);
  }
  const undated = Array.from({ length: table.size - table.datedSize }, (_, index) => table.datedSize + index);
  return { first, toSettle, undated };
}

const TWO_DAYS = /^\[(\d{4})-(\d\d)-(\d\d),(\d{4})-(\d\d)-(\d\d)\]/;

/**
 * Whether a date stands for two readings of one text: day and month the other way round, or another century. "23 or 24
 * February", which the text itself says, isn't.
 */
export function isTwoWays(edtf: string): boolean {
  const parts = TWO_DAYS.exec(edtf)?.slice(1);
  if (parts === undefined) return false;
  const [year = '', month, day, otherYear = '', otherMonth, otherDay] = parts;
  const isSwapped = month === otherDay && day === otherMonth;
  const isSame = month === otherMonth && day === otherDay;
  const isCentury = Math.abs(Number(year) - Number(otherYear)) === 100;
  return isSwapped ? year === otherYear || isCentury : isSame && isCentury;
}
