import { languageFacts } from './languages';

/**
 * Numbers in a locale's way. The one place that makes such formatters, beside `dateFormatOf`: browsers differ in the
 * digits that they take by themselves, with the year of their data (Unicode CLDR) and the system's settings.
 */
export function numberFormatOf(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { ...options, numberingSystem: digitsOf(locale) });
}

/**
 * Days in a locale's way, of the calendar that datasets are written in, and as UTC has them: older browsers take the
 * Islamic calendar for Saudi Arabia.
 */
export function dateFormatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    ...options,
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: digitsOf(locale),
  });
}

function digitsOf(locale: string): 'latn' | 'arab' {
  const [, region = 'none'] = locale.split('-');
  return languageFacts(locale).easternDigitsIn?.split(' ').includes(region) === true ? 'arab' : 'latn';
}
