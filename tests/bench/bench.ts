import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { build } from 'vite';
import { buildLibrary } from '../../.ci/build-library.mjs';
import { describeMachine } from './machine';
import { startPageBench } from './page-bench';
import { reportParts, withParts } from './report';
import type { BenchResults, Growth, MicroResult, OwnDataResult, PageResult, ThrottledResult } from './results';
import { fittedExponent } from './stats';
import { messageCatalogues } from '../../src/build/message-catalogues';
import { noPageKit } from '../../src/build/no-page-kit';

const HELP = `npm run bench -- [options]
  --sizes 1000,500000   how many events; by default 1k, 10k, 100k, 500k, 1M
  --only micro|page|own-data  one part of it
  --json FILE           also writes the results there
  --write               writes docs/performance.json and the tables of docs/performance.md
  --library FOLDER      measures a library that is built already
  --profile 500000      instead of measuring: where the page's time goes at that size, by function`;

const SIZES = [1000, 10_000, 100_000, 500_000, 1_000_000];
/** From here on a screen is full. */
const FULL_FROM = 10_000;
const OWN_ROWS = 100_000;
const THROTTLED = { size: 5000, rate: 4 };
const WORK = '.reports/bench';
const PROSE = 'docs/performance.md';
const NUMBERS = 'docs/performance.json';
const run = promisify(execFile);

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'string' },
    library: { type: 'string' },
    profile: { type: 'string' },
    write: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
if (options.help === true) console.log(HELP);
else if (options.profile !== undefined) await profile(Number(options.profile));
else await measure();

async function measure(): Promise<void> {
  const sizes = options.sizes?.split(',').map(Number) ?? SIZES;
  if (!sizes.every((size) => size > 0))
    throw new Error(`--sizes takes numbers above 0, not "${options.sizes}"\n\n${HELP}`);
  if (options.only !== undefined && !['micro', 'page', 'own-data'].includes(options.only))
    throw new Error(`--only takes micro, page or own-data, not "${options.only}"\n\n${HELP}`);
  mkdirSync(WORK, { recursive: true });
  const asks = (part: string): boolean => options.only === undefined || options.only === part;
  const micro = asks('micro') ? await measureMicro(sizes) : undefined;
  const ownData = asks('own-data') ? await measureOwnData() : undefined;
  const onPage = asks('page') ? await measurePage(sizes) : undefined;
  const machine = onPage?.machine ?? (await describeMachine(undefined));
  const results: BenchResults = {
    machine,
    sizes,
    ...(micro === undefined ? {} : { micro }),
    ...(onPage === undefined ? {} : { page: onPage.page, throttled: onPage.throttled }),
    ...(ownData === undefined ? {} : { ownData }),
    growth: growthOf(micro, onPage?.page),
  };
  const parts = reportParts(results);
  console.log(`\n${[...parts].map(([name, part]) => `## ${name}\n\n${part}`).join('\n\n')}`);
  if (options.json !== undefined) writeJson(options.json, results);
  if (options.write !== true) return;
  writeJson(NUMBERS, results);
  writeFileSync(PROSE, withParts(readFileSync(PROSE, 'utf8'), parts));
}

function writeJson(file: string, results: BenchResults): void {
  writeFileSync(file, `${JSON.stringify(results, rounded, 1)}\n`);
}

/** Microseconds are as fine as these numbers mean anything. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
}

/** A process of its own for each size, so that one size's garbage and compiled code never reach another's numbers. */
async function measureMicro(sizes: readonly number[]): Promise<Record<number, readonly MicroResult[]>> {
  const script = await bundle('tests/bench/micro.ts', 'micro.mjs', true);
  const all: Record<number, readonly MicroResult[]> = {};
  for (const size of sizes) {
    say(`steps, ${size} events`);
    const { stdout } = await run(process.execPath, ['--max-old-space-size=8192', script, String(size)], {
      maxBuffer: 1e7,
      env: { ...process.env, NODE_ENV: 'production' },
    });
    all[size] = JSON.parse(stdout) as readonly MicroResult[];
  }
  return all;
}

async function measureOwnData(): Promise<OwnDataResult> {
  const script = await bundle('tests/bench/own-data.ts', 'own-data.mjs', true);
  say(`own data, ${OWN_ROWS} rows`);
  const { stdout } = await run(process.execPath, [script, String(OWN_ROWS)], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return JSON.parse(stdout) as OwnDataResult;
}

async function measurePage(
  sizes: readonly number[],
): Promise<{ machine: BenchResults['machine']; page: Record<number, PageResult>; throttled: ThrottledResult }> {
  const library = options.library ?? join(WORK, 'library');
  if (options.library === undefined) await buildLibrary(library);
  const bench = await startPageBench(library, await bundlePage());
  try {
    const page: Record<number, PageResult> = {};
    for (const size of sizes) {
      say(`page, ${size} events`);
      page[size] = await bench.measure(size);
    }
    say(`page, ${THROTTLED.size} events, processor slowed ${THROTTLED.rate} times`);
    const throttled = await bench.measureThrottled(THROTTLED.size, THROTTLED.rate);
    return { machine: await describeMachine(bench.browser), page, throttled };
  } finally {
    await bench.close();
  }
}

/** With names left as they are, so that a function can be found again. */
async function profile(size: number): Promise<void> {
  const library = join(WORK, 'library-to-read');
  await build({
    configFile: 'vite.lib.config.ts',
    mode: 'library',
    logLevel: 'warn',
    build: { outDir: library, emptyOutDir: true, minify: false, rolldownOptions: { output: { minify: false } } },
  });
  const bench = await startPageBench(library, await bundlePage());
  try {
    console.log(await bench.profile(size));
  } finally {
    await bench.close();
  }
}

async function bundlePage(): Promise<string> {
  return readFileSync(await bundle('tests/bench/bench-page.ts', 'bench-page.js', false), 'utf8');
}

/** Bundles a script as the page is bundled; development's ways of running TypeScript leave marks in hot loops. */
async function bundle(entry: string, name: string, forNode: boolean): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [messageCatalogues(), noPageKit()],
    ...(forNode ? { ssr: { noExternal: true } } : {}),
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      ...(forNode ? { ssr: entry } : { lib: { entry, formats: ['es'], fileName: () => name } }),
      outDir: WORK,
      emptyOutDir: false,
      target: 'es2022',
      minify: false,
      // One file, whatever is imported when it is needed: the page is served no other.
      rolldownOptions: { output: { entryFileNames: name, codeSplitting: false } },
    },
  });
  return resolve(WORK, name);
}

/**
 * How costs grow with the number of events; the exponent of a cost that follows pixels alone is 0, of one that follows
 * events 1.
 */
function growthOf(micro: BenchResults['micro'], page: BenchResults['page']): Growth[] {
  const costs = new Map<string, { size: number; cost: number }[]>();
  const add = (what: string, size: string, cost: number): void => {
    costs.set(what, [...(costs.get(what) ?? []), { size: Number(size), cost }]);
  };
  for (const [size, { zoom, pan }] of Object.entries(page ?? {})) {
    add('script in a frame, zooming (median)', size, zoom.script.median);
    add('script in a frame, panning (median)', size, pan.script.median);
    add('all tasks in a frame, zooming (mean)', size, zoom.taskMs);
    add('all tasks in a frame, panning (mean)', size, pan.taskMs);
    add('frame to frame, zooming (95 %)', size, zoom.frame.p95);
    add('frame to frame, panning (95 %)', size, pan.frame.p95);
  }
  for (const [size, results] of Object.entries(micro ?? {})) {
    for (const { what, ms } of results) if (what.startsWith('scene:')) add(what, size, ms);
  }
  return [...costs]
    .filter(([, points]) => points.length > 1)
    .map(([what, points]) => ({
      what,
      exponent: fittedExponent(points),
      exponentFull: fittedExponent(points.filter(({ size }) => size >= FULL_FROM)),
    }));
}

function say(what: string): void {
  console.log(`Measuring: ${what} ...`);
}
