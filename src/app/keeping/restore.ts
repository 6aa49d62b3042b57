import type { Translate } from '../../base/translate';
import type { Draft } from '../../ui/context/desk';
import type { DraftHead } from './draft-record';
import type { DraftStore } from './draft-store';
import { readKept, withSameRecords } from './draft-text';

/** A draft as it was kept. */
export interface Restored {
  readonly draft: Draft;
  readonly head: DraftHead;
  /** False where something of its text couldn't be used. */
  readonly isWhole: boolean;
}

/**
 * Reads a draft that the browser keeps. `gone`: it isn't there; `unreadable`: what is there isn't a timeline, or one of a
 * later program; `refused`: the browser doesn't let the page look.
 */
export async function restoreDraft(
  store: DraftStore,
  id: string,
  t: Translate,
): Promise<Restored | 'gone' | 'unreadable' | 'refused'> {
  let found: { readonly head: DraftHead; readonly texts: readonly (string | undefined)[] } | undefined;
  try {
    const { isThere, head } = await store.head(id);
    if (!isThere) return 'gone';
    if (head === undefined) return 'unreadable';
    found = { head, texts: [await store.text(id, 'now'), await store.text(id, 'baseline')] };
  } catch {
    return 'refused';
  }
  const { head, texts } = found;
  const [now, first] = texts;
  // Without the code for it, which can't be had at the moment, it can't be read either.
  const kept = now === undefined ? undefined : await readKept(now, head.title, t).catch(() => undefined);
  if (kept === undefined) return 'unreadable';
  const baseline =
    first === undefined ? undefined : (await readKept(first, head.title, t).catch(() => undefined))?.dataset;
  const dataset = baseline === undefined ? kept.dataset : withSameRecords(baseline, kept.dataset);
  return { draft: { id, origin: head.origin, dataset, baseline }, head, isWhole: kept.isWhole };
}
