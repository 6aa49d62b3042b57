import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { ensureInstalled, fail, root } from './install.mjs';

/** @typedef {{ readonly name: string, readonly size: number }} Sized */

/** The bounds of docs/architecture.md: files in a folder, lines in a file. */
const MOST_FILES = 36;
const MOST_LINES = 360;

ensureInstalled();
// Late: it may have been installed just now.
const { parseSync } = await import('vite');

const src = join(root, 'src');
const paths = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(src, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
const scripts = paths.filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
const texts = new Map(scripts.map((path) => [path, readFileSync(join(src, path), 'utf8')]));
const programs = new Map(scripts.map((path) => [path, parseSync(path, textOf(path)).program]));

report();

function report() {
  const lines = bySize(scripts.map((name) => ({ name, size: textOf(name).trimEnd().split('\n').length })));
  /** @type {Map<string, number>} */
  const held = new Map();
  // Catalogues of words are no code: one file an area.
  for (const path of paths.filter((each) => !each.endsWith('.json')))
    held.set(posix.dirname(path), (held.get(posix.dirname(path)) ?? 0) + 1);
  const folders = bySize([...held].map(([folder, size]) => ({ name: `src/${folder}`, size })));
  const lengths = bySize(scripts.flatMap(functionLengths));
  const loops = findLoops();
  const long = [...texts.values()].flatMap((text) => text.split('\n')).filter((line) => line.length > 120).length;
  const rows = [
    ['source files (ts, tsx)', String(scripts.length)],
    ['lines, median file', String(sizeAt(lines, 0.5))],
    ['lines, largest file', largestOf(lines)],
    ['files, largest folder', largestOf(folders)],
    [
      'loops of imports',
      loops.length === 0 ? '0' : `${loops.length}, of ${loops.map((loop) => loop.length).join(', ')} files`,
    ],
    ['functions: lines p50, p95, longest', `${sizeAt(lengths, 0.5)}, ${sizeAt(lengths, 0.95)}, ${largestOf(lengths)}`],
    ['lines over 120 columns', String(long)],
  ];
  for (const [name, value] of rows) console.log(`| ${name} | ${value} |`);
  for (const loop of loops) console.log(`loop: ${loop.join(', ')}`);
  for (const { name, size } of folders)
    if (size > MOST_FILES) fail(`${name} holds ${size} files; ${MOST_FILES} at most`);
  for (const { name, size } of lines)
    if (size > MOST_LINES) fail(`src/${name} has ${size} lines; ${MOST_LINES} at most`);
  if (loops.length > 0) process.exitCode = 1;
}

/**
 * @param {readonly Sized[]} all
 * @returns {readonly Sized[]} The smallest first.
 */
function bySize(all) {
  return all.toSorted((a, b) => a.size - b.size);
}

/**
 * The size that so large a share of them doesn't exceed.
 * @param {readonly Sized[]} sorted
 * @param {number} share
 */
function sizeAt(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.size ?? 0;
}

/** @param {readonly Sized[]} sorted */
function largestOf(sorted) {
  const largest = sorted.at(-1);
  return largest === undefined ? '0' : `${largest.size} (${largest.name})`;
}

/**
 * Lines of every function of a file with a body, those inside others too.
 * @param {string} path
 * @returns {readonly Sized[]}
 */
function functionLengths(path) {
  /** @type {Sized[]} */
  const found = [];
  walk(programs.get(path), ({ type, body, start, end, id }, name) => {
    if (!/^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(type) || !body) return;
    const size = textOf(path).slice(start, end).split('\n').length;
    found.push({ name: `${path}: ${id?.name ?? name ?? 'unnamed'}`, size });
  });
  return found;
}

/** @param {string} path */
function textOf(path) {
  return texts.get(path) ?? '';
}

/**
 * A node of a syntax tree, as far as it is looked at here.
 * @typedef {object} SyntaxNode
 * @property {string} type
 * @property {number} start
 * @property {number} end
 * @property {unknown} [body]
 * @property {{ readonly name?: string }} [id]
 * @property {{ readonly name?: string }} [key]
 * @property {{ readonly value?: unknown }} [source]
 */

/**
 * Visits a node and all below it, each with the name of the variable or property that it is the value of.
 * @param {unknown} node
 * @param {(node: SyntaxNode, name: string | undefined) => void} visit
 * @param {string} [name]
 */
function walk(node, visit, name) {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, visit, name);
    return;
  }
  if (node === null || typeof node !== 'object') return;
  const { type, id, key } = /** @type {SyntaxNode} */ (node);
  if (typeof type === 'string') visit(/** @type {SyntaxNode} */ (node), name);
  const inner = type === 'VariableDeclarator' || type === 'Property' ? (id ?? key)?.name : undefined;
  for (const child of Object.values(node)) if (typeof child === 'object') walk(child, visit, inner);
}

/**
 * Files that import one another, in a circle or through others (Tarjan), types and lazily loaded modules counted as
 * well.
 */
function findLoops() {
  const graph = new Map(scripts.map((path) => [path, importsOf(path)]));
  /** @type {Map<string, number>} */
  const order = new Map();
  /** @type {Map<string, number>} */
  const low = new Map();
  /** @type {string[]} */
  const stack = [];
  /** @type {string[][]} */
  const loops = [];
  const lowOf = (/** @type {string} */ path) => low.get(path) ?? Infinity;
  /** @param {string} path */
  const visit = (path) => {
    low.set(path, order.size);
    order.set(path, order.size);
    stack.push(path);
    for (const next of graph.get(path) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) low.set(path, Math.min(lowOf(path), lowOf(next)));
    }
    if (low.get(path) !== order.get(path)) return;
    const loop = stack.splice(stack.indexOf(path));
    if (loop.length > 1) loops.push(loop.toSorted());
  };
  for (const path of scripts) if (!order.has(path)) visit(path);
  return loops;
}

/** @param {string} path */
function importsOf(path) {
  /** @type {Set<string>} */
  const found = new Set();
  walk(programs.get(path), ({ source }) => {
    if (typeof source?.value !== 'string' || !source.value.startsWith('.')) return;
    const target = posix.join(dirname(path), source.value);
    const file = [target, `${target}.ts`, `${target}.tsx`].find((candidate) => texts.has(candidate));
    if (file !== undefined && file !== path) found.add(file);
  });
  return [...found];
}
