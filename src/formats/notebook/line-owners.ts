import { once } from '../../base/memo';
import { unmasked } from './reading/masked';
import { keyOf } from './line-key';

import type { NotebookMemory } from './notebook-memory';
import type { LineOwner, Notebook, OwnerKind } from './notebook-types';
import { ownerOfKey } from './owned-text';
import type { TextBlock } from './reading/text-blocks';
import { isBlockOf } from './text-state';
import type { TextState } from './text-state';

/** Whose each block of a text is, by the lines that it was made of; new ones have a new id. */
export function ownersOfLines(
  notebook: Notebook,
  state: TextState,
  matches: readonly (number | undefined)[],
): {
  readonly owners: Map<TextBlock, LineOwner>;
  readonly gone: ReadonlySet<string>;
  readonly cut: NotebookMemory['cut'];
} {
  const { lines, readings, memory } = notebook;
  const owners = new Map<TextBlock, LineOwner>();
  const claimed = new Set<string>();
  const claim = (block: TextBlock, owner: LineOwner): void => {
    owners.set(block, owner);
    claimed.add(keyOf(owner));
  };
  for (const block of state.blocks) {
    if (block.kind === 'head') continue;
    const match = matches[block.head];
    const owner = match === undefined || readings[match]?.of !== undefined ? undefined : lines[match]?.owner;
    if (owner === undefined || owner.kind === 'head' || claimed.has(keyOf(owner))) continue;
    if (isBlockOf(block, owner.kind)) claim(block, owner);
  }
  const before = lines.flatMap(({ text, owner }, at) =>
    owner === undefined || owner.kind === 'head' || readings[at]?.of !== undefined ? [] : [{ text, owner }],
  );
  const cut = new Map(memory.cut);
  for (const { text, owner } of before) {
    if (!claimed.has(keyOf(owner))) cut.set(text.trim(), [keyOf(owner), ...(cut.get(text.trim()) ?? [])]);
  }
  const ids = freeIds(notebook, state);
  for (const block of state.blocks) {
    if (owners.has(block) || block.kind === 'head' || block.kind === 'unread') continue;
    const { kind } = block;
    if (kind === 'source' || kind === 'actor') {
      const owner: LineOwner = { kind, id: plainId(block.id ?? '') };
      if (!claimed.has(keyOf(owner))) claim(block, owner);
      continue;
    }
    const known = cut.get((state.lines[block.head] ?? '').trim());
    const key = known?.find((each) => each.startsWith(`${kind}:`) && !claimed.has(each));
    claim(block, key === undefined ? { kind, id: ids(block, kind) } : ownerOfKey(key));
  }
  const gone = new Set(
    before.flatMap(({ owner }) => (claimed.has(keyOf(owner)) || !isTextual(owner.kind) ? [] : [keyOf(owner)])),
  );
  return { owners: inTextOrder(state, owners), gone, cut };
}

/** Sources and actors may stand in the text, and needn't. */
function isTextual(kind: OwnerKind): boolean {
  return kind !== 'source' && kind !== 'actor';
}

function inTextOrder(state: TextState, owners: ReadonlyMap<TextBlock, LineOwner>): Map<TextBlock, LineOwner> {
  return new Map(
    state.blocks.flatMap((block) => {
      const owner = owners.get(block);
      return owner === undefined ? [] : [[block, owner] as const];
    }),
  );
}

/** An id as it stands between its word and the colon: in quotes where it has blanks or colons. */
function plainId(written: string): string {
  const [, inside] = /^"([^]*)"$/.exec(written) ?? [];
  if (inside === undefined) return unmasked(written);
  // What stands by its code was never masked.
  return inside
    .split(/(\\u[\da-f]{4})/)
    .map((part) => (part.startsWith('\\u') ? String.fromCharCode(Number.parseInt(part.slice(2), 16)) : unmasked(part)))
    .join('');
}

const LETTERS = { event: 'e', chapter: 'c', note: 'n', period: 'p' } as const;

/** Ids of new records: the one that their lines give themselves where it is free, else `e1`, `e2` ... */
function freeIds(
  { dataset, memory }: Notebook,
  state: TextState,
): (block: TextBlock, kind: keyof typeof LETTERS) => string {
  const taken = once(
    () =>
      new Set<string>([
        ...[...memory.events.keys()].map((id) => `event:${id}`),
        ...memory.records.keys(),
        ...dataset.events.flatMap(({ id, claims }) => [`event:${id}`, ...claims.map((claim) => `event:${claim.id}`)]),
        ...dataset.chapters.map(({ id }) => `chapter:${id}`),
        ...dataset.notes.map(({ id }) => `note:${id}`),
        ...dataset.periods.map(({ id }) => `period:${id}`),
      ]),
  );
  const wanted = once(
    () =>
      new Set(
        state.blocks.flatMap((block) => {
          const id = wantedId(block);
          return id === undefined ? [] : [`${block.kind}:${id}`];
        }),
      ),
  );
  const next = { event: 1, chapter: 1, note: 1, period: 1 };
  return (block, kind) => {
    const own = wantedId(block);
    let id = own;
    if (id === undefined || taken().has(`${kind}:${id}`)) {
      while (
        taken().has(`${kind}:${LETTERS[kind]}${next[kind]}`) ||
        wanted().has(`${kind}:${LETTERS[kind]}${next[kind]}`)
      )
        next[kind] += 1;
      id = `${LETTERS[kind]}${next[kind]}`;
    }
    taken().add(`${kind}:${id}`);
    return id;
  };
}

function wantedId({ fields }: TextBlock): string | undefined {
  const value = fields.find(({ field }) => field.key === 'id')?.field.value;
  return typeof value === 'string' && value !== '' && value.length <= 128 ? value : undefined;
}
