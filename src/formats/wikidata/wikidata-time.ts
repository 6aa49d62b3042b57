import type { EventDate } from '../../model/dates/event-date';
import type { DateExtras } from '../../model/dates/parse-event-date';
import { dateOf, edtfOf } from '../imported/exact-date';

/** How exact a time of Wikidata is (wikiba.se/ontology, `timePrecision`): as many digits of it count. */
const PRECISIONS = { millennium: 6, century: 7, decade: 8, year: 9, month: 10, day: 11 } as const;

/**
 * A year, month or day as exactly as a time is known; decades, centuries and millennia are years with unknown digits
 * (`201X`). Parts that are 00 aren't known whatever the precision says. Undefined for what is coarser, or no time.
 */
export function edtfOfPrecision(
  year: number,
  month: number | undefined,
  day: number | undefined,
  precision: number,
): string | undefined {
  if (precision >= PRECISIONS.day && month !== undefined && day !== undefined) return edtfOf(year, month, day);
  if (precision >= PRECISIONS.month && month !== undefined) return edtfOf(year, month);
  if (precision >= PRECISIONS.year) return edtfOf(year);
  const unknown = PRECISIONS.year - precision;
  const text = edtfOf(year);
  if (text === undefined || unknown > 3 || !/^-?\d{4}$/.test(text)) return undefined;
  return text.slice(0, -unknown) + 'X'.repeat(unknown);
}

/** A time in Wikidata's JSON, which has no year 0: `-0044-03-15` is a day of 44 BCE. */
export interface WikidataTime {
  readonly edtf: string;
  /** It is a day of the Julian calendar, as it stands. */
  readonly isJulian: boolean;
}

const TIME = /^([+-])(\d{1,16})-(\d{2})-(\d{2})T/;
const JULIAN = /Q1985786$/;

/** Undefined for what is coarser than a millennium, or no time. */
export function readWikidataTime(
  time: string,
  precision: number,
  calendar: string | undefined,
): WikidataTime | undefined {
  const [, sign, digits, month, day] = TIME.exec(time) ?? [];
  if (digits === undefined) return undefined;
  const year = sign === '-' ? 1 - Number(digits) : Number(digits);
  // A century is named by its last year, 1900 for the 19th: the years that begin with 18.
  const begun =
    precision === PRECISIONS.century || precision === PRECISIONS.millennium ? firstOf(year, precision) : year;
  const edtf = edtfOfPrecision(begun, partOf(month), partOf(day), precision);
  return edtf === undefined ? undefined : { edtf, isJulian: JULIAN.test(calendar ?? '') };
}

/** Wikidata's 20th century is 1901 to 2000 and may be given as any year of it; the hundred years that hold most of it. */
function firstOf(year: number, precision: number): number {
  const size = precision === PRECISIONS.century ? 100 : 1000;
  return year % size === 0 && year > 0 ? year - 1 : year;
}

function partOf(text: string | undefined): number | undefined {
  const number = Number(text);
  return number > 0 ? number : undefined;
}

/** One date, or from one to another. Undefined where neither is known, or the end lies before the start. */
export function wikidataDate(
  start: WikidataTime | undefined,
  end: WikidataTime | undefined,
  extras: DateExtras,
): EventDate | undefined {
  if (start === undefined) return end === undefined ? undefined : dateOf(`/${end.edtf}`, extras);
  if (end === undefined || end.edtf === start.edtf) return dateOf(start.edtf, extras);
  return dateOf(`${start.edtf}/${end.edtf}`, extras);
}
