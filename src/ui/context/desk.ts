import type { LazyCode } from '../../base/lazy-code';
import type { DraftOrigin } from './draft-origin';
import type { KeepServices } from './keep-services';
import type { Edit, EditAbout } from '../../model/edit/edit';
import type { WholeDataset } from '../../model/dataset';
import type { Rejection } from '../../model/rejection';

/** The faces of a timeline that is being written: its text, its table, and the timeline itself with a panel to edit. */
export const FACES = ['text', 'table', 'timeline'] as const;
export type Face = (typeof FACES)[number];

/** A timeline that is written, as it is kept and opened again. */
export interface Draft {
  /** Of the document, random; the same for as long as it is kept. */
  readonly id: string;
  readonly origin: DraftOrigin;
  readonly dataset: WholeDataset;
  /** As it was before anything was edited here: what "was ..." and "revert" go by; undefined for a new one. */
  readonly baseline: WholeDataset | undefined;
}

/** One edit that was made, or taken back. */
export interface DeskStep {
  readonly edit: Edit;
  /** When, ms of `Date.now()`. */
  readonly at: number;
}

/**
 * A timeline that is being written, for as long as it is on screen. All of its faces act on it and are told of each
 * other's edits by it; what it holds is put on the timeline by itself.
 */
export interface Desk {
  /** Called after each change of what these give. Returns how to stop. */
  readonly subscribe: (onChange: () => void) => () => void;
  /** The same object until something changes. */
  readonly draft: () => Draft;
  readonly face: () => Face;
  readonly setFace: (face: Face) => void;
  /**
   * Makes one edit: the dataset that `change` gives in the place of the one that is there. Each record that is new or
   * changed is held against the rules of a file first; what breaks one is given back, and then nothing changes. Typing
   * goes on with the edit before it where that is the same field of the same record and no pause was made (`isRun`).
   */
  readonly edit: (
    about: EditAbout,
    change: (dataset: WholeDataset) => WholeDataset,
    options?: { readonly isRun?: boolean },
  ) => readonly Rejection[];
  /** Takes the latest edit back, in whichever face it was made; undefined where there is none. */
  readonly undo: () => Edit | undefined;
  readonly redo: () => Edit | undefined;
  /** Edits that `undo` takes back, oldest first. */
  readonly past: () => readonly DeskStep[];
  /** Edits that `redo` makes again, the next one last. */
  readonly future: () => readonly DeskStep[];
  /** A pause: the next edit is one of its own, whatever it is. */
  readonly pause: () => void;
}

/** The desk of a page: what begins on it, and what lies there. */
export interface WriteServices {
  readonly subscribe: (onChange: () => void) => () => void;
  /** Undefined where nothing is being written. */
  readonly desk: () => Desk | undefined;
  /**
   * Begins to write on what is on screen (a copy, of a shipped set), and shows that face; with a desk there, only shows
   * it. Says why not: `large` for more events than can be written on one by one.
   */
  readonly begin: (face: Face) => Promise<'large' | 'nothing' | undefined>;
  /** A new timeline, in the place of what is on screen. */
  readonly startNew: () => void;
  /** One that was kept, or carried, in the place of what is on screen. */
  readonly take: (draft: Draft, face?: Face) => void;
  /** Back to what was on screen before; what was written is kept where anything keeps it. */
  readonly leave: () => void;
}

/** How writing begins. As small as can be, since it comes with the page: what it leads to is loaded when it is wanted. */
export interface WriteDoor {
  /** Somebody has begun to write. */
  readonly isWanted: () => boolean;
  /** Called after each change of this and of the services. Returns how to stop. */
  readonly subscribe: (onChange: () => void) => () => void;
  /** Undefined where nothing is being written. */
  readonly desk: () => Desk | undefined;
  readonly begin: (face: Face) => void;
  readonly startNew: () => void;
  /** Shows the list of the reader's own timelines, "Your timelines". */
  readonly openList: () => void;
  readonly services: LazyCode<WriteServices>;
  /** What keeps it; comes with the desk. */
  readonly keeping: LazyCode<KeepServices>;
}

declare module './page-services' {
  interface PageServices {
    /** Undefined where nothing may be edited: in an embed whose author doesn't allow it. */
    readonly writing?: WriteDoor | undefined;
  }
}
