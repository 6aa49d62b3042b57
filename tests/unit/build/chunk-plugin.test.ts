import { readFileSync } from 'node:fs';
import type { HtmlTagDescriptor } from 'vite';
import { describe, expect, test } from 'vitest';
import { withoutSentences } from '../../../src/build/drop-descriptions';
import { partOf, chunkPlugin } from '../../../src/build/chunk-plugin';

describe('a part', () => {
  test('leaves its code at its own element, and imports further parts only when it is asked to', () => {
    const code =
      'const a = require("./app-1.js");\nconst later = () => Promise.resolve().then(() => require("./list-2.js")).then((m) => m.List);\nexports.later = later;';
    const part = partOf(code, false);
    expect(part).toBe(
      'document.currentScript.partCode = (exports, require) => { "use strict"; const a = require("./app-1.js");\nconst later = () => require.part("./list-2.js").then((m) => m.List);\nexports.later = later;\n}',
    );
  });

  test('calls others by names without the hashes that their files will have', () =>
    expect(partOf('const a = require("./app-!~{001}~.js"), b = "./x-!~{001}~.css";', false)).toContain(
      'const a = require("./app"), b = "./x-!~{001}~.css";',
    ));
  // Rolldown counts with 64 digits, of which `$` is one.
  expect(partOf('require.part("./list-!~{00$}~.js")', false)).toContain('require.part("./list")');
  // What Vite would load along is nothing here.
  expect(partOf('load(() => import_("./a"), void 0, {}.url)', false)).toContain('load(() => import_("./a"))');

  test('that is the page’s entry runs itself', () => {
    expect(partOf('exports.a = 1;', true)).toMatch(
      /^\(\(\) => \{ const entry = \(exports, require\) => \{ "use strict"; exports\.a = 1;\n\};\n\([\s\S]*\)\(entry\) \}\)\(\)$/,
    );
  });

  test('that would import at once what isn’t here stops the build', () => {
    expect(() => partOf('Promise.resolve().then(() => /* @__PURE__ */ __toESM(require("./p-1.js")))', false)).toThrow(
      'dynamic import of a package',
    );
  });
});

describe('the page', () => {
  const chunk = (fileName: string, imports: readonly string[], isEntry = false) => ({
    type: 'chunk',
    fileName,
    imports,
    isEntry,
  });
  const bundle = Object.fromEntries(
    [
      chunk('assets/app-abcdefgh.js', ['assets/base-abcdefgh.js'], true),
      chunk('assets/base-abcdefgh.js', []),
      chunk('assets/list-abcdefgh.js', ['assets/app-abcdefgh.js', 'assets/shared-abcdefgh.js']),
      chunk('assets/shared-abcdefgh.js', ['assets/base-abcdefgh.js']),
      chunk('assets/help-a-cd_fgh.js', ['assets/app-abcdefgh.js']),
    ].map((each) => [each.fileName, each]),
  );
  const written = (path: string, html: string, ahead: Parameters<typeof chunkPlugin>[0] = []) => {
    const { handler } = chunkPlugin(ahead).transformIndexHtml as unknown as {
      handler: (html: string, context: object) => { html: string; tags: HtmlTagDescriptor[] };
    };
    return handler(html, { bundle, chunk: bundle['assets/app-abcdefgh.js'], path });
  };

  test('loads what its entry needs before it, and holds the rest back with what each needs', () => {
    const { html, tags } = written('/index.html', '<script defer src="./assets/app-abcdefgh.js"></script>');
    expect(html).toBe('<script defer src="./assets/app-abcdefgh.js" data-part="./app"></script>');
    expect(tags).toEqual([
      {
        tag: 'script',
        attrs: { defer: true, src: './assets/base-abcdefgh.js', 'data-part': './base' },
        injectTo: 'head-prepend',
      },
      {
        tag: 'template',
        attrs: { id: 'script-parts' },
        injectTo: 'body',
        children: [
          { tag: 'script', attrs: { src: './assets/help-a-cd_fgh.js', 'data-part': './help' } },
          {
            tag: 'script',
            attrs: { src: './assets/list-abcdefgh.js', 'data-part': './list', 'data-needs': './shared' },
          },
          { tag: 'script', attrs: { src: './assets/shared-abcdefgh.js', 'data-part': './shared' } },
        ],
      },
    ]);
  });

  test('fetches what it opens with beside its entry, with what that needs', () => {
    const { tags } = written('/index.html', '', [{ parts: ['list'], media: '(max-width: 600px)' }]);
    expect(tags.filter(({ tag }) => tag === 'link')).toEqual(
      ['./assets/shared-abcdefgh.js', './assets/list-abcdefgh.js'].map((href) => ({
        tag: 'link',
        attrs: { rel: 'preload', as: 'script', href, media: '(max-width: 600px)' },
        injectTo: 'head',
      })),
    );
    expect(() => written('/index.html', '', [{ parts: ['list', 'chart'], media: 'all' }])).toThrow('1 of list, chart');
  });

  test('in a folder of its own finds them from there', () => {
    const { tags } = written('/demo/index.html', '<script defer src="../assets/app-abcdefgh.js"></script>');
    expect(tags[0]?.attrs?.['src']).toBe('../assets/base-abcdefgh.js');
  });
});

test('the page’s schema keeps its words and keys, and none of its sentences', () => {
  const source = ['schema', 'schema-fields']
    .map((name) => readFileSync(`src/formats/json/${name}.ts`, 'utf8'))
    .join('');
  const code = withoutSentences(source);
  expect(source.length - code.length).toBeGreaterThan(3000);
  expect(code.match(/'[^'\n]*'/g)?.filter((literal) => literal.includes(' '))).toEqual([]);
  for (const kept of ["'expected.id'", "'expected.country'", "'referenced'", "from 'valibot'"])
    expect(code).toContain(kept);
});
