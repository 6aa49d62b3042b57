import { LANGUAGES } from './languages';

/**
 * The locale that is spoken for a language tag (BCP 47): its language, and its region where it names one, which decides
 * how dates and numbers are written. Undefined for a language that isn't there, as for a tag that isn't one.
 */
export function spokenLocale(tag: string): string | undefined {
  const asked = localeOf(tag);
  if (asked === undefined || !LANGUAGES.includes(asked.language)) return undefined;
  // Only language and region: what else a tag may ask for (calendars, digits) the texts around a date don't know.
  return asked.region === undefined ? asked.language : `${asked.language}-${asked.region}`;
}

function localeOf(tag: string): Intl.Locale | undefined {
  // Intl throws for what isn't a tag; here that is somebody's value, not our mistake.
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}
