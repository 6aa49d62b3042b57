import { cleanText } from '../../base/clean-text';
import { makeFreeIds } from '../../base/free-ids';
import { growableArray } from '../../base/growable-array';
import { makeUtf8Strings, ownText, writeText } from '../../base/utf8-strings';
import { valueAt } from '../../base/value-at';
import type { TextColumn } from '../../model/text-column';
import { listedColumn } from './text-store';

/** Most characters of an id. */
export const LONGEST_ID = 128;

/** Ids of the records so far, no two the same. */
export interface UniqueIds {
  /**
   * Adds an id of at most LONGEST_ID characters and returns it; where it is there already, one made of it. O(1) on the
   * average.
   */
  readonly take: (id: string) => string;
  readonly column: () => TextColumn;
}

const FIRST_SLOTS = 4096;

/** No ids yet. A hash table with open addressing over the packed bytes: a Set would hold half a million strings. */
export function makeUniqueIds(): UniqueIds {
  const words = makeUtf8Strings();
  const hashes = growableArray((length) => new Uint32Array(length));
  const bytes = new Uint8Array(LONGEST_ID * 3);
  // Each holds the index of an id + 1, or 0 while it is free.
  let slots = new Uint32Array(FIRST_SLOTS);
  const slotOf = (hash: number, isIt: (index: number) => boolean): number => {
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let held = valueAt(slots, slot); held !== 0 && !isIt(held - 1); held = valueAt(slots, slot))
      slot = (slot + 1) & mask;
    return slot;
  };
  const widen = (): void => {
    slots = new Uint32Array(slots.length * 2);
    for (let index = 0; index < hashes.length(); index++) slots[slotOf(hashes.at(index) ?? 0, () => false)] = index + 1;
  };
  const add = (id: string): boolean => {
    const count = writeText(id, bytes, 0);
    const hash = hashOf(bytes, count);
    const slot = slotOf(hash, (index) => hashes.at(index) === hash && words.is(index, bytes, count));
    if (slots[slot] !== 0) return false;
    slots[slot] = words.add(id) + 1;
    hashes.push(hash);
    if (words.size() * 2 > slots.length) widen();
    return true;
  };
  // Asked whether an id is free, it adds it.
  const free = makeFreeIds((id) => !add(id));
  return {
    take: (id) => (add(id) ? id : free(ownText(id))),
    column: () => listedColumn(words),
  };
}

/** FNV-1a, 32 bits (draft-eastlake-fnv). */
function hashOf(bytes: Uint8Array, count: number): number {
  let hash = 0x811c_9dc5;
  for (let i = 0; i < count; i++) hash = Math.imul(hash ^ valueAt(bytes, i), 0x0100_0193);
  return hash >>> 0;
}

/** A cell as an id: one line, at most LONGEST_ID characters; empty where it says nothing. */
export function idOfCell(cell: string): string {
  return cleanText(cell)
    .replaceAll(/\s*[\r\n]+\s*/g, ' ')
    .slice(0, LONGEST_ID)
    .trim();
}
