import type { DiplomaticEvent } from '../../model/dataset';
import { writeDate } from '../json/write-event';
import { actorNamed } from './actor-names';
import { makeLineReader } from './reading/line-reader';
import type { LineReader } from './reading/line-reader';
import { LANGUAGES } from './date-spelling';
import { eventSaid } from './reading/said';
import type { EventSaid } from './reading/said';
import { textBlocks } from './reading/text-blocks';
import { eventHeadLines, eventUnderLines } from './write-lines';
import type { WritingContext } from './write-lines';

/** A reader of lines that stand alone, in a document of a language. */
function plainReader(language: string | undefined): LineReader {
  const key = language ?? '';
  const known = readers.get(key);
  if (known !== undefined) return known;
  const languages = [...(language === undefined ? [] : [language]), ...LANGUAGES];
  const reader = makeLineReader({ languages, areNumbersMarks: false, definitions: new Map() }, key);
  readers.set(key, reader);
  return reader;
}

const readers = new Map<string, LineReader>();

/** What lines that the page writes itself say. */
function saidByLines(lines: readonly string[], language: string | undefined): EventSaid | undefined {
  const { blocks } = textBlocks(lines, plainReader(language));
  const block = blocks.find(({ kind }) => kind === 'event');
  return block?.head === 0 ? eventSaid(block, block.date) : undefined;
}

/**
 * The lines of an event as the page writes them: of several ways to write its head the one that says most of it.
 * Remembered; `asRead` are lines that the event was read from, which save reading those of the page.
 */
export function canonicalEventLines(
  event: DiplomaticEvent,
  context: WritingContext,
  asRead?: readonly string[],
): readonly string[] {
  const before = written.get(event);
  if (before?.context === context) return before.lines;
  const rests = [
    context.language,
    ...event.participants.map(({ actor }) => context.actorOf(actor)),
    ...event.evidence.map(({ source }) => context.sourceOf(source)),
  ];
  const isSame = before?.rests.length === rests.length && before.rests.every((each, at) => each === rests[at]);
  const lines = isSame ? before.lines : writeBest(event, context, asRead);
  written.set(event, { context, rests, lines });
  return lines;
}

/** With what they rest on: actors and sources may change while the event doesn't. */
const written = new WeakMap<
  DiplomaticEvent,
  { readonly context: WritingContext; readonly rests: readonly unknown[]; readonly lines: readonly string[] }
>();

function writeBest(
  event: DiplomaticEvent,
  context: WritingContext,
  asRead: readonly string[] | undefined,
): readonly string[] {
  const under = eventUnderLines(event, context);
  let best: { readonly head: string; readonly score: number } | undefined;
  for (const head of eventHeadLines(event, context)) {
    if (best === undefined && head === asRead?.[0]) return [head, ...under];
    const said = saidByLines([head], context.language);
    const score = said === undefined ? -1 : toldOf(event, said, context);
    if (best === undefined || score > best.score) best = { head, score };
    if (score === ALL) break;
  }
  return [best?.head ?? '', ...under];
}

const ALL = 5;

/** Of how many fields of the head line it says what the event is. */
function toldOf(event: DiplomaticEvent, said: EventSaid, { actors }: WritingContext): number {
  const parties = said.parties.map(({ name, role }) => `${actorNamed(name, actors)?.id ?? ''} ${role}`);
  const isSame = [
    said.title === event.title,
    JSON.stringify(parties) === JSON.stringify(event.participants.map(({ actor, role }) => `${actor} ${role}`)),
    JSON.stringify(said.date) === JSON.stringify(plainDate(event)),
    said.type === event.type,
    JSON.stringify(said.status) === JSON.stringify(event.status.map(({ value }) => value)),
  ];
  return isSame.filter(Boolean).length;
}

/** The date as a line can tell it: without how it is known. */
export function plainDate({ date }: Pick<DiplomaticEvent, 'date'>): EventSaid['date'] {
  if (date === undefined) return null;
  const { extra: _, ...told } = date;
  return writeDate({ ...told, basis: undefined, note: undefined });
}
