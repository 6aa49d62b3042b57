/** What belongs to a language and isn't a message: parts of it are wanted whichever language the page speaks. */
export interface LanguageFacts {
  /** Written from right to left. */
  readonly isRightToLeft?: true;
  /** In a day the month is short even where there is room: "24 Feb 2016". */
  readonly hasShortMonths?: true;
  /** Everybody uses the short names of countries and bodies (США, ООН); the others are too long for the head of a row. */
  readonly hasShortCountries?: true;
  /** Regions in which its numbers are written with the digits of the east (٢٠١٦); elsewhere, and in none, with 2016. */
  readonly easternDigitsIn?: string;
  /** What only says that the number before it is a year, folded as search folds words. */
  readonly yearWords?: readonly string[];
  /** What only says that the number before it is a day. */
  readonly dayEnding?: string;
  /** Abbreviations, as the first sentence of a text needs to know them. */
  readonly abbreviations?: Abbreviations;
  /** Locales that have further names for the months. */
  readonly monthsAlsoOf?: readonly string[];
}

/** Words parted by spaces, in lower case, without their last full stop. */
export interface Abbreviations {
  /** What something always follows in a sentence: titles, "No.", "e.g.". */
  readonly beforeMore: string;
  /** What may stand last in a sentence as well: months, "etc.". */
  readonly oftenLast: string;
  /** What begins a sentence after one of those, rather than go on with a name. */
  readonly beginnings: string;
}

/** The languages that the page speaks, by their codes: each has a folder here. */
const languages: Readonly<Record<string, LanguageFacts>> = {
  en: {
    hasShortMonths: true,
    abbreviations: {
      beforeMore: 'mr mrs ms dr prof gen col lt sen gov st no nos vs e.g i.e',
      oftenLast: 'jan feb mar apr jun jul aug sep sept oct nov dec etc inc ltd',
      beginnings: 'the this these it he she they we in on at by after but and',
    },
  },
  ar: {
    isRightToLeft: true,
    easternDigitsIn: 'BH DJ EG ER IL IQ JO KM KW LB OM PS QA SA SD SO SS SY TD YE',
    abbreviations: { beforeMore: 'أ.د', oftenLast: '', beginnings: '' },
    // From Syria to Iraq, in Algeria, and in Morocco.
    monthsAlsoOf: ['ar-SY', 'ar-DZ', 'ar-MA'],
  },
  fr: {
    dayEnding: 'er',
    abbreviations: {
      beforeMore: 'mm mme mmes mlle ex cf',
      oftenLast: 'janv févr avr juil août déc',
      beginnings: 'le la les il elle ils elles ce cette ces un une en après',
    },
  },
  ru: {
    hasShortCountries: true,
    yearWords: ['г', 'г.', 'год', 'года'],
    abbreviations: {
      beforeMore: 'г-н г-жа им т.е т.к ст см акад проф ген',
      oftenLast: 'янв февр апр авг сент окт нояб дек гг вв др',
      beginnings: 'в на по с после это он она они но',
    },
  },
};

export const LANGUAGES: readonly string[] = Object.keys(languages);

const all = Object.values(languages);

/** Of all languages: a search is typed in any. */
export const YEAR_WORDS: readonly string[] = all.flatMap(({ yearWords = [] }) => yearWords);
export const DAY_ENDINGS: readonly string[] = all.flatMap(({ dayEnding = [] }) => dayEnding);

/** Of all languages: a dataset may not say which one its texts are in. */
export const ABBREVIATIONS: readonly Abbreviations[] = all.flatMap(({ abbreviations = [] }) => abbreviations);

/** Locales whose names of months are known in search. */
export const MONTH_LOCALES: readonly string[] = [...LANGUAGES, ...all.flatMap(({ monthsAlsoOf = [] }) => monthsAlsoOf)];

/** Of a locale's language; nothing in particular where the page doesn't speak it. */
export function languageFacts(locale: string): LanguageFacts {
  return languages[locale.split('-')[0] ?? ''] ?? {};
}
