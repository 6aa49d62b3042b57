import { makeEmitter } from '../../base/emitter';
import { viewOfTab, withInTab } from '../../state/address/own-address';
import { draftOfAddress } from '../../state/address/page-address';
import type { FileKind, KeepNotice, KeepServices, KeepState } from '../../ui/context/keep-services';
import { knownDatasets } from '../../state/view/dataset-catalogue';
import { currentEntry, isFramed, readAddress, writeAddress } from '../address-bar';
import type { Writing, WritingPage } from '../writing/writing';
import { openDraftDatabase } from './draft-database';
import { makeDraftStore } from './draft-store';
import { readKept, withSameRecords } from './draft-text';
import { asksForPlace } from './file-saver';
import { keepDesk } from './kept-desk';
import type { KeptDesk } from './kept-desk';
import { restoreDraft } from './restore';
import type { Restored } from './restore';
import { saveDraft } from './save-draft';
import { openTabChannel } from './tab-channel';
import { makeTabs } from './tabs';
import { makeTimelineList } from './timeline-list';

/** What keeps a page's desk, for its owner. */
export interface Keeping extends KeepServices {
  /**
   * The page has come to an address: shows what it leads to, where that is a draft, and puts away what is on the desk where
   * it leads elsewhere. Resolves when it is there, or why not is told.
   */
  readonly arrive: (href: string) => Promise<void>;
  readonly destroy: () => void;
}

/** Longer than that, somebody is told that it is still being saved. */
const SAID_AFTER_MS = 1500;

/** Keeps what is written on a page in the browser, in versions and as files, and brings it back. */
export function createKeeping(page: WritingPage, writing: Writing): Keeping {
  const { translate: t, home } = page;
  const database = openDraftDatabase();
  const store = makeDraftStore(database);
  const channel = openTabChannel();
  const tabs = makeTabs(channel, () => kept?.flush() ?? Promise.resolve());
  const changes = makeEmitter();
  let kept: KeptDesk | undefined;
  /** What comes onto the desk next was kept before. */
  let coming: Restored | undefined;
  let mode: KeepState['mode'];
  let notice: KeepNotice | undefined;
  let isToldOfRefusal = false;
  let isSlow = false;
  let slowTimer: ReturnType<typeof setTimeout> | undefined;
  let state: KeepState = { at: 'untouched', file: undefined, mode: undefined, notice: undefined };

  const tell = (): void => {
    const failure = kept?.failure();
    if (failure !== undefined && !isToldOfRefusal) {
      isToldOfRefusal = true;
      notice = { about: 'refused', isFull: failure === 'full' };
    }
    const at =
      failure !== undefined
        ? 'refused'
        : isSlow
          ? 'saving'
          : kept?.head() !== undefined || kept?.isPending() === true
            ? 'kept'
            : 'untouched';
    state = { at, file: kept?.file(), mode, notice };
    changes.emit();
  };
  const watchSlow = (): void => {
    if (kept?.isPending() !== true) {
      clearTimeout(slowTimer);
      slowTimer = undefined;
      isSlow = false;
    } else
      slowTimer ??= setTimeout(() => {
        isSlow = kept?.isPending() === true;
        slowTimer = undefined;
        tell();
      }, SAID_AFTER_MS);
  };
  const onChange = (): void => {
    watchSlow();
    tell();
  };
  const uncover = (): void => {
    mode = undefined;
    writing.cover(undefined);
  };
  /** Nobody writes here, since another tab does. */
  const giveWay = (): void => {
    if (kept === undefined) return;
    mode = { about: 'elsewhere' };
    writing.cover(kept.desk.draft().dataset);
    tell();
  };
  const settleTabs = (isElsewhere: boolean): void => {
    if (isElsewhere) giveWay();
  };
  const follow = (): void => {
    const desk = writing.held();
    if (kept?.desk === desk) {
      kept?.look();
      return onChange();
    }
    const last = kept;
    void last?.flush();
    const from = coming;
    coming = undefined;
    mode = undefined;
    if (from === undefined && notice?.about !== 'refused') notice = undefined;
    kept =
      desk &&
      keepDesk(desk, from && { head: from.head, isLossy: !from.isWhole }, {
        store,
        translate: t,
        tab: channel.tab,
        onChange,
        onKept: () => {
          if (writing.held() === desk) writing.keepAddress(true);
          void tabs.open(desk.draft().id).then(settleTabs);
          askToStay();
        },
        onConflict: () => {
          notice = { about: 'conflict' };
          tabs.yield();
        },
      });
    if (from === undefined) void tabs.open(undefined);
    return onChange();
  };
  const put = (restored: Restored, href: string | undefined): void => {
    coming = restored;
    const { draft, head } = restored;
    // From the list: Back leads to what was there before.
    if (href === undefined && page.ownsDocument && !isFramed()) {
      const here = currentEntry();
      writeAddress('push', { href: withInTab(here.href, { draft: draft.id }), mark: here.mark });
    }
    writing.take(draft, head.face, href === undefined ? {} : viewOfTab(href));
    writing.keepAddress(true);
    void tabs.open(draft.id).then(settleTabs);
  };
  /** Puts it on the desk, in the view of an address that leads there. Whether it is there now. */
  const bring = async (id: string, href?: string): Promise<boolean> => {
    if (kept?.desk.draft().id === id) {
      if (mode?.about === 'looking') uncover();
      return true;
    }
    // What nothing keeps isn't put away for another.
    if (kept?.isAtRisk() === true) {
      await kept.flush();
      if (kept.isAtRisk()) {
        notice = { about: 'refused', isFull: kept.failure() === 'full' };
        tell();
        return false;
      }
    }
    const restored = await restoreDraft(store, id, t);
    if (typeof restored === 'string') {
      notice = restored === 'refused' ? { about: 'refused', isFull: false } : { about: restored };
      if (restored === 'gone') writing.keepAddress(kept?.head() !== undefined);
      tell();
      return false;
    }
    notice = { about: 'restored', changedAt: restored.head.changedAt, isWhole: restored.isWhole };
    put(restored, href);
    return true;
  };
  /** The desk as the browser has it, where another tab has written since. */
  const catchUp = async (): Promise<void> => {
    const at = kept;
    if (at === undefined) return;
    const { id, dataset } = at.desk.draft();
    const { head } = await store.head(id).catch(() => ({ head: undefined }));
    if (head !== undefined && head.turn !== at.head()?.turn) {
      const text = await store.text(id, 'now');
      const newer = text === undefined ? undefined : await readKept(text, head.title, t);
      if (newer !== undefined) at.desk.replace(withSameRecords(dataset, newer.dataset), { did: 'elsewhere' });
      at.isAsKept(head);
    }
    if (kept === at) uncover();
    tell();
  };
  const workHere = async (): Promise<void> => {
    await tabs.take();
    if (notice?.about === 'conflict') notice = undefined;
    await catchUp();
  };
  const stopTabs = tabs.subscribe(() => {
    if (kept === undefined) return;
    if (tabs.isElsewhere() && mode?.about !== 'elsewhere') giveWay();
    else if (!tabs.isElsewhere() && mode?.about === 'elsewhere') void catchUp();
  });
  const saveFile = async (kind?: FileKind): Promise<void> => {
    const at = kept;
    if (at === undefined) return;
    const { id, dataset } = at.desk.draft();
    const { title } = dataset;
    const now = { id, title, last: at.file()?.name, kind, json: at.text, dataset: () => Promise.resolve(dataset) };
    const name = await saveDraft(now, store, page);
    if (name !== undefined) await at.savedAs(name, dataset);
  };
  const textOfVersion = async (id: string, version: number) => {
    const text = await store.text(id, version).catch(() => undefined);
    return text === undefined ? undefined : readKept(text, '', t);
  };
  const list = makeTimelineList({
    home,
    store,
    tabs,
    translate: t,
    onChange: tell,
    onScreen: () => kept,
    leave: () => {
      kept?.stop();
      writing.leave();
    },
    saveOnScreen: saveFile,
  });
  const arrive = async (href: string): Promise<void> => {
    // After all who hear of it: one of them may say there that the desk is still meant.
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    const here = currentEntry().href;
    const id = draftOfAddress(href) ?? draftOfAddress(here);
    if (id !== undefined) await bring(id, draftOfAddress(href) === undefined ? here : href);
    else if (kept?.head() !== undefined) await putAway();
    else if (kept !== undefined) writing.keepAddress(false);
  };
  /** Back leads to an entry from before it was on the desk. */
  const putAway = async (): Promise<void> => {
    await kept?.flush();
    if (kept === undefined) return;
    if (kept.isAtRisk()) return writing.keepAddress(true);
    writing.leave();
    const { datasets } = page;
    if (datasets === undefined) page.loadOwn();
    else await datasets.open(knownDatasets(readAddress().options.set, datasets.catalogue).ids);
  };
  const comeBack = async (): Promise<void> => {
    const at = kept;
    if (at?.head() === undefined) return;
    if (await tabs.open(at.desk.draft().id)) giveWay();
    else if (mode?.about !== 'looking') await catchUp();
  };
  const end = new AbortController();
  const { signal } = end;
  const flush = (): void => void kept?.flush();
  home.addEventListener(
    'pagehide',
    () => {
      flush();
      void tabs.open(undefined);
    },
    { signal },
  );
  // Back to a page that the browser has held meanwhile: others may have written.
  home.addEventListener('pageshow', ({ persisted }) => (persisted ? void comeBack() : undefined), { signal });
  home.document.addEventListener('visibilitychange', () => (home.document.hidden ? flush() : undefined), { signal });
  home.addEventListener(
    'beforeunload',
    (event) => {
      if (kept?.isAtRisk() !== true || mode?.about === 'elsewhere') return;
      flush();
      // What is written in one go will be there; what takes longer, or was refused, may not.
      if (kept.failure() !== undefined || kept.desk.draft().dataset.events.length > 2000) event.preventDefault();
    },
    { signal },
  );
  if (page.ownsDocument)
    home.document.addEventListener(
      'keydown',
      (event) => {
        const isSave = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key === 's';
        if (!isSave || kept === undefined) return;
        event.preventDefault();
        void saveFile();
      },
      { signal },
    );
  const stopWriting = writing.subscribe(follow);
  follow();
  return {
    subscribe: changes.subscribe,
    state: () => state,
    arrive,
    saveFile,
    asksForPlace: asksForPlace(home),
    dismiss: () => {
      notice = undefined;
      tell();
    },
    workHere,
    back: () => {
      if (mode?.about !== 'looking') return;
      uncover();
      tell();
      if (tabs.isElsewhere()) giveWay();
    },
    ...list.services,
    open: async (id) => {
      list.services.closeList();
      if (await bring(id)) notice = undefined;
      tell();
    },
    look: async (id, number) => {
      list.services.closeList();
      const version = list.versionOf(id, number);
      const found = await textOfVersion(id, number);
      if (found === undefined || version === undefined) notice = { about: 'unreadable' };
      else if (await bring(id)) {
        notice = undefined;
        mode = { about: 'looking', id, version };
        writing.cover(found.dataset);
      }
      tell();
    },
    restore: async (id, number) => {
      list.services.closeList();
      const version = list.versionOf(id, number) ?? (mode?.about === 'looking' ? mode.version : undefined);
      const found = await textOfVersion(id, number);
      if (found === undefined || version === undefined) notice = { about: 'unreadable' };
      else if (await bring(id)) {
        notice = undefined;
        if (tabs.isElsewhere()) await workHere();
        const { desk } = kept ?? {};
        if (desk !== undefined)
          desk.replace(withSameRecords(desk.draft().dataset, found.dataset), { did: 'restore', savedAt: version.at });
        await kept?.flush();
      }
      tell();
    },
    destroy: () => {
      void kept?.flush();
      end.abort();
      stopWriting();
      stopTabs();
      tabs.close();
      database.close();
    },
  };
}

/** Asks the browser not to let it go when the disk is full. What it says changes nothing here. */
function askToStay(): void {
  try {
    void navigator.storage.persist().catch(() => undefined);
  } catch {
    // It knows of no such thing.
  }
}
