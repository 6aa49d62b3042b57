import { memoByObject, memoOfLast } from '../../base/memo';
import { valueAt } from '../../base/value-at';
import type { EventTable } from '../../model/event-table';
import { DAY_MS, instant } from '../../model/dates/instant';
import { TONES } from '../../model/vocabulary';
import type { Tone } from '../../model/vocabulary';
import { project } from '../scale/projection';
import type { TimeScale } from '../scale/time-scale';
import { unitColumn } from '../scale/unit-column';

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

/** Which bin each row falls into, and where the bins stand; the same for every filter. */
interface Binning {
  readonly binOf: Uint16Array;
  readonly spans: readonly { readonly x0: number; readonly x1: number }[];
}

/**
 * Filtered events (mask 1) by tone over the whole domain, each once where its mark stands; a running bar counts at its
 * start. One pass a filter.
 */
export function layoutOverview(table: EventTable, mask: Uint8Array, scale: TimeScale, widthPx: number): OverviewScene {
  const projection = project(scale, scale.domain, widthPx);
  const { binOf, spans } = binningsOf(table)({ scale, widthPx });
  const tones = TONES.length;
  const sums = new Uint32Array(spans.length * tones);
  for (let row = 0; row < table.datedSize; row++) {
    if (mask[row] !== 1) continue;
    const at = valueAt(binOf, row) * tones + valueAt(table.tone, row);
    sums[at] = valueAt(sums, at) + 1;
  }
  const bins = spans
    .map(({ x0, x1 }, bin): OverviewBin => ({
      x0,
      x1,
      counts: {
        cooperation: valueAt(sums, bin * tones + COOPERATION),
        conflict: valueAt(sums, bin * tones + CONFLICT),
        neutral: valueAt(sums, bin * tones + NEUTRAL),
      },
    }))
    .filter(({ counts }) => counts.cooperation + counts.conflict + counts.neutral > 0)
    .toSorted((a, b) => a.x0 - b.x0);
  const aheadX = table.asOfEnd === undefined ? undefined : projection.timeToPx(table.asOfEnd);
  return {
    widthPx,
    bins,
    most: bins.reduce((max, { counts }) => Math.max(max, counts.conflict, counts.cooperation + counts.neutral), 1),
    folds: scale.pieces
      .filter(({ kind }) => kind === 'fold')
      .map(({ span }) => ({ x0: projection.timeToPx(span.start), x1: projection.timeToPx(span.end) })),
    aheadX: aheadX !== undefined && aheadX < widthPx ? aheadX : undefined,
  };
}

const COOPERATION = TONES.indexOf('cooperation');
const CONFLICT = TONES.indexOf('conflict');
const NEUTRAL = TONES.indexOf('neutral');

/** Worked out once a scale and width; the last few are kept. */
const binningsOf = memoByObject((table: EventTable) =>
  memoOfLast(
    3,
    ({ scale, widthPx }: { readonly scale: TimeScale; readonly widthPx: number }) => makeBinning(table, scale, widthPx),
    (a, b) => a.scale === b.scale && a.widthPx === b.widthPx,
  ),
);

function makeBinning(table: EventTable, scale: TimeScale, widthPx: number): Binning {
  const projection = project(scale, scale.domain, widthPx);
  const units = unitColumn(table, scale);
  const binOf = new Uint16Array(table.size);
  const spans: { x0: number; x1: number }[] = [];
  const known = new Map<number, number>();
  const binAt = (x0: number, x1: number): number => {
    let bin = known.get(x0);
    if (bin === undefined) {
      bin = spans.length;
      known.set(x0, bin);
      spans.push({ x0, x1 });
    }
    return bin;
  };
  let lastDay = Number.NaN;
  let dayBin: number | undefined;
  let lastX = Number.NaN;
  let lastBin = 0;
  let lastAt = Number.NaN;
  for (let row = 0; row < table.datedSize; row++) {
    const at = valueAt(table.anchor, row);
    // Rows come by time: many in a row stand at one place, more on one day.
    if (at === lastAt) {
      binOf[row] = dayBin ?? lastBin;
      continue;
    }
    lastAt = at;
    const day = Math.floor(at / DAY_MS) * DAY_MS;
    if (day !== lastDay) {
      const dayX0 = projection.timeToPx(day);
      const dayX1 = projection.timeToPx(instant(day + DAY_MS));
      lastDay = day;
      dayBin = dayX1 - dayX0 >= BIN_PX ? binAt(dayX0, dayX1) : undefined;
    }
    if (dayBin === undefined) {
      const x = Math.floor((valueAt(units, row) * projection.domainPx - projection.offsetPx) / BIN_PX) * BIN_PX;
      if (x !== lastX) lastBin = binAt(x, x + BIN_PX);
      lastX = x;
    }
    binOf[row] = dayBin ?? lastBin;
  }
  return { binOf, spans };
}
