import type { LazyCode } from '../../base/lazy-code';
import type { LoadProblem } from '../../model/load-problem';
import type { SourceGrade } from '../../model/vocabulary';
import type { Rejection } from '../../model/rejection';
import type { TableFindings } from '../../formats/table/findings';
import type { Plan } from '../../formats/reader';
import type { TableMapping } from '../../formats/table/table-mapping';
import type { TablePlan } from '../../formats/table/table-plan';
import type { MappingStepProps, ReadingProgress, TableTools } from './table-tools';

/** Where somebody is on the way from a file to a timeline of it. */
export type OpeningPhase =
  | { readonly at: 'idle' }
  /** The dialog that asks for a file, with templates and samples. */
  | { readonly at: 'asking' }
  /** Which files, and how much of them was looked at, 0 to 1. */
  | { readonly at: 'looking'; readonly name: string; readonly done: number | undefined }
  /** Several files that have nothing to do with each other: one is chosen. */
  | { readonly at: 'choosing'; readonly names: readonly string[] }
  | { readonly at: 'planned'; readonly plan: Plan; readonly table: TablePlan | undefined; readonly found: PlanProgress }
  /** The mapping step. */
  | { readonly at: 'mapping'; readonly plan: TablePlan; readonly found: PlanProgress }
  /** Why it can't be opened; what is on screen stays. */
  | { readonly at: 'refused'; readonly reason: Refusal };

/** What is known of all of the files, while one looks at the plan. */
export interface PlanProgress extends ReadingProgress {
  /** So many events would come; undefined where only reading tells, and nobody has read it. */
  readonly events: number | undefined;
  readonly records: number | undefined;
  readonly undated: number | undefined;
  /** What would be left out, or told, so far. */
  readonly rejections: readonly Rejection[];
}

/** Why something that was dropped, pasted or chosen isn't opened. */
export type Refusal =
  | { readonly about: 'problem'; readonly problem: LoadProblem }
  /** `folder`, `nothing`: no file and no text; `link`: an address, which isn't fetched; `short`: no data to be seen in a text. */
  | { readonly about: 'folder' | 'nothing' | 'link' | 'short' | 'picture'; readonly name: string };

/** A file that was opened, as far as the strip and the report tell of it. */
export interface Opened {
  /** What the file is called. */
  readonly name: string;
  readonly plan: Plan;
  /** Of a table: what it was read by, and what that found. */
  readonly mapping: TableMapping | undefined;
  readonly findings: TableFindings | undefined;
  /** What was on screen before; `undo` brings it back. */
  readonly before: string;
}

/** What can be set of an opened timeline in place; each once more from the outside is one step. */
export interface Amendment {
  readonly title?: string;
  /** EDTF of a day; an empty text for none. */
  readonly asOf?: string;
  /** The view on screen is what it opens with from now on. */
  readonly opening?: 'as-shown' | 'none';
  /** Of all its sources. */
  readonly grade?: SourceGrade;
  /** EDTF of an event that had none, or another. */
  readonly date?: { readonly event: string; readonly edtf: string };
}

/** The flow from a file to a timeline, as the page's parts see it and act on it. */
export interface OpenServices {
  readonly phase: () => OpeningPhase;
  readonly opened: () => Opened | undefined;
  /** A file is being dragged over the page. */
  readonly isOver: () => boolean;
  /** Called after each change of what the three above give. Returns how to stop. */
  readonly subscribe: (onChange: () => void) => () => void;
  /** Files from a file input, or a drop. */
  readonly takeFiles: (files: readonly File[]) => void;
  readonly takeText: (text: string) => void;
  /** One of the samples or shipped sets that the page has. */
  readonly takeSample: (id: string) => void;
  /** One of the files that `choosing` names, by its place. */
  readonly choose: (at: number) => void;
  /** Opens what was planned, or what the mapping makes of it. */
  readonly open: (mapping?: TableMapping) => void;
  /** From the plan, or from what was opened, to the mapping step. */
  readonly correct: () => void;
  readonly onRelayout: MappingStepProps['onRelayout'];
  readonly onChange: MappingStepProps['onChange'];
  /** Ends whatever is going on; the timeline on screen stays. */
  readonly cancel: () => void;
  /** Ends the reading in the background; what it has counted stays. */
  readonly stop: () => void;
  /** Back to exactly what was on screen before. */
  readonly undo: () => void;
  readonly amend: (amendment: Amendment) => void;
  /** All of it as our JSON, for a download. */
  readonly save: () => Promise<Blob>;
  /** What was left out and told of, as CSV. */
  readonly report: () => Blob;
  readonly tools: LazyCode<TableTools>;
}

/**
 * How data of a reader's own gets in. As small as can be, since it comes with the page: what it leads to is loaded when
 * somebody brings something, or asks.
 */
export interface OpenDoor {
  /** Somebody has brought something, or asked: the room is wanted from then on. */
  readonly isWanted: () => boolean;
  readonly subscribe: (onChange: () => void) => () => void;
  /** Asks for a file. */
  readonly ask: () => void;
  readonly services: LazyCode<OpenServices>;
}

declare module '../context/page-services' {
  interface PageServices {
    /** Undefined where nothing may be opened: in an embed whose author doesn't allow it. */
    readonly opening?: OpenDoor | undefined;
  }
}
