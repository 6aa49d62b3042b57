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
}

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
    return chainsOf(marks, rules.nearPx / level.domainPx).map((chain) => groupOf(chain, sub, level, rules));
  });
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
  return { subRow, kind, rows: chain.map((mark) => mark.row), firstUnit, lastUnit };
}
