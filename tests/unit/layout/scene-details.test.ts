import { describe, expect, test } from 'vitest';
import { isEmptyLane } from '../../../src/layout/lanes/lanes';
import { firstLaneEvent, neighbourOf } from '../../../src/layout/lanes/neighbours';
import type { Step } from '../../../src/layout/lanes/neighbours';
import { layoutOverview } from '../../../src/layout/marks/overview';
import { project } from '../../../src/layout/scale/projection';
import { DAY_MS, civilDay, timeSpan } from '../../../src/model/dates/instant';
import { evenly, makeChart, makeMixedDataset, sceneOf, shippedDataset } from '../../support/make-chart';
import { makeDataset, makeLargeDataset } from '../../support/make-dataset';

const dataset = shippedDataset();
const layout = makeChart(dataset, { expanded: dataset.opening!.expanded! });
const { table, scale } = layout.chart;
const scene = sceneOf(layout);
const now = project(scale, scale.domain, 850);
const rowOf = (id: string) => table.rowOf(id)!;
const marksOf = (id: string) => scene.marks.filter(({ row, acts }) => row === rowOf(id) && acts);
const barsOf = (id: string) => scene.bars.filter(({ row, acts }) => row === rowOf(id) && acts);

describe('the opening view of the article set', () => {
  test('shows the cessation as announced: dashed and hollow, at its day, tied by a dashed stem', () => {
    const marks = marksOf('ev-cessation-start');
    expect(marks.map(({ lane }) => lane.lane.id).toSorted()).toEqual([
      'actor:parties-to-conflict',
      'country:RU',
      'country:US',
    ]);
    for (const mark of marks) {
      expect([mark.dashed, mark.filled, mark.tone]).toEqual([true, false, 'cooperation']);
      expect(mark.x).toBeCloseTo(now.timeToPx(civilDay(2016, 2, 27) + DAY_MS / 2), 6);
    }
    expect(scene.stems.find(({ row }) => row === rowOf('ev-cessation-start'))?.dashed).toBe(true);
  });

  test('shows the Russian strikes from a doubted day in 2015 to an open end on the as-of day', () => {
    const [bar, ...more] = barsOf('ev-russian-strikes');
    expect(more).toEqual([]);
    expect([bar!.dashed, bar!.filled, bar!.openEnd, bar!.tone]).toEqual([true, true, true, 'conflict']);
    expect(bar!.x0).toBeCloseTo(now.timeToPx(civilDay(2015, 9, 30)), 6);
    expect(bar!.startKnownX).toBe(bar!.x0);
    expect(bar!.x1).toBeCloseTo(now.timeToPx(civilDay(2016, 2, 25)), 6);
  });

  test('shows the coalition’s strikes as starting somewhere in 2014', () => {
    const [bar] = barsOf('ev-coalition-strikes');
    expect(bar!.x0).toBeCloseTo(now.timeToPx(civilDay(2014)), 6);
    expect(bar!.startKnownX).toBeCloseTo(now.timeToPx(civilDay(2015)), 6);
    expect([bar!.openEnd, bar!.dashed, bar!.endKnownX]).toEqual([true, false, bar!.x1]);
  });

  test('shows candidate days as one dashed mark in the middle of a range from the first to the last', () => {
    for (const [id, first, last] of [
      ['ev-kremlin-plan-a', 23, 24],
      ['ev-mfa-advice', 23, 24],
      ['ev-lavrov-criticism', 22, 24],
      ['ev-damascus-reaction', 23, 24],
    ] as const) {
      const marks = marksOf(id);
      expect(marks.length).toBeGreaterThan(0);
      for (const { range, dashed, x } of marks) {
        expect([range?.style, dashed]).toEqual(['set', true]);
        expect(range!.x0).toBeCloseTo(now.timeToPx(civilDay(2016, 2, first)), 6);
        expect(range!.x1).toBeCloseTo(now.timeToPx(civilDay(2016, 2, last + 1)), 6);
        expect(x).toBeCloseTo((range!.x0 + range!.x1) / 2, 6);
      }
    }
  });

  test('shows the request as “on or before”: a bracket that opens towards the past', () => {
    const [mark] = marksOf('ev-assad-request');
    expect(mark!.range?.style).toBe('before');
    expect(mark!.range!.x0).toBeLessThan(mark!.x);
    expect(mark!.range!.x1).toBe(mark!.x);
  });

  test('ties the phone call between Kerry and Lavrov, and nothing that only one lane does', () => {
    const call = scene.stems.filter(({ row }) => row === rowOf('ev-lavrov-kerry-call'));
    expect(call).toHaveLength(1);
    const middle = (id: string) =>
      scene.marks.find(({ row, lane }) => row === rowOf('ev-lavrov-kerry-call') && lane.lane.id === `actor:${id}`)!.y;
    expect([call[0]!.y0, call[0]!.y1]).toEqual([middle('john-kerry'), middle('sergey-lavrov')]);
    expect(scene.stems.some(({ row }) => row === rowOf('ev-kerry-plan-b'))).toBe(false);
  });

  test('begins what is ahead at the end of the report’s day', () => {
    expect(scene.aheadX).toBeCloseTo(now.timeToPx(civilDay(2016, 2, 25)), 6);
    const before = sceneOf(layout, timeSpan(civilDay(2016, 2, 22), civilDay(2016, 2, 24)));
    expect(before.aheadX).toBeUndefined();
    expect(sceneOf(makeChart(makeDataset([{ participants: ['a'] }], { asOf: undefined }))).aheadX).toBeUndefined();
  });

  test('makes marks of importance 3 larger, and of those who don’t act smaller', () => {
    const open = sceneOf(makeChart(dataset, { expanded: ['US', 'RU', 'SY', 'bodies', 'mentioned'] }));
    expect(
      new Set(open.marks.map(({ row, acts, size }) => `${acts ? table.importance[row] : 'passive'} ${size}`)),
    ).toEqual(new Set(['3 15', '2 12', 'passive 9']));
  });

  test('rings the chosen event, draws its relations and joins those who don’t act by a faint stem', () => {
    const chosen = rowOf('ev-lavrov-kerry-call');
    const drawn = sceneOf(layout, scale.domain, { selected: chosen });
    expect(drawn.rings.filter(({ kind }) => kind === 'selected')).toHaveLength(2);
    expect(drawn.relations.length).toBeGreaterThan(0);
    expect(drawn.relations.every(({ from, to }) => from === chosen || to === chosen)).toBe(true);
    expect(drawn.stems.filter(({ row, faint }) => row === chosen && faint)).toHaveLength(1);
    expect(scene.relations).toEqual([]);
    expect(drawn.marks).toEqual(scene.marks);
    expect(drawn.labels).toEqual(scene.labels);
  });

  test('writes the word of a relation only where the plot holds the whole of it', () => {
    const chosen = rowOf('ev-lavrov-kerry-call');
    let written = 0;
    for (let hour = 0; hour < 72; hour += 3) {
      const window = timeSpan(civilDay(2016, 2, 22) + hour * 3_600_000, civilDay(2016, 2, 25) + hour * 3_600_000);
      for (const bottom of [Infinity, 260]) {
        for (const { text, wordX, wordY } of sceneOf(layout, window, { selected: chosen, top: 10, bottom }).relations) {
          if (text === '') continue;
          written++;
          const half = evenly(text, false) / 2;
          expect(wordX - half, text).toBeGreaterThanOrEqual(0);
          expect(wordX + half, text).toBeLessThanOrEqual(850);
          expect(wordY, text).toBeGreaterThanOrEqual(17);
          expect(wordY, text).toBeLessThanOrEqual(bottom - 7);
        }
      }
    }
    expect(written).toBeGreaterThan(0);
  });

  test('points at the lane of a hovered actor, and at a hovered event only once', () => {
    const hovered = sceneOf(layout, scale.domain, {
      hovered: rowOf('ev-kerry-plan-b'),
      hoveredActor: 'john-kerry',
      selected: rowOf('ev-kerry-plan-b'),
    });
    expect([...hovered.hoveredLanes]).toEqual(['actor:john-kerry']);
    expect(hovered.rings.filter(({ kind }) => kind === 'selected').length).toBe(1);
  });
});

test.each([160, 188, 258, 850])('at the opening no label is cut at an edge of the plot: %i px wide', (widthPx) => {
  const { labels } = sceneOf(
    makeChart(dataset, { expanded: dataset.opening!.expanded!, widthPx, coarse: widthPx < 300 }),
  );
  expect(labels.length).toBeGreaterThan(0);
  for (const { text, x, width } of labels) {
    expect(x, text).toBeGreaterThanOrEqual(0);
    expect(x + width, text).toBeLessThanOrEqual(widthPx);
  }
});

describe('a bar', () => {
  test.each([
    '2014/2014-06',
    '2014-03/2014-04',
    '2014/2015',
    '2014-01-05/2014-02-03',
    '2015/..',
    '2016/..',
    '2014-05/..',
    '2014-02-03/',
  ])('of %s has its ends in order', (date) => {
    const made = makeDataset([
      { id: 'bar', date, participants: ['a'] },
      { date: '2013-05-01', participants: ['a'] },
    ]);
    for (const kind of ['calendar', 'folded'] as const) {
      const [bar] = sceneOf(makeChart(made, { scale: kind, grouping: 'actor' })).bars;
      expect(bar!.x0).toBeLessThanOrEqual(bar!.startKnownX);
      expect(bar!.startKnownX).toBeLessThanOrEqual(bar!.endKnownX + 1e-9);
      expect(bar!.endKnownX).toBeLessThanOrEqual(bar!.x1);
    }
  });

  test('begun this year and still running ends at the as-of day, not with the year', () => {
    const made = makeDataset([{ id: 'bar', date: '2016/..', participants: ['a'] }]);
    const { chart } = makeChart(made);
    expect(chart.table.end[0]).toBe(civilDay(2016, 2, 25));
  });
});

describe('density', () => {
  test('counts each event by tone, as many in the cells of a lane as in its stretches, none higher than its line', () => {
    const large = makeChart(makeLargeDataset({ events: 3000, actors: 6, countries: 2, years: 2 }), {
      scale: 'calendar',
    });
    const { density, stretches, lanes } = sceneOf(large);
    expect(density.length).toBeGreaterThan(20);
    for (const { total, counts, share, lane, y, height } of density) {
      expect(counts.cooperation + counts.conflict + counts.neutral + counts.passive).toBe(total);
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThanOrEqual(1);
      const track = lane.trackTops.findIndex(
        (top, i) => y > lane.top + top && y < lane.top + top + lane.trackHeights[i]!,
      );
      expect(height).toBeLessThanOrEqual(lane.trackHeights[track]!);
    }
    for (const placed of lanes) {
      const counted = density.filter(({ lane }) => lane === placed).reduce((sum, { total }) => sum + total, 0);
      expect(stretches.filter(({ lane }) => lane === placed).reduce((sum, { rows }) => sum + rows.length, 0)).toBe(
        counted,
      );
    }
    // What is full is a power of two, of which the square root is drawn: the fullest cell has seven tenths of the
    // height at least.
    expect(Math.max(...density.map(({ share }) => share))).toBeGreaterThan(0.7);
  });
});

describe('a scene', () => {
  test('of a scrolled chart holds only the lanes in sight', () => {
    const part = sceneOf(layout, scale.domain, { top: 100, bottom: 200 });
    expect(part.lanes.every(({ top, height }) => top + height > 100 && top < 200)).toBe(true);
    for (const { lane } of [...part.marks, ...part.bars, ...part.labels]) expect(part.lanes).toContain(lane);
    expect(part.heightPx).toBe(scene.heightPx);
  });

  test('is bounded by the plot, not by the events', { timeout: 20_000 }, () => {
    const large = makeChart(makeLargeDataset({ events: 6000, actors: 12, countries: 4, years: 6 }), {
      labelled: false,
    });
    const { marks, clusters, density, bars, labels } = sceneOf(large);
    expect(marks.length + clusters.length).toBeLessThan(1500);
    expect(density.length).toBeLessThan((large.chart.lanes.length * 4 * 850) / 6);
    expect(labels).toEqual([]);
    expect(bars.length).toBeGreaterThan(0);
  });

  test('without any event, or with all filtered out, is empty, and so is every lane', () => {
    expect(sceneOf(makeChart(makeDataset([]))).lanes).toEqual([]);
    const none = sceneOf(makeChart(dataset, { mask: new Uint8Array(table.size) }));
    expect([none.marks, none.bars, none.clusters, none.labels, none.stems]).toEqual([[], [], [], [], []]);
    expect(none.lanes.filter(({ lane }) => !isEmptyLane(table, lane, new Uint8Array(table.size)))).toEqual([]);
  });
});

describe('the overview', () => {
  test('counts every event that passes, once, by tone, without bins over one another', () => {
    for (const made of [
      dataset,
      makeLargeDataset({ events: 500, years: 3 }),
      makeMixedDataset({ seed: 8, events: 60 }),
    ]) {
      const { chart } = makeChart(made);
      const mask = Uint8Array.from({ length: chart.table.size }, (_, row) => (row % 4 === 1 ? 0 : 1));
      for (const widthPx of [300, 850, 1400]) {
        const { bins, most } = layoutOverview(chart.table, mask, chart.scale, widthPx);
        const counted = { cooperation: 0, conflict: 0, neutral: 0 };
        bins.forEach(({ x0, x1, counts }, i) => {
          expect(x1).toBeGreaterThan(x0);
          if (i > 0) expect(x0).toBeGreaterThanOrEqual(bins[i - 1]!.x1 - 0.01);
          for (const tone of ['cooperation', 'conflict', 'neutral'] as const) counted[tone] += counts[tone];
        });
        const wanted = { cooperation: 0, conflict: 0, neutral: 0 };
        for (let row = 0; row < chart.table.size; row++) if (mask[row] === 1) wanted[chart.table.eventAt(row).tone]++;
        expect(counted).toEqual(wanted);
        expect(most).toBe(
          Math.max(1, ...bins.map(({ counts }) => Math.max(counts.conflict, counts.cooperation + counts.neutral))),
        );
      }
    }
  });
});

describe('neighbours', () => {
  const { chart } = makeChart(makeMixedDataset({ seed: 5, events: 50 }));
  const mask = Uint8Array.from({ length: chart.table.size }, (_, row) => (row % 5 === 2 ? 0 : 1));

  /** Slow: all targets, sorted and searched. */
  function oracle(from: { lane: string; row: number }, step: Step) {
    const lanes = chart.lanes.map(({ lane }) => ({
      id: lane.id,
      rows: Array.from(lane.rows).filter((row) => mask[row] === 1),
    }));
    const index = lanes.findIndex(({ id }) => id === from.lane);
    const { rows } = lanes[index]!;
    const target = (lane: string, row: number | undefined) =>
      row === undefined || (lane === from.lane && row === from.row) ? undefined : { lane, row };
    switch (step) {
      case 'next':
        return target(
          from.lane,
          rows.find((row) => row > from.row),
        );
      case 'previous':
        return target(
          from.lane,
          rows.findLast((row) => row < from.row),
        );
      case 'first':
        return target(from.lane, rows[0]);
      case 'last':
        return target(from.lane, rows.at(-1));
      default: {
        const beyond = step === 'down' ? lanes.slice(index + 1) : lanes.slice(0, index).toReversed();
        const lane = beyond.find((each) => each.rows.length > 0);
        const at = chart.table.anchor[from.row]!;
        const nearest = lane?.rows.toSorted(
          (a, b) => Math.abs(chart.table.anchor[a]! - at) - Math.abs(chart.table.anchor[b]! - at) || a - b,
        )[0];
        return lane === undefined ? undefined : target(lane.id, nearest);
      }
    }
  }

  test('are what a slow oracle finds, for every event, lane and key', () => {
    for (const { lane } of chart.lanes) {
      for (const row of lane.rows) {
        if (mask[row] !== 1) continue;
        for (const step of ['previous', 'next', 'up', 'down', 'first', 'last'] as const) {
          const from = { lane: lane.id, row };
          expect(neighbourOf(chart.table, chart.lanes, mask, from, step), `${lane.id} ${row} ${step}`).toEqual(
            oracle(from, step),
          );
        }
      }
    }
  });

  test('begin with the first event of the first lane that has any', () => {
    const first = chart.lanes.flatMap(({ lane }) =>
      Array.from(lane.rows)
        .filter((row) => mask[row] === 1)
        .map((row) => ({ lane: lane.id, row })),
    )[0];
    expect(firstLaneEvent(chart.lanes, mask)).toEqual(first);
    expect(firstLaneEvent(chart.lanes, new Uint8Array(chart.table.size))).toBeUndefined();
    expect(neighbourOf(chart.table, chart.lanes, mask, { lane: 'nowhere', row: 0 }, 'next')).toBeUndefined();
  });
});
