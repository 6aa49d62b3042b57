import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';
import { captureNpmScript, runTool } from './run-tool.mjs';
import { filesForSecondTry, inSeconds, suiteResults, withSecondTry } from './summary.mjs';

/** @import { Result, TestReport } from './summary.mjs' */

/**
 * What is checked of the source without running it: a name, and the script of package.json that does it. The slowest
 * come first.
 */
const SOURCE_CHECKS = [
  { name: 'dead code', script: 'deadcode' },
  { name: 'types', script: 'typecheck' },
  // Those that know no document, without the types of one.
  { name: 'pure layers', script: 'typecheck:pure' },
  { name: 'lint', script: 'lint' },
  { name: 'structure', script: 'structure' },
  { name: 'format', script: 'format:check' },
];

/**
 * Runs all checks of the source, two at a time, and prints what each said once it is through.
 * @returns {Promise<readonly Result[]>}
 */
export async function checkSource() {
  return inPairs(SOURCE_CHECKS, async ({ name, script }) => {
    const start = performance.now();
    const { code, output } = await captureNpmScript(script);
    const seconds = (performance.now() - start) / 1000;
    const passed = code === 0;
    heading(name);
    process.stdout.write(output);
    console.log(`${passed ? 'passed' : 'FAILED'} in ${inSeconds(seconds)}`);
    return { name, seconds, passed: Number(passed), failed: Number(!passed) };
  });
}

/**
 * Runs one check whose output goes straight through.
 * @param {string} name
 * @param {() => Promise<number>} check Resolves with its exit code.
 * @returns {Promise<Result>}
 */
export async function timed(name, check) {
  heading(name);
  const start = performance.now();
  const passed = (await check()) === 0;
  const seconds = (performance.now() - start) / 1000;
  console.log(`${passed ? 'passed' : 'FAILED'} in ${inSeconds(seconds)}`);
  return { name, seconds, passed: Number(passed), failed: Number(!passed) };
}

/**
 * Runs Vitest; the results by suite, and the report where there is one. Browser tests that failed are tried once more,
 * with the machine to themselves; those that pass then count as passed, and the summary says how many.
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [env]
 */
export async function runTests(args, env) {
  heading('tests');
  const { code, report } = await runVitest('vitest.json', args, env);
  const files = report === undefined ? [] : filesForSecondTry(report);
  if (report === undefined || files.length === 0) return { report, results: suiteResults(report, code) };
  heading('failed browser tests once more, alone');
  const second = await runVitest('vitest-second.json', ['--project', 'browser', '--maxWorkers=1', ...files], env);
  if (second.report === undefined) return { report, results: suiteResults(report, code) };
  const { report: merged, passedLater } = withSecondTry(report, second.report);
  for (const name of passedLater) console.log(`passed at the second try: ${name}`);
  const results = suiteResults(merged, second.code).map((result) =>
    result.name === 'browser' && passedLater.length > 0 ? withNote(result, passedLater.length) : result,
  );
  return { report: merged, results };
}

/**
 * @param {Result} result
 * @param {number} count
 * @returns {Result}
 */
function withNote(result, count) {
  const notes = [result.note, `${count} at the second try: see above`];
  return { ...result, note: notes.filter((note) => note !== undefined).join(', ') };
}

/**
 * @param {string} reportName
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [env]
 */
async function runVitest(reportName, args, env) {
  const file = join(root, '.reports', reportName);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  // React's testing tools are missing from its production code, so a NODE_ENV from outside must not reach them.
  const code = await runTool('vitest', ['run', ...reporters, ...args], { NODE_ENV: 'test', ...env });
  return { code, report: readReport(file) };
}

/**
 * @param {string} file
 * @returns {TestReport | undefined}
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {string} name */
export function heading(name) {
  console.log(`\n${name}`);
}

/**
 * All results, in the order of the items, of which two are at work at any time.
 * @template Item, Value
 * @param {readonly Item[]} items
 * @param {(item: Item) => Promise<Value>} work
 * @returns {Promise<Value[]>}
 */
async function inPairs(items, work) {
  /** @type {Value[]} */
  const values = [];
  const waiting = [...items.entries()];
  const takeNext = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) values[next[0]] = await work(next[1]);
  };
  await Promise.all([takeNext(), takeNext()]);
  return values;
}
