import { listInWords } from '../../base/translate';
import type { Translate } from '../../base/translate';
import type { Actor, Dataset, DiplomaticEvent } from '../../model/dataset';
import { attributionInWords, countryName } from '../../model/event-prose';
import { formFor, yearInWords } from '../../model/dates/calendar-prose';
import { actorOf } from '../../model/lookups';
import { ACTING_ROLES } from '../../model/vocabulary';

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

export function toneInWords(event: DiplomaticEvent, t: Translate): string {
  return t('list.toneWords', { tone: t(`tone.${event.tone}`), deed: t(event.deed ? 'deed.yes' : 'deed.no') });
}

export function whoSaysSo(event: DiplomaticEvent, t: Translate): string {
  return event.attribution === undefined ? t('list.noAttribution') : attributionInWords(event.attribution, t);
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
