/** What belongs to a language and isn't a message: parts of it are wanted whichever language the page speaks. */
export interface LanguageFacts {
  /** Written from right to left. */
  readonly isRightToLeft?: true;
  /** In a day the month is short even where there is room: "24 Feb 2016". */
  readonly hasShortMonths?: true;
  /** Everybody uses the short names of countries and bodies (США, ООН); the others are too long for the head of a row. */
  readonly hasShortCountries?: true;
  /** What only says that the number before it is a year, folded as search folds words. */
  readonly yearWords?: readonly string[];
  /** What only says that the number before it is a day. */
  readonly dayEnding?: string;
  /** Locales that have further names for the months. */
  readonly monthsAlsoOf?: readonly string[];
}

/** The languages that the page speaks, by their codes: each has a folder here. */
const languages: Readonly<Record<string, LanguageFacts>> = {
  en: { hasShortMonths: true },
  ar: {
    isRightToLeft: true,
    // From Syria to Iraq, in Algeria, and in Morocco.
    monthsAlsoOf: ['ar-SY', 'ar-DZ', 'ar-MA'],
  },
  fr: { dayEnding: 'er' },
  ru: { hasShortCountries: true, yearWords: ['г', 'г.', 'год', 'года'] },
};

export const LANGUAGES: readonly string[] = Object.keys(languages);

const all = Object.values(languages);

/** Of all languages: a search is typed in any. */
export const YEAR_WORDS: readonly string[] = all.flatMap(({ yearWords = [] }) => yearWords);
export const DAY_ENDINGS: readonly string[] = all.flatMap(({ dayEnding = [] }) => dayEnding);

/** Locales whose names of months are known in search. */
export const MONTH_LOCALES: readonly string[] = [...LANGUAGES, ...all.flatMap(({ monthsAlsoOf = [] }) => monthsAlsoOf)];

/** Of a locale's language; nothing in particular where the page doesn't speak it. */
export function languageFacts(locale: string): LanguageFacts {
  return languages[locale.split('-')[0] ?? ''] ?? {};
}
