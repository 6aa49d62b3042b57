import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { ensureInstalled, root } from './install.mjs';

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
const programs = new Map(scripts.map((path) => [path, parseSync(path, texts.get(path)).program]));

report();

function report() {
  const lines = scripts
    .map((path) => [texts.get(path).trimEnd().split('\n').length, path])
    .toSorted(([a], [b]) => a - b);
  const held = new Map();
  for (const path of paths) held.set(posix.dirname(path), (held.get(posix.dirname(path)) ?? 0) + 1);
  const folders = [...held].map(([folder, count]) => [count, folder]).toSorted(([a], [b]) => b - a);
  const lengths = [...programs]
    .flatMap(([path, program]) => functionLengths(path, program))
    .toSorted(([a], [b]) => a - b);
  const at = (share) => lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))][0];
  const loops = findLoops();
  const long = [...texts.values()].flatMap((text) => text.split('\n')).filter((line) => line.length > 120).length;
  const rows = [
    ['source files (ts, tsx)', String(scripts.length)],
    ['lines, median file', String(lines[lines.length >> 1][0])],
    ['lines, largest file', `${lines.at(-1)[0]} (${lines.at(-1)[1]})`],
    ['files, largest folder', `${folders[0][0]} (src/${folders[0][1]})`],
    [
      'loops of imports',
      loops.length === 0 ? '0' : `${loops.length}, of ${loops.map((loop) => loop.length).join(', ')} files`,
    ],
    ['functions: lines p50, p95, longest', `${at(0.5)}, ${at(0.95)}, ${lengths.at(-1)[0]} (${lengths.at(-1)[1]})`],
    ['lines over 120 columns', String(long)],
  ];
  for (const [name, value] of rows) console.log(`| ${name} | ${value} |`);
  for (const loop of loops) console.log(`loop: ${loop.join(', ')}`);
  for (const [count, folder] of folders)
    if (count > MOST_FILES) fail(`src/${folder} holds ${count} files; ${MOST_FILES} at most`);
  for (const [count, path] of lines)
    if (count > MOST_LINES) fail(`src/${path} has ${count} lines; ${MOST_LINES} at most`);
  if (loops.length > 0) process.exitCode = 1;
}

function fail(reason) {
  console.error(reason);
  process.exitCode = 1;
}

/** Lines of every function with a body, those inside others too. */
function functionLengths(path, program) {
  const text = texts.get(path);
  const found = [];
  walk(program, (node, name) => {
    if (!/^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type) || !node.body) return;
    const count = text.slice(node.start, node.end).split('\n').length;
    found.push([count, `${path}: ${node.id?.name ?? name ?? 'unnamed'}`]);
  });
  return found;
}

function walk(node, visit, name) {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, visit, name);
    return;
  }
  if (node === null || typeof node !== 'object') return;
  if (typeof node.type === 'string') visit(node, name);
  const inner =
    node.type === 'VariableDeclarator' || node.type === 'Property' ? (node.id ?? node.key)?.name : undefined;
  for (const child of Object.values(node)) if (typeof child === 'object') walk(child, visit, inner);
}

/**
 * Files that import one another, in a circle or through others (Tarjan), types and lazily loaded modules counted as
 * well.
 */
function findLoops() {
  const graph = new Map(scripts.map((path) => [path, importsOf(path)]));
  const order = new Map();
  const low = new Map();
  const stack = [];
  const loops = [];
  const visit = (path) => {
    order.set(path, order.size);
    low.set(path, order.get(path));
    stack.push(path);
    for (const next of graph.get(path)) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) low.set(path, Math.min(low.get(path), low.get(next)));
    }
    if (low.get(path) !== order.get(path)) return;
    const loop = stack.splice(stack.indexOf(path));
    if (loop.length > 1) loops.push(loop.toSorted());
  };
  for (const path of scripts) if (!order.has(path)) visit(path);
  return loops;
}

function importsOf(path) {
  const found = new Set();
  walk(programs.get(path), (node) => {
    if (typeof node.source?.value !== 'string' || !node.source.value.startsWith('.')) return;
    const target = posix.join(dirname(path), node.source.value);
    const file = [target, `${target}.ts`, `${target}.tsx`].find((candidate) => texts.has(candidate));
    if (file !== undefined && file !== path) found.add(file);
  });
  return [...found];
}
