import { once } from '../../base/memo';
import type { Chapter, Dataset, DiplomaticEvent, Note, Period, WholeDataset } from '../../model/dataset';
import type { DateReading } from '../../model/dates/reading/date-reading';
import { readHead } from '../json/read-head';
import { headRecord } from '../json/write';
import { makeRejectionList } from '../rejections';
import { eventOfSaid, makeActorNames, setField } from './event-of-said';
import type { SayingContext } from './event-of-said';
import { LAYOUT_FIELD } from './layout';
import { keyOf } from './line-key';
import { countsOf, lineReadings } from './line-readings';
import { chapterLinked, noteLinked, sameList, sourceUses, withKnownLinks, withoutLitter } from './linked-records';
import { knownActors, knownSources } from './notebook-memory';
import type { EventBase, HeadSaid, NotebookMemory, OutlineRecord, RecordBase } from './notebook-memory';
import type { LineOwner, Notebook, NotebookContext, OwnerKind } from './notebook-types';
import { recordOfSaid } from './record-of-said';
import type { OutlineKind } from './record-of-said';
import { takeSourceLines, withActorLines } from './party-lines';
import { eventSaid, recordSaid } from './reading/said';
import { makeSourceRegister } from './source-register';
import type { TextBlock } from './reading/text-blocks';
import type { TextState } from './text-state';
import { withLayout } from './text-layout';

/** What a text's records are made from: whose each block is, and what was known before. */
export interface TextRecords {
  readonly state: TextState;
  /** The record that a block is of; undefined for one that is none. New records have an id here as well. */
  readonly ownerOf: ReadonlyMap<TextBlock, LineOwner>;
  /** Records without a line now that had one: they are gone. By `event:e1`. */
  readonly gone: ReadonlySet<string>;
  readonly before: WholeDataset;
  readonly memory: Omit<NotebookMemory, 'reader' | 'decider' | 'textSaid'>;
  readonly linesReadBefore: number;
}

const FREE: Pick<SayingContext, 'isShared'>['isShared'] = () => false;

/** The notebook of a text whose blocks are known by their records: only what changed lines say is made anew. */
export function notebookOfText(text: TextRecords, context: NotebookContext): Notebook {
  const { state, ownerOf, before, memory, gone } = text;
  const head = headOfSaid(state.headSaid, memory, context);
  const named = { base: memory.base };
  const sources = makeSourceRegister(knownSources(named, before));
  const saying: SayingContext = {
    t: context.t,
    asOf: head.asOf,
    language: head.language,
    actors: makeActorNames(withActorLines(knownActors(named, before), state, ownerOf, context)),
    sources,
    isShared: FREE,
  };
  takeSourceLines(state, ownerOf, sources, context);
  const isSameHead = head.asOf?.edtf === before.asOf?.edtf && head.language === before.language;
  const changed = changedBlocks(text, isSameHead);
  restoreSources(changed, text, sources);
  const usesElsewhere = once(() =>
    sourceUses({
      ...before,
      events: before.events.filter(({ id }) => !changed.has(`event:${id}`) && !gone.has(`event:${id}`)),
    }),
  );
  const shared: SayingContext = {
    ...saying,
    isShared: (id, record) => (usesElsewhere().get(id) ?? 0) > (restsOn(before, record, id) ? 1 : 0),
  };
  const made = makeRecords(text, changed, shared);
  const events = withKnownLinks(made.events);
  const ids = new Set(events.map(({ id }) => id));
  const outline = {
    chapters: made.chapters.map((chapter) => chapterLinked(chapter, ids)),
    notes: made.notes.map((note) => noteLinked(note, ids)),
    periods: made.periods,
  };
  const clean = withoutLitter(
    { ...outline, events, actors: shared.actors.register.all(), sources: sources.all() },
    memory.base,
    new Set([...ownerOf.values()].flatMap(({ kind, id }) => (kind === 'source' || kind === 'actor' ? [id] : []))),
  );
  const bare: WholeDataset = {
    ...head,
    actors: sameList(before.actors, clean.actors),
    sources: sameList(before.sources, clean.sources),
    chapters: sameList(before.chapters, outline.chapters),
    notes: sameList(before.notes, outline.notes),
    periods: sameList(before.periods, outline.periods),
    events: sameList(before.events, events),
  };
  const dataset = withLayout(bare, before, state, ownerOf);
  const readings = lineReadings({
    lines: state.lines,
    uses: state.uses,
    dataset,
    ownerOf: (block) => (block.kind === 'head' ? HEAD : ownerOf.get(block)),
    dateOf: state.dateOf,
    isBroken: (block) => made.broken.has(block),
  });
  return {
    lines: state.lines.map((line, at) => ({ text: line, owner: readings[at]?.owner })),
    dataset,
    readings,
    counts: countsOf(readings, dataset),
    linesRead: state.reader.linesRead() - text.linesReadBefore,
    memory: {
      ...memory,
      reader: state.reader,
      decider: state.decider,
      textSaid: state.headSaid,
      now: made.now,
      events: made.bases,
      records: made.recordBases,
      edits: new Map([...memory.edits, ...sources.edits]),
    },
  };
}

const HEAD: LineOwner = { kind: 'head', id: '' };

function restsOn(dataset: WholeDataset, record: string, source: string): boolean {
  const [kind, id] = keyParts(record);
  const list: readonly (DiplomaticEvent | OutlineRecord)[] =
    kind === 'chapter' ? dataset.chapters : kind === 'note' ? dataset.notes : kind === 'period' ? dataset.periods : [];
  const found = list.find((each) => each.id === id);
  return found !== undefined && found.evidence.some((each) => each.source === source);
}

function keyParts(key: string): readonly [string, string] {
  const at = key.indexOf(':');
  return [key.slice(0, at), key.slice(at + 1)];
}

/** Of a saved text: the ids of its notes in their order, where they stand otherwise in it. */
const NOTES_ORDER = 'notes';

/** A file may have a field `__proto__`, which every object answers to. */
function saidOf(said: HeadSaid, key: string): unknown {
  return Object.hasOwn(said, key) ? said[key] : undefined;
}

/** What its lines say of the dataset itself, over what it was; a title that is taken out stays. */
function headOfSaid(said: HeadSaid, { base, headSaid }: TextRecords['memory'], { t }: NotebookContext): Dataset {
  const { events: _, ...known } = base;
  const keys = new Set([...Object.keys(said), ...Object.keys(headSaid)]);
  const changed = [...keys].filter(
    (key) => JSON.stringify(saidOf(said, key)) !== JSON.stringify(saidOf(headSaid, key)),
  );
  if (changed.length === 0) return known;
  const file: Record<string, unknown> = { ...headRecord(known) };
  for (const key of changed) {
    const value = saidOf(said, key);
    if ((key === 'title' && value === undefined) || key === NOTES_ORDER || key === LAYOUT_FIELD) continue;
    if (key === 'lang') delete file['language'];
    setField(file, key, value);
  }
  const list = makeRejectionList(t);
  const read = readHead(file, known.id, list);
  return { ...known, ...read, actors: known.actors, sources: known.sources };
}

/** Blocks whose lines say something else than they did, by the keys of their records. */
function changedBlocks({ state, ownerOf, memory }: TextRecords, isSameHead: boolean): ReadonlyMap<string, TextBlock> {
  const changed = new Map<string, TextBlock>();
  for (const [block, owner] of ownerOf) {
    if (block.kind === 'unread' || block.kind === 'source' || block.kind === 'actor') continue;
    const key = keyOf(owner);
    const now = memory.now.get(key);
    const isSame =
      isSameHead &&
      now !== undefined &&
      (now.text === textKey(block, state, ownerOf) || now.key === saidKey(block, state.dateOf(block), ownerOf));
    if (!isSame) changed.set(key, block);
  }
  return changed;
}

/** The lines of a block with all that decides how they are read: the same lines with the same say the same. */
export function textKey(
  block: TextBlock,
  { lines, dateOf }: TextState,
  ownerOf: ReadonlyMap<TextBlock, LineOwner>,
): string {
  const { within, date } = block;
  const decided = date === undefined || date.sure === 'sure' ? date : dateOf(block);
  const own = block.lines.map((at) => lines[at] ?? '').join('\n');
  const above = within === undefined ? '' : (ownerOf.get(within)?.id ?? '');
  return `${decided?.edtf ?? ''} ${decided?.sure ?? ''} ${above}\n${own}`;
}

export function saidKey(
  block: TextBlock,
  date: DateReading | undefined,
  ownerOf: ReadonlyMap<TextBlock, LineOwner>,
): string {
  if (block.kind === 'event') return JSON.stringify(eventSaid(block, date));
  const event = block.within === undefined ? undefined : ownerOf.get(block.within)?.id;
  return JSON.stringify([recordSaid(block, date), event]);
}

/** Sources that these blocks' lines had changed are as they were, until the lines are read again. */
function restoreSources(
  changed: ReadonlyMap<string, TextBlock>,
  { memory, gone }: TextRecords,
  sources: SayingContext['sources'],
): void {
  if (memory.edits.size === 0) return;
  for (const source of memory.base.sources) {
    const record = memory.edits.get(source.id);
    if (record !== undefined && (changed.has(record) || gone.has(record))) sources.put(source);
  }
}

interface MadeRecords {
  readonly events: readonly DiplomaticEvent[];
  readonly chapters: readonly Chapter[];
  readonly notes: readonly Note[];
  readonly periods: readonly Period[];
  readonly now: NotebookMemory['now'];
  readonly bases: NotebookMemory['events'];
  readonly recordBases: NotebookMemory['records'];
  /** Blocks that can't be the record that they are meant as. */
  readonly broken: ReadonlySet<TextBlock>;
}

function makeRecords(text: TextRecords, changed: ReadonlyMap<string, TextBlock>, saying: SayingContext): MadeRecords {
  const { state, ownerOf, before, memory } = text;
  const now = new Map(memory.now);
  const bases = new Map<string, EventBase>(memory.events);
  const recordBases = new Map<string, RecordBase>(memory.records);
  const broken = new Set<TextBlock>();
  const found = new Map<string, DiplomaticEvent | OutlineRecord>();
  const eventsBefore = new Map(before.events.map((event) => [event.id, event]));
  const takeEvent = (block: TextBlock, id: string): void => {
    const key = `event:${id}`;
    const known = now.get(key)?.record ?? memory.events.get(id)?.event ?? eventsBefore.get(id);
    if (!changed.has(key)) {
      if (known !== undefined) found.set(key, known);
      return;
    }
    const said = eventSaid(block, state.dateOf(block));
    const made = eventOfSaid(id, said, memory.events.get(id), eventOf(known), saying);
    // Another as-of day or language makes the same of most.
    const event = made !== undefined && JSON.stringify(made) === JSON.stringify(known) ? eventOf(known) : made;
    if (event === undefined) {
      broken.add(block);
      if (known !== undefined) found.set(key, known);
      return;
    }
    if (!bases.has(id)) bases.set(id, { event, said });
    now.set(key, { text: textKey(block, state, ownerOf), key: JSON.stringify(said), record: event });
    found.set(key, event);
  };
  const blocks = [...ownerOf];
  for (const [block, { kind, id }] of blocks) if (kind === 'event') takeEvent(block, id);
  const eventIds = new Set([...found.keys()].map((key) => keyParts(key)[1]));
  for (const [block, owner] of blocks) {
    if (!isOutline(owner.kind)) continue;
    const key = keyOf(owner);
    const known = now.get(key)?.record ?? memory.records.get(key)?.record;
    if (!changed.has(key)) {
      if (known !== undefined) found.set(key, known);
      continue;
    }
    const date = state.dateOf(block);
    const said = recordSaid(block, date);
    const event = block.within === undefined ? undefined : ownerOf.get(block.within)?.id;
    const record = recordOfSaid(owner.kind, owner.id, said, memory.records.get(key), event, { ...saying, eventIds });
    if (record === undefined) broken.add(block);
    const kept = record ?? known;
    if (kept !== undefined) found.set(key, kept);
    if (record === undefined) continue;
    if (!recordBases.has(key)) recordBases.set(key, { record, said });
    now.set(key, { text: textKey(block, state, ownerOf), key: saidKey(block, date, ownerOf), record });
  }
  return { ...listsOf(text, found), now, bases, recordBases, broken };
}

function isOutline(kind: OwnerKind): kind is OutlineKind {
  return kind === 'chapter' || kind === 'note' || kind === 'period';
}

function eventOf(record: DiplomaticEvent | OutlineRecord | undefined): DiplomaticEvent | undefined {
  return record !== undefined && 'participants' in record ? record : undefined;
}

/** The records in the order of the text; those that have no line, and never had, where they were. */
function listsOf(
  { before, gone, state }: TextRecords,
  found: ReadonlyMap<string, DiplomaticEvent | OutlineRecord>,
): Pick<MadeRecords, 'events' | 'chapters' | 'notes' | 'periods'> {
  const events: DiplomaticEvent[] = [];
  const chapters: Chapter[] = [];
  const notes: Note[] = [];
  const periods: Period[] = [];
  for (const record of found.values()) {
    if ('participants' in record) events.push(record);
    else if ('title' in record) chapters.push(record);
    else if ('label' in record) periods.push(record);
    else notes.push(record);
  }
  const withRest = <Item extends { readonly id: string }>(
    made: readonly Item[],
    all: readonly Item[],
    kind: OwnerKind,
  ): readonly Item[] => {
    const rest = all.filter(({ id }) => !found.has(`${kind}:${id}`) && !gone.has(`${kind}:${id}`));
    return rest.length === 0 ? made : [...made, ...rest];
  };
  return {
    events: withRest(events, before.events, 'event'),
    chapters: withRest(chapters, before.chapters, 'chapter'),
    // Notes have no order that a text could tell: those of events stand under them.
    notes: inOrderOf(before.notes, inSaidOrder(state.headSaid[NOTES_ORDER], withRest(notes, before.notes, 'note'))),
    periods: withRest(periods, before.periods, 'period'),
  };
}

function inSaidOrder(order: unknown, notes: readonly Note[]): readonly Note[] {
  if (!Array.isArray(order)) return notes;
  const ids: readonly unknown[] = order;
  return notes.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

function inOrderOf<Item extends { readonly id: string }>(
  before: readonly Item[],
  now: readonly Item[],
): readonly Item[] {
  const byId = new Map(now.map((item) => [item.id, item]));
  const known = new Set(before.map(({ id }) => id));
  return [
    ...before.flatMap(({ id }) => {
      const item = byId.get(id);
      return item === undefined ? [] : [item];
    }),
    ...now.filter(({ id }) => !known.has(id)),
  ];
}
