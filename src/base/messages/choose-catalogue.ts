import { isolated, makeTranslate, standIn } from '../translate';
import type { Translate } from '../translate';
import americanDates from './en-US/dates.json';
import { askForMessages, englishAtHand, seekMessage } from './load-messages';
import type { Messages } from './load-messages';
import { dateFormatOf } from './locale-formats';
import { spokenLocale } from './spoken-locale';

/**
 * The locale of the first tag whose language is there; English otherwise. Without a region, and in a foreign language,
 * the day comes before the month. `own` are what somebody asked for; `browser` what a browser is set to: its English
 * says little of its reader (most come as en-US), so it is taken without a region.
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

/**
 * The translator for a locale; English as far as it is here where the locale's messages aren't yet, which
 * `withLazyCode` loads. A message that is missing all the same is said in English, or as the words of its key until
 * English is here.
 */
export function translateFor(locale: string): Translate {
  const language = locale.split('-')[0] ?? '';
  const messages = askForMessages(language);
  if (messages === undefined) return ENGLISH;
  return language === 'en'
    ? speakEnglish(locale, monthComesFirst(locale) ? inAmerican(messages) : messages)
    : speak(locale, messages);
}

/** English as it is here, without asking for more: as long as nothing else is spoken. */
export const ENGLISH = speakEnglish('en', englishAtHand());

function speakEnglish(locale: string, messages: Messages): Translate {
  return makeTranslate(locale, messages, (key, params) => (seekMessage('en', key) ? '' : standIn(key, params)));
}

function speak(locale: string, messages: Messages): Translate {
  const language = locale.split('-')[0] ?? '';
  const t = makeTranslate(locale, messages, (key, params) =>
    seekMessage(language, key) ? '' : isolated(ENGLISH(key, params), t),
  );
  return t;
}

/** Dates in the order of the United States. Over the messages and not a copy: those still to come are found too. */
function inAmerican(messages: Messages): Messages {
  return Object.assign(Object.create(messages) as Messages, americanDates);
}

function monthComesFirst(locale: string): boolean {
  // Nobody's English has the day first: only a region says otherwise.
  if (!locale.includes('-')) return false;
  const parts = dateFormatOf(locale, { day: 'numeric', month: 'short', year: 'numeric' }).formatToParts(new Date(0));
  const at = (type: string) => parts.findIndex((part) => part.type === type);
  return at('month') < at('day') && at('day') < at('year');
}
