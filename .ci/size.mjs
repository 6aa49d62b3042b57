import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ensureInstalled, fail, root } from './install.mjs';
import { buildLibrary } from './build-library.mjs';
import { libraryLimits, limits, measure, measureLibrary, zipped } from './measure.mjs';
import { buildPage } from './run-tool.mjs';

function report() {
  const { files, scripts, measured } = measure(dist);
  console.log('Gzipped, every file:');
  for (const { file, bytes } of files) if (!file.endsWith('.map')) console.log(`${kilobytes(bytes)}  ${file}`);
  for (const name of scripts) {
    console.log(`\n${name}, by part (each gzipped by itself, so that they add up to more):`);
    for (const { part, bytes } of partsOf(join(dist, 'assets', name))) console.log(`${kilobytes(bytes)}  ${part}`);
  }
  const all = scripts.reduce((sum, name) => sum + (files.find(({ file }) => basename(file) === name)?.bytes ?? 0), 0);
  console.log(`\n${kilobytes(all)}  all script parts of the page together`);
  for (const [name, limit] of typedEntries(limits)) tell(name, measured[name], limit);
  const entries = measureLibrary(library);
  for (const [name, limit] of typedEntries(libraryLimits)) tell(name, entries[name], limit);
  const classic = files.find(({ file }) => file === 'lib/diplomatic-timeline.js')?.bytes ?? 0;
  if (process.argv.includes('--write')) writeSizes({ ...measured, ...entries }, all, classic);
}

/**
 * @param {string} name
 * @param {number} bytes
 * @param {number} limit
 */
function tell(name, bytes, limit) {
  const isOver = bytes > limit;
  if (isOver) process.exitCode = 1;
  console.log(`${kilobytes(bytes)}  ${name}, limit ${limit / 1000} kB${isOver ? ': TOO MUCH' : ''}`);
}

/**
 * The table of docs/performance.md, between its marks.
 * @param {Readonly<Record<string, number>>} measured
 * @param {number} all
 * @param {number} classic
 */
function writeSizes(measured, all, classic) {
  /** @param {string} view */
  const script = (view) => {
    const english = measured[`page script, ${view}, en`] ?? 0;
    const others = Object.entries(measured).flatMap(([name, bytes]) =>
      name.startsWith(`page script, ${view},`) && !name.endsWith(', en') ? [bytes] : [],
    );
    return [english, Math.max(...others)];
  };
  /** @type {[string, number | undefined][]} */
  const rows = [
    ['script before the first picture, chart, in English', script('chart')[0]],
    ['the same in another language, at most', script('chart')[1]],
    ['script before the first picture, list of a narrow screen, in English', script('list')[0]],
    ['the same in another language, at most', script('list')[1]],
    ["all parts of the page's script, in every language", all],
    ['style', measured['style']],
    ['`embed.js`', measured['embed.js']],
    ['the library before the first picture, in English', measured['library, first picture']],
    ["the same with the page's React (`peer`)", measured['peer, first picture']],
    ['reading and writing files alone (`data`)', measured['data']],
    ['the library as a classic script, every language in it', classic],
  ];
  const table = [
    '| gzipped | kB |',
    '| --- | ---: |',
    ...rows.map(([name, bytes = 0]) => `| ${name} | ${(bytes / 1000).toFixed(1)} |`),
  ];
  const page = join(root, 'docs/performance.md');
  const text = readFileSync(page, 'utf8');
  const [from, to] = ['<!-- size -->', '<!-- /size -->'];
  if (!text.includes(from) || !text.includes(to))
    throw new Error(`docs/performance.md has no place for the sizes: ${from} ... ${to}`);
  const [before] = text.split(from);
  const [, after] = text.split(to);
  writeFileSync(page, `${before}${from}\n${table.join('\n')}\n${to}${after}`);
}

/**
 * @template {string} Key
 * @param {Readonly<Record<Key, number>>} record
 */
function typedEntries(record) {
  return /** @type {[Key, number][]} */ (Object.entries(record));
}

/**
 * What a script is made of, largest first: its text by npm package and folder of src, as its source map has it.
 * @param {string} file
 */
function partsOf(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  // Made of other builds whole (the kit of saved pages): nothing of it is of one part.
  if (!existsSync(`${file}.map`)) return [];
  const { mappings, sources } = JSON.parse(readFileSync(`${file}.map`, 'utf8'));
  /** @type {Map<string, string>} */
  const texts = new Map();
  let source = 0;
  for (const [at, segments] of mappings.split(';').entries()) {
    const starts = [];
    let column = 0;
    for (const segment of segments === '' ? [] : segments.split(',')) {
      const [columns = 0, sourcesOn] = numbersOf(segment);
      column += columns;
      if (sourcesOn !== undefined) source += sourcesOn;
      starts.push([column, sourcesOn === undefined ? undefined : sources[source]]);
    }
    for (const [index, [start, path]] of starts.entries()) {
      const part = path === undefined ? 'glue' : partOf(path);
      texts.set(part, (texts.get(part) ?? '') + (lines[at] ?? '').slice(start, starts[index + 1]?.[0]));
    }
  }
  return [...texts].map(([part, text]) => ({ part, bytes: zipped(text) })).toSorted((a, b) => b.bytes - a.bytes);
}

/** @param {string} path */
function partOf(path) {
  const [, npm] = /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path) ?? [];
  if (npm !== undefined) return npm;
  const [, folder] = /(?:^|[\\/])(src[\\/][^\\/]+)/.exec(path) ?? [];
  return folder ?? 'glue';
}

const DIGITS = new Map(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].map((digit, value) => [digit, value]),
);

/**
 * The numbers of one segment (base 64 VLQ, ECMA-426).
 * @param {string} segment
 */
function numbersOf(segment) {
  const numbers = [];
  let value = 0;
  let shift = 0;
  for (const digit of segment) {
    const bits = DIGITS.get(digit) ?? 0;
    value |= (bits & 31) << shift;
    shift += 5;
    if ((bits & 32) !== 0) continue;
    numbers.push((value & 1) === 0 ? value >> 1 : -(value >> 1));
    value = 0;
    shift = 0;
  }
  return numbers;
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
}

// Builds anew with source maps, which change no other byte: they say what each part of the script is made of.
ensureInstalled();
const folder = mkdtempSync(join(tmpdir(), 'timeline-size-'));
const [dist, library] = [join(folder, 'page'), join(folder, 'library')];
try {
  if ((await buildPage(['--logLevel', 'warn', '--sourcemap', 'hidden', '--outDir', dist, '--emptyOutDir'])) !== 0)
    throw new Error('The page could not be built; the reason is above.');
  await buildLibrary(library);
  report();
} catch (error) {
  fail(error);
} finally {
  rmSync(folder, { recursive: true });
}
