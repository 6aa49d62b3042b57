import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

/** What needs nothing more, by its opening tag, with the reason. */
const EXCUSED: readonly (readonly [tag: RegExp, why: string])[] = [
  [/^<textarea\b/, 'has the focus, and a label of its own'],
  [/^<div className="dt-view">$/, 'holds a chart and never more than fits; that of a list is another'],
];

/** Classes of what rules of a style sheet let scroll: those of the last compound of each selector. */
function scrollingIn(css: string): readonly string[] {
  const rules = css.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/([^{}]+)\{([^{}]*)\}/g);
  return [...rules].flatMap(([, selectors = '', declarations = '']) =>
    /overflow(?:-\w+)?:[^;]*\b(?:auto|scroll)\b/.test(declarations)
      ? // Commas within brackets part no selectors.
        selectors
          .split(/,(?![^(]*\))/)
          .flatMap((selector) => (/[^\s>+~]+$/.exec(selector.trim())?.[0] ?? '').match(/(?<=\.)[\w-]+/g) ?? [])
      : [],
  );
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** What stands in the opening tags of a source's elements, with what names spread in them stand for. */
function openingTagsIn(source: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (typeof node !== 'object' || node === null || !('type' in node)) return;
    const { type, start, end } = node as Node;
    if (type === 'JSXOpeningElement') found.push(spreadIn(source.slice(start, end), source));
    for (const inner of Object.values(node)) visit(inner);
  };
  visit(parseSync('source.tsx', source).program);
  return found;
}

/** `{...scrollBox}` with the object of that name in the same source, `{...panelOf(...)}` with what that function returns. */
function spreadIn(tag: string, source: string): string {
  return tag.replaceAll(/\{\.\.\.(\w+)/g, (whole, name: string) => {
    const declared = new RegExp(`(?:const ${name} = |function ${name}\\()[^;]*;`).exec(source)?.[0];
    return `${whole} ${declared ?? ''}`;
  });
}

/** What such a box lacks so that no browser makes a tab stop without a name of it. */
function lackedBy(tag: string): readonly string[] {
  // What nobody is told of needs no name.
  const isSilent = tag.includes('aria-hidden="true"');
  return [
    ...(/SCROLL_BOX|tabIndex=/.test(tag) ? [] : ['SCROLL_BOX']),
    ...(isSilent || /aria-label(?:ledby)?\b/.test(tag) ? [] : ['a name']),
    ...(isSilent || /role=|role:|^<(?:section|dialog|aside|nav|main|form)\b/.test(tag) ? [] : ['a role']),
  ];
}

const files = ['src/ui', 'src/app', 'src/written', 'src/embed'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
);
const classes = new Set(
  files.filter((file) => file.endsWith('.css')).flatMap((file) => scrollingIn(readFileSync(file, 'utf8'))),
);
const tags = files.filter((file) => file.endsWith('.tsx')).flatMap((file) => openingTagsIn(readFileSync(file, 'utf8')));

function tagsOf(name: string): readonly string[] {
  return tags.filter((tag) => new RegExp(`className=[^=]*["'\`\\s]${name}["'\`\\s]`).test(tag));
}

test.each([...classes])('.%s scrolls: it is no tab stop without a name', (name) => {
  const found = tagsOf(name);
  expect(found).not.toEqual([]);
  const kept = found.filter((tag) => !EXCUSED.some(([which]) => which.test(tag)));
  expect(kept.map((tag) => ({ tag, lacks: lackedBy(tag) })).filter(({ lacks }) => lacks.length > 0)).toEqual([]);
});

test('no excuse outlives what it excuses', () => {
  const found = [...classes].flatMap(tagsOf);
  expect(EXCUSED.filter(([which]) => !found.some((tag) => which.test(tag)))).toEqual([]);
});

describe('the search', () => {
  test('finds what a style sheet lets scroll', () => {
    expect(
      scrollingIn(
        '.a .b, .c:is(.d, .e) > p { overflow-y: auto } .f { overflow: hidden auto; } .g { overflow: hidden }',
      ),
    ).toEqual(['b', 'f']);
  });

  test.each([
    ['<div className="a" />', ['SCROLL_BOX', 'a name', 'a role']],
    ['<div className="a" {...SCROLL_BOX} role="group" aria-label={x} />', []],
    ['<section className="a" tabIndex={0} aria-labelledby={x} />', []],
    ['<section className="a" aria-label={x} />', ['SCROLL_BOX']],
  ])('tells what %s lacks', (source, lacked) => {
    expect(openingTagsIn(source).map(lackedBy)).toEqual([lacked]);
  });

  test('knows what is spread by a name', () => {
    const source = 'const box = { ...SCROLL_BOX, role: "group", "aria-label": x };\nconst y = <div {...box} />;';
    expect(openingTagsIn(source).map(lackedBy)).toEqual([[]]);
  });
});
