import type { LazyCode } from '../../base/lazy-code';
import type { Translate } from '../../base/translate';
import type { Writer, WriterHead, WriterId } from '../../formats/writer';
import type { WholeDataset } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';

/** Work that may take a while: in slices, told how far it is, and ended by its signal (then it rejects with the reason). */
export interface GiveWork {
  readonly t: Translate;
  readonly signal: AbortSignal;
  /** The share done, 0 to 1. */
  readonly heard?: (share: number) => void;
}

/** What of a timeline an address carries: all, what the lines of a notebook say of it, or events and names alone. */
export const CARRIED_PARTS = ['all', 'lines', 'bare'] as const;
export type CarriedPart = (typeof CARRIED_PARTS)[number];

/** A timeline, or what a filter leaves of it, made into what can be taken along. All of it rejects with `CodeMissing` too. */
export interface GiveServices {
  /** In the order in which they are offered. */
  readonly formats: readonly WriterHead[];
  /** What writes them, which also counts what each file will hold and leave out. */
  readonly writers: () => Promise<readonly Writer[]>;
  /** All of a table's dataset; of the rows alone that are 1 in `mask` where one is given, with what they need. */
  readonly take: (table: EventTable, mask: Uint8Array | undefined, work: GiveWork) => Promise<WholeDataset>;
  /** The table of such a part. */
  readonly tableOf: (dataset: WholeDataset, work: GiveWork) => Promise<EventTable>;
  /** A file of a format; cells of a table are as they are where they are `isRaw`. */
  readonly write: (
    id: WriterId,
    dataset: WholeDataset,
    work: GiveWork & { readonly isRaw: boolean; readonly link: string | undefined },
  ) => Promise<File>;
  /** The table of the events for the clipboard: rows parted by tabs, and the same as HTML. */
  readonly cells: (dataset: WholeDataset, work: GiveWork) => Promise<{ readonly text: string; readonly html: string }>;
  /**
   * What stands behind `t=` in an address that carries the timeline, or a part of it; undefined where it has more than
   * `most` characters.
   */
  readonly carry: (
    dataset: WholeDataset,
    work: GiveWork & { readonly part: CarriedPart; readonly most: number },
  ) => Promise<string | undefined>;
}

declare module '../context/page-services' {
  interface PageServices {
    /** Undefined where nothing can be taken along. */
    readonly giving?: LazyCode<GiveServices> | undefined;
  }
}
