import { basename } from 'node:path';

/**
 * What one check or suite came to.
 * @typedef {object} Result
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {number} [seconds] How long it took, where that was measured.
 * @property {string} [note]
 */

/**
 * What is read here of a report by Vitest's JSON reporter. Times are in ms since 1970.
 * @typedef {object} TestReport
 * @property {readonly TestFile[]} testResults
 *
 * @typedef {object} TestFile
 * @property {string} name Its path.
 * @property {string} status
 * @property {number} startTime
 * @property {number} endTime
 * @property {readonly { readonly status: string, readonly fullName?: string }[]} assertionResults
 */

/**
 * Lines of a summary: a table with a line for each result, and last of all, alone, how much passed and failed.
 * @param {readonly Result[]} results
 * @returns {readonly string[]}
 */
export function summaryLines(results) {
  const width = Math.max(0, ...results.map(({ name }) => name.length));
  const rows = results.map(
    ({ name, passed, failed, seconds, note }) =>
      `${name.padEnd(width)} ${(seconds === undefined ? '' : inSeconds(seconds)).padStart(8)}  ${passed} passed, ${failed} failed${note ? ` (${note})` : ''}`,
  );
  const total = (/** @type {'passed' | 'failed'} */ outcome) =>
    results.reduce((sum, result) => sum + result[outcome], 0);
  return [...rows, '', `${total('passed')} passed, ${total('failed')} failed`];
}

/** @param {number} seconds */
export function inSeconds(seconds) {
  return `${seconds.toFixed(1)} s`;
}

/** Folders of tests that count as suites, in the order of the summary. */
const SUITES = ['unit', 'component', 'browser'];

/**
 * One result for each suite that ran. A file that fails to load has no tests to count and is one failure; so is a run
 * that failed by something outside any test (an unhandled rejection), or that left no report (undefined). A suite takes
 * from the start of its first test to the end of its last; the next begins on one core while the last file of the one
 * before is at work on the other.
 * @param {TestReport | undefined} report
 * @param {number} exitCode
 * @returns {readonly Result[]}
 */
export function suiteResults(report, exitCode) {
  if (report === undefined) return [{ name: 'tests', passed: 0, failed: 1, note: 'no report: see above' }];
  const results = SUITES.flatMap((suite) => {
    const files = report.testResults.filter(({ name }) => suiteOf(name) === suite);
    return files.length === 0 ? [] : [resultOf(suite, files)];
  });
  const unknown = report.testResults.filter(({ name }) => !SUITES.includes(suiteOf(name)));
  if (unknown.length > 0) results.push(resultOf('other tests', unknown));
  const isExplained = results.some(({ failed }) => failed > 0);
  if (exitCode !== 0 && !isExplained)
    results.push({ name: 'tests', passed: 0, failed: 1, note: 'failed outside any test: see above' });
  return results;
}

/** More than so many files that fail at once are no accident of a busy machine. */
const MOST_FILES_TWICE = 4;

/**
 * Files of browser tests that are worth a second try: a browser that shares its machine may lose a race now and then,
 * which says nothing of the page. Tests without a browser have no such excuse. None where many fail.
 * @param {TestReport} report
 * @returns {readonly string[]} Paths as in the report.
 */
export function filesForSecondTry({ testResults }) {
  const failed = testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);
  const inBrowser = failed.filter((name) => suiteOf(name) === 'browser');
  return failed.length === inBrowser.length && failed.length <= MOST_FILES_TWICE ? inBrowser : [];
}

/**
 * A report with its failed tests as they went in the second try, whatever else the second try says left aside: what
 * passed once has passed, and a file that failed as a whole is taken as it came out.
 * @param {TestReport} first
 * @param {TestReport} second
 * @returns {{ readonly report: TestReport, readonly passedLater: readonly string[] }} With the names of the tests (of
 *   the file, where it failed as a whole) that passed only then.
 */
export function withSecondTry(first, second) {
  /** @type {string[]} */
  const passedLater = [];
  const testResults = first.testResults.map((file) => {
    const again = second.testResults.find(({ name }) => name === file.name);
    if (file.status !== 'failed' || again === undefined) return file;
    const failedTests = file.assertionResults.filter(({ status }) => status === 'failed');
    if (failedTests.length === 0) {
      if (again.status === 'passed') passedLater.push(basename(file.name));
      return { ...again, startTime: file.startTime, endTime: file.endTime };
    }
    const assertionResults = file.assertionResults.map((test) => {
      const later = again.assertionResults.find(({ fullName }) => fullName === test.fullName);
      if (test.status !== 'failed' || later?.status !== 'passed') return test;
      passedLater.push(`${basename(file.name)}: ${test.fullName}`);
      return later;
    });
    const isMended = assertionResults.every(({ status }) => status !== 'failed');
    return { ...file, assertionResults, status: isMended ? 'passed' : 'failed' };
  });
  return { report: { testResults }, passedLater };
}

/**
 * Files that took longest, as lines, the longest first.
 * @param {TestReport} report
 * @param {number} most
 */
export function longestFiles({ testResults }, most) {
  return testResults
    .map((file) => ({
      path: file.name.replaceAll('\\', '/').replace(/^.*\/tests\//, 'tests/'),
      seconds: secondsOf([file]),
    }))
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, most)
    .map(({ path, seconds }) => `${inSeconds(seconds).padStart(8)}  ${path}`);
}

/** @param {string} path */
function suiteOf(path) {
  return /[\\/]tests[\\/]([^\\/]+)[\\/]/.exec(path)?.[1] ?? '';
}

/**
 * @param {string} name
 * @param {readonly TestFile[]} files
 * @returns {Result}
 */
function resultOf(name, files) {
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const count = (/** @type {(status: string) => boolean} */ fits) => tests.filter(({ status }) => fits(status)).length;
  const passed = count((status) => status === 'passed');
  const failed = count((status) => status === 'failed');
  const skipped = tests.length - passed - failed;
  const broken = files.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    name,
    passed,
    failed: failed + broken.length,
    seconds: secondsOf(files),
    ...(skipped > 0 ? { note: `${skipped} skipped` } : {}),
  };
}

/** @param {readonly TestFile[]} files */
function secondsOf(files) {
  const start = Math.min(...files.map(({ startTime }) => startTime));
  const end = Math.max(...files.map(({ endTime }) => endTime));
  return Math.max(0, end - start) / 1000;
}
