import { americanDates } from '../american-dates';
import { makeTranslate } from '../translate';
import type { Catalogue, Translate } from '../translate';
import { english } from './en';

/** By language. */
const CATALOGUES: ReadonlyMap<string, Catalogue> = new Map([['en', english]]);

/**
 * The translator for a language tag (BCP 47): the catalogue of its language, or English where there is none, as for a tag that isn't
 * one. A region of a language that is there decides how dates and numbers are written; without a region, and in a foreign language,
 * the day comes before the month.
 */
export function translateFor(tag: string | undefined): Translate {
  const asked = localeOf(tag);
  const catalogue = asked === undefined ? undefined : CATALOGUES.get(asked.language);
  if (asked === undefined || catalogue === undefined) return makeTranslate('en', english);
  if (asked.region === undefined) return makeTranslate(asked.language, catalogue);
  // Only language and region: what else a tag may ask for (calendars, digits) the texts around a date don't know.
  const locale = `${asked.language}-${asked.region}`;
  return makeTranslate(locale, monthComesFirst(locale) ? { ...catalogue, ...americanDates } : catalogue);
}

function localeOf(tag: string | undefined): Intl.Locale | undefined {
  // Intl throws for what isn't a tag; here that is somebody's value, not our mistake.
  try {
    return tag === undefined ? undefined : new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}

function monthComesFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }).formatToParts(new Date(0));
  const at = (type: string) => parts.findIndex((part) => part.type === type);
  return at('month') < at('day') && at('day') < at('year');
}
