import { memoByObject, memoOfLast } from '../../base/memo';
import { valueAt } from '../../base/value-at';
import { lowerBound } from '../../base/sorted';
import type { MarkGroup } from './clusters';
import { trackMiddle } from '../lanes/event-lanes';
import type { SceneContext } from '../scene-input';
import type { PlacedLane } from '../lanes/lane-heights';
import type { MarkRun } from './mark-run';
import { PILL_PX } from './mark-size';
import type { SceneDensity, SceneStretch } from '../scene';
import { positionsInWindow, reachingAround } from './scene-groups';
import { countTones } from './tone-sums';
import type { ToneCounts, ToneSums } from './tone-sums';
import type { ZoomLevel } from '../scale/zoom-level';

/**
 * Cells are this wide when an octave of zoom begins, twice as wide when it ends, and then fall into halves, each in its
 * place.
 */
const CELL_PX = 6;
/** Cells to a stretch. */
const CELLS_IN_STRETCH = 16;
const MARGIN_PX = 6;

/** The density of a group in the window: cells to draw, and what a person can choose of them. */
export interface LaneDensity {
  readonly cells: readonly SceneDensity[];
  readonly stretches: readonly SceneStretch[];
}

/**
 * Cells stand on a grid of the domain that halves from octave to octave, so that neither panning nor zooming stirs what
 * they hold. A cell of `full` events is as high as its line; the square root keeps a single event visible beside a
 * thousand.
 */
export function densityOf(context: SceneContext, lane: PlacedLane, group: MarkGroup, full: number): LaneDensity {
  const { projection, level } = context;
  const { run } = group;
  const [first, end] = positionsInWindow(context, run);
  const from = Math.max(group.from, first);
  const to = Math.min(group.to, end);
  const outside = reachingAround(context, run).filter((position) => position >= group.from && position < group.to);
  const y = trackMiddle(lane, run.track);
  const height = (lane.trackHeights[run.track] ?? PILL_PX) - MARGIN_PX;
  const xAt = (index: number, width: number) => index * width * projection.domainPx - projection.offsetPx;
  const cell = cellUnits(level);
  const stretch = cell * CELLS_IN_STRETCH;
  return {
    cells: countedCells(run.toneSums(), run, piecesOf(run, from, to, cell), outside, cell).map(
      ({ index, counts, total }) => ({
        lane,
        y,
        height,
        x0: xAt(index, cell),
        x1: xAt(index + 1, cell),
        counts,
        total,
        share: Math.min(Math.sqrt(total / full), 1),
      }),
    ),
    stretches: stretchesOf(run, piecesOf(run, from, to, stretch), outside, stretch).map(
      ({ rows, firstUnit, lastUnit }) => ({
        lane,
        y,
        height,
        x0: xAt(Math.floor(firstUnit / cell), cell),
        x1: xAt(Math.floor(lastUnit / cell) + 1, cell),
        rows,
      }),
    ),
  };
}

/**
 * How many events make a cell full: what 49 in 50 of the cells stay under, so that one outstanding day doesn't make all
 * others low; of whole runs, so that panning changes nothing; and in steps, so that a fuller lane scrolled into sight
 * seldom changes the others.
 */
export function fullCell(groups: readonly MarkGroup[], level: ZoomLevel): number {
  const runs = new Set(groups.filter(({ kind }) => kind === 'density').map(({ run }) => run));
  let most = 1;
  for (const run of runs) most = Math.max(most, usualCellsOf(run)(cellUnits(level)));
  return 2 ** (Math.ceil(Math.log2(most) * 2) / 2);
}

/** A cell in unit space. */
function cellUnits(level: ZoomLevel): number {
  return CELL_PX / (level.widthPx * 2 ** level.octave);
}

/** Positions of a run that fall into one cell of a grid. */
interface Piece {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** Cost follows the cells that hold something, not what they hold. */
function piecesOf({ units }: MarkRun, from: number, to: number, width: number): Piece[] {
  const pieces: Piece[] = [];
  for (let at = from; at < to;) {
    const index = Math.floor(valueAt(units, at) / width);
    const end = Math.max(lowerBound(units, (index + 1) * width, at, to), at + 1);
    pieces.push({ index, from: at, to: end });
    at = end;
  }
  return pieces;
}

interface CountedCell {
  readonly index: number;
  readonly counts: ToneCounts;
  readonly total: number;
}

function countedCells(
  sums: ToneSums,
  { units }: MarkRun,
  pieces: readonly Piece[],
  outside: readonly number[],
  width: number,
): CountedCell[] {
  const cells = pieces.map(({ index, from, to }): CountedCell => ({
    index,
    counts: countTones(sums, from, to),
    total: to - from,
  }));
  for (const position of outside) {
    const index = Math.floor(valueAt(units, position) / width);
    const own = countTones(sums, position, position + 1);
    const at = cells.findIndex((cell) => cell.index === index);
    const cell = cells[at];
    if (cell === undefined) cells.push({ index, counts: own, total: 1 });
    else cells[at] = { index, counts: added(cell.counts, own), total: cell.total + 1 };
  }
  return cells;
}

function added(a: ToneCounts, b: ToneCounts): ToneCounts {
  return {
    cooperation: a.cooperation + b.cooperation,
    conflict: a.conflict + b.conflict,
    neutral: a.neutral + b.neutral,
    passive: a.passive + b.passive,
  };
}

interface Stretch {
  readonly rows: Uint32Array;
  /** Where the outermost of them stand, unit space. */
  readonly firstUnit: number;
  readonly lastUnit: number;
}

function stretchesOf(
  { rows, units }: MarkRun,
  pieces: readonly Piece[],
  outside: readonly number[],
  width: number,
): Stretch[] {
  const more = new Map<number, number[]>();
  for (const position of outside) {
    const index = Math.floor(valueAt(units, position) / width);
    const own = more.get(index);
    if (own === undefined) more.set(index, [position]);
    else own.push(position);
  }
  const stretches = pieces.map(({ index, from, to }): Stretch => {
    const further = more.get(index) ?? [];
    more.delete(index);
    const own = rows.subarray(from, to);
    const ends = [from, to - 1, ...further].map((position) => valueAt(units, position));
    return {
      rows:
        further.length === 0 ? own : Uint32Array.from([...own, ...further.map((position) => valueAt(rows, position))]),
      firstUnit: Math.min(...ends),
      lastUnit: Math.max(...ends),
    };
  });
  const beyond = [...more.values()].map((positions): Stretch => {
    const places = positions.map((position) => valueAt(units, position));
    return {
      rows: Uint32Array.from(positions, (position) => valueAt(rows, position)),
      firstUnit: Math.min(...places),
      lastUnit: Math.max(...places),
    };
  });
  return [...stretches, ...beyond];
}

/** What 49 in 50 of a run's cells of a width in unit space stay under; O(cells that hold something) once an octave. */
const usualCellsOf = memoByObject((run: MarkRun) =>
  memoOfLast(MOST_OCTAVES, (cell: number) => shareOfCells(run, cell, 0.98)),
);

/** There and back through the zoom levels of a dataset of ten years. */
const MOST_OCTAVES = 16;

const MOST_COUNTED = 4096;

/** The least count that a share of the filled cells doesn't pass; counts beyond MOST_COUNTED are told apart no more. */
function shareOfCells({ units }: MarkRun, width: number, share: number): number {
  const cells = new Uint32Array(MOST_COUNTED + 1);
  let filled = 0;
  for (let at = 0; at < units.length;) {
    const end = Math.max(
      lowerBound(units, (Math.floor(valueAt(units, at) / width) + 1) * width, at, units.length),
      at + 1,
    );
    const count = Math.min(end - at, MOST_COUNTED);
    cells[count] = valueAt(cells, count) + 1;
    filled++;
    at = end;
  }
  let passed = 0;
  for (let count = 1; count < cells.length; count++) {
    passed += valueAt(cells, count);
    if (passed >= filled * share) return count;
  }
  return MOST_COUNTED;
}
