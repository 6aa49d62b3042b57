import { memoByObject, memoOfFirstAndLast, memoOfLast, once } from '../../base/memo';
import type { Steps } from '../../base/steps';
import { runToEnd } from '../../base/steps';
import type { EventTable } from '../../model/event-table';
import type { Grouping, LaneOrder } from '../../model/vocabulary';
import { eventLanes } from './event-lanes';
import type { EventLanes } from './event-lanes';
import { laneContent } from './lane-content';
import type { LaneContent } from './lane-content';
import { placeLanes } from './lane-heights';
import type { HeightRules, PlacedLane } from './lane-heights';
import { makeLanes } from './lanes';
import type { Lane } from './lanes';
import { stackTracks } from './tracks';
import type { StackedLane } from './tracks';

/** Which lanes a table is laid out on. */
export interface LaneQuery {
  readonly group: Grouping;
  /** Keys of the open groups; undefined opens those in which somebody acts, unless they are many (`makeLanes`). */
  readonly expanded: readonly string[] | undefined;
  readonly laneOrder: LaneOrder;
  /** Ids of the actors whose lanes alone are wanted, as in a strip; absent for all. */
  readonly actors?: readonly string[];
}

/** What passes the filter of a lane of the set, taken in when it is first asked for. */
export type ContentOf = (lane: StackedLane) => LaneContent;

/** What contents depend on: 1 in `mask` for each row that passes, and unit-column.ts's column of the scale. */
export interface Taken {
  readonly mask: Uint8Array;
  readonly unitsOfRows: Float64Array;
}

/** How high lanes are to be. */
export interface Heights {
  readonly fillPx: number;
  readonly rules: HeightRules;
}

/** The lanes of one grouping, and what is worked out for them once, whatever the window. */
export interface LaneSet {
  /** Stacks the tracks of the lanes, a step a lane; once. */
  readonly stackSteps: () => Steps<readonly StackedLane[]>;
  /** The same lanes for the same heights, whatever the filter. */
  readonly placed: (heights: Heights) => readonly PlacedLane[];
  readonly lanesOf: () => (row: number) => EventLanes;
  /** Of the first filter, which is none, and the last, whatever the size: a new one takes the room of the old. */
  readonly contentOf: (taken: Taken) => ContentOf;
}

/** The plot before and after it was resized, and a picture's. */
const MOST_SIZES = 3;
/** Thirteen bytes an involvement each. */
const MOST_FILTERS = 2;

/** The chart's lanes, those of the strips in the panels, and what was there before a group was folded. */
const MOST_LANE_SETS = 4;

/** The lanes of a query, which the table keeps; those of some actors alone are a set of their own at each call. */
export function laneSetFor(table: EventTable, { group, expanded, laneOrder, actors }: LaneQuery): LaneSet {
  const { lanes, set } = laneSetsOf(table)({ group, expanded, laneOrder });
  return actors === undefined
    ? set
    : makeLaneSet(
        table,
        lanes.filter(({ kind, key }) => kind === 'actor' && actors.includes(key)),
      );
}

const laneSetsOf = memoByObject((table: EventTable) =>
  memoOfLast(
    MOST_LANE_SETS,
    ({ group, expanded, laneOrder }: LaneQuery) => {
      const lanes = makeLanes(table, group, expanded, laneOrder);
      return { lanes, set: makeLaneSet(table, lanes) };
    },
    isSameLanes,
  ),
);

/** Whether two queries ask for the same lanes, `actors` left aside. */
export function isSameLanes(a: LaneQuery, b: LaneQuery): boolean {
  return a.group === b.group && a.laneOrder === b.laneOrder && isSameList(a.expanded, b.expanded);
}

function isSameList(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return (
    a === b ||
    (a !== undefined && b !== undefined && a.length === b.length && a.every((value, index) => value === b[index]))
  );
}

function makeLaneSet(table: EventTable, lanes: readonly Lane[]): LaneSet {
  let stacked: readonly StackedLane[] | undefined;
  function* stackSteps(): Steps<readonly StackedLane[]> {
    if (stacked !== undefined) return stacked;
    const made: StackedLane[] = [];
    for (const lane of lanes) {
      yield made.length / lanes.length;
      made.push(stackTracks(table, lane));
    }
    stacked = made;
    return made;
  }
  return {
    stackSteps,
    placed: memoOfLast(
      MOST_SIZES,
      ({ fillPx, rules }: Heights) => placeLanes(runToEnd(stackSteps()), fillPx, rules),
      (a, b) => a.fillPx === b.fillPx && a.rules === b.rules,
    ),
    lanesOf: once(() => eventLanes(table, lanes)),
    contentOf: memoOfFirstAndLast(
      MOST_FILTERS,
      (taken: Taken) => contentsOf(table, taken),
      (a, b) => a.mask === b.mask && a.unitsOfRows === b.unitsOfRows,
    ),
  };
}

function contentsOf(table: EventTable, { mask, unitsOfRows }: Taken): ContentOf {
  const contents = new Map<Lane, LaneContent>();
  return (stacked) => {
    let content = contents.get(stacked.lane);
    if (content === undefined) {
      content = laneContent(table, stacked, mask, unitsOfRows);
      contents.set(stacked.lane, content);
    }
    return content;
  };
}
