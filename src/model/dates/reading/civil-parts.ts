import type { DayOrder } from './date-reading';

/** What one date says: only parts that stand in the text. */
export interface CivilParts {
  /** Astronomical (0 is 1 BCE); of a decade or century its first as written with masked digits. */
  readonly year: number | undefined;
  /** 1 to 12; 21 to 41 is a part of the year, as EDTF has it. */
  readonly month: number | undefined;
  /** 0 for one that is said to be unknown. */
  readonly day: number | undefined;
  /** How many figures of the year are masked: 1 a decade, 2 a century, 3 a millennium. */
  readonly masked: 0 | 1 | 2 | 3;
  /** A number that only what stands beside it explains: `22` of "22-24 Feb 2016". */
  readonly bare: { readonly value: number; readonly digits: number } | undefined;
  readonly bce: boolean | undefined;
  readonly isAbout: boolean;
  readonly isDoubtful: boolean;
}

/** What has to be chosen where a text can be read in several ways, and what of it was asked for. */
export interface Choices {
  readonly order: DayOrder;
  readonly lastYear: number;
  /** The year, and month, of a heading above. */
  readonly within: { readonly year: number; readonly month?: number | undefined } | undefined;
  readonly asked: { order: boolean; century: boolean };
  /** What is left when the numbers allow no choice. */
  readonly only: { order: DayOrder | undefined };
}

export const NO_PARTS: CivilParts = {
  year: undefined,
  month: undefined,
  day: undefined,
  masked: 0,
  bare: undefined,
  bce: undefined,
  isAbout: false,
  isDoubtful: false,
};

/** Days of a month, 1 to 12, in the calendar that EDTF reckons in, before 1582 too. */
export function daysOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether there is such a date; of a day without a month there is none. */
export function isCivilDate({ year, month, day, masked }: CivilParts): boolean {
  if (year === undefined || year < -9999 || year > 9999) return false;
  if (masked > 0) return month === undefined && day === undefined;
  if (month === undefined) return day === undefined;
  if (month > 20) return day === undefined;
  return month >= 1 && month <= 12 && (day === undefined || (day >= 1 && day <= daysOfMonth(year, month)));
}

/** `2016`, `-0199`: four figures, as EDTF writes years. */
export function edtfYear(year: number): string {
  return (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0');
}

export function twoFigures(number: number): string {
  return String(number).padStart(2, '0');
}

/** A date that is one, as EDTF; the signs only where EDTF takes them: not on parts of a year and masked figures. */
export function edtfOfParts(parts: CivilParts): string {
  const { year = 0, month, day, masked, isAbout, isDoubtful } = parts;
  if (masked > 0) return edtfYear(year).slice(0, -masked) + 'X'.repeat(masked);
  const date = [
    edtfYear(year),
    ...(month === undefined ? [] : [twoFigures(month)]),
    ...(day === undefined ? [] : [twoFigures(day)]),
  ].join('-');
  if (month !== undefined && month > 20) return date;
  return date + (isAbout && isDoubtful ? '%' : isAbout ? '~' : isDoubtful ? '?' : '');
}

/** Whether a sign of doubt is lost in EDTF, so that the text's own words have to say it. */
export function losesSign({ month, masked, isAbout, isDoubtful }: CivilParts): boolean {
  return (isAbout || isDoubtful) && (masked > 0 || (month !== undefined && month > 20));
}

/** The year of two figures that is at most the last one. */
export function yearOfTwo(value: number, choices: Choices): number {
  choices.asked.century = true;
  const year = Math.floor(choices.lastYear / 100) * 100 + value;
  return year > choices.lastYear ? year - 100 : year;
}

/** Numbers that time orders dates by: years, months and days as figures. */
export function orderOf({ year = 0, month = 0, day = 0 }: CivilParts): number {
  const inYear = month > 20 ? (SEASON_MONTH[month] ?? 0) : month;
  return (year * 100 + inYear) * 100 + day;
}

/** Where a part of a year begins, by its code. */
const SEASON_MONTH: Readonly<Record<number, number>> = {
  21: 3,
  22: 6,
  23: 9,
  24: 12,
  33: 1,
  34: 4,
  35: 7,
  36: 10,
  40: 1,
  41: 7,
};

/** The day of the week, 0 is Sunday. */
export function weekdayOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCDay();
}
