import { makeSlices } from '../../base/slices';
import { runToEnd } from '../../base/steps';
import type { Translate } from '../../base/translate';
import { readLargeJson } from '../../formats/json/large-json';
import { eventText, writeSteps } from '../../formats/json/write';
import type { Actor, DiplomaticEvent, WholeDataset } from '../../model/dataset';
import { LIST_NAMES } from '../../model/edit/edit';

/** Writes one draft again and again: what hasn't changed since isn't written anew. */
export interface DraftWriter {
  readonly atOnce: (dataset: WholeDataset) => string;
  /** The same in slices that let the page answer. */
  readonly inSlices: (dataset: WholeDataset) => Promise<string>;
}

export function makeDraftWriter(): DraftWriter {
  let texts = new WeakMap<DiplomaticEvent, string>();
  let actors: ReadonlyMap<string, Actor> | undefined;
  const textOf: typeof eventText = (event, known) => {
    // What an event needn't say depends on them.
    if (known !== actors) {
      texts = new WeakMap();
      actors = known;
    }
    const before = texts.get(event);
    if (before !== undefined) return before;
    const text = eventText(event, known);
    texts.set(event, text);
    return text;
  };
  return {
    atOnce: (dataset) => runToEnd(writeSteps(dataset, textOf)),
    inSlices: (dataset) => makeSlices({ signal: new AbortController().signal }).run(writeSteps(dataset, textOf)),
  };
}

/** What was kept, read again; `isWhole` unless something of the text couldn't be used. */
interface KeptDataset {
  readonly dataset: WholeDataset;
  readonly isWhole: boolean;
}

/** Undefined for a text that is no timeline, or one of a later version. Rejects where the code for it can't be had. */
export async function readKept(text: string, title: string, t: Translate): Promise<KeptDataset | undefined> {
  const result = await readLargeJson(text, title, t, { signal: new AbortController().signal });
  if (!result.ok) return undefined;
  return { dataset: result.dataset, isWhole: result.rejections.every(({ effect }) => effect === 'noted') };
}

/**
 * `next` with the records of `before` in the place of those that say the same, so that only what differs counts as
 * changed. O(all that they say).
 */
export function withSameRecords(before: WholeDataset, next: WholeDataset): WholeDataset {
  const lists = LIST_NAMES.map((list) => {
    const known = new Map<string, object>(before[list].map((record) => [record.id, record]));
    const records = next[list].map((record) => {
      const old = known.get(record.id);
      return old !== undefined && JSON.stringify(old) === JSON.stringify(record) ? old : record;
    });
    const isSame = records.length === before[list].length && records.every((record, at) => record === before[list][at]);
    return [list, isSame ? before[list] : records];
  });
  // Each list holds records of its own kind.
  return { ...next, ...(Object.fromEntries(lists) as Pick<WholeDataset, (typeof LIST_NAMES)[number]>) };
}
