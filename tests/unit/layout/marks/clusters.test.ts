import { describe, expect, test } from 'vitest';
import { COARSE_CLUSTERS, FINE_CLUSTERS, groupAt, groupsBetween } from '../../../../src/layout/marks/clusters';
import type { ClusterRules, MarkGroup } from '../../../../src/layout/marks/clusters';
import { FINE_HEIGHTS, placeLanes } from '../../../../src/layout/lanes/lane-heights';
import { laneContent } from '../../../../src/layout/lanes/lane-content';
import type { MarkRun } from '../../../../src/layout/marks/mark-run';
import { unitColumn } from '../../../../src/layout/scale/unit-column';
import type { ZoomLevel } from '../../../../src/layout/scale/zoom-level';
import { makeLanes } from '../../../../src/layout/lanes/lanes';
import { project } from '../../../../src/layout/scale/projection';
import { footprintOf } from '../../../../src/layout/lanes/footprint';
import { stackTracks } from '../../../../src/layout/lanes/tracks';
import { timeScaleOf } from '../../../../src/layout/scale/time-scale-of';
import { zoomLevel, zoomLevelOf } from '../../../../src/layout/scale/zoom-level';
import { instant } from '../../../../src/model/dates/instant';
import { makeChart, makeMixedDataset, sceneOf, tableFor, windowsOver } from '../../../support/make-chart';
import { makeDataset, makeLargeDataset } from '../../../support/make-dataset';

const datasets = [
  makeLargeDataset({ events: 400, actors: 12, countries: 4, years: 3 }),
  ...[1, 2, 3].map((seed) => makeMixedDataset({ seed, events: 60, days: 30 })),
];
const STEPS = [-1, 0, 1, 4, 9, 15, 30];

interface Case {
  readonly groups: readonly MarkGroup[];
  readonly marks: readonly { row: number; unit: number; track: number }[];
  readonly runs: readonly MarkRun[];
  readonly level: ZoomLevel;
  readonly rules: ClusterRules;
}

function casesOf(nearest: 'fine' | 'coarse'): Case[] {
  const rules = nearest === 'fine' ? FINE_CLUSTERS : COARSE_CLUSTERS;
  return datasets.flatMap((dataset) => {
    const table = tableFor(dataset);
    const scale = timeScaleOf(table, 'folded');
    const mask = Uint8Array.from({ length: table.size }, (_, row) => (row % 7 === 3 ? 0 : 1));
    return makeLanes(table, 'country', undefined).flatMap((lane) =>
      STEPS.map((step): Case => {
        const level = zoomLevel(step, 850);
        const stacked = stackTracks(table, lane);
        const marks = Array.from(lane.rows, (row, i) => ({
          row,
          track: stacked.tracks[i]!,
          foot: footprintOf(table, row, lane.acts[i] === 1),
          unit: scale.unitOf(instant(table.anchor[row]!)),
        })).filter(({ row, foot }) => mask[row] === 1 && (foot === 'mark' || foot === 'range'));
        const [placed] = placeLanes([stacked], 0, FINE_HEIGHTS);
        const content = laneContent(table, placed!, mask, unitColumn(table, scale));
        const groups = content.marks.flatMap((run) => groupsBetween(run, level, rules, -Infinity, Infinity));
        return { groups, runs: content.marks, marks, level, rules };
      }),
    );
  });
}

describe.each(['fine', 'coarse'] as const)('groups of marks for %s pointers', (nearest) => {
  const nearPx = nearest === 'fine' ? 24 : 44;
  const cases = casesOf(nearest);

  test('hold every mark that passes the filter, in its track, once', () => {
    for (const { groups, marks } of cases) {
      const held = groups.flatMap((group) => Array.from(group.rows, (row) => `${row} in ${group.run.track}`));
      expect(held.toSorted()).toEqual(marks.map(({ row, track }) => `${row} in ${track}`).toSorted());
    }
  });

  test('are chains: whoever is under the limit from a neighbour stands with it, as a slow oracle says', () => {
    for (const {
      groups,
      marks,
      level: { domainPx },
    } of cases) {
      const groupOf = new Map(groups.flatMap((group, index) => Array.from(group.rows, (row) => [row, index] as const)));
      for (const a of marks) {
        for (const b of marks) {
          const near = a.track === b.track && Math.abs(a.unit - b.unit) * domainPx < nearPx;
          if (near) expect(groupOf.get(a.row)).toBe(groupOf.get(b.row));
        }
      }
    }
  });

  test('hold nothing that no chain ties together, save where pills would lie over one another', () => {
    for (const {
      groups,
      marks,
      level: { domainPx },
    } of cases) {
      const units = new Map(marks.map(({ row, unit }) => [row, unit * domainPx]));
      for (const { rows } of groups) {
        rows
          .slice(1)
          .forEach((row, i) => expect(units.get(row)! - units.get(rows[i]!)!).toBeLessThan(Math.max(nearPx, 96)));
      }
    }
  });

  test('are single marks, pills up to the widest pill, and density beyond', () => {
    const maxPx = nearest === 'fine' ? 96 : 132;
    for (const {
      groups,
      level: { domainPx },
    } of cases) {
      for (const { kind, rows, firstUnit, lastUnit } of groups) {
        const widthPx = (lastUnit - firstUnit) * domainPx + nearPx;
        expect(kind).toBe(rows.length === 1 ? 'single' : widthPx > maxPx ? 'density' : 'cluster');
      }
    }
    expect(new Set(cases.flatMap(({ groups }) => groups.map(({ kind }) => kind)))).toEqual(
      new Set(['single', 'cluster', 'density']),
    );
  });
});

describe('groups of a stretch', () => {
  test('are those of the whole that touch it, with the same pills, wherever one looks from', () => {
    for (const { groups, runs, level, rules } of casesOf('fine')) {
      for (const [from, to] of [
        [0, 0.3],
        [0.31, 0.33],
        [0.5, 0.5],
        [0.9, 1.2],
        [-1, -0.5],
      ] as const) {
        const looked = runs.flatMap((run) => groupsBetween(run, level, rules, from, to));
        expect(looked).toEqual(groups.filter(({ firstUnit, lastUnit }) => lastUnit >= from && firstUnit <= to));
      }
      for (const { run, from, to, kind } of groups)
        expect(groupAt(run, to - 1, level, rules)).toMatchObject({ from, to, kind });
    }
  });
});

describe('a zoom level', () => {
  test('starts at the whole domain, and is never finer than the projection', () => {
    const scale = timeScaleOf(tableFor(datasets[1]!), 'folded');
    expect(zoomLevelOf(project(scale, scale.domain, 850)).step).toBe(0);
    for (const window of windowsOver(scale, 850, 60, 5)) {
      const now = project(scale, window, 850);
      const { domainPx } = zoomLevelOf(now);
      expect(domainPx).toBeLessThanOrEqual(now.domainPx * 1.000001);
      expect(now.domainPx / domainPx).toBeLessThan(2 ** (1 / 6) * 1.000001);
    }
  });
});

describe('pills in a scene', () => {
  test('hold the same events wherever the window stands, at one zoom', () => {
    for (const dataset of datasets) {
      const layout = makeChart(dataset);
      const { scale } = layout.chart;
      for (const length of [0.5, 0.12]) {
        const seen = new Map<string, string>();
        for (let start = 0; start + length <= 1; start += 0.03) {
          const scene = sceneOf(layout, { start: scale.timeAt(start), end: scale.timeAt(start + length) });
          for (const { lane, rows, shapes, more, x0, x1, y } of scene.clusters) {
            if (x0 < 100 || x1 > 750) continue;
            const key = `${lane.lane.id} ${y} ${rows[0]}`;
            const value = `${rows.join()} +${more} ${shapes.length} ${(x1 - x0).toFixed(2)}`;
            expect(seen.get(key) ?? value).toBe(value);
            seen.set(key, value);
          }
        }
        expect(seen.size).toBeGreaterThan(0);
      }
    }
  });

  test('never lie over a mark, a pill or density of another group on the same line', () => {
    for (const dataset of datasets) {
      for (const coarse of [false, true]) {
        const layout = makeChart(dataset, { coarse });
        for (const window of [layout.chart.scale.domain, ...windowsOver(layout.chart.scale, 850, 25, 9)]) {
          const { marks: all, clusters, density } = sceneOf(layout, window);
          // What matters stands over the density on purpose.
          const marks = all.filter(({ raised }) => !raised);
          const boxes = [
            ...marks.map(({ lane, y, x, size }) => ({
              line: `${lane.lane.id} ${y}`,
              x0: x - size / 2,
              x1: x + size / 2,
              is: 'mark',
            })),
            ...clusters.map(({ lane, y, x0, x1 }) => ({ line: `${lane.lane.id} ${y}`, x0, x1, is: 'pill' })),
            ...density.map(({ lane, y, x0, x1 }) => ({ line: `${lane.lane.id} ${y}`, x0, x1, is: 'density' })),
          ].toSorted((a, b) => a.x0 - b.x0);
          const last = new Map<string, (typeof boxes)[number]>();
          for (const box of boxes) {
            const before = last.get(box.line);
            if (before !== undefined && !(before.is === 'density' && box.is === 'density')) {
              expect(
                box.x0,
                `${box.line}: ${before.is} to ${before.x1.toFixed(1)}, ${box.is} from ${box.x0.toFixed(1)}`,
              ).toBeGreaterThanOrEqual(before.x1 - 0.01);
            }
            if (before === undefined || box.x1 > before.x1) last.set(box.line, box);
          }
        }
      }
    }
  });

  test('show up to four shapes, the most important first and in time order, and count the rest', () => {
    const dataset = makeDataset(
      [1, 1, 3, 2, 2, 2]
        .map((importance, i) => ({
          id: `e${i}`,
          date: `2016-02-0${i + 1}`,
          importance: importance as 1 | 2 | 3,
          participants: ['a'],
          deed: importance === 3,
        }))
        .concat([{ id: 'far', date: '2026-02-01', importance: 2, participants: ['a'], deed: false }]),
    );
    const { clusters } = sceneOf(makeChart(dataset, { scale: 'calendar', grouping: 'actor' }));
    expect(clusters).toHaveLength(1);
    expect(clusters[0]!.shapes.map(({ filled }) => filled)).toEqual([true, false, false, false]);
    expect([clusters[0]!.more, clusters[0]!.rows.length]).toEqual([2, 6]);
  });
});
