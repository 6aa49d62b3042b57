import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** What occurs nowhere in src/, in strings neither. Who may import whom is the linter's (`.ci/oxlintrc.json`). */
const FORBIDDEN: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    'text that becomes markup',
    /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|setHTMLUnsafe|createContextualFragment|srcdoc)\b/g,
  ],
  ['text that becomes markup', /\bdocument\s*\??\.\s*write(?:ln)?\b/g],
  ['text that becomes markup', /\b(?:DOMParser|parseFromString|parseHTMLUnsafe|XSLTProcessor)\b/g],
  ['text that becomes code', /\beval\s*\(|\bnew\s+Function\s*\(|(?<![\w$.])Function\s*\(\s*['"`]/g],
  ['text that becomes code', /\bset(?:Timeout|Interval)\s*\(\s*['"`]/g],
  ['what the page’s policy refuses', /\.attr\(\s*['"`]style\b|\.setAttribute\(\s*['"`](?:style|on\w+)\b/g],
  ['what the page’s policy refuses', /\bcreateElement(?:NS)?\([^)]*['"`](?:style|script)['"`]/g],
  ['imports that nobody can read', /\bimport\.meta\.glob\b/g],
  [
    'what is kept in the browser but by ui/kit/stored-setting.ts',
    /\b(?:localStorage|sessionStorage|indexedDB|serviceWorker|cookieStore)\b|\bdocument\s*\??\.\s*cookie\b/g,
  ],
  [
    'places on the screen but by ui/kit/screen-space.ts',
    /\b(?:(?:client|page|offset|screen|movement)[XY]|getBoundingClientRect)\b/g,
  ],
  ['how many device px there are but by ui/kit/pixel-ratio.ts', /\b(?:devicePixelRatio|devicePixelContentBoxSize)\b/g],
  [
    'a hand that holds something but by ui/kit/pointer-hold.ts',
    /\bsetPointerCapture\b|\bon(?:Pointer|Mouse|Touch)(?:Up|End|Cancel)\b/g,
  ],
  ['what is sent anywhere', /\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection)\b/g],
];

/** The one guarded way to what a browser keeps. */
const STORAGE = 'ui/kit/stored-setting.ts';
/** What somebody has written is kept by these alone, and tabs tell each other of it; each is guarded. */
const KEPT: Readonly<Record<string, string>> = {
  'app/keeping/draft-database.ts': 'indexedDB',
  'app/keeping/tab-channel.ts': 'localStorage',
};
/** The one way each to where things are on the screen, how fine it is and what a hand holds; who makes up a place names it. */
const PLACES: Readonly<Record<string, RegExp>> = {
  'ui/kit/screen-space.ts': /./,
  'ui/kit/pixel-ratio.ts': /./,
  'ui/kit/scroller.ts': /^client[XY]$/,
  'ui/kit/top-layer.ts': /^client[XY]$/,
  'ui/kit/use-pointer-hold.ts': /^setPointerCapture$/,
  'ui/chart/hands/mouse.ts': /^setPointerCapture$/,
  'ui/chart/hands/touch.ts': /^client[XY]$/,
  'ui/chart/hands/wheel.ts': /^client[XY]$/,
};

/** The one place where a server's page gets markup; in a browser it sets none. */
const SERVER_MARKUP = 'embed/inline/server-markup.ts';
/** Reads the markup of what React has made, for a file; sets none. */
const READ_MARKUP = 'app/giving/markup-of.tsx';

/** Where the rules don't hold for a file, and why that is right stands in it. */
function isExcused(path: string, found: string): boolean {
  return (
    (path === STORAGE && found === 'localStorage') ||
    KEPT[path] === found ||
    (path === READ_MARKUP && found === 'innerHTML') ||
    (path === SERVER_MARKUP && found === 'dangerouslySetInnerHTML') ||
    PLACES[path]?.test(found) === true
  );
}

function forbiddenIn(path: string, text: string): string[] {
  const code = withoutComments(text);
  return FORBIDDEN.flatMap(([what, pattern]) =>
    [...code.matchAll(pattern)]
      .filter(([found]) => !isExcused(path, found))
      .map(([found]) => `${path}: ${found} (${what})`),
  );
}

/** Comments may name what the code may not hold. An address in a string keeps its slashes. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[^]*?\*\//g, '').replace(/(?<=^|\s)\/\/.*$/gm, '');
}

const src = resolve(import.meta.dirname, '../../src');
const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => resolve(entry.parentPath, entry.name))
  .map((file) => [file.slice(src.length + 1).replaceAll('\\', '/'), readFileSync(file, 'utf8')] as const);

test('src holds nothing that turns text into markup or code, keeps or sends', () => {
  expect(files.length).toBeGreaterThan(200);
  expect(files.flatMap(([path, text]) => forbiddenIn(path, text))).toEqual([]);
});

test('the store is wiring and stays small', () => {
  const [, store = ''] = files.find(([path]) => path === 'state/view/store.ts') ?? [];
  expect(store).not.toBe('');
  expect(store.split('\n').length).toBeLessThan(200);
});

describe('the check itself', () => {
  test.each([
    'node.innerHTML = text',
    "node['outerHTML'] = text",
    'const element = <p dangerouslySetInnerHTML={html} />',
    'frame.srcdoc = text',
    'eval (text)',
    'new Function ("a")',
    'Function("a")',
    'setTimeout("act()", 1)',
    'selection.attr("style", text)',
    'node.setAttribute("onclick", text)',
    "document.createElement('script')",
    'document.write(text)',
    'new DOMParser()',
    'import.meta.glob("./*")',
    'localStorage.setItem("a", "b")',
    'window.sessionStorage?.clear()',
    'document.cookie = text',
    'new WebSocket(address)',
    'const x = event.clientX - rect.left',
    'press.nativeEvent.offsetX',
    'element.getBoundingClientRect()',
    'window.devicePixelRatio',
    '<div onPointerUp={letGo} />',
  ])('finds %s', (text) => expect(forbiddenIn('ui/a.ts', text)).not.toEqual([]));

  test.each([
    '// node.innerHTML = text',
    '/* eval(text) */',
    'const evaluated = evaluate(text)',
    'function retrieval() {}',
    "fetch('https://example.org/x')",
  ])('passes %s', (text) => expect(forbiddenIn('ui/a.ts', text)).toEqual([]));

  test('lets one file keep what a reader has set', () => {
    expect(forbiddenIn(STORAGE, 'localStorage.setItem("a", "b")')).toEqual([]);
    expect(forbiddenIn(STORAGE, 'sessionStorage.setItem("a", "b")')).not.toEqual([]);
  });

  test('lets one file write what a server’s page holds', () => {
    expect(forbiddenIn(SERVER_MARKUP, 'dangerouslySetInnerHTML: html')).toEqual([]);
    expect(forbiddenIn(SERVER_MARKUP, 'element.innerHTML = html')).not.toEqual([]);
  });
});
