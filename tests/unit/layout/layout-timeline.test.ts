import { describe, expect, test } from 'vitest';
import { runToEnd } from '../../../src/base/steps';
import { chartColumns, layoutTimeline } from '../../../src/layout/layout-timeline';
import { prepareTimeline } from '../../../src/layout/prepare-timeline';
import type { Plot, TimelineLayout, TimelineQuery } from '../../../src/layout/layout-timeline';
import type { PlacedLane } from '../../../src/layout/lanes/lane-heights';
import type { Scene } from '../../../src/layout/scene';
import { makeColumnTable } from '../../../src/model/table-of-columns';
import type { EventTable } from '../../../src/model/event-table';
import { evenly, sceneOf, t } from '../../support/make-chart';
import { makeColumns } from '../../support/make-columns';

const SIGHT = { top: 0, bottom: 620 };

function makeTable(size = 3000): EventTable {
  return makeColumnTable(makeColumns({ size })).table;
}

function queryOf({ size }: EventTable, change: Partial<TimelineQuery> = {}): TimelineQuery {
  return {
    mask: new Uint8Array(size).fill(1),
    group: 'country',
    expanded: undefined,
    laneOrder: 'file',
    scale: 'folded',
    ...change,
  };
}

function plotOf(change: Partial<Plot> = {}): Plot {
  return {
    widthPx: 850,
    fillPx: 620,
    lanes: 'full',
    pointer: 'fine',
    measure: evenly,
    labelled: true,
    t,
    ...change,
  };
}

/** A filter that counts how often it is looked at, as whoever takes in a lane does for each of its rows. */
function watched(mask: Uint8Array): { readonly mask: Uint8Array; readonly looks: () => number } {
  let count = 0;
  const proxy = new Proxy(mask, {
    get: (target, key) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) count++;
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { mask: proxy, looks: () => count };
}

function everySecond({ size }: EventTable): Uint8Array {
  return Uint8Array.from({ length: size }, (_, row) => row % 2);
}

describe('what was laid out is found again', () => {
  test('by a query and a plot of the same values', () => {
    const table = makeTable();
    const query = queryOf(table, { expanded: ['AA', 'BB'] });
    const again = { ...query, expanded: ['AA', 'BB'] };
    expect(layoutTimeline(table, again, plotOf())).toBe(layoutTimeline(table, query, plotOf()));
  });

  test.each([
    ['filter', { mask: new Uint8Array(3000) }, {}],
    ['grouping', { group: 'actor' }, {}],
    ['open groups', { expanded: [] }, {}],
    ['order of lanes', { laneOrder: 'active' }, {}],
    ['scale', { scale: 'calendar' }, {}],
    ['width', {}, { widthPx: 851 }],
    ['height', {}, { fillPx: 2000 }],
    ['column of names', {}, { lanes: 'narrow' }],
    ['pointer', {}, { pointer: 'coarse' }],
    ['font', {}, { measure: (text: string) => text.length }],
    ['words', {}, { labelled: false }],
  ] as const)('but not where it has another %s', (_, ofQuery, ofPlot) => {
    const table = makeTable();
    const query = queryOf(table);
    const layout = layoutTimeline(table, query, plotOf());
    expect(layoutTimeline(table, { ...query, ...ofQuery }, plotOf(ofPlot))).not.toBe(layout);
  });

  test('when a filter is chosen and let go of, and when it comes back', () => {
    const table = makeTable();
    const [all, half] = [queryOf(table), queryOf(table, { mask: everySecond(table) })];
    const layouts = [all, half, all, half].map((query) => layoutTimeline(table, query, plotOf()));
    expect(layouts[2]).toBe(layouts[0]);
    expect(layouts[3]).toBe(layouts[1]);
  });

  test('also while strips are asked for beside it', () => {
    const table = makeTable();
    const query = queryOf(table);
    const layout = layoutTimeline(table, query, plotOf());
    for (const actor of table.actors.slice(0, 8)) {
      const strip = queryOf(table, { group: 'actor', expanded: ['mentioned'], actors: [actor] });
      const { lanes } = layoutTimeline(table, strip, plotOf({ fillPx: 56, lanes: 'strip', labelled: false })).chart;
      expect(lanes.map(({ lane }) => lane.key)).toEqual([actor]);
    }
    expect(layoutTimeline(table, query, plotOf())).toBe(layout);
  });
});

describe('what two layouts have in common is worked out once', () => {
  const laneOf = ({ chart }: TimelineLayout) => chart.lanes[0];

  test('another filter keeps the very lanes and their places', () => {
    const table = makeTable();
    const layout = layoutTimeline(table, queryOf(table), plotOf());
    const filtered = layoutTimeline(table, queryOf(table, { mask: everySecond(table) }), plotOf());
    expect(filtered.chart.lanes).toBe(layout.chart.lanes);
  });

  test('another size keeps the lanes, and what of them passes the filter', () => {
    const table = makeTable();
    const { mask, looks } = watched(everySecond(table));
    const query = queryOf(table, { mask });
    const layout = layoutTimeline(table, query, plotOf());
    sceneOf(layout);
    const before = looks();
    expect(before).toBeGreaterThan(table.size);
    const wider = layoutTimeline(table, query, plotOf({ widthPx: 1400, fillPx: 900 }));
    sceneOf(wider);
    expect(looks()).toBe(before);
    expect(laneOf(wider)?.lane).toBe(laneOf(layout)?.lane);
  });

  test('no filter is never forgotten, whatever was chosen in between', () => {
    const table = makeTable();
    const { mask, looks } = watched(new Uint8Array(table.size).fill(1));
    const query = queryOf(table, { mask });
    sceneOf(layoutTimeline(table, query, plotOf()));
    const before = looks();
    for (let each = 0; each < 8; each++)
      sceneOf(layoutTimeline(table, queryOf(table, { mask: everySecond(table) }), plotOf()));
    sceneOf(layoutTimeline(table, query, plotOf()));
    expect(looks()).toBe(before);
  });

  test('what was prepared is there for the first picture, whatever its width', () => {
    const table = makeTable();
    const { mask, looks } = watched(new Uint8Array(table.size).fill(1));
    const query = queryOf(table, { mask });
    runToEnd(prepareTimeline(table, query, 900));
    const before = looks();
    expect(before).toBeGreaterThan(0);
    sceneOf(layoutTimeline(table, query, plotOf({ widthPx: 1111 })), undefined, SIGHT);
    expect(looks()).toBe(before);
  });
});

test('preparing stops between two lanes, so that many never hold up the page', () => {
  const table = makeTable();
  const lanes = layoutTimeline(makeTable(), queryOf(table), plotOf()).chart.lanes.length;
  expect([...prepareTimeline(table, queryOf(table), 900)].length).toBeGreaterThan(lanes);
});

test('a scene is the same whatever was looked at before: at other widths, under other filters, at other zooms', () => {
  const columns = makeColumns({ size: 20_000 });
  const fresh = makeColumnTable(columns).table;
  const used = makeColumnTable(columns).table;
  const query = queryOf(used);
  for (const widthPx of [400, 850, 2400])
    for (const mask of [query.mask, everySecond(used)])
      sceneOf(layoutTimeline(used, { ...query, mask }, plotOf({ widthPx })), undefined, SIGHT);
  const drawn = (table: EventTable) =>
    plain(sceneOf(layoutTimeline(table, query, plotOf({ widthPx: 1200 })), undefined, SIGHT));
  expect(drawn(used)).toEqual(drawn(fresh));
});

/** As text, with lanes by their ids: two tables have two of each. */
function plain(scene: Scene): string {
  return JSON.stringify(scene, (_, value: unknown) => {
    if (value instanceof Uint32Array) return value.join();
    return isPlacedLane(value) ? value.lane.id : value;
  });
}

function isPlacedLane(value: unknown): value is PlacedLane {
  return typeof value === 'object' && value !== null && 'trackTops' in value;
}

test.each([
  [undefined, { headPx: 214, plotPx: 1, isNarrow: false }],
  [1064, { headPx: 214, plotPx: 850, isNarrow: false }],
  [800, { headPx: 214, plotPx: 586, isNarrow: false }],
  [799, { headPx: 132, plotPx: 667, isNarrow: true }],
  [100, { headPx: 132, plotPx: 1, isNarrow: true }],
] as const)('a chart %s px wide has its columns', (widthPx, columns) => {
  expect(chartColumns(widthPx)).toEqual(columns);
});
