import { dateAtStart } from '../../chronology/line-date';
import { readEvidence } from '../../chronology/line-evidence';
import type { LineEvidence } from '../../chronology/line-evidence';
import { linkedText } from '../../chronology/line-links';
import type { LineLink, LinkDefinitions } from '../../chronology/line-links';
import { withoutEmphasis } from '../../chronology/line-marks';
import { titleParts } from '../../chronology/line-names';
import type { TitleParts } from '../../chronology/line-names';
import type { DateReading, DateReadingContext } from '../../../model/dates/reading/date-reading';
import { readDate } from '../../../model/dates/reading/read-date';
import { shapeOf } from './line-shape';
import type { LineShape } from './line-shape';
import { unmasked } from './masked';
import { roleByWord } from './notebook-words';

export type Within = NonNullable<DateReadingContext['within']>;

/** A line that begins with a date, or that says that it has none. */
export interface DatedText extends TitleParts {
  /** Undefined where the line says that the event has none. */
  readonly date: DateReading | undefined;
  /** As it stands. */
  readonly dateText: string;
  /** What follows it, as it stands. */
  readonly rest: string;
  readonly links: readonly LineLink[];
}

/** What holds for all lines of a text. */
export interface ReaderSettings {
  /** BCP 47, the document's first. */
  readonly languages: readonly string[];
  readonly areNumbersMarks: boolean;
  readonly definitions: LinkDefinitions;
}

/** Reads lines, each once. Dates are read without what other dates decide. */
export interface LineReader {
  readonly settings: ReaderSettings;
  /** Which settings these are: equal for equal ones. */
  readonly key: string;
  readonly shape: (line: string) => LineShape;
  /** A masked text that begins with a date. */
  readonly dated: (text: string, within: Within | undefined) => DatedText | undefined;
  /** What follows the date of the day above. */
  readonly tail: (text: string) => TitleParts & { readonly links: readonly LineLink[] };
  readonly evidence: (text: string) => LineEvidence;
  /** A whole text that is a date. */
  readonly date: (text: string, choices?: Partial<DateReadingContext>) => DateReading;
  /** How many lines were read so far. */
  readonly linesRead: () => number;
}

/** So many texts are remembered; beyond, all are read anew. */
const MOST_KNOWN = 50_000;
/** A longer line is a text: nothing but its date is looked for. */
const LONGEST_LINE = 20_000;

/** A reader of lines that remembers what it has read. */
export function makeLineReader(settings: ReaderSettings, key: string): LineReader {
  const { languages, areNumbersMarks, definitions } = settings;
  const shapes = new Map<string, LineShape>();
  const dateds = new Map<string, DatedText | undefined>();
  const evidences = new Map<string, LineEvidence>();
  const dates = new Map<string, DateReading>();
  let count = 0;

  const tail = (rest: string): TitleParts & { readonly links: readonly LineLink[] } => {
    if (rest.length > LONGEST_LINE)
      return { title: unmasked(rest), names: [], type: undefined, status: [], tags: [], links: [] };
    const { text, links } = linkedText(rest, definitions);
    const parts = titleParts(withoutEmphasis(text).replaceAll(/\s+/g, ' '), roleByWord);
    return {
      ...parts,
      title: unmasked(parts.title),
      names: parts.names.map(({ name, role }) => ({ name: unmasked(name), role })),
      links: links.map(({ url, words }) => ({ url: unmasked(url), words: words && unmasked(words) })),
    };
  };
  const readDated = (text: string, within: Within | undefined): DatedText | undefined => {
    // A link about the date itself: "[22 February](https://...) - ...".
    const linked = text.startsWith('[') && text.includes('](') ? linkedText(text, definitions) : undefined;
    const found = dateAtStart(linked?.text ?? text, { languages, within });
    if (found === undefined) return undefined;
    const { reading, dateText, rest } = found;
    const parts = tail(rest);
    return { date: reading, dateText, rest, ...parts, links: [...(linked?.links ?? []), ...parts.links] };
  };

  return {
    settings,
    key,
    linesRead: () => count,
    tail,
    shape: (line) =>
      remembered(shapes, line, () => {
        count += 1;
        return shapeOf(line, areNumbersMarks);
      }),
    dated: (text, within) =>
      remembered(dateds, within === undefined ? text : `${text}\n${within.year} ${within.month ?? ''}`, () =>
        readDated(text, within),
      ),
    evidence: (text) =>
      remembered(evidences, text, () => {
        const { quote, publisher, published, url } = readEvidence(text, { languages }, definitions);
        return { quote: plain(quote), publisher: plain(publisher), published, url: plain(url) };
      }),
    date: (text, choices = {}) =>
      remembered(dates, `${text}\n${JSON.stringify(choices)}`, () => readDate(text, { languages, ...choices })),
  };
}

function plain(part: string | undefined): string | undefined {
  return part === undefined ? undefined : unmasked(part);
}

function remembered<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined || known.has(key)) return before as Value;
  if (known.size >= MOST_KNOWN) known.clear();
  const made = make();
  known.set(key, made);
  return made;
}
