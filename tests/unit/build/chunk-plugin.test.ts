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
      chunk('assets/app-1.js', ['assets/base-1.js'], true),
      chunk('assets/base-1.js', []),
      chunk('assets/list-1.js', ['assets/app-1.js', 'assets/shared-1.js']),
      chunk('assets/shared-1.js', ['assets/base-1.js']),
      chunk('assets/help-1.js', ['assets/app-1.js']),
    ].map((each) => [each.fileName, each]),
  );
  const written = (path: string, html: string, ahead: Parameters<typeof chunkPlugin>[0] = []) => {
    const { handler } = chunkPlugin(ahead).transformIndexHtml as unknown as {
      handler: (html: string, context: object) => { html: string; tags: HtmlTagDescriptor[] };
    };
    return handler(html, { bundle, chunk: bundle['assets/app-1.js'], path });
  };

  test('loads what its entry needs before it, and holds the rest back with what each needs', () => {
    const { html, tags } = written('/index.html', '<script defer src="./assets/app-1.js"></script>');
    expect(html).toBe('<script defer src="./assets/app-1.js" data-part="./app-1.js"></script>');
    expect(tags).toEqual([
      {
        tag: 'script',
        attrs: { defer: true, src: './assets/base-1.js', 'data-part': './base-1.js' },
        injectTo: 'head-prepend',
      },
      {
        tag: 'template',
        attrs: { id: 'script-parts' },
        injectTo: 'body',
        children: [
          { tag: 'script', attrs: { src: './assets/help-1.js', 'data-part': './help-1.js' } },
          {
            tag: 'script',
            attrs: { src: './assets/list-1.js', 'data-part': './list-1.js', 'data-needs': './shared-1.js' },
          },
          { tag: 'script', attrs: { src: './assets/shared-1.js', 'data-part': './shared-1.js' } },
        ],
      },
    ]);
  });

  test('fetches what it opens with beside its entry, with what that needs', () => {
    const { tags } = written('/index.html', '', [{ parts: ['list'], media: '(max-width: 600px)' }]);
    expect(tags.filter(({ tag }) => tag === 'link')).toEqual(
      ['./assets/shared-1.js', './assets/list-1.js'].map((href) => ({
        tag: 'link',
        attrs: { rel: 'preload', as: 'script', href, media: '(max-width: 600px)' },
        injectTo: 'head',
      })),
    );
    expect(() => written('/index.html', '', [{ parts: ['list', 'chart'], media: 'all' }])).toThrow('1 of list, chart');
  });

  test('in a folder of its own finds them from there', () => {
    const { tags } = written('/demo/index.html', '<script defer src="../assets/app-1.js"></script>');
    expect(tags[0]?.attrs?.['src']).toBe('../assets/base-1.js');
  });
});

test('the page’s schema keeps its words and keys, and none of its sentences', () => {
  const source = readFileSync('src/formats/json/schema.ts', 'utf8');
  const code = withoutSentences(source);
  expect(source.length - code.length).toBeGreaterThan(3000);
  expect(code.match(/'[^'\n]*'/g)?.filter((literal) => literal.includes(' '))).toEqual([]);
  for (const kept of ["'expected.id'", "'expected.country'", "'referenced'", "from 'valibot'"])
    expect(code).toContain(kept);
});
