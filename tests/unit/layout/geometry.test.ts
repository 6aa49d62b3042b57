import { describe, expect, test } from 'vitest';
import { clampWindow, project } from '../../../src/layout/scale/projection';
import type { TimelineLayout } from '../../../src/layout/layout-timeline';
import type { Scene } from '../../../src/layout/scene';
import { zoomLevelOf } from '../../../src/layout/scale/zoom-level';
import { DAY_MS } from '../../../src/model/dates/instant';
import type { TimeSpan } from '../../../src/model/dates/instant';
import { EDGE_PX } from '../../../src/layout/labels/label-place';
import { GROUPINGS, SCALES } from '../../../src/model/vocabulary';
import {
  isShortened,
  makeChart,
  makeMixedDataset,
  sceneOf,
  shippedDataset,
  windowsOver,
} from '../../support/make-chart';
import { makeLargeDataset } from '../../support/make-dataset';

interface Box {
  readonly what: string;
  readonly rows: readonly number[] | Uint32Array;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

function labelBoxes({ labels }: Scene): Box[] {
  return labels.map(({ row, text, note, lane, x, y, width, height, struck }) => ({
    what: `label “${text}${note}” of ${row} in ${lane.lane.id}${struck ? ' on a ground' : ''}`,
    rows: [row],
    x0: x,
    x1: x + width,
    y0: y - height / 2,
    y1: y + height / 2,
  }));
}

/** Everything but words: marks, ranges, bars, pills, density. A range is a line with ticks. */
function inkBoxes(scene: Scene, layout: TimelineLayout): Box[] {
  const { marks, bars, clusters, stretches } = scene;
  // The whisker over a day, at the closest look, lies under words, which have a halo.
  const isDays = (row: number) => layout.chart.table.end[row]! - layout.chart.table.start[row]! <= DAY_MS;
  return [
    ...marks.map(({ row, lane, x, y, size, range }) => {
      const half = range?.style === 'before' || range?.style === 'after' ? 1 : size / 2;
      return {
        what: `mark ${row} in ${lane.lane.id}`,
        rows: [row],
        x0: x - half,
        x1: x + half,
        y0: y - size / 2,
        y1: y + size / 2,
      };
    }),
    ...marks.flatMap(({ row, lane, y, range }) =>
      range === undefined || (range.style === 'whisker' && isDays(row))
        ? []
        : [
            {
              what: `${range.style} ${row} in ${lane.lane.id}`,
              rows: [row],
              x0: range.x0,
              x1: range.x1,
              y0: y - 1,
              y1: y + 1,
            },
          ],
    ),
    ...bars.map(({ row, lane, x0, x1, y, height }) => ({
      what: `bar ${row} in ${lane.lane.id}`,
      rows: [row],
      x0,
      x1,
      y0: y - height / 2,
      y1: y + height / 2,
    })),
    ...clusters.map(({ rows, lane, x0, x1, y, height }) => ({
      what: `pill ${rows.join()} in ${lane.lane.id}`,
      rows,
      x0,
      x1,
      y0: y - height / 2,
      y1: y + height / 2,
    })),
    ...stretches.map(({ rows, lane, x0, x1, y, height }) => ({
      what: `density ${rows.join()} in ${lane.lane.id}`,
      rows,
      x0,
      x1,
      y0: y - height / 2,
      y1: y + height / 2,
    })),
  ];
}

const TOLERANCE_PX = 0.5;
const meet = (a: Box, b: Box) =>
  a.x0 < b.x1 - TOLERANCE_PX && b.x0 < a.x1 - TOLERANCE_PX && a.y0 < b.y1 - TOLERANCE_PX && b.y0 < a.y1 - TOLERANCE_PX;
const inPlot =
  (scene: Scene) =>
  ({ x0, x1 }: Box) =>
    x1 > 0 && x0 < scene.widthPx;

/** What the words of a scene lie over, in words; nothing if all is well. */
function faultsOf(scene: Scene, layout: TimelineLayout): string[] {
  const labels = labelBoxes(scene);
  const ink = inkBoxes(scene, layout).filter(inPlot(scene));
  const faults = labels
    .filter(({ x0, x1 }) => x0 < EDGE_PX - 1e-6 || x1 > scene.widthPx - EDGE_PX + 0.02)
    .map(({ what, x0, x1 }) => `${what} cut at an edge, from ${x0} to ${x1} of ${scene.widthPx}`);
  for (const { row, text, note } of scene.labels) {
    const whole = layout.chart.labelOf(row);
    const begins =
      text === whole.text || (text.endsWith('…') && whole.text.startsWith(text.slice(0, -1)) && text.length > 3);
    const notes =
      note === '' ||
      note === whole.note ||
      /^ \+\d+$/.test(note) ||
      (note.endsWith('…') && whole.note.startsWith(note.slice(0, -1)));
    if (!begins || !notes) faults.push(`“${text}${note}” for “${whole.text}${whole.note}”`);
  }
  // Words of bars and ranges of days are held in the window and so pass over stems, with their halo.
  const held = new Set(
    [...scene.bars, ...scene.marks.filter(({ range }) => range?.style === 'set' || range?.style === 'all')].map(
      ({ row }) => row,
    ),
  );
  labels.forEach((label, i) => {
    for (const other of labels.slice(i + 1)) if (meet(label, other)) faults.push(`${label.what} over ${other.what}`);
    for (const other of ink)
      if (
        !(label.what.endsWith('on a ground') && other.what.startsWith('density')) &&
        !(other.rows as Uint32Array).includes(label.rows[0]!) &&
        meet(label, other)
      )
        faults.push(`${label.what} over ${other.what}`);
    for (const { row, x, y0, y1, faint } of scene.stems) {
      if (
        !faint &&
        !label.what.endsWith('on a ground') &&
        !held.has(label.rows[0]!) &&
        x > label.x0 + TOLERANCE_PX &&
        x < label.x1 - TOLERANCE_PX &&
        Math.max(y0, label.y0) < Math.min(y1, label.y1) - TOLERANCE_PX
      )
        faults.push(`${label.what} crossed by the stem of ${row}`);
    }
  });
  const perRow = new Map<number, number>();
  for (const { row } of scene.labels) perRow.set(row, (perRow.get(row) ?? 0) + 1);
  for (const [row, count] of perRow) if (count > 1) faults.push(`${row} is labelled ${count} times`);
  return faults;
}

/** Slow: for each lane, over plain events, which are in the window; and what the scene holds of them. */
function miscounted({ chart }: TimelineLayout, scene: Scene, window: TimeSpan): string[] {
  return scene.lanes.flatMap(({ lane }) => {
    const wanted = Array.from(lane.rows).filter((row) => {
      const { date } = chart.table.eventAt(row);
      const openEnd =
        chart.table.dataset.asOf !== undefined && chart.table.dataset.asOf.start.end > date!.start.start
          ? chart.table.dataset.asOf.start.end
          : date!.start.end;
      const end = date!.end?.end ?? (date!.form === 'interval' ? openEnd : date!.start.end);
      return chart.mask[row] === 1 && date!.start.start < window.end && end > window.start;
    });
    const of = (things: readonly { lane: { lane: { id: string } } }[]) =>
      things.filter((thing) => thing.lane.lane.id === lane.id);
    const held = [
      ...of(scene.marks.filter(({ inWindow, raised }) => inWindow && !raised)),
      ...of(scene.bars),
      ...of(scene.clusters),
      ...of(scene.stretches),
    ].flatMap((thing) =>
      'rows' in thing ? Array.from(thing.rows as Uint32Array) : [(thing as unknown as { row: number }).row],
    );
    const fault = `${lane.id}: ${held.toSorted((a, b) => a - b).join()} for ${wanted.join()}`;
    return held.toSorted((a, b) => a - b).join() === wanted.join() ? [] : [fault];
  });
}

/** How much of a whole label beside a mark at `x` lies in the plot. */
function roomOf(
  { widthPx }: TimelineLayout,
  x: number,
  { fromMark, width }: { readonly fromMark: number; readonly width: number },
): number {
  return Math.min(x + fromMark + width, widthPx - EDGE_PX) - Math.max(x + fromMark, EDGE_PX);
}

/** Three bold letters, an ellipsis and a count: with so much room a label is there. */
const LEAST_ROOM_PX = 60;

const summary = (faults: readonly string[]) => [...new Set(faults)].slice(0, 8);

describe('the article set', { timeout: 30_000 }, () => {
  const dataset = shippedDataset();
  const plots = [
    [260, 300],
    [320, 560],
    [390, 420],
    [480, 900],
    [600, 500],
    [720, 620],
    [850, 620],
    [850, 1000],
    [1000, 700],
    [1200, 620],
    [1400, 1200],
    [1600, 900],
  ] as const;

  test.each(GROUPINGS)(
    'by %s: words never lie over words or ink, and every event is drawn or counted, at 12 sizes, both scales',
    (grouping) => {
      const faults: string[] = [];
      for (const [widthPx, heightPx] of plots) {
        for (const scale of SCALES) {
          for (const expanded of [dataset.opening?.expanded, ['US', 'RU', 'SY', 'bodies', 'mentioned'], []]) {
            const layout = makeChart(dataset, {
              grouping,
              scale,
              widthPx,
              heightPx,
              ...(expanded === undefined ? {} : { expanded }),
            });
            for (const window of [
              layout.chart.scale.domain,
              ...windowsOver(layout.chart.scale, widthPx, 10, widthPx),
            ]) {
              const scene = sceneOf(layout, window);
              faults.push(
                ...[...faultsOf(scene, layout), ...miscounted(layout, scene, window)].map(
                  (fault) => `${fault} (${scale}, ${widthPx} by ${heightPx}, ${layout.chart.lanes.length} lanes)`,
                ),
              );
            }
          }
        }
      }
      expect(summary(faults)).toEqual([]);
    },
  );

  test('is labelled throughout in its opening view on 1440 by 900', () => {
    const layout = makeChart(dataset, { expanded: dataset.opening!.expanded! });
    const named = new Set(sceneOf(layout).labels.map(({ row }) => layout.chart.table.eventAt(row).id));
    expect(dataset.events.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
  });

  test('holds words inside the plot in its opening view', () => {
    const scene = sceneOf(makeChart(dataset, { expanded: dataset.opening!.expanded! }));
    for (const { x, width, text } of scene.labels) {
      expect(x, text).toBeGreaterThanOrEqual(0);
      expect(x + width, text).toBeLessThanOrEqual(scene.widthPx);
    }
  });
});

const strewn = [1, 2, 4, 6].map((seed) => makeMixedDataset({ seed, events: 12 + seed * 9, days: 20 + seed * 10 }));
const charts = [...strewn, makeLargeDataset({ events: 300, actors: 20, countries: 5, years: 4 })].flatMap((dataset) =>
  (
    [
      ['country', 'folded', 850, 620, false],
      ['actor', 'calendar', 1200, 900, false],
      ['country', 'calendar', 390, 500, true],
      ['type', 'folded', 700, 700, false],
    ] as const
  ).map(([grouping, scale, widthPx, heightPx, coarse]) =>
    makeChart(dataset, { grouping, scale, widthPx, heightPx, coarse }),
  ),
);

describe('random datasets', { timeout: 30_000 }, () => {
  test('words never lie over words, marks, pills, ranges, bars or stems', () => {
    const faults = charts.flatMap((layout, i) =>
      [layout.chart.scale.domain, ...windowsOver(layout.chart.scale, layout.widthPx, 15, i)].flatMap((window) =>
        faultsOf(sceneOf(layout, window), layout).map((fault) => `${fault} (chart ${i})`),
      ),
    );
    expect(summary(faults)).toEqual([]);
  });

  test('lane by lane, what is drawn or counted is what passes the filter and touches the window', () => {
    const faults = charts.flatMap((layout, i) => {
      const mask = Uint8Array.from({ length: layout.chart.table.size }, (_, row) => (row % 3 === i % 3 ? 0 : 1));
      const filtered = makeChart(layout.chart.table, { widthPx: layout.widthPx, mask });
      return windowsOver(layout.chart.scale, layout.widthPx, 8, i + 50).flatMap((window) =>
        miscounted(layout, sceneOf(layout, window), window).concat(
          miscounted(filtered, sceneOf(filtered, window), window),
        ),
      );
    });
    expect(summary(faults)).toEqual([]);
  });

  test('panning moves no word relative to its mark, and drops none that has room', () => {
    for (const layout of charts) {
      const { scale, table } = layout.chart;
      for (const length of [0.6, 0.2, 0.05]) {
        const offsets = new Map<number, string>();
        const boxes = new Map<number, { readonly fromMark: number; readonly width: number }>();
        for (let start = 0; start + length < 1; start += length / 5) {
          const window = { start: scale.timeAt(start), end: scale.timeAt(start + length) };
          const scene = sceneOf(layout, window);
          const now = project(scale, window, layout.widthPx);
          const bars = new Set(scene.bars.map(({ row }) => row));
          for (const { row, x, y, width, lane, text, note } of scene.labels) {
            // Words of bars and of ranges of days are held at the window's edges.
            if (bars.has(row) || table.eventAt(row).date!.candidates.length > 0) continue;
            const fromMark = x - now.timeToPx(table.anchor[row]!);
            if (isShortened(layout, { row, text, note })) {
              // What is left of it lies where it lay, whole.
              const whole = boxes.get(row);
              expect(x === EDGE_PX || x + width > layout.widthPx - 40, `“${text}” at ${x}`).toBe(true);
              if (whole !== undefined) expect(fromMark + width).toBeLessThan(whole.fromMark + whole.width + 0.1);
              if (whole !== undefined && x > EDGE_PX) expect(fromMark).toBeCloseTo(whole.fromMark, 1);
              continue;
            }
            const value = `${fromMark.toFixed(1)} ${y} ${lane.lane.id} ${text}${note}`;
            expect(offsets.get(row) ?? value).toBe(value);
            offsets.set(row, value);
            boxes.set(row, { fromMark, width });
          }
          const labelled = new Set(scene.labels.map(({ row }) => row));
          for (const [row] of offsets) {
            const x = now.timeToPx(table.anchor[row]!);
            if (x > 5 && x < layout.widthPx - 5 && roomOf(layout, x, boxes.get(row)!) >= LEAST_ROOM_PX)
              expect(labelled.has(row), `${row} at ${x}`).toBe(true);
          }
        }
      }
    }
  });

  test('letters come and go at the edges one after the other, each label once', () => {
    for (const layout of charts.filter((_, i) => i % 3 === 0)) {
      const { scale } = layout.chart;
      const length = 0.3;
      const seen = new Map<number, { letters: number; shrinks: boolean; gone: boolean; x: number }>();
      const stepUnits = (4 / layout.widthPx) * length;
      for (let start = 0.1; start < 0.1 + length * 0.8; start += stepUnits) {
        const { labels } = sceneOf(layout, { start: scale.timeAt(start), end: scale.timeAt(start + length) });
        const now = new Set(labels.map(({ row }) => row));
        for (const [row, known] of seen) if (!now.has(row)) known.gone = true;
        for (const { row, x, text, note } of labels) {
          // A bar's date gives way as a whole to the next bar, and its words come back over what is left of it.
          if (layout.chart.labelOf(row).note !== '') continue;
          const letters = text.length + note.length;
          const known = seen.get(row);
          if (known === undefined) seen.set(row, { letters, shrinks: false, gone: false, x });
          else {
            expect(known.gone, `“${text}” is back`).toBe(false);
            if (known.shrinks) expect(letters, text).toBeLessThanOrEqual(known.letters);
            else if (letters < known.letters) known.shrinks = true;
            expect(known.x - x, text).toBeLessThan(4.01);
            expect(x - known.x, text).toBeLessThan(0.01);
            known.letters = letters;
            known.x = x;
          }
        }
      }
      expect(seen.size).toBeGreaterThan(0);
    }
  });

  test('zooming in drops no word of a mark that stands by itself', () => {
    const dropped: string[] = [];
    for (const [index, layout] of charts.entries()) {
      const { scale, table } = layout.chart;
      for (const share of [0.2, 0.5, 0.8]) {
        const middle = scale.unitOf(table.anchor[Math.floor(table.size * share)]! as never);
        let before = new Map<number, { readonly level: number; readonly fromMark: number; readonly width: number }>();
        for (let step = -1; step < 30; step++) {
          const length = 2 ** (-(step + 0.5) / 6);
          const window = clampWindow(
            scale,
            { start: scale.timeAt(middle - length / 2), end: scale.timeAt(middle + length / 2) },
            layout.widthPx,
          );
          const scene = sceneOf(layout, window);
          const now = project(scale, window, layout.widthPx);
          const single = new Set(scene.marks.map(({ row }) => row));
          const labelled = new Set(scene.labels.map(({ row }) => row));
          for (const [row, { level, ...box }] of before) {
            const x = now.timeToPx(table.anchor[row]!);
            if (
              x > 0 &&
              x < layout.widthPx &&
              roomOf(layout, x, box) >= LEAST_ROOM_PX &&
              single.has(row) &&
              !labelled.has(row)
            )
              dropped.push(
                `${table.size} events, chart ${index}: ${row} from level ${level} to ${zoomLevelOf(now).step}`,
              );
          }
          // Only days: ranges no wider than their mark yet, brackets, and months (which run under other marks) aren't
          // held on to. Where a pill parts, its members' ranges come to light and may need the room; where density
          // parts, stems.
          const parting = new Set([...scene.clusters, ...scene.density].map(({ lane }) => lane.lane.id));
          before = new Map(
            scene.density.length > 0
              ? []
              : scene.labels
                  .filter(
                    ({ row, lane }) =>
                      single.has(row) &&
                      !parting.has(lane.lane.id) &&
                      table.end[row]! - table.start[row]! <= DAY_MS &&
                      table.eventAt(row).date!.form === 'single',
                  )
                  .map((label) => [
                    label.row,
                    {
                      level: zoomLevelOf(now).step,
                      fromMark: label.x - now.timeToPx(table.anchor[label.row]!),
                      width: label.width,
                    },
                  ]),
          );
        }
      }
    }
    expect(summary(dropped)).toEqual([]);
  });

  test('a pill is named for some of its members, four at the most, and the last name says how many more there are', () => {
    let named = 0;
    for (const layout of charts) {
      for (const window of windowsOver(layout.chart.scale, layout.widthPx, 10, 3)) {
        const scene = sceneOf(layout, window);
        for (const { lane, rows, y, x0, x1 } of scene.clusters) {
          // At the window's edge a pill may hold more than what is in the window.
          if (x0 < 60 || x1 > layout.widthPx - 60) continue;
          const inPill = new Set(rows);
          const names = scene.labels.filter(
            (label) => label.lane === lane && Math.abs(label.y - y) < 20 && inPill.has(label.row),
          );
          expect(names.length, names.map(({ text, note }) => text + note).join(', ')).toBeLessThanOrEqual(4);
          const notes = names.map(({ note }) => note).filter((note) => note !== '');
          if (names.length > 0 && rows.length > names.length) expect(notes).toHaveLength(1);
          for (const note of notes) expect(note).toMatch(/^ \+\d+$/);
          if (names.length > 1) named++;
        }
      }
    }
    expect(named).toBeGreaterThan(5);
  });

  test('a filter moves nothing up or down, and no mark sideways', () => {
    for (const layout of charts) {
      const { table } = layout.chart;
      const mask = Uint8Array.from({ length: table.size }, (_, row) => row % 2);
      const sketch = { widthPx: layout.widthPx, heightPx: 700 };
      const [whole, half] = [makeChart(table, sketch), makeChart(table, { ...sketch, mask })];
      expect(half.chart.scale).toBe(whole.chart.scale);
      expect(half.chart.lanes).toEqual(whole.chart.lanes);
      const places = new Map(
        sceneOf(whole).marks.map(({ row, lane, x, y }) => [`${row} ${lane.lane.id}`, `${x} ${y}`]),
      );
      for (const { row, lane, x, y } of sceneOf(half).marks)
        expect(places.get(`${row} ${lane.lane.id}`) ?? `${x} ${y}`).toBe(`${x} ${y}`);
    }
  });
});

describe('the wider set', { timeout: 60_000 }, () => {
  const wider = shippedDataset('syria-diplomacy-2011-2016');
  const layout = makeChart(wider, { expanded: wider.opening!.expanded! });

  test('with 40 events in the window has a name for seven in ten, none over another, as it opens', () => {
    const { table } = layout.chart;
    const faults: string[] = [];
    for (let first = 0; first + 40 <= table.size; first++) {
      const window = {
        start: (table.start[first]! - 5 * DAY_MS) as never,
        end: (Math.max(...table.end.slice(first, first + 40)) + 5 * DAY_MS) as never,
      };
      const scene = sceneOf(layout, window);
      const inWindow = new Set(
        [...scene.marks.filter((mark) => mark.inWindow), ...scene.bars]
          .map(({ row }) => row)
          .concat(scene.clusters.flatMap(({ rows }) => [...rows])),
      );
      expect(inWindow.size).toBeGreaterThanOrEqual(40);
      const labelled = new Set(scene.labels.map(({ row }) => row));
      const share = [...inWindow].filter((row) => labelled.has(row)).length / inWindow.size;
      if (share < 0.7) faults.push(`${Math.round(share * 100)} % from ${table.eventAt(first).date!.edtf}`);
      faults.push(...faultsOf(scene, layout), ...miscounted(layout, scene, window));
    }
    expect(summary(faults)).toEqual([]);
  });

  test('opens with no mark or pill cut at an edge, however wide the plot and whatever the rows', () => {
    const cut: string[] = [];
    for (const grouping of GROUPINGS) {
      for (const scale of SCALES) {
        for (const widthPx of [400, 560, 636, 850, 1330]) {
          const scene = sceneOf(makeChart(wider, { grouping, scale, widthPx }));
          for (const { x0, x1, what } of inkBoxes({ ...scene, bars: [], stretches: [] }, layout))
            if (x0 < 0 || x1 > widthPx) cut.push(`${what} from ${x0} to ${x1} of ${widthPx} (${grouping}, ${scale})`);
        }
      }
    }
    expect(summary(cut)).toEqual([]);
  });

  test('opens with room beyond its first mark and its last', () => {
    const { marks, clusters } = sceneOf(layout);
    expect(Math.min(...marks.map(({ x }) => x))).toBeGreaterThanOrEqual(29.9);
    expect(Math.max(...marks.map(({ x }) => x))).toBeLessThanOrEqual(820.1);
    const [first] = clusters.toSorted((a, b) => a.x0 - b.x0);
    expect(first!.shapes).toHaveLength(first!.rows.length);
  });
});
