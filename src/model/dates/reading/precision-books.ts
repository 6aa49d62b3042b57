import { edtfOfParts, edtfYear, isCivilDate, NO_PARTS } from './civil-parts';
import type { CivilParts } from './civil-parts';
import type { PrecisionBook } from './date-reading';
import { neighbouringDate } from './neighbouring-date';

/** How much of a day is known. `near` is within three days of it. */
type Known =
  | 'day'
  | 'about-day'
  | 'near'
  | 'month'
  | 'about-month'
  | 'year'
  | 'perhaps-year'
  | 'decade'
  | 'century'
  | 'millennium';

/** Half a week. */
const DAYS_NEAR = 3;

/** What each code says of the date beside it. */
const BOOKS: Readonly<Record<PrecisionBook, Readonly<Record<string, Known>>>> = {
  ucdp: {
    1: 'day',
    2: 'about-day',
    3: 'near',
    4: 'month',
    5: 'about-month',
    6: 'year',
    7: 'perhaps-year',
  },
  acled: { 1: 'day', 2: 'near', 3: 'month' },
  wikidata: {
    6: 'millennium',
    7: 'century',
    8: 'decade',
    9: 'year',
    10: 'month',
    11: 'day',
    12: 'day',
    13: 'day',
    14: 'day',
  },
};

/**
 * A day as exact as a code book says, so that a day that was only assigned isn't taken for known: `2016-02-24` of UCDP's
 * code 4 is `2016-02`. The books: UCDP/PRIO Armed Conflict Dataset, start_prec 1-7 (3, a week, is any day within three);
 * ACLED, time_precision 1-3 (2, a week, is the middle of it); Wikidata, precision 6-14 of its time values. Dates that
 * aren't plain, or are coarser already, stay; undefined where the book hasn't got the code.
 */
export function withPrecision(edtf: string, book: PrecisionBook, code: string): string | undefined {
  const known = BOOKS[book][code.trim().replace(/\.0+$/, '')];
  if (known === undefined) return undefined;
  const [, year, month, day] = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(edtf) ?? [];
  if (year === undefined) return edtf;
  const parts: CivilParts = {
    ...NO_PARTS,
    year: Number(year),
    month: month === undefined ? undefined : Number(month),
    day: day === undefined ? undefined : Number(day),
  };
  return asKnown(edtf, parts, known);
}

function asKnown(edtf: string, parts: CivilParts, known: Known): string {
  const { year = 0, day } = parts;
  const month = { ...parts, day: undefined };
  const wholeYear = { ...month, month: undefined };
  switch (known) {
    case 'day':
      return edtf;
    case 'about-day':
      return day === undefined ? edtf : `${edtf}~`;
    case 'near':
      return day === undefined ? edtf : around(parts, edtf);
    case 'month':
      return edtfOfParts(month);
    case 'about-month':
      return parts.month === undefined ? edtf : `${edtfOfParts(month)}~`;
    case 'year':
      return edtfOfParts(wholeYear);
    case 'perhaps-year':
      return `${edtfOfParts(wholeYear)}?`;
    case 'decade':
      return masked(Math.trunc(year / 10) * 10, year, 1);
    case 'century':
      return masked(Math.trunc((year - (year > 0 ? 1 : 0)) / 100) * 100, year, 2);
    case 'millennium':
      return masked(Math.trunc((year - (year > 0 ? 1 : 0)) / 1000) * 1000, year, 3);
  }
}

/** Of the years about the turn of the eras nothing can be masked: they stay. */
function masked(first: number, year: number, figures: 1 | 2 | 3): string {
  if (first === 0 && year <= 0) return edtfYear(year);
  return edtfOfParts({ ...NO_PARTS, year: first, masked: figures });
}

/** At the end of what four figures of a year hold there is nothing around. */
function around(parts: CivilParts, edtf: string): string {
  const [first, last] = [daysAway(parts, -DAYS_NEAR), daysAway(parts, DAYS_NEAR)];
  return isCivilDate(first) && isCivilDate(last) ? `[${edtfOfParts(first)}..${edtfOfParts(last)}]` : edtf;
}

function daysAway(parts: CivilParts, days: number): CivilParts {
  let at = parts;
  for (let step = 0; step < Math.abs(days); step += 1) at = neighbouringDate(at, days < 0 ? -1 : 1);
  return at;
}
