import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reportParts, withParts } from '../../bench/report';
import type { BenchResults, GestureResult } from '../../bench/results';
import { spreadOf } from '../../bench/stats';

const spread = spreadOf([10, 40]);
const hand: GestureResult = { frame: spreadOf([16.7]), script: spread, taskMs: 3, settleMs: 90 };
const results: BenchResults = {
  machine: {
    processor: 'A processor',
    cores: 2,
    memoryGb: 24,
    system: 'A system',
    loadBefore: 0,
    node: 'v20',
    browser: undefined,
    drawing: undefined,
  },
  sizes: [500_000],
  micro: { 500_000: [{ what: 'filter', ms: 6, floor: 'linkedCounts', floorMs: 3 }] },
  page: {
    500_000: {
      mount: 300,
      mountAgain: 80,
      zoom: hand,
      pan: hand,
      filter: spread,
      unfilter: spread,
      heap: { emptyBytes: 3e6, usedBytes: 10e6, backingBytes: 50e6 },
      nodes: { whole: 900, most: 1200 },
      longTasks: { mount: [61], gestures: [], jumps: [] },
    },
  },
  throttled: { size: 5000, rate: 4, wheel: spread, drag: spread, click: spread, all: spread },
  growth: [{ what: 'scene', exponent: 0.1, exponentFull: Number.NaN }],
};
const parts = reportParts(results);

test('each goal stands beside what was measured, and says whether it is met', () => {
  const goals = parts.get('goals') ?? '';
  expect(goals).toContain('| mount | 250 ms | 300.0 ms | **no** |');
  expect(goals).toContain('| zoom, 95 % of frames | 16.7 ms | 16.7 ms | yes |');
  expect(goals).toContain('| one actor, painted within (95 %) | 2 frames | 3.0 frames | **no** |');
  expect(goals).toContain('| memory | 100 MB | 60.0 MB | yes |');
});

test('each step stands beside its floor, with the ratio', () => {
  expect(parts.get('micro')).toContain('| filter | linkedCounts | 6.0 / 3.0 = 2.0x |');
});

test('what was not measured has no part', () => {
  expect([...reportParts({ machine: results.machine, sizes: [], growth: [] }).keys()]).toEqual(['machine']);
});

test('the report of the project has a place for every part, and keeps what stands around them', () => {
  const text = readFileSync('docs/performance.md', 'utf8');
  const written = withParts(text, parts);
  for (const part of parts.values()) expect(written).toContain(part);
  const prose = (report: string) => report.replace(/<!-- bench:(\w+) -->[^]*?<!-- \/bench:\1 -->/g, '');
  expect(prose(written)).toBe(prose(text));
  expect(withParts(written, parts)).toBe(written);
});

test('a text without a place for a part is refused', () => {
  expect(() => withParts('Nothing here', parts)).toThrow(/no place for "machine"/);
});
