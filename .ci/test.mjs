import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildLibrary } from './build-library.mjs';
import { checkSource, heading, runTests, timed } from './checks.mjs';
import { ensureInstalled, root } from './install.mjs';
import { buildPage, runScript } from './run-tool.mjs';
import { inSeconds, longestFiles, summaryLines } from './summary.mjs';
import { CHROMIUM, provideTools, TOOLS } from './tools.mjs';

/** @import { Result, TestReport } from './summary.mjs' */

/** With `--full` the tests take every case of their tables, where `npm test` takes a slice (tests/support/full.ts). */
const isFull = process.argv.includes('--full');
/** Packages of the system are installed only where somebody asks for it. */
const mayInstall = process.argv.includes('--install-tools');
const start = performance.now();

/** @type {Result[]} */
const results = [];
/** @type {TestReport | undefined} */
let report;
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
    console.error(error instanceof Error ? error.message : error);
    results.push({ name: 'installation', passed: 0, failed: 1, note: 'nothing else was run' });
    return false;
  }
}

async function checkEverything() {
  const tools = lookForTools();
  results.push(...(await checkSource()));
  const page = await timed('build', () => buildPage(['--logLevel', 'warn']));
  results.push(page, await timed('library', buildsLibrary));
  const isBuilt = page.failed === 0;
  if (isBuilt && isFull) results.push(await timed('lighthouse', () => runScript('.ci/lighthouse.mjs', ['--built'])));
  await runSuites(isBuilt && tools.get(CHROMIUM)?.state === 'found');
}

/** Exit code as of a command. */
async function buildsLibrary() {
  try {
    await buildLibrary();
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

/**
 * Says where each tool is. Without a Firefox the tests that need it fail by themselves, unless it was left out on
 * purpose, which the summary then says.
 */
function lookForTools() {
  heading('tools');
  const tools = provideTools(TOOLS, { mayInstall });
  for (const [{ name }, finding] of tools) {
    if (finding.state === 'found') console.log(`${name}: ${finding.path}`);
    else if (finding.state === 'left out') {
      console.log(`${name}: ${finding.says}`);
      results.push({ name, passed: 0, failed: 0, note: finding.says });
    } else console.error(finding.says);
  }
  return tools;
}

/**
 * Runs all projects; without page or browser all but the browser tests, which then count as failed, one for each file.
 * @param {boolean} hasBrowser
 */
async function runSuites(hasBrowser) {
  const run = await runTests(hasBrowser ? [] : ['--project', '!browser'], isFull ? { TEST_FULL: '1' } : {});
  ({ report } = run);
  results.push(...run.results);
  if (hasBrowser) return;
  const files = readdirSync(join(root, 'tests/browser'), { recursive: true, encoding: 'utf8' });
  const count = files.filter((name) => name.endsWith('.test.ts')).length;
  results.push({ name: 'browser', passed: 0, failed: Math.max(1, count), note: 'not run: see above' });
}

function summarize() {
  if (report !== undefined) {
    heading('test files that took longest');
    for (const line of longestFiles(report, 10)) console.log(line);
  }
  heading(`summary, after ${inSeconds((performance.now() - start) / 1000)}`);
  for (const line of summaryLines(results)) console.log(line);
  process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
}
