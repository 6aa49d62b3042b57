import { twoFigures } from './civil-parts';
import type { DateReading } from './date-reading';
import { makeReading, UNREAD } from './make-reading';

/** 31 December 9999, the last day that spreadsheets have. */
const LAST_DAY = { '1900': 2_958_465, '1904': 2_957_003 } as const;
const FIRST_OF_ERA = { '1900': Date.UTC(1899, 11, 30), '1904': Date.UTC(1904, 0, 1) } as const;
const DAY_MS = 86_400_000;
const MINUTES_A_DAY = 1440;
/** Excel has 29 February 1900 as its day 60, which others haven't: before it they differ by a day. */
const FIRST_SAME = 61;

/**
 * A number of a spreadsheet as the day it stands for, and the hour in its fraction. Unread where the era hasn't got such
 * a day; two ways for the first sixty days of 1900, which spreadsheets count differently.
 */
export function readSerialDay(text: string, era: '1900' | '1904'): DateReading {
  const [whole = '', fraction] = text.split(/[.,]/);
  const serial = Number(whole);
  if (!/^\d{1,7}$/.test(whole) || serial > LAST_DAY[era] || (era === '1900' && serial === 0)) return UNREAD;
  const notes = [{ about: 'serial' }] as const;
  const minutes = fraction === undefined ? 0 : Math.round(Number(`0.${fraction}`) * MINUTES_A_DAY);
  const civilTime = minutes === 0 || minutes === MINUTES_A_DAY ? undefined : clockOf(minutes);
  const day = dayOf(era, serial + (minutes === MINUTES_A_DAY ? 1 : 0));
  if (era === '1904' || serial >= FIRST_SAME) return makeReading(day, { civilTime, notes });
  const next = dayOf(era, serial + 1);
  if (serial === FIRST_SAME - 1) return makeReading(day, { civilTime, notes });
  return {
    ...makeReading(`[${day},${next}]`, { civilTime, notes }),
    sure: 'two-ways',
    alternatives: [{ edtf: next }, { edtf: day }],
  };
}

function dayOf(era: '1900' | '1904', serial: number): string {
  return new Date(FIRST_OF_ERA[era] + serial * DAY_MS).toISOString().slice(0, 10);
}

function clockOf(minutes: number): string {
  return `${twoFigures(Math.floor(minutes / 60))}:${twoFigures(minutes % 60)}`;
}
