import { weekdayName } from '../../model/dates/calendar-prose';
import type { EventDate } from '../../model/dates/event-date';
import { civilDay } from '../../model/dates/instant';
import { webAddress } from '../imported/html-text';
import { fieldOf, restOf, textIn } from '../imported/json-text';
import type { JsonRecord } from '../imported/json-text';
import type { ImportedEvents } from '../imported-events';
import { readJsDate } from '../imported/js-date';
import type { JsDate } from '../imported/js-date';
import { simileEventDate } from './simile-date';

const READ: ReadonlySet<string> = new Set(
  'start end latestStart earliestEnd isDuration durationEvent title description text id eventID link image'.split(' '),
);

/**
 * An event by its fields, which JSON and XML call alike. An event with an end lasts until then in JSON, and in XML
 * only where it says so (`isDurationByDefault`), as SIMILE has it.
 */
export function addSimileEvent(
  fields: JsonRecord,
  where: string,
  isDurationByDefault: boolean,
  into: ImportedEvents,
): void {
  const title = textIn(fields, 'title');
  const [link, image] = [textIn(fields, 'link'), textIn(fields, 'image')];
  const elsewhere = Object.fromEntries(
    [['link', link] as const, ['image', image] as const].filter(
      ([, address]) => address !== undefined && webAddress(address) === undefined,
    ),
  );
  const rest = { ...restOf(fields, READ), ...elsewhere };
  const picture = webAddress(image);
  const page = webAddress(link);
  into.add({
    id: textIn(fields, 'id') ?? textIn(fields, 'eventID'),
    title,
    summary: textIn(fields, 'description') ?? textIn(fields, 'text'),
    ...dateOfFields(fields, where, title, isDurationByDefault, into),
    source: page === undefined ? undefined : { url: page },
    media: picture === undefined ? undefined : { url: picture },
    extra: Object.keys(rest).length === 0 ? undefined : { simile: rest },
    markup: 'html',
    mayBeWords: true,
    where,
  });
}

const DATES = ['start', 'latestStart', 'earliestEnd', 'end'] as const;

function dateOfFields(
  fields: JsonRecord,
  where: string,
  record: string | undefined,
  isDurationByDefault: boolean,
  into: ImportedEvents,
): { readonly date: EventDate | undefined; readonly dateText?: string | undefined } {
  const { t } = into;
  const drop = (field: string, found: unknown, expected: string): void =>
    into.reject({ where, record, field, found, expected, effect: 'dropped' });
  const texts = DATES.map((key) => textIn(fields, key));
  const [start, latestStart, earliestEnd, end] = DATES.map((key, index) => {
    const text = texts[index];
    const date = text === undefined ? undefined : readJsDate(text);
    if (date !== undefined) checkWeekday(date, text, key, where, record, into);
    else if (text !== undefined && index > 0) drop(key, text, t('imported.expected.date'));
    return date;
  });
  if (start === undefined) return { date: undefined, dateText: texts[0] ?? texts[3] };
  const isInstant = !(flagIn(fields, 'isDuration') ?? flagIn(fields, 'durationEvent') ?? isDurationByDefault);
  const date = simileEventDate({ start, latestStart, earliestEnd, end, isInstant });
  if (date !== undefined) {
    if (date.form === 'one-of') into.note('settled', t('imported.note.instants'));
    if (latestStart !== undefined || earliestEnd !== undefined) into.note('settled', t('imported.note.about'));
    return { date };
  }
  drop('end', texts[3] ?? texts[2] ?? texts[1], t('expected.endAfterStart'));
  const alone = { start, latestStart: undefined, earliestEnd: undefined, end: undefined, isInstant };
  return { date: simileEventDate(alone), dateText: texts[0] };
}

function flagIn(fields: JsonRecord, key: string): boolean | undefined {
  const value = fieldOf(fields, key);
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' && value !== '' ? value.trim().toLowerCase() === 'true' : undefined;
}

/** A weekday that isn't the day's: one of the two is wrong, and nobody here knows which. */
function checkWeekday(
  { edtf, weekday }: JsDate,
  found: unknown,
  field: string,
  where: string,
  record: string | undefined,
  into: ImportedEvents,
): void {
  if (weekday === undefined || !/-\d\d-\d\d$/.test(edtf)) return;
  const day = civilDay(Number(edtf.slice(0, -6)), Number(edtf.slice(-5, -3)), Number(edtf.slice(-2)));
  if (new Date(day).getUTCDay() === weekday) return;
  const name = weekdayName(day, into.t.locale);
  into.reject({
    where,
    record,
    field,
    found,
    expected: into.t('expected.weekday', { weekday: name }),
    effect: 'noted',
  });
}
