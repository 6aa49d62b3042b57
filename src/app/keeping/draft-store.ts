import type { DraftDatabase, Step } from './draft-database';
import { draftHeadOf, MOST_VERSIONS } from './draft-record';
import type { DraftHead, VersionHead } from './draft-record';

/** What is written of a draft: its head but for what the store counts itself. */
export type DraftWriting = Omit<
  DraftHead,
  'layout' | 'turn' | 'versions' | 'versionAt' | 'file' | 'baselineBytes' | 'bytes'
>;

export interface ToSave {
  readonly head: DraftWriting;
  readonly text: string;
  /** Of the draft before anything was edited; asked for when the draft is kept first. */
  readonly baseline: () => { readonly text: string; readonly events: number } | undefined;
  /** What that state is called among the versions. */
  readonly baselineWords: string;
  /** The turn that was seen last; 0 for a draft that isn't kept yet. */
  readonly seen: number;
  /** Whether what is kept becomes a version first. */
  readonly isVersionDue: (kept: DraftHead) => boolean;
  readonly now: number;
}

/** What became of it. */
export type Saved =
  | { readonly isSaved: true; readonly head: DraftHead }
  /** Somebody else has written since: what was to be saved is a version of theirs now, and `head` is what is there. */
  | { readonly isSaved: false; readonly head: DraftHead };

/** One that is kept, as the list tells of it; `head` is undefined where it can't be read. */
export interface Listed {
  readonly id: string;
  readonly head: DraftHead | undefined;
  /** Of all its texts. */
  readonly bytes: number;
}

/** All that is kept of a draft, to bring it back with. */
export interface Removed {
  readonly id: string;
  readonly head: unknown;
  readonly texts: readonly (readonly [key: string, value: unknown])[];
  readonly handle: unknown;
}

/** Drafts in the browser's database. Everything rejects where the browser refuses. */
export interface DraftStore {
  readonly save: (what: ToSave) => Promise<Saved>;
  /** Changes what is told of a draft, and nothing of its text. Nothing where it isn't kept. */
  readonly tell: (id: string, change: (head: DraftHead) => DraftHead) => Promise<DraftHead | undefined>;
  readonly head: (id: string) => Promise<{ readonly isThere: boolean; readonly head: DraftHead | undefined }>;
  /** The texts of what is there now, of the baseline, or of a version. */
  readonly text: (id: string, of: 'now' | 'baseline' | number) => Promise<string | undefined>;
  readonly list: () => Promise<readonly Listed[]>;
  readonly remove: (id: string) => Promise<Removed>;
  readonly putBack: (removed: Removed) => Promise<void>;
  readonly handle: (id: string) => Promise<unknown>;
  /** Some browsers refuse to keep it; then it isn't. */
  readonly keepHandle: (id: string, handle: unknown) => Promise<void>;
}

export function makeDraftStore(database: DraftDatabase): DraftStore {
  return {
    save: (what) => database.step('readwrite', (step) => save(step, what)),
    tell: (id, change) =>
      database.step('readwrite', async (step) => {
        const head = draftHeadOf(await step.get('drafts', id));
        if (head === undefined) return undefined;
        const next = change(head);
        step.put('drafts', id, next);
        return next;
      }),
    head: (id) =>
      database.step('readonly', async (step) => {
        const value = await step.get('drafts', id);
        return { isThere: value !== undefined, head: draftHeadOf(value) };
      }),
    text: (id, of) =>
      database.step('readonly', async (step) => {
        const text = await step.get('texts', textKey(id, of));
        return typeof text === 'string' ? text : undefined;
      }),
    list: () =>
      database.step('readonly', async (step) => {
        const ids = await step.keys('drafts', '');
        const heads = await Promise.all(ids.map((id) => step.get('drafts', id)));
        return ids.map((id, at): Listed => {
          const head = draftHeadOf(heads[at]);
          return { id, head, bytes: head === undefined ? 0 : bytesOf(head) };
        });
      }),
    remove: (id) =>
      database.step('readwrite', async (step) => {
        const [head, keys, handle] = await Promise.all([
          step.get('drafts', id),
          step.keys('texts', `${id}/`),
          step.get('handles', id),
        ]);
        const values = await Promise.all(keys.map((key) => step.get('texts', key)));
        step.remove('drafts', id);
        step.remove('handles', id);
        for (const key of keys) step.remove('texts', key);
        return { id, head, texts: keys.map((key, at) => [key, values[at]] as const), handle };
      }),
    putBack: ({ id, head, texts, handle }) =>
      database.step('readwrite', (step) => {
        step.put('drafts', id, head);
        for (const [key, value] of texts) step.put('texts', key, value);
        if (handle !== undefined) step.put('handles', id, handle);
        return Promise.resolve();
      }),
    handle: (id) => database.step('readonly', (step) => step.get('handles', id)),
    keepHandle: (id, handle) =>
      database.step('readwrite', (step) => {
        step.put('handles', id, handle);
        return Promise.resolve();
      }),
  };
}

async function save(step: Step, what: ToSave): Promise<Saved> {
  const { head, text, baseline, baselineWords, seen, isVersionDue, now } = what;
  const { id } = head;
  const kept = draftHeadOf(await step.get('drafts', id));
  const bytes = byteLength(text);
  const putVersion = (versions: readonly VersionHead[], words: Omit<VersionHead, 'number'>, its: string) => {
    const number = (versions.at(-1)?.number ?? 0) + 1;
    step.put('texts', textKey(id, number), its);
    const all = [...versions, { number, ...words }];
    for (const gone of all.slice(0, -MOST_VERSIONS)) step.remove('texts', textKey(id, gone.number));
    return all.slice(-MOST_VERSIONS);
  };
  if (kept !== undefined && kept.turn !== seen && kept.writer !== head.writer) {
    const { changedAt: at, words, events } = head;
    const versions = putVersion(kept.versions, { at, words, events, bytes }, text);
    const next: DraftHead = { ...kept, versions, versionAt: now };
    step.put('drafts', id, next);
    return { isSaved: false, head: next };
  }
  let { versions = [], versionAt = now, baselineBytes = 0 } = kept ?? {};
  if (kept === undefined) {
    const first = baseline();
    if (first !== undefined) {
      baselineBytes = byteLength(first.text);
      step.put('texts', textKey(id, 'baseline'), first.text);
      const words = { at: now, words: baselineWords, events: first.events, bytes: baselineBytes };
      versions = putVersion(versions, words, first.text);
    }
  } else if (isVersionDue(kept)) {
    const before = await step.get('texts', textKey(id, 'now'));
    if (typeof before === 'string' && before !== text) {
      const { changedAt: at, words, events } = kept;
      versions = putVersion(versions, { at, words, events, bytes: kept.bytes }, before);
      versionAt = now;
    }
  }
  const next: DraftHead = {
    layout: 1,
    ...head,
    turn: (kept?.turn ?? seen) + 1,
    file: kept?.file,
    bytes,
    baselineBytes,
    versions,
    versionAt,
  };
  step.put('texts', textKey(id, 'now'), text);
  step.put('drafts', id, next);
  return { isSaved: true, head: next };
}

/** Digits of one length, so that a key is no beginning of another. */
function textKey(id: string, of: 'now' | 'baseline' | number): string {
  return `${id}/${typeof of === 'number' ? `version-${String(of).padStart(9, '0')}` : of}`;
}

function bytesOf({ bytes, baselineBytes, versions }: DraftHead): number {
  return bytes + baselineBytes + versions.reduce((sum, version) => sum + version.bytes, 0);
}

function byteLength(text: string): number {
  return new Blob([text]).size;
}
