import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

/** What is read out or seen as it stands in the source, where a message of the catalogue belongs. */
const READ_BY_PEOPLE = new Set(
  'aria-label aria-roledescription aria-valuetext aria-description title placeholder alt label'.split(' '),
);
const A_WORD = /\p{L}{2,}/u;

/** A node of the syntax tree (ESTree with JSX), as far as this asks. */
interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: { readonly name?: string };
}

/** Words of a source that no catalogue has: text between tags, and strings in the attributes that people read. */
function literalsIn(text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (typeof node !== 'object' || node === null || !('type' in node)) return;
    const { type, value, name } = node as Node;
    if (type === 'JSXText') found.push(String(value).trim());
    if (type === 'JSXAttribute' && READ_BY_PEOPLE.has(name?.name ?? '')) found.push(...stringsOf(value));
    for (const inner of Object.values(node)) visit(inner);
  };
  visit(parseSync('source.tsx', text).program);
  return found.filter((words) => A_WORD.test(words));
}

/** Of an attribute's value the string itself; in braces a string or the fixed parts of a template. */
function stringsOf(value: unknown): readonly string[] {
  const { type, expression, ...rest } = value as { type: string; value?: string; expression?: unknown };
  if (type === 'JSXExpressionContainer') return stringsOf(expression);
  if (type === 'Literal') return [String(rest.value)];
  if (type !== 'TemplateLiteral') return [];
  return (value as { quasis: readonly { value: { cooked: string } }[] }).quasis.map((part) => part.value.cooked.trim());
}

const files = ['src/ui', 'src/app', 'src/written', 'src/embed'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => join(folder, name)),
);

test.each(files)('%s says nothing that is not in the catalogues', (file) => {
  expect(literalsIn(readFileSync(file, 'utf8'))).toEqual([]);
});

describe('the search', () => {
  test.each([
    ['<p>Hello there</p>', 'Hello there'],
    ['<button aria-label="Close">×</button>', 'Close'],
    ["<img alt={'A map'} />", 'A map'],
    ['<li>{n} events</li>', 'events'],
    ['<input placeholder="Search" />', 'Search'],
    ['<span className="x" title="More">{t(\'key\')}</span>', 'More'],
  ])('finds what stands in %s', (source, words) => expect(literalsIn(source)).toContain(words));

  test.each([
    "<p>{t('notice.kept')}</p>",
    '<span aria-hidden="true">‹ </span>',
    '<p title={title}>{name}</p>',
    'const a: Map<string, number> = new Map();',
    '<kbd>/</kbd>',
  ])('lets %s be', (source) => expect(literalsIn(source)).toEqual([]));
});
