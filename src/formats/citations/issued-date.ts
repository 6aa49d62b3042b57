import { edtfOf } from '../imported/exact-date';
import { isDateFault, parseEventDate } from '../../model/dates/parse-event-date';

/** EDTF's months for spring, summer, autumn and winter. */
const SEASONS: Readonly<Partial<Record<string, number>>> = { spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 };
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The number of a month or season by its English name, its beginning or its digits; undefined for other words. */
export function monthNumber(text: string | undefined): number | undefined {
  const word = text?.trim().replace(/\.$/, '').toLowerCase() ?? '';
  if (/^\d{1,2}$/.test(word)) return Number(word) >= 1 && Number(word) <= 12 ? Number(word) : undefined;
  const at = MONTHS.findIndex((month) => word.startsWith(month));
  return at >= 0 && /^[a-z]+$/.test(word) ? at + 1 : SEASONS[word];
}

/** When something came out; `isCut` where a month or a day of it is none, which costs that part alone. */
export interface Issue {
  readonly edtf: string | undefined;
  readonly isCut: boolean;
}

/** A year, month or season, and day in EDTF. */
export function issueOf(year: number, month: number | undefined, day: number | undefined): Issue {
  const whole = month !== undefined && month > 20 ? known(`${edtfOf(year) ?? ''}-${month}`) : edtfOf(year, month, day);
  if (whole !== undefined) return { edtf: whole, isCut: false };
  return { edtf: edtfOf(year, month) ?? edtfOf(year), isCut: true };
}

/** Of a year, or words for one. */
export function issueOfText(text: string): Issue {
  return { edtf: yearInEdtf(text), isCut: false };
}

/** A text that is EDTF already; undefined for any other. */
export function known(edtf: string): string | undefined {
  return isDateFault(parseEventDate(edtf)) ? undefined : edtf;
}

/**
 * A year as lists of references write it: `1998`, `c1998`, `1998?`, `[1998]`, `1998/1999`, `1998-99`, `199X`. Undefined
 * for words.
 */
function yearInEdtf(text: string): string | undefined {
  const bare = text.trim().replace(/^[[(](.*)[\])]$/, '$1');
  const range = /^(\d{4})\s*(?:--?|–|\/)\s*(\d{2}|\d{4})$/.exec(bare);
  if (range !== null) {
    const [, from = '', to = ''] = range;
    return known(`${from}/${to.length === 2 ? from.slice(0, 2) + to : to}`);
  }
  const about = /^(?:c|ca|circa)\.?\s*(\d{4})$/i.exec(bare);
  if (about !== null && /^(?:ca|circa|c\.|c\s)/i.test(bare)) return known(`${about[1] ?? ''}~`);
  const copyright = /^[©c]\s?(\d{4})$/i.exec(bare);
  if (copyright !== null) return known(copyright[1] ?? '');
  return /^[-\d]/.test(bare) ? known(bare) : undefined;
}
