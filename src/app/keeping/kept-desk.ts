import type { Translate } from '../../base/translate';
import type { WholeDataset } from '../../model/dataset';
import { describeEdit } from '../../model/edit/describe-edit';
import type { Face } from '../../ui/context/desk';
import type { OwnDesk } from '../writing/desk';
import { makeAutosave } from './autosave';
import { isVersionDue } from './draft-record';
import type { DraftHead } from './draft-record';
import type { DraftStore, Saved } from './draft-store';
import { makeDraftWriter } from './draft-text';

/** What one desk's keeping needs of the page. */
interface KeptDeskPage {
  readonly store: DraftStore;
  readonly translate: Translate;
  /** The name of this tab. */
  readonly tab: string;
  /** Told of each change of what it gives. */
  readonly onChange: () => void;
  /** It is kept from now on, which it wasn't before. */
  readonly onKept: () => void;
  /** Another tab has written meanwhile; what this one had is a version. */
  readonly onConflict: () => void;
}

/** A desk, and how far it is kept. */
export interface KeptDesk {
  readonly desk: OwnDesk;
  /** As the browser has it; undefined as long as it isn't kept. */
  readonly head: () => DraftHead | undefined;
  /** What the browser refused it with, the last time; undefined where it didn't. */
  readonly failure: () => 'blocked' | 'full' | undefined;
  /** How long something has been waiting to be kept, ms. */
  readonly isPending: () => boolean;
  /** There are changes that neither the browser nor a file has. */
  readonly isAtRisk: () => boolean;
  readonly file: () => { readonly name: string; readonly savedAt: number; readonly isCurrent: boolean } | undefined;
  /** Looks whether anything has changed. */
  readonly look: () => void;
  readonly flush: () => Promise<void>;
  /** What the browser has is what is on the desk now. */
  readonly isAsKept: (head: DraftHead) => void;
  readonly text: () => Promise<string>;
  readonly savedAs: (name: string, dataset: WholeDataset) => Promise<void>;
  readonly stop: () => void;
}

/** Up to so many events are written in one go. */
const MOST_AT_ONCE = 2000;
/** From the first change to its writing; what takes long to write is written less often, and still within a second. */
const WAIT_MS = { least: 300, most: 650, perByte: 1 / 20_000 } as const;

/**
 * Keeps what is on a desk from its first change on; `kept` for one that came from the browser. `isLossy`: what was kept
 * can't be read whole, so that it stays as a version.
 */
export function keepDesk(
  desk: OwnDesk,
  kept: { readonly head: DraftHead; readonly isLossy: boolean } | undefined,
  page: KeptDeskPage,
): KeptDesk {
  const { store, translate: t, tab } = page;
  const { id, origin, baseline } = desk.draft();
  const writer = makeDraftWriter();
  let head = kept?.head;
  let isForced = kept?.isLossy === true;
  /** What the browser has, or had never to have. */
  let written: WholeDataset = desk.draft().dataset;
  let face: Face = head?.face ?? desk.face();
  /** What is written next is that much newer. */
  let seen = head?.turn ?? 0;
  let writes = 0;
  let failure: 'blocked' | 'full' | undefined;
  let file:
    | { readonly name: string; readonly savedAt: number; readonly dataset: WholeDataset | undefined }
    | undefined = head?.file && { ...head.file, dataset: head.file.turn === head.turn ? written : undefined };

  const aboutNow = (dataset: WholeDataset, now: number) => {
    const last = desk.past().at(-1);
    return {
      id,
      origin,
      face: desk.face(),
      title: dataset.title,
      events: dataset.events.length,
      withSource: dataset.events.filter(({ evidence }) => evidence.length > 0).length,
      changedAt: now,
      words: last === undefined ? (head?.words ?? '') : describeEdit(last.edit, t),
      did: last?.edit.about.did ?? head?.did ?? ('type' as const),
      writer: tab,
    };
  };
  const write = async (isLast: boolean): Promise<void> => {
    const own = (writes += 1);
    const { dataset } = desk.draft();
    const isOther = dataset !== written;
    if (!isOther) return tellFace();
    try {
      const isQuick = isLast || dataset.events.length <= MOST_AT_ONCE;
      const text = isQuick ? writer.atOnce(dataset) : await writer.inSlices(dataset);
      // What came meanwhile is newer, and written already.
      if (own !== writes) return undefined;
      const now = Date.now();
      const about = aboutNow(dataset, now);
      const saving = store.save({
        head: about,
        text,
        baseline: () => baseline && { text: makeDraftWriter().atOnce(baseline), events: baseline.events.length },
        baselineWords: t('keep.version.first'),
        seen,
        isVersionDue: (before) => isForced || isVersionDue(before, about.did, now),
        now,
      });
      seen += 1;
      settle(await saving, dataset);
    } catch (error) {
      failure = error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'blocked';
      seen = head?.turn ?? 0;
    }
    return page.onChange();
  };
  const settle = (saved: Saved, dataset: WholeDataset): void => {
    const isFirst = head === undefined;
    ({ head } = saved);
    seen = Math.max(seen, head.turn);
    written = dataset;
    ({ face } = head);
    failure = undefined;
    isForced = false;
    if (!saved.isSaved) page.onConflict();
    else if (isFirst) page.onKept();
  };
  const tellFace = async (): Promise<void> => {
    const shown = desk.face();
    if (head === undefined || shown === face) return;
    face = shown;
    // That the other face is shown next time is worth no word.
    await store.tell(id, (before) => ({ ...before, face: shown })).catch(() => undefined);
  };
  const autosave = makeAutosave({
    write,
    waitMs: () => Math.min(WAIT_MS.most, WAIT_MS.least + (head?.bytes ?? 0) * WAIT_MS.perByte),
  });
  const isCurrent = (): boolean => file?.dataset === desk.draft().dataset;
  return {
    desk,
    head: () => head,
    failure: () => failure,
    isPending: autosave.isPending,
    isAtRisk: () => desk.draft().dataset !== written && !isCurrent(),
    file: () => file && { name: file.name, savedAt: file.savedAt, isCurrent: isCurrent() },
    look: () => {
      if (desk.draft().dataset !== written || (head !== undefined && desk.face() !== face)) autosave.changed();
    },
    flush: autosave.flush,
    isAsKept: (next) => {
      head = next;
      seen = next.turn;
      written = desk.draft().dataset;
    },
    text: () => writer.inSlices(desk.draft().dataset),
    savedAs: async (name, dataset) => {
      const savedAt = Date.now();
      file = { name, savedAt, dataset };
      page.onChange();
      await autosave.flush();
      if (head === undefined) return;
      const turn = dataset === written ? head.turn : 0;
      const told = await store
        .tell(id, (before) => ({ ...before, file: { name, savedAt, turn } }))
        .catch(() => undefined);
      if (told !== undefined) head = { ...head, file: told.file };
      page.onChange();
    },
    stop: autosave.stop,
  };
}
