import type { LazyCode } from '../../base/lazy-code';
import type { Translate } from '../../base/translate';
import type { EventTable } from '../../model/event-table';
import type { ThemeName } from '../../state/address/view-params';
import type { TimelineState } from '../../state/view/timeline-state';

/** What is to be given away as a page. */
export interface GivenPage {
  /** The data: what is on screen, or a part of it. */
  readonly table: EventTable;
  /** The view that the page opens with. */
  readonly view: TimelineState;
  /** What speaks the language of the page: it opens in it, whatever its reader's browser is set to. */
  readonly t: Translate;
  /** The theme that it opens with; `auto` for that of its reader's system. */
  readonly theme: ThemeName;
  readonly signal?: AbortSignal;
  /** Told how much of the data is written, 0 to 1. */
  readonly heard?: (share: number) => void;
}

/** Pages that hold a timeline, as files. Both work in slices. */
export interface PageFiles {
  /**
   * One HTML file. Rejects with `CodeMissing` where what it is made of can't be loaded, which `pageFile.missing` says in
   * words, and with the signal's reason.
   */
  readonly saveAsPage: (given: GivenPage) => Promise<File>;
  /** The same as a folder for a host, in a ZIP archive. */
  readonly saveZip: (given: GivenPage) => Promise<File>;
}

declare module '../context/page-services' {
  interface PageServices {
    /** With its messages; undefined where the timeline stands in somebody else's page. */
    readonly pageFiles?: LazyCode<PageFiles> | undefined;
  }
}
