import type { LazyCode } from '../../base/lazy-code';
import type { Notebook } from '../../formats/notebook/notebook-types';
import type { EditAbout } from '../../model/edit/edit';
import type { Desk } from '../context/desk';

/** Where the caret stands in a text, or what is selected: from and to, in UTF-16 units. */
export interface Caret {
  readonly start: number;
  readonly end: number;
}

/** What keeps lines off the timeline though they were read: they break a rule of dataset files. */
export interface LineFault {
  /** From 0. */
  readonly line: number;
  readonly found: string;
  readonly expected: string;
}

/** The text of what is written, at one moment. */
export interface WrittenText {
  readonly notebook: Notebook;
  readonly text: string;
  /** Where the caret was, for a text that was taken back or made again; undefined for one that was typed. */
  readonly caret: Caret | undefined;
  /** The timeline still has what was there before these. */
  readonly faults: readonly LineFault[];
}

/** One edit of the text. */
export interface Typed {
  readonly text: string;
  readonly before: Caret;
  readonly after: Caret;
  /** Undefined where it was typed letter by letter. */
  readonly about?: EditAbout | undefined;
}

/** The text of a desk: typed here, and written anew where something is edited in another face. */
export interface TextDesk {
  readonly subscribe: (onChange: () => void) => () => void;
  /** The same object until something changes. */
  readonly written: () => WrittenText;
  readonly type: (typed: Typed) => void;
  /** Writes one of the readings of a date (an index of its alternatives) into its line, or into all lines like it. */
  readonly settle: (line: number, alternative: number, allLike: boolean, caret: Caret) => void;
  /** As those of the desk; what the timeline couldn't take is taken back first. False where there is nothing. */
  readonly undo: () => boolean;
  readonly redo: () => boolean;
}

declare module '../context/desk' {
  interface WriteServices {
    /** The text of a desk, made when it is shown first and kept beside the desk from then on. */
    readonly text: LazyCode<(desk: Desk) => TextDesk>;
  }
}
