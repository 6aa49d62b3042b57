/** Marks of footnotes, as they come with what is copied from an encyclopedia: `16 February 1946[1][a]`. */
const FOOTNOTES = /(?<=\p{Nd}{4}|\p{L}{2})(?:\[(?:\p{Nd}{1,3}|\p{L}|(?:note|nb|n\.) ?\p{Nd}{1,3})\])+$/u;
/** Between two dates: from one to the other. */
const ARROWS = /[\u2192\u27F6\u21D2\u2794]|(?<=\s)-{1,2}>(?=\s)/g;
/** Years of reigns, and of the Republic of China, that run with the Gregorian calendar: what is added to theirs. */
const ERAS: Readonly<Record<string, number>> = {
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
  民國: 1911,
  民国: 1911,
};
const YEAR_OF_ERA = /(明治|大正|昭和|平成|令和|民國|民国)\s?(元|\d{1,3})(?=年)/g;
/** Japan took the Gregorian calendar in 1873: no day before it is one of ours. */
const FIRST_YEAR_OF_ERAS = 1873;
/** Printable characters of English typing: most dates of most files. */
const PLAIN = /^[ -~]*$/;
/** Marks of direction and joining, byte order marks, the Arabic letter extender: no part of a date. */
const UNSEEN = /[\u00AD\u061C\u0640\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
/** Raised digits are the numbers of footnotes, and fractions are no days: folding would make figures of them. */
const OTHER_FIGURES = /[\u00B2\u00B3\u00B9\u00BC-\u00BE\u2070-\u2089\u2150-\u218F\u2460-\u24FF]/;
const DIGITS_OF_THE_EAST = /[\u0660-\u0669\u06F0-\u06F9]/g;
const HYPHENS = /[\u2010\u2011\u2212\uFE63\uFF0D]/g;
/** Figure dash, en dash, em dash, bar. */
const DASHES = /[\u2012-\u2015]/g;
const APOSTROPHES = /[\u2018\u2019\u02BC\u2032`\u00B4]/g;

/**
 * A date's text as the reader compares it: lower case, without accents and marks of direction, with the digits 0-9, one
 * kind of hyphen, dash (–), apostrophe and blank. Undefined where it holds figures that folding would turn into others.
 */
export function foldDateText(written: string): string | undefined {
  const text = written.trimEnd().replace(FOOTNOTES, '').replace(ARROWS, ' – ');
  if (PLAIN.test(text)) return text.toLowerCase().replaceAll('`', "'").replaceAll(/ {2,}/g, ' ').trim();
  if (OTHER_FIGURES.test(text)) return undefined;
  return foldDateWord(
    text
      .replaceAll(HYPHENS, '-')
      .replaceAll(DASHES, '–')
      .replaceAll(APOSTROPHES, "'")
      .replaceAll('،', ',')
      .replaceAll('؛', ';')
      .replaceAll('؟', '?')
      .replaceAll(YEAR_OF_ERA, (all, era: string, year: string) => {
        const ours = (ERAS[era] ?? 0) + (year === '元' ? 1 : Number(year));
        return ours < FIRST_YEAR_OF_ERAS ? all : String(ours);
      })
      // The one order in which Chinese and Japanese write a day.
      .replaceAll(
        /(\d{1,4})\s?([年月日])/g,
        (_, figures: string, unit: string) => figures + (unit === '日' ? '' : '-'),
      ),
  )
    .replace(/(?<=\d)-$/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** A word folded as texts are: what the tables of words are made of. */
export function foldDateWord(word: string): string {
  return word
    .replaceAll(UNSEEN, '')
    .normalize('NFKC')
    .replaceAll(DIGITS_OF_THE_EAST, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');
}
