import { NO_PARTS, yearOfTwo } from './civil-parts';
import type { Choices, CivilParts } from './civil-parts';
import type { NumberToken } from './date-tokens';
import type { FoundDate } from './found-date';
import { numberedDate } from './numbered-date';

/**
 * What the numbers of a date are: day, year, or number of a quarter or century, by what stands beside them and how they
 * are written. Undefined where they are none of that.
 */
export function partsOf(found: FoundDate, choices: Choices): CivilParts | undefined {
  const { roles, numbers, season, month } = found;
  const bce = roles.has('bce') ? true : roles.has('ce') ? false : undefined;
  const isUnit = roles.has('century') || roles.has('quarter') || roles.has('half');
  // Nothing of what stands there may be passed over.
  if (month !== undefined && (season !== undefined || isUnit)) return undefined;
  if (isUnit && season !== undefined) return undefined;
  if (roles.has('century')) return centuryParts(numbers, bce);
  if (roles.has('quarter') || roles.has('half'))
    return partOfYear(numbers, roles.has('quarter') ? 'quarter' : 'half', bce);
  const decade = decadeParts(found, choices);
  if (decade !== undefined) return decade;
  const parts =
    month !== undefined
      ? namedMonth(found, month, choices)
      : season !== undefined
        ? seasonParts(numbers, season, choices)
        : numbersOnly(found, bce, choices);
  return parts && withEra(parts, bce);
}

/** 200 BC is the year -199 of astronomers. */
function withEra(parts: CivilParts, bce: boolean | undefined): CivilParts | undefined {
  if (bce === undefined) return parts;
  const { year } = parts;
  if (year === undefined) return { ...parts, bce };
  return year === 0 ? undefined : { ...parts, bce, year: bce ? 1 - year : year };
}

function centuryParts(numbers: readonly NumberToken[], bce: boolean | undefined): CivilParts | undefined {
  const [number, ...more] = numbers;
  if (number === undefined || more.length > 0 || number.value < 1 || number.value > 40) return undefined;
  if (bce !== true) return { ...NO_PARTS, year: (number.value - 1) * 100, masked: 2, bce };
  // Of the first before ours the masked figures can't have a sign.
  return number.value === 1 ? undefined : { ...NO_PARTS, year: -(number.value - 1) * 100, masked: 2, bce };
}

function partOfYear(
  numbers: readonly NumberToken[],
  unit: 'quarter' | 'half',
  bce: boolean | undefined,
): CivilParts | undefined {
  const [one, two, three] = numbers;
  if (one === undefined || two === undefined || three !== undefined || bce === true) return undefined;
  const [part, year] = one.digits === 4 ? [two, one] : [one, two];
  const most = unit === 'quarter' ? 4 : 2;
  if (year.digits !== 4 || part.digits > 2 || part.value < 1 || part.value > most) return undefined;
  return { ...NO_PARTS, year: year.value, month: (unit === 'quarter' ? 32 : 39) + part.value };
}

/** "1990s", "1900s" (which may be a hundred years), "'90s". */
function decadeParts({ numbers, roles, month, season }: FoundDate, choices: Choices): CivilParts | undefined {
  const [number, ...more] = numbers;
  if (number === undefined || more.length > 0 || month !== undefined || season !== undefined) return undefined;
  const isDecade = number.isDecade || roles.has('decade') || (roles.has('years') && number.digits === 4);
  if (!isDecade || number.value % 10 !== 0 || roles.has('bce')) return undefined;
  if (number.digits === 4)
    return { ...NO_PARTS, year: number.value, masked: number.value % 100 === 0 && !roles.has('decade') ? 2 : 1 };
  return number.digits === 2 ? { ...NO_PARTS, year: yearOfTwo(number.value, choices), masked: 1 } : undefined;
}

function seasonParts(numbers: readonly NumberToken[], season: number, choices: Choices): CivilParts | undefined {
  const [number, ...more] = numbers;
  if (more.length > 0) return undefined;
  if (number === undefined) return { ...NO_PARTS, month: season };
  const year = number.isCut ? yearOfTwo(number.value, choices) : number.value;
  return number.digits === 4 || number.isCut ? { ...NO_PARTS, year, month: season } : undefined;
}

/** Beside the name of a month: "22 February 2016", "Feb 22, 2016", "11-Mar-15", "Jan-14", "January 2014". */
function namedMonth(found: FoundDate, month: number, choices: Choices): CivilParts | undefined {
  const { numbers } = found;
  const [one, two, three] = numbers;
  const base = { ...NO_PARTS, month };
  if (three !== undefined) return undefined;
  if (one === undefined) return base;
  if (two === undefined) return oneNumber(found, base, one, choices);
  const day = isYearBefore(one, two) ? two : one;
  const year = day === one ? two : one;
  if (day.digits > 2 || day.value > 31 || day.isCut || year.isOrdinal || !isYearPlace(found, year, day))
    return undefined;
  const parts = { ...base, year: yearOf(year, found, choices), day: day.value };
  if (parts.year === undefined) return undefined;
  return day.value === 0 ? { ...parts, day: undefined } : parts;
}

/** Whether the first of two numbers is the year: "2016 Feb 22", "99-Mar-11". */
function isYearBefore(one: NumberToken, two: NumberToken): boolean {
  return one.digits > 2 || one.isCut || (one.value > 31 && two.digits <= 2);
}

/** A year of two figures stands after the month ("11-Mar-15", "Mar 11, '15"); "22-24 Feb" are days. */
function isYearPlace({ monthAt, signs, roles }: FoundDate, year: NumberToken, day: NumberToken): boolean {
  if (year.digits > 2 || year.isCut || roles.has('bce') || roles.has('ce')) return true;
  if (monthAt === 1) return true;
  return monthAt === 0 && signs[0] === ',' && !day.isDecade;
}

function oneNumber(found: FoundDate, base: CivilParts, number: NumberToken, choices: Choices): CivilParts | undefined {
  if (number.digits > 2 || number.isCut || number.value > 31)
    return number.isOrdinal ? undefined : { ...base, year: yearOf(number, found, choices) };
  // "5 March 33 BC" has two; "March 44 BC" is a year, and so is "March AD 33".
  if (found.roles.has('bce') || found.roles.has('ce'))
    return number.isOrdinal ? undefined : { ...base, year: number.value };
  // Spreadsheets write January 2014 as `Jan-14`.
  if (found.monthAt === 0 && found.afterMonth === '-' && !number.isOrdinal && choices.within === undefined)
    return { ...base, year: yearOf(number, found, choices), bare: { value: number.value, digits: number.digits } };
  return { ...base, day: number.value };
}

/** Beside an era two figures are all that the year has. */
function yearOf(number: NumberToken, { roles }: FoundDate, choices: Choices): number | undefined {
  if (roles.has('bce') || roles.has('ce')) return number.digits <= 4 ? number.value : undefined;
  if (number.digits === 2) return yearOfTwo(number.value, choices);
  return number.digits === 3 || number.digits === 4 ? number.value : undefined;
}

function numbersOnly(found: FoundDate, bce: boolean | undefined, choices: Choices): CivilParts | undefined {
  const { numbers, signs } = found;
  const [one, two] = numbers;
  if (one === undefined) return undefined;
  if (two === undefined) return yearOnly(one, bce, choices);
  const [sign = ' '] = signs;
  // The end of "February 22-24, 2016".
  if (numbers.length === 2 && one.digits <= 2 && two.digits === 4 && one.value <= 31 && (sign === ',' || sign === ' '))
    return { ...NO_PARTS, day: one.value, year: two.value };
  if (bce !== undefined || signs.some((other) => other !== sign) || !['-', '/', '.', ' '].includes(sign))
    return undefined;
  if (numbers.some(({ isOrdinal, isDecade }) => isOrdinal || isDecade)) return undefined;
  return numberedDate(numbers, sign, choices);
}

function yearOnly(number: NumberToken, bce: boolean | undefined, choices: Choices): CivilParts | undefined {
  const { value, digits } = number;
  if (number.isDecade) return undefined;
  if (bce !== undefined) return digits <= 4 && !number.isOrdinal ? { ...NO_PARTS, year: value } : undefined;
  if (number.isCut) return { ...NO_PARTS, year: yearOfTwo(value, choices) };
  if (digits === 4 && !number.isOrdinal) return { ...NO_PARTS, year: value };
  return digits <= 3 ? { ...NO_PARTS, bare: { value, digits } } : undefined;
}
