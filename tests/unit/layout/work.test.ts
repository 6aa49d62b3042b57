import { beforeAll, describe, expect, test } from 'vitest';
import type { ChartLayout } from '../../../src/layout/layout-scene';
import type { Scene } from '../../../src/layout/scene';
import { makeColumnTable } from '../../../src/model/column-table';
import type { EventTable } from '../../../src/model/event-table';
import { timeSpan } from '../../../src/model/instant';
import { makeChart, sceneOf } from '../../support/make-chart';
import { makeColumns } from '../../support/make-columns';

/*
 * What a frame costs, counted and not timed: a busy machine changes nothing here. Every read of a column of the table is seen, and the
 * rows that were read are counted; the charts are the same but for their number of events.
 */

const SIZES = [1000, 500_000] as const;
const PLOT = { widthPx: 850, heightPx: 620 };
const SIGHT = { top: 0, bottom: PLOT.heightPx };
const COLUMNS = ['start', 'startLatest', 'endEarliest', 'end', 'anchor', 'form', 'type', 'tone', 'flags', 'importance', 'participantOffset', 'countryOffset'] as const;

interface Counted {
  readonly layout: ChartLayout;
  readonly touched: Set<string>;
}

/** A chart whose table tells which rows are read. */
function countedChart(size: number): Counted {
  const touched = new Set<string>();
  const { table } = makeColumnTable(makeColumns({ size }));
  const watched: EventTable = { ...table };
  const layout = makeChart(watched, PLOT);
  // What is made once for a table, a lane, an octave of zoom or a tile of labels is made before counting begins.
  for (const window of frames(layout)) sceneOf(layout, window, SIGHT);
  for (const name of COLUMNS) {
    const column = watched[name];
    const proxy = new Proxy(column, {
      get: (target, key) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) touched.add(key);
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    Object.assign(watched, { [name]: proxy });
  }
  return { layout, touched };
}

/** Windows from the whole down to days, and beside one another as in panning. */
function frames({ chart: { scale } }: ChartLayout): { start: never; end: never }[] {
  const windows: { start: never; end: never }[] = [];
  for (const octave of [0, 1, 2, 3.5, 5, 7, 9]) {
    for (const middle of [0.31, 0.315, 0.52]) {
      const half = 2 ** -octave / 2;
      windows.push(timeSpan(scale.timeAt(middle - half), scale.timeAt(middle + half)) as never);
    }
  }
  return windows;
}

const sizeOf = ({ marks, bars, clusters, labels, stems }: Scene) => marks.length + bars.length + clusters.length + labels.length + stems.length;

describe('a frame', { timeout: 120_000 }, () => {
  const charts = new Map<number, Counted>();
  const work = new Map<number, { touched: number; size: number; cells: number; stretches: number; lanes: number }[]>();

  beforeAll(() => {
    for (const size of SIZES) {
      const counted = countedChart(size);
      charts.set(size, counted);
      work.set(size, frames(counted.layout).map((window) => {
        counted.touched.clear();
        const scene = sceneOf(counted.layout, window, SIGHT);
        return { touched: counted.touched.size, size: sizeOf(scene), cells: scene.density.length, stretches: scene.stretches.length, lanes: scene.lanes.length };
      }));
    }
  }, 120_000);

  test('reads no more events of 500,000 than a plot has room for, and hardly more than of 1,000', () => {
    const most = SIZES.map((size) => Math.max(...(work.get(size) ?? []).map(({ touched }) => touched)));
    expect(most[0]).toBeGreaterThan(0);
    // At the most those of the two days at the window's edges, which have to be asked whether they reach in: some 300 a day and lane.
    expect(most[1]).toBeLessThan(9 * 2 * 400);
    // 500 times the events; what is read follows lanes and px.
    expect((most[1] ?? 0) / (most[0] ?? 1)).toBeLessThan(20);
  });

  test('holds a few hundred things, and cells by the px of the lanes in sight', () => {
    for (const size of SIZES) {
      for (const { size: things, cells, stretches, lanes } of work.get(size) ?? []) {
        expect(lanes).toBeLessThan(30);
        expect(things).toBeLessThan(lanes * 100);
        expect(cells).toBeLessThanOrEqual(lanes * 1.3 * (PLOT.widthPx / 6));
        expect(stretches).toBeLessThanOrEqual(lanes * (PLOT.widthPx / 96 + 40));
      }
    }
  });

  test('draws or counts every event in each lane in sight, at every step from density to single marks', () => {
    const counted = charts.get(500_000);
    if (counted === undefined) throw new Error('not made');
    const { chart } = counted.layout;
    let [dense, parted] = [0, 0];
    for (const window of frames(counted.layout)) {
      const scene = sceneOf(counted.layout, window, SIGHT);
      dense += scene.density.length;
      parted += scene.marks.length + scene.clusters.length;
      for (const placed of scene.lanes) {
        const held = new Set<number>();
        for (const { lane, row, inWindow } of scene.marks) if (lane === placed && inWindow) held.add(row);
        for (const { lane, row } of scene.bars) if (lane === placed) held.add(row);
        for (const { lane, rows } of [...scene.clusters, ...scene.stretches]) if (lane === placed) for (const row of rows) held.add(row);
        let wanted = 0;
        for (const row of placed.lane.rows) {
          if ((chart.table.start[row] ?? 0) < (window as { end: number }).end && (chart.table.end[row] ?? 0) > (window as { start: number }).start) {
            wanted++;
            if (!held.has(row)) expect.fail(`${placed.lane.id}: row ${row} is nowhere`);
          }
        }
        expect(held.size, placed.lane.id).toBe(wanted);
      }
    }
    expect(Math.min(dense, parted)).toBeGreaterThan(100);
  });
});
