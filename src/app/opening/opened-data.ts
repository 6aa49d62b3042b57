import type { Steps } from '../../base/steps';
import type { Dataset, DiplomaticEvent, Opening, WholeDataset } from '../../model/dataset';
import { isDateFault, parseEventDate } from '../../model/dates/parse-event-date';
import type { EventDate } from '../../model/dates/event-date';
import { eventOfSketch } from '../../model/event-of-sketch';
import type { EventTable } from '../../model/event-table';
import { makeTableBuilder } from '../../model/table-builder';
import { wholeDataset } from '../../model/whole-dataset';
import type { Amendment } from '../../ui/open/open-services';

/**
 * A dataset's head with something set in it; the same object for what concerns its events alone. An as-of day that isn't
 * EDTF changes nothing.
 */
function amendHead(dataset: Dataset, amendment: Amendment, opening: Opening | undefined): Dataset {
  switch (amendment.about) {
    case 'title':
      return { ...dataset, title: amendment.title };
    case 'as-of': {
      const asOf = amendment.edtf === undefined ? undefined : dateOf(amendment.edtf);
      return amendment.edtf !== undefined && asOf === undefined ? dataset : { ...dataset, asOf };
    }
    case 'opening':
      return { ...dataset, opening };
    case 'grade':
      return { ...dataset, sources: dataset.sources.map((source) => ({ ...source, grade: amendment.grade })) };
    case 'date':
      return dataset;
  }
}

/** Undefined for what is no EDTF, and for what needs code that isn't here. */
function dateOf(edtf: string): EventDate | undefined {
  const date = parseEventDate(edtf);
  return isDateFault(date) ? undefined : date;
}

/** Whether it moves events in time: then the table is made anew, of all its events. */
function movesEvents({ about }: Amendment): boolean {
  return about === 'as-of' || about === 'date';
}

/** The table with an amendment applied, in slices. The same table where nothing of it applies. O(n log n), else O(1). */
export function* amendTable(table: EventTable, amendment: Amendment, opening: Opening | undefined): Steps<EventTable> {
  const dataset = amendHead(table.dataset, amendment, opening);
  if (!movesEvents(amendment)) return { ...table, dataset };
  const { events } = wholeDataset(table);
  return yield* rebuilt({ ...dataset, events: events.map((event) => amendEvent(event, dataset, amendment)) });
}

function* rebuilt({ events, ...dataset }: WholeDataset): Steps<EventTable> {
  const builder = makeTableBuilder();
  builder.setDataset(dataset);
  for (const event of events) builder.add(event);
  return (yield* builder.build()).table;
}

/** Whether it is only announced, and done or said, follows from the two days. */
function amendEvent(event: DiplomaticEvent, dataset: Dataset, amendment: Amendment): DiplomaticEvent {
  const date = amendment.about === 'date' && amendment.event === event.id ? dateOf(amendment.edtf) : event.date;
  return date === event.date && amendment.about === 'date' ? event : eventOfSketch({ ...event, date }, dataset);
}
