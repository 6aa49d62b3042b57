import { lazyCode } from '../lazy-code';
import type { LazyCode } from '../lazy-code';
import { makeTranslate } from '../translate';
import type { Catalogue, Translate } from '../translate';
import { americanDates } from '../american-dates';
import { english } from './en';

/** Languages beside English, each a part of its own, which comes when it is spoken. */
const CATALOGUES: ReadonlyMap<string, LazyCode<Catalogue>> = new Map([
  ['ar', lazyCode<Catalogue>(() => import('./ar.json').then((module) => module.default))],
  ['fr', lazyCode<Catalogue>(() => import('./fr.json').then((module) => module.default))],
  ['ru', lazyCode<Catalogue>(() => import('./ru.json').then((module) => module.default))],
]);

/** The languages that the page speaks, by their codes. */
export const LANGUAGES: readonly string[] = ['en', ...CATALOGUES.keys()];

/**
 * The locale that is spoken for a language tag (BCP 47): its language, and its region where it names one, which decides how dates and
 * numbers are written. Undefined for a language that isn't there, as for a tag that isn't one.
 */
export function spokenLocale(tag: string): string | undefined {
  const asked = localeOf(tag);
  if (asked === undefined || !LANGUAGES.includes(asked.language)) return undefined;
  // Only language and region: what else a tag may ask for (calendars, digits) the texts around a date don't know.
  return asked.region === undefined ? asked.language : `${asked.language}-${asked.region}`;
}

/**
 * The locale of the first tag whose language is there; English otherwise. Without a region, and in a foreign language, the day comes
 * before the month. `own` are what somebody asked for; `browser` what a browser is set to: its English says little of its reader (most
 * come as en-US), so it is taken without a region.
 */
export function chooseLocale(own: readonly (string | undefined)[], browser: readonly string[] = []): string {
  for (const tag of own) {
    const locale = tag === undefined || tag === '' ? undefined : spokenLocale(tag);
    if (locale !== undefined) return locale;
  }
  // The first that is there: a reader of English and Russian is served in English.
  const first = browser.map(spokenLocale).find((locale) => locale !== undefined);
  return first === undefined || first.startsWith('en') ? 'en' : first;
}

/** The translator for a locale; English where its catalogue isn't here yet, which `withLazyCode` loads. */
export function translateFor(locale: string): Translate {
  const code = CATALOGUES.get(locale.split('-')[0] ?? '');
  const catalogue = code?.ask();
  if (catalogue !== undefined) return makeTranslate(locale, catalogue);
  if (code !== undefined) return makeTranslate('en', english);
  return makeTranslate(locale, monthComesFirst(locale) ? { ...english, ...americanDates } : english);
}

function localeOf(tag: string): Intl.Locale | undefined {
  // Intl throws for what isn't a tag; here that is somebody's value, not our mistake.
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}

function monthComesFirst(locale: string): boolean {
  // Nobody's English has the day first: only a region says otherwise.
  if (!locale.includes('-')) return false;
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }).formatToParts(new Date(0));
  const at = (type: string) => parts.findIndex((part) => part.type === type);
  return at('month') < at('day') && at('day') < at('year');
}
