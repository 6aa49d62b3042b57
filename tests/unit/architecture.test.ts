import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { posix, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importedModules, scanSource, type ImportedModule, type ScannedSource } from '../support/source-scan';

interface FolderRules {
  /** The other folders under src/ that it may import from. */
  readonly imports: readonly string[];
  readonly packages: readonly string[];
  /** Whether it may touch `window`, `document`, `fetch` and their like. */
  readonly browser?: true;
  /** Whether it may import Node's own modules. */
  readonly node?: true;
}

const core = ['model', 'base'];
const drawing = ['render', 'formats', 'layout', 'state', ...core];
const page = ['ui', 'picture', 'written', ...drawing];

/**
 * Who may import whom, and what: the one table. A new folder, package or direction changes it where a reviewer sees it.
 */
const folders = new Map<string, FolderRules>([
  ['base', { imports: [], packages: [] }],
  ['model', { imports: ['base'], packages: ['edtf'] }],
  ['formats', { imports: core, packages: ['valibot', 'jsonc-parser'] }],
  ['layout', { imports: core, packages: ['d3'] }],
  ['state', { imports: core, packages: [] }],
  ['render', { imports: ['layout', 'state', ...core], packages: [] }],
  ['picture', { imports: drawing, packages: [] }],
  ['written', { imports: drawing, packages: ['react'] }],
  ['ui', { imports: ['picture', 'written', ...drawing], packages: ['react', 'react-dom', 'd3'], browser: true }],
  ['app', { imports: page, packages: ['react', 'react-dom'], browser: true }],
  ['embed', { imports: ['app', ...page], packages: [], browser: true }],
  ['entries', { imports: ['embed', 'app', ...page], packages: ['react'], browser: true }],
  [
    'build',
    {
      imports: ['embed', 'app', ...page],
      packages: ['react', 'react-dom', 'vite', '@resvg/resvg-wasm'],
      node: true,
    },
  ],
  ['cli', { imports: ['formats', ...core], packages: ['@valibot/to-json-schema'], node: true }],
]);

/** Files that stand in src/ itself, under the same rules. */
const rootFiles = new Map<string, FolderRules>([
  ['main.tsx', { imports: ['embed', 'app', ...page], packages: [], browser: true }],
]);

/** Packages that only single files may import, whatever their folder says. */
const packageFiles = new Map([
  ['zustand', ['state/view/store.ts', 'ui/context/store-context.tsx']],
  ['focus-trap', ['ui/kit/focus/focus-trap.lazy.ts']],
  ['@messageformat/parser', ['base/messages/compile-messages.ts']],
]);

const storeFile = 'state/view/store.ts';
/** The one guarded way to what a browser keeps. */
const storageFile = 'ui/kit/stored-setting.ts';
const storeLineLimit = 200;

const browserGlobals = [
  /(?<![\w$.])(?:(?:globalThis|self|window)\s*\??\.\s*)?(?:document|navigator|localStorage|sessionStorage)\s*(?:\??\.|\[)/g,
  /(?<![\w$.])(?:globalThis|self)\s*\??\.\s*(?:window|location|history|fetch)\b/g,
  /\btypeof\s+(?:window|document|navigator|location|history|fetch|localStorage|sessionStorage)\b/g,
  /(?<![\w$.]|\bfunction\s+)(?:window\s*\??\.\s*)?fetch\s*\(/g,
  // A window is also a span of time here, and a history one of views: only what the browser's own have gives them away.
  /(?<![\w$.])window\s*\??\.\s*(?:document|location|history|navigator|self|top|parent|opener|frames|localStorage|sessionStorage|addEventListener|removeEventListener|dispatchEvent|postMessage|inner(?:Width|Height)|devicePixelRatio|matchMedia|getComputedStyle|getSelection|scroll\w*|open|close|print|alert|confirm|setTimeout|setInterval|clearTimeout|clearInterval|requestAnimationFrame|cancelAnimationFrame|requestIdleCallback|queueMicrotask|performance|crypto|URL|visualViewport)\b/g,
  /(?<![\w$.])(?:window\s*\??\.\s*)?history\s*\??\.\s*(?:pushState|replaceState|back|forward|go|scrollRestoration)\b/g,
  /(?<![\w$.])(?:window\s*\??\.\s*)?location\s*\??\.\s*(?:href|hash|search|pathname|origin|host|hostname|port|protocol|assign|replace|reload)\b/g,
];

/** What occurs nowhere in src/, in strings neither: ways to turn data into markup or code. */
const forbiddenTexts = [
  /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|setHTMLUnsafe|createContextualFragment|srcdoc)\b/g,
  /\beval\s*\(/g,
  /\bnew\s+Function\s*\(/g,
  /\.attr\(\s*['"`]style\b/g,
  /\bdocument\s*\??\.\s*write(?:ln)?\b/g,
  /\bset(?:Timeout|Interval)\s*\(\s*['"`]/g,
  /\bimport\.meta\.glob\b/g,
  /(?<![\w$.])Function\s*\(\s*['"`]/g,
  /\b(?:DOMParser|parseFromString|parseHTMLUnsafe|XSLTProcessor)\b/g,
  /\.setAttribute\(\s*['"`](?:style|on\w+)\b/g,
  /\bcreateElement(?:NS)?\([^)]*['"`](?:style|script)['"`]/g,
  // Nothing else is kept in the browser, and nothing sent anywhere.
  /\b(?:localStorage|sessionStorage|indexedDB|serviceWorker|cookieStore)\s*(?:\??\.|\[)/g,
  /\bdocument\s*\??\.\s*cookie\b/g,
  /\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection)\b/g,
];

interface SourceFile {
  /** Below src/, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** What breaks the rules, one sentence each; empty when nothing does. */
function violations(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const rules = rulesFor(path);
    if (rules === undefined) return [`${path}: its place is not in the architecture table`];
    if (!/\.[cm]?[jt]sx?$/.test(path)) return [];
    const source = scanSource(text);
    return [
      ...importedModules(source).map((imported) => importViolation(path, rules, imported)),
      ...globalViolations(rules, source),
      ...shapeViolations(path, text, source),
    ]
      .filter((reason) => reason !== undefined)
      .map((reason) => `${path}: ${reason}`);
  });
}

function rulesFor(path: string): FolderRules | undefined {
  const folder = folderOf(path);
  return folder === undefined ? rootFiles.get(path) : folders.get(folder);
}

/** The folder directly under src/; undefined for a file that stands in src/ itself. */
function folderOf(path: string): string | undefined {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : undefined;
}

function importViolation(path: string, rules: FolderRules, imported: ImportedModule): string | undefined {
  const { specifier } = imported;
  if (specifier === undefined) return 'imports a computed path, which nothing can check';
  if (specifier.startsWith('.')) return relativeViolation(path, rules, specifier);
  const packageName = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  if (packageName === 'd3' && imported.isNamespace) return 'takes all of d3; import names';
  if (isNodeModule(specifier)) return rules.node ? undefined : `may not import Node's ${specifier}`;
  const isAllowed = packageFiles.get(packageName)?.includes(path) ?? rules.packages.includes(packageName);
  return isAllowed ? undefined : `may not import the package ${packageName}`;
}

function relativeViolation(path: string, rules: FolderRules, specifier: string): string | undefined {
  const target = posix.join(posix.dirname(path), specifier);
  if (target.startsWith('..')) return `imports ${specifier}, which is outside src`;
  const folder = folderOf(target);
  if (
    folder === undefined ? rules.imports.includes(target) : folder === folderOf(path) || rules.imports.includes(folder)
  )
    return undefined;
  return `may not import ${target}`;
}

function isNodeModule(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier);
}

function globalViolations(rules: FolderRules, { code }: ScannedSource): string[] {
  if (rules.browser) return [];
  return matches(browserGlobals, code).map((found) => `touches the browser (${found})`);
}

function shapeViolations(path: string, text: string, { text: uncommented, code }: ScannedSource): string[] {
  const reasons = matches(forbiddenTexts, uncommented).map((found) => `holds ${found}`);
  if (/(?:^|\/)index\.[cm]?[jt]sx?$/.test(path)) reasons.push('is a barrel; import from the file that defines');
  // A declaration file says what a package exports, and there a default is not ours to avoid.
  if (!path.endsWith('.d.ts') && /\bexport\s+default\b|\bexport\s*\{[^}]*\bas\s+default\b/.test(code))
    reasons.push('has a default export');
  const lineCount = text.trimEnd().split('\n').length;
  if (path !== storageFile && /\blocalStorage\b(?!\s*(?:\??\.|\[))/.test(code))
    reasons.push(`reaches storage; only ${storageFile} may`);
  if (path === storeFile && lineCount >= storeLineLimit) {
    reasons.push(`has ${lineCount} lines; the store is wiring and stays under ${storeLineLimit}`);
  }
  return reasons;
}

function matches(patterns: readonly RegExp[], text: string): string[] {
  return patterns.flatMap((pattern) => (text.match(pattern) ?? []).map((found) => found.replace(/\s+/g, ' ').trim()));
}

test('src keeps to the architecture table', () => {
  expect(violations(sourceFiles())).toEqual([]);
});

function sourceFiles(): SourceFile[] {
  const src = resolve(import.meta.dirname, '../../src');
  return readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => resolve(entry.parentPath, entry.name))
    .map((file) => ({ path: file.slice(src.length + 1).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }));
}

describe('the check itself', () => {
  function violationsIn(path: string, text: string): string[] {
    return violations([{ path, text }]);
  }

  test.each([
    ['static', "import { a } from '../ui/a'"],
    ['static over lines', "import {\n  a,\n  b,\n} from '../ui/a'"],
    ['type-only', "import type { A } from '../ui/a'"],
    ['inline type', "import { type A } from '../ui/a'"],
    ['type query', "type A = import('../ui/a').A"],
    ['re-exporting', "export { a } from '../ui/a'"],
    ['re-exporting all', "export * from '../ui/a'"],
    ['re-exporting types', "export type { A } from '../ui/a'"],
    ['dynamic', "const a = await import('../ui/a')"],
    ['dynamic with a template', 'const a = await import(`../ui/a`)'],
    ['side-effect', "import '../ui/a'"],
    ['require', "const a = require('../ui/a')"],
    ['worker address', "new Worker(new URL('../ui/a', import.meta.url))"],
    ['after a comment', "/* why */ import { a } from '../ui/a' // because"],
    ['inside a template', "const a = `${await import('../ui/a')}`"],
  ])('sees a %s import', (_kind, text) => {
    expect(violationsIn('layout/rows.ts', text)).toEqual(['layout/rows.ts: may not import ui/a']);
  });

  test.each([
    ['a comment', "// import { a } from '../ui/a'\n/* import '../ui/a' */"],
    ['a string', 'const text = "import \'../ui/a\'"'],
    ['a template', "const text = `import '../ui/a'`"],
    ['a call named from', "const letters = Array.from('abc')"],
    ['an allowed folder', "import { a } from '../model/a'\nimport { b } from './b'\nimport { c } from '../base/c'"],
  ])('is not misled by %s', (_kind, text) => {
    expect(violationsIn('layout/rows.ts', text)).toEqual([]);
  });

  test.each([
    ['base/a.ts', '../model/b'],
    ['model/a.ts', '../formats/b'],
    ['formats/a.ts', '../layout/b'],
    ['layout/a.ts', '../state/b'],
    ['state/a.ts', '../formats/b'],
    ['render/a.ts', '../formats/b'],
    ['picture/a.ts', '../ui/b'],
    ['ui/a.tsx', '../app/b'],
    ['app/a.tsx', '../embed/b'],
    ['embed/a.ts', '../build/b'],
    ['main.tsx', './build/b'],
    ['cli/a.ts', '../layout/b'],
    ['layout/deep/a.ts', '../../ui/b'],
    ['model/a.ts', '../main'],
    ['model/a.ts', '../../tests/b'],
  ])('%s may not import %s', (path, specifier) => {
    expect(violationsIn(path, `import { b } from '${specifier}'`)).toHaveLength(1);
  });

  test.each([
    ['base/a.ts', 'd3'],
    ['render/a.ts', 'd3'],
    ['state/address/address.ts', 'zustand'],
    ['ui/chart/Stage.tsx', 'zustand/react'],
    ['layout/a.ts', 'react'],
    ['embed/a.ts', 'react-dom/client'],
    ['formats/a.ts', 'edtf'],
    ['model/a.ts', 'valibot'],
    ['cli/a.ts', 'valibot'],
    ['formats/a.ts', '@valibot/to-json-schema'],
    ['cli/a.ts', 'jsonc-parser'],
    ['model/a.ts', 'lodash'],
    ['formats/a.ts', 'node:fs'],
    ['model/a.ts', 'fs/promises'],
  ])('%s may not import the package %s', (path, specifier) => {
    expect(violationsIn(path, `import { b } from '${specifier}'`)).toHaveLength(1);
  });

  test.each([
    ['state/view/store.ts', 'zustand/vanilla'],
    ['ui/context/store-context.tsx', 'zustand'],
    ['ui/use-zoom.ts', 'd3'],
    ['layout/a.ts', 'd3'],
    ['app/a.tsx', 'react-dom/client'],
    ['model/a.ts', 'edtf'],
    ['cli/a.ts', '@valibot/to-json-schema'],
    ['cli/a.ts', 'node:fs'],
    ['build/a.ts', 'vite'],
  ])('%s may import the package %s', (path, specifier) => {
    expect(violationsIn(path, `import { b } from '${specifier}'`)).toEqual([]);
  });

  test.each(["import * as d3 from 'd3'", "export * from 'd3'", "const d3 = await import('d3')"])(
    'd3 comes by names only, not as in %s',
    (text) => {
      expect(violationsIn('layout/a.ts', text)).toEqual(['layout/a.ts: takes all of d3; import names']);
    },
  );

  test('a computed import fails, for it could be anything', () => {
    expect(violationsIn('app/a.ts', 'const a = await import(name)')).toHaveLength(1);
  });

  test.each(['helpers/a.ts', 'helpers/a.css', 'second-main.tsx'])(
    '%s fails, for the table does not know its place',
    (path) => {
      expect(violationsIn(path, '')).toEqual([`${path}: its place is not in the architecture table`]);
    },
  );

  test.each([
    'document.createElement("a")',
    'const ratio = window.devicePixelRatio',
    'window?.addEventListener("x", f)',
    'const answer = await fetch(url)',
    'history.replaceState(null, "", url)',
    'if (navigator.language === "en") f()',
    'const at = location.href',
    'globalThis.document.title',
    'globalThis.fetch(url)',
    "if (typeof window === 'undefined') f()",
    'const title = `${document.title}`',
  ])('touching the browser outside the page fails: %s', (text) => {
    expect(violationsIn('render/a.ts', text)).toHaveLength(1);
    expect(violationsIn('ui/a.ts', text)).toEqual([]);
  });

  test.each([
    'const from = state.window.start',
    'const { window } = state',
    'function place(window: TimeSpan) { return window.start }',
    'const length = history.length + history.past.length',
    'const place = event.location.name',
    'source.document.title',
    'const title = "document.title" // window.innerWidth',
    'const found = text.match(/document.title/)',
    'function fetch(url: string) {}',
    'cache.fetch(url)',
  ])('a word that only looks like the browser passes: %s', (text) => {
    expect(violationsIn('layout/a.ts', text)).toEqual([]);
  });

  test.each([
    'node.innerHTML = text',
    "node['outerHTML'] = text",
    'node.insertAdjacentHTML("beforeend", text)',
    'const element = <p dangerouslySetInnerHTML={html} />',
    'eval(text)',
    'const run = new Function(text)',
    "select(node).attr('style', text)",
    'document.write(text)',
    "setTimeout('run()', 10)",
    "const files = import.meta.glob('./a')",
    "Function('return 1')()",
    'new DOMParser()',
    "node.setAttribute('onclick', text)",
    'node.setAttribute("style", text)',
    "document.createElement('style')",
    "document.createElementNS(svg, 'script')",
    'localStorage.setItem(a, b)',
    'navigator.serviceWorker?.register(url)',
    'document.cookie = text',
    'navigator.sendBeacon(url)',
    'new WebSocket(url)',
  ])('turning data into markup or code fails everywhere: %s', (text) => {
    expect(violationsIn('ui/a.tsx', text)).toHaveLength(1);
  });

  test.each(['index.ts', 'index.tsx'])('a barrel fails: %s', (name) => {
    expect(violationsIn(`ui/${name}`, "export { a } from './a'")).toHaveLength(1);
  });

  test.each(['export default function a() {}', 'export { a as default }'])('a default export fails: %s', (text) => {
    expect(violationsIn('ui/a.ts', text)).toEqual(['ui/a.ts: has a default export']);
  });

  test('a declaration of a package may say that it has a default export', () => {
    expect(
      violationsIn('model/edtf.d.ts', "declare module 'edtf' {\n  export default function edtf(): void\n}"),
    ).toEqual([]);
  });

  test('the store stays under its limit of lines', () => {
    expect(violationsIn(storeFile, 'f()\n'.repeat(storeLineLimit - 1))).toEqual([]);
    expect(violationsIn(storeFile, 'f()\n'.repeat(storeLineLimit))).toHaveLength(1);
  });

  test('literals and comments are taken out, and code between them stays in its place', () => {
    const source = "a('x\\'y', `b${c({ d: `e` })}f`, /[/'\"]/g) // g\nh /* i */ / j / k";
    const { code } = scanSource(source);
    expect(code).toBe("a('    ', ` ${c({ d: ` ` })} `, /     /g)     \nh         / j / k");
    expect(code).toHaveLength(source.length);
  });

  test('an apostrophe in JSX text hides no later line', () => {
    const text = "const a = <p>Don't</p>\nimport { b } from '../app/b'";
    expect(violationsIn('ui/a.tsx', text)).toEqual(['ui/a.tsx: may not import app/b']);
  });
});
