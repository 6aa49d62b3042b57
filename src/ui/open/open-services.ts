import type { LazyCode } from '../../base/lazy-code';
import type { DateReading } from '../../model/dates/reading/date-reading';
import type { LoadProblem } from '../../model/load-problem';
import type { SourceGrade } from '../../model/vocabulary';
import type { Rejection } from '../../model/rejection';
import type { TableFindings } from '../../formats/table/findings';
import type { Plan } from '../../formats/reader';
import type { TableMapping } from '../../formats/table/table-mapping';
import type { TablePlan } from '../../formats/table/table-plan';
import type { MappingStepProps, ReadingProgress, SettlePlace, TableTools } from './table-tools';

/** Where somebody is on the way from a file to a timeline of it. */
export type OpeningPhase =
  | { readonly at: 'idle' }
  /** The dialog that asks for a file, with templates and samples. */
  | { readonly at: 'asking' }
  /** Which files, and how much of them was looked at, 0 to 1. */
  | { readonly at: 'looking'; readonly name: string; readonly done: number | undefined }
  /** Several files that have nothing to do with each other: one is chosen. */
  | { readonly at: 'choosing'; readonly files: readonly { readonly name: string; readonly format: string }[] }
  | ({ readonly at: 'planned' } & Planned)
  /** The mapping step; `isAgain` for a table that is on screen already. */
  | {
      readonly at: 'mapping';
      readonly plan: TablePlan;
      readonly found: PlanProgress;
      readonly isAgain: boolean;
      /** What somebody went there for. */
      readonly place: SettlePlace | undefined;
    }
  /** Why it can't be opened; what is on screen stays. */
  | { readonly at: 'refused'; readonly reason: Refusal };

export interface Planned {
  readonly plan: Plan;
  /** The same, of a table. */
  readonly table: TablePlan | undefined;
  /** What its people call the format. */
  readonly format: string;
  /** False where somebody has to say first what the columns mean. */
  readonly canOpen: boolean;
  /** It is read as a table with the same headings was last time. */
  readonly isAsBefore: boolean;
  /** Somebody has come back from the mapping step. */
  readonly isBack: boolean;
  readonly found: PlanProgress;
}

/** What is known of all of the files, while one looks at the plan. */
export interface PlanProgress extends ReadingProgress {
  readonly records: number | undefined;
  /** Undefined as long as nobody has read any of it. */
  readonly count: PlanCount | undefined;
  /** What would be left out, or told, so far. */
  readonly rejections: readonly Rejection[];
  /** Why reading it ended before its end. */
  readonly problem: LoadProblem | undefined;
}

export interface PlanCount {
  readonly events: number;
  readonly undated: number;
  /** Distinct ones. */
  readonly names: number;
  readonly rowsWithNames: number;
  readonly sources: number;
  /** Bars, oldest first, each with so many events that begin in it. */
  readonly years: TableFindings['years'];
}

/**
 * Why something that was dropped, pasted or chosen isn't opened. `nothing`: no file and no text; `link`: an address, which
 * isn't fetched; `no-data`: a text with no data to be seen in it; `sample`: one that can't be had.
 */
export type Refusal =
  | { readonly about: 'problem'; readonly problem: LoadProblem }
  | { readonly about: 'folder' | 'nothing' | 'link' | 'no-data'; readonly name: string };

/** A file that was opened, as far as the strip and the report tell of it. */
export interface Opened {
  /** What the file is called. */
  readonly name: string;
  /** Another with each opening, of the same file too. */
  readonly turn: number;
  readonly plan: Plan;
  /** Of a table: what it was read by, and what that found. */
  readonly mapping: TableMapping | undefined;
  readonly findings: TableFindings | undefined;
  /** Title of what was on screen before, which `undo` brings back; undefined where there was nothing. */
  readonly before: string | undefined;
  /** What was set in place since, the latest last. */
  readonly amendments: readonly Amendment[];
}

/** What can be set of an opened timeline in place. */
export type Amendment =
  | { readonly about: 'title'; readonly title: string }
  /** EDTF of a day; undefined for none. */
  | { readonly about: 'as-of'; readonly edtf: string | undefined }
  /** Whether the view on screen is what it opens with from now on. */
  | { readonly about: 'opening'; readonly isAsShown: boolean }
  /** Of all its sources. */
  | { readonly about: 'grade'; readonly grade: SourceGrade }
  /** EDTF of an event that had none, or another. */
  | { readonly about: 'date'; readonly event: string; readonly edtf: string };

/** One thing to begin with. */
export interface Sample {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly of: 'events' | 'rows';
}

export const TEMPLATES = ['csv', 'xlsx', 'notebook'] as const;
export type TemplateKind = (typeof TEMPLATES)[number];

/** The flow from a file to a timeline, as the page's parts see it and act on it. */
export interface OpenServices {
  readonly phase: () => OpeningPhase;
  readonly opened: () => Opened | undefined;
  /** A file is being dragged over the page. */
  readonly isOver: () => boolean;
  /** The panel shows what became of the file. */
  readonly isReported: () => boolean;
  readonly setReported: (isReported: boolean) => void;
  /** Called after each change of what these give. Returns how to stop. */
  readonly subscribe: (onChange: () => void) => () => void;
  /** Files from a file input. */
  readonly takeFiles: (files: readonly File[]) => void;
  readonly takeText: (text: string) => void;
  readonly samples: () => readonly Sample[];
  readonly takeSample: (id: string) => void;
  /** A table to fill in, with the name of its file. */
  readonly template: (kind: TemplateKind) => Promise<File>;
  /** One of the files that `choosing` names, by its place. */
  readonly choose: (at: number) => void;
  /** Opens what was planned, or what the mapping makes of it. */
  readonly open: (mapping?: TableMapping) => void;
  /** From the plan, or from what was opened, to the mapping step: to what is to be settled there, or its beginning. */
  readonly correct: (place?: SettlePlace) => void;
  /** Forgets how tables with these headings are read; the plan is that of the page's own guess. */
  readonly startAfresh: () => void;
  readonly relayout: MappingStepProps['onRelayout'];
  readonly remap: MappingStepProps['onChange'];
  /** Ends whatever is going on; the timeline on screen stays. */
  readonly cancel: () => void;
  /** Ends the reading in the background; what it has counted stays. */
  readonly stop: () => void;
  /** Back to exactly what was on screen before. */
  readonly undo: () => void;
  readonly amend: (amendment: Amendment) => void;
  /** Takes the latest amendment back. */
  readonly undoAmendment: () => void;
  /** A date as somebody types it, read as the table's own are. */
  readonly readDate: (text: string) => Promise<DateReading>;
  /** For the mapping step. */
  readonly tools: LazyCode<TableTools>;
  /** All of it as our JSON, for a download. */
  readonly save: () => Promise<File>;
  /** What was left out and told of, as CSV. */
  readonly report: () => File;
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
  /** Has the room come, for whoever shows in the page what the dialog has. */
  readonly want: () => void;
  readonly services: LazyCode<OpenServices>;
}

declare module '../context/page-services' {
  interface PageServices {
    /** Undefined where nothing may be opened: in an embed whose author doesn't allow it. */
    readonly opening?: OpenDoor | undefined;
  }
}
