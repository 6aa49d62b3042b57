import type { EventTable } from '../model/event-table';
import { instant } from '../model/instant';
import { footprintOf } from './rows';
import type { StackedLane } from './rows';
import type { TimeScale } from './time-scale';
import type { ZoomLevel } from './zoom-level';

export interface ClusterRules {
  /** Centres closer than this share a pill, CSS px: 24 for a mouse, 44 for fingers. */
  readonly nearPx: number;
  /** A pill that would be wider becomes density. */
  readonly maxPillPx: number;
}

export const FINE_CLUSTERS: ClusterRules = { nearPx: 24, maxPillPx: 96 };
export const COARSE_CLUSTERS: ClusterRules = { nearPx: 44, maxPillPx: 132 };

/** Marks of one sub-row that stand together; `at` is where each stands, as a share of the domain. */
export interface MarkGroup {
  readonly subRow: number;
  readonly kind: 'single' | 'cluster' | 'density';
  /** In time order. */
  readonly rows: readonly number[];
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

/**
 * Chains of marks whose neighbours are under `nearPx` apart at a zoom level, over the whole lane and so the same wherever
 * the window stands. Bars aren't grouped. O(rows of the lane).
 */
export function groupMarks(
  table: EventTable, stacked: StackedLane, mask: Uint8Array, scale: TimeScale, level: ZoomLevel, rules: ClusterRules,
): MarkGroup[] {
  const { lane, subRow } = stacked;
  const bySubRow: { row: number; unit: number }[][] = stacked.holds.map(() => []);
  lane.rows.forEach((row, i) => {
    const footprint = footprintOf(table, row, lane.acts[i] === 1);
    if (mask[row] !== 1 || footprint === 'bar' || footprint === 'line') return;
    bySubRow[subRow[i] ?? 0]?.push({ row, unit: scale.unitOf(instant(table.anchor[row] ?? 0)) });
  });
  return bySubRow.flatMap((marks, sub) => {
    marks.sort((a, b) => a.unit - b.unit || a.row - b.row);
    return withReach(chainsOf(marks, rules.nearPx / level.domainPx).map((chain) => groupOf(chain, sub, level, rules)), level);
  });
}

/** Pills as wide as four shapes and "+n" ask for, but never over a neighbour on the same line. */
function withReach(groups: readonly MarkGroup[], { domainPx }: ZoomLevel): MarkGroup[] {
  const room = (a: MarkGroup | undefined, b: MarkGroup | undefined): number => {
    if (a === undefined || b === undefined) return Infinity;
    const gapPx = (b.firstUnit - a.lastUnit) * domainPx;
    return a.kind === 'cluster' && b.kind === 'cluster' ? gapPx / 2 - 1 : gapPx - BARE_REACH_PX;
  };
  return groups.map((group, i) => {
    if (group.kind !== 'cluster') return group;
    const count = group.rows.length;
    const wantedPx = Math.min(count, SHAPES_IN_PILL) * SHAPE_PX + ENDS_PX + (count > SHAPES_IN_PILL ? MORE_PX : 0);
    const reachPx = (wantedPx - (group.lastUnit - group.firstUnit) * domainPx) / 2;
    return { ...group, reachPx: Math.max(Math.min(reachPx, room(groups[i - 1], group), room(group, groups[i + 1])), LEAST_REACH_PX) };
  });
}

/** Shapes are 10 px and may stand a little closer than they like. */
function fitting(px: number): number {
  return Math.max(Math.floor((px + 0.01) / 11), 0);
}

/** How many members' shapes a pill has room for at a level, up to four; the others are counted. */
export function shapesInPill({ rows, firstUnit, lastUnit, reachPx }: MarkGroup, { domainPx }: ZoomLevel): number {
  const insidePx = (lastUnit - firstUnit) * domainPx + 2 * reachPx - ENDS_PX;
  const all = Math.min(rows.length, SHAPES_IN_PILL);
  return all === rows.length && fitting(insidePx) >= all ? all : Math.min(all, fitting(insidePx - MORE_PX));
}

function chainsOf<Mark extends { readonly unit: number }>(marks: readonly Mark[], near: number): Mark[][] {
  const chains: Mark[][] = [];
  let last: Mark | undefined;
  for (const mark of marks) {
    const chain = chains.at(-1);
    if (chain !== undefined && last !== undefined && mark.unit - last.unit < near) chain.push(mark);
    else chains.push([mark]);
    last = mark;
  }
  return chains;
}

function groupOf(chain: readonly { row: number; unit: number }[], subRow: number, level: ZoomLevel, rules: ClusterRules): MarkGroup {
  const firstUnit = chain[0]?.unit ?? 0;
  const lastUnit = chain.at(-1)?.unit ?? 0;
  const widthPx = (lastUnit - firstUnit) * level.domainPx + rules.nearPx;
  const kind = chain.length === 1 ? 'single' : widthPx > rules.maxPillPx ? 'density' : 'cluster';
  return { subRow, kind, rows: chain.map((mark) => mark.row), firstUnit, lastUnit, reachPx: LEAST_REACH_PX };
}
