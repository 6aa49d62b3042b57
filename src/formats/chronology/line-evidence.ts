import type { DateReadingContext } from '../../model/dates/reading/date-reading';
import { readDate } from '../../model/dates/reading/read-date';
import { linkedText } from './line-links';
import type { LinkDefinitions } from './line-links';

/** What an event rests on, as a line under it says. */
export interface LineEvidence {
  readonly quote: string | undefined;
  readonly publisher: string | undefined;
  /** EDTF. */
  readonly published: string | undefined;
  readonly url: string | undefined;
}

const QUOTE = /"([^"]{1,2000})"|“([^”]{1,2000})”|«([^»]{1,2000})»|„([^“”]{1,2000})[“”]/u;

/** `"cessation of hostilities" TASS, 24 Feb 2016`: quote, publisher, date and address in any order. */
export function readEvidence(text: string, context: DateReadingContext, definitions: LinkDefinitions): LineEvidence {
  const { text: plain, links } = linkedText(text, definitions);
  const match = QUOTE.exec(plain);
  const quote = match?.slice(1).find((words) => words !== undefined);
  const rest = match === null ? plain : plain.replace(match[0], ' ');
  const { date, words } = publishedIn(rest.replaceAll(/\s+/g, ' ').trim(), context);
  const [link] = links;
  const publisher = tidy(words) || link?.words;
  return { quote, publisher: publisher === '' ? undefined : publisher, published: date, url: link?.url };
}

/** The date among parts that commas and dashes make, which may hold a comma itself ("TASS, Feb 24, 2016"). */
function publishedIn(
  text: string,
  context: DateReadingContext,
): { readonly date: string | undefined; readonly words: string } {
  const parts = text.split(/(\s*,\s*|\s+[-–—]\s+)/).slice(0, 40);
  for (let from = 0; from < parts.length; from += 2) {
    for (let to = Math.min(from + 3, parts.length); to > from; to -= 2) {
      const reading = readDate(parts.slice(from, to).join('').replaceAll(/[()]/g, ''), context);
      if (reading.sure !== 'sure') continue;
      return { date: reading.edtf, words: [...parts.slice(0, from), ...parts.slice(to)].join('') };
    }
  }
  return { date: undefined, words: text };
}

function tidy(words: string): string {
  return words.replaceAll(/^[\s,–—()-]+|[\s,–—()-]+$/g, '').replaceAll(/\s+/g, ' ');
}
