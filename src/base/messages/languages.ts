/** What belongs to a language and isn't a message: it is wanted whichever language the page speaks. */
interface Language {
  /** Written from right to left. */
  readonly isRightToLeft?: true;
  /** What only says that the number before it is a year, folded as search folds words. */
  readonly yearWords?: readonly string[];
  /** What only says that the number before it is a day. */
  readonly dayEnding?: string;
  /** Locales that have further names for the months. */
  readonly monthsAlsoOf?: readonly string[];
}

/** The languages that the page speaks, by their codes: each has a folder here. */
const languages: Readonly<Record<string, Language>> = {
  en: {},
  ar: {
    isRightToLeft: true,
    // From Syria to Iraq, in Algeria, and in Morocco.
    monthsAlsoOf: ['ar-SY', 'ar-DZ', 'ar-MA'],
  },
  fr: { dayEnding: 'er' },
  ru: { yearWords: ['г', 'г.', 'год', 'года'] },
};

export const LANGUAGES: readonly string[] = Object.keys(languages);

const known = Object.values(languages);

/** Of all languages: a search is typed in any. */
export const YEAR_WORDS: readonly string[] = known.flatMap(({ yearWords = [] }) => yearWords);
export const DAY_ENDINGS: readonly string[] = known.flatMap(({ dayEnding = [] }) => dayEnding);

/** Locales whose names of months are known in search. */
export const MONTH_LOCALES: readonly string[] = [
  ...LANGUAGES,
  ...known.flatMap(({ monthsAlsoOf = [] }) => monthsAlsoOf),
];

/** Whether a language of the page is written from right to left. */
export function isRightToLeft(language: string): boolean {
  return languages[language]?.isRightToLeft === true;
}
