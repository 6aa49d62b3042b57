import { headText, isWholeHead } from '../recognise';
import type { Confidence } from '../recognise';

/** As many lines tell what a text is, and as many characters of each whether it begins with a date. */
const MOST_LINES = 100;
const MOST_OF_LINE = 90;
const TELLING_BYTES = 16_384;
/** Of the lines that could begin with a date so many do; fewer where dates stand above others as headings. */
const LEAST_SHARE = 0.4;
const LEAST_UNDER_HEADINGS = 0.2;
const LEAST_LINES = 2;

const MARK = /^\s*(?:[-*+•]\s+|\d{1,3}[.)]\s+)?(?:\*\*|__|\[|\()?/;
/** What ends a date: a sign, or Markdown's. */
const SIGN = /:(?:\s|$)|\s(?:-{1,2}|[–—])\s|(?<=\S)[–—]\s|\*\*|__|[\])](?:\s|:)/;
/**
 * The whole of what stands before the sign: at most four words, a figure, and after the last of them at most two words
 * (an era, a place). With a year, or with an era, or in figures like 11-Mar-15.
 */
const FORM = /^(?:[\p{L}.’']{1,14},?\s+){0,5}\p{N}[\p{N}\p{L}.,/'’[\]{} :?~–-]{0,60}$/u;
const HAS_YEAR =
  /(?<![\p{N}.])[12\u0661\u0662]\p{N}{3}(?!\p{N})|\p{N}{1,2}[-/.](?:\p{L}{3,9}|\p{N}{1,2})[-/.]\p{N}{2}|\p{N}\s+(?:bce?\b|ad\b|ce\b|av\.|v\. ?chr|г?\.? ?до н|ق)/iu;
/** What follows the last of its years. */
const AFTER_YEAR = /^[^]*(?<![\p{N}.])[12\u0661\u0662]\p{N}{3}(?!\p{N})/u;
/** "22 Feb", "Feb 22", "3 May", under a heading. */
const DAY_OF_MONTH =
  /^(?:\p{N}{1,2}(?:st|nd|rd|th|er|-го)?[. ]+\p{L}{3,12}|\p{L}{3,12}\.? \p{N}{1,2}(?:st|nd|rd|th)?)(?:\s?[–-]\s?\p{N}{1,2})?$/u;
/** A day at the beginning, without any sign after it, in a line that isn't one of a table. */
const BEGINS_DAY =
  /^(?:\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th|er|-го)?[ .]{1,2}\p{L}{3,12}\.?,? \d{4}|\p{L}{3,12}\.? \d{1,2},? \d{4})(?: [^\t]{2,}$|\s*$)/u;
/** A date and what parts the cells of a table, with no blank after it as prose has. */
const CELL_OF_DATE = /^["']?[\p{N}\p{L} :./+-]{0,40}\p{N}(?: ?[ap]m| г\.|z)?["']?(?:[,;|](?=["\p{L}])|[,;|]{2}|\t)/iu;
/** A year, month or day on a line of its own, or in a heading. */
const ALONE =
  /^\s*(?:#{1,6}\s+)?(?:\*\*)?(?:\p{N}{1,2}(?:st|nd|rd|th|er|-го)?[ .]{1,2})?(?:\p{L}{3,12}\.?,? )?(?:\p{N}{1,2},? )?[12\u0661\u0662]\p{N}{3}(?:-\d\d){0,2}(?: г\.| года)?(?:\*\*)?:?\s*$/u;
/** Lines of a head or a comment say nothing either way. */
const OTHER =
  /^\s*(?:$|#|\/\/|>|---|\[\^?[^\]]+\]:|title\s*:|description\s*:|lang\s*:|as of\b|dateformat\s*:|section\b|group\b|end|\s{2,})/i;

/**
 * A chronology in plain text, Markdown or markwhen: `likely` where many of its lines begin with a date and a sign after
 * it, or stand under dates on lines of their own. Tables, lists of codes, JSON, XML and prose are none.
 */
export function recogniseChronology(head: Uint8Array): Confidence {
  const text = headText(head, TELLING_BYTES);
  if (text === '' || /^[{<]/.test(text) || /^\[\s*["{[]/.test(text)) return 'none';
  const all = text.split(/\r\n?|\n/, MOST_LINES + 1);
  // The last line may break off.
  const lines = isWholeHead(head) && head.length <= TELLING_BYTES ? all : all.slice(0, -1);
  const counts = { dated: 0, inMonth: 0, alone: 0, others: 0 };
  for (const line of lines) {
    const is = kindOf(line);
    if (is !== undefined) counts[is] += 1;
  }
  return isChronology(counts) ? 'likely' : 'none';
}

type Kind = 'dated' | 'inMonth' | 'alone' | 'others';

function isChronology({ dated, inMonth, alone, others }: Readonly<Record<Kind, number>>): boolean {
  const hits = dated + alone + (alone > 0 ? inMonth : 0);
  if (hits < LEAST_LINES) return false;
  const share = hits / (dated + inMonth + alone + others);
  return share >= (alone > 0 ? LEAST_UNDER_HEADINGS : LEAST_SHARE);
}

function kindOf(whole: string): Kind | undefined {
  const line = whole.slice(0, MOST_OF_LINE);
  if (whole.length < MOST_OF_LINE && ALONE.test(line)) return 'alone';
  const bare = line.replace(/^#{1,6}\s+/, '').replace(MARK, '');
  if (CELL_OF_DATE.test(bare)) return 'others';
  const end = bare.search(SIGN);
  const start = end < 0 ? '' : bare.slice(0, end).trim();
  if (start !== '' && isDate(start)) return 'dated';
  if (DAY_OF_MONTH.test(start) || (/^\s*#/.test(line) && DAY_OF_MONTH.test(bare.trim()))) return 'inMonth';
  if (BEGINS_DAY.test(bare)) return 'dated';
  return OTHER.test(whole.slice(0, MOST_OF_LINE)) ? undefined : 'others';
}

function isDate(start: string): boolean {
  if (!FORM.test(start) || !HAS_YEAR.test(start)) return false;
  const after = AFTER_YEAR.test(start) ? start.replace(AFTER_YEAR, '') : '';
  return (after.match(/\p{L}{2,}/gu) ?? []).length <= 1;
}
