import type { EventDate } from '../../model/dates/event-date';
import { dateInWords } from '../../model/dates/date-prose';
import type { Translate } from '../../base/translate';
import { hasDoubtfulHyphen, isDateFault, parseEventDate } from '../../model/dates/parse-event-date';
import type { DateExtras } from '../../model/dates/parse-event-date';
import { extraOf } from './decode';
import type { RecordPlace, RejectionList } from '../rejections';
import type { FileDate } from './schema';
import type { Instant } from '../../model/dates/instant';

/**
 * A date in its short or long form; undefined, and reported as leaving the event out, when its EDTF can't be read. A bad hour or zone
 * alone is dropped.
 */
export function readEventDate(file: FileDate, place: RecordPlace, list: RejectionList): EventDate | undefined {
  if (typeof file === 'string') return readEdtf(file, undefined, '/date', place, list);
  const date = readLongDate(file, place, list);
  return date === undefined ? undefined : { ...date, ...extraOf(file) };
}

function readLongDate(file: Exclude<FileDate, string>, place: RecordPlace, list: RejectionList): EventDate | undefined {
  const { edtf, time, zone, basis, display, note } = file;
  const day = readEdtf(edtf, { basis, display, note }, '/date/edtf', place, list);
  if (day === undefined) return undefined;
  const knownZone = checkedZone(zone, place, list);
  if (time === undefined)
    return knownZone === undefined || day.clock === undefined
      ? day
      : { ...day, clock: { ...day.clock, zone: knownZone } };
  const timed = parseEventDate(edtf, { basis, display, note, time, zone: knownZone });
  if (isDateFault(timed)) {
    list.reject(place, '/date/time', time, list.t(timed.fault), 'dropped');
    return day;
  }
  noteOffset(timed, time, place, list);
  return timed;
}

function readEdtf(
  edtf: string,
  extras: DateExtras | undefined,
  path: string,
  place: RecordPlace,
  list: RejectionList,
): EventDate | undefined {
  const date = parseEventDate(edtf, extras);
  if (!isDateFault(date)) {
    if (hasDoubtfulHyphen(edtf)) list.reject(place, path, edtf, hyphenInWords(date, list.t), 'noted');
    return date;
  }
  list.reject(place, path, edtf, list.t(date.fault), 'left-out');
  return undefined;
}

/** What was expected of a date whose hyphen may be none of it; it is read as it stands. */
function hyphenInWords(date: EventDate, t: Translate): string {
  return t('expected.noHyphen', { date: dateInWords(date, t) });
}

function checkedZone(zone: string | undefined, place: RecordPlace, list: RejectionList): string | undefined {
  if (zone === undefined || isZone(zone)) return zone;
  list.reject(place, '/date/zone', zone, list.t('expected.zone'), 'dropped');
  return undefined;
}

/** Clock slips are common: "23:00 Moscow" with Damascus's offset. */
function noteOffset({ clock }: EventDate, time: string, place: RecordPlace, list: RejectionList): void {
  if (clock?.zone === undefined || offsetInZone(clock.at, clock.zone) === clock.civil - clock.at) return;
  list.reject(place, '/date/time', time, list.t('expected.zoneOffset', { zone: clock.zone }), 'noted');
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Whether a name is an IANA time zone that this machine knows; fixed offsets like +02:00 are not. */
function isZone(name: string): boolean {
  return /^[A-Za-z]/.test(name) && formatterOf(name) !== undefined;
}

/**
 * A zone's offset from UTC at an instant, in ms, east positive, by this machine's table of zones. Throws for a name
 * that isn't one.
 */
function offsetInZone(at: Instant, zone: string): number {
  const formatter = formatterOf(zone);
  if (formatter === undefined) throw new RangeError(`Not a time zone: ${zone}`);
  const parts = new Map(formatter.formatToParts(new Date(at)).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return wall - Math.floor(at / 1000) * 1000;
}

function formatterOf(zone: string): Intl.DateTimeFormat | undefined {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  try {
    const made = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, made);
    return made;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
