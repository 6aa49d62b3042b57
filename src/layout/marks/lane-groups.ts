import { lowerBound } from '../../base/sorted';
import { valueAt } from '../../base/value-at';
import type { LaneContent } from '../lanes/lane-content';
import type { ZoomLevel } from '../scale/zoom-level';
import { groupsBetween, raisedMark } from './clusters';
import type { ClusterRules, MarkGroup } from './clusters';

/** The groups of a lane that touch a stretch of unit space, and the marks raised over its densities. */
export function laneGroups(
  content: LaneContent,
  level: ZoomLevel,
  rules: ClusterRules,
  fromUnit: number,
  toUnit: number,
): MarkGroup[] {
  const groups = content.marks.flatMap((run) => groupsBetween(run, level, rules, fromUnit, toUnit));
  const raised = groups.flatMap((group) => (group.kind === 'density' ? raisedIn(group, level, fromUnit, toUnit) : []));
  return raised.length === 0 ? groups : groups.concat(raised);
}

/** An octave's stretch of a density in which one important event at most keeps its mark: 128 to 256 CSS px. */
const TILE_PX = 128;
/** Marks of their own closer than this would lie over one another. */
const APART_PX = 24;

/**
 * Important events of a density group that keep marks of their own: in each tile of the domain the first, unless one
 * that came to light at a coarser zoom stands too close. Tiles halve from octave to octave and what is first in one is
 * first in its half, so that whoever has a mark keeps it while zooming in. Cost follows the tiles in the stretch asked
 * for.
 */
function raisedIn(group: MarkGroup, level: ZoomLevel, fromUnit: number, toUnit: number): MarkGroup[] {
  const { run } = group;
  const positions = run.important()[3];
  if (positions.length === 0) return [];
  const units = run.importantUnits();
  const tile = TILE_PX / (level.widthPx * 2 ** level.octave);
  const apart = APART_PX / level.domainPx;
  const first = Math.floor(Math.max(fromUnit, group.firstUnit) / tile);
  const last = Math.floor(Math.min(toUnit, group.lastUnit) / tile);
  const found: MarkGroup[] = [];
  for (let t = first; t <= last; t++) {
    const at = firstInTile(units, t, tile);
    const position = positions[at ?? -1];
    if (at === undefined || position === undefined || position < group.from || position >= group.to) continue;
    const rivals = [firstInTile(units, t - 1, tile), firstInTile(units, t + 1, tile)];
    const isBeaten = rivals.some(
      (rival) =>
        rival !== undefined &&
        Math.abs(valueAt(units, rival) - valueAt(units, at)) < apart &&
        comesBefore(birthOf(units, rival, tile), rival, birthOf(units, at, tile), at),
    );
    if (!isBeaten) found.push(raisedMark(group, position));
  }
  return found;
}

function firstInTile(units: Float64Array, index: number, tile: number): number | undefined {
  const at = lowerBound(units, index * tile);
  return at < units.length && Math.floor(valueAt(units, at) / tile) === index ? at : undefined;
}

/** How many octaves before this one an event has been the first of its tile; more is older. */
function birthOf(units: Float64Array, at: number, tile: number): number {
  const own = Math.floor(valueAt(units, at) / tile);
  const before = at === 0 ? -Infinity : Math.floor(valueAt(units, at - 1) / tile);
  if (before < 0) return 64;
  // The tiles of two neighbours fall together after as many halvings as their numbers have differing bits.
  return Math.floor(Math.log2(own ^ before));
}

function comesBefore(ageA: number, a: number, ageB: number, b: number): boolean {
  return ageA > ageB || (ageA === ageB && a < b);
}
