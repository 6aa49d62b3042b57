import { ownText } from '../../../base/utf8-strings';
import type { DateFault } from '../../../model/dates/date-forms';
import type { EventDate } from '../../../model/dates/event-date';
import { parseEventDate } from '../../../model/dates/parse-event-date';
import type { CsvDateFormat } from '../mapping';

/** A cell of a column of which somebody has said how its dates are written: read so, or not at all. */
export function readFixedDate(cell: string, format: CsvDateFormat): EventDate | DateFault {
  const edtf = edtfOfCell(cell, format);
  // A word of its own: what was read is remembered by it, long after this part of the file.
  return edtf === undefined ? { fault: 'expected.edtf' } : parseEventDate(ownText(edtf));
}

const ISO = /^(-?\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ].*)?$/;
const SLASHES = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\s.*)?$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})\d{0,6}$/;

/**
 * A cell as EDTF; undefined where it isn't written in the format. Whether the calendar has the day is for whoever reads
 * the EDTF to say.
 */
function edtfOfCell(cell: string, format: CsvDateFormat): string | undefined {
  switch (format) {
    case 'edtf':
      return cell;
    case 'iso':
      return ISO.exec(cell)?.[1];
    case 'M/D/YYYY':
      return dayOf(SLASHES.exec(cell), [3, 1, 2]);
    case 'D/M/YYYY':
      return dayOf(SLASHES.exec(cell), [3, 2, 1]);
    default:
      return dayOf(DIGITS.exec(cell), [1, 2, 3]);
  }
}

function dayOf(
  match: RegExpExecArray | null,
  [year, month, day]: readonly [number, number, number],
): string | undefined {
  if (match === null) return undefined;
  return `${match[year] ?? ''}-${(match[month] ?? '').padStart(2, '0')}-${(match[day] ?? '').padStart(2, '0')}`;
}
