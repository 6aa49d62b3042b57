import type { Translate } from '../../base/translate';
import type {
  FileKind,
  KeepServices,
  ListedTimeline,
  ListedVersion,
  TimelineList,
} from '../../ui/context/keep-services';
import { saveFile } from '../../ui/kit/save-file';
import { fileText, plainFileName } from '../opening/file-names';
import { stored } from '../../formats/packed/stored-zip';
import { draftHeadOf } from './draft-record';
import type { DraftStore, Listed, Removed } from './draft-store';
import { readKept } from './draft-text';
import type { KeptDesk } from './kept-desk';
import { saveDraft } from './save-draft';
import type { Tabs } from './tabs';

/** What the list needs of the page. */
interface ListPage {
  readonly store: DraftStore;
  readonly tabs: Tabs;
  readonly translate: Translate;
  readonly home: Window;
  readonly onChange: () => void;
  /** What is on the desk. */
  readonly onScreen: () => KeptDesk | undefined;
  /** Takes it away, without writing it. */
  readonly leave: () => void;
  readonly saveOnScreen: (kind: FileKind | undefined) => Promise<void>;
}

type ListServices = Pick<
  KeepServices,
  'openList' | 'closeList' | 'list' | 'saveFileOf' | 'saveAll' | 'remove' | 'undoRemove'
>;

export interface OwnTimelineList {
  readonly services: ListServices;
  readonly versionOf: (id: string, number: number) => ListedVersion | undefined;
}

/** The list of what the browser keeps, as it is when it is opened and after each thing done in it. */
export function makeTimelineList(page: ListPage): OwnTimelineList {
  const { store, tabs, onChange, onScreen } = page;
  let isOpen = false;
  let found: readonly Listed[] | undefined;
  let isRefused = false;
  let removed: readonly Removed[] = [];
  let list: TimelineList | undefined;
  const tell = (): void => {
    list = isOpen ? listOf() : undefined;
    onChange();
  };
  const listOf = (): TimelineList => ({
    timelines: found?.map((each) => timelineOf(each, onScreen(), tabs)).toSorted(byChange),
    bytes: (found ?? []).reduce((sum, { bytes }) => sum + bytes, 0),
    isRefused,
    removed: removedInWords(removed.at(-1)),
  });
  const lookUp = async (): Promise<void> => {
    try {
      await onScreen()?.flush();
      found = await store.list();
      isRefused = false;
    } catch {
      found = [];
      isRefused = true;
    }
    tell();
  };
  tabs.subscribe(() => {
    if (isOpen) tell();
  });
  return {
    versionOf: (id, number) =>
      found?.find((each) => each.id === id)?.head?.versions.find((each) => each.number === number),
    services: {
      list: () => list,
      openList: () => {
        isOpen = true;
        tell();
        void lookUp().then(() => tabs.ask((found ?? []).map(({ id }) => id)));
      },
      closeList: () => {
        isOpen = false;
        tell();
      },
      saveFileOf: async (id, kind) => {
        if (onScreen()?.desk.draft().id === id) {
          await page.saveOnScreen(kind);
          return lookUp();
        }
        const text = await store.text(id, 'now').catch(() => undefined);
        const head = found?.find((each) => each.id === id)?.head;
        if (head === undefined) {
          if (text !== undefined) saveFile(fileText(text, 'timeline.txt', 'text/plain'));
          return undefined;
        }
        if (text === undefined) return undefined;
        const { title, file } = head;
        const json = (): Promise<string> => Promise.resolve(text);
        const dataset = async () => (await readKept(text, title, page.translate))?.dataset;
        const name = await saveDraft({ id, title, last: file?.name, kind, json, dataset }, store, page);
        if (name === undefined) return undefined;
        const savedAt = Date.now();
        await store
          .tell(id, (before) => ({ ...before, file: { name, savedAt, turn: before.turn } }))
          .catch(() => undefined);
        return lookUp();
      },
      saveAll: async () => {
        await onScreen()?.flush();
        const names = new Set<string>();
        const files: (readonly [string, string])[] = [];
        for (const { id, head } of found ?? []) {
          const text = await store.text(id, 'now').catch(() => undefined);
          if (text === undefined) continue;
          files.push([freeName(plainFileName(head?.title ?? 'timeline'), names), text]);
        }
        saveFile(new File([stored(files)], 'timelines.zip', { type: 'application/zip' }));
      },
      remove: async (id) => {
        const at = onScreen();
        if (at?.desk.draft().id === id) {
          await at.flush();
          page.leave();
        }
        try {
          removed = [...removed, await store.remove(id)];
        } catch {
          isRefused = true;
        }
        await lookUp();
      },
      undoRemove: async () => {
        const last = removed.at(-1);
        if (last === undefined) return;
        try {
          await store.putBack(last);
          removed = removed.slice(0, -1);
        } catch {
          isRefused = true;
        }
        await lookUp();
      },
    },
  };
}

function timelineOf({ id, head }: Listed, onScreen: KeptDesk | undefined, tabs: Tabs): ListedTimeline {
  const isOnScreen = onScreen?.desk.draft().id === id;
  const isElsewhere = tabs.isOpenElsewhere(id);
  if (head === undefined) return { id, about: undefined, isOnScreen, isElsewhere };
  const { title, origin, events, withSource, changedAt, words, file, turn, versions } = head;
  return {
    id,
    about: {
      title,
      origin,
      events,
      withSource,
      changedAt,
      words,
      file: file && { name: file.name, isCurrent: file.turn === turn },
      versions: versions.toReversed(),
    },
    isOnScreen,
    isElsewhere,
  };
}

/** Those changed last first; what can't be read at the end. */
function byChange(one: ListedTimeline, other: ListedTimeline): number {
  return (other.about?.changedAt ?? -1) - (one.about?.changedAt ?? -1);
}

function removedInWords(removed: Removed | undefined): TimelineList['removed'] {
  if (removed === undefined) return undefined;
  const head = draftHeadOf(removed.head);
  return { title: head?.title ?? '', events: head?.events ?? 0, versions: (head?.versions.length ?? 0) + 1 };
}

function freeName(stem: string, names: Set<string>): string {
  let name = `${stem}.json`;
  for (let at = 2; names.has(name); at += 1) name = `${stem}-${at}.json`;
  names.add(name);
  return name;
}
