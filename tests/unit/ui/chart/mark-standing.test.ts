import { describe, expect, test } from 'vitest';
import type { PlacedLane } from '../../../../src/layout/lanes/lane-heights';
import { countRead, isActing, standingsOf } from '../../../../src/ui/chart/mark-standing';
import { hitTargetsOf } from '../../../../src/ui/chart/place-hit-targets';
import type { HitTarget } from '../../../../src/ui/chart/place-hit-targets';
import { makeChart, sceneOf, shippedDataset } from '../../../support/make-chart';

type Rows = readonly number[];

/** A lane of events, and in which of them its own act. */
function laneOf(id: string, rows: Rows, acting: Rows, counts: 'acts' | 'all' = 'acts'): PlacedLane {
  const acts = Uint8Array.from(rows, (row) => (acting.includes(row) ? 1 : 0));
  return { lane: { id, rows: Uint32Array.from(rows), acts, counts } } as unknown as PlacedLane;
}

/** A mark of one event, or a pill of several. */
function targetOf(lane: string, ...rows: Rows): HitTarget {
  return { lane, kind: rows.length === 1 ? 'event' : 'cluster', rows: Uint32Array.from(rows) } as unknown as HitTarget;
}

/** How the targets of each lane stand, in the order of lanes. */
function standings(lanes: readonly PlacedLane[], targets: readonly HitTarget[]): readonly string[] {
  const byLane = new Map(lanes.map(({ lane: { id } }) => [id, targets.filter(({ lane }) => lane === id)]));
  const found = standingsOf(lanes, byLane);
  return [...byLane.values()].flat().map((target) => `${target.lane} ${[...target.rows].join()}: ${found.get(target)}`);
}

describe('an event that stands in several rows', () => {
  test('is told where somebody acts first, again where somebody else acts, and not where somebody is named', () => {
    expect(
      standings(
        [laneOf('named', [7], []), laneOf('acts', [7], [7]), laneOf('acts too', [7], [7])],
        [targetOf('named', 7), targetOf('acts', 7), targetOf('acts too', 7)],
      ),
    ).toEqual(['named 7: silent', 'acts 7: first', 'acts too 7: again']);
  });

  test('is told in the first row that names somebody, where nobody in sight acts', () => {
    expect(
      standings(
        [laneOf('named', [7], []), laneOf('named too', [7], [])],
        [targetOf('named', 7), targetOf('named too', 7)],
      ),
    ).toEqual(['named 7: first', 'named too 7: silent']);
  });

  test('is told again in a row that counts all its events, for its name says how many', () => {
    expect(
      standings(
        [laneOf('acts', [7], [7]), laneOf('mentioned', [7], [], 'all')],
        [targetOf('acts', 7), targetOf('mentioned', 7)],
      ),
    ).toEqual(['acts 7: first', 'mentioned 7: again']);
  });

  test('is told with its pill where that has something new, and its own mark further down is told again', () => {
    expect(
      standings(
        [laneOf('pill', [1, 2], [2]), laneOf('pill too', [1, 2], [1]), laneOf('mark', [1], [1])],
        [targetOf('pill', 1, 2), targetOf('pill too', 1, 2), targetOf('mark', 1)],
      ),
    ).toEqual(['pill 1,2: first', 'pill too 1,2: again', 'mark 1: again']);
    expect(
      standings([laneOf('mark', [1], [1]), laneOf('pill', [1, 2], [1])], [targetOf('mark', 1), targetOf('pill', 1, 2)]),
    ).toEqual(['mark 1: first', 'pill 1,2: first']);
  });
});

test('a row reads the events of all its marks that say something, each once', () => {
  const lane = laneOf('row', [1, 2, 3, 4], [1, 2, 3]);
  const targets = [targetOf('row', 1, 2), targetOf('row', 2), targetOf('row', 3), targetOf('row', 4)];
  const before = laneOf('before', [4], [4]);
  const elsewhere = targetOf('before', 4);
  const found = standingsOf(
    [before, lane],
    new Map([
      ['before', [elsewhere]],
      ['row', targets],
    ]),
  );
  expect(countRead(targets, found)).toBe(3);
  // Of a chart that isn't laid out yet nothing is known to be told elsewhere.
  expect(countRead(targets, standingsOf(undefined, new Map()))).toBe(4);
});

describe.each(['syria-cessation-2016', 'syria-diplomacy-2011-2016'])('in %s', (id) => {
  test.each(['country', 'actor', 'type'] as const)(
    'by %s every event in sight is told whole exactly once',
    (grouping) => {
      const layout = makeChart(shippedDataset(id), { grouping });
      const { lanes } = layout.chart;
      const targets = hitTargetsOf(sceneOf(layout), 24);
      const found = standingsOf(lanes, targets);
      const inSight = [...targets.values()].flat();
      const told = inSight.filter((target) => found.get(target) === 'first');
      const rowsOf = (some: readonly HitTarget[]) => new Set(some.flatMap(({ rows }) => [...rows]));
      expect(rowsOf(told)).toEqual(rowsOf(inSight));
      const marks = told.filter(({ rows }) => rows.length === 1).map(({ rows }) => rows[0]);
      expect(new Set(marks).size).toBe(marks.length);
      // Only where their own don't act rows are silent, and never where nobody has said it.
      const laneOfId = new Map(lanes.map(({ lane }) => [lane.id, lane]));
      for (const target of inSight)
        if (found.get(target) === 'silent') expect(isActing(target, laneOfId.get(target.lane)!)).toBe(false);
    },
  );
});
