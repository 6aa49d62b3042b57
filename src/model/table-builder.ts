import { runToEnd } from '../base/steps';
import type { Steps } from '../base/steps';
import { columnTableSteps } from './column-table';
import type { ColumnTable } from './column-table';
import type { Dataset, DiplomaticEvent, WholeDataset } from './dataset';
import { datasetHead } from './dataset-head';
import type { EventColumns } from './event-columns';
import type { EventTable } from './event-table';
import { columnsOfEvents } from './event-to-columns';

/**
 * What a reader of a format writes its events into, and what gives the table of them: whole events one by one, or
 * columns where there may be half a million and no object may be made of each. One or the other, not both. Asked in the
 * middle of a file it gives the table of what has come so far; more may follow.
 */
export interface TableBuilder {
  /** Everything but the events; holds for the tables built from now on. Columns bring their own. */
  readonly setDataset: (dataset: Dataset) => void;
  /** One event after those before it, in the file's order; `eventOfSketch` makes one of little. O(1). */
  readonly add: (event: DiplomaticEvent) => void;
  /** Where the columns are that a reader goes on filling; asked anew at each build. */
  readonly setColumns: (source: ColumnSource) => void;
  /** Events so far. */
  readonly size: () => number;
  /** The table of what has come so far, in slices, with what had to be left out of it. O(n log n). */
  readonly build: () => Steps<ColumnTable>;
}

/** Columns that are still growing. */
export interface ColumnSource {
  readonly size: () => number;
  /** What there is so far; the arrays must not change any more, those of a later call may be longer ones. */
  readonly columns: () => Steps<EventColumns>;
}

/** An empty table on its way. */
export function makeTableBuilder(): TableBuilder {
  let dataset: Dataset = datasetHead({ id: '', title: '', actors: [] });
  let source: ColumnSource | undefined;
  const events: DiplomaticEvent[] = [];
  return {
    setDataset: (head) => {
      dataset = head;
    },
    add: (event) => {
      if (source !== undefined) throw new Error(`Event "${event.id}" was added to a table of columns`);
      events.push(event);
    },
    setColumns: (columns) => {
      if (events.length > 0) throw new Error(`Columns were given to a table of ${events.length} whole events`);
      source = columns;
    },
    size: () => source?.size() ?? events.length,
    build: function* build() {
      const columns = source === undefined ? columnsOfEvents(dataset, [...events]) : source.columns();
      return yield* columnTableSteps(yield* columns);
    },
  };
}

/** Columns that are there already, as a source. */
export function columnSource(columns: EventColumns): ColumnSource {
  return {
    size: () => columns.start.length,
    // oxlint-disable-next-line require-yield
    *columns() {
      return columns;
    },
  };
}

/**
 * The table of a dataset at hand, all at once. A dataset without a dated event gives a table over one day of 1970.
 */
export function makeEventTable({ events, ...dataset }: WholeDataset): EventTable {
  const builder = makeTableBuilder();
  builder.setDataset(dataset);
  for (const event of events) builder.add(event);
  return runToEnd(builder.build()).table;
}
