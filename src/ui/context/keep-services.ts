import type { DraftOrigin } from './draft-origin';

/** The dataset's own file, or the text of its notebook with all fields: each holds everything. */
export type FileKind = 'json' | 'txt';

/** What keeps what is being written. */
export interface KeepState {
  /**
   * `untouched`: nothing was changed yet, so there is nothing to keep; `saving`: for longer than a moment; `refused`: the
   * browser keeps nothing.
   */
  readonly at: 'untouched' | 'saving' | 'kept' | 'refused';
  /** The file it was saved as; `isCurrent` where nothing was changed since. */
  readonly file: { readonly name: string; readonly savedAt: number; readonly isCurrent: boolean } | undefined;
  /** What holds as long as it is told: nobody writes on what is on screen meanwhile. */
  readonly mode:
    | { readonly about: 'elsewhere' }
    | { readonly about: 'looking'; readonly id: string; readonly version: ListedVersion }
    | undefined;
  /** What somebody is told, until they put it away. */
  readonly notice: KeepNotice | undefined;
}

export type KeepNotice =
  /** It was here from an earlier visit. `isWhole`: all of it could be read. */
  | { readonly about: 'restored'; readonly changedAt: number; readonly isWhole: boolean }
  /** What the address leads to isn't kept here. */
  | { readonly about: 'gone' }
  /** It is kept, and can't be read. */
  | { readonly about: 'unreadable' }
  /** The browser keeps nothing; `full` where there is no room. */
  | { readonly about: 'refused'; readonly isFull: boolean }
  /** Another tab has written meanwhile: what was written here is one of the versions. */
  | { readonly about: 'conflict' };

/** An earlier state of a timeline. */
export interface ListedVersion {
  readonly number: number;
  /** ms of `Date.now()`. */
  readonly at: number;
  readonly words: string;
  readonly events: number;
}

/** One of the reader's own timelines, as the list tells of it. */
export interface ListedTimeline {
  readonly id: string;
  /** Undefined where what is kept can't be read. */
  readonly about:
    | {
        readonly title: string;
        readonly origin: DraftOrigin;
        readonly events: number;
        readonly withSource: number;
        readonly changedAt: number;
        /** What was done last. */
        readonly words: string;
        readonly file: { readonly name: string; readonly isCurrent: boolean } | undefined;
        /** The latest first. */
        readonly versions: readonly ListedVersion[];
      }
    | undefined;
  readonly isOnScreen: boolean;
  readonly isElsewhere: boolean;
}

/** The list of them, while it is open. */
export interface TimelineList {
  /** Undefined until they have been looked up; those changed last first. */
  readonly timelines: readonly ListedTimeline[] | undefined;
  readonly bytes: number;
  /** The browser keeps nothing. */
  readonly isRefused: boolean;
  /** What was deleted last, and can be brought back. */
  readonly removed: { readonly title: string; readonly events: number; readonly versions: number } | undefined;
}

/** What keeps a reader's own timelines, and what can be done with them. What may fail tells it by the state. */
export interface KeepServices {
  readonly subscribe: (onChange: () => void) => () => void;
  /** The same object until something changes. */
  readonly state: () => KeepState;
  /** Somebody who saves a file is asked where, and of which kind. */
  readonly asksForPlace: boolean;
  /** Saves what is being written as a file: over the one it was saved as, where the browser can. */
  readonly saveFile: (kind?: FileKind) => Promise<void>;
  readonly dismiss: () => void;
  /** Goes on in this tab with what another one writes on. */
  readonly workHere: () => Promise<void>;
  /** Back from a version that is looked at. */
  readonly back: () => void;
  readonly openList: () => void;
  readonly closeList: () => void;
  /** Undefined while it isn't open. */
  readonly list: () => TimelineList | undefined;
  readonly open: (id: string) => Promise<void>;
  readonly look: (id: string, version: number) => Promise<void>;
  readonly restore: (id: string, version: number) => Promise<void>;
  /** Of one that can't be read, what is there. */
  readonly saveFileOf: (id: string, kind?: FileKind) => Promise<void>;
  readonly saveAll: () => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  readonly undoRemove: () => Promise<void>;
}
