import { memoByObject } from '../../base/memo';
import { positionOf } from '../../base/sorted';
import type { Lane } from '../../layout/lanes/lanes';
import type { PlacedLane } from '../../layout/lanes/lane-heights';
import type { HitTarget } from './place-hit-targets';

/**
 * What a mark is to whoever reads the chart from top to bottom: the place where its event is told (`first`), a short
 * word of it in the row of somebody else who acts in it (`again`), or nothing (`silent`), where the row's own only are
 * named in what is told elsewhere. Arrow keys reach all of them, and each says everything when it has the focus.
 */
export type MarkStanding = 'first' | 'again' | 'silent';

type TargetsByLane = ReadonlyMap<string, readonly HitTarget[]>;

/** How each target of a chart stands. O(targets in sight, and the rows in their pills). */
export type Standings = ReadonlyMap<HitTarget, MarkStanding>;

const SAY_ALL: Standings = new Map();

/**
 * The standings of the lanes' targets, from the first lane to the last. Without lanes none is known, and all say
 * everything.
 */
export function standingsOf(lanes: readonly PlacedLane[] | undefined, targets: TargetsByLane): Standings {
  return lanes === undefined ? SAY_ALL : standingsIn(targets)(lanes);
}

const standingsIn = memoByObject((targets: TargetsByLane) =>
  memoByObject((lanes: readonly PlacedLane[]) => makeStandings(lanes, targets)),
);

function makeStandings(lanes: readonly PlacedLane[], targets: TargetsByLane): Standings {
  const shown = lanes.flatMap(({ lane }) => (targets.get(lane.id) ?? []).map((target) => ({ lane, target })));
  const standings = new Map<HitTarget, MarkStanding>();
  const told = new Set<number>();
  // Where somebody acts an event is told before where somebody is only named.
  for (const isForActing of [true, false])
    for (const { lane, target } of shown) {
      if (isActing(target, lane) !== isForActing) continue;
      const isNews = target.rows.some((row) => !told.has(row));
      for (const row of target.rows) told.add(row);
      standings.set(target, isNews ? 'first' : isForActing || lane.counts === 'all' ? 'again' : 'silent');
    }
  return standings;
}

/** Whether somebody of the lane acts in any of the target's events. */
export function isActing({ rows }: HitTarget, lane: Lane): boolean {
  return rows.some((row) => lane.acts[positionOf(lane.rows, row) ?? -1] === 1);
}

/** How many events are read in a lane: those in its targets that say something. */
export function countRead(targets: readonly HitTarget[], standings: Standings): number {
  const rows = new Set<number>();
  for (const target of targets) if (standings.get(target) !== 'silent') for (const row of target.rows) rows.add(row);
  return rows.size;
}
