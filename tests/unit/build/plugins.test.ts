import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { describe, expect, test } from 'vitest';
import { classicScripts } from '../../../src/build/classic-scripts';
import { inlineDataset } from '../../../src/build/inline-dataset';
import { securityPolicy } from '../../../src/build/security-policy';
import { shipDatasets } from '../../../src/build/ship-datasets';

interface Tag {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children?: string;
  readonly injectTo: string;
}

/** What a plugin makes of a page; the context of Vite's own isn't used by ours. */
function transform(plugin: Plugin, html = ''): string | Tag[] {
  const hook = plugin.transformIndexHtml as unknown as
    | ((text: string) => string | Tag[])
    | { handler: (text: string) => string | Tag[] };
  return typeof hook === 'function' ? hook(html) : hook.handler(html);
}

function inlined(json: string): Tag {
  const root = mkdtempSync(join(tmpdir(), 'inline-'));
  writeFileSync(join(root, 'set.json'), json);
  const plugin = inlineDataset({ file: 'set.json', id: 'held' });
  (plugin.configResolved as (config: { root: string }) => void)({ root });
  return (transform(plugin) as Tag[])[0]!;
}

describe('the inlined dataset', () => {
  test('can’t end its script element or open a comment in it, and reads back as it was', () => {
    const nasty = {
      title: '</script><script>alert(1)</script>',
      note: '<!-- <script',
      line: 'a\u2028b\u2029c',
      quote: '\\u003c "x" \\',
      amp: '&lt; &amp;',
    };
    const { tag, attrs, children, injectTo } = inlined(JSON.stringify(nasty, undefined, 2));
    expect([tag, injectTo, attrs]).toEqual(['script', 'body', { type: 'application/json', id: 'held' }]);
    expect(children).not.toContain('<');
    expect(JSON.parse(children!)).toEqual(nasty);
  });

  test('is the shipped dataset, whole', () => {
    const json = readFileSync('data/syria-cessation-2016.json', 'utf8');
    expect(JSON.parse(inlined(json).children!)).toEqual(JSON.parse(json));
  });

  test('stops the build where the file is missing or no JSON, and names it', () => {
    expect(() => inlined('{ "a": ')).toThrow('set.json is not valid JSON');
    expect(() => transform(inlineDataset({ file: 'no-such.json', id: 'x' }))).toThrow("no-such.json can't be read");
  });
});

describe('classic scripts', () => {
  const page = (html: string) => transform(classicScripts(), html) as string;

  test('turn module scripts into deferred ones without crossorigin', () => {
    expect(page('<script type="module" crossorigin src="./assets/app-1.js"></script>')).toBe(
      '<script defer src="./assets/app-1.js"></script>',
    );
    expect(
      page(
        '<link rel="stylesheet" crossorigin href="./a.css"><link rel="icon" crossorigin="anonymous" href="./i.svg">',
      ),
    ).toBe('<link rel="stylesheet" href="./a.css"><link rel="icon" href="./i.svg">');
  });

  test('leave other scripts, and text that looks like them, alone', () => {
    for (const html of [
      '<script type="application/json" id="d">{"a":"type=\\"module\\" crossorigin"}</script>',
      '<p>crossorigin type="module"</p>',
      '<script src="x.js"></script>',
    ]) {
      expect(page(html)).toBe(html);
    }
  });

  test('are for the build only', () =>
    expect([classicScripts().apply, securityPolicy().apply, shipDatasets({ folder: 'data', own: 'a' }).apply]).toEqual([
      'build',
      'build',
      'build',
    ]));
});

test('the policy of the built page is the one of the design, at the top of its head', () => {
  const [meta] = transform(securityPolicy()) as Tag[];
  expect([meta!.tag, meta!.injectTo, meta!.attrs['http-equiv']]).toEqual([
    'meta',
    'head-prepend',
    'Content-Security-Policy',
  ]);
  expect(meta!.attrs['content']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; " +
      "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  );
});

test('datasets are shipped byte for byte, schemas and other files are not', () => {
  const root = mkdtempSync(join(tmpdir(), 'ship-'));
  for (const name of ['b.json', 'a.json', 'schema.json', 'dataset.schema.json', 'notes.md', 'my-schema.json'])
    writeFileSync(join(root, name), `{"name": "${name}"}\n`);
  const plugin = shipDatasets({ folder: root, own: 'a' });
  (plugin.configResolved as (config: { root: string }) => void)({ root: '/' });
  const emitted: { fileName: string; source: Buffer }[] = [];
  (plugin.generateBundle as unknown as (this: unknown) => void).call({
    emitFile: (file: { fileName: string; source: Buffer }) => emitted.push(file),
  });
  expect(emitted.map(({ fileName }) => fileName)).toEqual(['data/a.json', 'data/b.json']);
  expect(emitted[0]!.source.toString()).toBe('{"name": "a.json"}\n');
});
