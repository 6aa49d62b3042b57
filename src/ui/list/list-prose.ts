import { listInWords } from '../../base/translate';
import type { Translate } from '../../base/translate';
import type { Actor, Dataset, DiplomaticEvent } from '../../model/dataset';
import { dateInWords } from '../../model/dates/date-prose';
import { isDateFault, parseEventDate } from '../../model/dates/parse-event-date';
import { attributionInWords, countryName } from '../../model/event-prose';
import { formFor, yearInWords } from '../../model/dates/calendar-prose';
import { actorOf } from '../../model/lookups';
import { ACTING_ROLES } from '../../model/vocabulary';
import type { ListSection } from './list-items';

/** Those who do something in an event, each once, in the event's order. */
export function actingActors(event: DiplomaticEvent, dataset: Dataset): readonly Actor[] {
  const ids = new Set(event.participants.filter(({ role }) => ACTING_ROLES.has(role)).map(({ actor }) => actor));
  return [...ids].map((id) => actorOf(dataset, id)).filter((actor) => actor !== undefined);
}

/** Who acts, when no actor is said to: the countries that do. */
export function actingCountries(event: DiplomaticEvent, t: Translate): string {
  const codes = event.countries.filter(({ role }) => role === 'acting').map(({ country }) => country);
  return listInWords(
    codes.map((code) => countryName(code, t)),
    t,
  );
}

/** "announced, disputed": each status once, as the file orders them. */
export function statusInWords(event: DiplomaticEvent, t: Translate): string {
  return listInWords(
    [...new Set(event.status.map(({ value }) => value))].map((value) => t(`status.${value}`)),
    t,
  );
}

export function whoSaysSo(event: DiplomaticEvent, t: Translate): string {
  return event.attribution === undefined ? t('list.noAttribution') : attributionInWords(event.attribution, t);
}

/** "February 2016", "No end known by 24 Feb 2016", "No date". */
export function headingOf({ kind, edtf }: ListSection, dataset: Dataset, t: Translate): string {
  if (kind === 'undated') return t('date.none');
  if (kind === 'running')
    return dataset.asOf === undefined
      ? t('list.running')
      : t('list.runningAsOf', { date: dateInWords(dataset.asOf, t) });
  const date = parseEventDate(edtf);
  return isDateFault(date) ? edtf : capitalized(dateInWords(date, t), t.locale);
}

/** As a heading begins, also where names of months are written small. */
function capitalized(text: string, locale: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
}

/**
 * "2 days, no events"; past two months in months, past two years in years. Filtered, only what matches is known to be
 * absent.
 */
export function gapInWords(gapDays: number, filtered: boolean, t: Translate): string {
  if (gapDays <= 60) return t(filtered ? 'list.gapDaysFiltered' : 'list.gapDays', { n: gapDays });
  const months = Math.round(gapDays / 30.44);
  if (months < 24) return t(filtered ? 'list.gapMonthsFiltered' : 'list.gapMonths', { n: months });
  return t(filtered ? 'list.gapYearsFiltered' : 'list.gapYears', { n: Math.round(gapDays / 365.25) });
}

/**
 * A date of a year that is said above it, without the year, as the language ends a day with one: ", 2016" in American
 * English. A year that is in doubt stays: "on or before 30 Sep [2015]".
 */
export function withoutYear(date: string, year: string | undefined, t: Translate): string {
  if (year === undefined) return date;
  const inWords = yearInWords(Number(year), t);
  const afterDay = formFor('alone', t('date.day', { day: '', month: '', year: inWords })).trim();
  const end = [afterDay, year, inWords].find((each) => date.endsWith(each));
  return end === undefined ? date : date.slice(0, -end.length).replace(/[\s,،]+$/, '');
}
