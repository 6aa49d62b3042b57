import type { Actor, Source } from '../../model/dataset';
import { isMadeByName, typedActor } from '../../model/typed-actor';
import { readActors, readSources } from '../json/read-parties';
import { writeActor, writeSource } from '../json/write';
import { makeRejectionList } from '../rejections';
import type { SayingContext } from './event-of-said';
import { ABSENT } from './reading/field-lines';
import type { LineReader } from './reading/line-reader';
import type { LineOwner, NotebookContext } from './notebook-types';
import { fieldsOf } from './reading/said';
import type { TextBlock } from './reading/text-blocks';
import type { TextState } from './text-state';
import { shownOfSource } from './write-lines';

/* Sources and actors with a line of their own, as they stand in a saved text. */

type Owners = ReadonlyMap<TextBlock, LineOwner>;

/** `source s1: TASS, 24 Feb 2016` and the fields under it. */
export function takeSourceLines(
  { blocks, reader }: TextState,
  ownerOf: Owners,
  sources: SayingContext['sources'],
  context: NotebookContext,
): void {
  for (const block of blocks) {
    const owner = ownerOf.get(block);
    if (block.kind !== 'source' || owner === undefined) continue;
    const known = sources.byId(owner.id);
    const source = sourceOfLines(owner.id, block, known, reader, context);
    if (source !== undefined && JSON.stringify(source) !== JSON.stringify(known)) sources.put(source);
  }
}

/** A source as its lines say it, over what was known of it. */
export function sourceOfLines(
  id: string,
  block: TextBlock,
  known: Source | undefined,
  reader: LineReader,
  { t }: NotebookContext,
): Source | undefined {
  const { publisher, published, url } = reader.evidence(block.text);
  const said = JSON.stringify({ publisher, published, url });
  const isAsKnown = known !== undefined && JSON.stringify(shownOfSource(known)) === said;
  const file = {
    ...(known === undefined ? {} : writeSource(known)),
    ...(isAsKnown ? {} : { publisher, published, url }),
    ...fieldsOf(block),
    id,
  };
  return readSources([withoutNothing(file)], makeRejectionList(t))[0];
}

/** `actor john-kerry: John Kerry` and the fields under it: a list of actors with what such lines say of them. */
export function withActorLines(
  actors: readonly Actor[],
  { blocks }: TextState,
  ownerOf: Owners,
  context: NotebookContext,
): readonly Actor[] {
  if (!blocks.some(({ kind }) => kind === 'actor')) return actors;
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const files = blocks.flatMap((block) => {
    const owner = block.kind === 'actor' ? ownerOf.get(block) : undefined;
    return owner === undefined ? [] : [typedActorFile(owner.id, block, byId.get(owner.id))];
  });
  const kept = [...byId.values()].map((actor) => writeActor(actor));
  const ids = new Set(files.map(({ id }) => id));
  // Read together with the others: they may be members of one another.
  const read = readActors([...kept.filter(({ id }) => !ids.has(String(id))), ...files], makeRejectionList(context.t));
  for (const actor of read) {
    const known = byId.get(actor.id);
    if (known === undefined || JSON.stringify(known) !== JSON.stringify(actor)) byId.set(actor.id, actor);
  }
  return [...byId.values()];
}

/** As `actorFile`, with what a name says by itself where lines don't say it: a country's is its government's. */
function typedActorFile(id: string, block: TextBlock, known: Actor | undefined): { readonly id: string } {
  const saysKind = 'kind' in fieldsOf(block);
  const isAsNamed = known === undefined || (isMadeByName(known) && (saysKind || known.label !== block.text));
  if (!isAsNamed) return actorFile(id, block, known);
  const file = actorFile(id, block, undefined);
  return saysKind ? file : { ...writeActor(typedActor(id, block.text)), ...file };
}

export function actorFile(id: string, block: TextBlock, known: Actor | undefined): { readonly id: string } {
  const file = { ...(known === undefined ? {} : writeActor(known)), label: block.text, ...fieldsOf(block), id };
  return { ...withoutNothing(file), id };
}

/** What isn't there, or is said not to be, is no field. */
function withoutNothing(file: object): object {
  return Object.fromEntries(Object.entries(file).filter(([, value]) => value !== undefined && value !== ABSENT));
}
