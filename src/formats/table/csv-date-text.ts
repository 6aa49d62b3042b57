import type { CsvDateFormat } from './csv-mapping';

const ISO = /^(-?\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ].*)?$/;
const SLASHES = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\s.*)?$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})\d{0,6}$/;

/** A cell as EDTF; undefined where it isn't written in the format. Whether the calendar has the day is for whoever reads the EDTF to say. */
export function edtfOfCell(cell: string, format: CsvDateFormat): string | undefined {
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
