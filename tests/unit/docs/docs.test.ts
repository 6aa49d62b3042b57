import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { libraryLimits, limits } from '../../../.ci/measure.mjs';
import type { TimelineHandle } from '../../../src/app/timeline-handle';
import type { ViewRequest } from '../../../src/state/address/host-view';
import { english } from '../../../src/base/messages/en';
import type { Connect, FrameMessage, Hello, HostMessage } from '../../../src/embed/frame-protocol';
import type { InlineOptions } from '../../../src/embed/inline/inline-options';
import { COUNTRY_ROLES, EVENT_TYPES, GROUPINGS, LANE_ORDERS, SCALES, TONES } from '../../../src/model/vocabulary';
import { VIEW_PARAMS } from '../../../src/state/address/address';
import { HIDEABLE, LOCKABLE, MOTIONS, THEMES } from '../../../src/state/address/view-params';
import type { PageOptions } from '../../../src/state/address/view-params';
import { SORTS, VIEWS } from '../../../src/state/view/timeline-state';
import {
  codeSpans,
  commandFaults,
  fileFaults,
  filesOf,
  linkFaults,
  messageFaults,
  nameFaults,
  sourcesOf,
  tableRows,
  wordsOf,
} from '../../support/documentation';
import type { Known, Page } from '../../support/documentation';

const root = resolve(import.meta.dirname, '../../..');
const files = filesOf(root);
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');
const { version } = JSON.parse(textOf('package.json')) as { readonly version: string };
const minor = version.split('.').slice(0, 2).join('.');
const pages = files
  .filter((path) => /^(?:docs\/.*|README|CONTRIBUTING|CHANGELOG)\.md$/.test(path))
  .map((path): Page => ({ path, text: textOf(path) }));
const page = (path: string): Page => pages.find((each) => each.path === path)!;
const sources = sourcesOf(root, files);
const known: Known = {
  files,
  scripts: new Set(Object.keys(JSON.parse(textOf('package.json')).scripts)),
  projects: new Set([...textOf('vite.config.ts').matchAll(/name: '([\w-]+)',\n\s+include/g)].map(([, name]) => name!)),
  messages: new Set(Object.keys(english)),
  sources,
  words: wordsOf(sources),
  elsewhere: new Set([
    'data/<name>.html',
    'data/<name>.png',
    'data/<name>.oembed.json',
    // As a page that has installed the package calls them, and where it copies them to.
    'diplomatic-timeline/schema.json',
    'diplomatic-timeline/style.css',
    `lib/diplomatic-timeline@${minor}.js`,
    'timeline/',
    'docs/timeline/',
    '_includes/timeline.html',
    'layouts/shortcodes/timeline.html',
  ]),
};

/** The rules, each with what it finds in a page. */
const RULES = {
  links: (each: Page) => linkFaults(each, known, textOf),
  files: (each: Page) => fileFaults(each, known),
  commands: (each: Page) => commandFaults(each, known),
  names: (each: Page) => nameFaults(each, known),
  messages: (each: Page) => messageFaults(each, known),
};

describe.each(Object.entries(RULES))('what pages name is there: %s', (_rule, faultsOf) => {
  test.each(pages.map((each) => [each.path, each] as const))('%s', (_path, each) => {
    expect(faultsOf(each)).toEqual([]);
  });
});

describe('the rules themselves', () => {
  const pageOf = (text: string): Page => ({ path: 'docs/made.md', text });

  test.each([
    ['links', 'See [it](missing.md).', 'docs/made.md: no file missing.md'],
    ['links', 'See [it](data.md#nowhere).', 'docs/made.md: no heading data.md#nowhere'],
    ['links', '<img src="gone.png">', 'docs/made.md: no file gone.png'],
    ['files', 'In `src/ui/gone.ts`.', 'docs/made.md: no file src/ui/gone.ts'],
    ['files', 'In `gone-for-good.tsx`.', 'docs/made.md: no file gone-for-good.tsx'],
    ['files', 'In `src/gone/`.', 'docs/made.md: no file src/gone/'],
    ['files', 'In `gone.lazy`.', 'docs/made.md: no file gone.lazy.ts'],
    ['files', 'In `src/base/<name>.gone.ts`.', 'docs/made.md: no file src/base/<name>.gone.ts'],
    ['commands', 'Run `npm run gone`.', 'docs/made.md: no gone, in: npm run gone'],
    ['commands', '```\nnpm run gone   # why\n```', 'docs/made.md: no gone, in: npm run gone   # why'],
    [
      'commands',
      'Run `npm test -- --no-such-thing`.',
      'docs/made.md: no --no-such-thing, in: npm test -- --no-such-thing',
    ],
    ['commands', 'Run `npx vitest --project gone`.', 'docs/made.md: no gone, in: npx vitest --project gone'],
    ['commands', 'Run `GONE_AWAY=1 npm test`.', 'docs/made.md: no GONE_AWAY, in: GONE_AWAY=1 npm test'],
    ['names', 'Call `noSuchThing`.', 'docs/made.md: nothing is called noSuchThing'],
    ['names', 'Call `vanished(a, b)`.', 'docs/made.md: nothing is called vanished(a, b)'],
    ['names', 'It is `NO_SUCH_LIMIT`.', 'docs/made.md: nothing is called NO_SUCH_LIMIT'],
    ['names', 'It has `data-vanished`.', 'docs/made.md: nothing is called data-vanished'],
    ['messages', 'It says `tone.gone`.', 'docs/made.md: no message tone.gone'],
    ['messages', 'It says `tone.go*`.', 'docs/made.md: no message tone.go*'],
  ] as const)('%s: %s', (rule, text, fault) => {
    expect(RULES[rule](pageOf(text))).toEqual([fault]);
  });

  test('what is there is no fault, over the end of a line neither', () => {
    const made = pageOf(
      'See [it](data.md#types), `src/base/`, `layout/scene.ts`, `chart.lazy`, `npm\nrun check`, `layoutTimeline`, `tone.*`, ' +
        '`FIREFOX=none npm test -- --install-tools`, `dist/demo.html`, `src/base/messages/<language>/dates.json`.',
    );
    expect(Object.values(RULES).flatMap((faultsOf) => faultsOf(made))).toEqual([]);
  });

  test('they find something to look at', () => {
    expect(pages.length).toBeGreaterThan(15);
    expect(pages.flatMap(({ text }) => codeSpans(text)).length).toBeGreaterThan(800);
    expect(known.projects.size).toBe(4);
  });

  test('no exception is left over', () => {
    const spans = new Set(pages.flatMap(({ text }) => codeSpans(text)));
    expect([...known.elsewhere].filter((name) => !spans.has(name))).toEqual([]);
  });
});

/** Names in the first cells of the tables under a heading, sorted. */
function firstNames(path: string, heading: string): string[] {
  return tableRows(page(path), heading)
    .flatMap(([cell = '']) => codeSpans(cell))
    .map((name) => name.replace(/\(.*$/, ''))
    .toSorted();
}

/** Checked by the compiler to be all of them: a record with a key too few or too many has another type. */
const OPTIONS: Record<keyof PageOptions, true> = {
  set: true,
  data: true,
  embed: true,
  hide: true,
  lock: true,
  theme: true,
  lang: true,
  gestures: true,
  motion: true,
  allow: true,
};
const HANDLE: Record<keyof TimelineHandle, true> = {
  getState: true,
  setState: true,
  select: true,
  setTheme: true,
  setHeight: true,
  setDataset: true,
  getDataset: true,
  whenPainted: true,
  on: true,
  destroy: true,
};
const MOUNT: Record<Exclude<keyof InlineOptions, Exclude<keyof ViewRequest, 'view'>>, true> = {
  dataset: true,
  src: true,
  source: true,
  view: true,
  shadow: true,
  theme: true,
  hide: true,
  lock: true,
  lang: true,
  gestures: true,
  motion: true,
  allow: true,
  height: true,
  options: true,
};
const MESSAGE_TYPES: Record<(FrameMessage | HostMessage | Hello | Connect)['type'], true> = {
  hello: true,
  connect: true,
  ready: true,
  height: true,
  state: true,
  select: true,
  error: true,
  'open-link': true,
  connected: true,
  answer: true,
  dataset: true,
  setState: true,
  setTheme: true,
  setDataset: true,
};

describe('the address', () => {
  test('its page has every key and no other', () => {
    expect(firstNames('docs/address.md', 'The view in the address')).toEqual(
      [...Object.keys(VIEW_PARAMS), ...Object.keys(OPTIONS)].toSorted(),
    );
  });

  test.each([
    ['scale', SCALES],
    ['group', GROUPINGS],
    ['order', LANE_ORDERS],
    ['roles', COUNTRY_ROLES],
    ['tones', TONES],
    ['sort', SORTS],
    ['view', VIEWS],
    ['hide', HIDEABLE],
    ['lock', LOCKABLE],
    ['theme', THEMES],
    ['motion', MOTIONS],
  ])('its page has every value of %s', (key, values) => {
    const row = tableRows(page('docs/address.md'), 'The view in the address').find(([cell = '']) =>
      codeSpans(cell).includes(key),
    );
    expect(codeSpans(row?.[1] ?? '')).toEqual(expect.arrayContaining([...values]));
  });

  test('the types of events are all in the page on data', () => {
    expect(firstNames('docs/data.md', 'Types')).toEqual(EVENT_TYPES.toSorted());
  });
});

describe('library and embeds', () => {
  test('the page on the library has every method of the handle, and every option', () => {
    expect(firstNames('docs/library.md', 'The handle')).toEqual(Object.keys(HANDLE).toSorted());
    const options = firstNames('docs/library.md', 'Mounting').filter(
      (name) => name === 'view' || !(Object.hasOwn(VIEW_PARAMS, name) || name === 'window'),
    );
    expect(options).toEqual(Object.keys(MOUNT).toSorted());
  });

  test('the page on embedding has every attribute, method and event of the element', async () => {
    vi.stubGlobal('HTMLElement', Object);
    const { TimelineElement } = await import('../../../src/embed/element/timeline-element');
    const rows = firstNames('docs/embedding.md', 'The element');
    const { observedAttributes } = TimelineElement;
    const methods = Object.getOwnPropertyNames(TimelineElement.prototype).filter(
      (name) => !/^(?:constructor|.*Callback)$/.test(name) && !observedAttributes.includes(name),
    );
    const told = [...textOf('src/embed/element/frame-host.ts').matchAll(/\btell\('([\w-]+)'/g)];
    const events = [...new Set(told.map(([, name]) => `timeline-${name}`))];
    expect(rows.map((name) => name.replace('element.', '')).toSorted()).toEqual(
      [...observedAttributes, ...methods, ...events].toSorted(),
    );
  });

  test('the page on embedding has every message', () => {
    const found = page('docs/embedding.md').text.matchAll(/\{ type: '([\w-]+)'/g);
    expect([...new Set([...found].map(([, type]) => type))].toSorted()).toEqual(Object.keys(MESSAGE_TYPES).toSorted());
  });
});

test('pages that the sources speak of are there', () => {
  const named = files
    .filter(
      (path) =>
        /^(?:src|tests|\.ci|\.github)\/.*\.(?:tsx?|mjs|yml)$/.test(path) && !path.startsWith('tests/unit/docs/'),
    )
    .flatMap((path) =>
      [...textOf(path).matchAll(/(?<![\w/.}-])[\w-][\w/-]*\.md\b/g)].map(([name]) => ({ path, name })),
    );
  const elsewhere = new Set(['licenses.md', 'notes.md', 'chronology.md']);
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter(({ name }) => !files.includes(name) && !elsewhere.has(name))).toEqual([]);
});

test('files that have a version in their names are told with that of the package', () => {
  const named = pages
    .filter(({ path }) => path !== 'CHANGELOG.md')
    .flatMap(({ text }) => Array.from(text.matchAll(/diplomatic-timeline[@-](\d+\.\d+)(?:\.\d+)?(?=\.(?:js|tgz)\b)/g)));
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter(([, its]) => its !== minor).map(([name]) => name)).toEqual([]);
});

test('the README is short', () => {
  expect(page('README.md').text.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
});

test('the chunks of the script are those that the build is told to make, and modules that are loaded when needed', () => {
  const named = firstNames('docs/architecture.md', 'Code that is loaded when it is needed');
  const groups = [...textOf('vite.config.ts').matchAll(/\{\s*name: '(\w+)',\s*(?:test|tags|minShareCount):/g)].map(
    ([, name]) => name!,
  );
  const lazy = [...sources.matchAll(/\bimport\('[./\w-]*\/([\w.-]+)'\)/g)].map(([, name]) => name!);
  expect(groups.length).toBeGreaterThan(5);
  expect(groups.filter((name) => !named.includes(name))).toEqual([]);
  expect(named.filter((name) => ![...groups, ...lazy].includes(name))).toEqual([]);
});

test('how large the script is stands in one page, beside the limits that are held', () => {
  const { text } = page('docs/performance.md');
  for (const limit of new Set([...Object.values(limits), ...Object.values(libraryLimits)]))
    expect(text).toContain(`${limit / 1000} kB`);
  const told = pages.filter((each) => /\b1\d\d kB\b[^.|]*\bscript|\bscript\b[^.]*\b1\d\d kB\b/.test(each.text));
  expect(told.map(({ path }) => path)).toEqual(['docs/performance.md']);
});

describe('the glossary', () => {
  const entries = tableRows(page('docs/glossary.md'), 'Glossary').slice(2);

  test('has 30 to 45 words, each once, with one sentence', () => {
    const words = entries.map(([word]) => word);
    expect(words.length).toBeGreaterThanOrEqual(30);
    expect(words.length).toBeLessThanOrEqual(45);
    expect(new Set(words).size).toBe(words.length);
    expect(entries.filter((cells) => cells.length !== 3 || cells.includes(''))).toEqual([]);
  });

  test.each(entries.map(([word = '', , file = '']) => [word, codeSpans(file)[0] ?? '']))(
    '%s lives in %s',
    (word, file) => {
      expect(files).toContain(file);
      const spoken = textOf(file)
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .replace(/[\s_-]+/g, ' ')
        .toLowerCase();
      expect(spoken).toContain(word.replaceAll('-', ' '));
    },
  );
});
