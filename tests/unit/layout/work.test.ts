import { beforeAll, describe, expect, test } from 'vitest';
import type { TimelineLayout } from '../../../src/layout/layout-timeline';
import { project } from '../../../src/layout/scale/projection';
import { runsAsBar } from '../../../src/layout/lanes/tracks';
import type { Scene } from '../../../src/layout/scene';
import { makeColumnTable } from '../../../src/model/table-of-columns';
import type { EventTable } from '../../../src/model/event-table';
import { timeSpan } from '../../../src/model/dates/instant';
import { isShortened, makeChart, sceneOf } from '../../support/make-chart';
import { makeColumns } from '../../support/make-columns';

/*
 * What a frame costs, counted and not timed: a busy machine changes nothing here. Every read of a column of the table
 * is seen, and the rows that were read are counted; the charts are the same but for their number of events.
 */

const SIZES = [1000, 500_000] as const;
const PLOT = { widthPx: 850, heightPx: 620 };
const SIGHT = { top: 0, bottom: PLOT.heightPx };
const COLUMNS = [
  'start',
  'startLatest',
  'endEarliest',
  'end',
  'anchor',
  'form',
  'type',
  'tone',
  'flags',
  'importance',
  'participantOffset',
  'countryOffset',
] as const;

interface Counted {
  readonly layout: TimelineLayout;
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
function frames({ chart: { scale } }: TimelineLayout): { start: never; end: never }[] {
  const windows: { start: never; end: never }[] = [];
  for (const octave of [0, 1, 2, 3.5, 5, 7, 9]) {
    for (const middle of [0.31, 0.315, 0.52]) {
      const half = 2 ** -octave / 2;
      windows.push(timeSpan(scale.timeAt(middle - half), scale.timeAt(middle + half)) as never);
    }
  }
  return windows;
}

const sizeOf = ({ marks, bars, clusters, labels, stems }: Scene) =>
  marks.length + bars.length + clusters.length + labels.length + stems.length;

describe('a frame', { timeout: 120_000 }, () => {
  const charts = new Map<number, Counted>();
  const work = new Map<number, { touched: number; size: number; cells: number; stretches: number; lanes: number }[]>();

  beforeAll(() => {
    for (const size of SIZES) {
      const counted = countedChart(size);
      charts.set(size, counted);
      work.set(
        size,
        frames(counted.layout).map((window) => {
          counted.touched.clear();
          const scene = sceneOf(counted.layout, window, SIGHT);
          return {
            touched: counted.touched.size,
            size: sizeOf(scene),
            cells: scene.density.length,
            stretches: scene.stretches.length,
            lanes: scene.lanes.length,
          };
        }),
      );
    }
  }, 120_000);

  test('reads no more events of 500,000 than a plot has room for, and hardly more than of 1,000', () => {
    const most = SIZES.map((size) => Math.max(...(work.get(size) ?? []).map(({ touched }) => touched)));
    expect(most[0]).toBeGreaterThan(0);
    // At the most those of the two days at the window's edges, which have to be asked whether they reach in: some 300 a
    // day and lane.
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
        for (const { lane, rows } of [...scene.clusters, ...scene.stretches])
          if (lane === placed) for (const row of rows) held.add(row);
        let wanted = 0;
        for (const row of placed.lane.rows) {
          if (
            (chart.table.start[row] ?? 0) < (window as { end: number }).end &&
            (chart.table.end[row] ?? 0) > (window as { start: number }).start
          ) {
            wanted++;
            if (!held.has(row)) expect.fail(`${placed.lane.id}: row ${row} is nowhere`);
          }
        }
        expect(held.size, placed.lane.id).toBe(wanted);
      }
    }
    expect(Math.min(dense, parted)).toBeGreaterThan(100);
  });

  test('shows each event where it was: whatever holds it lies about its place, at every step', () => {
    const counted = charts.get(500_000);
    if (counted === undefined) throw new Error('not made');
    const { chart, widthPx } = counted.layout;
    for (const window of frames(counted.layout)) {
      const scene = sceneOf(counted.layout, window, SIGHT);
      const now = project(chart.scale, window, widthPx);
      const things = [...scene.clusters, ...scene.stretches];
      for (const { rows, x0, x1 } of things) {
        for (let i = 0; i < rows.length; i += 17) {
          const x = now.timeToPx(chart.table.anchor[rows[i] ?? 0] ?? 0);
          if (x < x0 - 0.01 || x > x1 + 0.01) expect.fail(`row ${rows[i]} stands at ${x}, held from ${x0} to ${x1}`);
        }
      }
      for (const { row, x } of scene.marks) expect(x).toBeCloseTo(now.timeToPx(chart.table.anchor[row] ?? 0), 6);
      // Cells are cut in halves from octave to octave: between 6 and 12 px wide, edge on edge.
      for (const { x0, x1 } of scene.density) expect(x1 - x0).toBeGreaterThanOrEqual(5.999);
    }
  });

  test('keeps what matters above the density while zooming in on it, with its name', () => {
    const counted = charts.get(500_000);
    if (counted === undefined) throw new Error('not made');
    const { chart, widthPx } = counted.layout;
    const whole = sceneOf(counted.layout, chart.scale.domain, SIGHT);
    const raised = whole.marks.filter((mark) => mark.raised && mark.x > 40 && mark.x < widthPx - 40);
    expect(raised.length).toBeGreaterThan(10);
    for (const { row, lane } of raised.slice(0, 12)) {
      const middle = chart.scale.unitOf((chart.table.anchor[row] ?? 0) as never);
      for (let octave = 0.25; octave < 6; octave += 0.25) {
        const half = 2 ** -octave / 2;
        const scene = sceneOf(
          counted.layout,
          timeSpan(chart.scale.timeAt(middle - half), chart.scale.timeAt(middle + half)),
          SIGHT,
        );
        const isThere =
          scene.marks.some((mark) => mark.row === row && mark.lane === lane) ||
          scene.clusters.some((pill) => pill.lane === lane && pill.rows.includes(row));
        expect(isThere, `${row} in ${lane.lane.id} at octave ${octave}`).toBe(true);
      }
    }
    const named = new Set(whole.labels.map(({ row }) => row));
    expect(raised.filter(({ row }) => named.has(row)).length).toBeGreaterThan(3);
  });

  test('shows the longest bars of a crowded lane at every zoom', () => {
    const counted = charts.get(500_000);
    if (counted === undefined) throw new Error('not made');
    const { chart } = counted.layout;
    const { lanes } = sceneOf(counted.layout, chart.scale.domain, SIGHT);
    for (const lane of lanes) {
      const longest = [...lane.lane.rows]
        .filter((_, i) => runsAsBar(chart.table, lane, i))
        .toSorted(
          (a, b) =>
            (chart.table.end[b] ?? 0) -
            (chart.table.start[b] ?? 0) -
            (chart.table.end[a] ?? 0) +
            (chart.table.start[a] ?? 0),
        )[0];
      if (longest === undefined) continue;
      const middle = ((chart.table.start[longest] ?? 0) + (chart.table.end[longest] ?? 0)) / 2;
      for (const days of [3000, 700, 100, 8, 1]) {
        const window = timeSpan(middle - days * 43_200_000, middle + days * 43_200_000);
        expect(
          sceneOf(counted.layout, window, SIGHT).bars.some(({ row, lane: own }) => row === longest && own === lane),
          `${lane.lane.id} over ${days} days`,
        ).toBe(true);
      }
    }
  });

  test('places names by tile without letting them meet, and panning moves none against its mark', () => {
    // So many that they are labelled by tile, and so few that there is room for words.
    const layout = makeChart(makeColumnTable(makeColumns({ size: 20_000 })).table, PLOT);
    const { chart, widthPx } = layout;
    let checked = 0;
    for (const octave of [1, 4.3, 6.4, 8, 9.5]) {
      const length = 2 ** -octave;
      const places = new Map<number, string>();
      for (let step = 0; step < 16; step++) {
        const from = 0.4 + (step * length) / 9;
        const window = timeSpan(chart.scale.timeAt(from), chart.scale.timeAt(from + length));
        const { labels, bars } = sceneOf(layout, window, SIGHT);
        const running = new Set(bars.map(({ row }) => row));
        const own = labels.filter(({ row }) => !running.has(row));
        const now = project(chart.scale, window, widthPx);
        for (const [i, a] of own.entries()) {
          for (const b of own.slice(i + 1)) {
            const meets = a.x < b.x + b.width && b.x < a.x + a.width && Math.abs(a.y - b.y) < 15;
            if (meets) expect.fail(`“${a.text}” meets “${b.text}” at octave ${octave}`);
          }
          // At the plot's edges words go letter by letter.
          if (isShortened(layout, a)) continue;
          const place = `${(a.x - now.timeToPx(chart.table.anchor[a.row] ?? 0)).toFixed(1)} ${a.y} ${a.text}${a.note}`;
          expect(places.get(a.row) ?? place).toBe(place);
          places.set(a.row, place);
          checked++;
        }
      }
    }
    expect(checked).toBeGreaterThan(200);
  });
});
