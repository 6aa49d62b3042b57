import { invariant } from '../base/invariant';
import { runToEnd } from '../base/steps';
import type { Steps } from '../base/steps';
import type { ColumnTable, TableSource } from './table-of-columns';
import type { Dataset, DiplomaticEvent, WholeDataset } from './dataset';
import type { EventTable } from './event-table';
import { tableOfEvents } from './table-of-events';

/**
 * What a reader of a format writes its events into, and what gives the table of them: whole events one by one, or
 * columns where there may be half a million and no object may be made of each. One or the other, not both. Asked in the
 * middle of a file it gives the table of what has come so far; more may follow.
 */
export interface TableBuilder {
  /** Everything but the events; needed where whole ones are added, columns bring their own. */
  readonly setDataset: (dataset: Dataset) => void;
  /** One event after those before it, in the file's order; `eventOfSketch` makes one of little. O(1). */
  readonly add: (event: DiplomaticEvent) => void;
  /** Where the columns are that a reader goes on filling (`columnSource`); asked anew at each build. */
  readonly setColumns: (source: TableSource) => void;
  /** Events so far. */
  readonly size: () => number;
  /** The table of what has come so far, in slices, with what had to be left out of it. O(n log n). */
  readonly build: () => Steps<ColumnTable>;
}

/** An empty table on its way. */
export function makeTableBuilder(): TableBuilder {
  let dataset: Dataset | undefined;
  let source: TableSource | undefined;
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
      if (source !== undefined) return yield* source.build();
      invariant(dataset, `${events.length} events of no dataset`);
      return { table: yield* tableOfEvents(dataset, [...events]), rejections: [] };
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
