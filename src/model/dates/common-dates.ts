import { intervalDate, listDate, singleDate } from './date-forms';
import type { Bound, DateFault } from './date-forms';
import { calendarSpan } from './edtf-span';
import type { KnownSpan, SpanFault } from './edtf-span';
import type { EventDate } from './event-date';

/** A year, month or day; each of the three may carry a sign of doubt on one side. */
const SIGNED = /^([?~%])?(-?\d{4})([?~%])?(?:-([?~%])?(\d{2})([?~%])?(?:-([?~%])?(\d{2})([?~%])?)?)?$/;
const LIST = /^([[{])(\.\.)?([^[\]{}]*?)(\.\.)?([\]}])$/;

/**
 * The forms of a date that most datasets get by with, read without the package `edtf`, and as it reads them: years,
 * months and days with signs of doubt, intervals of those with open and unknown ends, and sets of them. Undefined for
 * anything else, which may be a date all the same.
 */
export function readCommonDate(edtf: string): EventDate | DateFault | undefined {
  if (edtf.includes('/')) return readInterval(edtf);
  if (edtf.startsWith('[') || edtf.startsWith('{')) return readList(edtf);
  const known = readSigned(edtf);
  return typeof known === 'string' ? { fault: known } : known && singleDate(edtf, known);
}

function readSigned(text: string): KnownSpan | SpanFault | undefined {
  const match = SIGNED.exec(text);
  if (match === null) return undefined;
  const [, beforeYear, year = '', afterYear, beforeMonth, month, afterMonth, beforeDay, day, afterDay] = match;
  // Seasons, and signs on both sides of one number.
  if (month !== undefined && day === undefined && Number(month) > 20) return undefined;
  if ((beforeYear && afterYear) || (beforeMonth && afterMonth) || (beforeDay && afterDay)) return undefined;
  if (year === '-0000' || (month !== undefined && (Number(month) < 1 || Number(month) > 12))) return 'expected.edtf';
  const known = calendarSpan(
    Number(year),
    month === undefined ? undefined : Number(month),
    day === undefined ? undefined : Number(day),
  );
  if (typeof known === 'string') return known;
  const signs = [beforeYear, afterYear, beforeMonth, afterMonth, beforeDay, afterDay].join('');
  return signs === '' ? known : { ...known, uncertain: /[?%]/.test(signs), approximate: /[~%]/.test(signs) };
}

function readInterval(edtf: string): EventDate | DateFault | undefined {
  const [lower = '', upper = '', ...more] = edtf.split('/');
  if (more.length > 0) return { fault: 'expected.edtf' };
  const start = readBound(lower);
  const end = readBound(upper);
  if (start === undefined || end === undefined) return undefined;
  if (isFault(start)) return { fault: start };
  return isFault(end) ? { fault: end } : intervalDate(edtf, start, end);
}

function readBound(text: string): Bound | SpanFault | undefined {
  return text === '' ? 'unknown' : text === '..' ? 'open' : readSigned(text);
}

function isFault(bound: Bound | SpanFault): bound is SpanFault {
  return typeof bound === 'string' && bound.startsWith('expected.');
}

function readList(edtf: string): EventDate | DateFault | undefined {
  const [, opening, earlier, inner = '', later, closing] = LIST.exec(edtf) ?? [];
  if (
    opening === undefined ||
    (opening === '[') !== (closing === ']') ||
    (earlier !== undefined && later !== undefined)
  )
    return undefined;
  const entries: KnownSpan[] = [];
  for (const text of inner.split(',')) {
    const known = readSigned(text);
    if (known === undefined) return undefined;
    if (typeof known === 'string') return { fault: known };
    entries.push(known);
  }
  // As strict as the package, which takes signs of doubt in closed sets only.
  if ((earlier ?? later) !== undefined && entries.some((entry) => entry.uncertain || entry.approximate))
    return undefined;
  const open = earlier === undefined ? (later === undefined ? undefined : 'later') : 'earlier';
  return listDate(edtf, entries, { form: opening === '[' ? 'one-of' : 'all-of', open, isWide: false });
}
