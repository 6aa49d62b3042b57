import { headText, isWholeHead } from '../recognise';
import type { Confidence } from '../recognise';

/** As many lines tell what a text is. */
const MOST_LINES = 200;
const TELLING_BYTES = 16_384;
/** Of the lines that could begin with a date so many do. */
const LEAST_SHARE = 0.4;
const LEAST_LINES = 2;

const MARK = String.raw`\s*(?:[-*+•]\s+|\d{1,3}[.)]\s+|#{1,6}\s+)?(?:\*\*|__|\[|\()?`;
/** What a date begins with: nothing, or a few short words ("since", "с", "on or before"), then figures or a word and figures. */
const DATE = String.raw`(?:[\p{L}.]{1,12}\s+){0,4}(?:\p{L}{1,14}[.,]?\s+)?[\p{N}][\p{L}\p{N}.,/'’ –-]{0,60}?`;
/** What ends it. */
const SIGN = String.raw`(?:(?:\*\*|__|\]|\))[\s:.,–—-]|:\s|\s(?:-{1,2}|[–—])\s|[–—]\s)`;
const DATED = new RegExp(`^${MARK}${DATE}${SIGN}`, 'u');
const BEGINS_DAY = new RegExp(
  String.raw`^${MARK}(?:\d{4}-\d\d(?:-\d\d)?|\d{1,2}(?:st|nd|rd|th|er|-го)?[ .]+\p{L}{3,12}\.?,? \d{4}|\p{L}{3,12}\.? \d{1,2},? \d{4})(?=[\s:*–—)\]-]|$)(?!.*[,;\t].*[,;\t].*[,;\t])`,
  'u',
);
/** A year, month or day on a line of its own, or in a heading. */
const DATE_ALONE =
  /^\s*(?:#{1,6}\s+)?(?:\*\*)?(?:\p{N}{1,2}(?:st|nd|rd|th|er|-го)?[ .]+)?(?:\p{L}{3,12}\.?,? )?(?:\p{N}{1,2},? )?[12\u0661\u0662]\p{N}{3}(?:-\d\d){0,2}(?: г\.| года)?(?:\*\*)?:?\s*$/u;
/** Under a year, in a heading. */
const DAY_HEADING =
  /^\s*#{1,6}\s+(?:\p{N}{1,2}(?:st|nd|rd|th|er)? \p{L}{3,12}|\p{L}{3,12}\.? \p{N}{1,2}(?:st|nd|rd|th)?)\s*$/u;
const YEAR = /(?<!\d)[12\u0661\u0662]\p{N}{3}(?!\p{N})/u;
/** Lines of a head or a comment say nothing either way. */
const OTHER =
  /^\s*(?:$|#|\/\/|>|---|title\s*:|description\s*:|lang\s*:|as of\b|dateformat\s*:|section\b|group\b|end|\s{2,})/i;

/**
 * A chronology in plain text, Markdown or markwhen: `likely` where many of its lines begin with a date and a sign after
 * it, or stand under dates on lines of their own. Tables, JSON, XML and prose are none.
 */
export function recogniseChronology(head: Uint8Array): Confidence {
  const text = headText(head, TELLING_BYTES);
  if (text === '' || /^[{<]/.test(text) || /^\[\s*["{[]/.test(text)) return 'none';
  const all = text.split(/\r\n?|\n/);
  // The last line may break off.
  const lines = (isWholeHead(head) && head.length <= TELLING_BYTES ? all : all.slice(0, -1)).slice(0, MOST_LINES);
  const counts = { dated: 0, alone: 0, others: 0 };
  for (const line of lines) {
    const is = isDateAlone(line) ? 'alone' : isDated(line) ? 'dated' : OTHER.test(line) ? undefined : 'others';
    if (is !== undefined) counts[is] += 1;
  }
  return lines.some((line) => YEAR.test(line)) ? confidenceOf(counts) : 'none';
}

function confidenceOf({ dated, alone, others }: Readonly<Record<'dated' | 'alone' | 'others', number>>): Confidence {
  if (dated + alone < LEAST_LINES) return 'none';
  const share = (dated + alone) / (dated + alone + others);
  if (share >= (alone > 0 ? LEAST_SHARE / 2 : LEAST_SHARE)) return 'likely';
  return share >= LEAST_SHARE / 4 ? 'possible' : 'none';
}

function isDateAlone(line: string): boolean {
  return line.length < 80 && (DATE_ALONE.test(line) || DAY_HEADING.test(line));
}

function isDated(line: string): boolean {
  const start = line.slice(0, 160);
  return DATED.test(start) || BEGINS_DAY.test(start);
}
