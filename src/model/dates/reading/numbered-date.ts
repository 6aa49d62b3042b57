import { NO_PARTS, yearOfTwo } from './civil-parts';
import type { Choices, CivilParts } from './civil-parts';
import type { DayOrder } from './date-reading';

/** A number of a date, with how many figures it is written. */
export interface Figure {
  readonly value: number;
  readonly digits: number;
}

type Reading = Partial<CivilParts> | undefined;

/**
 * A date of numbers alone, in the order they stand: year, month, day where the year is first; day and month in the
 * order chosen where it is last, and both could be either. Zeros are parts that aren't known.
 */
export function numberedDate(figures: readonly Figure[], sign: string, choices: Choices): CivilParts | undefined {
  const [first, second, third, more] = figures;
  if (first === undefined || second === undefined || more !== undefined) return undefined;
  const read =
    third !== undefined
      ? threeNumbers(first, second, third, choices)
      : (yearAndMonth(first, second, sign) ?? dayAndMonth(first, second, sign, choices));
  return read && { ...NO_PARTS, ...read };
}

/** `2016-02`, `2/2016`. Of `2016.5` nobody knows whether it is a number. */
function yearAndMonth(first: Figure, second: Figure, sign: string): Reading {
  if (sign === ' ') return undefined;
  const [year, month] = first.digits === 4 ? [first, second] : [second, first];
  if (year.digits !== 4 || month.digits > 2 || month.value > 12) return undefined;
  if (sign === '.' && month.digits !== 2) return undefined;
  return month.value === 0 ? { year: year.value } : { year: year.value, month: month.value };
}

/** `22/2`, of which what stands beside it, or above, may give the year. */
function dayAndMonth(first: Figure, second: Figure, sign: string, choices: Choices): Reading {
  if (first.digits > 2 || second.digits > 2 || (sign !== '/' && sign !== '.')) return undefined;
  if (first.value === 0 || second.value === 0) return undefined;
  const order = orderOfTwo(first.value, second.value, choices);
  if (order === undefined) return undefined;
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  return { day: day.value, month: month.value };
}

function threeNumbers(first: Figure, second: Figure, third: Figure, choices: Choices): Reading {
  if (second.digits > 2) return undefined;
  if (first.digits === 4 && third.digits <= 2) return withoutZeros(first.value, second.value, third.value);
  if (first.digits > 2 || (third.digits !== 4 && third.digits !== 2)) return undefined;
  // Days end at 31: `99/12/31` begins with its year.
  if (first.value > 31 && first.digits === 2 && third.digits === 2)
    return withoutZeros(yearOfTwo(first.value, choices), second.value, third.value);
  return yearLast(first.value, second.value, third, choices);
}

function yearLast(first: number, second: number, third: Figure, choices: Choices): Reading {
  const order = orderOfTwo(first, second, choices);
  if (order === undefined) return undefined;
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  return withoutZeros(third.digits === 2 ? yearOfTwo(third.value, choices) : third.value, month, day);
}

/** In which order two numbers are day and month; undefined for none. */
function orderOfTwo(first: number, second: number, { order, asked, only }: Choices): DayOrder | undefined {
  const [canBeDay, canBeMonth] = [first <= 31 && second <= 12, first <= 12 && second <= 31];
  if (!canBeDay && !canBeMonth) return undefined;
  if (canBeDay !== canBeMonth) {
    only.order = canBeDay ? 'day-first' : 'month-first';
    return only.order;
  }
  if (first !== second) asked.order = true;
  return order;
}

/** A day `00` leaves the month, a month `00` the year; a day of no month is none. */
function withoutZeros(year: number, month: number, day: number): Reading {
  // `00/00/0000` is how databases write that there is no date.
  if (year === 0 && month === 0) return undefined;
  if (month === 0) return day === 0 ? { year } : undefined;
  return day === 0 ? { year, month } : { year, month, day };
}
