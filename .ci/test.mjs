import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';
import { buildPage, runScript, runTool } from './run-tool.mjs';

/** What was checked, in order: `{ name, passed, failed, note }`. */
const results = [];
/** With `--full` the tests take every case of their tables, where `npm test` takes a slice (tests/support/full.ts). */
const isFull = process.argv.includes('--full');

if (isInstalled()) await checkEverything();
summarize();

/**
 * Whether the packages are there; when they can't be had, says why and counts as one failure, for nothing else can run.
 */
function isInstalled() {
  try {
    ensureInstalled();
    return true;
  } catch (error) {
    console.error(error.message);
    results.push({ name: 'installation', passed: 0, failed: 1, note: 'nothing else was run' });
    return false;
  }
}

async function checkEverything() {
  await gate('type-check', () => runTool('tsc', ['--noEmit']));
  await gate('lint', () => runTool('oxlint', lintArguments()));
  await gate('dead code', () => runTool('knip', []));
  const isBuilt = await gate('build', () => buildPage(['--logLevel', 'warn']));
  if (isBuilt && isFull) await gate('lighthouse', () => runScript('.ci/lighthouse.mjs', ['--built']));
  await sayFirefox();
  await runTests(isBuilt ? await browserPath() : undefined);
}

async function gate(name, check) {
  heading(name);
  const passed = (await check()) === 0;
  console.log(passed ? 'passed' : 'FAILED');
  results.push({ name, passed: Number(passed), failed: Number(!passed) });
  return passed;
}

// The script in package.json is the one place that says what is linted.
function lintArguments() {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return scripts.lint.split(' ').slice(1);
}

/** The path of a Chromium, or undefined after saying why there is none. */
async function browserPath() {
  heading('browser');
  // Late, like every import that may need an installed package.
  const { findBrowser } = await import('./browser.mjs');
  try {
    const path = findBrowser();
    console.log(path);
    return path;
  } catch (error) {
    console.error(error.message);
    return undefined;
  }
}

/**
 * Says which Firefox the hosting tests will use. Without one they fail by themselves, unless it was left out on
 * purpose, which the summary then says.
 */
async function sayFirefox() {
  heading('firefox');
  const { findFirefox } = await import('./browser.mjs');
  try {
    const path = findFirefox();
    console.log(path ?? withoutFirefox);
    if (path === undefined) results.push({ name: 'firefox', passed: 0, failed: 0, note: withoutFirefox });
  } catch (error) {
    console.error(error.message);
  }
}

const withoutFirefox = 'left out because FIREFOX=none: nothing was tried in Firefox';

/** Runs all projects; without a browser all but the browser tests, which then count as failed, one for each file. */
async function runTests(chromium) {
  heading('tests');
  if (chromium) {
    await vitest([], { CHROMIUM_PATH: chromium });
    return;
  }
  await vitest(['--project', '!browser']);
  const files = readdirSync(join(root, 'tests'), { recursive: true }).filter((name) =>
    /^browser[/\\].*\.test\.ts$/.test(name),
  );
  results.push({ name: 'browser tests', passed: 0, failed: Math.max(1, files.length), note: 'not run: see above' });
}

async function vitest(args, env) {
  const report = join(root, '.reports/vitest.json');
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  // React's testing tools are missing from its production code, so a NODE_ENV from outside must not reach them.
  const code = await runTool('vitest', ['run', ...reporters, ...args], {
    NODE_ENV: 'test',
    ...(isFull ? { TEST_FULL: '1' } : {}),
    ...env,
  });
  results.push({ name: 'tests', ...countTests(report, code) });
}

/**
 * Counts the tests of a Vitest JSON report. A file that fails to load has no tests to count and is one failure; so is a
 * run that failed by something outside any test (an unhandled rejection), or that left no report.
 */
function countTests(report, exitCode) {
  let parsed;
  try {
    parsed = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, note: 'no report: see above' };
  }
  const brokenFiles = parsed.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = parsed.numFailedTests + brokenFiles.length;
  const skipped = parsed.numPendingTests + parsed.numTodoTests;
  return {
    passed: parsed.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    note: skipped > 0 ? `${skipped} skipped` : undefined,
  };
}

function heading(name) {
  console.log(`\n${name}`);
}

function summarize() {
  heading('summary');
  for (const { name, passed, failed, note } of results) {
    console.log(`${name.padEnd(14)} ${passed} passed, ${failed} failed${note ? ` (${note})` : ''}`);
  }
  process.exitCode = total('failed') > 0 ? 1 : 0;
  console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
}

function total(outcome) {
  return results.reduce((sum, result) => sum + result[outcome], 0);
}
