import type { DateReading, DateReadingContext } from '../../model/dates/reading/date-reading';
import { dateAtStart } from './line-date';
import { linkedText } from './line-links';
import type { LineLink, LinkDefinitions } from './line-links';
import { withoutEmphasis } from './line-marks';
import { titleParts } from './line-names';
import type { TitleParts } from './line-names';

/** A line of a chronology as far as it is understood: `DATE: TITLE - NAMES [type] (status)`. */
export interface DatedLine extends TitleParts {
  readonly date: DateReading;
  readonly dateText: string;
  readonly links: readonly LineLink[];
}

/** A longer one is a text: nothing but its date is looked for. */
const LONGEST_LINE = 20_000;
const NO_PARTS: TitleParts = { title: '', names: [], type: undefined, status: [], tags: [] };

/**
 * A line that begins with a date, without its indentation and the mark of a list (`markedLine`). Markdown's emphasis is
 * taken off, its links are their words, and where they lead stands in `links`. The title is empty where nothing but the
 * date stands there. Undefined for a line that begins with anything else. Linear in the line.
 */
export function readDatedLine(
  line: string,
  context: DateReadingContext,
  definitions: LinkDefinitions = new Map(),
): DatedLine | undefined {
  const isLong = line.length > LONGEST_LINE;
  const { text, links } = isLong ? { text: line, links: [] } : linkedText(line, definitions);
  const dated = dateAtStart(text, context);
  if (dated === undefined) return undefined;
  const { reading, dateText, rest } = dated;
  const parts = isLong ? { ...NO_PARTS, title: rest } : titleParts(withoutEmphasis(rest).replaceAll(/\s+/g, ' '));
  return { date: reading, dateText, ...parts, links };
}
