import { orderOf } from './civil-parts';
import type { Choices, CivilParts } from './civil-parts';

/**
 * Dates that stand side by side and share what one of them says: "22-24 Feb 2016", "February 22-24, 2016", "1914-18",
 * "200-150 BC". What the next one to the right has comes first. A part that none of them has stays missing.
 */
export function sharedOut(dates: readonly CivilParts[], within: Choices['within']): readonly CivilParts[] {
  const shared = [...dates];
  for (let at = shared.length - 2; at >= 0; at -= 1) {
    const [date, next] = [shared[at], shared[at + 1]];
    if (date !== undefined && next !== undefined) shared[at] = completed(date, next, 'right');
  }
  for (let at = 1; at < shared.length; at += 1) {
    const [before, date] = [shared[at - 1], shared[at]];
    if (date !== undefined && before !== undefined) shared[at] = completed(date, before, 'left');
  }
  return shared.map((date) => underHeading(date, within));
}

/** With the year of the heading above, where it has none; a bare number under a month is a day of it. */
export function underHeading(date: CivilParts, within: Choices['within']): CivilParts {
  if (within === undefined || date.year !== undefined) return date;
  const { year, month } = within;
  if (date.bare === undefined) return date.month === undefined ? date : { ...date, year };
  // "First" may begin a sentence.
  if (month === undefined || date.bare.digits > 2 || date.bare.digits === 0) return date;
  return { ...date, bare: undefined, year, month, day: date.bare.value };
}

function completed(date: CivilParts, other: CivilParts, side: 'left' | 'right'): CivilParts {
  const { bare } = date;
  if (bare !== undefined && other.day !== undefined && bare.digits <= 2)
    return { ...date, bare: undefined, day: bare.value, month: date.month ?? other.month, year: other.year };
  if (bare !== undefined && date.year === undefined) {
    const year = (other.month ?? 99) > 20 ? bareYear(bare, other, side) : undefined;
    return year === undefined ? date : { ...date, bare: undefined, year };
  }
  if (date.day !== undefined && date.month === undefined)
    return { ...date, month: other.month, year: date.year ?? other.year };
  return date.year === undefined ? { ...date, year: other.year } : date;
}

/** A number beside a year as a year: `18` of "1914-18", `200` of "200-150 BC", `44` of "44-51 AD". */
function bareYear(
  { value, digits }: NonNullable<CivilParts['bare']>,
  { year, bce }: CivilParts,
  side: 'left' | 'right',
): number | undefined {
  // "Third" is no year.
  if (year === undefined || digits === 0) return undefined;
  if (side === 'right') {
    if (bce === true) return value === 0 ? undefined : 1 - value;
    return bce === false ? value : undefined;
  }
  if (digits !== 2 || year < 1000) return undefined;
  const inCentury = Math.floor(year / 100) * 100 + value;
  return inCentury > year ? inCentury : undefined;
}

/** Whether one ends before the other begins, as far as both are known. */
export function isBefore(one: CivilParts, other: CivilParts): boolean {
  if (one.year !== other.year) return (one.year ?? 0) < (other.year ?? 0);
  if (one.month === undefined || other.month === undefined) return false;
  const day = one.day === undefined || other.day === undefined ? { day: undefined } : {};
  return orderOf({ ...one, ...day }) < orderOf({ ...other, ...day });
}
