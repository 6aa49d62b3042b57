import { describe, expect, test } from 'vitest';
import type { Step } from '../../../../src/layout/lanes/neighbours';
import { focusTargetAfter } from '../../../../src/ui/chart/chart-keys.lazy';
import { shownFocusTarget } from '../../../../src/ui/chart/focus-targets';
import type { FocusTarget } from '../../../../src/ui/chart/focus-targets';
import { headPartsOf } from '../../../../src/ui/chart/lane-head-parts';
import type { HeadRules } from '../../../../src/ui/chart/lane-head-parts';
import { hitTargetsOf } from '../../../../src/ui/chart/place-hit-targets';
import { makeChart, sceneOf, shippedDataset } from '../../../support/make-chart';
import { makeActor, makeDataset } from '../../../support/make-dataset';

const RULES: HeadRules = { canFilter: true, withDetails: true, isNarrow: false };
const layout = makeChart(shippedDataset());
const { chart } = layout;
const all = chart.mask.map(() => 1);
interface Options {
  readonly isRtl?: boolean;
  readonly mask?: Uint8Array;
  readonly rules?: HeadRules;
}
const walk = (from: FocusTarget, step: Step, { isRtl = false, mask = all, rules = RULES }: Options = {}) =>
  focusTargetAfter(from, step, { layout, mask, rules, isRtl });
const named = (target: FocusTarget | undefined) =>
  target === undefined ? undefined : `${target.lane} ${'part' in target ? target.part : target.row}`;
const lane = 'actor:sergey-lavrov';
const rows = [...chart.lanes.find((each) => each.lane.id === lane)!.lane.rows];

/** All that can be reached from a focus target, whatever is pressed. */
function reachable(from: FocusTarget, options?: Options): Set<string> {
  const seen = new Map([[named(from)!, from]]);
  for (const target of seen.values()) {
    for (const step of ['previous', 'next', 'up', 'down', 'first', 'last'] as const) {
      const next = walk(target, step, options);
      if (next !== undefined) seen.set(named(next)!, next);
    }
  }
  return new Set(seen.keys());
}

/** Every event of every row that passes, and every control of every header. */
function everything({ mask = all, rules = RULES }: Options): Set<string> {
  return new Set(
    chart.lanes.flatMap(({ lane: { id, rows: own }, lane: each }) => [
      ...headPartsOf(each, rules).map((part) => `${id} ${part}`),
      ...[...own].filter((row) => mask[row] === 1).map((row) => `${id} ${row}`),
    ]),
  );
}

describe('arrow keys in the chart', () => {
  test.each<[string, Options]>([
    ['left to right', {}],
    ['right to left', { isRtl: true }],
    ['in the narrow column of names', { rules: { ...RULES, isNarrow: true } }],
    ['without filters', { rules: { ...RULES, canFilter: false } }],
    ['filtered', { mask: all.map((_, row) => (row % 3 === 0 ? 1 : 0)) }],
  ])('reach everything in it from its first header, %s', (_, options) => {
    const first = chart.lanes.find(({ lane: each }) => headPartsOf(each, RULES).includes('name'))!.lane.id;
    expect(reachable({ lane: first, part: 'name' }, options)).toEqual(everything(options));
  });

  test('walk a row: name, pin, box, events; and back the same way', () => {
    const there: (string | undefined)[] = [];
    let at: FocusTarget | undefined = { lane, part: 'name' };
    let last: FocusTarget = at;
    for (; at !== undefined; at = walk(at, 'next')) {
      there.push(named(at));
      last = at;
    }
    expect(there).toEqual([`${lane} name`, `${lane} pin`, `${lane} filter`, ...rows.map((row) => `${lane} ${row}`)]);
    const back: (string | undefined)[] = [];
    for (at = last; at !== undefined; at = walk(at, 'previous')) back.unshift(named(at));
    expect(back).toEqual(there);
  });

  test('in a right-to-left page find the header right of the last event, its name at the far right', () => {
    const right: (string | undefined)[] = [];
    for (
      let at: FocusTarget | undefined = { lane, row: rows.at(-1)! };
      at !== undefined;
      at = walk(at, 'next', { isRtl: true })
    )
      right.push(named(at));
    expect(right).toEqual([`${lane} ${rows.at(-1)}`, `${lane} filter`, `${lane} pin`, `${lane} name`]);
    expect(named(walk({ lane, row: rows[0]! }, 'previous', { isRtl: true }))).toBeUndefined();
  });

  test('Home goes to the first event and then to the name, End to the last event', () => {
    expect(named(walk({ lane, row: rows.at(-1)! }, 'first'))).toBe(`${lane} ${rows[0]}`);
    expect(named(walk({ lane, row: rows[0]! }, 'first'))).toBe(`${lane} name`);
    expect(named(walk({ lane, part: 'pin' }, 'first'))).toBe(`${lane} name`);
    expect(named(walk({ lane, part: 'pin' }, 'last'))).toBe(`${lane} ${rows.at(-1)}`);
  });

  test('up and down in headers keep to one kind of control', () => {
    const pins: (string | undefined)[] = [];
    const actors = chart.lanes
      .filter(({ lane: each }) => each.kind === 'actor')
      .map(({ lane: each }) => `${each.id} pin`);
    for (
      let at: FocusTarget | undefined = { lane: actors[0]!.split(' ')[0]!, part: 'pin' };
      at !== undefined;
      at = walk(at, 'down')
    )
      pins.push(named(at));
    expect(pins).toEqual(actors);
  });
});

describe('the one tab stop', () => {
  const targets = hitTargetsOf(sceneOf(layout), 24);
  const shown = (at: FocusTarget | undefined, { of = targets, lanes = chart.lanes } = {}) =>
    named(shownFocusTarget(at, layout, lanes, of, RULES));
  const without = (...gone: string[]) => new Map([...targets].filter(([id]) => !gone.includes(id)));

  test('is the first event at first, and then the one last used', () => {
    const [first] = chart.lanes.flatMap(({ lane: { id } }) => (targets.get(id) === undefined ? [] : [id]));
    expect(shown(undefined)?.split(' ')[0]).toBe(first);
    expect(shown({ lane, row: rows[1]! })).toBe(`${lane} ${rows[1]}`);
    expect(shown({ lane, part: 'pin' })).toBe(`${lane} pin`);
  });

  test('is not an event that only names its row, whose header counts none, while somebody acts anywhere', () => {
    const data = makeDataset([{ participants: [['zoe', 'referenced'], 'anna'] }, { participants: ['zoe'] }], {
      actors: [makeActor('zoe'), makeActor('anna')],
    });
    const own = makeChart(data, { grouping: 'actor', mask: Uint8Array.of(1, 0) });
    expect(own.chart.lanes.map(({ lane: { id } }) => id)).toEqual(['actor:zoe', 'actor:anna']);
    const its = hitTargetsOf(sceneOf(own), 24);
    expect(its.get('actor:zoe')).toHaveLength(1);
    expect(named(shownFocusTarget(undefined, own, own.chart.lanes, its, RULES))).toBe('actor:anna 0');
  });

  test('is the nearest in time of its row where the event itself isn’t shown', () => {
    const own = targets.get(lane)!.filter((target) => !target.rows.includes(rows[0]!));
    const next = shown({ lane, row: rows[0]! }, { of: new Map([...targets, [lane, own]]) });
    expect(next?.split(' ')[0]).toBe(lane);
    expect(next).not.toBe(`${lane} ${rows[0]}`);
  });

  test('is the row’s name where the row has no event left', () => {
    expect(shown({ lane, row: rows[0]! }, { of: without(lane) })).toBe(`${lane} name`);
  });

  test('is the same event in another row where its own is gone', () => {
    const row = rows.find((each) =>
      chart.lanes.some(
        ({ lane: { id } }) => id !== lane && targets.get(id)?.some((target) => target.rows.includes(each)) === true,
      ),
    )!;
    expect(shown({ lane, row }, { lanes: chart.lanes.filter((each) => each.lane.id !== lane) })).toMatch(
      new RegExp(` ${row}$`),
    );
  });

  test('is a header where no event is left at all, and nothing where there is no row', () => {
    expect(shown(undefined, { of: new Map() })).toMatch(/ name$/);
    expect(shown(undefined, { of: new Map(), lanes: [] })).toBeUndefined();
  });
});
