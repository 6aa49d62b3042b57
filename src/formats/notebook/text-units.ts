import type { DiplomaticEvent, WholeDataset } from '../../model/dataset';
import { canonicalEventLines } from './canonical-lines';
import type { Piece, UnitKey } from './layout';
import type { TextBlock } from './reading/text-blocks';
import { chapterLines, headLines, noteLines, periodLines, writingContext } from './write-lines';

/** The lines that the page writes for each unit of a dataset. */
export function usualLines(dataset: WholeDataset): (unit: UnitKey, asRead?: readonly string[]) => readonly string[] {
  const context = writingContext(dataset);
  const events = new Map(dataset.events.map((event) => [event.id, event]));
  const chapters = new Map(dataset.chapters.map((chapter) => [chapter.id, chapter]));
  const periods = new Map(dataset.periods.map((period) => [period.id, period]));
  const notes = new Map(dataset.notes.map((note) => [note.id, note]));
  const notesOf = notesByEvent(dataset);
  const linesOfEvent = (event: DiplomaticEvent, asRead: readonly string[] | undefined): readonly string[] => {
    const under = notesOf.get(event.id);
    const lines = canonicalEventLines(event, context, asRead);
    return under === undefined ? lines : [...lines, ...under.flatMap((note) => noteLines(note, context, '  '))];
  };
  const head = headLines(dataset);
  return (unit, asRead) => {
    const at = unit.indexOf(':');
    const [kind, id] = [unit.slice(0, at), unit.slice(at + 1)];
    if (at < 0) return unit === 'head' ? head : [];
    const event = kind === 'event' ? events.get(id) : undefined;
    if (event !== undefined) return linesOfEvent(event, asRead);
    const chapter = kind === 'chapter' ? chapters.get(id) : undefined;
    if (chapter !== undefined) return chapterLines(chapter, context);
    const period = kind === 'period' ? periods.get(id) : undefined;
    if (period !== undefined) return periodLines(period, context);
    const note = kind === 'note' ? notes.get(id) : undefined;
    return note === undefined ? [] : noteLines(note, context, '');
  };
}

/** The notes of each event, in their order. */
export function notesByEvent({ notes }: WholeDataset): ReadonlyMap<string, WholeDataset['notes']> {
  const found = new Map<string, WholeDataset['notes'][number][]>();
  for (const note of notes) {
    if (note.event === undefined) continue;
    const known = found.get(note.event);
    if (known === undefined) found.set(note.event, [note]);
    else known.push(note);
  }
  return found;
}

/** The pieces that a text consists of; `unitOf` says which unit a block is, undefined for lines that are none. */
export function piecesOfText(
  lines: readonly string[],
  blocks: readonly TextBlock[],
  unitOf: (block: TextBlock) => UnitKey | undefined,
): readonly Piece[] {
  const spans: { readonly unit: UnitKey; readonly from: number; to: number }[] = [];
  const byEvent = new Map<TextBlock, (typeof spans)[number]>();
  for (const block of blocks) {
    const [first] = block.lines;
    const last = block.lines.at(-1);
    const outer = block.within && byEvent.get(block.within);
    if (first === undefined || last === undefined) continue;
    if (outer !== undefined) {
      outer.to = Math.max(outer.to, last + 1);
      continue;
    }
    const unit = unitOf(block);
    if (unit === undefined) continue;
    const span = { unit, from: first, to: last + 1 };
    spans.push(span);
    byEvent.set(block, span);
  }
  const pieces: Piece[] = [];
  let at = 0;
  for (const { unit, from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    if (from > at) pieces.push({ unit: undefined, lines: lines.slice(at, from) });
    pieces.push({ unit, lines: lines.slice(Math.max(from, at), to) });
    at = Math.max(at, to);
  }
  if (at < lines.length) pieces.push({ unit: undefined, lines: lines.slice(at) });
  return pieces;
}
