import { dateFormatOf } from '../../base/messages/locale-formats';

/** A line without what only shows where it stands. */
export interface MarkedLine {
  /** Columns it is indented by; a tab reaches the next fourth. */
  readonly indent: number;
  /** A bullet, number or box of a list before the text. */
  readonly hasMark: boolean;
  readonly text: string;
}

const MARK = /^(?:[-*+•‣▪◦–—]|\d{1,4}[.)])\s+(?:\[[ xX]\]\s+)?/;
const MARK_BUT_DAYS = /^(?:[-*+•‣▪◦–—]|\d{1,4}\)|(?:3[2-9]|[4-9]\d|\d{3,4})\.)\s+(?:\[[ xX]\]\s+)?/;

/**
 * Takes indentation, bullets, numbers and boxes of a list off. A number that may be a day ("22. Februar 2016") is only
 * taken where `areNumbersMarks` says that the numbers of the text are those of a list, and no month in German follows.
 */
export function markedLine(line: string, areNumbersMarks: boolean): MarkedLine {
  const body = line.trimStart();
  const mark = (areNumbersMarks && !isGermanDay(body) ? MARK : MARK_BUT_DAYS).exec(body)?.[0] ?? '';
  const indent = columnsOf(line.slice(0, line.length - body.length));
  return { indent, hasMark: mark !== '', text: body.slice(mark.length).trimEnd() };
}

/**
 * Whether the numbers that lines begin with count 1, 2, 3 ..., anew under each heading perhaps: then they are no days. In a
 * text that writes days as German does ("1. Mai 2016") no number before a month is one of a list.
 */
export function areListNumbers(lines: readonly string[]): boolean {
  const isGerman = lines.some((line) => isGermanDay(line.trimStart()));
  const numbers = lines.flatMap((line) => {
    const [, number] = /^\s{0,12}(\d{1,4})\.\s/.exec(line) ?? [];
    return number === undefined || (isGerman && isDayBefore(line.trimStart(), MONTHS.ofGerman)) ? [] : [Number(number)];
  });
  if (numbers.length === 0) return !isGerman;
  return numbers.every((number, index) => number === 1 || number === (numbers[index - 1] ?? 0) + 1);
}

const DAY_AND_WORD = /^(?:0?[1-9]|[12]\d|3[01])\.\s+(\p{L}+)/u;

function monthsOf(...locales: readonly string[]): ReadonlySet<string> {
  return new Set(
    locales.flatMap((locale) =>
      Array.from({ length: 12 }, (_, month) =>
        dateFormatOf(locale, { month: 'long' })
          .format(Date.UTC(2001, month, 15))
          .toLowerCase(),
      ),
    ),
  );
}

const MONTHS = { ofGerman: monthsOf('de', 'de-AT'), ofEnglish: monthsOf('en') };

function isDayBefore(text: string, months: ReadonlySet<string>): boolean {
  const [, word] = DAY_AND_WORD.exec(text) ?? [];
  return word !== undefined && months.has(word.toLowerCase());
}

/** "1. Mai 2016", and not "1. April 2016", which in English is the first of a list. */
function isGermanDay(text: string): boolean {
  return isDayBefore(text, MONTHS.ofGerman) && !isDayBefore(text, MONTHS.ofEnglish);
}

function columnsOf(blanks: string): number {
  let columns = 0;
  for (const blank of blanks) columns = blank === '\t' ? columns + 4 - (columns % 4) : columns + 1;
  return columns;
}

/** Text without Markdown's signs of emphasis and code; stars and underlines inside words stay. */
export function withoutEmphasis(text: string): string {
  return text
    .replaceAll(/\*\*|__(?=\S)|(?<=\S)__|`/g, '')
    .replaceAll(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]{1,500}?)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replaceAll(/(?<![\p{L}\p{N}_])_(?=\S)([^_]{1,500}?)(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1');
}
