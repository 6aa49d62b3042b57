import type { LazyCode } from '../../base/lazy-code';
import type { CellChange, CellContext, CellField, CellOutcome } from '../../formats/cells/cell-types';
import type { CellsSet } from '../../formats/cells/cells';
import type { DiplomaticEvent, WholeDataset } from '../../model/dataset';
import type { DateReading } from '../../model/dates/reading/date-reading';

/** Fields of events as text and back, as the table and the panel write them (formats/cells). */
export interface CellTools {
  readonly cellText: (dataset: WholeDataset, event: DiplomaticEvent, field: CellField, context: CellContext) => string;
  readonly setCell: (
    dataset: WholeDataset,
    event: string,
    field: CellField,
    text: string,
    context: CellContext,
  ) => CellOutcome & { readonly dataset: WholeDataset };
  readonly setCells: (dataset: WholeDataset, changes: readonly CellChange[], context: CellContext) => CellsSet;
  /** What is read of a date that is being typed. */
  readonly readDate: (text: string, dataset: WholeDataset, context: CellContext) => DateReading;
  readonly addEvents: (
    dataset: WholeDataset,
    count: number,
    at: number,
    context: CellContext,
  ) => { readonly dataset: WholeDataset; readonly ids: readonly string[] };
  readonly removeEvents: (
    dataset: WholeDataset,
    ids: readonly string[],
    context: Pick<CellContext, 'baseline'>,
  ) => WholeDataset;
}

declare module '../context/desk' {
  interface WriteServices {
    readonly cells: LazyCode<CellTools>;
  }
}
