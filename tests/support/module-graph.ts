import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseSync } from 'vite';

/** A module as it is loaded: what it imports, and what stands in it as text. Types are left out. */
export interface ParsedModule {
  /** Files of ours that come with it. */
  readonly imports: readonly string[];
  /** Files of ours that it imports when they are needed. */
  readonly lazy: readonly LazyImport[];
  /** Its strings, and its templates as their fixed pieces: `a.${b}` is ["a.", ""]. */
  readonly texts: readonly (string | readonly string[])[];
}

export interface LazyImport {
  readonly file: string;
  /** The load units that `lazyWithMessages` names round it; none for what is loaded otherwise. */
  readonly units: readonly string[];
}

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

const parsed = new Map<string, ParsedModule>();

/** `file` with its whole path. Read once. */
export function parseModule(file: string): ParsedModule {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const { program, errors } = parseSync(file, readFileSync(file, 'utf8'));
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message ?? ''}`);
  const found = { imports: [] as string[], lazy: [] as LazyImport[], texts: [] as (string | readonly string[])[] };
  const visit = (node: unknown, units: readonly string[]): void => {
    if (Array.isArray(node)) return node.forEach((each) => visit(each, units));
    if (!isNode(node) || isOnlyType(node)) return;
    const path = (node['source'] as Node | undefined | null)?.['value'];
    const next = typeof path === 'string' ? sourceAt(resolve(dirname(file), path)) : undefined;
    if (node.type === 'ImportExpression') {
      if (next !== undefined) found.lazy.push({ file: next, units });
      return;
    }
    if (typeof path === 'string') {
      if (next !== undefined) found.imports.push(next);
      return;
    }
    const text = textOf(node);
    if (text !== undefined) found.texts.push(text);
    const within = unitsNamed(node) ?? units;
    for (const value of Object.values(node)) visit(value, within);
  };
  visit(program.body, []);
  parsed.set(file, found);
  return found;
}

/** A module and all that comes with it. */
export function loadedWith(file: string): ReadonlySet<string> {
  const files = new Set<string>();
  const visit = (each: string): void => {
    if (files.has(each)) return;
    files.add(each);
    parseModule(each).imports.forEach(visit);
  };
  visit(file);
  return files;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string';
}

/** What a compiler takes out: types, and imports of them. An expression with a type added stays. */
function isOnlyType(node: Node): boolean {
  if (node.type.startsWith('TS')) return !/^TS(?:As|Satisfies|NonNull)/.test(node.type);
  if (!/^(?:Import|Export\w+)Declaration$/.test(node.type)) return false;
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true;
  const names = node['specifiers'] as readonly Node[] | undefined;
  return (
    node['source'] !== null &&
    names !== undefined &&
    names.length > 0 &&
    names.every((name) => name['importKind'] === 'type' || name['exportKind'] === 'type')
  );
}

function textOf(node: Node): string | readonly string[] | undefined {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node.type === 'JSXText') return node['value'] as string;
  if (node.type !== 'TemplateLiteral') return undefined;
  return (node['quasis'] as readonly { value: { cooked: string } }[]).map(({ value }) => value.cooked);
}

/** Of `lazyWithMessages(['a', 'b'], ...)` the names. */
function unitsNamed(node: Node): readonly string[] | undefined {
  if (node.type !== 'CallExpression' || (node['callee'] as Node)['name'] !== 'lazyWithMessages') return undefined;
  const [units] = node['arguments'] as readonly [Node];
  return (units['elements'] as readonly { value: string }[]).map(({ value }) => value);
}

/** A stylesheet, a catalogue and what is made at build are none. */
function sourceAt(path: string): string | undefined {
  return [path, `${path}.ts`, `${path}.tsx`].find((each) => /\.tsx?$/.test(each) && existsSync(each));
}
