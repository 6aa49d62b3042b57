import type { TimelineQuery } from '../../layout/layout-timeline';
import { prepareTimeline } from '../../layout/prepare-timeline';
import type { EventTable } from '../../model/event-table';
import { NO_FILTER } from '../../model/filter';
import { matchEvents } from '../../state/query/matches';
import { EMPTY_STATE } from '../../state/view/timeline-state';
import type { Prepare } from './read-in-slices';

/** As high as a chart in sight is likely to be; further lanes are taken in when somebody scrolls to them. */
const SIGHT_PX = 900;

/**
 * What the first picture of a table asks for, each kept by the table once it was made: done ahead, a part at a time,
 * and nothing else.
 */
export const PREPARE_TABLE: readonly Prepare[] = [
  (table) => void matchEvents(table, NO_FILTER),
  (table) => prepareTimeline(table, firstQuery(table), SIGHT_PX),
];

/** As the dataset opens. */
function firstQuery(table: EventTable): TimelineQuery {
  const { opening } = table.dataset;
  return {
    mask: matchEvents(table, NO_FILTER).mask,
    group: opening?.group ?? EMPTY_STATE.group,
    expanded: opening?.expanded,
    laneOrder: EMPTY_STATE.laneOrder,
    scale: opening?.scale ?? EMPTY_STATE.scale,
  };
}
