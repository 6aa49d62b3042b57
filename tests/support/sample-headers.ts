import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What a host is told to send with the paths that match. */
export interface HeaderRule {
  /** `*` stands for anything. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

const root = resolve(import.meta.dirname, '../..');

/**
 * The rules of a file as Netlify and Cloudflare Pages read it: a path, and below it, indented, its headers; `#` begins
 * a comment.
 */
export function readHeaderRules(file = 'public/_headers'): readonly HeaderRule[] {
  const rules: { path: string; headers: Record<string, string> }[] = [];
  for (const line of readFileSync(resolve(root, file), 'utf8').split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, name, value] = /^\s+([^:\s]+):\s*(.*)$/.exec(line) ?? [];
    const rule = rules.at(-1);
    if (name === undefined || value === undefined) rules.push({ path: line.trim(), headers: {} });
    else if (rule !== undefined) rule.headers[name.toLowerCase()] = value;
  }
  return rules;
}

/** The headers that the rules give a path, which begins with `/`. */
export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const matching = rules.filter((rule) => matches(rule.path, path));
  return Object.assign({}, ...matching.map(({ headers }) => headers)) as Record<string, string>;
}

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
