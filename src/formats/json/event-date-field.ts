import { isZone, offsetInZone } from '../zone-offset';
import type { EventDate } from '../../model/dates/event-date';
import { dateInWords } from '../../model/dates/date-prose';
import type { Translate } from '../../base/translate';
import { hasDoubtfulHyphen, isDateFault, parseEventDate } from '../../model/dates/parse-event-date';
import type { DateExtras } from '../../model/dates/parse-event-date';
import { extraOf } from './decode';
import type { RecordPlace, RejectionList } from '../rejections';
import type { FileDate } from './schema';

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
