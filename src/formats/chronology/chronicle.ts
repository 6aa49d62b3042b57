import type { DateReading, DateReadingContext } from '../../model/dates/reading/date-reading';
import { readDate } from '../../model/dates/reading/read-date';
import { chronologyLine } from './chronology-line';
import type { ChronologyLine, SettingName } from './chronology-line';
import { readEvidence } from './line-evidence';
import type { LineEvidence } from './line-evidence';
import type { LinkDefinitions } from './line-links';
import { readDatedLine } from './read-line';
import type { DatedLine } from './read-line';

/** An event on its way: its line, and those under it. */
export interface ChronicleEvent {
  /** Counted from 1. */
  readonly line: number;
  readonly date: DateReading;
  readonly dateText: string;
  /** Undefined where the text below is all there is. */
  readonly head: DatedLine | undefined;
  readonly text: string[];
  readonly evidence: LineEvidence[];
}

/** Told what the lines of a chronology come to, in their order. */
export interface ChronicleSink {
  readonly event: (event: ChronicleEvent) => void;
  readonly setting: (name: SettingName, value: string) => void;
  /** A text before the first event. */
  readonly preface: (text: string) => void;
  readonly heading: (text: string) => void;
  /** A line that belongs to nothing. */
  readonly unread: (text: string, line: number) => void;
  /** Of all dates as they stand. */
  readonly dateText: (text: string) => void;
}

/** What holds for all lines of a chronology. */
export interface ChronicleSettings {
  readonly context: DateReadingContext;
  readonly definitions: LinkDefinitions;
  /** Whether `22.` before a text is the number of a list, and not a day (`areListNumbers`). */
  readonly areNumbersMarks: boolean;
}

type Within = NonNullable<DateReadingContext['within']>;

interface Heading extends Within {
  readonly level: number;
}

type TextLine = Extract<ChronologyLine, { is: 'text' }>;

/** A date that stands alone, under which events stand. */
interface DayAbove {
  readonly reading: DateReading;
  readonly dateText: string;
  readonly indent: number;
}

const YEAR_OR_MONTH = /^-?\d{4}(?:-(?:0\d|1[0-2]))?$/;

/**
 * Takes the lines of a chronology one after the other: dates that a heading completes, dates on a line of their own with
 * what stands under them, indented lines and those that go on, evidence. Each line comes to something, or is told as
 * unread. `finish` hands over the last event.
 */
export function makeChronicle(
  { context, definitions, areNumbersMarks }: ChronicleSettings,
  sink: ChronicleSink,
): {
  readonly take: (line: string, number: number, next: () => string | undefined) => void;
  readonly finish: () => void;
} {
  let headings: readonly Heading[] = [];
  let current: ChronicleEvent | undefined;
  let currentIndent = 0;
  let day: DayAbove | undefined;
  let isAfterBlank = false;
  let hasBegun = false;

  const within = (): DateReadingContext => {
    const innermost = headings.at(-1);
    return innermost === undefined ? context : { ...context, within: innermost };
  };
  const close = (): void => {
    if (current !== undefined) sink.event(current);
    current = undefined;
  };
  const open = (
    event: Omit<ChronicleEvent, 'text' | 'evidence'>,
    indent: number,
    text: readonly string[] = [],
  ): void => {
    close();
    hasBegun = true;
    current = { ...event, text: [...text], evidence: [] };
    currentIndent = indent;
  };
  const under = (level: number, found: Within | undefined): void => {
    headings = headings.filter((above) => above.level < level);
    if (found !== undefined) headings = [...headings, { ...found, level }];
  };

  const takeHeading = (text: string, level: number): void => {
    close();
    day = undefined;
    const dated = readDatedLine(text, within(), definitions);
    if (dated !== undefined && dated.title !== '' && isDay(dated.date)) {
      takeDated(dated, { is: 'text', indent: 0, hasMark: false, text }, lineNumber);
      return;
    }
    sink.heading(text);
    if (dated?.title === '' && isDay(dated.date)) {
      sink.dateText(dated.dateText);
      day = { reading: dated.date, dateText: dated.dateText, indent: -1 };
      under(level, headings.at(-1));
    } else under(level, headingDate(text, within()));
  };

  let lineNumber = 0;
  const takeDated = (dated: DatedLine, { indent }: TextLine, line: number): void => {
    sink.dateText(dated.dateText);
    day = undefined;
    open({ line, date: dated.date, dateText: dated.dateText, head: dated }, indent);
  };

  /** A date alone completes the dates under it, where they need it; else what stands under it happened then. */
  const takeDateAlone = (dated: DatedLine, line: TextLine, next: string | undefined): void => {
    close();
    const found = headingOf(dated.date);
    if (found !== undefined && next !== undefined && needsHeading(next, found)) {
      sink.heading(line.text);
      under(MOST_LEVELS + (found.month === undefined ? 1 : 2), found);
      return;
    }
    sink.dateText(dated.dateText);
    hasBegun = true;
    day = { reading: dated.date, dateText: dated.dateText, indent: line.indent };
    open({ line: lineNumber, date: dated.date, dateText: dated.dateText, head: undefined }, line.indent);
  };

  const needsHeading = (next: string, found: Within): boolean => {
    const line = chronologyLine(next, false, areNumbersMarks);
    if (line.is !== 'text' && line.is !== 'heading') return false;
    const without = readDatedLine(line.text, context, definitions);
    const completed = readDatedLine(line.text, { ...context, within: found }, definitions);
    return completed !== undefined && completed.dateText !== without?.dateText;
  };

  const takeText = (line: TextLine, next: () => string | undefined): void => {
    const isBelow = current !== undefined && line.indent > currentIndent && !line.hasMark;
    const dated = isBelow ? undefined : readDatedLine(line.text, within(), definitions);
    if (dated !== undefined && dated.title === '') takeDateAlone(dated, line, next());
    else if (dated !== undefined) takeDated(dated, line, lineNumber);
    else if (LIKE_A_DATE.test(line.text) && !isBelow) takeApart(line);
    else if (day !== undefined) takeUnderDay(day, line);
    else if (current !== undefined && (!isAfterBlank || line.indent > currentIndent)) current.text.push(withMark(line));
    else takeApart(line);
  };

  const takeApart = ({ text }: TextLine): void => {
    if (hasBegun) sink.unread(text, lineNumber);
    else sink.preface(text);
  };

  /** Each mark of a list begins an event of the day; other lines are the text of the one that is open. */
  const takeUnderDay = ({ reading, dateText, indent }: DayAbove, line: TextLine): void => {
    const isNested = line.hasMark && current !== undefined && current.head !== undefined && line.indent > currentIndent;
    const isApart = !line.hasMark && isAfterBlank && current?.head !== undefined && line.indent <= currentIndent;
    if (isApart) return sink.unread(line.text, lineNumber);
    if (!line.hasMark || isNested) {
      if (current === undefined) open({ line: lineNumber, date: reading, dateText, head: undefined }, indent);
      if (current !== undefined && isAfterBlank && current.text.length > 0) current.text.push('');
      current?.text.push(withMark(line));
      return;
    }
    if (current !== undefined && current.head === undefined && current.text.length === 0) current = undefined;
    // The day stands before it, as on a line of its own.
    const head = readDatedLine(`${dateText}: ${line.text}`, within(), definitions);
    open({ line: lineNumber, date: reading, dateText, head }, line.indent, head === undefined ? [line.text] : []);
  };

  const takeEvidence = (text: string): void => {
    if (current !== undefined) current.evidence.push(readEvidence(text, context, definitions));
    else if (hasBegun) sink.unread(text, lineNumber);
    else sink.preface(text);
  };

  return {
    finish: close,
    take: (text, number, next) => {
      lineNumber = number;
      const line = chronologyLine(text, !hasBegun, areNumbersMarks);
      if (line.is === 'heading') takeHeading(line.text, line.level);
      if (line.is === 'setting') sink.setting(line.name, line.value);
      if (line.is === 'evidence') takeEvidence(line.text);
      if (line.is === 'text') takeText(line, next);
      isAfterBlank = line.is === 'blank' || (isAfterBlank && line.is === 'decoration');
    },
  };
}

/** Before a colon, what would be a date if anybody could read it: "now - 10 years: ...", "Summer or so 2016: ...". */
const LIKE_A_DATE = /^(?:\d|now\b|!\w|(?:before|after)\b|[^:]{0,30}\d{4})[^:]{0,30}:\s/i;

/** Headings of Markdown have at most so many levels; dates alone on a line are below them. */
const MOST_LEVELS = 6;

function withMark({ hasMark, text }: TextLine): string {
  return hasMark ? `• ${text}` : text;
}

function isDay({ edtf }: DateReading): boolean {
  return edtf !== undefined && !YEAR_OR_MONTH.test(edtf);
}

function headingOf({ edtf, sure, display }: DateReading): Within | undefined {
  if (edtf === undefined || sure !== 'sure' || display !== undefined || !YEAR_OR_MONTH.test(edtf)) return undefined;
  const [year, month] = edtf.replace(/^-/, '').split('-').map(Number);
  if (year === undefined) return undefined;
  return { year: edtf.startsWith('-') ? -year : year, ...(month === undefined ? {} : { month }) };
}

/** The year, or month, that a heading is or has in its words: "The war of 2016". Two years complete nothing. */
function headingDate(text: string, context: DateReadingContext): Within | undefined {
  const bare = text.replaceAll(/[*_`:]/g, '').trim();
  const whole = headingOf(readDate(bare, context));
  if (whole !== undefined) return whole;
  const years = new Set(bare.match(/(?<![\d-])[12]\d{3}(?![\d-])/g));
  const [year] = years;
  return years.size === 1 ? { year: Number(year) } : undefined;
}
