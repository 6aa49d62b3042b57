import type { Steps } from '../../base/steps';
import { listInWords } from '../../base/translate';
import type { Translate } from '../../base/translate';
import { makeDateColumn } from '../../model/dates/reading/date-column';
import type { DateDecision, DateReadingContext, DayOrder } from '../../model/dates/reading/date-reading';
import { readDate } from '../../model/dates/reading/read-date';
import { makeImportedReader } from '../imported/imported-reader';
import type { ImportedEnd } from '../imported/imported-reader';
import type { ImportedEvents } from '../imported-events';
import { makeChronicle } from './chronicle';
import type { ChronicleEvent, ChronicleSettings, ChronicleSink } from './chronicle';
import { addChronicleEvent } from './chronicle-event';
import { linkDefinition } from './line-links';
import type { LinkDefinitions, LineLink } from './line-links';
import { areListNumbers } from './line-marks';

/** Reads chronologies in plain text, Markdown and markwhen: lines that begin with a date. */
export const chronologyReader = makeImportedReader({ name: 'Markdown', read: readChronology });

/** Read in whatever the page speaks. */
const LANGUAGES = ['en', 'ru', 'ar', 'fr'];
/** Lines between two places to stop: each costs some tens of microseconds. */
const LINES_A_STEP = 64;
/** Definitions of links are short. */
const LONGEST_DEFINITION = 4000;

/** For each event so many lines that aren't one make prose of a text. */
const MOST_OTHERS = 4;

/** What one walk over the lines counted. */
interface Counts {
  lines: number;
  events: number;
  headings: number;
  unread: number;
}

function* readChronology(text: string, into: ImportedEvents): Steps<ImportedEnd> {
  const lines = text.split(/\r\n?|\n/);
  const definitions = definitionsIn(lines);
  const areNumbersMarks = areListNumbers(lines);
  const languages = [into.t.locale, ...LANGUAGES];
  const found = yield* lookOver(lines, { context: { languages }, definitions, areNumbersMarks });
  // Prose may have a date at the beginning of a line.
  if (found.events === 0 || found.others > MOST_OTHERS * found.events) return undefined;
  const counts: Counts = { lines: 0, events: 0, headings: 0, unread: 0 };
  const chronicle = makeChronicle({ context: found.context, definitions, areNumbersMarks }, sinkInto(into, counts));
  yield* walk(lines, definitions, chronicle, 0.5);
  counts.lines = lines.filter((line) => line.trim() !== '').length;
  into.describe(found.head);
  if (!found.hasOrder) tellOrder(found.decision, into);
  into.note('settled', countsInWords(counts, into.t));
  return { records: counts.events + counts.unread, ...(found.isMarkwhen ? { format: 'markwhen' } : {}) };
}

interface LookedOver {
  readonly context: DateReadingContext;
  readonly decision: DateDecision;
  readonly events: number;
  /** Lines that are neither, nor part of one. */
  readonly others: number;
  readonly isMarkwhen: boolean;
  /** The head says whether days or months stand first. */
  readonly hasOrder: boolean;
  readonly head: Parameters<ImportedEvents['describe']>[0];
}

/** A first walk, for what all dates together decide, and what the head says. */
function* lookOver(lines: readonly string[], fixed: ChronicleSettings): Steps<LookedOver> {
  const { context, definitions } = fixed;
  const column = makeDateColumn(context);
  const preface: string[] = [];
  const headings: string[] = [];
  const settings = new Map<string, string>();
  let events = 0;
  let others = 0;
  const chronicle = makeChronicle(fixed, {
    event: () => void (events += 1),
    setting: (name, value) => void settings.set(name, value),
    preface: (text) => void preface.push(text),
    heading: (text) => void headings.push(text),
    unread: () => void (others += 1),
    dateText: column.add,
  });
  yield* walk(lines, definitions, chronicle, 0);
  const asOf = dayOf(settings.get('as-of'), context);
  const decision = column.decide(asOf === undefined ? undefined : Number.parseInt(asOf, 10));
  const order = orderOf(settings.get('order'));
  const language = settings.get('language');
  return {
    context: {
      ...decision.context,
      ...(order === undefined ? {} : { order }),
      languages: [...(language === undefined ? [] : [language]), ...context.languages],
    },
    decision,
    events,
    others: others + preface.length,
    hasOrder: order !== undefined,
    isMarkwhen: settings.has('order') || lines.some((line) => /^(?:section|group)\s+\S/i.test(line)),
    head: { ...titleAndText(settings, headings, preface, context), asOf, language },
  };
}

/** The title a file gives itself; else its first heading that is no date, or its first line. */
function titleAndText(
  settings: ReadonlyMap<string, string>,
  headings: readonly string[],
  preface: readonly string[],
  context: DateReadingContext,
): { readonly title: string | undefined; readonly description: string | undefined } {
  const heading = headings.slice(0, 1).find((text) => readDate(text, context).edtf === undefined);
  const title = settings.get('title') ?? heading;
  const rest = title === undefined ? preface.slice(1) : preface;
  const description = settings.get('description') ?? (rest.length === 0 ? undefined : rest.join('\n'));
  return { title: title ?? preface[0], description };
}

/** `d/M/yyyy` and the like, as markwhen says it. */
function orderOf(format: string | undefined): DayOrder | undefined {
  if (format === undefined) return undefined;
  const [day, month] = [format.search(/d/i), format.search(/M/)];
  return day < 0 || month < 0 ? undefined : day < month ? 'day-first' : 'month-first';
}

function dayOf(text: string | undefined, context: DateReadingContext): string | undefined {
  const { edtf, sure } = readDate(text ?? '', context);
  return sure === 'sure' && /^-?\d{4}-\d\d-\d\d$/.test(edtf ?? '') ? edtf : undefined;
}

function definitionIn(line: string): ReturnType<typeof linkDefinition> {
  return line.length > LONGEST_DEFINITION ? undefined : linkDefinition(line);
}

function definitionsIn(lines: readonly string[]): LinkDefinitions {
  const definitions = new Map<string, LineLink>();
  for (const line of lines) {
    const found = definitionIn(line);
    if (found !== undefined && !definitions.has(found.label)) definitions.set(found.label, found.link);
  }
  return definitions;
}

/** Share of the work from `done`: a walk is half of it. */
function* walk(
  lines: readonly string[],
  definitions: LinkDefinitions,
  chronicle: ReturnType<typeof makeChronicle>,
  done: number,
): Steps<void> {
  for (let at = 0; at < lines.length; at += 1) {
    if (at % LINES_A_STEP === 0) yield done + (0.5 * at) / lines.length;
    const line = lines[at] ?? '';
    if (definitions.size > 0 && definitionIn(line) !== undefined) continue;
    chronicle.take(line, at + 1, () => lines.slice(at + 1, at + 20).find((next) => next.trim() !== ''));
  }
  chronicle.finish();
}

function sinkInto(into: ImportedEvents, counts: Counts): ChronicleSink {
  const { t } = into;
  const unread = (text: string, line: number): void => {
    counts.unread += 1;
    into.reject({
      where: t('position.line', { line }),
      field: '',
      found: text,
      expected: t('chronology.expected.date'),
      effect: 'left-out',
    });
  };
  return {
    event: (event: ChronicleEvent) => {
      // A date with nothing to it says of nothing when it was.
      if (event.head === undefined && event.text.length === 0 && event.evidence.length === 0)
        unread(event.dateText, event.line);
      else {
        counts.events += 1;
        addChronicleEvent(event, into);
      }
    },
    heading: () => void (counts.headings += 1),
    unread,
    setting: () => undefined,
    preface: () => undefined,
    dateText: () => undefined,
  };
}

/** How 3/4/2016 was read, and by what. */
function tellOrder({ order, context, counts }: DateDecision, { t, note }: ImportedEvents): void {
  if (order === 'asked') note('to-settle', t('chronology.note.either', { n: counts.either }));
  if (order !== 'cells') return;
  const isDayFirst = context.order === 'day-first';
  const n = isDayFirst ? counts.dayFirst : counts.monthFirst;
  note('settled', t(isDayFirst ? 'chronology.note.dayFirst' : 'chronology.note.monthFirst', { n }));
}

/** "31 lines: 27 events, 3 headings, 1 not read". */
function countsInWords({ lines, events, headings, unread }: Counts, t: Translate): string {
  const list = [
    t('chronology.count.events', { n: events }),
    ...(headings === 0 ? [] : [t('chronology.count.headings', { n: headings })]),
    ...(unread === 0 ? [] : [t('chronology.count.unread', { n: unread })]),
  ];
  return t('chronology.count.lines', { n: lines, list: listInWords(list, t) });
}
