import type { Translate } from '../../base/translate';
import type { WholeDataset } from '../../model/dataset';
import type { DateReading } from '../../model/dates/reading/date-reading';
import { isSameLanguage } from '../../model/dates/date-prose';
import { linkDefinition } from '../chronology/line-links';
import type { LineLink } from '../chronology/line-links';
import { areListNumbers } from '../chronology/line-marks';
import { decidedDate, makeDateDecider } from './reading/date-decision';
import type { DateDecided } from './reading/date-decision';
import { LANGUAGES } from './date-spelling';
import { makeLineReader } from './reading/line-reader';
import type { LineReader } from './reading/line-reader';
import type { OwnerKind } from './notebook-types';
import { fieldsOf } from './reading/said';
import { textBlocks } from './reading/text-blocks';
import type { TextBlock, TextBlocks } from './reading/text-blocks';
import type { HeadSaid, NotebookMemory } from './notebook-memory';

/** A text with its lines read, before anybody asks whose they are. */
export interface TextState extends TextBlocks {
  readonly lines: readonly string[];
  readonly reader: LineReader;
  readonly decider: NotebookMemory['decider'];
  readonly decided: DateDecided;
  readonly dateOf: (block: TextBlock) => DateReading | undefined;
  readonly headSaid: HeadSaid;
}

/** The lines of a text, however they end. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n?|\n/);
}

/** Reads a text's lines, with what is remembered of another where that helps. */
export function readText(
  lines: readonly string[],
  t: Translate,
  dataset: WholeDataset,
  memory: Pick<NotebookMemory, 'reader' | 'decider'> | undefined,
): TextState {
  const { reader, decider } = readerFor(lines, t, dataset.language, memory);
  const { uses, blocks } = textBlocks(lines, reader);
  const headSaid = saidOfHead(blocks[0]);
  const asOf = headSaid['asOf'] ?? dataset.asOf?.edtf;
  const decided = decider.decide(blocks, typeof asOf === 'string' ? asOf : undefined);
  return {
    lines,
    uses,
    blocks,
    reader,
    decider,
    decided,
    headSaid,
    dateOf: (block) => decidedDate(block, decided, reader),
  };
}

function saidOfHead(head: TextBlock | undefined): HeadSaid {
  if (head === undefined) return {};
  const description = head.summary.length === 0 ? {} : { description: head.summary.map(({ text }) => text).join('\n') };
  return { ...fieldsOf(head), ...description };
}

const LANGUAGE_LINE = /^lang(?:uage)?\s*:\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\s*$/i;
/** The head of a text isn't longer. */
const HEAD_LINES = 60;
const LONGEST_DEFINITION = 4000;

function readerFor(
  lines: readonly string[],
  t: Translate,
  language: string | undefined,
  memory: Pick<NotebookMemory, 'reader' | 'decider'> | undefined,
): Pick<NotebookMemory, 'reader' | 'decider'> {
  const written = lines.slice(0, HEAD_LINES).find((line) => LANGUAGE_LINE.test(line));
  const own = LANGUAGE_LINE.exec(written ?? '')?.[1] ?? language;
  // In the same order whatever the page speaks: a file reads the same everywhere.
  const more = LANGUAGES.some((known) => isSameLanguage(known, t.locale)) ? [] : [t.locale];
  const languages = [...new Set([...(own === undefined ? [] : [own]), ...LANGUAGES, ...more])];
  const definitions = definitionsIn(lines);
  const numbered = lines.filter((line) => /^\s{0,12}\d{1,4}\.\s/.test(line));
  const areNumbersMarks = areListNumbers(numbered);
  const key = JSON.stringify([languages, areNumbersMarks, [...definitions]]);
  if (memory?.reader.key === key) return memory;
  return {
    reader: makeLineReader({ languages, areNumbersMarks, definitions }, key),
    decider: makeDateDecider(languages),
  };
}

function definitionsIn(lines: readonly string[]): ReadonlyMap<string, LineLink> {
  const definitions = new Map<string, LineLink>();
  for (const line of lines) {
    if (line.length > LONGEST_DEFINITION || !/^\s{0,3}\[/.test(line)) continue;
    const found = linkDefinition(line);
    if (found !== undefined && !definitions.has(found.label)) definitions.set(found.label, found.link);
  }
  return definitions;
}

/** Whether a block can be a record of a kind: one that isn't read for now is still what it was. */
export function isBlockOf(block: TextBlock, kind: OwnerKind): boolean {
  return block.kind === kind || block.kind === 'unread';
}
