import { memoByObject } from '../../base/memo';
import { valueAt } from '../../base/value-at';
import { DATE_FORMS } from '../../model/dates/event-date';
import type { EventTable } from '../../model/event-table';
import { DAY_MS } from '../../model/dates/instant';

/** What a row's date asks for: a day's mark, the mark of a month or year, or room for a range or bar. */
export const A_DAY = 0;
export const A_LONGER_DATE = 1;
const WIDE = 2;

const SINGLE = DATE_FORMS.indexOf('single');

/** A byte a row: A_DAY, A_LONGER_DATE or neither; worked out once a table. */
export const widthColumn = memoByObject(({ form, start, end, size }: EventTable): Uint8Array => {
  const widths = new Uint8Array(size);
  for (let row = 0; row < widths.length; row++) {
    widths[row] =
      form[row] !== SINGLE ? WIDE : valueAt(end, row) - valueAt(start, row) > DAY_MS ? A_LONGER_DATE : A_DAY;
  }
  return widths;
});
