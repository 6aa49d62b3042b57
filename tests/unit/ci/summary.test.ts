import { describe, expect, test } from 'vitest';
import { filesForSecondTry, longestFiles, suiteResults, summaryLines, withSecondTry } from '../../../.ci/summary.mjs';

/** A file of a report, with tests of these outcomes, in seconds of the run. */
function testFile(path: string, outcomes: readonly string[], [from, to] = [0, 1], status = 'passed') {
  const assertionResults = outcomes.map((outcome) => ({ status: outcome }));
  return { name: `/home/me/project/${path}`, status, startTime: from * 1000, endTime: to * 1000, assertionResults };
}

describe('a summary', () => {
  const results = [
    { name: 'types', passed: 1, failed: 0, seconds: 2.94 },
    { name: 'Firefox', passed: 0, failed: 0, note: 'left out' },
    { name: 'browser', passed: 310, failed: 2, seconds: 402.25, note: '1 skipped' },
  ];

  test('ends with one plain line that adds up what passed and failed', () => {
    expect(summaryLines(results).at(-1)).toBe('311 passed, 2 failed');
    expect(summaryLines([]).at(-1)).toBe('0 passed, 0 failed');
  });

  test('has a line for each result: how long it took, where that is known, and what is to be said of it', () => {
    expect(summaryLines(results).slice(0, -1)).toEqual([
      'types      2.9 s  1 passed, 0 failed',
      'Firefox           0 passed, 0 failed (left out)',
      'browser  402.3 s  310 passed, 2 failed (1 skipped)',
      '',
    ]);
  });
});

describe('of a report', () => {
  test('each suite is a result of its own, from its first test to its last', () => {
    const report = {
      testResults: [
        testFile('tests/browser/wheel.test.ts', ['passed', 'passed'], [0, 8]),
        testFile('tests/browser/touch.test.ts', ['passed', 'failed'], [2, 11.5], 'failed'),
        testFile('tests/unit/base/sorted.test.ts', ['passed', 'skipped', 'todo'], [12, 13]),
        testFile('tests\\component\\help.test.tsx'.replace(/^/, 'C:\\'), ['passed'], [11, 12]),
      ],
    };
    expect(suiteResults(report, 1)).toEqual([
      { name: 'unit', passed: 1, failed: 0, seconds: 1, note: '2 skipped' },
      { name: 'component', passed: 1, failed: 0, seconds: 1 },
      { name: 'browser', passed: 3, failed: 1, seconds: 11.5 },
    ]);
  });

  test('a file that could not be loaded is one failure', () => {
    const report = { testResults: [testFile('tests/unit/broken.test.ts', [], [1, 1], 'failed')] };
    expect(suiteResults(report, 1)).toMatchObject([{ name: 'unit', passed: 0, failed: 1 }]);
  });

  test('tests in a folder that nobody knows count all the same', () => {
    const report = { testResults: [testFile('tests/other/a.test.ts', ['passed', 'failed'], [0, 1], 'failed')] };
    expect(suiteResults(report, 1)).toMatchObject([{ name: 'other tests', passed: 1, failed: 1 }]);
  });

  test('a run that failed outside any test is one failure, and so is one without a report', () => {
    const report = { testResults: [testFile('tests/unit/a.test.ts', ['passed'])] };
    expect(suiteResults(report, 0).some(({ failed }) => failed > 0)).toBe(false);
    expect(suiteResults(report, 1).map(({ failed }) => failed)).toEqual([0, 1]);
    expect(suiteResults(undefined, 0)).toMatchObject([{ passed: 0, failed: 1 }]);
  });

  test('the files that took longest come first', () => {
    const report = {
      testResults: [
        testFile('tests/unit/a.test.ts', ['passed'], [0, 2]),
        testFile('tests/browser/b.test.ts', ['passed'], [2, 12]),
        testFile('tests/unit/c.test.ts', ['passed'], [12, 15]),
      ],
    };
    expect(longestFiles(report, 2)).toEqual(['  10.0 s  tests/browser/b.test.ts', '   3.0 s  tests/unit/c.test.ts']);
  });
});

describe('a second try', () => {
  const named = (path: string, outcomes: Readonly<Record<string, string>>) => ({
    ...testFile(path, [], [0, 1], Object.values(outcomes).includes('failed') ? 'failed' : 'passed'),
    assertionResults: Object.entries(outcomes).map(([fullName, status]) => ({ fullName, status })),
  });
  const touch = 'tests/browser/touch.test.ts';

  test('is for few files of the browser, and for none where anything else failed or much did', () => {
    const failed = (path: string) => testFile(path, ['failed'], [0, 1], 'failed');
    const passed = testFile('tests/unit/a.test.ts', ['passed']);
    expect(filesForSecondTry({ testResults: [passed, failed(touch)] })).toEqual([`/home/me/project/${touch}`]);
    expect(filesForSecondTry({ testResults: [passed] })).toEqual([]);
    expect(filesForSecondTry({ testResults: [failed(touch), failed('tests/unit/a.test.ts')] })).toEqual([]);
    const many = Array.from({ length: 5 }, (_, at) => failed(`tests/browser/${at}.test.ts`));
    expect(filesForSecondTry({ testResults: many })).toEqual([]);
  });

  test('counts for what had failed and for nothing else', () => {
    const first = { testResults: [named(touch, { pan: 'failed', zoom: 'passed', fling: 'failed' })] };
    const second = { testResults: [named(touch, { pan: 'passed', zoom: 'failed', fling: 'failed' })] };
    const { report, passedLater } = withSecondTry(first, second);
    expect(passedLater).toEqual(['touch.test.ts: pan']);
    expect(suiteResults(report, 1)).toMatchObject([{ name: 'browser', passed: 2, failed: 1 }]);
  });

  test('of a file that could not be loaded takes it as it came out then', () => {
    const first = { testResults: [testFile(touch, [], [0, 1], 'failed')] };
    const good = withSecondTry(first, { testResults: [named(touch, { pan: 'passed' })] });
    expect(good.passedLater).toEqual(['touch.test.ts']);
    expect(suiteResults(good.report, 0)).toMatchObject([{ passed: 1, failed: 0 }]);
    const bad = withSecondTry(first, { testResults: [named(touch, { pan: 'failed' })] });
    expect(bad.passedLater).toEqual([]);
    expect(suiteResults(bad.report, 1)).toMatchObject([{ passed: 0, failed: 1 }]);
  });
});
