import type { EventTable } from '../model/event-table';
import { DAY_MS, instant } from '../model/instant';
import { TONES } from '../model/vocabulary';
import type { Tone } from '../model/vocabulary';
import { project } from './projection';
import type { TimeScale } from './time-scale';

/** Events by tone in one stretch of the overview, view px. */
export interface OverviewBin {
  readonly x0: number;
  readonly x1: number;
  readonly counts: Readonly<Record<Tone, number>>;
}

export interface OverviewScene {
  readonly widthPx: number;
  readonly bins: readonly OverviewBin[];
  /** Most events above the line (cooperation and neutral) or below it (conflict) in any bin; at least 1. */
  readonly most: number;
  readonly folds: readonly { readonly x0: number; readonly x1: number }[];
  readonly aheadX: number | undefined;
}

/** A bin is a day where a day is this wide, else this many px. */
const BIN_PX = 5;

/** Filtered events (mask 1) by tone over the whole domain, each once where its mark stands; a running bar counts at its start. O(n). */
export function layoutOverview(table: EventTable, mask: Uint8Array, scale: TimeScale, widthPx: number): OverviewScene {
  const projection = project(scale, scale.domain, widthPx);
  const bins = new Map<number, { x0: number; x1: number; counts: Record<Tone, number> }>();
  for (let row = 0; row < table.size; row++) {
    if (mask[row] !== 1) continue;
    const at = table.anchor[row] ?? 0;
    const day = Math.floor(at / DAY_MS) * DAY_MS;
    const dayX0 = projection.timeToPx(day);
    const dayX1 = projection.timeToPx(instant(day + DAY_MS));
    const x = Math.floor(projection.timeToPx(at) / BIN_PX) * BIN_PX;
    const [x0, x1] = dayX1 - dayX0 >= BIN_PX ? [dayX0, dayX1] : [x, x + BIN_PX];
    const bin = bins.get(x0) ?? { x0, x1, counts: { cooperation: 0, conflict: 0, neutral: 0 } };
    bin.counts[TONES[table.tone[row] ?? 0] ?? 'neutral']++;
    bins.set(x0, bin);
  }
  const sorted = [...bins.values()].toSorted((a, b) => a.x0 - b.x0);
  const aheadX = table.asOfEnd === undefined ? undefined : projection.timeToPx(table.asOfEnd);
  return {
    widthPx, bins: sorted,
    most: sorted.reduce((max, { counts }) => Math.max(max, counts.conflict, counts.cooperation + counts.neutral), 1),
    folds: scale.pieces.filter(({ kind }) => kind === 'fold').map(({ span }) => ({ x0: projection.timeToPx(span.start), x1: projection.timeToPx(span.end) })),
    aheadX: aheadX !== undefined && aheadX < widthPx ? aheadX : undefined,
  };
}
