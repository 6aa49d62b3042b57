import type { WholeDataset } from '../../model/dataset';
import { writeDataset, headRecord, writeActor, writeSource } from '../json/write';
import { writeEvent } from '../json/write-event';
import type { FileRecord } from '../json/write-event';
import { actorsById } from '../../model/lookups';
import { eventOfSaid, makeActorNames } from './event-of-said';
import type { SayingContext } from './event-of-said';
import { ABSENT, EVENT_FIELDS, OTHER_FIELDS, writeField } from './reading/field-lines';
import { LAYOUT_FIELD } from './layout';
import { openNotebook } from './typed-notebook';
import type { Notebook, NotebookContext } from './notebook-types';
import { actorFile, sourceOfLines } from './party-lines';
import { fileOfRecord, recordOfSaid } from './record-of-said';
import { datasetOfNotebookFile } from './read-notebook';
import { eventSaid, recordSaid } from './reading/said';
import { makeSourceRegister } from './source-register';
import type { TextBlock } from './reading/text-blocks';
import { readText } from './text-state';
import type { TextState } from './text-state';
import { partyLine, partyWords } from './write-lines';

export interface NotebookFileOptions {
  /**
   * With all that lines don't show as indented fields, so that reading gives an equal dataset; else events and names
   * only, as the text stands.
   */
  readonly isFull: boolean;
}

/** A dataset as the text of a notebook. Ends with a line break. */
export function writeNotebookFile(
  dataset: WholeDataset,
  { isFull }: NotebookFileOptions,
  context: NotebookContext,
): string {
  const notebook = openNotebook(dataset, context);
  if (!isFull) return textOf(notebook.lines.map(({ text }) => text));
  const wanted = writeDataset(dataset);
  // As little as says all: what the lines make by themselves needs no line of its own.
  for (const attempt of ATTEMPTS) {
    const text = textOf(fullLines(notebook, attempt, context));
    if (writeDataset(datasetOfNotebookFile(text, dataset.id, context)) === wanted) return text;
  }
  // Lines that mean something else once those of sources and actors stand at the head: then as the page would write all
  // of it, and how it was typed as a field alone.
  const { [LAYOUT_FIELD]: _, ...extra } = dataset.extra ?? {};
  return textOf(fullLines(openNotebook({ ...dataset, extra }, context), ALL, context, dataset));
}

/** What is written out though lines may say as much. */
interface Attempt {
  readonly parties: boolean;
  readonly layout: boolean;
}

const ALL: Attempt = { parties: true, layout: true };
const ATTEMPTS: readonly Attempt[] = [{ parties: false, layout: false }, { parties: true, layout: false }, ALL];

function textOf(lines: readonly string[]): string {
  return lines.length === 0 || lines.at(-1) === '' ? lines.join('\n') : `${lines.join('\n')}\n`;
}

/** `whole` is the dataset whose head is written, if it says more than the notebook's. */
function fullLines(
  notebook: Notebook,
  attempt: Attempt,
  context: NotebookContext,
  whole: WholeDataset = notebook.dataset,
): readonly string[] {
  const { dataset } = notebook;
  const texts = notebook.lines.map(({ text }) => text);
  const state = readText(texts, context.t, dataset, notebook.memory);
  const added = new Map<number, string[]>();
  const add = (after: number, lines: readonly string[]): void => {
    const known = added.get(after);
    if (known === undefined) added.set(after, [...lines]);
    else known.push(...lines);
  };
  const headEnd = state.blocks[0]?.lines.at(-1) ?? -1;
  add(headEnd, headFields(state, whole, attempt));
  if (attempt.parties) add(headEnd, partyLines(dataset, context));
  const saying = sayingContext(dataset, context);
  const usual = usualIds(notebook, state);
  for (const block of state.blocks) {
    const owner = notebook.lines[block.head]?.owner;
    const last = block.lines.at(-1);
    if (owner === undefined || last === undefined || block.kind === 'head') continue;
    const fields = fieldsOfBlock(block, owner.id, state, notebook, saying, usual.has(block));
    if (fields.length > 0) add(last, fields);
  }
  const lines = [...(added.get(-1) ?? [])];
  texts.forEach((text, at) => {
    if (state.uses[at]?.kind !== 'source' && state.uses[at]?.kind !== 'actor') lines.push(text);
    lines.push(...(added.get(at) ?? []));
  });
  return lines;
}

function sayingContext(
  dataset: WholeDataset,
  { t }: NotebookContext,
): SayingContext & { readonly eventIds: Set<string> } {
  return {
    t,
    asOf: dataset.asOf,
    language: dataset.language,
    actors: makeActorNames(dataset.actors),
    sources: makeSourceRegister(dataset.sources),
    isShared: () => true,
    eventIds: new Set(dataset.events.map(({ id }) => id)),
  };
}

const PREFIX = { event: 'e', chapter: 'c', note: 'n', period: 'p' } as const;

/** Blocks whose records have the ids that a reader gives them anyway: those of a kind all have, or none. */
function usualIds(notebook: Notebook, { blocks }: TextState): ReadonlySet<TextBlock> {
  const usual = new Set<TextBlock>();
  for (const kind of ['event', 'chapter', 'note', 'period'] as const) {
    const own = blocks.filter((block) => block.kind === kind);
    const isUsual = own.every((block, at) => notebook.lines[block.head]?.owner?.id === `${PREFIX[kind]}${at + 1}`);
    if (isUsual) for (const block of own) usual.add(block);
  }
  return usual;
}

function indentOf({ indent }: TextBlock): string {
  return ' '.repeat(indent + 2);
}

/** The fields of a record that its lines don't say, or say otherwise. */
function fieldsOfBlock(
  block: TextBlock,
  id: string,
  state: TextState,
  notebook: Notebook,
  saying: ReturnType<typeof sayingContext>,
  hasUsualId: boolean,
): readonly string[] {
  const { dataset } = notebook;
  const date = state.dateOf(block);
  const indent = indentOf(block);
  const ids = hasUsualId ? [] : [`${indent}${writeField('id', id, EVENT_FIELDS)}`];
  if (block.kind === 'event') {
    const event = dataset.events.find((each) => each.id === id);
    if (event === undefined) return [];
    const read = eventOfSaid(id, { ...eventSaid(block, date), fields: {} }, undefined, undefined, saying);
    const actors = actorsById(dataset);
    return [
      ...ids,
      ...difference(
        writeEvent(event, actors),
        read && writeEvent(read, saying.actors.register.byId),
        EVENT_FIELDS,
        indent,
      ),
    ];
  }
  if (block.kind !== 'chapter' && block.kind !== 'note' && block.kind !== 'period') return [];
  const list = block.kind === 'chapter' ? dataset.chapters : block.kind === 'note' ? dataset.notes : dataset.periods;
  const record = list.find((each) => each.id === id);
  if (record === undefined) return [];
  const event = block.within === undefined ? undefined : notebook.lines[block.within.head]?.owner?.id;
  const said = { ...recordSaid(block, date), fields: {} };
  const read = recordOfSaid(block.kind, id, said, undefined, event, saying);
  return [...ids, ...difference(fileOfRecord(record), read && fileOfRecord(read), OTHER_FIELDS, indent)];
}

/** Lines of the fields in which a record differs from what its lines make. */
function difference(
  wanted: FileRecord,
  read: FileRecord | undefined,
  known: ReadonlySet<string>,
  indent: string,
): readonly string[] {
  const had = new Map(Object.entries(read ?? {}));
  const missing = [...had.keys()].filter((key) => key !== 'id' && !Object.hasOwn(wanted, key));
  return [
    ...Object.entries(wanted)
      .filter(([key, value]) => key !== 'id' && JSON.stringify(had.get(key)) !== JSON.stringify(value))
      .map(([key, value]) => `${indent}${writeField(key, value, known)}`),
    ...missing.map((key) => `${indent}${writeField(key, ABSENT, known)}`),
  ];
}

/** Of the head what stands there under its bare name; the rest has lines of its own that would be read first. */
const HEAD_NAMES: ReadonlySet<string> = new Set([
  'id',
  'licence',
  'opening',
  'curators',
  'modified',
  'version',
  'corrections',
]);

/** The head's fields that its lines don't say, without the layout, unless all of it is wanted. */
function headFields({ headSaid }: TextState, dataset: WholeDataset, { layout }: Attempt): readonly string[] {
  const wanted = Object.entries(headRecord(dataset)).filter(
    ([key, value]) =>
      (layout || key !== LAYOUT_FIELD) &&
      !(Object.hasOwn(headSaid, key) && JSON.stringify(headSaid[key]) === JSON.stringify(value)),
  );
  const notes = dataset.notes.map(({ id }) => id);
  return [
    ...wanted.map(([key, value]) => writeField(key, value, HEAD_NAMES)),
    ...(layout && notes.length > 1 ? [writeField('notes', notes, HEAD_NAMES)] : []),
  ];
}

/** Every source and actor on a line of its own, with what that doesn't say. */
function partyLines(dataset: WholeDataset, context: NotebookContext): readonly string[] {
  const { language, sources, actors } = dataset;
  const lineOf = (kind: 'source' | 'actor', id: string, words: string, wanted: FileRecord): readonly string[] => {
    const head = partyLine(kind, id, words, language);
    const state = readText([head], context.t, dataset, undefined);
    const block = state.blocks.find((each) => each.kind === kind);
    const read =
      block && (kind === 'source' ? sourceFile(id, block, state, context) : { ...actorFile(id, block, undefined) });
    return [head, ...difference(wanted, read, OTHER_FIELDS, '  ')];
  };
  return [
    ...sources.flatMap((source) => lineOf('source', source.id, partyWords(source, language), writeSource(source))),
    ...actors.flatMap((actor) => lineOf('actor', actor.id, actor.label, writeActor(actor))),
  ];
}

function sourceFile(
  id: string,
  block: TextBlock,
  { reader }: TextState,
  context: NotebookContext,
): FileRecord | undefined {
  const source = sourceOfLines(id, block, undefined, reader, context);
  return source && writeSource(source);
}
