import { valueAt } from '../../base/value-at';
import { lowerBound } from '../../base/sorted';
import type { MarkRun } from './mark-run';
import type { ZoomLevel } from '../scale/zoom-level';

export interface ClusterRules {
  /** Centres closer than this share a pill, CSS px: 24 for a mouse, 44 for fingers. */
  readonly nearPx: number;
  /** A pill that would be wider becomes density. */
  readonly maxPillPx: number;
}

export const FINE_CLUSTERS: ClusterRules = { nearPx: 24, maxPillPx: 96 };
export const COARSE_CLUSTERS: ClusterRules = { nearPx: 44, maxPillPx: 132 };

/** Marks of a run that stand together. */
export interface MarkGroup {
  readonly run: MarkRun;
  /** Positions in the run; `to` isn't inside. */
  readonly from: number;
  readonly to: number;
  readonly kind: 'single' | 'cluster' | 'density';
  /** A mark of its own over the density it is counted in, because it matters. */
  readonly raised: boolean;
  /** By place: a view of the run's own rows. */
  readonly rows: Uint32Array;
  /** Where the outermost stand, as shares of the domain. */
  readonly firstUnit: number;
  readonly lastUnit: number;
  /** From the outermost centres to the ends of the pill, px; as much as its shapes ask for and the neighbours leave. */
  readonly reachPx: number;
}

/** Half a pill that holds one place: two of these fit between centres that aren't near. */
const LEAST_REACH_PX = 11;
/** Half of the widest single mark or density cell, and a little air. */
const BARE_REACH_PX = 9;
const SHAPE_PX = 15;
const MORE_PX = 20;
const ENDS_PX = 8;
const SHAPES_IN_PILL = 4;
/** More than this, and four shapes and a number say less than a column that shows the share of each tone. */
const MOST_IN_PILL = 24;

/**
 * Chains of marks whose neighbours are under `nearPx` apart at a zoom level: those that touch a stretch of unit space,
 * ends included. A chain is the same wherever one looks from. Cost follows the chains found, not the marks in them.
 */
export function groupsBetween(
  run: MarkRun,
  level: ZoomLevel,
  rules: ClusterRules,
  fromUnit: number,
  toUnit: number,
): MarkGroup[] {
  const n = run.rows.length;
  if (n === 0) return [];
  const near = rules.nearPx / level.domainPx;
  let start = startOfChain(run, Math.min(lowerBound(run.units, fromUnit), n - 1), near);
  // One more on either side: a pill's width depends on its neighbours.
  if (start > 0) start = startOfChain(run, start - 1, near);
  const groups: MarkGroup[] = [];
  let beyond = 0;
  while (start < n && beyond < 2) {
    const end = endOfChain(run, start, near);
    const group = groupOf(run, start, end, level, rules);
    groups.push(group);
    if (group.firstUnit > toUnit) beyond++;
    start = end;
  }
  return withReach(groups, level).filter(({ firstUnit, lastUnit }) => lastUnit >= fromUnit && firstUnit <= toUnit);
}

/** The chain that holds a position, without the width that its neighbours leave it. O(log n). */
export function groupAt(run: MarkRun, position: number, level: ZoomLevel, rules: ClusterRules): MarkGroup {
  const near = rules.nearPx / level.domainPx;
  const start = startOfChain(run, position, near);
  return groupOf(run, start, endOfChain(run, start, near), level, rules);
}

function startOfChain({ gaps }: MarkRun, position: number, near: number): number {
  return gaps.previous(position, near);
}

function endOfChain({ gaps }: MarkRun, start: number, near: number): number {
  return gaps.next(start + 1, near);
}

function groupOf(run: MarkRun, from: number, to: number, level: ZoomLevel, rules: ClusterRules): MarkGroup {
  const firstUnit = valueAt(run.units, from);
  const lastUnit = run.units[to - 1] ?? firstUnit;
  const widthPx = (lastUnit - firstUnit) * level.domainPx + rules.nearPx;
  const kind =
    to - from === 1 ? 'single' : widthPx > rules.maxPillPx || to - from > MOST_IN_PILL ? 'density' : 'cluster';
  return {
    run,
    from,
    to,
    kind,
    raised: false,
    rows: run.rows.subarray(from, to),
    firstUnit,
    lastUnit,
    reachPx: LEAST_REACH_PX,
  };
}

/** A mark of its own for one member of a density. */
export function raisedMark({ run }: MarkGroup, position: number): MarkGroup {
  const unit = valueAt(run.units, position);
  return {
    run,
    from: position,
    to: position + 1,
    kind: 'single',
    raised: true,
    rows: run.rows.subarray(position, position + 1),
    firstUnit: unit,
    lastUnit: unit,
    reachPx: LEAST_REACH_PX,
  };
}

/**
 * Pills as wide as four shapes and "+n" ask for, but never over a neighbour on the same line, nor over the domain's
 * ends.
 */
function withReach(groups: readonly MarkGroup[], { domainPx }: ZoomLevel): MarkGroup[] {
  const room = (a: MarkGroup | undefined, b: MarkGroup | undefined): number => {
    if (a === undefined || b === undefined) return Infinity;
    const gapPx = (b.firstUnit - a.lastUnit) * domainPx;
    return a.kind === 'cluster' && b.kind === 'cluster' ? gapPx / 2 - 1 : gapPx - BARE_REACH_PX;
  };
  return groups.map((group, i) => {
    if (group.kind !== 'cluster') return group;
    const count = group.rows.length;
    const wantedPx =
      Math.min(count, SHAPES_IN_PILL) * SHAPE_PX +
      ENDS_PX +
      (count > SHAPES_IN_PILL ? morePx(count - SHAPES_IN_PILL) : 0);
    const reachPx = (wantedPx - (group.lastUnit - group.firstUnit) * domainPx) / 2;
    const toEnds = Math.min(group.firstUnit, 1 - group.lastUnit) * domainPx - 1;
    return {
      ...group,
      reachPx: Math.max(
        Math.min(reachPx, room(groups[i - 1], group), room(group, groups[i + 1]), toEnds),
        LEAST_REACH_PX,
      ),
    };
  });
}

/** Room for "+n": two digits in the size of the pill, and 7 px for each further one. */
export function morePx(more: number): number {
  return MORE_PX + Math.max(String(more).length - 2, 0) * 7;
}

/** Shapes are 10 px and may stand a little closer than they like. */
function fitting(px: number): number {
  return Math.max(Math.floor((px + 0.01) / 11), 0);
}

/** How many members' shapes a pill has room for at a level, up to four; the others are counted. */
export function shapesInPill({ rows, firstUnit, lastUnit, reachPx }: MarkGroup, { domainPx }: ZoomLevel): number {
  const insidePx = (lastUnit - firstUnit) * domainPx + 2 * reachPx - ENDS_PX;
  const all = Math.min(rows.length, SHAPES_IN_PILL);
  return all === rows.length && fitting(insidePx) >= all
    ? all
    : Math.min(all, fitting(insidePx - morePx(rows.length - all)));
}
