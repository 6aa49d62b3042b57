import type { WholeDataset } from '../../model/dataset';
import type { Piece, UnitKey } from './layout';
import { keyOf } from './line-key';
import { notebookOfText, saidKey, textKey } from './notebook-of-text';
import type { LineOwner, Notebook, NotebookContext, OwnerKind } from './notebook-types';
import type { EventBase, NotebookMemory, RecordBase, RecordNow } from './notebook-memory';
import { eventSaid, recordSaid } from './reading/said';
import type { TextBlock } from './reading/text-blocks';
import { isBlockOf, readText } from './text-state';
import type { TextState } from './text-state';
import { notesByEvent } from './text-units';

/** A text of pieces with its lines read, and whose each block is. */
export function ownedText(
  pieces: readonly Piece[],
  dataset: WholeDataset,
  { t }: NotebookContext,
  memory: NotebookMemory | undefined,
): { readonly state: TextState; readonly owners: Map<TextBlock, LineOwner> } {
  const lines = pieces.flatMap((piece) => piece.lines);
  const state = readText(lines, t, dataset, memory);
  const starts = new Map<number, UnitKey>();
  let at = 0;
  for (const { unit, lines: own } of pieces) {
    if (unit !== undefined && unit !== 'head') starts.set(at, unit);
    at += own.length;
  }
  const owners = new Map<TextBlock, LineOwner>();
  const notes = notesByEvent(dataset);
  const taken = new Map<string, number>();
  for (const block of state.blocks) {
    const unit = starts.get(block.head);
    const owner = unit === undefined ? undefined : ownerOfKey(unit);
    if (owner !== undefined && isBlockOf(block, owner.kind)) owners.set(block, owner);
    const event = block.kind === 'note' && block.within !== undefined ? owners.get(block.within)?.id : undefined;
    if (event === undefined) continue;
    const index = taken.get(event) ?? 0;
    taken.set(event, index + 1);
    const note = notes.get(event)?.[index];
    if (note !== undefined) owners.set(block, { kind: 'note', id: note.id });
  }
  return { state, owners };
}

/** The record that a unit is of. */
export function ownerOfKey(key: UnitKey): LineOwner {
  const at = key.indexOf(':');
  return { kind: key.slice(0, at) as OwnerKind, id: key.slice(at + 1) };
}

/** A notebook whose lines and records agree: what lines say from now on is told apart from what they say here. */
export function freshNotebook(
  state: TextState,
  owners: ReadonlyMap<TextBlock, LineOwner>,
  dataset: WholeDataset,
  before: WholeDataset,
  context: NotebookContext,
  memory: NotebookMemory | undefined,
): Notebook {
  const events = new Map<string, EventBase>(memory?.events);
  const records = new Map<string, RecordBase>(memory?.records);
  const now = new Map<string, RecordNow>();
  const eventsById = new Map(dataset.events.map((event) => [event.id, event]));
  const outline = new Map(
    dataset.chapters
      .map((each): readonly [string, RecordBase['record']] => [`chapter:${each.id}`, each])
      .concat(dataset.notes.map((each) => [`note:${each.id}`, each]))
      .concat(dataset.periods.map((each) => [`period:${each.id}`, each])),
  );
  for (const [block, owner] of owners) {
    const key = keyOf(owner);
    const date = state.dateOf(block);
    const event = owner.kind === 'event' ? eventsById.get(owner.id) : undefined;
    if (event !== undefined) {
      const said = eventSaid(block, date);
      events.set(owner.id, { event, said });
      now.set(key, { text: textKey(block, state, owners), key: JSON.stringify(said), record: event });
    }
    const record = outline.get(key);
    if (record !== undefined) {
      const said = recordSaid(block, date);
      records.set(key, { record, said });
      now.set(key, { text: textKey(block, state, owners), key: saidKey(block, date, owners), record });
    }
  }
  return notebookOfText(
    {
      state,
      ownerOf: owners,
      gone: new Set(),
      before,
      linesReadBefore: memory?.reader === state.reader ? memory.reader.linesRead() : 0,
      memory: {
        base: dataset,
        headSaid: state.headSaid,
        events,
        records,
        now,
        edits: new Map(),
        cut: memory?.cut ?? new Map(),
      },
    },
    context,
  );
}
