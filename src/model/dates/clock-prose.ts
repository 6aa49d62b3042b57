import type { Translate } from '../../base/translate';
import { dayInWords, dayOfYearInWords } from './calendar-prose';
import type { EventDate } from './event-date';
import { DAY_MS } from './instant';

/**
 * The hour a source gives, first as the place's wall clock, then in UTC: "00:00 Damascus (22:00 UTC, 26 Feb)". The place is the
 * zone's own name, or the offset where no zone is given; the UTC day only where it differs.
 */
export function clockInWords(clock: NonNullable<EventDate['clock']>, t: Translate): string {
  const { civil, at, zone } = clock;
  const sameDay = Math.floor(civil / DAY_MS) === Math.floor(at / DAY_MS);
  const sameYear = new Date(civil).getUTCFullYear() === new Date(at).getUTCFullYear();
  const utcTime = hourAndMinute(at, t);
  if (civil === at && zone === undefined) return t('date.clockUtc', { time: utcTime });
  const date = sameYear ? dayOfYearInWords(at, t) : dayInWords(at, t);
  const utc = sameDay ? t('date.clockUtc', { time: utcTime }) : t('date.clockUtcOn', { time: utcTime, date });
  return t('date.clock', {
    time: hourAndMinute(civil, t),
    place: zone === undefined ? offsetInWords(civil - at, t) : placeOfZone(zone),
    utc,
  });
}

function hourAndMinute(at: number, t: Translate): string {
  return inDigits(new Date(at).toISOString().slice(-13, -8), t);
}

/** A text with the digits of the reader's locale. */
function inDigits(text: string, t: Translate): string {
  return text.replace(/\d/g, (digit) => t.digits(Number(digit)));
}

/** `America/Argentina/Buenos_Aires` is Buenos Aires. */
function placeOfZone(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

function offsetInWords(offsetMs: number, t: Translate): string {
  const minutes = Math.abs(offsetMs) / 60_000;
  const hours = String(Math.floor(minutes / 60)).padStart(2, '0');
  return t('date.offset', {
    offset: inDigits(`${offsetMs < 0 ? '-' : '+'}${hours}:${String(minutes % 60).padStart(2, '0')}`, t),
  });
}
