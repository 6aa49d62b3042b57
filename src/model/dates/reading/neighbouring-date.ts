import type { CivilParts } from './civil-parts';

/** The day, month or year after a date (`1`), or before it (`-1`); of parts of a year and masked figures the year. */
export function neighbouringDate(parts: CivilParts, step: 1 | -1): CivilParts {
  const { year = 0, month, day, masked } = parts;
  const bare = { ...parts, masked: 0, isAbout: false, isDoubtful: false } as const;
  if (masked > 0) return { ...bare, year: step === 1 ? lastYearOf(parts) + 1 : firstYearOf(parts) - 1 };
  if (month === undefined || month > 12) return { ...bare, month: undefined, year: year + step };
  const date = new Date(0);
  date.setUTCFullYear(year, day === undefined ? month - 1 + step : month - 1, day === undefined ? 1 : day + step);
  return {
    ...bare,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: day === undefined ? undefined : date.getUTCDate(),
  };
}

/** Masked figures count away from the year 0: of `-04XX` the first year is -499. */
export function firstYearOf({ year = 0, masked }: CivilParts): number {
  return year < 0 ? year - (10 ** masked - 1) : year;
}

export function lastYearOf({ year = 0, masked }: CivilParts): number {
  return year < 0 ? year : year + (10 ** masked - 1);
}
